"""Debian's WordPress: a post with its picture is shown once, changed in place, taken down, and found again."""

import re
from urllib.error import HTTPError

import pytest

from suluh.channels.models import Channel, Delivery
from tests.peers.desk import TITLE, again, poster

State = Delivery.State


def connected(desk, editor, line=None):
    address = line.address if line else editor.site.address
    return desk.connect("wordpress", address, user=editor.user, password=editor.password)


def test_a_post_with_its_picture_is_public_and_nothing_of_it_is_markup(desk, wordpress):
    connected(desk, wordpress)

    title = f"{TITLE} <img src=x onerror=alert(1)>"
    made = desk.publish("wordpress", desk.content(text="Baris <b>satu</b> & dua.", title=title, picture=poster()))

    assert made.state == State.LIVE, made.reason
    page = wordpress.site.public(made.url.removeprefix(wordpress.site.address))
    assert "Imunisasi “campak” &amp; rubela" in page
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page
    assert "Baris &lt;b&gt;satu&lt;/b&gt; &amp; dua." in page
    picture = re.search(r'<img[^>]*src="([^"]+)"[^>]*alt="Poster jadwal &amp; tempat"', page)
    assert picture
    assert wordpress.site.bytes(picture[1].removeprefix(wordpress.site.address))[:3] == b"\xff\xd8\xff"


@pytest.mark.parametrize("lost", ["/wp/v2/media", '"status": "draft"', '"status": "publish"'])
def test_an_answer_that_was_lost_leaves_one_post(desk, wordpress, wordpress_line, lost):
    connected(desk, wordpress, wordpress_line)
    wordpress_line.cut_next(lost)

    made = desk.publish("wordpress", desk.content(picture=poster()))

    assert wordpress_line.cuts == 1
    assert made.state == State.LIVE, made.reason
    assert len(wordpress.posts) == 1


def test_a_worker_that_died_before_it_heard_finds_its_post(desk, wordpress):
    connected(desk, wordpress)
    made = desk.publish("wordpress")
    desk.forget_the_answer(made)

    desk.work("wordpress")

    assert again(made).state == State.LIVE
    assert again(made).remote == made.remote
    assert len(wordpress.posts) == 1


def test_two_posts_of_one_title_are_two(desk, wordpress):
    connected(desk, wordpress)

    first, second = desk.publish("wordpress"), desk.publish("wordpress", revision=9)

    assert first.remote != second.remote
    assert len(wordpress.posts) == 2


def test_a_correction_changes_the_post_and_its_picture_under_the_same_address(desk, wordpress, wordpress_line):
    connected(desk, wordpress, wordpress_line)
    made = desk.publish("wordpress", desk.content(picture=poster()))
    wordpress_line.cut_next(f"/wp/v2/posts/{made.remote}")

    changed = desk.correct("wordpress", desk.content(text="Pindah ke Selasa.", picture=poster(320, 240)))

    assert changed.state == State.LIVE, changed.reason
    assert wordpress_line.cuts == 1
    assert changed.url == made.url
    (row,) = wordpress.posts
    assert "Pindah ke Selasa." in row["content"]["rendered"]
    assert row["content"]["rendered"].count("<img") == 1


def test_a_withdrawn_post_is_gone_for_the_public_and_lies_in_the_bin(desk, wordpress, wordpress_line):
    connected(desk, wordpress, wordpress_line)
    made = desk.publish("wordpress")
    wordpress_line.cut_next("DELETE /")

    gone = desk.withdraw("wordpress")

    assert gone.state == again(made).state == State.GONE
    assert wordpress_line.cuts == 1
    assert wordpress.posts == []
    with pytest.raises(HTTPError, match="404"):
        wordpress.site.public(made.url.removeprefix(wordpress.site.address))


def test_a_post_that_somebody_put_into_the_bin_is_not_put_back(desk, wordpress):
    connected(desk, wordpress)
    made = desk.publish("wordpress")
    wordpress.bin(made.remote)

    changed = desk.correct("wordpress", desk.content(text="Pindah ke Selasa."))

    assert changed.state == State.FAILED
    assert wordpress.posts == []


def test_a_password_that_was_taken_back_stops_the_channel_and_loses_nothing(desk, wordpress):
    channel = connected(desk, wordpress)
    wordpress.revoke()

    made = desk.publish("wordpress")

    assert made.state == State.WAITING
    assert Channel.objects.get(pk=channel.pk).state == Channel.State.LOST
    assert wordpress.posts == []


def test_a_title_of_many_words_is_found_again(desk, wordpress, wordpress_line):
    connected(desk, wordpress, wordpress_line)
    wordpress_line.cut_next('"status": "draft"')

    made = desk.publish("wordpress", desk.content(title=(TITLE + " ") * 3))

    assert made.state == State.LIVE, made.reason
    assert len(wordpress.posts) == 1
