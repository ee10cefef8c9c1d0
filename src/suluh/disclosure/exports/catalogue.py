"""The list as a DCAT-AP 3 catalogue: statements made once, written as Turtle or as JSON-LD, item by item."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone
from rdflib import DCAT, DCTERMS, FOAF, RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Node

from suluh.disclosure.models import Category, Item, ItemFile

LANGUAGE = "id"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
ACCESS_PUBLIC = URIRef("http://publications.europa.eu/resource/authority/access-right/PUBLIC")
INDONESIAN = URIRef("http://publications.europa.eu/resource/authority/language/IND")
SHORT = {
    "dcat": str(DCAT), "dct": str(DCTERMS), "foaf": str(FOAF), "rdf": str(RDF), "rdfs": str(RDFS), "xsd": str(XSD),
}  # fmt: skip
Statement = tuple[URIRef, URIRef, Node]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Whose list it is. `root` is the address of the installation without the last slash."""

    root: str
    publisher: str
    title: str
    description: str

    @property
    def address(self) -> URIRef:
        """The catalogue's own name."""
        return URIRef(f"{self.root}/informasi/#katalog")

    @property
    def agent(self) -> URIRef:
        """The public body that publishes it."""
        return URIRef(f"{self.root}/ppid/#badan-publik")


def catalogue_statements(catalogue: Catalogue) -> Iterator[Statement]:
    """What is said of the catalogue itself and of the terms that every item uses."""
    me = catalogue.address
    home = URIRef(f"{catalogue.root}/informasi/")
    yield me, RDF.type, DCAT.Catalog
    yield me, DCTERMS.title, Literal(catalogue.title, lang=LANGUAGE)
    yield me, DCTERMS.description, Literal(catalogue.description, lang=LANGUAGE)
    yield me, DCTERMS.publisher, catalogue.agent
    yield me, DCTERMS.language, INDONESIAN
    yield me, FOAF.homepage, home
    yield home, RDF.type, FOAF.Document
    yield INDONESIAN, RDF.type, DCTERMS.LinguisticSystem
    yield ACCESS_PUBLIC, RDF.type, DCTERMS.RightsStatement
    yield from _agent(catalogue.agent, catalogue.publisher)


def item_statements(catalogue: Catalogue, item: Item) -> Iterator[Statement]:
    """What is said of one item: a dataset with a distribution for its page or link and for each public file."""
    page = URIRef(catalogue.root + item.get_absolute_url())
    me, unit = URIRef(f"{page}#informasi"), URIRef(f"{catalogue.root}/informasi/?unit={item.unit.slug}#unit")
    yield catalogue.address, DCAT.dataset, me
    yield me, RDF.type, DCAT.Dataset
    yield me, DCTERMS.identifier, Literal(item.code)
    yield me, DCTERMS.title, Literal(item.title, lang=LANGUAGE)
    yield me, DCTERMS.description, Literal(item.summary or item.title, lang=LANGUAGE)
    yield me, DCTERMS.publisher, unit
    yield from _agent(unit, item.unit.name)
    yield me, DCTERMS.accessRights, ACCESS_PUBLIC
    yield me, DCTERMS.language, INDONESIAN
    if item.category:
        yield me, DCAT.keyword, Literal(Category(item.category).value, lang=LANGUAGE)
    if item.published_at:
        yield me, DCTERMS.issued, Literal(timezone.localdate(item.published_at).isoformat(), datatype=XSD.date)
    yield me, DCTERMS.modified, Literal(item.changed_at.isoformat(), datatype=XSD.dateTime)
    yield me, DCAT.landingPage, page
    yield page, RDF.type, FOAF.Document
    yield page, RDF.type, RDFS.Resource
    yield from _link(me, item, page)
    for file in item.shown_files:  # type: ignore[attr-defined]
        yield from _file(me, catalogue, file)


def turtle(catalogue: Catalogue, items: Iterable[Item]) -> Iterator[bytes]:
    """The catalogue as Turtle."""
    yield "".join(f"@prefix {short}: <{long}> .\n" for short, long in SHORT.items()).encode()
    yield _lines(catalogue_statements(catalogue))
    for item in items:
        yield _lines(item_statements(catalogue, item))


def json_ld(catalogue: Catalogue, items: Iterable[Item]) -> Iterator[bytes]:
    """The catalogue as JSON-LD, one node after the other."""
    yield b'{"@context": ' + json.dumps(SHORT).encode() + b', "@graph": [\n'
    yield _nodes(catalogue_statements(catalogue))
    for item in items:
        yield b",\n" + _nodes(item_statements(catalogue, item))
    yield b"\n]}\n"


def _agent(agent: URIRef, name: str) -> Iterator[Statement]:
    yield agent, RDF.type, FOAF.Agent
    yield agent, FOAF.name, Literal(name, lang=LANGUAGE)


def _link(me: URIRef, item: Item, page: URIRef) -> Iterator[Statement]:
    here, target = URIRef(f"{page}#akses"), URIRef(item.link) if item.link and _sound(item.link) else page
    yield me, DCAT.distribution, here
    yield here, RDF.type, DCAT.Distribution
    yield here, DCTERMS.title, Literal(item.title, lang=LANGUAGE)
    yield here, DCAT.accessURL, target
    yield target, RDF.type, RDFS.Resource


def _file(me: URIRef, catalogue: Catalogue, file: ItemFile) -> Iterator[Statement]:
    address = URIRef(catalogue.root + file.get_absolute_url())
    here, media = URIRef(f"{address}#berkas"), URIRef(MEDIA_TYPES + file.media_type)
    yield me, DCAT.distribution, here
    yield here, RDF.type, DCAT.Distribution
    yield here, DCTERMS.title, Literal(file.name, lang=LANGUAGE)
    yield here, DCAT.accessURL, address
    yield here, DCAT.downloadURL, address
    yield address, RDF.type, RDFS.Resource
    yield here, DCAT.mediaType, media
    yield media, RDF.type, DCTERMS.MediaType
    yield here, DCAT.byteSize, Literal(str(file.size), datatype=XSD.nonNegativeInteger)


def _sound(address: str) -> bool:
    """True when an address may stand in Turtle as it is."""
    return not set(address) & set('<>" {}|\\^`') and address.isprintable()


def _lines(statements: Iterable[Statement]) -> bytes:
    return "".join(f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in statements).encode()


def _nodes(statements: Iterable[Statement]) -> bytes:
    nodes: dict[str, dict[str, list[object]]] = {}
    for subject, predicate, value in statements:
        node = nodes.setdefault(str(subject), {})
        name = "@type" if predicate == RDF.type else _short(str(predicate))
        node.setdefault(name, []).append(str(value) if predicate == RDF.type else _value(value))
    return ",\n".join(json.dumps({"@id": name} | node, ensure_ascii=False) for name, node in nodes.items()).encode()


def _value(value: Node) -> dict[str, str]:
    if not isinstance(value, Literal):
        return {"@id": str(value)}
    if value.language:
        return {"@value": str(value), "@language": value.language}
    return {"@value": str(value)} | ({"@type": str(value.datatype)} if value.datatype else {})


def _short(name: str) -> str:
    for short, long in SHORT.items():
        if name.startswith(long):
            return f"{short}:{name[len(long) :]}"
    return name
