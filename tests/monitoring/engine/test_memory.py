import json
from datetime import UTC, date, datetime

from suluh.monitoring.engine.memory import memory_from_json, memory_to_json
from suluh.monitoring.engine.values import (
    FindingSeen,
    ItemSeen,
    ItemState,
    PageMemory,
    PostSeen,
    Severity,
    SiteMemory,
)


def test_a_memory_comes_back_from_json_as_it_went():
    now = datetime(2026, 4, 2, 1, 0, tzinfo=UTC)
    post = PostSeen("https://a.example/1", "Satu", date(2026, 4, 1), "feed", "day", 0.9, None, "Admin", "berita", now)
    memory = SiteMemory(
        pages={"https://a.example/": PageMemory("e", "m", "h", {"title": "A"})},
        source={"feed": "https://a.example/feed"},
        posts={post.url: post},
        items=[ItemSeen("B-a1", ItemState.FOUND, "https://a.example/profil", "Profil")],
        findings=[FindingSeen("not-mobile", Severity.LOW, "Halaman tidak pas di telepon.", step="Pasang viewport.")],
        hosts=["b.example"],
        visited_at=now,
    )

    assert memory_from_json(json.loads(json.dumps(memory_to_json(memory)))) == memory


def test_nothing_remembered_gives_an_empty_memory():
    assert memory_from_json({}) == SiteMemory()
