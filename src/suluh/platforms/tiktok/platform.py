"""Posting a video to an account of TikTok (Content Posting API v2, direct post)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from suluh.kernel.http.calls import CallBroken, Calls, Reply
from suluh.platforms.access import Renewed, Sound, asked
from suluh.platforms.answers import FIRST_WAIT, LONGEST_WAIT, clean, understood, unpublished
from suluh.platforms.consent import Admitted, Consent, Place
from suluh.platforms.oauth import REFRESH, bearer, renewed
from suluh.platforms.pages import page_of
from suluh.platforms.platform import Need, Steps
from suluh.platforms.texts import with_link
from suluh.platforms.values import (
    Absent,
    Access,
    ByHand,
    Errand,
    Later,
    Live,
    Means,
    Medium,
    Outcome,
    Refused,
    Sighting,
    Unsure,
)

from .pieces import pieces
from .rules import RULES

PUBLISH, UPLOAD = "publish", "upload"
WORKS = 600.0
"""Seconds that TikTok may work on a video before a person is asked."""
SLOWER = 2.5
"""A piece may take so much longer than another call."""
BUSY_FOR = 25.0
"""Seconds after which an upload lets go and is taken up again."""
OPEN, CLOSED = "PUBLIC_TO_EVERYONE", "SELF_ONLY"
PRIVATE = (
    "Videonya sudah ada di akun TikTok, tetapi baru terlihat oleh pemiliknya karena aplikasi belum diaudit TikTok. "
    "Buka videonya, ubah privasinya menjadi Semua orang, lalu catat tautannya."
)
TOLD: dict[str, Refused | Later] = {
    "spam_risk_too_many_posts": Later(LONGEST_WAIT, "Jatah kiriman TikTok hari ini habis; dicoba lagi tiap jam."),
    "spam_risk_too_many_pending_share": Later(LONGEST_WAIT, "Terlalu banyak kiriman menunggu di TikTok; dicoba lagi."),
    "reached_active_user_cap": Later(LONGEST_WAIT, "Jatah akun aplikasi TikTok hari ini habis; dicoba lagi tiap jam."),
    "rate_limit_exceeded": Later(60.0, "TikTok meminta jeda."),
    "spam_risk_user_banned_from_posting": Refused("TikTok melarang akun ini mengirim.", access_lost=True),
    "scope_not_authorized": Refused("Akun ini belum mengizinkan video.publish.", access_lost=True),
    "access_token_invalid": Refused("Akses akun TikTok ditolak. Hubungkan ulang.", access_lost=True),
    "unaudited_client_can_only_post_to_private_accounts": Refused(
        "Aplikasi belum diaudit TikTok: jadikan akunnya privat dahulu, atau minta audit, lalu kirim ulang."
    ),
}


@dataclass(frozen=True, slots=True)
class Failed:
    """TikTok gave the video up, for a reason in its own words: nothing of it is public."""

    why: str


class TikTok:
    """An account of the office."""

    name = "tiktok"
    label = "TikTok"
    home = "https://open.tiktokapis.com"
    means = Means.PREPARED
    settles = 20.0
    pace = 10.0
    rules = RULES
    by_hand = Steps(
        correct="TikTok tidak menerima perubahan lewat program. Buka videonya di aplikasi, tekan ⋯, lalu Edit kiriman; "
        "bila pilihan itu tidak ada, hapus videonya dan unggah lagi.",
        withdraw="TikTok tidak menerima penghapusan lewat program. Buka videonya di aplikasi, tekan ⋯, pilih Hapus.",
    )
    consent = Consent(
        authorize=Place("/v2/auth/authorize/", "https://www.tiktok.com/v2/auth/authorize/"),
        token=Place("/v2/oauth/token/"),
        revoke=Place("/v2/oauth/revoke/"),
        scopes=("user.info.basic", "video.publish"),
        client="client_key",
        between=",",
    )
    needs = (
        Need("client", "Client key", "developers.tiktok.com › Manage apps.", secret=False),
        Need("client_secret", "Client secret", "Di halaman yang sama dengan Client key."),
        Need(REFRESH, "Refresh token", "Dari persetujuan akun dengan cakupan video.publish."),
        Need(
            "audited",
            "Sudah diaudit TikTok?",
            "Isi ya atau tidak; yang belum hanya dapat mengirim privat.",
            secret=False,
        ),
    )

    async def send(self, errand: Errand) -> Outcome:
        """Open an upload or go on with it; TikTok publishes when it has worked the whole video through."""
        if [one.mime.split("/")[0] for one in errand.post.media] != ["video"]:
            return Refused("TikTok memuat tepat satu video.")
        try:
            arrived = 0
            if errand.notes.get(PUBLISH):
                standing = await self._standing(errand)
                if not isinstance(standing, int):
                    return await self._ended(errand, standing)
                arrived = standing
            else:
                opened = await self._opened(errand)
                if opened is not None:
                    return opened
            return await self._uploaded(errand, arrived)
        except CallBroken as fault:
            return Unsure(f"{fault}; Suluh memeriksa unggahannya.")

    async def look(self, errand: Errand) -> Sighting:
        """Ask what became of the upload; without one, or while bytes are missing, nothing can be public."""
        if not errand.notes.get(PUBLISH):
            return Absent()
        try:
            standing = await self._standing(errand)
        except CallBroken as fault:
            return Unsure(str(fault))
        if isinstance(standing, Refused | Later):
            return Unsure(standing.reason)
        return standing if isinstance(standing, Live | Unsure | ByHand) else Absent()

    async def check(self, access: Access, calls: Calls) -> Sound | Refused | Unsure:
        """Ask what the account may post."""
        answer = await asked(_post(access, calls, "/v2/post/publish/creator_info/query/"))
        if not isinstance(answer, Reply):
            return answer
        return Sound() if answer.field("error", "code") == "ok" else Unsure("Layanan tidak menjawab seperti TikTok.")

    async def admitted(self, access: Access, calls: Calls) -> Admitted | Refused | Unsure:
        """Whose token it is."""
        answer = await asked(_post(access, calls, "/v2/post/publish/creator_info/query/"))
        if not isinstance(answer, Reply):
            return answer
        return Admitted(frozenset({answer.field("data", "creator_username")} - {""}), access.secrets)

    async def renew(self, access: Access, calls: Calls) -> Renewed | Refused | Unsure:
        """A token for a day; the longer one lives for a year and may change."""
        secrets = access.secrets
        form = {
            "grant_type": "refresh_token",
            "client_key": secrets.get("client", ""),
            "client_secret": secrets.get("client_secret", ""),
            "refresh_token": secrets.get(REFRESH, ""),
        }
        return await renewed(calls, access.address.rstrip("/") + "/v2/oauth/token/", form)

    async def _opened(self, errand: Errand) -> Outcome | None:
        """Open an upload under an id, which is noted; None when the bytes can go."""
        video = _video(errand)
        reply = await unpublished(_post(errand.access, errand.calls, "/v2/post/publish/creator_info/query/"))
        if not isinstance(reply, Reply):
            return reply
        longest = reply.field("data", "max_video_post_duration_sec")
        if longest.isdigit() and video.seconds > int(longest):
            return Refused(f"Akun TikTok ini memuat video paling lama {longest} detik. Potong videonya.")
        cut = pieces(video.size)
        source = {
            "source": "FILE_UPLOAD",
            "video_size": cut.size,
            "chunk_size": cut.each,
            "total_chunk_count": cut.count,
        }
        body = {
            "post_info": {"title": with_link(errand.post), "privacy_level": _level(errand, reply)},
            "source_info": source,
        }
        opened = await _post(errand.access, errand.calls, "/v2/post/publish/video/init/", body)
        publish, upload = opened.field("data", "publish_id"), opened.field("data", "upload_url")
        if not opened.ok or not publish or not upload:
            judged = _refusal(opened)
            return Later(FIRST_WAIT, judged.reason) if isinstance(judged, Unsure) else judged
        await errand.note(UPLOAD, upload)
        await errand.note(PUBLISH, publish)
        return None

    async def _uploaded(self, errand: Errand, arrived: int) -> Outcome:
        video, until = _video(errand), time.monotonic() + BUSY_FOR
        for first, length in pieces(video.size).after(arrived):
            if time.monotonic() > until:
                return Later(0.0, f"Video sedang diunggah: {first * 100 // video.size} %.", gained=True)
            headers = {"Content-Type": video.mime, "Content-Range": f"bytes {first}-{first + length - 1}/{video.size}"}
            piece = video.piece(first, length)
            reply = await errand.calls.call(
                "PUT", errand.notes[UPLOAD], headers=headers, body=piece, seconds=errand.calls.patience * SLOWER
            )
            if reply.status in (403, 404, 410, 416):
                return await self._forgotten(errand)
            if not reply.ok:
                return Unsure(f"TikTok menjawab {reply.status}; Suluh memeriksa unggahannya.")
        return Unsure("TikTok mengolah videonya.", patience=WORKS)

    async def _forgotten(self, errand: Errand) -> Outcome:
        """The address of the upload is no longer good; the id tells whether the video is there all the same."""
        standing = await self._standing(errand)
        if not isinstance(standing, int):
            return await self._ended(errand, standing)
        await errand.note(PUBLISH, "")
        return Later(FIRST_WAIT, "Unggahan ke TikTok dimulai lagi.")

    async def _ended(
        self, errand: Errand, standing: Live | Refused | Later | Unsure | ByHand | Failed
    ) -> Live | Refused | Later | Unsure | ByHand:
        """The end of an upload as an outcome; one that failed is forgotten, so that the next try begins anew."""
        if not isinstance(standing, Failed):
            return standing
        await errand.note(PUBLISH, "")
        return _failed(standing.why)

    async def _standing(self, errand: Errand) -> int | Live | Refused | Later | Unsure | ByHand | Failed:
        """What the id says: bytes that have arrived while some are missing, else what became of the video."""
        body = {"publish_id": errand.notes[PUBLISH]}
        reply = await _post(errand.access, errand.calls, "/v2/post/publish/status/fetch/", body)
        status = reply.field("data", "status")
        if not reply.ok or not status:
            return _refusal(reply)
        if status == "PROCESSING_UPLOAD":
            arrived = reply.field("data", "uploaded_bytes")
            count = int(arrived) if arrived.isdigit() else 0
            return count if count < _video(errand).size else Unsure("TikTok mengolah videonya.", patience=WORKS)
        if status == "PUBLISH_COMPLETE":
            return _shown(errand, reply)
        if status == "FAILED":
            return Failed(reply.field("data", "fail_reason"))
        return Unsure("TikTok mengolah videonya.", patience=WORKS)


def _level(errand: Errand, reply: Reply) -> str:
    """Public where the app is audited and the account allows it."""
    said = reply.json()
    data = said.get("data") if isinstance(said, dict) else None
    options = data.get("privacy_level_options") if isinstance(data, dict) else None
    may = isinstance(options, list) and OPEN in options
    return OPEN if may and _audited(errand) else CLOSED


def _audited(errand: Errand) -> bool:
    return errand.access.secrets.get("audited", "").strip().lower() in ("ya", "y", "sudah", "yes")


def _shown(errand: Errand, reply: Reply) -> Live | ByHand:
    said: Any = reply.json()
    found = said["data"].get("publicaly_available_post_id")
    number = str(found[0]) if isinstance(found, list) and found else ""
    if not number and not _audited(errand):
        return ByHand(PRIVATE)
    name = errand.access.handle.removeprefix("@")
    path = f"/@{name}/video/{number}" if number else f"/@{name}"
    return Live(number or errand.notes[PUBLISH], page_of(errand.access, "https://www.tiktok.com", path))


def _failed(why: str) -> Refused | Later:
    if why in ("internal", "video_pull_failed", ""):
        return Later(FIRST_WAIT, "TikTok gagal mengolah videonya; diunggah lagi.")
    return Refused(f"TikTok menolak videonya ({clean(why)}). Ubah videonya lalu kirim ulang.")


def _refusal(reply: Reply) -> Refused | Later | Unsure:
    return TOLD.get(reply.field("error", "code")) or understood(reply, reply.field("error", "message"))


def _video(errand: Errand) -> Medium:
    return errand.post.media[0]


async def _post(access: Access, calls: Calls, path: str, body: dict[str, Any] | None = None) -> Reply:
    return await calls.call("POST", access.address.rstrip("/") + path, headers=bearer(access), json=body or {})
