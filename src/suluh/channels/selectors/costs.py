"""What a content would cost on a channel, in words for whoever approves it."""

from __future__ import annotations

from suluh.channels.frozen import Content
from suluh.channels.models import Channel
from suluh.platforms.cost import Priced
from suluh.platforms.platform import platforms
from suluh.platforms.values import Post


def cost_words(channel: Channel, content: Content) -> str:
    """The price and what makes it dear; "" where the platform takes no money."""
    platform = platforms()[channel.platform]
    if not isinstance(platform, Priced):
        return ""
    return platform.cost(Post(content.text, content.title, content.link)).words
