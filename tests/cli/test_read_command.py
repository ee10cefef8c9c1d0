import json
import subprocess
import sys

import pytest

SULUH = [sys.executable, "-c", "from suluh.project.cli import main; main()"]
ALL = [
    "file",
    "url",
    "title",
    "date",
    "date_source",
    "date_precision",
    "confidence",
    "author",
    "language",
    "text",
    "kind",
]
PAGE = """<html lang="id"><head><title>Camat Buka Musrenbang | Kecamatan Arunika</title></head><body>
<h1>Camat Buka Musrenbang</h1><div class="meta">Jum'at, 5 Mei 2023</div>
<p>Camat membuka musyawarah perencanaan pembangunan yang dihadiri oleh warga di balai desa dan kantor kecamatan.</p>
</body></html>"""


@pytest.fixture
def read(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)

    def run(*lines: object, fields: str = "") -> list[dict[str, object]]:
        manifest = tmp_path / "manifest.jsonl"
        manifest.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
        command = [*SULUH, "read", "--manifest", str(manifest), *(["--fields", fields] if fields else [])]
        done = subprocess.run(command, capture_output=True, check=True, cwd="/")
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    return run


LINE = {"file": "a.html", "url": "https://arunika.example/berita/camat-buka-musrenbang", "now": "2026-04-15"}


def test_a_page_is_answered_with_every_key_in_order(read):
    answer = read(LINE)[0]
    assert list(answer) == [*ALL, "error"]
    assert answer["date"] == "2023-05-05"
    assert answer["title"] == "Camat Buka Musrenbang"
    assert answer["error"] is None


def test_only_the_wanted_fields_are_printed(read):
    assert list(read(LINE, fields="date,title")[0]) == ["file", "url", "title", "date", "error"]


def test_a_dates_only_run_loads_no_text_extractor():
    code = (
        "import sys; from datetime import UTC, datetime; from suluh.project.cli.read import read_page;"
        f"read_page({PAGE!r}, 'https://a.example/x', datetime.now(UTC), ('date', 'title'));"
        "print(sorted({'django','typer','rich','trafilatura','suluh.kernel.page.text'} & set(sys.modules)))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )


def test_malformed_lines_and_missing_files_are_answered_in_their_place(read):
    answers = read("oops", {"file": "none.html", "url": "https://a.example/"}, {"url": "x"}, LINE)
    assert answers[0]["line"] == 1
    assert answers[0]["error"]
    assert answers[1]["file"] == "none.html"
    assert answers[1]["error"]
    assert answers[1]["date"] is None
    assert answers[2]["line"] == 3
    assert answers[3]["error"] is None


def test_a_file_that_holds_no_page_is_told_apart_from_a_page_that_says_nothing(read, tmp_path):
    (tmp_path / "kosong.html").write_text(" \n")
    (tmp_path / "surat.html").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    (tmp_path / "acak.html").write_bytes(bytes(range(16)) * 300)
    (tmp_path / "sunyi.html").write_bytes(b"<p>Hal\x00aman</p>")
    names = ("kosong", "surat", "acak", "sunyi")
    answers = read(*({"file": f"{name}.html", "url": "https://a.example/"} for name in names))

    assert [bool(answer["error"]) for answer in answers] == [True, True, True, False]
    assert answers[0]["text"] is answers[1]["text"] is None


def test_an_unknown_field_is_bad_usage():
    command = [*SULUH, "read", "--manifest", "x", "--fields", "colour"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
