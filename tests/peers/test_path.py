"""A story from a phone without a signal to every channel once, read back there, carried on, and reported to its sender.

Everything is real but the platforms that nobody can have on a desk: a browser with touch, the web part, two workers,
WordPress, Bluesky. Platforms are found, not named: one more simulator is one more channel of this path.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import urllib.request
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from tests.browser.examine import DESK, PHONE
from tests.browser.walking import Walker
from tests.kernel.pictures.test_cleaning import picture
from tests.kernel.videos.film import film
from tests.peers.house import House, Target, house_open
from tests.project.installation import wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, FilePayload, Locator

pytestmark = pytest.mark.browser
TOLD = (
    "Balita 9–59 bulan mendapat imunisasi campak gratis.\n"
    "Mulai Senin 6 April 2026 pukul 08.00 WIB.\n"
    "Tempat: semua puskesmas dan posyandu keliling.\n"
    "Bawa buku KIA; tidak perlu mendaftar.\n"
    "Petugas datang ke desa yang jauh."
)
TITLE = "Imunisasi campak gratis mulai 6 April"
MENDED = TOLD.replace("Petugas datang", "Petugas puskesmas datang")
LEAD = MENDED.splitlines()[0]
FILM_TOLD = "Cara menyiapkan balita sebelum imunisasi, dalam empat detik."
FILM_TITLE = "Siapkan balita sebelum imunisasi campak"
PROOF = "https://wa.example/kanal-dinkes/77"
CARRIED = "https://dinsos.example/status/12"
HOUR = 20
"""Seconds from the desk's decision to the hour that it names."""
READY = "form[data-ready]"


@pytest.fixture(scope="module")
def house(tmp_path_factory, wordpress_site, bluesky_server) -> Iterator[House]:
    with house_open(tmp_path_factory.mktemp("house"), wordpress_site.editor(), bluesky_server.account()) as opened:
        yield opened


@pytest.fixture
def person(browser: Browser, house: House) -> Iterator[Callable[..., Walker]]:
    """A window of somebody: a phone with touch, or a desk."""
    opened: list[BrowserContext] = []
    walkers: list[Walker] = []

    def open_window(name: str, *, phone: bool = False) -> Walker:
        hand = {"has_touch": True, "is_mobile": True} if phone else {}
        context = browser.new_context(
            viewport=PHONE if phone else DESK, locale="id-ID", timezone_id="Asia/Jakarta", **hand
        )
        opened.append(context)
        if name:
            context.add_cookies([{"name": "sessionid", "value": house.sessions[name], "url": house.root}])
        walkers.append(Walker(context.new_page(), house.root, touch=phone, looked=_kept))
        return walkers[-1]

    yield open_window
    for context in opened:
        context.close()
    # 422 is a form that tells what is wrong with it
    dead = [told for walker in walkers for told in walker.dead_ends if not told.startswith("422 ")]
    assert (dead, [told for walker in walkers for told in walker.too_wide]) == ([], [])


def _kept(page) -> None:
    """Pictures of the way, where a folder for them is named."""
    if folder := os.environ.get("SULUH_PATH_PICTURES"):
        number = len(list(Path(folder).glob("*.png")))
        page.screenshot(path=Path(folder) / f"{number:03}.png", full_page=True)


def test_a_story_told_without_a_signal_stands_everywhere_once_and_is_carried_on_and_reported(house, person):
    photos, films = house.split()
    assert {one.platform for one in house.targets if one.kind == "simulated"} == set(house.servers.platforms)
    assert {one.platform for one in house.targets if one.kind == "real"} == {"wordpress", "bluesky"}

    sender = person("sender", phone=True)
    sent_without_a_signal(sender, house)
    read = edited_and_approved_by_the_head(person)
    due = scheduled(read, photos, refusing=films)
    nothing_is_public_before(due, house)
    posted_by_hand(person, photos)
    the_sender_reads(sender, TITLE, photos)
    shown_once(house, [one for one in photos if one.kind != "hand"], TITLE, LEAD)
    photo_is_the_one_that_was_sent(house, photos)
    the_portal_shows(person("", phone=True), house)

    film_goes_where_no_photo_may(house, person, films)

    carried_on(house, person)
    the_sender_reads(sender, TITLE, photos, carried=2)


def sent_without_a_signal(sender: Walker, house: House) -> None:
    """The form is there offline, keeps what is written, and sends it by itself once."""
    page = sender.goes(house.form).page
    page.wait_for_selector(READY)
    page.evaluate("navigator.serviceWorker.ready.then(() => undefined)")
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector(READY)
    taken: FilePayload = {"name": "posyandu.jpg", "mimeType": "image/jpeg", "buffer": picture("JPEG", (2400, 1800))}
    page.locator("[data-choose]").last.set_input_files(taken)
    page.get_by_label("Apa yang tampak pada foto?").fill("Ibu dan balita di depan tenda posyandu")
    page.get_by_label("Apa yang terjadi?").fill(TOLD)
    page.get_by_text("Jenis, kontak, judul").tap()
    page.get_by_label("Kontak untuk warga").fill("Dinas Kesehatan, (0000) 000-113")
    page.get_by_label("Jenis naskah").select_option(label="Informasi layanan")
    page.get_by_role("button", name="Simpan dan kirim nanti").tap()
    page.locator("[data-queue] li").wait_for()
    _kept(page)
    page.context.set_offline(False)
    # where the line is back before the first try has given up, that try leads on to the story itself
    told, listed = page.get_by_text("sudah di meja redaksi"), page.locator("a.name", has_text=LEAD[:20])
    told.or_(listed).or_(page.get_by_role("heading", name=LEAD[:20])).first.wait_for()
    sender.goes(house.form).presses(LEAD.rstrip(".")).reads("belum dipegang", "Kepala unit")


