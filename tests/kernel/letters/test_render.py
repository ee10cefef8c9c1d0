"""Papers are set from data, and data cannot become code."""

import io

import pytest
from pypdf import PdfReader

from suluh.kernel.letters import paper


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "surat.typ"
    path.write_text(
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: "Surat")\n'
        '#set text(font: "Plus Jakarta Sans", lang: "id")\n#data.text\n'
    )
    return path


def test_markup_in_the_data_is_printed_not_run(template):
    content = paper(template, {"text": "#panic() *tebal* $x$"})

    assert "#panic() *tebal* $x$" in PdfReader(io.BytesIO(content)).pages[0].extract_text()


def test_the_house_font_is_inside(template):
    fonts = PdfReader(io.BytesIO(paper(template, {"text": "Aduan"}))).pages[0]["/Resources"]["/Font"]

    assert any("PlusJakartaSans" in font.get_object()["/BaseFont"] for font in fonts.values())


def test_data_that_do_not_fit_are_refused_with_a_reason(template):
    with pytest.raises(ValueError, match="text"):
        paper(template, {})
