"""Where every raw character stands in the true paragraphs, and so which line breaks stand inside one.

Strings both texts share are laid over one another, the longest first; pieces may stand in any order and carry reading
errors. White space, width and the look of quotes do not count.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

HELD_OUT = frozenset(range(3, 40, 4))
"""Pages never fitted on, chosen by number before the first fit."""
SEEDS = (16, 8, 5)
"""Lengths of shared strings looked for, in turn."""
ACROSS = 4
"""Characters two neighbours may lie apart in the truth where one between them was misread."""
_SAME = str.maketrans("“”„＂‘’＇―─–…⋯・•", '""""\'\'\'——-..··')
_BLANK = re.compile("[\\s\u200b\ufeff\u00ad]+")


def page_number(name: str) -> int:
    """Return the number in a page's name."""
    found = re.search(r"\d+", name)
    return int(found.group()) if found else 0


@cache
def _folded(char: str) -> str:
    made = unicodedata.normalize("NFKC", char)
    return (made if len(made) == 1 else char).translate(_SAME)


def fold(text: str) -> str:
    """Return a text without white space, width and quotes made the same, one character for one."""
    return "".join(map(_folded, _BLANK.sub("", text)))


def paragraphs_of(truth: Path) -> list[str]:
    """Return every paragraph of a truth file, furniture included."""
    page = json.loads(truth.read_text(encoding="utf-8"))
    found = [p["text"] for article in page["articles"] for p in article["paragraphs"]]
    return found + [p["text"] for p in page.get("furniture", [])]


class Truth:
    """The paragraphs of a page."""

    def __init__(self, paragraphs: list[str]) -> None:
        folded = [fold(p) for p in paragraphs]
        self.text = "".join(folded)
        self.owner = [k for k, p in enumerate(folded) for _ in p]

    def over(self, raw: str) -> Laid:
        """Return the raw text laid over the truth."""
        return Laid(self, raw)


class Laid:
    """A raw text laid over its truth."""

    def __init__(self, truth: Truth, raw: str) -> None:
        self.truth = truth
        self.numbers: list[int] = []
        """For each raw offset, how many visible characters stand before it."""
        count = 0
        for char in raw:
            self.numbers.append(count)
            count += not _BLANK.match(char)
        self.numbers.append(count)
        self.places = _laid(fold(raw), truth.text)

    def joined(self, end: int, start: int) -> bool | None:
        """Say whether what ends at a raw offset goes on at another in one paragraph; None if that cannot be told."""
        a = self._known(self.numbers[end] - 1, -1)
        b = self._known(self.numbers[start], 1)
        if a is None or b is None:
            return None
        owner = self.truth.owner
        return owner[a] == owner[b] and 0 < b - a <= ACROSS

    def paragraph(self, offset: int) -> int | None:
        """Return the number of the paragraph of the raw character at an offset."""
        at = self._known(self.numbers[offset], 1)
        return None if at is None else self.truth.owner[at]

    def _known(self, k: int, step: int) -> int | None:
        """Return where a character stands, or its neighbour within two."""
        for n in range(k, k + 3 * step, step):
            if 0 <= n < len(self.places) and self.places[n] >= 0:
                return min(max(0, self.places[n] - (n - k)), len(self.truth.owner) - 1)
        return None


def _laid(raw: str, true: str) -> list[int]:
    places, used = [-1] * len(raw), bytearray(len(true))

    def run(i: int, j: int) -> int:
        n = 0
        while (
            i + n < len(raw)
            and j + n < len(true)
            and raw[i + n] == true[j + n]
            and places[i + n] < 0
            and not used[j + n]
        ):
            n += 1
        return n

    def take(i: int, j: int, n: int) -> None:
        places[i : i + n] = range(j, j + n)
        used[j : j + n] = b"\1" * n

    for seed in SEEDS:
        index: dict[str, list[int]] = defaultdict(list)
        for j in range(len(true) - seed + 1):
            index[true[j : j + seed]].append(j)
        i = 0
        while i <= len(raw) - seed:
            if places[i] >= 0:
                i += 1
                continue
            expected = places[i - 1] + 1 if i and places[i - 1] >= 0 else -1
            best = max(
                ((run(i, j), j == expected, j) for j in index.get(raw[i : i + seed], ())),
                default=(0, False, 0),
            )
            if best[0] >= seed:
                take(i, best[2], best[0])
                i += best[0]
            else:
                i += 1
    _fill(raw, true, places, used, run, take)
    return places


def _fill(raw, true, places, used, run, take) -> None:
    """Lay what is left beside its neighbours: on from the left, on from the right, then misread ones between."""
    n = len(raw)
    for i in range(1, n):
        if places[i] < 0 <= places[i - 1]:
            j = places[i - 1] + 1
            length = run(i, j)
            if length:
                take(i, j, length)
    for i in range(n - 2, -1, -1):
        j = places[i + 1] - 1
        if places[i] < 0 <= places[i + 1] and j >= 0 and not used[j] and raw[i] == true[j]:
            take(i, j, 1)
    for i in range(1, n):
        j = places[i - 1] + 1
        if places[i] < 0 <= places[i - 1] and j < len(true) and not used[j]:
            # A short line that stands alone in the truth, or one misread character.
            after = next((k for k in range(i + 1, min(n, i + 3)) if places[k] >= 0), None)
            if after is not None and places[after] - places[i - 1] == after - i + 1:
                take(i, j, 1)
    i = 0
    while i < n:
        if places[i] >= 0:
            i += 1
            continue
        end = i
        while end < n and places[end] < 0:
            end += 1
        if end - i >= 2:
            j = true.find(raw[i:end])
            while j >= 0 and any(used[j : j + end - i]):
                j = true.find(raw[i:end], j + 1)
            if j >= 0:
                take(i, j, end - i)
        i = end
