"""Runs of spaces, each with the paragraph or cell it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

WIDE = 3
"""So many spaces part columns or cells: what stands beyond them says nothing about a space."""

_SPACES = re.compile("[ \u3000\u00a0\t]+")


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
        if end - at >= WIDE or text[at] == "\t":
            yield from (Space(*span, first, at) for span in cell)
            first, cell = end, []
        else:
            cell.append((at, end))
    yield from (Space(*span, first, last) for span in cell)
