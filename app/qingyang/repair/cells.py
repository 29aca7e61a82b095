"""Runs of spaces, each with the paragraph or cell it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WIDE = 3
"""So many spaces part columns or cells: what stands beyond them says nothing about a space."""

INNER = 6
"""So many spaces may set a number off in running text where an extractor laid characters on a grid (5 measured)."""

NEAR = 80
"""Characters on either side in which a sentence shows itself by a mark."""

_SPACES = re.compile("[ \u3000\u00a0\t]+")
_AT_NUMBER = re.compile(r"(?<=[^\s -~]) +(?=[0-9A-Za-z])|(?<=[0-9A-Za-z]) +(?=[^\s -~])")
_CLAUSE = re.compile("[，。]")


class Space(NamedTuple):
    """A run of spaces and the paragraph or cell it stands in, as offsets in the view."""

    at: int
    end: int
    first: int
    last: int


def spaces_of(text: str) -> Iterator[Space]:
    """Yield the spaces inside the cells of a text, in order; what parts the cells is left out."""
    cell: list[tuple[int, int]] = []
    first, last = 0, -1
    for found in _SPACES.finditer(text):
        at, end = found.span()
        if at > last:
            yield from (Space(*span, first, last) for span in cell)
            first = text.rfind("\n", 0, at) + 1
            last = text.find("\n", at)
            last = last if last >= 0 else len(text)
            cell = []
        if (end - at >= WIDE and not _is_inner(text, at, end, first, last)) or text[at] == "\t":
            yield from (Space(*span, first, at) for span in cell)
            first, cell = end, []
        else:
            cell.append((at, end))
    yield from (Space(*span, first, last) for span in cell)


def _is_inner(text: str, at: int, end: int, first: int, last: int) -> bool:
    """Say whether a wide gap sets a number off in a sentence: a table has no clauses."""
    if end - at > INNER or not _AT_NUMBER.match(text, at, min(len(text), end + 1)):
        return False
    return bool(_CLAUSE.search(text, max(first, at - NEAR), min(last, end + NEAR)))
