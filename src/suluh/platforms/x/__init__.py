"""X, API v2: each post costs; after an unclear answer the account's own timeline is read."""

from .platform import X

PLATFORM = X()
