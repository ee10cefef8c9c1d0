"""The result of `suluh check` for people: a few plain Indonesian lines for each site."""

from __future__ import annotations

from typing import Any

_REASONS = {
    "ok": "dapat dibuka",
    "dns": "nama situs tidak ditemukan",
    "refused": "server menolak sambungan",
    "timeout": "server tidak menjawab pada waktunya",
    "tls": "sertifikat bermasalah, isi tidak dibaca",
    "http-4xx": "halaman depan tidak ditemukan",
    "http-5xx": "server bermasalah",
    "empty": "halaman kosong",
    "parked": "halaman bawaan atau domain terparkir",
    "redirect-loop": "pengalihan berputar",
    "robots": "robots.txt tidak mengizinkan perayap",
    "blocked": "situs hidup, tetapi menutup diri dari perayap",
    "private-address": "alamat privat tidak dibuka",
}
_TLS = {
    "ok": "sah",
    "none": "tidak memakai HTTPS",
    "expired": "kedaluwarsa",
    "self-signed": "ditandatangani sendiri",
    "name-mismatch": "untuk nama lain",
    "chain": "rantai tidak lengkap atau penerbit tidak dikenal",
    "old-protocol": "protokol terlalu tua",
}
_STATES = {"found": "ada", "inherited": "ada di situs pemda", "stub": "halaman kosong", "missing": "tidak ditemukan"}
_SEVERITIES = {"info": "info", "low": "ringan", "medium": "sedang", "high": "berat"}
_POSTS = 5


def in_words(line: dict[str, Any]) -> str:
    """One site's line of the contract, told to a person."""
    lines = [line["url"], f"  Keadaan      {'hidup' if line['alive'] else 'tidak hidup'}: {_REASONS[line['reason']]}"]
    if line["error"]:
        return "\n".join([*lines, f"  Catatan      {line['error']}", ""])
    days = line["tls"]["days_left"]
    until = f", sisa {days} hari" if days is not None else ""
    lines.append(f"  Sertifikat   {_TLS[line['tls']['state']]}{until}")
    if line["cms"]:
        lines.append(f"  Dibuat dgn   {line['cms']}")
    lines += _posts(line)
    lines += _items(line["items"])
    lines += [f"  Temuan       [{_SEVERITIES[one['severity']]}] {one['message']}" for one in line["findings"]]
    return "\n".join([*lines, f"  Permintaan   {line['requests']}", ""])


def _posts(line: dict[str, Any]) -> list[str]:
    posts = line["posts"]
    if not posts:
        return ["  Berita       tidak ada dalam 365 hari terakhir"]
    head = f"  Berita       {len(posts)} dalam 365 hari terakhir, terbaru {line['last_post']}"
    return [head, *(f"               {post['date']}  {post['title']}" for post in posts[:_POSTS])]


def _items(items: list[dict[str, Any]]) -> list[str]:
    if not items:
        return []
    counts = {state: sum(item["state"] == state for item in items) for state in _STATES}
    told = ", ".join(f"{count} {_STATES[state]}" for state, count in counts.items() if count)
    absent = [item["code"] for item in items if item["state"] in ("stub", "missing")]
    tail = [f"               belum: {', '.join(absent)}"] if absent else []
    return [f"  Informasi    {told}", *tail]
