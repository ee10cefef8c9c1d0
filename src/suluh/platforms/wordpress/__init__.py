"""WordPress, the CMS of most units' sites: a draft first, then shown (REST API wp/v2, application password)."""

from .platform import WordPress

PLATFORM = WordPress()
