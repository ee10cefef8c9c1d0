"""Facebook pages: a post is made unpublished, which nobody sees, and then shown by its id."""

from .platform import Facebook

PLATFORM = Facebook()
