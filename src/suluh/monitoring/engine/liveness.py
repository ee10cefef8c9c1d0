"""Whether what answered is the unit's site: parked names, default pages and walls against robots told apart."""

from __future__ import annotations

import re
from dataclasses import replace

from suluh.kernel.http.answer import Answer, Reason
from suluh.kernel.page.elements import elements, without, without_tags

_UNSHOWN = ("script", "style", "noscript", "title")
_NAME = r"(?:(?:ini|anda|name|names|[\w-]+(?:\.[\w-]+)+) ){0,2}"
_PARKED = re.compile(
    rf"(?:nama )?domain {_NAME}(?:is |are |may be |might be |could be |has been |sedang |mungkin |telah |sudah |akan )*"
    r"(?:available for sale|for sale|dijual|parked|diparkir|terparkir|expired|habis|kadaluw?arsa|kedaluw?arsa"
    r"|suspended|ditangguhkan|dinonaktifkan|pending renewal|tidak aktif|belum (?:aktif|diperpanjang|dikonfigurasi))"
    r"|domain (?:name )?(?:expired|has expired|telah berakhir)"
    r"|masa aktif (?:nama )?(?:domain|hosting) .{0,60}(?:habis|berakhir)"
    r"|[\w-]+(?:\.[\w-]+)+ (?:is|may be|might be) (?:available )?(?:for sale|parked)"
    r"|(?:buy|get|make an offer on|inquire about) this domain|beli (?:nama )?domain ini"
    r"|this domain (?:name )?(?:is|has)"
    r"|parked (?:domain|free|page)|halaman parkir|sedoparking|parkingcrew|future home of"
    r"|(?:account|akun|website|site|situs|hosting)(?: hosting)?(?: (?:ini|anda|web))?"
    r" (?:has been |is |telah |sudah |sedang )*(?:suspended|ditangguhkan|disuspend|di-suspend)"
    r"|index of /|apache2? .{0,20}default page|welcome to (?:nginx|openresty|caddy|litespeed|cyberpanel|aapanel|centos)"
    r"|it works!|test page for|iis windows server|http server test page|default (?:welcome|landing|server) page"
    r"|default web ?site page|plesk default page|sorry! if you are the owner of this web"
    r"|this is (?:the|a) default .{0,30}page|halaman bawaan (?:server|hosting|peladen)"
    r"|selamat[,!]? (?:website|situs|hosting|akun|domain) (?:anda )?(?:telah |sudah )?(?:aktif|berhasil)"
    r"|hosting (?:anda |ini )?(?:telah |sudah )?(?:habis|ditangguhkan|aktif|berakhir|kedaluw?arsa|kadaluw?arsa)"
    r"|(?:website|situs) (?:ini )?(?:sedang|masih|telah|sudah) (?:tidak aktif|dinonaktifkan)",
    re.I,
)
_WALL = re.compile(
    r"just a moment|checking your browser|attention required|cf-chl|challenge-platform|ddos-guard"
    r"|verify you are (?:a )?human|buktikan (?:bahwa )?anda (?:bukan robot|manusia)"
    r"|memeriksa (?:peramban|browser) anda|verifikasi (?:bahwa )?anda manusia"
    r"|enable javascript and cookies to continue|incapsula incident|sucuri website firewall|access denied|akses ditolak"
    r"|captcha|are you a robot|bot verification|imunify360|one moment, please",
    re.I,
)
_REFRESH = re.compile(
    r"<meta[^<>]{1,300}?http-equiv=[\"']?refresh[\"']?[^<>]{1,300}?content=[\"']?\s{0,9}(\d{1,9})\s{0,9};\s{0,9}url=[\"']?([^\"'<>\s]+)",
    re.I,
)
_JUMP = re.compile(
    r"(?:window|document|top|self)?\.?location(?:\.href)?\s*(?:=|\.(?:replace|assign)\()\s*[\"']([^\"']+)[\"']", re.I
)
_SMALL = 600


def words_of(html: str) -> str:
    """Visible words of a page, roughly; enough to see whether there are any."""
    return " ".join(without_tags(without(html, _UNSHOWN)).split())


def judged(answer: Answer, html: str) -> Answer:
    """The home page's answer with the reason that a person would give who looks at the page."""
    title = " ".join(inside for _, inside in elements(html[:20_000], "title"))
    if answer.reason in (Reason.HTTP_5XX, Reason.HTTP_4XX) and _WALL.search(f"{title} {html[:6000]}"):
        return replace(answer, reason=Reason.BLOCKED, detail="dinding anti-robot")
    if not answer.ok:
        return answer
    if not _is_html(answer, html):
        return replace(answer, reason=Reason.EMPTY, detail="bukan halaman HTML")
    words = words_of(html[:200_000])
    has_pictures = re.search(r"<(?:img|video|iframe|canvas|script|form|svg|object)\b", html, re.I) is not None
    if not words and not has_pictures:
        return replace(answer, reason=Reason.EMPTY, detail="halaman kosong")
    if len(words) < _SMALL * 3 and _WALL.search(f"{title} {html[:20_000]}") and html.count("<a ") < 6:
        return replace(answer, reason=Reason.BLOCKED, detail="dinding anti-robot")
    if len(words) < _SMALL * 5 and _PARKED.search(f"{title} {words}"):
        return replace(answer, reason=Reason.PARKED, detail="halaman bawaan atau domain terparkir")
    return answer


def _is_html(answer: Answer, html: str) -> bool:
    kind = answer.headers.get("content-type", "").lower()
    return "html" in kind or (not kind.startswith(("image/", "video/", "application/pdf")) and "<" in html[:2000])


def onward(html: str) -> str | None:
    """Where a page without words of its own sends its reader by refresh or script, if it does."""
    if len(words_of(html[:50_000])) > _SMALL:
        return None
    if (found := _REFRESH.search(html)) and int(found[1]) <= 10:
        return found[2]
    scripts = html if len(html) < 5000 else ""
    jump = _JUMP.search(scripts)
    return jump[1] if jump else None
