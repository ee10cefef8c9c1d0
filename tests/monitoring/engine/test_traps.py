import subprocess
import sys

from suluh.monitoring.engine.calls import called_addresses
from suluh.monitoring.engine.sitemaps import read_sitemap
from tests.monitoring.engine.traps import FUSE, TRAPS


def test_no_page_keeps_a_visit_busy_for_longer_than_it_takes_to_send():
    done = subprocess.run(
        [sys.executable, "-m", "tests.monitoring.engine.traps"],
        capture_output=True, text=True, timeout=4 * FUSE, check=False,
    )  # fmt: skip

    assert done.stdout.splitlines() == list(TRAPS), done.stderr[-2000:]


def test_texts_that_a_script_builds_from_each_other_do_not_grow_without_end():
    levels = "".join(f"b{n + 1}=`{f'${{b{n}}}' * 30}`;" for n in range(9))
    found = called_addresses(f"b0='/api/berita/';{levels}fetch(b9)")

    assert max(map(len, found), default=0) < 40_000


def test_a_sitemap_gives_addresses_and_stamps_whether_or_not_it_is_well_formed():
    body = b"""<urlset>
    <url><loc> <![CDATA[https://a.example/x?a=1&amp;b=2]]> </loc><lastmod> 2026-01-02 </lastmod></url>
    <URL><LOC>https://a.example/y</LOC></URL><url>tanpa alamat</url><url><url><loc>https://a.example/z w
    </loc></url><url><loc>https://a.example/v</loc></urlset>"""
    index = b"<sitemapindex><sitemap><loc>https://a.example/s.xml</loc></sitemap></sitemapindex>"

    assert read_sitemap(body).urls == [
        ("https://a.example/x?a=1&b=2", "2026-01-02"), ("https://a.example/y", None), ("https://a.example/z w", None),
    ]  # fmt: skip
    assert read_sitemap(index).sitemaps == ["https://a.example/s.xml"]
