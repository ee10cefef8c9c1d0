"""Pages made to keep a crawler busy, read one after the other; the name of each is printed when it has been read.

Run by `test_traps.py` as a process of its own, with a fuse: what takes minutes or hours of CPU ends the process.
"""

import asyncio
import resource

from suluh.monitoring.probes.protocol import all_probes
from tests.monitoring.engine.little_web import look, served

FUSE = 120
"""CPU seconds for all traps together; they take about a twentieth."""
SIZE = 60_000
SCRIPT, END = "<script>new Date;location;", "</script>"


def filled(words, head="<html><head><title>Dinas</title></head><body>", end=""):
    """A page of so many characters of these words, over and over."""
    return head + (words * (SIZE // len(words)))[:SIZE] + end


TRAPS = {
    "opening tags of one kind": filled("<script>"),
    "titles that never end": filled("<title>", head=""),
    "tags that never end": filled("<meta ", head=""),
    "three attributes in one endless run": filled("<meta http-equiv=refresh content=", head="<html>"),
    "links that never end": filled("<link ", head=""),
    "boxes that never end": filled("<div ", head=""),
    "nothing but brackets": filled("<", head=""),
    "addresses without an end": filled("href="),
    "lists in lists": filled("<ul><li>"),
    "lists in lists among closing tags of others": filled("<ul><li></x></x>"),
    "definitions in definitions": filled("<dl><dt>"),
    "links in links": filled("<a href=/x><div>"),
    "one tag with thousands of attributes": filled("a b c d ", head="<html><body><p ", end=">"),
    "numbers on one line": filled("1 "),
    "words that could hide an address": filled("at a-b-c-d-"),
    "spaces in a break": filled(" ", head="<html><body><br"),
    "a script that quotes addresses": filled("/api/posts", head=f'{SCRIPT}var u="', end=f'"{END}'),
    "a script of coded numbers": filled("1", head=f"{SCRIPT}eval(String.fromCharCode(", end=END),
    "a script of clocks": filled("setInterval(", head=SCRIPT, end=END),
    "a script of names": SCRIPT + "".join(f"var a{n}='//x.example';" for n in range(2500)) + END,
    "a script of functions": filled("function a(", head=SCRIPT, end=END),
    "texts made of texts": SCRIPT
    + "b0='xxxxxxxxx';"
    + "".join(f"b{n + 1}=`{f'${{b{n}}}' * 30}`;" for n in range(9))
    + END,
    "data of the page that never end": filled("window.__A__={", head=SCRIPT, end=END),
    "data in data": filled("[", head="<script type='application/json'>", end=END),
    "rules with comments that never end": filled("/* ", head="<style>", end="</style>"),
    "a sitemap of openings": (200, "application/xml", filled("<url><loc>", head="<urlset>"), {}),
    "a sitemap of spaces": (200, "application/xml", filled(" ", head="<urlset><url><loc>", end="</url>"), {}),
    "a feed of spaces": (
        200,
        "application/rss+xml",
        filled(" ", head="<rss><item><pubDate>", end="<x>"),
        {},
    ),
    "a feed of openings": (200, "application/rss+xml", filled("<item><pubDate>", head="<rss><channel>"), {}),
}


async def read_all():
    """Visit a site for each trap: its home page, robots.txt, sitemap and feed are the trap."""
    for name, trap in TRAPS.items():
        front = (
            trap
            if isinstance(trap, str)
            else "<html><body><h1>Dinas</h1><link type='application/rss+xml' href='/feed'>"
        )
        pages = {"/": front, "/sitemap.xml": trap, "/feed": trap, "/feed/": trap, "/berita": trap}
        async with served(pages) as site:
            result = await look(site, probes=all_probes(), max_requests=8)
        print(name if result.error is None else result.error, flush=True)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (FUSE, FUSE))
    asyncio.run(read_all())
