"""Pages of units drawn from a grammar, with foreign content planted in many ways, and look-alikes without any."""

# One production a line reads better than wrapped ones; writers share one signature.
# ruff: noqa: E501, ARG001

from __future__ import annotations

import base64
from dataclasses import dataclass
from html import escape
from random import Random

from bench.entries import CLEAN, PLACES, SOLD, brand, coined

BODIES = (
    "Dinas Kesehatan",
    "Dinas Pertanian",
    "Kecamatan",
    "Kelurahan",
    "SMK Negeri 3",
    "Badan Kepegawaian",
    "RSUD",
    "Inspektorat",
)
NEWS = (
    "Warga mengikuti kerja bakti membersihkan saluran air.", "Petugas melayani perekaman kartu keluarga di balai desa.",
    "Kader posyandu menimbang balita dan membagikan makanan tambahan.", "Rapat membahas rencana kerja tahun depan.",
    "Petani menerima bantuan benih jagung dan pupuk organik.", "Pelatihan membatik diikuti dua puluh ibu rumah tangga.",
    "Jam pelayanan berubah selama bulan puasa.", "Laporan kinerja semester pertama dapat diunduh.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its truth; `kind` names the planting or the look-alike."""

    url: str
    html: str
    bad: bool
    kind: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A clean page with places to plant in."""

    url: str
    unit: str
    title: str
    head: str
    body: str

    def html(self, *, head: str = "", body: str = "", title: str = "", tail: str = "") -> str:
        """The page with what is planted."""
        return (
            f"<!DOCTYPE html><html lang='id'><head><title>{escape(title or self.title)}</title>{self.head}{head}</head>"
            f"<body>{self.body}{body}</body></html>{tail}"
        )


def pages(chance: Random, each: int) -> list[Page]:
    """`each` pages of every kind."""
    made = []
    for kinds, bad in ((PLANTED, True), (INNOCENT, False)):
        for kind, write in kinds.items():
            for _ in range(each):
                blank = _blank(chance)
                url, html = write(chance, blank)
                made.append(Page(url, html, bad, kind))
    return made


def _blank(chance: Random) -> Blank:
    unit = f"{chance.choice(BODIES)} {chance.choice(PLACES)}"
    css = {name: coined(chance) + str(chance.randint(1, 9)) for name in ("nav", "card", "foot", "drop")}
    host = f"{coined(chance)}.{coined(chance)}kab.go.id"
    menu = "".join(
        f"<li class='{css['nav']}'><a href='/{coined(chance)}'>{word}</a></li>"
        for word in ("Profil", "Berita", "PPID", "Layanan", "Kontak")
    )
    cards = "".join(
        f"<div class='{css['card']}'><h3><a href='/baca/{n}'>{CLEAN['pengumuman'](chance)[0]}</a></h3><p>{' '.join(chance.sample(NEWS, 4))}</p></div>"
        for n in range(chance.randint(6, 40))
    )
    head = f"<meta name='description' content='Situs resmi {unit}'><style>.{css['drop']}{{display:none}} .{css['card']}{{padding:4px}} @media(max-width:600px){{.{css['nav']}{{display:none}}}}</style>"
    social = "<div class='{c}'><a href='https://www.facebook.com/x'>FB</a><a href='https://www.instagram.com/x'>IG</a></div>".format(
        c=css["drop"]
    )
    foot = (
        f"<footer class='{css['foot']}'><a href='https://www.lapor.go.id'>LAPOR!</a> {social} Hak cipta {unit}</footer>"
    )
    return Blank(
        f"https://{host}/",
        unit,
        f"{unit} - Situs Resmi",
        head,
        f"<header><ul>{menu}</ul></header><h1>{unit}</h1><main>{cards}</main>{foot}",
    )


def _links(chance: Random, least: int = 1, most: int = 14) -> str:
    found = []
    for _ in range(chance.randint(least, most)):
        words = chance.choice(
            (
                "slot gacor",
                "slot online",
                "situs togel",
                brand(chance).lower(),
                "judi bola",
                "toto macau",
                "rtp slot",
                "slot dana",
                "live draw hk",
            )
        )
        host = chance.choice(
            (
                f"{brand(chance).lower()}.com",
                f"{coined(chance)}.ac.id/?{words.replace(' ', '-')}",
                f"{coined(chance)}slot.net",
                f"{coined(chance)}.xyz",
            )
        )
        found.append(f"<a href='https://{host}'>{words}</a>")
    return " ".join(found)


def _styled(*styles: str):
    def write(chance: Random, blank: Blank) -> tuple[str, str]:
        tag = chance.choice(("div", "span", "p", "section", "ul"))
        return blank.url, blank.html(body=f"<{tag} style='{chance.choice(styles)}'>{_links(chance)}</{tag}>")

    return write


def _by_rule(chance: Random, blank: Blank) -> tuple[str, str]:
    name = coined(chance) + "x"
    style = chance.choice(
        (
            "position:absolute;top:-8000px",
            "opacity:0;position:fixed",
            "font-size:0;line-height:0",
            "max-height:0;overflow:hidden",
            "visibility:hidden",
        )
    )
    mark = chance.choice(("class", "id"))
    dot = "." if mark == "class" else "#"
    return blank.url, blank.html(
        head=f"<style>{dot}{name}{{{style}}}</style>", body=f"<div {mark}='{name}'>{_links(chance)}</div>"
    )


def _by_script(chance: Random, blank: Blank) -> tuple[str, str]:
    name = coined(chance) + "z"
    return blank.url, blank.html(
        body=f"<div id='{name}'>{_links(chance)}</div><script>document.getElementById('{name}').style.display='none'</script>"
    )


def _marquee(chance: Random, blank: Blank) -> tuple[str, str]:
    return blank.url, blank.html(body=f"<marquee width='1' height='1' scrollamount='9999'>{_links(chance)}</marquee>")


def _open_footer(chance: Random, blank: Blank) -> tuple[str, str]:
    return blank.url, blank.html(body=f"<div>Tautan: {_links(chance, 3)}</div>")


def _after(chance: Random, blank: Blank) -> tuple[str, str]:
    return blank.url, blank.html(tail=f"<div>{_links(chance, 3)}</div>")


def _takeover(chance: Random, blank: Blank) -> tuple[str, str]:
    title, snippet = SOLD[chance.choice(("slot", "togel", "bola", "setoran dan bonus", "meja dan ayam"))](chance)
    text = " ".join(SOLD[chance.choice(("slot", "rtp dan pola"))](chance)[0] + ". " + snippet for _ in range(12))
    return (
        blank.url,
        f"<html><head><title>{title}</title><meta name=description content='{snippet}'></head><body><h1>{title}</h1><p>{text}</p><a href='https://{coined(chance)}.com/daftar'>DAFTAR</a></body></html>",
    )


def _doorway(chance: Random, blank: Blank) -> tuple[str, str]:
    title, snippet = SOLD["slot"](chance)
    url = blank.url + chance.choice(
        ("?id=slot-gacor", "wp-content/uploads/2022/slot-online/", "index.php?go=SLOT-DANA", "berita?judi=slot88")
    )
    return url, blank.html(title=title, body=f"<article><h1>{title}</h1><p>{snippet} {title}.</p></article>")


def _redirect(chance: Random, blank: Blank) -> tuple[str, str]:
    code = f"window.location.{chance.choice(('href=', 'replace('))}'https://{brand(chance).lower()}.com/'"
    code = code + (")" if "replace(" in code else "") + ";"
    if chance.random() < 0.5:
        code = f"if(/google|bing/.test(document.referrer)){{{code}}}"
    packed = base64.b64encode(code.encode()).decode()
    codes = ",".join(str(ord(letter)) for letter in code)
    shape = chance.choice(
        (
            f"eval(atob('{packed}'))",
            f"eval(String.fromCharCode({codes}))",
            f"eval(unescape('{''.join(f'%{ord(c):02x}' for c in code)}'))",
            f"new Function(atob('{packed}'))()",
        )
    )
    return blank.url, blank.html(head=f"<script>{shape}</script>")


def _refresh(chance: Random, blank: Blank) -> tuple[str, str]:
    return blank.url, blank.html(
        head=f"<meta http-equiv='refresh' content='0; url=https://{coined(chance)}{chance.choice(('slot88', 'toto', 'bet77'))}.com/'>"
    )


def _canonical(chance: Random, blank: Blank) -> tuple[str, str]:
    where = f"https://{brand(chance).lower()}.{chance.choice(('com', 'net', 'site'))}/"
    return blank.url, blank.html(
        head=f"<link rel='canonical' href='{where}'><link rel='amphtml' href='{where}amp'>",
        title=SOLD["slot"](chance)[0],
    )


def _written(chance: Random, blank: Blank) -> tuple[str, str]:
    packed = base64.b64encode(f"<div style='display:none'>{_links(chance, 4)}</div>".encode()).decode()
    return blank.url, blank.html(body=f"<script>document.write(atob('{packed}'))</script>")


def _json_ld(chance: Random, blank: Blank) -> tuple[str, str]:
    title = SOLD[chance.choice(("slot", "togel"))](chance)[0]
    data = f'{{"@type":"Product","name":"{title}","description":"{title}","brand":"{brand(chance)}"}}'
    return blank.url + "?p=slot-" + coined(chance), blank.html(
        head=f"<script type='application/ld+json'>{data}</script><meta property='og:title' content='{title}'>"
    )


def _japanese(chance: Random, blank: Blank) -> tuple[str, str]:
    goods = "".join(
        f"<li><a href='/{coined(chance)}{n}.html'>【新品】{coined(chance)} 財布 激安 送料無料</a></li>"
        for n in range(12)
    )
    title = f"{chance.choice(('激安', '【人気】', '公式'))} {coined(chance).upper()} {chance.choice(('バッグ', '財布', 'スニーカー'))} 通販 送料無料"
    return (
        blank.url + f"{coined(chance)}/{chance.randint(100, 99999)}.html",
        f"<html lang='ja'><head><title>{title}</title></head><body><h1>{title}</h1><ul>{goods}</ul></body></html>",
    )


def _defaced(chance: Random, blank: Blank) -> tuple[str, str]:
    who = coined(chance).title() + chance.choice((" Cyber Team", "404", " Crew", "Sec"))
    title = chance.choice(
        (f"Hacked by {who}", f"Pwned By {who}", f"HackeD By {who} | Indonesia", f"{who} was here", f"Defaced by {who}")
    )
    text = chance.choice(
        (
            "Hello admin, your security is low. Patch your system!",
            "Greetz to: all member",
            "No system is safe. We are Anonymous.",
            "Website ini telah kami retas, segera perbaiki.",
        )
    )
    return (
        blank.url,
        f"<html><head><title>{title}</title></head><body style='background:#000'><h1>{title}</h1><p>{text}</p></body></html>",
    )


def _scattered(chance: Random, blank: Blank) -> tuple[str, str]:
    """One hidden link here and there inside the news."""
    body = blank.body
    for _ in range(3):
        body = body.replace("</p>", f" <span style='display:none'>{_links(chance, 1, 1)}</span></P>", 1)
    return blank.url, Blank(blank.url, blank.unit, blank.title, blank.head, body).html()


PLANTED = {
    "display none": _styled("display:none", "display: none !important", "DISPLAY:NONE"),
    "di luar layar": _styled("position:absolute;left:-9999px", "position: fixed; top: -5000px", "text-indent:-9999px;white-space:nowrap", "margin-left:-12000px"),
    "tak tampak": _styled("opacity:0", "font-size:0", "font-size:1px;color:#fff", "visibility:hidden", "color:#fff;background:#ffffff", "height:0;overflow:hidden", "width:1px;height:1px;overflow:hidden", "transform:scale(0)", "position:absolute;clip:rect(0 0 0 0)"),
    "aturan gaya": _by_rule, "skrip menyembunyikan": _by_script, "marquee": _marquee, "tersebar": _scattered, "kaki terbuka": _open_footer,
    "di belakang akhir": _after, "diambil alih": _takeover, "pintu masuk": _doorway, "skrip pengalih": _redirect, "penyegar": _refresh, "kanonik asing": _canonical,
    "ditulis skrip": _written, "data terstruktur": _json_ld, "barang jepang": _japanese, "diganti peretas": _defaced,
}  # fmt: skip


def _article(kind: str):
    def write(chance: Random, blank: Blank) -> tuple[str, str]:
        title = CLEAN[kind](chance)[0]
        text = "".join(
            f"<p>{' '.join(CLEAN[kind](chance))}. {chance.choice(NEWS)}</p>" for _ in range(chance.randint(4, 10))
        )
        others = "".join(f"<li><a href='/baca/{n}'>{CLEAN[kind](chance)[0]}</a></li>" for n in range(6))
        return blank.url + f"baca/{chance.randint(1, 999)}", blank.html(
            title=f"{title} - {blank.unit}",
            body=f"<article><h1>{title}</h1>{text}</article><aside><ul>{others}</ul></aside>",
        )

    return write


def _plain(chance: Random, blank: Blank) -> tuple[str, str]:
    return blank.url, blank.html()


def _folded(chance: Random, blank: Blank) -> tuple[str, str]:
    partners = "".join(
        f"<a href='https://{coined(chance)}.{chance.choice(('co.id', 'or.id', 'go.id'))}'>Mitra {n}</a>"
        for n in range(chance.randint(2, 6))
    )
    return blank.url, blank.html(
        body=f"<div id='m' style='display:none'><a href='/a'>Menu</a>{partners}</div><a class='sr' style='position:absolute;left:-9999px' href='#isi'>Lompat ke isi</a><div style='opacity:0' class='slide'><a href='/b'>Banner</a></div>"
    )


def _coded(chance: Random, blank: Blank) -> tuple[str, str]:
    picture = base64.b64encode(chance.randbytes(300)).decode()
    return blank.url, blank.html(
        head=f"<meta http-equiv='refresh' content='5; url=https://www.{blank.url[8:]}'><link rel='canonical' href='{blank.url}'>",
        body=f"<img src='data:image/png;base64,{picture}'><script>var s='{picture}';(function(w,d){{w.dataLayer=[];d.createElement('script').src='https://www.googletagmanager.com/gtag/js'}})(window,document);</script><button onclick=\"location.href='https://wa.me/62'\">WA</button>",
    )


def _hack_news(chance: Random, blank: Blank) -> tuple[str, str]:
    title = chance.choice(
        (
            "Situs {u} Sempat Diretas, Kini Pulih",
            "Workshop Ethical Hacking dan Keamanan Web {u}",
            "Bimtek CSIRT: Mengenal Web Defacement",
        )
    ).format(u=blank.unit)
    text = (
        "<p>Laman sempat menampilkan tulisan Hacked by kelompok tak dikenal. Tim CSIRT memulihkan layanan. "
        + " ".join(NEWS)
        + "</p>"
    )
    return blank.url + "baca/9", blank.html(title=title, body=f"<article><h1>{title}</h1>{text * 2}</article>")


def _sister_city(chance: Random, blank: Blank) -> tuple[str, str]:
    return blank.url + "baca/7", blank.html(
        title=f"Kunjungan dari Jepang 日本 ke {blank.unit}",
        body="<article><h1>Kunjungan sahabat</h1><p>Delegasi menyampaikan salam こんにちは kepada warga.</p></article>",
    )


INNOCENT = {
    "biasa": _plain, "menu terlipat": _folded, "sandi wajar": _coded, "kabar peretasan": _hack_news, "kota kembar": _sister_city,
    "lawan judi": _article("berita lawan judi"), "aduan": _article("laporan warga"), "kajian": _article("kajian judi"), "kata mirip": _article("kata mirip"), "pengumuman": _article("pengumuman"), "jurnal": _article("jurnal"),
}  # fmt: skip
