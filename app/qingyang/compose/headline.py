"""Headlines: the largest size of the ladder whose lines break between words, the lines as even as they get."""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.compose.glue import HYPHEN
from qingyang.compose.items import IN_WORD, Items
from qingyang.compose.lines import natural
from qingyang.compose.template import Rung

_PHRASE_ENDS = "，。；：！？—… 　"
_NO_PHRASE, _IN_LIST = 30.0, 25.0
"""What a break costs that parts no phrases, or a list, in square em of unevenness: a part may be twice as long."""
_LONGEST = 160
"""Characters; what is longer is no headline and is set as a paragraph."""


def fitted(items: Items, ladder: Sequence[Rung], width: float) -> tuple[float, tuple[int, ...]] | None:
    """Return size and line edges for a frame ``width`` points wide; None where no rung takes the text.

    The next size is taken where as many lines then end between phrases and at this size they do not.
    """
    if len(items.text) > _LONGEST:
        return None
    for whole_words in (True, False):
        ways = ((rung.size, _on(items, rung, width, whole_words)) for rung in ladder)
        for size, edges in ways:
            if edges:
                smaller, other = next(ways, (size, edges))
                better = len(other) == len(edges) and _phrased(items, other) and not _phrased(items, edges)
                return (smaller, other) if better else (size, edges)
    return None


def _on(items: Items, rung: Rung, width: float, whole_words: bool) -> tuple[int, ...]:
    """Return the edges of as few lines as a rung takes, empty where it takes none."""
    room = int(width / rung.size * 1000)
    ways = (balanced(items, room, lines, whole_words) for lines in range(1, rung.lines + 1))
    return next(filter(None, ways), ())


def _phrased(items: Items, edges: Sequence[int]) -> bool:
    """Say whether all lines but the last end between phrases."""
    return all(items.text[end - 1] in _PHRASE_ENDS for end in edges[1:-1])


def balanced(items: Items, room: int, lines: int, whole_words: bool = True) -> tuple[int, ...]:
    """Return the edges of exactly so many lines, none wider than ``room``, widths as even as may be.

    Empty where it cannot be done, with ``whole_words`` without a break inside a word.
    """
    count = len(items.text)
    worst = IN_WORD if whole_words else HYPHEN
    places = [k for k in range(1, count) if items.prices[k] < worst]
    mean = natural(items, 0, count) / lines / 1000
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, (0,))}
    for line in range(lines):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in (count,) if line == lines - 1 else places:
            ways = [
                (cost + _uneven(items, start, end, mean), (*edges, end))
                for start, (cost, edges) in best.items()
                if start < end and natural(items, start, end) <= room
            ]
            if ways:
                reached[end] = min(ways)
        best = reached
    return best[count][1] if count in best else ()


def _uneven(items: Items, start: int, end: int, mean: float) -> float:
    """Return how bad a line is: its width against the mean, and a break that parts no phrases."""
    off = natural(items, start, end) / 1000 - mean
    last = items.text[end - 1]
    if end == len(items.text) or last in _PHRASE_ENDS:
        return off * off
    return off * off + (_IN_LIST if last == "、" else _NO_PHRASE + items.prices[end] / 3)
