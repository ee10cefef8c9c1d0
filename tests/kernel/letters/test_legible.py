"""What our fonts cannot show is written in signs that they can; no text keeps a paper from being set."""

import io
import sys

import pytest
from pypdf import PdfReader

from suluh.kernel.letters import paper
from suluh.kernel.letters.legible import UNSHOWN, legible, legible_text


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "surat.typ"
    path.write_text(
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: "Surat")\n'
        '#set text(font: "Plus Jakarta Sans", lang: "id")\n#for one in data.texts [#block(one)]\n'
    )
    return path


def test_every_sign_that_is_let_through_has_a_picture_in_our_fonts(template):
    shown = [chr(code) for code in range(sys.maxunicode + 1) if not UNSHOWN.match(chr(code))]

    assert len(shown) > 1500
    assert paper(template, {"texts": shown}).startswith(b"%PDF")


def test_any_script_any_sign_and_any_mark_becomes_a_paper(template):
    texts = ["王小明", "😀", "ꦗꦮ", "x\x07y", "a\u202eb\u200b", "\ufffe\uffff", "\ue000", "x\u0323\u0301", "क्षि", "𝕒"]

    pages = PdfReader(io.BytesIO(paper(template, {"texts": texts}))).pages

    assert "WangXiaoMing" in pages[0].extract_text()


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("José Ñandú, 25 °C – “baik” ≥ 90 %", "José Ñandú, 25 °C – “baik” ≥ 90 %"),
        ("Jose\u0301", "José"),
        ("satu\r\ndua", "satu\ndua"),
        ("Terima kasih 😀", "Terima kasih :grinning:"),
        ("rahasia\u202etxt.exe", "rahasiatxt.exe"),
    ],
)
def test_what_can_be_shown_stays_and_the_rest_is_told(written, printed):
    assert legible_text(written) == printed


def test_every_text_of_the_data_is_reached_and_bytes_are_left_alone():
    assert legible({"a": ["王", {"b": ("王",)}], "crest": [137, 80], "n": 3}) == {
        "a": ["Wang", {"b": ["Wang"]}],
        "crest": [137, 80],
        "n": 3,
    }
