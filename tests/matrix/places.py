"""Each place of the product that asks what a person may see, found in its source and taken away one at a time."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

import suluh
from suluh.organization import rights

SOURCE = Path(suluh.__file__).parent
LIKELY = ("visible_units", "visible_sites", "units_open_to", "items_worked_on_by", "_worked_on")
"""Functions that hand on what `reach` says, beside those whose name ends in `visible_to`."""
OTHER_REACH = ("deadlines/edits.py", "deadlines/services/changes.py")
"""There `reach` is another word: which clocks an edit of the calendar touches."""
REACH = rights.reach


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A call that narrows rows to those of a person: file below `src/suluh`, line, and the function around it."""

    file: str
    line: int
    inside: str = field(compare=False)

    @property
    def name(self) -> str:
        """For the list of places that need no page: lines move, functions stay."""
        return f"{self.file}:{self.inside}"

    @property
    def room(self) -> str:
        """The room that it belongs to."""
        return self.file.partition("/")[0]


def sources() -> dict[str, ast.Module]:
    """The modules that speak of it, by their file."""
    files = {path.relative_to(SOURCE).as_posix(): path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py")}
    spoken = re.compile(r"\breach\(|visible_|units_open_to")
    return {file: ast.parse(text) for file, text in files.items() if file not in OTHER_REACH and spoken.search(text)}


def handing_on(modules: Iterable[ast.Module]) -> frozenset[str]:
    """Names of the functions that only hand the question on to `reach`, themselves or by another of them."""
    defined = {
        node.name: {_name(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}
        for module in modules
        for node in module.body
        if isinstance(node, ast.FunctionDef) and (node.name in LIKELY or node.name.endswith("visible_to"))
    }
    found = {"reach"}
    while more := {name for name, called in defined.items() if called & found} - found:
        found |= more
    return frozenset(found)


def _name(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


SOURCES = sources()
HANDING_ON = handing_on(SOURCES.values())


def all_places() -> list[Place]:
    """Every place in the source, in order."""
    return sorted({place for file, module in SOURCES.items() for place in _calls(module, file, "")})


def _calls(node: ast.AST, file: str, inside: str) -> Iterator[Place]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _calls(child, file, f"{inside}.{child.name}".lstrip("."))
            continue
        if isinstance(child, ast.Call) and _name(child.func) in HANDING_ON and inside not in HANDING_ON:
            yield Place(file, child.lineno, inside)
        yield from _calls(child, file, inside)


@dataclass
class Reach:
    """Stands in for `reach` in every module: notes who asks, and at the place that is `gone` lets everybody see all."""

    asked: set[Place] = field(default_factory=set)
    gone: Place | None = None

    def __call__(self, person, *, road: str = ""):
        place = self._place(sys._getframe(1))
        self.asked.add(place)
        return REACH(rights.OPERATOR if place == self.gone else person, road=road)

    def _place(self, frame: FrameType | None) -> Place:
        while frame is not None and frame.f_code.co_name in HANDING_ON:
            frame = frame.f_back
        assert frame is not None
        file = Path(frame.f_code.co_filename)
        inside = file.relative_to(SOURCE).as_posix() if file.is_relative_to(SOURCE) else ""
        return Place(inside, frame.f_lineno, frame.f_code.co_name)


def put_in(patch) -> Reach:
    """The stand-in, in every module that imported the real one."""
    stand_in = Reach()
    for name, module in list(sys.modules.items()):
        if name.startswith("suluh.") and getattr(module, "reach", None) is REACH:
            patch.setattr(module, "reach", stand_in)
    return stand_in
