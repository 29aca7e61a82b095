"""The raw lines of a text and what can be counted on them, one list a measure.

Lists of small numbers instead of objects: a million characters in columns are seventy thousand lines.
Widths are in half ems: a Chinese character counts two, a Western one one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from qingyang.text.source import LINE_BREAKS, raw_lines

# The gap between a Chinese character and a number is the typesetter's; extractors write it as a space.
_PHANTOM = re.compile("(?<=[^ -~]) (?=[0-9A-Za-z])|(?<=[0-9A-Za-z%]) (?=[^ -~])")
_OTHER_BREAK = re.compile(f"[{LINE_BREAKS[1:]}]")


@dataclass(frozen=True, slots=True)
class Lines:
    """Every line with something on it, in raw order."""

    starts: list[int]
    ends: list[int]
    texts: list[str]
    widths: list[int]
    indents: list[int]
    """Spaces before the first character; an ideographic space counts two."""
    blanks: list[int]
    """Blank lines between a line and the one before it."""

    def __len__(self) -> int:
        return len(self.texts)


def lines_of(raw: str) -> Lines:
    """Return the lines of a raw text."""
    rows = raw_lines(raw)
    starts = [row.start for row in rows]
    ends = [row.end for row in rows]
    texts = [raw[row.start : row.end] for row in rows]
    gaps = [raw[a:b] for a, b in zip([0, *ends], starts, strict=False)]
    return Lines(
        starts,
        ends,
        texts,
        [width(text) for text in texts],
        [row.indent for row in rows],
        [max(0, breaks_in(gap) - 1) for gap in gaps],
    )


def width(text: str) -> int:
    """Return how wide a line stands on paper, in half ems.

    >>> width("渝中区15 年")
    10
    """
    if " " in text:
        text = _PHANTOM.sub("", text)
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def breaks_in(gap: str) -> int:
    """Return the number of line breaks in white space."""
    if len(gap) == 1:
        return 1
    return gap.count("\n") + len(_OTHER_BREAK.findall(gap))
