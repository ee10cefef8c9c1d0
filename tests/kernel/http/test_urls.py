"""Every address has one spelling."""

import pytest

from suluh.kernel.http.urls import BadUrl, join, normalise


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("dinkes.go.id", "http://dinkes.go.id/"),
        (" HTTPS://Dinkes.Go.ID/Berita?x=1#atas ", "https://dinkes.go.id/Berita?x=1"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://bücher.example/", "http://xn--bcher-kva.example/"),
        ("http://situs_desa.example:80/", "http://situs_desa.example/"),
        ("http://a.example/berita%20utama", "http://a.example/berita%20utama"),
        ("localhost:8080/x", "http://localhost:8080/x"),
    ],
)
def test_an_address_is_spelled_one_way(written, spelled):
    assert str(normalise(written)) == spelled


@pytest.mark.parametrize(
    "written",
    ["ftp://a.example/", "javascript:alert(1)", "http://a@b.example/", "http://a.example\\@b.example/", "http://[::1/",
     "http://a.example:0/", "http://a.example:99999/", "http:///", "http://256.256.256.256/"],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(written):
    with pytest.raises(BadUrl):
        normalise(written)


@pytest.mark.parametrize("link", ["#", "mailto:a@b.example", "javascript:void(0)", ""])
def test_links_that_lead_to_no_page_are_none(link):
    assert join("http://a.example/", link) is None
