"""With what a site is built, told from signs in its home page, headers and links."""

from __future__ import annotations

import re
from collections.abc import Mapping

_GENERATOR = re.compile(
    r"<meta[^<>]{1,300}?name=[\"']?generator[\"']?[^<>]{1,300}?content=[\"']([^\"'<>]{1,300})", re.I
)
_STATIC_MAKERS = (
    "hugo",
    "jekyll",
    "hexo",
    "eleventy",
    "astro",
    "gatsby",
    "pelican",
    "docusaurus",
    "mkdocs",
    "vuepress",
)
_SHELL = re.compile(
    r"<div[^<>]{1,300}?id=[\"']?(?:app|root|__next|__nuxt|q-app|svelte)[\"']?[^<>]{0,300}>\s{0,200}(?:</div>|<noscript|<!--)",
    re.I,
)
_MOUNT = re.compile(r"<div[^<>]{1,300}?id=[\"']?(?:app|root|__next|__nuxt|q-app|svelte)[\"'\s>]", re.I)
_MODULE = re.compile(r"<script[^<>]{1,300}?type=[\"']module[\"']|<noscript>[^<]{0,300}?JavaScript", re.I)
_HTML_LINKS = re.compile(r"href=[\"']?(?!https?:|//|#|mailto|tel)[^\"'<>\s]{1,200}\.html?[\"'#?>\s]", re.I)
_SIGNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("wordpress", re.compile(r"/wp-content/|/wp-includes/|api\.w\.org|/wp-json", re.I)),
    (
        "opensid",
        re.compile(r"opensid|/artikel/\d{4}/\d{1,2}/\d{1,2}/|/first/artikel/|/desa/themes/|/data-wilayah\b", re.I),
    ),
    ("joomla", re.compile(r"/media/(?:jui|system|vendor/joomla)|option=com_|/components/com_|joomla", re.I)),
    (
        "lokomedia",
        re.compile(
            r"lokomedia|swarakalibata|href=[\"'][^\"']{0,80}(?:berita|statis|agenda|halaman|kategori)-\d{1,9}-[^\"']{0,200}\.html"
            r"|/foto_berita/|/berita/detail/",
            re.I,
        ),
    ),
    ("laravel", re.compile(r"/build/assets/|livewire|laravel|/js/app\.js\?id=", re.I)),
)


def recognise(html: str, headers: Mapping[str, str]) -> str:
    """One of wordpress, opensid, joomla, lokomedia, laravel, spa, static, other (`contracts.md`, check)."""
    head = html[:200_000]
    maker = " ".join(_GENERATOR.findall(head)).lower()
    for name in ("wordpress", "opensid", "joomla", "laravel"):
        if name in maker:
            return name
    if any(name in maker for name in _STATIC_MAKERS):
        return "static"
    for name, sign in _SIGNS[:4]:
        if sign.search(head):
            return name
    if (
        _SHELL.search(head)
        or (_MOUNT.search(head) and _MODULE.search(head))
        or 'id="__NEXT_DATA__"' in head
        or "window.__NUXT__" in head
    ):
        return "spa"
    cookies = headers.get("set-cookie", "").lower()
    if _SIGNS[4][1].search(head) or "laravel_session" in cookies or "xsrf-token" in cookies:
        return "laravel"
    dynamic = cookies or "x-powered-by" in headers or ".php" in head
    uploaded = "last-modified" in headers or "<form" not in head.lower()
    return "static" if uploaded and not dynamic and len(_HTML_LINKS.findall(head)) >= 3 else "other"
