"""The contents of a made-up page: words, dates and the furniture around an article."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WORDS = {
    "id": "yang dan di dengan untuk pada dari ini dalam tidak akan oleh itu juga telah warga desa kecamatan kabupaten pemerintah "
    "kegiatan program bantuan masyarakat pembangunan jalan kesehatan layanan kepala dinas rapat musyawarah tahun anggaran pertanian "
    "sekolah anak ibu petani pasar harga air sungai banjir jembatan gotong royong bersama mendukung meningkatkan menyerahkan",
    "en": "the of and to in a is that for it was on are as with he be at by this from have not they which you council people report "
    "market water school road plan local minister village price health government service energy building river data project team "
    "yesterday said would could before after while during several thousand residents announced opened closed",
    "de": "der die und das in den von zu mit ist auf für nicht ein eine dem des sich auch an werden aus Stadt Gemeinde Bürger Rat Haus "
    "Straße Wasser Schule Projekt Jahr Bericht neue alte große kleine wurde haben können müssen gegen über unter zwischen Verein",
    "fr": "de la le et les des en un une du que est pour dans qui par sur plus pas au ce il ne se ville maire projet école eau route "
    "santé travail année rapport nouvelle ancien grand petit habitants conseil région marché prix énergie",
    "es": "de la que el en y los las un una del por con para se su es al lo como más no ha ciudad alcalde proyecto escuela agua "
    "carretera salud trabajo año informe nuevo antiguo grande pequeño vecinos consejo región mercado precio energía",
}
MONTHS = {
    "id": [
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "de": [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "es": [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
}
DAYS = {
    "id": ["Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
PHRASES = {
    "id": (
        "Diposting pada",
        "oleh",
        "Diperbarui",
        "Komentar",
        "Berita Terkait",
        "Berita Terbaru",
        "Bagikan",
        "Baca juga:",
    ),
    "en": (
        "Posted on",
        "by",
        "Last updated",
        "Comments",
        "Related articles",
        "Recent posts",
        "Share this",
        "Read also:",
    ),
    "de": (
        "Veröffentlicht am",
        "von",
        "Zuletzt aktualisiert",
        "Kommentare",
        "Mehr zum Thema",
        "Neueste Beiträge",
        "Teilen",
        "Lesen Sie auch:",
    ),
    "fr": (
        "Publié le",
        "par",
        "Mis à jour le",
        "Commentaires",
        "Articles liés",
        "Articles récents",
        "Partager",
        "À lire aussi :",
    ),
    "es": (
        "Publicado el",
        "por",
        "Actualizado el",
        "Comentarios",
        "Noticias relacionadas",
        "Entradas recientes",
        "Compartir",
        "Lea también:",
    ),
}
NAMES = ("Budi Santika", "Rina Maheswari", "Anna Keller", "Paul Morin", "Lucía Vargas", "Tom Hadley")


@dataclass(frozen=True)
class Piece:
    """What a page is about, before a kind gives it its shape."""

    rng: random.Random
    language: str
    title: str
    day: date
    paragraphs: list[str]
    site: str
    author: str

    @property
    def slug(self) -> str:
        """The title as it stands in an address."""
        return "-".join(self.title.lower().split())

    def phrase(self, which: int) -> str:
        """One of the set phrases of the page's language."""
        return PHRASES[self.language][which]

    def other_day(self, spread: int = 400) -> date:
        """Some other day, as printed beside comments and other news."""
        return self.day + timedelta(days=self.rng.randint(3, spread) * self.rng.choice((-1, 1)))

    def print_day(self, day: date | None = None, form: int | None = None) -> str:
        """The day as the language prints it, in one of four forms."""
        day = day or self.day
        month = MONTHS[self.language][day.month - 1]
        weekday = DAYS[self.language][day.weekday()]
        if self.language == "en":
            forms = (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{month[:3]} {day.day:02}, {day.year}",
                     f"{weekday}, {month} {day.day}, {day.year}")  # fmt: skip
        elif self.language == "de":
            forms = (
                f"{day.day}. {month} {day.year}",
                f"{day:%d.%m.%Y}",
                f"{weekday}, {day.day}. {month} {day.year}",
                f"{day.day}.{day.month}.{day.year}",
            )
        elif self.language == "es":
            forms = (
                f"{day.day} de {month} de {day.year}",
                f"{day:%d/%m/%Y}",
                f"{weekday}, {day.day} de {month} de {day.year}",
                f"{day.day} {month} {day.year}",
            )
        else:
            forms = (
                f"{day.day} {month} {day.year}",
                f"{weekday}, {day.day:02} {month} {day.year}",
                f"{day:%d/%m/%Y}",
                f"{day.day} {month[:3]} {day.year}",
            )
        return forms[self.rng.randrange(4) if form is None else form]

    def sentence(self, low: int = 8, high: int = 22) -> str:
        """A sentence of the page's language."""
        return sentence(self.rng, self.language, low, high)

    def teasers(self, count: int, shape: str) -> str:
        """Other news: `shape` may use {href}, {title}, {excerpt}, {date}."""
        return "\n".join(
            shape.format(
                href=f"/other/{self.rng.randrange(9999)}", title=self.sentence(4, 9).rstrip("."), excerpt=self.sentence(10, 20),
                date=self.print_day(self.other_day()), iso=self.other_day().isoformat(),
            )
            for _ in range(count)
        )  # fmt: skip

    def comments(self, shape: str) -> str:
        """Readers' comments, none to six: `shape` may use {name}, {date}, {words}."""
        later = [self.day + timedelta(days=self.rng.randint(0, 60)) for _ in range(self.rng.randrange(7))]
        return "\n".join(
            shape.format(
                name=self.rng.choice(NAMES), date=self.print_day(day), iso=day.isoformat(), words=self.sentence(10, 50)
            )
            for day in later
        )


@dataclass(frozen=True)
class Made:
    """A page with what a perfect reader would find in it."""

    kind: str
    html: str
    url: str
    title: str
    day: date
    text: str


Maker = Callable[[Piece], tuple[str, str]]
"""Gives a piece its HTML and its address."""


def sentence(rng: random.Random, language: str, low: int, high: int) -> str:
    """Random words as a sentence, with a comma now and then."""
    words = rng.choices(WORDS[language].split(), k=rng.randint(low, high))
    if len(words) > 9:
        words[len(words) // 2] += ","
    return " ".join(words).capitalize() + "."


def draw(kinds: dict[str, Maker], count: int, seed: int, languages: Sequence[str] = tuple(WORDS)) -> list[Made]:
    """`count` pages spread evenly over the kinds."""
    rng = random.Random(seed)
    pages = []
    for number in range(count):
        kind = list(kinds)[number % len(kinds)]
        language = rng.choice(languages)
        piece = Piece(
            rng=rng,
            language=language,
            title=sentence(rng, language, 5, 10).rstrip("."),
            day=date(2006, 1, 1) + timedelta(days=rng.randrange(7000)),
            paragraphs=[
                " ".join(sentence(rng, language, 8, 22) for _ in range(rng.randint(1, 5)))
                for _ in range(rng.randint(3, 14))
            ],
            site=f"{sentence(rng, language, 1, 2).rstrip('.').title()} News",
            author=rng.choice(NAMES),
        )
        html, url = kinds[kind](piece)
        pages.append(Made(kind, html, url, piece.title, piece.day, "\n".join(piece.paragraphs)))
    return pages
