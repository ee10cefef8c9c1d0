"""Requests that come in by mail: fetched from a mailbox, made harmless, laid before an officer as drafts."""
