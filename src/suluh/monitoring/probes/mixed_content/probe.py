"""Does a page sent safely pull in parts sent unsafely?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from suluh.monitoring.engine.values import Document, FindingSeen, Severity, Snapshot
from suluh.monitoring.probes.protocol import Probe
from suluh.monitoring.probes.site import documents, is_own, proof

LOADED = (
    ("img", "src"), ("img", "srcset"), ("img", "data-src"), ("script", "src"), ("iframe", "src"), ("video", "src"),
    ("audio", "src"), ("source", "src"), ("source", "srcset"), ("embed", "src"), ("object", "data"), ("form", "action"),
    ("input", "src"), ("video", "poster"), ("track", "src"),
)  # fmt: skip
LINKS = {"stylesheet", "icon", "shortcut icon", "apple-touch-icon", "preload", "manifest", "modulepreload"}
IN_STYLE = re.compile(r"url\(\s*['\"]?(http://[^)'\"\s]+)", re.I)
ACTIVE = {"script", "iframe", "link", "object", "embed", "form"}


class MixedContentProbe(Probe):
    """Parts loaded over http on pages that came over https."""

    code = "mixed_content"

    def read(self, page: Document, seen: Snapshot) -> None:
        """Look for unsafe parts while the parse is there."""
        if page.url.startswith("https://") and is_own(page.url, seen):
            _unsafe(page)

    def judge(self, seen: Snapshot) -> Iterator[FindingSeen]:
        """`mixed-content`, with the first such addresses."""
        for page in documents(seen):
            if not page.url.startswith("https://") or not is_own(page.url, seen):
                continue
            unsafe = _unsafe(page)
            if unsafe:
                active = any(tag in ACTIVE for tag, _ in unsafe)
                urls = [url for _, url in unsafe]
                yield FindingSeen(
                    "mixed-content",
                    Severity.MEDIUM if active else Severity.LOW,
                    f"Halaman https memuat {len(urls)} bagian lewat http; peramban memblokir atau memperingatkannya.",
                    proof(
                        page,
                        seen,
                        "; ".join(urls[:5]),
                        ("http://",),
                        "Alamat http pada gambar, skrip, gaya atau bingkai.",
                    ),
                    "Minta admin situs mengganti alamat http:// menjadi https:// pada isi dan tema.",
                    {"urls": urls[:20]},
                )
                return


def _unsafe(page: Document) -> list[tuple[str, str]]:
    """Parts loaded over http, as (tag, address), each once; looked for once a visit."""
    if "unsafe" not in page.notes:
        page.notes["unsafe"] = list(dict.fromkeys(_loaded_unsafely(page)))
    unsafe: list[tuple[str, str]] = page.notes["unsafe"]
    return unsafe


def _loaded_unsafely(page: Document) -> Iterator[tuple[str, str]]:
    if "http://" not in page.html:
        return
    for tag, key in LOADED:
        for node in page.tree.css(f"{tag}[{key}]"):
            value = (node.attributes.get(key) or "").strip()
            found = re.search(r"http://\S+", value, re.I) if key == "srcset" else re.match(r"http://\S+", value, re.I)
            if found:
                yield tag, found.group(0)
    for node in page.tree.css("link[href]"):
        kind = (node.attributes.get("rel") or "").casefold()
        href = (node.attributes.get("href") or "").strip()
        if kind in LINKS and href.casefold().startswith("http://"):
            yield "link", href
    styles = [node.text() for node in page.tree.css("style")]
    styles += [node.attributes.get("style") or "" for node in page.tree.css("[style]")]
    for text in styles:
        yield from (("style", url) for url in IN_STYLE.findall(text))
