"""Videos go up in pieces that add up, go on after a cut where they stopped, and are never read whole into memory."""

import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from suluh.demo.platforms.faults import Fault, Step
from suluh.demo.platforms.footage import clip
from suluh.demo.platforms.tiktok import _adds_up
from suluh.platforms.tiktok.pieces import pieces
from suluh.platforms.values import ByHand, Later, Live, Medium, Unsure
from tests.platforms.errands import FILM, WITH_VIDEO, Traveller
from tests.platforms.test_once import until_live

MEGABYTE = 1024 * 1024
LARGE = 70 * MEGABYTE + 12_345
"""More than the 64 MB above which TikTok wants pieces, and no multiple of anything."""


class Zeros(io.RawIOBase):
    """A video that stands nowhere, zeros but for its head; remembers the longest piece that was asked of it."""

    longest = 0

    def __init__(self, size: int) -> None:
        self.size, self.at, self.head = size, 0, clip(FILM)

    def seek(self, at: int, whence: int = 0) -> int:
        self.at = at
        return at

    def read(self, length: int = -1) -> bytes:
        assert length >= 0, "a video is read whole"
        Zeros.longest = max(Zeros.longest, length)
        whole = min(length, self.size - self.at)
        piece = self.head[self.at : self.at + whole]
        self.at += whole
        return piece + bytes(whole - len(piece))


def large(size: int = LARGE) -> Medium:
    return replace(WITH_VIDEO.media[0], content=b"", source=lambda: Zeros(size), weight=size)


def large_post():
    return replace(WITH_VIDEO, media=(large(),))


@given(st.integers(min_value=1, max_value=4 * 1024**3))
def test_pieces_of_any_video_are_what_tiktok_takes(size):
    cut = pieces(size)
    sent = list(cut.after(0))

    assert _adds_up(cut.size, cut.each, cut.count)
    assert len(sent) == cut.count
    assert [first for first, _ in sent] == [
        sum(length for _, length in sent[:n]) for n in range(min(len(sent), 40))
    ] or (len(sent) > 40)
    assert sum(length for _, length in sent) == size


@given(st.integers(min_value=1, max_value=10**9), st.data())
def test_what_has_arrived_is_not_sent_again(size, data):
    cut = pieces(size)
    done = data.draw(st.integers(min_value=0, max_value=cut.count - 1))

    rest = list(cut.after(done * cut.each))

    assert rest[0][0] == done * cut.each
    assert sum(length for _, length in rest) == size - done * cut.each


@pytest.mark.parametrize("platform", ["youtube", "tiktok", "x"])
def test_a_large_video_goes_up_in_pieces(servers, platform):
    Zeros.longest = 0

    until_live(Traveller(servers, platform, large_post()))

    assert len(servers.shown.posts) == 1
    assert 0 < Zeros.longest <= 16 * MEGABYTE


@pytest.mark.parametrize("platform", ["youtube", "tiktok"])
@pytest.mark.parametrize("fault", [Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.NONSENSE_AFTER])
def test_an_upload_that_was_cut_goes_on_where_it_stopped(servers, platform, fault):
    traveller = Traveller(servers, platform, large_post())
    servers.script.steps = [Step(fault, platform=platform, path="/upload/", skip=3)]

    until_live(traveller)

    assert len(servers.shown.posts) == 1
    opened = servers.platforms[platform]
    assert len(opened.sessions if platform == "youtube" else opened.uploads) == 1


def test_a_process_that_died_in_the_middle_of_an_upload_goes_on_with_it(servers):
    traveller = Traveller(servers, "youtube", large_post())
    servers.script.steps = [Step(Fault.CUT_BEFORE, platform="youtube", path="/upload/s", skip=4)]
    assert isinstance(traveller.send(), Unsure)

    again = Traveller(servers, "youtube", large_post())
    again.kept, again.key, again.begun = traveller.kept, traveller.key, traveller.begun

    assert isinstance(until_live(again), Live)
    assert len(servers.platforms["youtube"].sessions) == 1


def test_a_session_that_youtube_forgot_after_the_last_byte_is_found_among_the_uploads(servers):
    traveller = Traveller(servers, "youtube", WITH_VIDEO)
    servers.script.steps = [Step(Fault.CUT_AFTER, platform="youtube", path="/upload/s")]
    assert isinstance(traveller.send(), Unsure)
    servers.platforms["youtube"].sessions.clear()

    assert isinstance(traveller.look(), Live)
    assert len(servers.shown.posts) == 1


def test_a_session_that_youtube_forgot_before_the_last_byte_begins_anew(servers):
    traveller = Traveller(servers, "youtube", WITH_VIDEO)
    servers.script.steps = [Step(Fault.CUT_BEFORE, platform="youtube", path="/upload/s")]
    assert isinstance(traveller.send(), Unsure)
    servers.platforms["youtube"].sessions.clear()

    until_live(traveller)

    assert len(servers.shown.posts) == 1


def test_a_days_quota_that_is_used_up_is_waited_for(servers):
    servers.platforms["youtube"].most = 0

    outcome = Traveller(servers, "youtube", WITH_VIDEO).send()

    assert isinstance(outcome, Later)
    assert outcome.seconds >= 3600


def test_too_many_uploads_a_minute_are_waited_for(servers):
    servers.platforms["tiktok"].most = 0

    assert isinstance(Traveller(servers, "tiktok", WITH_VIDEO).send(), Later)


def test_an_app_that_was_not_audited_leaves_the_last_step_to_a_person(servers):
    traveller = Traveller(servers, "tiktok", WITH_VIDEO, account="kecil")

    traveller.send()
    traveller.look()
    outcome = traveller.look()

    assert isinstance(outcome, ByHand)
    assert "privasinya" in outcome.reason
    assert [post.more["level"] for post in servers.shown.posts] == ["SELF_ONLY"]


def test_a_video_longer_than_the_account_may_show_is_refused_with_its_seconds(servers):
    servers.platforms["tiktok"].longest = 300
    post = replace(WITH_VIDEO, media=(replace(WITH_VIDEO.media[0], seconds=301.0),))

    outcome = Traveller(servers, "tiktok", post).send()

    assert "300 detik" in outcome.reason
