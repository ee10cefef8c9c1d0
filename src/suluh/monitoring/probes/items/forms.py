"""A request form counts when a citizen can fill it in and send it on the site; a file to download does not."""

from __future__ import annotations

import re

from suluh.monitoring.engine.values import Document, ItemState, Snapshot
from suluh.monitoring.probes.blocks import FormSeen
from suluh.monitoring.probes.evidence import Evidence
from suluh.monitoring.probes.outline import outline
from suluh.monitoring.probes.site import is_own

CODE = "I-permohonan"
OTHER_FORMS = re.compile(
    r"comment|komentar|search|cari|login|masuk|subscribe|newsletter|langganan|survei|survey|poll|rating|balas", re.I
)
OTHER_WORDS = re.compile(
    r"tinggalkan (balasan|komentar)|leave a (reply|comment)|kata sandi|password|berlangganan", re.I
)
SERVICES = re.compile(
    r"docs\.google\.com/forms|forms\.gle|forms\.office\.com|forms\.cloud\.microsoft|typeform\.com|jotform|surveymonkey"
    r"|s\.id/form|tally\.so|airtable\.com/(embed|shr)",
    re.I,
)
ASKED = re.compile(
    r"nama|name|nik|ktp|identitas|alamat|address|surel|e-?mail|telepon|telp|hp|phone|pekerjaan|rincian|tujuan|purpose"
    r"|informasi|information|pesan|details?",
    re.I,
)


def form_evidence(seen: Snapshot, named: list[Evidence]) -> list[Evidence]:
    """Pages named as request form, kept as found only where the form can be filled in there."""
    kept: list[Evidence] = []
    for one in named:
        if can_be_filled(one.page):
            one.state = ItemState.FOUND if is_own(one.page.url, seen) else ItemState.INHERITED
            kept.append(one)
        elif one.state is ItemState.STUB and not one.content.files and is_own(one.page.url, seen):
            kept.append(one)
    kept.sort(key=lambda one: (one.state is ItemState.STUB, -one.rank))
    return kept


def can_be_filled(page: Document) -> bool:
    """True when a page holds a form for a request, of its own or of a form service; looked for once a visit."""
    if "fillable" not in page.notes:
        page.notes["fillable"] = _holds_form(page)
    return bool(page.notes["fillable"])


def _holds_form(page: Document) -> bool:
    shape = outline(page)
    if any(block.kind == "embed" and SERVICES.search(block.source) for block in shape.blocks):
        return True
    if any(SERVICES.search(link.url) for link in shape.links if link.region == "main"):
        return True
    return any(_asks(form) for form in shape.forms)


def _asks(form: FormSeen) -> bool:
    kinds = [kind for kind, _ in form.fields]
    if "password" in kinds or OTHER_FORMS.search(form.mark) or OTHER_WORDS.search(form.text):
        return False
    asked = [name for kind, name in form.fields if kind not in ("search", "checkbox", "radio")]
    telling = any(ASKED.search(name) for name in asked)
    return (len(asked) >= 2 and telling) or (len(asked) >= 3 and "textarea" in kinds)
