"""Where every character of a raw text stands in the true paragraphs, and in those a repair makes of it.

Raw over truth: strings both share are laid over one another, the longest first; pieces may stand in any order and carry
reading errors. White space, width and the look of quotes do not count. Raw over repair: a reading knows the raw origin
of every character, so nothing is searched for. Repair over truth is the one after the other.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from qingyang.text.reading import Passage, Reading
from qingyang.text.source import BREAK

HELD_OUT = frozenset(range(3, 40, 4))
"""Pages never fitted on, chosen by number before the first fit."""
SEEDS = (16, 8, 5)
"""Lengths of shared strings looked for, in turn."""
MISREAD = 3
"""Characters at one side of a seam that may be misread or lost."""
ACROSS = 6
"""How far two neighbours may lie apart where some between them were misread."""
NOWHERE = -1
_SAME = str.maketrans("“”„＂‘’＇―─–…⋯・•", '""""\'\'\'——-..··')
_BLANK = re.compile("[\\s\u200b\ufeff\u00ad]+")
_VISIBLE = re.compile("[^\\s\u200b\ufeff\u00ad]+")


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


class Visible:
    """The visible characters of paragraphs, numbered through; white space only stands before one of them."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.spans: list[tuple[int, int]] = []
        """Of each paragraph."""
        self.owner: list[int] = []
        """Each character's paragraph."""
        self.spaced: set[int] = set()
        """Characters with white space before them in their paragraph."""
        self.broken: dict[int, int] = {}
        """Of these the ones with a line break before them, and where in the paragraph its first one is."""
        runs: list[str] = []
        for k, text in enumerate(paragraphs):
            first, done = len(self.owner), 0
            for run in _VISIBLE.finditer(text):
                at = len(self.owner)
                if at > first:
                    self.spaced.add(at)
                    if broken := BREAK.search(text, done, run.start()):
                        self.broken[at] = broken.start()
                runs.append(run.group())
                self.owner += [k] * len(run.group())
                done = run.end()
            self.spans.append((first, len(self.owner)))
        self.chars = "".join(runs)
        self.text = "".join(map(_folded, self.chars))

    def __len__(self) -> int:
        return len(self.chars)

    def goes_on(self, a: int, b: int) -> bool:
        """Say whether one character follows another in its paragraph, up to a few misread ones between them."""
        return self.owner[a] == self.owner[b] and 0 < b - a <= ACROSS


class Truth(Visible):
    """The paragraphs of a page."""

    def over(self, raw: str) -> Laid:
        """Return the raw text laid over the truth."""
        return Laid(self, raw, _laid(fold(raw), self.text))


class Repaired(Visible):
    """The paragraphs a repair makes of a raw text."""

    def __init__(self, raw: str, reading: Reading, passages: Sequence[Passage]) -> None:
        super().__init__([reading.text[p.start : p.end] for p in passages])
        self.raw = raw
        origins = _origins(raw, reading)
        seen = (run.span() for p in passages for run in _VISIBLE.finditer(reading.text, p.start, p.end))
        self.origins = [offset for start, end in seen for offset in origins[start:end]]
        """Each character's raw offset; ``NOWHERE`` for what a rule has put in."""

    def under(self) -> Laid:
        """Return the raw text laid over the repair, exactly."""
        laid = Laid(self, self.raw, [NOWHERE] * len(_BLANK.sub("", self.raw)))
        for k, offset in enumerate(self.origins):
            if offset != NOWHERE:
                laid.places[laid.numbers[offset]] = k
        return laid


class Laid:
    """A raw text laid over paragraphs."""

    def __init__(self, onto: Visible, raw: str, places: list[int]) -> None:
        self.onto = onto
        self.numbers: list[int] = []
        """For each raw offset, how many visible characters stand before it."""
        count = 0
        for char in raw:
            self.numbers.append(count)
            count += not _BLANK.match(char)
        self.numbers.append(count)
        self.places = places
        """For each visible raw character the number of the one it is, or ``NOWHERE``."""

    def joined(self, end: int, start: int) -> bool | None:
        """Say whether what ends at a raw offset goes on at another, in one paragraph; None where that cannot be told."""
        return self.goes_on(self.numbers[end] - 1, self.numbers[start])

    def goes_on(self, a: int, b: int) -> bool | None:
        """Say whether one visible raw character goes on in another; None where that cannot be told."""
        tail, head = self._nearest(a, -1), self._nearest(b, 1)
        return None if tail is None or head is None else self.onto.goes_on(tail, head)

    def _nearest(self, k: int, step: int) -> int | None:
        """Return where a character stands or, if that is not known, the nearest one before or after it."""
        for n in range(k, k + (MISREAD + 1) * step, step):
            if 0 <= n < len(self.places) and self.places[n] != NOWHERE:
                return self.places[n]
        return None


def _origins(raw: str, reading: Reading) -> list[int]:
    """Return the raw offset of every repaired character."""
    origins: list[int] = []
    for k in range(len(reading)):
        piece = reading.piece(k)
        if piece.edit is None:
            origins += range(piece.start, piece.end)
        else:
            origins += _replaced(raw[piece.start : piece.end], piece.text, piece.start)
    return origins


def _replaced(old: str, new: str, start: int) -> list[int]:
    """Return the raw offset of every character of an edit's new text: of those as many as before, one for one."""
    origins = [NOWHERE] * len(new)
    before, after = ([k for k, c in enumerate(text) if not _BLANK.match(c)] for text in (old, new))
    blocks = [("", 0, len(before), 0, len(after))]
    if len(before) != len(after):
        blocks = SequenceMatcher(None, fold(old), fold(new), False).get_opcodes()
    for _, a, b, c, d in blocks:
        if b - a == d - c:
            for m, n in zip(before[a:b], after[c:d], strict=True):
                origins[n] = start + m
    return origins


def _laid(raw: str, true: str) -> list[int]:
    places, used = [-1] * len(raw), bytearray(len(true))

    def run(i: int, j: int) -> int:
        n = 0
        while (
            i + n < len(raw) and j + n < len(true) and raw[i + n] == true[j + n]
            and places[i + n] < 0 and not used[j + n]
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
            best = max(((run(i, j), j == expected, j) for j in index.get(raw[i : i + seed], ())), default=(0, False, 0))
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
