"""A newsroom's own lists as values: who holds which post, words not to print, fixed wordings, names.

A list comes as a table with a heading row. The headings decide which kind it is; each has Chinese and English ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from qingyang.errors import AppError

FORBIDDEN, CAUTIOUS = "forbidden", "cautious"
_LEVELS = {"": FORBIDDEN, "禁用": FORBIDDEN, "forbidden": FORBIDDEN, "慎用": CAUTIOUS, "cautious": CAUTIOUS}
_SEVERAL = re.compile("[、；;|/]")
SHORTEST = 2
"""Characters of a term: one alone would be found in every other sentence."""


class Entry(NamedTuple):
    """One row of a list."""

    row: int
    """In the file, from 1."""
    term: str
    """The name, or the words not to be written so."""
    instead: tuple[str, ...] = ()
    level: str = FORBIDDEN
    post: str = ""
    rank: int = 0
    """Place in the order of leaders; the first is named first."""
    note: str = ""


class HouseList(NamedTuple):
    """One list of a newsroom."""

    id: str
    name: str
    kind: str
    """Of `KINDS`."""
    entries: tuple[Entry, ...]


class _Column(NamedTuple):
    field: str
    headings: tuple[str, ...]
    needed: bool = False


_TERM, _NOTE = "term", _Column("note", ("说明", "备注", "note"))
KINDS: Mapping[str, tuple[_Column, ...]] = {
    "leaders": (
        _Column(_TERM, ("姓名", "name"), True),
        _Column("post", ("职务", "post"), True),
        _Column("rank", ("顺序", "排序", "order")),
        _NOTE,
    ),
    "words": (
        _Column(_TERM, ("词语", "错敏词", "word"), True),
        _Column("level", ("级别", "level"), True),
        _Column("instead", ("改为", "instead")),
        _NOTE,
    ),
    "wordings": (
        _Column(_TERM, ("不写", "wrong"), True),
        _Column("instead", ("应写", "right"), True),
        _NOTE,
    ),
    "names": (
        _Column("instead", ("名称", "official name"), True),
        _Column(_TERM, ("误写", "misspelling"), True),
        _NOTE,
    ),
}


def house_list(id: str, name: str, rows: Iterable[tuple[int, Sequence[str]]]) -> HouseList:
    """Return the list that a table (row number and cells, the headings first) holds; blank rows are left out.

    Raises `AppError`: list_empty, list_headings, list_cell_empty, list_cell_short, list_cell_number, list_cell_level,
    each naming list, row and column.
    """
    filled = [
        (number, [cell.strip() for cell in cells]) for number, cells in rows if any(map(str.strip, cells))
    ]
    if len(filled) < 2:
        raise AppError("list_empty", list=name)
    kind, places = _kind(name, filled[0][1])
    headings = filled[0][1]
    made = [_entry(name, headings, places, number, cells) for number, cells in filled[1:]]
    return HouseList(id, name, kind, tuple(entry for entries in made for entry in entries))


def _kind(name: str, headings: Sequence[str]) -> tuple[str, dict[str, int]]:
    lowered = [heading.lower() for heading in headings]
    for kind, columns in KINDS.items():
        places = {c.field: k for c in columns for k, heading in enumerate(lowered) if heading in c.headings}
        if all(column.field in places for column in columns if column.needed):
            return kind, places
    wanted = "；".join("、".join(c.headings[0] for c in columns if c.needed) for columns in KINDS.values())
    raise AppError("list_headings", list=name, found="、".join(headings), wanted=wanted)


def _entry(
    name: str, headings: Sequence[str], places: Mapping[str, int], number: int, cells: Sequence[str]
) -> list[Entry]:
    told = {field: cells[k] if k < len(cells) else "" for field, k in places.items()}
    where = {field: {"list": name, "row": number, "column": headings[k]} for field, k in places.items()}
    for field in ("term", "post"):
        if field in told and not told[field]:
            raise AppError("list_cell_empty", **where[field])
    level = told.get("level", "").lower()
    if level not in _LEVELS:
        raise AppError("list_cell_level", cell=level, **where["level"])
    rank = told.get("rank") or str(number)
    if not rank.isdecimal() or len(rank) > 6:
        raise AppError("list_cell_number", cell=rank, **where["rank"])
    terms = [term.strip() for term in _SEVERAL.split(told["term"]) if term.strip()]
    if any(len(term) < SHORTEST for term in terms) or not terms:
        raise AppError("list_cell_short", cell=told["term"], least=SHORTEST, **where["term"])
    instead = tuple(part.strip() for part in _SEVERAL.split(told.get("instead", "")) if part.strip())
    note = told.get("note", "")
    return [Entry(number, t, instead, _LEVELS[level], told.get("post", ""), int(rank), note) for t in terms]
