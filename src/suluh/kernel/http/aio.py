"""aiohttp, loaded without the certificate authorities that it reads on import and that we never use.

Every https request of ours brings its own context (`Client.strict`, `Client.lax`). Reading the system's authorities,
twice, took as much CPU time as anything else that a short command loads. The contexts that aiohttp makes meanwhile
trust nobody: a request that came without a context of its own would fail, never pass.
"""

from __future__ import annotations

import ssl


def _trust_nobody(context: ssl.SSLContext) -> None:
    """Leave a context without authorities."""


ssl.SSLContext.set_default_verify_paths = _trust_nobody  # type: ignore[assignment]
try:
    import aiohttp
    from aiohttp.abc import AbstractResolver, ResolveResult
finally:
    del ssl.SSLContext.set_default_verify_paths  # the one of the class above is found again

__all__ = ["AbstractResolver", "ResolveResult", "aiohttp"]
