"""What the newsroom stores."""

from suluh.newsroom.models.stories import Revision, Story

__all__ = ["Revision", "Story"]
