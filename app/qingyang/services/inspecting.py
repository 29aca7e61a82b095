"""The editorial checks over one document under review: run once, then only where a change has touched.

What is found is kept a row; checks that want an article are run again over the articles a change reaches.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from qingyang.tagging.engine import Tagged
from qingyang.text.alignment import alike
from qingyang.text.article import Anchor, Paragraph
from qingyang.text.edit import Key, Move
from qingyang.text.finding import Check, Finding, Found
from qingyang.text.reading import Passage
from qingyang.text.row import Doubt

LONG = 60_000
"""Characters beyond which an article is not read as a whole: it is a file whose articles nobody has cut apart."""

_REACH = 2_000
"""Characters from the beginning of what a rule asks about to its end, at most."""

Seen = tuple[str, str, frozenset[str], bool]
"""What a check may look at of a row: its text, role, marks, and whether an article begins there."""


class Text(Protocol):
    """What is inspected: the rows of a document as they stand."""

    @property
    def passages(self) -> Sequence[Passage]:
        """Return every paragraph's span."""
        ...

    @property
    def tags(self) -> Sequence[Tagged]:
        """Return what every paragraph is."""
        ...

    def __len__(self) -> int: ...

    def text(self, row: int) -> str:
        """Return one paragraph's text."""
        ...

    def paragraph(self, row: int) -> Paragraph:
        """Return one paragraph."""
        ...

    def anchor_at(self, offset: int) -> Anchor:
        """Return the anchor of the character at a repaired offset."""
        ...


class Placed(NamedTuple):
    """A finding and where it stands in its row."""

    finding: Finding
    start: int
    end: int


class Inspection:
    """What the checks say of one document, kept up to date."""

    def __init__(self, checks: Sequence[Check], text: Text) -> None:
        self._alone = [check for check in checks if not check.whole]
        self._whole = [check for check in checks if check.whole]
        self._seen = [_seen(text, row) for row in range(len(text))]
        self._by_row: list[list[Placed]] = [[] for _ in self._seen]
        self._by_article: list[list[Placed]] = [[] for _ in self._seen]
        self._inspect(text, 0, len(text))

    def follow(self, text: Text, first: int, old: int, new: int) -> None:
        """Look again at what a change has touched: ``old`` rows from ``first`` on became ``new`` rows."""
        before, now = self._seen[first : first + old], [_seen(text, row) for row in range(first, first + new)]
        # Rows whose role has become likelier or less likely are among those touched: nothing a check looks at.
        head = alike(before, now)
        tail = alike(before[head:][::-1], now[head:][::-1])
        low, high = first + head, first + new - tail
        self._seen[low : first + old - tail] = now[head : new - tail]
        for rows in (self._by_row, self._by_article):
            rows[low : first + old - tail] = [[] for _ in range(low, high)]
        if old - tail > head or new - tail > head:
            self._inspect(text, low, high)

    def doubts(self, text: Text, settled: Container[Key], asked: Sequence[Doubt]) -> list[Doubt]:
        """Return what still wants a person, by place; where a rule asks already (``asked``), nobody is asked twice."""
        there = [row for row, found in enumerate(self._by_row) if found or self._by_article[row]]
        found = []
        for row in there:
            first = text.passages[row].start
            for finding, a, b in (*self._by_row[row], *self._by_article[row]):
                if ("verdict", *finding.key) not in settled and not _asked_about(asked, first + a, first + b):
                    found.append(Doubt(finding, first + a, first + b, applied=False))
        return sorted(found, key=lambda doubt: doubt.at)

    def _inspect(self, text: Text, first: int, last: int) -> None:
        for row in range(first, last):
            paragraphs = [text.paragraph(row)]
            self._by_row[row] = [
                placed
                for check in self._alone
                for found in check.look(paragraphs)
                for placed in _placed(text, check, row, paragraphs[0], found)
            ]
        if self._whole:
            # A cut that came or went changes the article before it too.
            for low, high in _articles(text, max(0, first - 1), min(len(text), last + 1)):
                self._inspect_article(text, low, high)

    def _inspect_article(self, text: Text, low: int, high: int) -> None:
        self._by_article[low:high] = [[] for _ in range(low, high)]
        if text.passages[high - 1].end - text.passages[low].start > LONG:
            return
        paragraphs = [text.paragraph(row) for row in range(low, high)]
        for check in self._whole:
            for found in check.look(paragraphs):
                row = low + found.paragraph
                self._by_article[row] += _placed(text, check, row, paragraphs[found.paragraph], found)


def _seen(text: Text, row: int) -> Seen:
    tagged = text.tags[row]
    return text.text(row), tagged.role, tagged.marks, tagged.begins


def _asked_about(asked: Sequence[Doubt], start: int, end: int) -> bool:
    """Say whether a rule asks about a part of text[start:end] already; ``asked`` stand in text order.

    Moves, which take in whole paragraphs, aside.
    """
    k = bisect_left(asked, end, key=lambda doubt: doubt.at)
    while k and asked[k - 1].at > start - _REACH:
        k -= 1
        if asked[k].end > start and not isinstance(asked[k].subject, Move):
            return True
    return False


def _placed(text: Text, check: Check, row: int, paragraph: Paragraph, found: Found) -> Iterator[Placed]:
    if paragraph.printed:
        anchor = text.anchor_at(text.passages[row].start + found.start)
        stretch = paragraph.text[found.start : found.end]
        finding = Finding(check.id, anchor, stretch, check.p, found.why, found.offers)
        yield Placed(finding, found.start, found.end)


def _articles(text: Text, first: int, last: int) -> list[tuple[int, int]]:
    """Return the spans of rows of the articles that rows first to last belong to."""
    tags = text.tags
    low, high = first, last
    while low > 0 and not tags[low].begins:
        low -= 1
    while high < len(tags) and not tags[high].begins:
        high += 1
    starts = [row for row in range(low, high) if row == low or tags[row].begins]
    return list(pairwise([*starts, high]))
