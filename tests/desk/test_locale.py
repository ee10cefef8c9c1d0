"""Indonesian is complete: every text of the program has its translation, and the compiled file is the written one."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

from django.forms import ModelForm
from django.urls import get_resolver
from django.utils.functional import Promise
from django.utils.translation.template import templatize

import suluh

HOUSE = Path(suluh.__file__).parent
FOLDER = HOUSE / "locale" / "id" / "LC_MESSAGES"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy"}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def texts_of_code(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if name in CALLS and node.args and isinstance(node.args[0], ast.Constant):
            yield node.args[0].value


def texts() -> set[str]:
    found: set[str] = set()
    for path in HOUSE.rglob("*.py"):
        found |= set(texts_of_code(path.read_text()))
    for path in HOUSE.rglob("templates/**/*.html"):
        for call in re.findall(
            r"\b(?:gettext|_)\((u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\")", templatize(path.read_text())
        ):
            found.add(ast.literal_eval(call))
    return found


def compiled() -> dict[str, str]:
    with (FOLDER / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return {(key[0] if isinstance(key, tuple) else key): text for key, text in catalogue.items()}


def written() -> dict[str, str]:
    entries = {}
    for block in (FOLDER / "django.po").read_text().split("\n\n"):
        parts = re.findall(r'^(msgid|msgstr(?:\[0\])?) ((?:".*"\n?)+)', block, re.M)
        words = {
            name.split("[")[0]: "".join(map(ast.literal_eval, lines.split("\n")))
            for name, lines in ((name, text.strip()) for name, text in parts)
        }
        if words.get("msgid"):
            entries[words["msgid"]] = words["msgstr"]
    return entries


def test_every_text_has_its_indonesian():
    known = compiled()

    assert sorted(text for text in texts() if not known.get(text)) == []


def test_the_compiled_file_is_the_written_one():
    assert {key: text for key, text in compiled().items() if key} == written()


def test_translations_keep_their_placeholders():
    wrong = [
        text
        for text, words in compiled().items()
        if text and not set(PLACEHOLDER.findall(words)) <= set(PLACEHOLDER.findall(text)) | {"n"}
    ]

    assert wrong == []


def test_no_form_shows_what_a_model_says_to_programmers():
    assert get_resolver().url_patterns  # with them every form is read
    heads: list[type] = [ModelForm]
    for one in heads:
        heads += one.__subclasses__()
    shown = {
        f"{form.__name__}.{name}: {field.help_text}"
        for form in heads
        for name, field in getattr(form, "base_fields", {}).items()
        if field.help_text and not isinstance(field.help_text, Promise) and form.__module__.startswith("suluh")
    }
    assert shown == set(), "a form's help is a text of the interface: translate it in its Meta.help_texts"
