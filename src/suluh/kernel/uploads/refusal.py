"""A document that is not kept."""


class UploadRefused(Exception):
    """The document is not kept; the message is Indonesian and says why and what to do."""
