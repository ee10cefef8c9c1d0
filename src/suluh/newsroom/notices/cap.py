"""One version of a notice as a document of the Common Alerting Protocol 1.2 (OASIS), for machines that warn people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid5
from xml.etree import ElementTree as Tree

from suluh.law.announcements import notice_contents
from suluh.newsroom.notices.texts import Act, Telling
from suluh.newsroom.notices.words import Urgency

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
KEMENDAGRI = re.compile(r"\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?")
"""Codes of regencies, districts and villages as the Ministry of Home Affairs gives them."""
LASTS_AFTER_END = timedelta(hours=1)
"""How long the message that a danger is over stays of interest."""
KINDS = {Act.ALERT: "Alert", Act.UPDATE: "Update", Act.CLEAR: "Update", Act.WITHDRAWN: "Cancel"}


@dataclass(frozen=True, slots=True)
class CapMessage:
    """A telling with what the protocol needs around it. `references` are those of all earlier messages."""

    telling: Telling
    identifier: str
    sender: str
    sent: str
    references: Sequence[str] = ()


def identifier_of(notice: UUID, number: int) -> str:
    """The name of a version for good: whoever asks again, from wherever, gets the same."""
    return f"urn:uuid:{uuid5(notice, str(number))}"


def stamp(at: datetime) -> str:
    """A time as the protocol writes it, to the second, with its zone in figures."""
    return at.replace(microsecond=0).isoformat()


def reference_of(*, sender: str, identifier: str, sent: str) -> str:
    """How later messages name this one."""
    return f"{sender},{identifier},{sent}"


def cap_document(message: CapMessage) -> bytes:
    """The document, UTF-8."""
    Tree.register_namespace("", NAMESPACE)
    telling = message.telling
    alert = Tree.Element(_name("alert"))
    _add(alert, "identifier", message.identifier)
    _add(alert, "sender", message.sender)
    _add(alert, "sent", message.sent)
    _add(alert, "status", "Actual")
    _add(alert, "msgType", KINDS[telling.act])
    _add(alert, "scope", "Public")
    if telling.said and telling.act != Act.ALERT:
        _add(alert, "note", telling.said)
    if message.references:
        _add(alert, "references", " ".join(message.references))
    _inform(alert, telling)
    return bytes(Tree.tostring(alert, encoding="utf-8", xml_declaration=True))


def _inform(alert: Tree.Element, telling: Telling) -> None:
    words, kind = telling.words, telling.words.template
    ended = telling.act in (Act.CLEAR, Act.WITHDRAWN)
    info = Tree.SubElement(alert, _name("info"))
    _add(info, "language", "id-ID")
    _add(info, "category", kind.category)
    _add(info, "event", kind.event)
    for response in ("AllClear",) if telling.act == Act.CLEAR else ("None",) if ended else kind.responses:
        _add(info, "responseType", response)
    _add(info, "urgency", "Past" if ended else Urgency(words.urgency).value.capitalize())
    _add(info, "severity", "Minor" if ended else words.severity.capitalize())
    _add(info, "certainty", words.certainty.capitalize())
    _pair(info, "eventCode", "Perki-1-2021-Pasal-19", kind.law)
    _times(info, telling)
    _add(info, "senderName", telling.office)
    _add(info, "headline", words.title[:160])
    _add(info, "description", telling.said if ended else words.told("hazard"))
    _add(info, "instruction", "" if ended else "\n".join((*words.deeds, words.told("evacuation"))).strip())
    _add(info, "web", telling.link)
    _add(info, "contact", words.contact)
    for code, content in notice_contents().items():
        if not ended and words.told(code):
            _pair(info, "parameter", content.label, words.told(code))
    _areas(info, telling)


def _times(info: Tree.Element, telling: Telling) -> None:
    if telling.at is None:
        return
    begins, ended = telling.words.begins_at, telling.act in (Act.CLEAR, Act.WITHDRAWN)
    _add(info, "effective", stamp(telling.at))
    if begins is not None and not ended:
        _add(info, "onset", stamp(begins.astimezone(telling.at.tzinfo)))
    until = telling.at + LASTS_AFTER_END if ended else telling.until
    if until is not None:
        _add(info, "expires", stamp(until))


def _areas(info: Tree.Element, telling: Telling) -> None:
    for place in telling.words.areas:
        area = Tree.SubElement(info, _name("area"))
        _add(area, "areaDesc", place.name)
        if KEMENDAGRI.fullmatch(place.code):
            _pair(area, "geocode", "Kemendagri", place.code)
    if telling.words.place.strip():
        _add(Tree.SubElement(info, _name("area")), "areaDesc", telling.words.place.strip())


def _pair(parent: Tree.Element, name: str, value_name: str, value: str) -> None:
    pair = Tree.SubElement(parent, _name(name))
    _add(pair, "valueName", value_name)
    _add(pair, "value", value)


def _add(parent: Tree.Element, name: str, text: str) -> None:
    """An element with its text, without the control signs that XML cannot hold; none where there is nothing to say."""
    plain = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)
    if plain:
        Tree.SubElement(parent, _name(name)).text = plain


def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
