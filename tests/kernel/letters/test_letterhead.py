"""Every paper can carry the head of the government it speaks for."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from suluh.kernel.letters import Letterhead, paper

HEAD = '#import "@suluh/letters:1.0.0": letterhead, masthead\n#let data = json(bytes(sys.inputs.data))\n'
SETTING = '#set document(title: "Surat")\n#set text(font: "Plus Jakarta Sans", lang: "id")\n'


def crest() -> bytes:
    out = io.BytesIO()
    Image.new("RGBA", (40, 50), "#0b5a63").save(out, "PNG")
    return out.getvalue()


def printed(tmp_path, call: str, head: Letterhead):
    path = tmp_path / "surat.typ"
    path.write_text(HEAD + SETTING + call)
    return PdfReader(io.BytesIO(paper(path, {}, letterhead=head))).pages[0]


FULL = Letterhead(
    government="Pemerintah Kabupaten Arunika",
    body="Dinas Komunikasi",
    address=("Jalan Fajar 1", "Arunika 00000"),
    contact="Telepon (0000) 123456",
    crest=crest(),
)


def test_a_letter_names_government_office_address_and_contact(tmp_path):
    text = printed(tmp_path, "#letterhead(data.letterhead)", FULL).extract_text()

    assert [
        word in text for word in ("PEMERINTAH KABUPATEN ARUNIKA", "DINAS KOMUNIKASI", "Jalan Fajar 1", "123456")
    ] == ([True] * 4)


@pytest.mark.parametrize("call", ["#letterhead(data.letterhead)", "#masthead(data.letterhead, [Surat])"])
@pytest.mark.parametrize(("head", "pictures"), [(FULL, 1), (Letterhead("Kabupaten Arunika"), 0)])
def test_the_crest_is_drawn_where_there_is_one(tmp_path, call, head, pictures):
    assert len(printed(tmp_path, call, head).images) == pictures


def test_names_are_printed_not_run(tmp_path):
    text = printed(tmp_path, "#masthead(data.letterhead, [])", Letterhead('#panic("x") *tebal*')).extract_text()

    assert '#panic("x") *tebal*' in text
