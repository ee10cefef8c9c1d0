"""What a machine lacks to start the real servers."""


class Missing(Exception):
    """Says for which server what is missing."""

    def __init__(self, server: str, needed: str) -> None:
        super().__init__(f"{server} cannot be started here. Needed: {needed}.")
