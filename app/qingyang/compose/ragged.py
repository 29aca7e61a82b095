"""Lines that need not reach the right edge end between phrases, else between words; none is spread.

Where all of a short text has an axis, centred or at the right, its lines are as even as a headline's.
"""

from __future__ import annotations

from qingyang.compose import classes as kind
from qingyang.compose.glue import HYPHEN
from qingyang.compose.headline import balanced
from qingyang.compose.items import Items
from qingyang.compose.lines import natural

_LINE = 50.0
"""The price of a line more."""
_IN_PHRASE = 100.0
"""The price of a break inside a phrase, in a text that has phrases: a title and its name, a place and its date."""
_LONGEST = 400
"""Characters; what is longer is prose, and broken as prose is."""


_FEW = 3
"""So many lines are seen as one shape."""


def ragged(items: Items, measure: int, first: int, align: str = "left") -> tuple[int, ...]:
    """Return the edges of lines for a measure, and a first one, in 1/1000 em; empty where none can be set."""
    edges = _full(items, measure, first)
    lines = len(edges) - 1
    # Between titles and names lines end where they can: a title does not part from its name to be even.
    axis = align != "left" and kind.PHRASE not in items.classes
    return (axis and 1 < lines <= _FEW and balanced(items, min(measure, first), lines)) or edges


def _full(items: Items, measure: int, first: int) -> tuple[int, ...]:
    """Return the edges of as few lines as can be, all but the last as full as words allow."""
    count = len(items.text)
    if not count or count > _LONGEST:
        return ()
    ends = [k for k in range(1, count + 1) if k == count or items.prices[k] < HYPHEN]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for end in ends:
        ways = [
            (cost + _LINE + _price(items, start, end, measure if start else first), (*edges, end))
            for start, (cost, edges) in best.items()
            if natural(items, start, end) <= (measure if start else first)
        ]
        if ways:
            best[end] = min(ways)
    return best[count][1] if count in best else ()


def _price(items: Items, start: int, end: int, room: int) -> float:
    if end == len(items.text):
        return 0.0
    slack = 1 - natural(items, start, end) / room
    inside = kind.PHRASE in items.classes and items.classes[end - 1] != kind.PHRASE
    return 20 * slack * slack + items.prices[end] + inside * _IN_PHRASE
