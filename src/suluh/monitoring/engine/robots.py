"""What a site's robots.txt allows us, how slowly it wants us, and where it says its sitemaps are."""

from __future__ import annotations

from dataclasses import dataclass, field

from protego import Protego

_NAME = "Suluh"


@dataclass(slots=True)
class Rules:
    """The rules of one robots.txt. A missing or broken one allows everything."""

    text: str = ""
    delay: float = field(init=False, default=0.0)
    """Crawl-delay in seconds, 0 when there is none."""
    _parsed: Protego | None = None

    def __post_init__(self) -> None:
        self._parsed = Protego.parse(self.text) if self.text.strip() else None
        self.delay = float(self._parsed.crawl_delay(_NAME) or 0.0) if self._parsed else 0.0

    def allows(self, url: str) -> bool:
        """May this address be fetched by us?"""
        return self._parsed is None or bool(self._parsed.can_fetch(url, _NAME))

    @property
    def sitemaps(self) -> list[str]:
        """Addresses of the declared sitemaps, as written."""
        return list(self._parsed.sitemaps) if self._parsed else []
