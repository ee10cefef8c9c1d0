"""What a post is for: an account of an activity, a service, a rule, figures, an announcement, or a call. Pure."""

from suluh.monitoring.mix.classify import Content, classify

__all__ = ["Content", "classify"]
