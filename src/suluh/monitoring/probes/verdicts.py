"""An item's state as a statement: the item itself, and a finding with its next step where something is lacking."""

from __future__ import annotations

from collections.abc import Iterator

from suluh.law.items import Item
from suluh.monitoring.engine.values import FindingSeen, ItemSeen, ItemState, Proof, Severity

MEDIUM_WHEN_MISSING = {
    "B-a1", "B-a3", "B-c", "B-d", "B-g", "S", "T-a", "D-1", "D-4", "D-5", "D-7",
    "I-visi", "I-struktur", "I-alamat", "I-ppid", "I-permohonan",
}  # fmt: skip
STEPS = {
    "I-alamat": "Minta admin situs menulis alamat kantor di kaki halaman atau di halaman kontak.",
    "I-surel": "Minta admin situs menulis alamat surel kantor di kaki halaman atau di halaman kontak.",
    "I-telepon": "Minta admin situs menulis nomor telepon kantor di kaki halaman atau di halaman kontak.",
    "I-ppid": "Minta admin situs menambah menu PPID yang membuka halaman PPID unit atau kabupaten.",
    "I-permohonan": "Minta PPID pelaksana memasang formulir yang dapat diisi di situs, bukan hanya berkas unduhan.",
    "I-lapor": "Minta admin situs memasang tautan ke https://www.lapor.go.id di halaman depan.",
}


def present(item: Item, state: ItemState, url: str, title: str, proof: Proof) -> ItemSeen:
    """An item that was found, on the site or inherited."""
    return ItemSeen(item.code, state, url, title, proof.excerpt, proof)


def lacking(item: Item, state: ItemState, proof: Proof | None, looked: int) -> Iterator[ItemSeen | FindingSeen]:
    """An item that is missing or only a stub, with the finding that says so.

    `looked` is the number of pages searched; the sentence says it, so that nobody takes "not found" for "not there".
    """
    where = proof.url if proof is not None and state is ItemState.STUB else None
    yield ItemSeen(item.code, state, where, item.label, proof.excerpt if proof else "", proof)
    severity = Severity.MEDIUM if item.code in MEDIUM_WHEN_MISSING else Severity.LOW
    data = {"item": item.code, "article": item.article, "version": item.version.key, "pages_searched": looked}
    if state is ItemState.STUB:
        message = f"Halaman {item.label} ada, tetapi belum berisi."
        step = f"Minta admin situs mengisi halaman itu: {item.content}."
        yield FindingSeen(f"stub-{item.code}", Severity.LOW, message, proof, step, data)
        return
    message = f"{item.label} tidak ditemukan (dicari di {looked} laman)."
    general = f"Minta admin situs menerbitkan halaman {item.label} ({item.content}) dan menautkannya dari menu."
    yield FindingSeen(f"no-{item.code}", severity, message, proof, STEPS.get(item.code, general), data)
