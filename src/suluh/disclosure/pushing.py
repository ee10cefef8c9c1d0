"""The shape in which a village's own system sends items, and what is wrong with a row, in words for its operator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from suluh.disclosure.content import ItemContent
from suluh.disclosure.forms import category_of
from suluh.law.items import items_for
from suluh.law.kinds import UnitKind

MOST = 5000
"""Items in one call."""
CATEGORIES = Literal["", "berkala", "serta-merta", "setiap-saat"]


def _storable(text: str) -> str:
    """A text that a database can keep: no NUL, no half of a character."""
    if "\x00" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise PydanticCustomError("unstorable", "unstorable")
    return text


def _named_by_law(code: str) -> str:
    if code and code not in {item.code for item in items_for(UnitKind.DESA)}:
        raise PydanticCustomError("unknown_law_code", "unknown_law_code")
    return code


Text = Annotated[str, AfterValidator(_storable)]


class PushedItem(BaseModel):
    """One item of a village's list, under the village's own code `id`."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, title="Butir")

    id: Text = Field(min_length=1, max_length=120, description="Kode butir di sistem desa; tidak pernah berubah.")
    title: Text = Field(min_length=1, max_length=300, description="Judul, seperti warga mencarinya.")
    summary: Text = Field(min_length=1, max_length=4000, description="Ringkasan isi informasi (lampiran I).")
    holder: Text = Field(min_length=1, max_length=200, description="Pejabat, unit, atau satuan kerja yang menguasai.")
    responsible: Text = Field(min_length=1, max_length=200, description="Penanggung jawab pembuatan atau penerbitan.")
    retention: Text = Field(min_length=1, max_length=120, description="Jangka waktu penyimpanan, misalnya 5 tahun.")
    category: CATEGORIES = Field(default="", description="Jenis; kosong bila PPID yang menentukan.")
    law_code: Annotated[Text, AfterValidator(_named_by_law)] = Field(
        default="", max_length=12, description="Kode butir wajib desa, misalnya D-1; kosong bila tidak ada."
    )
    made_on: date | None = Field(default=None, description="Tanggal pembuatan, YYYY-MM-DD.")
    made_at: Text = Field(default="", max_length=120, description="Tempat pembuatan.")
    softcopy: bool = Field(default=True, description="Ada sebagai berkas digital.")
    hardcopy: bool = Field(default=False, description="Ada di atas kertas.")
    link: Annotated[Text, Field(pattern=r"^$|^https?://[^\s/]+\.[^\s]+$")] = Field(
        default="", max_length=500, description="Alamat laman atau berkas; tidak ditulis: tetap seperti semula."
    )

    @model_validator(mode="after")
    def exists_in_some_form(self) -> PushedItem:
        """An item exists as a file or on paper."""
        if not (self.softcopy or self.hardcopy):
            raise PydanticCustomError("no_form", "no_form")
        return self

    def content(self) -> ItemContent:
        """What the item says."""
        values = self.model_dump(exclude={"id"})
        return ItemContent(**{**values, "category": self.category or category_of(self.law_code)})


class Push(BaseModel):
    """Items of one village: all of them (PUT) or some (POST)."""

    model_config = ConfigDict(extra="forbid", title="Kiriman")

    items: list[PushedItem] = Field(max_length=MOST, description=f"Paling banyak {MOST} butir.")

    @model_validator(mode="after")
    def names_each_item_once(self) -> Push:
        """No code stands in two rows."""
        seen: dict[str, int] = {}
        for row, item in enumerate(self.items, start=1):
            if item.id in seen:
                raise PydanticCustomError("twice", "twice", {"row": row, "first": seen[item.id], "id": item.id})
            seen[item.id] = row
        return self


SENTENCES = {
    "missing": "Wajib diisi.",
    "string_too_short": "Wajib diisi.",
    "string_too_long": "Terlalu panjang: paling banyak {max_length} huruf.",
    "string_type": "Tulis sebagai teks di antara tanda petik.",
    "literal_error": "Tidak dikenal. Tulis berkala, serta-merta, setiap-saat, atau kosongkan.",
    "unknown_law_code": "Kode butir wajib desa tidak dikenal. Tulis misalnya D-1, atau kosongkan.",
    "string_pattern_mismatch": "Alamat tidak dapat dibaca. Tulis seperti https://desa.example/berkas.",
    "no_form": "Isi softcopy atau hardcopy dengan true: butir harus ada dalam salah satu bentuk.",
    "string_unicode": "Memuat huruf yang tidak dapat disimpan. Tulis ulang teksnya.",
    "unstorable": "Memuat huruf yang tidak dapat disimpan. Tulis ulang teksnya.",
    "extra_forbidden": "Kolom ini tidak dikenal. Periksa ejaannya menurut dokumentasi.",
    "bool_type": "Tulis true atau false.",
    "bool_parsing": "Tulis true atau false.",
    "twice": "Kode {id} sudah dipakai baris {first}. Satu butir satu baris.",
    "too_long": f"Paling banyak {MOST} butir sekali kirim. Bagi menjadi beberapa kiriman POST.",
    "list_type": "Tulis sebagai daftar butir di antara kurung siku.",
}
"""What is said of a fault, by its kind."""
DATES = "Tanggal tidak dapat dibaca. Tulis tahun-bulan-hari, misalnya 2026-04-06."
OTHER = "Tidak dapat dibaca. Periksa bentuknya menurut dokumentasi."


class Fault(BaseModel):
    """One thing that is wrong: in which row (1 is the first; null for the whole), in which column, and what to do."""

    row: int | None
    field: str | None
    message: str


def faults_of(errors: Iterable[Mapping[str, Any]]) -> list[Fault]:
    """Faults as a validation names them, one a column, in the order of the rows."""
    return [_fault(error) for error in errors]


def _fault(error: Mapping[str, Any]) -> Fault:
    place = list(error["loc"])
    inside = place[place.index("items") + 1 :] if "items" in place else []
    context = error.get("ctx") or {}
    row = inside[0] + 1 if inside and isinstance(inside[0], int) else context.get("row")
    around = place[1:] if place[0] == "query" else place[2:]
    name = str(inside[1]) if len(inside) > 1 else (None if row else next((str(one) for one in around), None))
    kind = str(error["type"])
    sentence = DATES if kind.startswith("date") else SENTENCES.get(kind, OTHER)
    return Fault(row=row, field=name, message=sentence.format_map(context))
