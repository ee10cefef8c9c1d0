"""What the newsroom stores."""

from suluh.newsroom.models.approvals import Approval, Deputy, Review
from suluh.newsroom.models.charter import Charter, Override
from suluh.newsroom.models.comments import Comment, Mention
from suluh.newsroom.models.confirmations import Confirmation
from suluh.newsroom.models.notices import Notice, NoticeVersion
from suluh.newsroom.models.nudges import Nudge
from suluh.newsroom.models.publications import Publication
from suluh.newsroom.models.reposts import RepostCall, RepostShare
from suluh.newsroom.models.slots import FeedKey, Observance, Series, Slot
from suluh.newsroom.models.stories import Revision, Story

__all__ = [
    "Approval",
    "Charter",
    "Comment",
    "Confirmation",
    "Deputy",
    "FeedKey",
    "Mention",
    "Notice",
    "NoticeVersion",
    "Nudge",
    "Observance",
    "Override",
    "Publication",
    "RepostCall",
    "RepostShare",
    "Review",
    "Revision",
    "Series",
    "Slot",
    "Story",
]
