"""Posts that break a rule of a platform, one for every way to break it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch

from bench.drafts import FAMILY, film, still
from suluh.demo.platforms.footage import Footage
from suluh.platforms import media_rules, shape_rules, text_rules
from suluh.platforms.kinds import Kind
from suluh.platforms.lengths import utf8_bytes
from suluh.platforms.values import Medium, Post


@singledispatch
def breaking(rule: object, post: Post) -> Iterator[Post]:
    """Posts that break the rule, one for each way."""
    raise NotImplementedError(rule)


@breaking.register
def _(rule: text_rules.TextLength, post: Post) -> Iterator[Post]:
    media = {"with media": (still(),), "without media": (), "always": post.media}[rule.when]
    word = FAMILY if rule.count is utf8_bytes else "kata "
    text = word
    while rule.count(text.strip()) <= rule.most:
        text += word * max(1, (rule.most - rule.count(text)) // max(1, rule.count(word)))
    yield replace(post, text=text, media=media)


@breaking.register
def _(rule: text_rules.TextNeeded, post: Post) -> Iterator[Post]:
    yield replace(post, text=" ", media=() if rule.media_do else post.media)


@breaking.register
def _(_rule: text_rules.TitleNeeded, post: Post) -> Iterator[Post]:
    yield replace(post, title="  ")


@breaking.register
def _(rule: text_rules.TitleLength, post: Post) -> Iterator[Post]:
    yield replace(post, title="Judul " * rule.most)


@breaking.register
def _(rule: text_rules.SignsNot, post: Post) -> Iterator[Post]:
    for sign in rule.signs:
        yield replace(post, text=f"{post.text} 1 {sign} 2")


@breaking.register
def _(rule: text_rules.MostMarked, post: Post) -> Iterator[Post]:
    start = {"tagar": "#tagar", "sebutan akun": "@akun", "tautan": "https://dinkes.go.id/"}[rule.marked]
    yield replace(post, text=" ".join(f"{start}{number}" for number in range(rule.most + 1)))


@breaking.register
def _(rule: media_rules.MediaCount, post: Post) -> Iterator[Post]:
    if rule.least:
        yield replace(post, media=())
    yield replace(post, media=(_one(rule.kind),) * (rule.most + 1))


@breaking.register
def _(_rule: media_rules.NotMixed, post: Post) -> Iterator[Post]:
    yield replace(post, media=(still(), film()))


@breaking.register
def _(_rule: media_rules.Formats, post: Post) -> Iterator[Post]:
    yield replace(post, media=(still("image/bmp"),))
    yield replace(post, media=(film(mime="video/x-msvideo"),))
    yield replace(post, media=(replace(still(), mime="application/pdf"),))


@breaking.register
def _(rule: media_rules.FileSize, post: Post) -> Iterator[Post]:
    # a tenth more: some platforms count a megabyte as 1,048,576 bytes, and the table takes the stricter reading
    size = rule.most * 11 // 10
    large = film(size=size) if rule.kind is Kind.VIDEO else still(size=size)
    yield replace(post, media=(large,))


@breaking.register
def _(rule: media_rules.AltNeeded, post: Post) -> Iterator[Post]:
    yield replace(post, media=(replace(_one(rule.kind), alt=" "),))


@breaking.register
def _(rule: media_rules.AltLength, post: Post) -> Iterator[Post]:
    yield replace(post, media=(replace(_one(rule.kind), alt="a" * (rule.most + 1)),))


@breaking.register
def _(rule: shape_rules.Ratio, post: Post) -> Iterator[Post]:
    for wide, high in ((rule.least[0] * 100 - 1, rule.least[1] * 100), (rule.most[0] * 100 + 1, rule.most[1] * 100)):
        yield replace(post, media=(_sized(rule.kind, wide, high),))


@breaking.register
def _(rule: shape_rules.Pixels, post: Post) -> Iterator[Post]:
    if rule.least:
        yield replace(post, media=(_measured(rule, rule.least - 1),))
    if rule.most:
        yield replace(post, media=(_measured(rule, rule.most + 1),))


@breaking.register
def _(rule: shape_rules.Duration, post: Post) -> Iterator[Post]:
    seen = Footage(1080, 1920, 30.0, "h264", "aac")
    if rule.least:
        yield replace(post, media=(film(replace(seen, seconds=rule.least - 0.2)),))
    yield replace(post, media=(film(replace(seen, seconds=rule.most + 1)),))


@breaking.register
def _(_rule: shape_rules.Codecs, post: Post) -> Iterator[Post]:
    seen = Footage(1080, 1920, 30.0, "h264", "aac")
    yield replace(post, media=(film(replace(seen, video="mpeg4")),))
    yield replace(post, media=(film(replace(seen, sound="opus")),))


def _one(kind: Kind) -> Medium:
    return film() if kind is Kind.VIDEO else still("image/gif" if kind is Kind.GIF else "image/jpeg")


def _sized(kind: Kind, width: int, height: int) -> Medium:
    if kind is Kind.VIDEO:
        return film(Footage(width, height, 30.0, "h264", "aac"))
    return still(width=width, height=height)


def _measured(rule: shape_rules.Pixels, size: int) -> Medium:
    match rule.measure:
        case shape_rules.Measure.WIDTH:
            return _sized(rule.kind, size, size)
        case shape_rules.Measure.HEIGHT:
            return _sized(rule.kind, size, size)
        case shape_rules.Measure.SUM:
            return _sized(rule.kind, size // 2, size - size // 2)
        case shape_rules.Measure.AREA:
            side = int(size**0.5)
            return _sized(rule.kind, side + 1, side + 1)
