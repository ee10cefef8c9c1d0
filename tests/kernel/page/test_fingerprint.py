import pytest

from suluh.kernel.page.fingerprint import body_hash

PAGE = """<html><head><script nonce="{nonce}">var t = "{nonce}"; count({visits});</script></head><body>
<span class="clock">{day}, 12:30:{visits}</span><a href="/berita/{item}-rapat">Rapat {word}</a>
<input type="hidden" name="_token" value="{nonce}"><p>Pengunjung hari ini: {visits}</p><p>{age} lalu</p>
<!-- made in 0.{visits} s --></body></html>"""
BASE = {"nonce": "ab12cd", "visits": "123", "day": "Senin", "item": "7", "word": "desa", "age": "3 jam"}


@pytest.mark.parametrize(
    "change",
    [{"nonce": "ff00ee"}, {"visits": "1.240"}, {"day": "Jum'at"}, {"age": "2 hari"}],
    ids=["token", "counter", "clock", "age"],
)
def test_what_moves_by_itself_leaves_the_hash_alone(change):
    assert body_hash(PAGE.format(**BASE)) == body_hash(PAGE.format(**BASE | change).encode())


@pytest.mark.parametrize("change", [{"word": "kota"}, {"item": "8"}], ids=["words", "link"])
def test_what_an_editor_changes_changes_the_hash(change):
    assert body_hash(PAGE.format(**BASE)) != body_hash(PAGE.format(**BASE | change))


def test_a_new_script_that_redirects_changes_the_hash():
    page = PAGE.format(**BASE)
    assert body_hash(page) != body_hash(page.replace("</body>", "<script>window.location='x'</script></body>"))


def test_a_version_mark_on_a_stylesheet_is_no_change():
    page = '<link href="/a.css?ver={}"><p>isi</p>'
    assert body_hash(page.format(1)) == body_hash(page.format(2))
