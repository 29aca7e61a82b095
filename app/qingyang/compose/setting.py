"""Setting paragraphs in the faces of one template, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import inf
from typing import NamedTuple

from qingyang.compose import classes as kind
from qingyang.compose.blocks import Block, Drawn, Where, rooms
from qingyang.compose.breaking import FORCED, LOOSE, Broken, broken
from qingyang.compose.cells import cells
from qingyang.compose.headline import fitted
from qingyang.compose.items import Hyphens, Inset, Items, Words, items
from qingyang.compose.layout import Finding
from qingyang.compose.memory import Memory
from qingyang.compose.metrics import EM, Metrics
from qingyang.compose.ragged import ragged
from qingyang.compose.template import Rung, Style, Template
from qingyang.text.article import Paragraph
from qingyang.wording import message

_HEADLINE = "headline"
_BOXED = 0.75
"""Of the size of other headlines, that of one in a box."""


class _Set(NamedTuple):
    """What became of a paragraph: nothing where nothing of it is printed."""

    block: Block | None
    findings: tuple[Finding, ...]


class Setter:
    """Sets paragraphs in the faces of one template, and collects what the editor should know."""

    def __init__(
        self,
        template: Template,
        metrics: Metrics,
        words: Words | None,
        memory: Memory | None = None,
        hyphens: Hyphens | None = None,
    ) -> None:
        self.template = template
        self.metrics = metrics
        self.words = words
        self.hyphens = hyphens
        self.styles = dict(template.styles)
        self._memory = memory
        self._found: dict[tuple[Where, float, float], _Set] = {}
        self._told: list[Finding] = []
        self._lead = inf
        """Size of the first headline across the page: no other is larger."""
        if memory is not None:
            memory.begin(template, metrics, words, hyphens)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return what the editor should know of the paragraphs set, each told once."""
        of_paragraphs = (finding for made in self._found.values() for finding in made.findings)
        return tuple(dict.fromkeys((*of_paragraphs, *self._told)))

    def block(
        self, where: Where, paragraph: Paragraph, frame: float | None = None, margin: float = 0.0
    ) -> Block | None:
        """Return a paragraph as lines; None where nothing of it is printed.

        ``frame`` is the width it stands in, in points; else a column, or all of them where its style spans them.
        ``margin`` is how far it stands off the frame's sides at least, in em.
        """
        if frame is None:
            wide = self.styles[paragraph.role].span
            frame = self.template.type_width if wide else self.template.measure
        key = where, frame, margin
        if key not in self._found:
            self._found[key] = self._known(where, paragraph, frame, margin)
        block = self._found[key].block
        if block and self._lead == inf and block.role == _HEADLINE and frame >= self.template.type_width:
            self._lead = block.size
        return block

    def tell(self, id: str, where: Where, **values: str) -> None:
        """Have the editor told of something that is no paragraph's own."""
        self._told.append(Finding(message(id, **values), *where, 0))

    def _known(self, where: Where, paragraph: Paragraph, frame: float, margin: float) -> _Set:
        """Return a paragraph as it was set before, wherever it stood then."""
        if self._memory is None:
            return self._set(where, paragraph, frame, margin)
        lead = self._lead if paragraph.role == _HEADLINE else inf
        key = paragraph.text, paragraph.role, paragraph.spans, frame, margin, lead
        made = self._memory.get(key, _Set)
        if made is None:
            made = self._set(where, paragraph, frame, margin)
            self._memory.put(key, made)
        if made.block is None or made.block.where == where:
            block = made.block
        else:
            block = replace(made.block, where=where)
            self._memory.put(key, made._replace(block=block))
        article, number = where
        findings = (f._replace(article=article, paragraph=number) for f in made.findings)
        return _Set(block, tuple(findings))

    def _set(self, where: Where, paragraph: Paragraph, frame: float, margin: float) -> _Set:
        style = self.styles[paragraph.role]
        if style.margin < margin:
            style = replace(style, margin=margin)
        width = max(frame - 2 * style.margin * style.size, style.size)
        insets = tuple(
            Inset(span.start, span.end, cells(self.styles[span.role].face, self.metrics))
            for span in paragraph.spans
            if self.styles[span.role].face != style.face
        )
        face = cells(style.face, self.metrics)
        made = items(
            paragraph.text,
            face,
            self.words,
            int(style.phrase * 1000),
            insets,
            bool(style.ladder),
            None if style.ladder else self.hyphens,
        )
        findings = _faults(where, paragraph.text, made, face.missing(made.text))
        if not made.text:
            return _Set(None, tuple(findings))
        drawn: dict[int, Drawn] | None = None if self._memory is None else {}
        ladder = self._ladder(style, frame, paragraph.role == _HEADLINE)
        found = fitted(made, ladder, width) if ladder else None
        size = found[0] if found else style.ladder[-1].size if style.ladder else style.size
        room, cost = rooms(style, width, size), 0.0
        edges: tuple[int, ...] = found[1] if found else ()
        if not edges and style.align != "justify":
            edges = ragged(made, room.rest, room.first, style.align)
        if not edges:
            lines = broken(made, room.rest, room.first)
            findings += _looks(where, made, lines)
            edges, cost = lines.edges, lines.cost
        block = Block(where, paragraph.role, style, size, width, made, edges, cost, room, drawn=drawn)
        return _Set(block, tuple(findings))

    def _ladder(self, style: Style, frame: float, headline: bool) -> Sequence[Rung]:
        """Return the sizes for a headline in a frame.

        A story that takes part of the page only, or stands in a box, has smaller ones, and none is above the lead's.
        """
        if not style.ladder:
            return ()
        most = style.ladder[0].size * (frame / self.template.type_width) ** 0.5 if style.span else EM
        if headline:
            most = min(most, self._lead) * (_BOXED if style.margin else 1)
        return tuple(rung for rung in style.ladder if rung.size <= most) or style.ladder[-1:]


def _looks(where: Where, made: Items, lines: Broken) -> list[Finding]:
    """Tell of lines that could not be set as they should."""
    if lines.cost >= FORCED:
        return [_told("page.forced_line", where, 0)]
    told = [_told("page.lone_last", where, made.origins[lines.edges[-2]])] if lines.lone else []
    return told + ([_told("page.loose_line", where, 0)] if lines.tier >= LOOSE else [])


def _faults(where: Where, text: str, made: Items, missing: Iterable[str]) -> list[Finding]:
    """Tell of characters that have no face, and of control characters, which are not printed; of each once."""
    found = [_told("page.no_glyph", where, text.index(char), char) for char in missing]
    if len(made.text) != len(text):
        gone = dict.fromkeys(char for char in text if kind.class_of(char) == kind.NOTHING)
        found += [_told("page.control", where, text.index(char), char) for char in gone]
    return found


def _told(id: str, where: Where, offset: int, char: str = "") -> Finding:
    code = f"U+{ord(char):04X}" if char else ""
    shown = char if char.isprintable() else ""
    return Finding(message(id, char=shown, code=code), *where, offset)
