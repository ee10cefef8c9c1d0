"""A video from outside is measured and encoded anew by a child that may do little, or refused with a reason."""

import av
import pytest
from PIL import Image

from suluh.kernel.pictures import Crop
from suluh.kernel.videos import VideoFault, VideoRefused, is_video, video_measure, video_prepare

from .film import film, turned

PLAYLIST = b"#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/hostname\n#EXT-X-ENDLIST\n"


@pytest.fixture
def lies(tmp_path):
    def make(content: bytes):
        path = tmp_path / "sent"
        path.write_bytes(content)
        return path

    return make


def measured(path, longest: float = 60):
    return video_measure(path, poster=path.parent / "poster.jpg", longest=longest)


def prepared(path, *, longest: float = 60, side: int = 1280):
    return video_prepare(path, to=path.parent / "made.mp4", longest=longest, side=side)


def test_a_film_that_may_weigh_little_weighs_little(lies):
    path = lies(film(size=(640, 480), seconds=6))
    made = path.parent / "made.mp4"

    video_prepare(path, to=made, longest=60, side=1280, within=300_000)

    assert made.stat().st_size <= 300_000


def test_a_film_too_long_for_its_bytes_is_refused(lies):
    path = lies(film(seconds=6))

    assert fault(video_prepare, path, to=path.parent / "made.mp4", longest=60, side=64, within=50_000) == (
        VideoFault.TOO_HEAVY
    )


def test_a_film_is_cut_around_its_focus(lies):
    path = lies(film(size=(96, 64)))
    made = path.parent / "made.mp4"

    measures = video_prepare(path, to=made, longest=60, side=1280, crop=Crop(1, 1, across=0.0))

    assert (measures.width, measures.height) == (64, 64)
    with av.open(str(made)) as box:
        first = next(box.decode(video=0)).to_image().convert("L")
    assert first.getpixel((5, 5)) > 200


def fault(deed, *args, **kwargs):
    with pytest.raises(VideoRefused) as refused:
        deed(*args, **kwargs)
    return refused.value.fault


@pytest.mark.parametrize("form", ["mp4", "webm"])
def test_films_of_phones_become_h264_of_the_wanted_size(lies, form):
    path = lies(film(form=form))

    measures = prepared(path, side=48)

    assert (measures.width, measures.height, round(measures.seconds)) == (48, 32, 1)
    with av.open(str(path.parent / "made.mp4")) as made:
        assert made.streams.video[0].codec_context.name == "h264"


def test_the_sound_comes_along(lies):
    path = lies(film())
    prepared(path)

    with av.open(str(path.parent / "made.mp4")) as made:
        heard = sum(frame.samples for frame in made.decode(audio=0))
    assert heard == pytest.approx(48_000, rel=0.1)


def test_a_film_of_a_phone_held_upright_stands_upright(lies):
    path = lies(turned(film()))

    measures, made = measured(path), prepared(path)

    assert (measures.width, measures.height) == (made.width, made.height) == (64, 96)
    with av.open(str(path.parent / "made.mp4")) as container:
        frame = next(container.decode(video=0)).to_image()
    for picture in (frame, Image.open(path.parent / "poster.jpg")):
        assert picture.convert("L").getpixel((picture.width - 4, 4)) > 200
        assert picture.convert("L").getpixel((4, 4)) < 60


def test_nothing_of_what_the_phone_wrote_about_itself_is_left(lies):
    content = film()
    marked = content.replace(b"Lavf", b"GPS!")
    assert b"GPS!" in marked
    path = lies(marked)
    prepared(path)

    assert b"GPS!" not in (path.parent / "made.mp4").read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        b"\0\0\0\x18ftypisom" + PLAYLIST,
        b"#EXTftypmp42\n" + PLAYLIST,
        b"\x1a\x45\xdf\xa3" + PLAYLIST,
        b"\0\0\0\x18ftypisom" + b"ffconcat version 1.0\nfile /etc/hostname\n",
        film()[:900],
    ],
    ids=["playlist-as-mp4", "playlist-from-the-first-sign", "playlist-as-webm", "concat-as-mp4", "cut-off"],
)
def test_a_playlist_that_calls_itself_a_film_is_not_followed(lies, content):
    assert fault(measured, lies(content)) is VideoFault.NOT_A_VIDEO
    assert fault(prepared, lies(content)) is VideoFault.NOT_A_VIDEO


@pytest.mark.parametrize("head", [PLAYLIST, b"<svg/>", b"\0\0\0\x18ftypheic", b"RIFF\0\0\0\0AVI "])
def test_only_mp4_quicktime_and_webm_are_films(head):
    assert not is_video(head)


def test_a_film_that_is_too_long_is_refused_before_it_is_read(lies):
    assert fault(measured, lies(film(seconds=3)), longest=2) is VideoFault.TOO_LONG


def test_a_film_that_lies_about_its_length_is_stopped_on_the_way(lies):
    content = film(seconds=5, sound=False)
    told = content.index(b"mvhd") + 4 + 16
    mean = content[:told] + (100).to_bytes(4, "big") + content[told + 4 :]

    assert fault(prepared, lies(mean), longest=2) is VideoFault.TOO_LONG


def test_a_film_with_too_many_pixels_is_refused(lies):
    assert fault(measured, lies(film(size=(4400, 2400), seconds=0.1, sound=False))) is VideoFault.TOO_MANY_PIXELS
