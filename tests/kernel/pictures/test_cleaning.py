"""A picture from outside is drawn anew, or refused with a reason."""

import io
import struct
import zlib

import pytest
from PIL import Image

from suluh.kernel.pictures import Crop, PictureFault, PictureRefused, picture_clean, picture_redraw


def picture(form: str = "PNG", size: tuple[int, int] = (300, 200), **saved: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "#0b5a63").save(out, form, **saved)
    return out.getvalue()


def cleaned(content: bytes, side: int = 128) -> Image.Image:
    return Image.open(io.BytesIO(picture_clean(content, most_bytes=2_000_000, side=side)))


def fault(content: bytes, most_bytes: int = 2_000_000) -> PictureFault:
    with pytest.raises(PictureRefused) as refused:
        picture_clean(content, most_bytes=most_bytes, side=128)
    return refused.value.fault


@pytest.mark.parametrize("width", [1501, 703, 395])
def test_a_cut_never_passes_the_shape_however_small_it_is_drawn(width):
    sent = picture("PNG", (width, 200))

    for side in (1600, 333):
        drawn = picture_redraw(sent, most_bytes=2_000_000, side=side, photo=True, crop=Crop(191, 100))
        assert drawn.width * 100 <= drawn.height * 191


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_common_pictures_become_a_small_png(form):
    drawn = cleaned(picture(form))

    assert (drawn.format, max(drawn.size)) == ("PNG", 128)


def test_the_place_where_a_photo_was_taken_is_gone():
    exif = Image.Exif()
    exif[0x010E] = "rumah pejabat"
    content = picture("JPEG", exif=exif)
    assert b"rumah pejabat" in content

    assert b"rumah pejabat" not in picture_clean(content, most_bytes=2_000_000, side=128)


def test_a_photo_taken_upright_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6

    assert cleaned(picture("JPEG", exif=exif)).size == (85, 128)


def test_what_is_appended_to_a_picture_does_not_come_along():
    polyglot = picture() + b"PK\x03\x04<script>alert(1)</script>"

    assert b"<script>" not in picture_clean(polyglot, most_bytes=2_000_000, side=128)


@pytest.mark.parametrize(
    "content",
    [
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b"GIF89a" + b"\0" * 60,
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n<script>alert(1)</script>",
        b"",
    ],
    ids=["svg", "gif", "pdf", "png-in-name-only", "empty"],
)
def test_what_is_no_picture_is_refused(content):
    assert fault(content) is PictureFault.NOT_A_PICTURE


def test_a_pixel_bomb_is_refused_before_it_is_opened():
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 90_000, 9))

    assert fault(bomb + chunk(b"IEND", b"")) is PictureFault.TOO_MANY_PIXELS


def test_a_heavy_file_is_refused_unread():
    assert fault(picture(), most_bytes=100) is PictureFault.TOO_HEAVY