def edited_and_approved_by_the_head(person: Callable[..., Walker]) -> Walker:
    """An editor gives it its title and mends a line; the head of the office approves on a phone; the desk opens it."""
    title = LEAD.rstrip(".")
    editor = person("editor").goes("/redaksi/?tab=meja").presses(title).presses("Pegang naskah")
    editor.presses("Sunting naskah").fills(title=TITLE, text=MENDED).presses("Simpan naskah").reads(TITLE)
    head = person("head", phone=True).goes("/redaksi/?tab=saya").presses(TITLE).presses("Baca dan putuskan")
    head.reads("Petugas puskesmas datang").presses("Setujui")
    return person("desk").goes("/redaksi/?tab=saya").presses(TITLE).presses("Baca dan putuskan")


def scheduled(desk: Walker, targets: list[Target], *, refusing: list[Target]) -> datetime:
    """Every channel that takes the story is ticked, what the others lack is told, and the desk names an hour."""
    page = desk.page
    ticked = {
        target.label for target in [*targets, *refusing] if page.get_by_label(target.label, exact=True).is_checked()
    }
    assert ticked == {target.label for target in targets}
    for target in refusing:
        page.get_by_label(target.label, exact=True).check()
    desk.presses("Setujui dan terbitkan").reads(*(f"{target.label}: Tambahkan video" for target in refusing))
    for target in refusing:
        page.get_by_label(target.label, exact=True).uncheck()
    due = datetime.now(ZoneInfo("Asia/Jakarta")).replace(microsecond=0) + timedelta(seconds=HOUR)
    page.locator("[name=due_at]").fill(due.strftime("%Y-%m-%dT%H:%M:%S"))
    desk.presses("Setujui dan terbitkan").reads("Menunggu waktunya")
    return due


def nothing_is_public_before(due: datetime, house: House) -> None:
    """Looked at after the approval and before the hour."""
    shown = (house.servers.shown.posts, house.wordpress.posts, house.bluesky.records(), _portal(house))
    assert datetime.now(due.tzinfo) < due, "the machine was too slow to look before the hour"
    assert shown == ([], [], [], [])


def posted_by_hand(person: Callable[..., Walker], targets: list[Target]) -> None:
    """Where only a person can post, the unit's officer posts and gives the address as proof."""
    (hand,) = (one for one in targets if one.kind == "hand")
    officer = person("sender", phone=True)

    def asked() -> bool:
        officer.goes("/penayangan/?tab=tanya")
        return hand.label in officer.page.inner_text("main")

    wait_for("the card lies on the officer's table", asked)
    officer.presses("Buka kartunya").reads(LEAD)
    photo = officer.page.get_by_alt_text("Ibu dan balita di depan tenda posyandu")
    assert photo.evaluate("image => image.naturalWidth") == 1600
    officer.fills(url=PROOF).presses("Ya, sudah tayang")


def the_sender_reads(sender: Walker, title: str, targets: list[Target], *, carried: int = 0) -> None:
    """Every target with what became of it, on the phone from which the story came."""
    sender.goes("/redaksi/?tab=setuju").presses(title)
    rows = sender.page.locator("section[aria-labelledby=tayang] li")

    def settled() -> bool:
        sender.page.reload()
        return (
            "Menunggu waktunya" not in " ".join(rows.all_inner_texts()) and rows.filter(has_text="Sedang").count() == 0
        )

    wait_for("every channel has an end", settled)
    told = {row.locator(".name").inner_text(): _mark(row) for row in rows.all()}
    assert told == {target.label: "Tayang" for target in targets}
    assert all(row.locator("a.proof").count() for row in rows.all())
    sender.reads(
        "Di portal", *([f"{carried} dari {carried} unit meneruskan, {carried} dalam 48 jam"] if carried else [])
    )
    _kept(sender.page)


def _mark(row: Locator) -> str:
    return row.locator(".mark").first.inner_text().strip()


def shown_once(house: House, targets: list[Target], title: str, lead: str) -> None:
    """Every account shows exactly one post of the story, with its words."""
    shown = {
        target.label: [text for text in _texts(house, target) if title in text or lead in text] for target in targets
    }
    assert {label: len(texts) for label, texts in shown.items()} == dict.fromkeys(shown, 1)
    wrong = [label for label, (text,) in shown.items() if not (title in text and lead in text)]
    assert wrong == []


