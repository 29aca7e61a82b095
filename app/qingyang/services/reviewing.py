"""The review desk of one document: everything a copy editor does about what stands.

Every action is one `Change`: it is written to the journal first, then shown. Views listen and refresh from `Shown`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from qingyang.lexicon import Converter
from qingyang.services import identity
from qingyang.services.guessing import word_on
from qingyang.services.reviewed import Reviewed
from qingyang.services.standing import after, standing
from qingyang.services.stepping import Journal, Stepping
from qingyang.services.stretch import Turn
from qingyang.tagging.engine import Tagged
from qingyang.text.alignment import Difference, differences
from qingyang.text.article import HOLD, Anchor
from qingyang.text.change import Change, Draft
from qingyang.text.edit import Cut, Key, Mark, Tag
from qingyang.text.guess import RULE as ROLE
from qingyang.text.moving import move_paragraphs, move_text
from qingyang.text.rewrite import (
    Span,
    apart,
    insert_paragraph,
    join_after,
    replace_spans,
    replace_text,
    split_at,
)
from qingyang.text.step import Step, merge, set_records


class Shown(NamedTuple):
    """What a change did to the rows: ``old`` rows from ``first`` on became ``new`` rows."""

    change: Change
    first: int
    old: int
    new: int
    above: int = 0
    """How many of them, from the first on, say what they said: they are only something else, or less surely."""
    below: int = 0
    """How many so at the end."""

    def reworded(self) -> Shown:
        """Return what a change did to the rows that say something else."""
        around = self.above + self.below
        return Shown(self.change, self.first + self.above, self.old - around, self.new - around)


class Reviewing(Reviewed, Stepping):
    """One document under review."""

    def __init__(
        self,
        document: str,
        draft: Draft,
        journal: Journal,
        changes: Iterable[Change] = (),
        *,
        person: str = "",
        new_id: Callable[[], str] | None = None,
        now: Callable[[], str] = identity.now,
        tags: Sequence[Tagged] | None = None,
    ) -> None:
        Reviewed.__init__(self, standing(draft, tags))
        Stepping.__init__(self, document, journal, changes, person=person, new_id=new_id, now=now)
        self.listeners: list[Callable[[Shown], None]] = []

    # -- what a hand does ----------------------------------------------------------------------------------------

    def replace(self, start: int, end: int, new: str) -> Change | None:
        """Put new text in place of repaired[start:end]."""
        return self.do("edit", replace_text(self.draft, self.reading, start, end, new, self.new_id))

    def rewrite(self, row: int, text: str, role: str = "") -> Change | None:
        """Make one paragraph read as given, touching only the characters that differ.

        With a role it keeps that one, whatever it reads like then.
        """
        step = self._respelling([(row, differences(self.text(row), text))])
        return self.do("edit", self._with_role(step, row, role) if role else step)

    def convert(self, converter: Converter, rows: Iterable[int] | None = None) -> Change | None:
        """Put some paragraphs, or all, into another script, touching only the characters that differ."""
        wanted = range(len(self)) if rows is None else sorted(set(rows))
        return self.do("convert", self._respelling((r, converter.differences(self.text(r))) for r in wanted))

    def _respelling(self, found: Iterable[tuple[int, Sequence[Difference]]]) -> Step:
        """Return the records that make rows, in order, read with their differences."""
        starts = ((self.passages[row].start, each) for row, differing in found for each in differing)
        spans = [(start + each.start, start + each.end, each.new) for start, each in starts]
        return replace_spans(self.draft, self.reading, spans, self.new_id)

    def split(self, offset: int) -> Change | None:
        """End a paragraph at a repaired offset."""
        return self.do("split", split_at(self.draft, self.reading, offset, self.new_id))

    def join(self, row: int) -> Change | None:
        """Join a paragraph with the one after it."""
        return self.do("join", join_after(self.draft, self.reading, self.passages[row], self.new_id))

    def move(self, rows: Sequence[int], before: int) -> Change | None:
        """Read neighbouring paragraphs before another one (``before`` == number of rows: at the end)."""
        target = self.passages[before] if before < len(self.passages) else None
        block = [self.passages[row] for row in rows]
        return self.do("move", move_paragraphs(self.draft, self.reading, block, target, self.new_id))

    def move_selection(self, start: int, end: int, to: int) -> Change | None:
        """Read repaired[start:end] at another repaired offset; every character keeps its origin."""
        return self.do("move", move_text(self.draft, self.reading, start, end, to, self.new_id))

    def insert(self, before: int, text: str, role: str = "") -> Change | None:
        """Put a paragraph of one's own before a row (``before`` == number of rows: at the end)."""
        return self.do("insert", self.insertion(before, text, role))

    def insertion(self, before: int, text: str, role: str = "") -> Step:
        """Return the records that `insert` writes."""
        at = self.passages[before].start if before < len(self.passages) else len(self.reading.text)
        step = insert_paragraph(self.draft, self.reading, at, text, self.new_id)
        return self._with_role(step, before, role) if role else step

    def _with_role(self, step: Step, row: int, role: str) -> Step:
        """Return a step that also gives a row a role, so that one undo takes both back."""
        if not step.added:
            return step
        after = self.drafted(step).reading()
        # The line's own place, as it is then.
        tag = Tag(after.anchor(after.passages()[row].start), role)
        return merge(step, set_records(self.draft, [tag]))

    def drafted(self, step: Step) -> Draft:
        """Return the document's state as it would be after a step."""
        return self.draft.apply(self.planned("", step))

    def said(self, row: int) -> Sequence[Tag | Mark | Cut]:
        """Return what people have set beside one row."""
        return self._standing.hand_tags().get(row, [])

    def judge(self, subjects: Iterable[Key], accept: bool) -> Change | None:
        """Accept rules' edits and moves or keep the raw text instead, all in one step; a flag is seen either way.

        Accepting a finding puts its first offer in place, as typing would; keeping it, or accepting one without an
        offer, settles it for good.
        """
        kind, step = self.judging(subjects, accept)
        return self.do(kind, step)

    def judging(self, subjects: Iterable[Key], accept: bool) -> tuple[str, Step]:
        """Return the kind and the records of judging; nothing is done yet."""
        keys = list(dict.fromkeys(subjects))
        taken = self._offered(keys) if accept else {}
        verdicts = [word_on(key, accept) for key in keys if key not in taken]
        seen = not taken and all(key[0] in ("flag", "finding") for key in keys)
        role = all(key[0] == ROLE for key in keys)
        kind = "role" if role else "seen" if seen else "accept" if accept else "reject"
        return kind, merge(set_records(self.draft, verdicts), self.replacing(taken.values()))

    def _offered(self, keys: Sequence[Key]) -> dict[Key, Span]:
        """Return what accepting findings puts in place."""
        found = (self._doubted().of_key(key) for key in keys if key[0] == "finding")
        return {d.key: (d.at, d.end, d.offers[0]) for d in found if d is not None and d.offers}

    def replacing(self, spans: Iterable[Span]) -> Step:
        """Return the records that put new text in place of repaired spans; of two that overlap the first is taken."""
        return replace_spans(self.draft, self.reading, apart(spans), self.new_id)

    def replace_all(self, spans: Iterable[Span]) -> Change | None:
        """Put new text in place of several repaired spans in one step."""
        return self.do("replace", self.replacing(spans))

    def set_role(self, rows: Iterable[int], role: str) -> Change | None:
        """Give paragraphs a role by hand."""
        tags = [Tag(anchor, role) for anchor in self.anchors(rows, Tag)]
        return self.do("role", set_records(self.draft, tags))

    def set_mark(self, rows: Iterable[int], mark: str, on: bool) -> Change | None:
        """Set or take away a mark beside paragraphs' roles."""
        marks = [Mark(anchor, mark, on) for anchor in self.anchors(rows, Mark, mark)]
        return self.do("mark", set_records(self.draft, marks))

    def hold(self, rows: Iterable[int], on: bool) -> Change | None:
        """Leave paragraphs out of print, or put them back."""
        return self.set_mark(rows, HOLD, on)

    def cut_article(self, row: int, on: bool) -> Change | None:
        """Say whether an article begins at a row."""
        return self.do("cut", self.cutting(row, on))

    def cutting(self, row: int, on: bool) -> Step:
        """Return the records that `cut_article` writes."""
        return set_records(self.draft, [Cut(anchor, on) for anchor in self.anchors([row], Cut)])

    def anchors(self, rows: Iterable[int], kind: type[Tag | Mark | Cut], mark: str = "") -> Iterator[Anchor]:
        """Yield the anchor a hand has already used for this on each row, else that of its first character."""
        hands = self._standing.hand_tags()
        for row in rows:
            used = (
                record.anchor
                for record in hands.get(row, [])
                if isinstance(record, kind) and (not isinstance(record, Mark) or record.mark == mark)
            )
            yield next(used, self.anchor(row))

    # -- one way for every change --------------------------------------------------------------------------------

    def _prepared(self, change: Change) -> Callable[[], None]:
        now, spliced = after(self._standing, change)

        def show() -> None:
            self._turn(Turn(change, self._standing, now, spliced))
            for listener in self.listeners:
                listener(Shown(change, *spliced))

        return show
