"""The paper of a decree: set once, and again only when what it may show has changed."""

from __future__ import annotations

import hashlib

from suluh.disclosure.models import Decree, DecreePrint
from suluh.disclosure.papers.decrees import decree_paper
from suluh.disclosure.selectors.decrees import decree_left_out, decree_lines


def decree_print(decree: Decree) -> bytes:
    """The decree with its list as PDF/UA, without what was excluded since; whoever asks has been let in already."""
    left_out = decree_left_out(decree)
    key = hashlib.sha256(f"{decree.state} {left_out}".encode()).hexdigest()
    kept = DecreePrint.objects.filter(decree=decree, key=key).first()
    if kept is not None:
        return bytes(kept.pdf)
    pdf = decree_paper(decree, decree_lines(decree), left_out=len(left_out))
    DecreePrint.objects.update_or_create(decree=decree, defaults={"key": key, "pdf": pdf})
    return pdf
