"""What was changed in articles, as a proof marks it: paragraph by paragraph, white space aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingyang.press.proof import Correction
from qingyang.services.reviewing import Reviewing


def corrections(articles: Iterable[tuple[Reviewing, range]]) -> Iterator[Correction]:
    """Yield the corrections of some articles, each given by its document and rows."""
    for article, (review, rows) in enumerate(articles):
        for paragraph, row in enumerate(rows):
            yield from _of_row(review, row, article, paragraph)


def _of_row(review: Reviewing, row: int, article: int, paragraph: int) -> Iterator[Correction]:
    raw, passage = review.draft.source.text, review.passages[row]
    for piece in review.reading.pieces(passage.start, passage.end):
        if piece.edit is None:
            continue
        old, new = ("".join(text.split()) for text in (raw[piece.start : piece.end], piece.text))
        if old == new:
            continue
        start = max(piece.at, passage.start) - passage.start
        end = min(piece.at + len(piece.text), passage.end) - passage.start
        # An empty piece at the edge goes with the paragraph it follows.
        if start < end or start > 0:
            yield Correction(article, paragraph, start, max(start, end), old, new)
