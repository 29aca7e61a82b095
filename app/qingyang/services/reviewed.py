"""What stands of one document under review: its rows, what is in doubt, what it has of what; found and counted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from qingyang.services.counting import Counting
from qingyang.services.doubting import Doubting
from qingyang.services.picking import Picking
from qingyang.services.standing import Standing
from qingyang.services.stretch import Turn
from qingyang.tagging.engine import Tagged
from qingyang.text.article import Anchor, Article, Paragraph
from qingyang.text.change import Draft
from qingyang.text.doubts import Doubts
from qingyang.text.finding import Check
from qingyang.text.name import Guarded
from qingyang.text.reading import Passage, Reading
from qingyang.text.row import Doubt, RawLine, line_starts, lines_of, raw_spans


class Row(NamedTuple):
    """One paragraph beside the raw lines it was made from."""

    passage: Passage
    text: str
    lines: tuple[RawLine, ...]
    """Empty for a paragraph of one's own."""
    tagged: Tagged


class Hit(NamedTuple):
    """A found stretch of repaired text."""

    start: int
    end: int
    row: int


class Reviewed:
    """One document as it stands, to be looked at."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing
        self._names = Guarded()
        self._line_starts: list[int] | None = None
        self._begins = Picking(lambda tagged: tagged.begins, self.tags)
        self._by_role: dict[str, Picking] = {}
        self._checks: Sequence[Check] = ()
        self._doubting: Doubting | None = None
        """Made when somebody first wants to know, as is what is counted."""
        self._counting: Counting | None = None

    def _turn(self, turned: Turn) -> None:
        """Let what a change has made stand from now on."""
        self._standing = turned.now
        for picking in (self._begins, *self._by_role.values()):
            picking.follow(turned.now.tags, turned.spliced)
        for kept in (self._doubting, self._counting):
            if kept is not None:
                kept.follow(turned)

    # -- rows ----------------------------------------------------------------------------------------------------

    @property
    def draft(self) -> Draft:
        """Return the document's state."""
        return self._standing.draft

    @property
    def reading(self) -> Reading:
        """Return the text in force."""
        return self._standing.reading

    @property
    def passages(self) -> Sequence[Passage]:
        """Return every paragraph's span."""
        return self._standing.passages

    @property
    def tags(self) -> Sequence[Tagged]:
        """Return what every paragraph is."""
        return self._standing.tags

    def __len__(self) -> int:
        return len(self.passages)

    def text(self, row: int) -> str:
        """Return one paragraph's repaired text."""
        return self._standing.text(row)

    def row(self, row: int) -> Row:
        """Return one paragraph with its raw lines."""
        passage = self.passages[row]
        return Row(passage, self.text(row), self.raw_lines(row), self.tags[row])

    def raw_lines(self, row: int) -> tuple[RawLine, ...]:
        """Return the raw lines one paragraph was made from."""
        raw = self.draft.source.text
        if self._line_starts is None:
            self._line_starts = line_starts(raw)
        found: list[RawLine] = []
        for span in raw_spans(self.reading, self.passages[row]):
            found += lines_of(raw, span, bisect_right(self._line_starts, span[0]))
        return tuple(found)

    def row_at(self, offset: int) -> int:
        """Return the row that holds a repaired offset, or the last one before it."""
        return self._standing.row_at(offset)

    def anchor(self, row: int) -> Anchor:
        """Return the anchor of one paragraph's first character."""
        return self.anchor_at(self.passages[row].start)

    def anchor_at(self, offset: int) -> Anchor:
        """Return the anchor of the character at a repaired offset."""
        return self.reading.anchor(offset)

    # -- doubts --------------------------------------------------------------------------------------------------

    @property
    def names(self) -> Guarded:
        """Return the names of the house: what stands in one is right."""
        return self._names

    @names.setter
    def names(self, names: Guarded) -> None:
        self._names = names
        if self._doubting is not None:
            self._doubting.rename(names)

    def inspect(self, checks: Sequence[Check]) -> None:
        """Have these checks say what they find, now and after every change; their findings stand among the doubts.

        A million characters take some seconds: never on the window's own thread.
        """
        self._checks = checks
        self._doubting = None
        self._doubted()
        self._counted()

    @property
    def inspected(self) -> bool:
        """Say whether checks are at work."""
        return bool(self._checks)

    def doubts(self) -> Doubts:
        """Return the doubts left, in text order; none about a name of the house."""
        return self._doubted().doubts

    def doubt_now(self, doubt: Doubt) -> Doubt | None:
        """Return the doubt about the same thing as one from before a change, None where it is settled."""
        return self._doubted().again(doubt)

    def _doubted(self) -> Doubting:
        if self._doubting is None:
            self._doubting = Doubting(self, self._standing, self._checks, self._names)
        return self._doubting

    # -- articles and figures ------------------------------------------------------------------------------------

    def article_starts(self) -> Sequence[int]:
        """Return the first row of every article."""
        return self._begins.rows

    def rows_of(self, role: str) -> Sequence[int]:
        """Return the rows that have a role."""
        if role not in self._by_role:
            self._by_role[role] = Picking(lambda tagged: tagged.role == role, self.tags)
        return self._by_role[role].rows

    def articles(self) -> list[Article]:
        """Return the articles as they stand, paragraphs out of print included."""
        found: list[list[Paragraph]] = []
        for row, tagged in enumerate(self.tags):
            if tagged.begins or not found:
                found.append([])
            found[-1].append(self.paragraph(row))
        return [Article(tuple(paragraphs)) for paragraphs in found]

    def article(self, rows: range) -> Article:
        """Return the article that some rows are, paragraphs out of print included."""
        return Article(tuple(map(self.paragraph, rows)))

    def paragraph(self, row: int) -> Paragraph:
        """Return one paragraph as composing and the exports want it."""
        tagged = self.tags[row]
        role, p, marks, spans, _, others = tagged
        return Paragraph(self.text(row), role, p, marks, self.anchor(row), spans, others)

    def characters(self) -> int:
        """Return how many characters the repaired text has, white space aside."""
        return self._counted().characters

    def likely_wrong(self) -> float:
        """Return how many decisions that nobody was asked about are likely wrong."""
        return self._counted().likely_wrong

    def _counted(self) -> Counting:
        if self._counting is None:
            self._counting = Counting(self._standing)
        return self._counting

    # -- finding -------------------------------------------------------------------------------------------------

    def find(self, query: str, *, case: bool = False) -> list[Hit]:
        """Return every place of a text in the repaired text, in order."""
        if not query:
            return []
        pattern = re.compile(re.escape(query), 0 if case else re.IGNORECASE)
        spans = [(m.start(), m.end()) for m in pattern.finditer(str(self.reading.text))]
        return [Hit(start, end, self.row_at(start)) for start, end in spans]
