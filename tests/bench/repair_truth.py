"""Where every character of a raw text stands in the true paragraphs, and in those a repair makes of it.

Raw over truth: strings both share are laid over one another, the longest first; pieces may stand in any order and carry
reading errors. White space, width and the look of quotes do not count. Raw over repair: a reading knows the raw origin
of every character, so nothing is searched for. Repair over truth is the one after the other.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
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
CHANCE = 2
"""Characters beyond the edge of a cell that may be the same by chance."""
MOST = 400
"""Characters between two neighbours that may be misread as a whole."""
NOWHERE = -1
_SAME = str.maketrans("“”„＂‘’＇―─–…⋯・•", '""""\'\'\'——-..··')
_BLANK = re.compile("[\\s\u200b\ufeff\u00ad]+")
_VISIBLE = re.compile("[^\\s\u200b\ufeff\u00ad]+")


PAGES = ("all", "fit", "held")
"""Which pages are asked for: all, those fitted on, those never fitted on."""


def among(name: str, pages: str) -> bool:
    """Say whether a page is one of those asked for, one of `PAGES`."""
    return pages == "all" or (page_number(name) in HELD_OUT) == (pages == "held")


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


def roles_of(truth: Path) -> list[str]:
    """Return the role of every paragraph of a truth file, furniture included."""
    page = json.loads(truth.read_text(encoding="utf-8"))
    found = [p["role"] for article in page["articles"] for p in article["paragraphs"]]
    return found + [p["role"] for p in page.get("furniture", [])]


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
        return Laid(self, raw, _Laying(Visible([raw]), self.text).laid())


class Repaired(Visible):
    """The paragraphs a repair makes of a raw text."""

    def __init__(self, raw: str, reading: Reading, passages: Sequence[Passage]) -> None:
        super().__init__([reading.text[p.start : p.end] for p in passages])
        self.raw = raw
        origins = _origins(raw, reading)
        seen = (run.span() for p in passages for run in _VISIBLE.finditer(str(reading.text), p.start, p.end))
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
        """Say whether what ends at a raw offset goes on at another in one paragraph; None where that cannot be told."""
        return self.goes_on(self.numbers[end] - 1, self.numbers[start])

    def goes_on(self, a: int, b: int) -> bool | None:
        """Say whether one visible raw character goes on in another; None where that cannot be told."""
        tail, head = self._nearest(a, -1), self._nearest(b, 1)
        return None if tail is None or head is None else self.onto.goes_on(tail, head)

    def owner(self, start: int, end: int) -> int | None:
        """Return the paragraph most characters of a raw span belong to; None where nobody can tell."""
        places = (self.places[k] for k in range(self.numbers[start], self.numbers[end]))
        owners = Counter(self.onto.owner[place] for place in places if place != NOWHERE)
        return owners.most_common(1)[0][0] if owners else None

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
    for _, a, b, c, d in SequenceMatcher(None, fold(old), fold(new), False).get_opcodes():
        if b - a == d - c:
            for m, n in zip(before[a:b], after[c:d], strict=True):
                origins[n] = start + m
    return origins


