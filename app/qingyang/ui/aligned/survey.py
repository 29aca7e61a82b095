"""Rows seen from afar: where doubts, hits and signs stand in the whole text, and what share of it is in view."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, Signal

from qingyang.services.reviewed import Hit
from qingyang.text.doubts import Doubts
from qingyang.ui.aligned.browser import Browser


class Survey(Browser):
    """A browser that tells of all its marks."""

    marked = Signal()
    """Doubts, hits or signs are others."""
    arranged = Signal()
    """Other rows are in view, or they stand elsewhere."""

    def set_doubts(self, doubts: Doubts) -> None:
        """Tint doubts."""
        super().set_doubts(doubts)
        self.marked.emit()

    def set_hits(self, hits: Sequence[Hit], current: int) -> None:
        """Show what was found."""
        super().set_hits(hits, current)
        self.marked.emit()

    def set_row_signs(self, signs: Mapping[int, Sequence[str]]) -> None:
        """Show signs beside rows: what hangs on them that is no text."""
        self._signs = signs
        self.viewport().update()
        self.marked.emit()

    def marks(self) -> tuple[Doubts, Sequence[Hit], Mapping[int, Sequence[str]]]:
        """Return the doubts, the hits, and the signs beside rows."""
        return self._highlights.doubts, self._highlights.hits, self._signs

    def extent(self) -> tuple[int, int]:
        """Return how many rows and how many characters there are."""
        if self._sheet is None:
            return 0, 0
        return self._sheet.parts.rows, len(self._sheet.review.reading.text)

    def rows_in_view(self) -> dict[int, QRect]:
        """Return where each row in view stands in the viewport, its role's label and raw lines counted in."""
        rows: dict[int, QRect] = {}
        for number, (y, height) in self._stretches.items():
            row = self._sheet.parts[number].row if self._sheet is not None else -1
            rows[row] = rows.get(row, QRect()).united(QRect(0, y, self.viewport().width(), height))
        return rows

    def _arranged(self) -> None:
        self.arranged.emit()

    def share_in_view(self) -> tuple[float, float]:
        """Return which share of the text is in view: where it begins and ends, of 1."""
        _, length = self.extent()
        if self._sheet is None or not self._seen or not length:
            return 0.0, 1.0
        parts, passages = self._sheet.parts, self._sheet.review.passages
        first, last = (passages[parts[seen.number].row] for seen in (self._seen[0], self._seen[-1]))
        return first.start / length, last.end / length

    def go_to_share(self, share: float) -> None:
        """Go to the row that stands at a share of the text, of 1."""
        rows, length = self.extent()
        if self._sheet is not None and rows:
            self.go_to_row(self._sheet.review.row_at(round(max(0.0, min(1.0, share)) * length)))
