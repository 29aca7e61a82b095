"""The editorial checks over one document under review: run once, then only where a change has touched.

What is found is kept a row; checks that want an article are run again over the articles a change reaches.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from qingyang.services.asking import REACH
from qingyang.services.standing import Spliced
from qingyang.tagging.engine import Tagged
from qingyang.text.alignment import alike
from qingyang.text.article import Anchor, Paragraph
from qingyang.text.doubts import Doubts
from qingyang.text.edit import Key, Move
from qingyang.text.finding import Check, Finding, Found
from qingyang.text.reading import Passage
from qingyang.text.row import Doubt

LONG = 60_000
"""Characters beyond which an article is not read as a whole: it is a file whose articles nobody has cut apart."""

Seen = tuple[str, str, frozenset[str], bool]
"""What a check may look at of a row: its text, role, marks, and whether an article begins there."""


class Rows(Protocol):
    """The rows of a document as they stand, or stood before a change."""

    @property
    def passages(self) -> Sequence[Passage]:
        """Return every paragraph's span."""
        ...

    @property
    def tags(self) -> Sequence[Tagged]:
        """Return what every paragraph is."""
        ...

    def text(self, row: int) -> str:
        """Return one paragraph's text."""
        ...


class Text(Rows, Protocol):
    """What is inspected."""

    def __len__(self) -> int: ...

    def article_starts(self) -> Sequence[int]:
        """Return the first row of every article."""
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
        # One empty tuple for all rows about which nothing is said: there are a hundred thousand.
        self._by_row: list[Sequence[Placed]] = [()] * len(text)
        self._by_article: list[Sequence[Placed]] = [()] * len(text)
        self._inspect(text, 0, len(text))

    def follow(self, text: Text, before: Rows, spliced: Spliced) -> range:
        """Look again at what a change has touched.

        Return the rows of which something else may be said now.
        """
        first, old, new, *_ = spliced
        was = [_seen(before, row) for row in range(first, first + old)]
        now = [_seen(text, row) for row in range(first, first + new)]
        # Rows whose role has become likelier or less likely are among those touched: nothing a check looks at.
        head = alike(was, now)
        tail = alike(was[head:][::-1], now[head:][::-1])
        low, high = first + head, first + new - tail
        for rows in (self._by_row, self._by_article):
            rows[low : first + old - tail] = [()] * (high - low)
        touched = old - tail > head or new - tail > head
        # Where like text changed places, the words are as before and stand on other characters.
        stale = [row for row in (*range(first, low), *range(high, first + new)) if self._stale(text, row)]
        low, high = min([low, *stale]), max([high, *(row + 1 for row in stale)])
        return self._inspect(text, low, high) if touched or stale else range(0)

    def _stale(self, text: Text, row: int) -> bool:
        first = text.passages[row].start
        found = (*self._by_row[row], *self._by_article[row])
        return any(text.anchor_at(first + placed.start) != placed.finding.anchor for placed in found)

    def doubts(self, text: Text, settled: Container[Key], asked: Doubts, rows: range) -> Iterator[Doubt]:
        """Yield what still wants a person in some rows; nobody is asked twice where a rule asks already."""
        for row in rows:
            if not self._by_row[row] and not self._by_article[row]:
                continue
            first = text.passages[row].start
            for finding, a, b in (*self._by_row[row], *self._by_article[row]):
                if ("verdict", *finding.key) not in settled and not _asked_about(asked, first + a, first + b):
                    yield Doubt(finding, first + a, first + b, applied=False)

    def _inspect(self, text: Text, first: int, last: int) -> range:
        for row in range(first, last):
            paragraphs = [text.paragraph(row)]
            self._by_row[row] = tuple(
                placed
                for check in self._alone
                for found in check.look(paragraphs)
                for placed in _placed(text, check, row, paragraphs[0], found)
            )
        said = [(first, last)]
        if self._whole:
            # A cut that came or went changes the article before it too.
            articles = _articles(text, max(0, first - 1), min(len(text), last + 1))
            said += [rows for rows in articles if self._inspect_article(text, *rows)]
        return range(min(low for low, _ in said), max(high for _, high in said))

    def _inspect_article(self, text: Text, low: int, high: int) -> bool:
        """Read an article as a whole; return whether something is said of it, or was."""
        before = any(self._by_article[low:high])
        self._by_article[low:high] = [()] * (high - low)
        if text.passages[high - 1].end - text.passages[low].start > LONG:
            return before
        paragraphs = [text.paragraph(row) for row in range(low, high)]
        for check in self._whole:
            for found in check.look(paragraphs):
                row = low + found.paragraph
                placed = _placed(text, check, row, paragraphs[found.paragraph], found)
                self._by_article[row] = (*self._by_article[row], *placed)
        return before or any(self._by_article[low:high])


def _seen(text: Rows, row: int) -> Seen:
    tagged = text.tags[row]
    return text.text(row), tagged.role, tagged.marks, tagged.begins


def _asked_about(asked: Doubts, start: int, end: int) -> bool:
    """Say whether a rule asks about a part of text[start:end] already; ``asked`` stand in text order.

    Moves, which take in whole paragraphs, aside.
    """
    there = asked.within(start - REACH, end - 1)
    near = asked[there.start : there.stop]
    return any(doubt.end > start and not isinstance(doubt.subject, Move) for doubt in near)


def _placed(text: Text, check: Check, row: int, paragraph: Paragraph, found: Found) -> Iterator[Placed]:
    if paragraph.printed:
        anchor = text.anchor_at(text.passages[row].start + found.start)
        stretch = paragraph.text[found.start : found.end]
        finding = Finding(check.id, anchor, stretch, check.p, found.why, found.offers)
        yield Placed(finding, found.start, found.end)


def _articles(text: Text, first: int, last: int) -> list[tuple[int, int]]:
    """Return the spans of rows of the articles that rows first to last belong to."""
    starts = text.article_starts()
    low, high = max(0, bisect_right(starts, first) - 1), bisect_left(starts, last)
    return list(pairwise([*starts[low:high], starts[high] if high < len(starts) else len(text)]))
