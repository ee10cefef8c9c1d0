"""The office's own apps at the platforms, and where the platforms answer: settings of the server, never in the data."""

from __future__ import annotations

from django.conf import settings

from suluh.platforms.consent import App, Consents, Registers
from suluh.platforms.platform import Platform


def app_of(platform: Platform) -> App | None:
    """The office's app there, from a setting "name:secret"; None where none is set."""
    client, _, secret = str(getattr(settings.CONFIG, f"app_{platform.name}", "")).partition(":")
    return App(client.strip(), secret.strip()) if client.strip() and secret.strip() else None


def home_of(platform: Platform) -> str:
    """Where the one service of a platform answers; the simulated one where the demonstration says so."""
    base = settings.CONFIG.platforms_at.rstrip("/")
    return f"{base}/{platform.name}" if base and platform.home else platform.home


def asks_consent(platform: Platform) -> bool:
    """True where an account can be connected by its owner's consent: instances give apps, others need the office's."""
    return isinstance(platform, Consents) and (isinstance(platform, Registers) or app_of(platform) is not None)