def _texts(house: House, target: Target) -> list[str]:
    """Title and words of what the public reads on an account."""
    if target.kind == "simulated":
        posts = [post for post in house.servers.shown.posts if post.platform == target.platform and post.visible]
        return [unescape(f"{post.more.get('title', '')}\n{post.text}") for post in posts]
    if target.platform == "wordpress":
        rows = house.wordpress.posts
        return [unescape(f"{row['title']['rendered']}\n{row['content']['rendered']}") for row in rows]
    return [record["value"]["text"] for record in house.bluesky.records()]


def photo_is_the_one_that_was_sent(house: House, targets: list[Target]) -> None:
    """The same photo, small enough and without its place, stands on each real server and at each simulated one."""
    (post,) = house.wordpress.posts
    address = post["content"]["rendered"].split('src="', 1)[1].split('"', 1)[0]
    seen = house.wordpress.site.bytes(address.removeprefix(house.wordpress.site.address))
    (record,) = house.bluesky.records()
    assert record["value"]["embed"]["images"][0]["alt"] == "Ibu dan balita di depan tenda posyandu"
    blob = house.bluesky.blob(record["value"]["embed"]["images"][0]["image"]["ref"]["$link"])
    assert Image.open(io.BytesIO(seen)).width == Image.open(io.BytesIO(blob)).width == 1600
    assert seen == blob
    digest = hashlib.sha256(blob).hexdigest()
    simulated = {one.platform for one in targets if one.kind == "simulated"}
    assert {name for name, _, sign in house.servers.shown.taken if sign == digest} == simulated


def _portal(house: House) -> list[str]:
    """Titles on the portal, for everybody's programs."""
    with urllib.request.urlopen(f"{house.root}/umpan.json", timeout=20) as answer:
        return [item["title"] for item in json.load(answer)["items"]]


def the_portal_shows(citizen: Walker, house: House) -> None:
    """A citizen finds it on a phone, with its photo."""
    assert _portal(house).count(TITLE) == 1
    citizen.goes("/beranda/").presses(TITLE).reads(LEAD)
    photo = citizen.page.get_by_alt_text("Ibu dan balita di depan tenda posyandu")
    assert photo.evaluate("image => image.naturalWidth") > 0


def film_goes_where_no_photo_may(house: House, person: Callable[..., Walker], films: list[Target]) -> None:
    """A second story with a film, sent from the phone, for the channels that show nothing else."""
    sender = person("sender", phone=True).goes(house.form)
    page = sender.page
    page.wait_for_selector(READY)
    taken: FilePayload = {"name": "siap.mp4", "mimeType": "video/mp4", "buffer": film(size=(480, 854), seconds=4)}
    page.locator("[data-choose]").last.set_input_files(taken)
    page.get_by_label("Apa isi video ini?").fill("Seorang ibu membuka buku KIA")
    page.get_by_label("Apa yang terjadi?").fill(FILM_TOLD)
    page.get_by_text("Jenis, kontak, judul").tap()
    page.get_by_label("Judul").fill(FILM_TITLE)
    page.get_by_label("Kontak untuk warga").fill("Dinas Kesehatan, (0000) 000-113")
    page.get_by_label("Jenis naskah").select_option(label="Informasi layanan")
    page.get_by_role("button", name="Kirim ke meja redaksi").tap()
    page.wait_for_url("**/redaksi/naskah/*/")
    head = person("head", phone=True).goes("/redaksi/?tab=saya").presses(FILM_TITLE)
    head.presses("Baca dan putuskan").presses("Setujui")
    desk = person("desk").goes("/redaksi/?tab=saya").presses(FILM_TITLE)

    def prepared() -> bool:
        desk.page.reload()
        return "sedang disiapkan" not in desk.page.inner_text("main")

    wait_for("the film is prepared", prepared)
    desk.presses("Baca dan putuskan")
    for target in house.targets:
        desk.page.get_by_label(target.label, exact=True).set_checked(target in films)
    desk.presses("Setujui dan terbitkan")
    the_sender_reads(sender, FILM_TITLE, films)
    shown_once(house, films, FILM_TITLE, FILM_TOLD)


def carried_on(house: House, person: Callable[..., Walker]) -> None:
    """Two units are asked. One shows where it did; the other's post is recognised on its own site."""
    desk = person("desk").goes("/redaksi/?tab=setuju").presses(TITLE).presses("Minta unit meneruskan")
    desk.ticks(*house.units.values()).presses("Minta dari unit").presses(TITLE).reads("0 dari 2 unit")

    sibling = person("sibling", phone=True).goes("/menunggu/")
    sibling.presses("Buka bahan")
    assert LEAD in sibling.page.locator("#takarir").input_value()
    sibling.fills(url=CARRIED).presses("Di sini kami meneruskannya")

    address = house.village.carries(TITLE, LEAD)
    house.village_is_visited()
    desk.goes("/redaksi/repost/").presses(TITLE).reads("2 dari 2 unit", "Diteruskan tepat waktu")
    proofs = {link.get_attribute("href") for link in desk.page.locator("a.proof").all()}
    assert {CARRIED, address} <= proofs
