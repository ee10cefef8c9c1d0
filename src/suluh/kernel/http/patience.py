"""How long a server may keep us waiting: as long as the caps say, until it has shown that it answers nobody.

A machine that takes connections and never answers costs a whole time limit for each request, and it carries dozens of
sites as often as a living one. After a host has let two requests run out, or an address those of three hosts, without
one answer in between, the next are given up early. The first answer restores full patience.
"""

from __future__ import annotations

from dataclasses import dataclass, field

BRIEF = 7.0
"""Seconds a request may take where nobody was answered."""

_SILENT_REQUESTS = 2
_SILENT_HOSTS = 3


@dataclass(slots=True)
class Patience:
    """What was seen of silent addresses in this run; an address that answers is forgotten at once."""

    limit: float
    _silent: dict[str, dict[str, int]] = field(default_factory=dict)  # address → host → requests that ran out

    def seconds(self, host: str, address: str) -> float:
        """Seconds the next request to this host may take in all."""
        return min(BRIEF, self.limit) if self.worn_out(host, address) else self.limit

    def worn_out(self, host: str, address: str) -> bool:
        """True where enough requests ran out and nothing was answered since."""
        silent = self._silent.get(address)
        return silent is not None and (len(silent) >= _SILENT_HOSTS or silent.get(host, 0) >= _SILENT_REQUESTS)

    def answered(self, address: str) -> None:
        """Something came back from this address, if only a refusal."""
        self._silent.pop(address, None)

    def ran_out(self, host: str, address: str) -> None:
        """A request to this host got no answer in its time."""
        silent = self._silent.setdefault(address, {})
        if len(silent) < _SILENT_HOSTS or host in silent:
            silent[host] = silent.get(host, 0) + 1
