"""Who approves sees what a post costs, before it costs."""

import pytest

from suluh.channels.frozen import Content
from suluh.channels.selectors.costs import cost_words


@pytest.mark.parametrize(
    ("platform", "text", "told"),
    [
        ("x", "Jadwal di dinkes.", "US$0,015"),
        ("x", "Jadwal di https://dinkes.example/a", "US$0,200; tautan = 13× biaya"),
        ("mastodon", "Jadwal di https://dinkes.example/a", ""),
    ],
)
def test_a_price_is_told_where_there_is_one(speaking, platform, text, told):
    assert cost_words(speaking.channel(platform), Content(text)) == told