class _Laying:
    """Lays a raw text over true paragraphs, string by string; a *cell* is what stands between two raw white spaces."""

    def __init__(self, raw: Visible, true: str) -> None:
        self.raw, self.true, self.edges = raw.text, true, raw.spaced | {0, len(raw)}
        self.places, self.back = [NOWHERE] * len(raw), [NOWHERE] * len(true)

    def laid(self) -> list[int]:
        """Return where each raw character stands."""
        for seed in SEEDS:
            index: dict[str, list[int]] = defaultdict(list)
            for j in range(len(self.true) - seed + 1):
                index[self.true[j : j + seed]].append(j)
            # What could stand in several places waits for its neighbours.
            self._by_seed(index, seed, once=True)
            self._by_seed(index, seed, once=False)
        self._onward(inside=True)
        self._backward(inside=True)
        self._alone()
        for inside in (True, False):
            self._onward(inside)
            self._backward(inside)
            self._between()
        return self.places

    def _by_seed(self, index: dict[str, list[int]], seed: int, once: bool) -> None:
        i = 0
        while i <= len(self.raw) - seed:
            found = [] if self.places[i] != NOWHERE else index.get(self.raw[i : i + seed], [])
            runs = [(n, -self._away(i, j, n), j) for j in found if (n := self._run(i, j)) >= seed]
            if not runs or (once and len(found) > 1):
                i += 1
                continue
            size, _, j = max(runs)
            low, high = self._trimmed(i, j, size)
            self._take(low, j + low - i, high - low)
            i += size

    def _run(self, i: int, j: int) -> int:
        """Return how many characters from here on are the same, and free."""
        n, most = 0, min(len(self.raw) - i, len(self.true) - j)
        while n < most and self._free(i + n, j + n):
            n += 1
        return n

    def _free(self, i: int, j: int) -> bool:
        return self.raw[i] == self.true[j] and self.places[i] == NOWHERE and self.back[j] == NOWHERE

    def _away(self, i: int, j: int, size: int) -> int:
        """Return how far from a raw string the nearer of its true neighbours stands, as far as that is known."""
        before = self.back[j - 1] if j else NOWHERE
        after = self.back[j + size] if j + size < len(self.true) else NOWHERE
        away = [abs(before - i)] if before != NOWHERE else []
        away += [abs(after - i - size)] if after != NOWHERE else []
        return min(away, default=len(self.raw))

    def _trimmed(self, i: int, j: int, size: int) -> tuple[int, int]:
        """Return a raw string without the one or two characters of another cell that happen to fit."""
        low, high = i, i + size
        for k in range(low + 1, min(low + CHANCE + 1, high)):
            if k in self.edges and low not in self.edges:
                low = k
        for k in range(high - 1, max(high - CHANCE - 1, low), -1):
            if k in self.edges and high not in self.edges:
                high = k
        return low, high

    def _take(self, i: int, j: int, size: int) -> None:
        self.places[i : i + size] = range(j, j + size)
        self.back[j : j + size] = range(i, i + size)

    def _onward(self, inside: bool) -> None:
        """Lay what goes on from the character before, inside cells or over their edges."""
        for i in range(1, len(self.raw)):
            j = self.places[i - 1] + 1
            if j and j < len(self.true) and self._free(i, j) and not (inside and i in self.edges):
                self._take(i, j, 1)

    def _backward(self, inside: bool) -> None:
        for i in range(len(self.raw) - 2, -1, -1):
            j = self.places[i + 1] - 1
            if j >= 0 and self._free(i, j) and not (inside and i + 1 in self.edges):
                self._take(i, j, 1)

    def _gaps(self) -> list[tuple[int, int]]:
        """Return the raw spans not laid yet."""
        bounds = [
            0,
            *(k for k in range(1, len(self.raw)) if (self.places[k] < 0) != (self.places[k - 1] < 0)),
        ]
        return [
            (a, b) for a, b in zip(bounds, [*bounds[1:], len(self.raw)], strict=True)
            if a < b and self.places[a] == NOWHERE
        ]  # fmt: skip

    def _between(self) -> None:
        """Lay misread characters over what stands between their neighbours in the truth."""
        for a, b in self._gaps():
            low = self.places[a - 1] + 1 if a else 0
            high = self.places[b] if b < len(self.raw) else len(self.true)
            if not 0 < high - low <= MOST or any(k != NOWHERE for k in self.back[low:high]):
                continue
            blocks = [("", 0, b - a, 0, high - low)]
            if b - a != high - low or b - a > MISREAD:
                blocks = SequenceMatcher(None, self.raw[a:b], self.true[low:high], False).get_opcodes()
            for _, i, end, j, until in blocks:
                if end - i == until - j:
                    self._take(a + i, low + j, end - i)

    def _alone(self) -> None:
        """Lay short strings that have moved over a free place that reads the same, the nearest to their neighbours."""
        for a, b in self._gaps():
            found = [m.start() for m in re.finditer(f"(?={re.escape(self.raw[a:b])})", self.true)]
            free = [j for j in found if self._run(a, j) == b - a]
            if b - a > 1 and free:
                self._take(a, min(free, key=lambda j: self._away(a, j, b - a)), b - a)
