"""What was changed in a document, as a proof marks it: paragraph by paragraph, white space aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qingyang.press.proof import Correction
from qingyang.services.reviewing import Reviewing


def corrections(reviews: Iterable[Reviewing]) -> Iterator[Correction]:
    """Yield the corrections of some documents, their articles counted through."""
    article, paragraph = -1, 0
    for review in reviews:
        for row, tagged in enumerate(review.tags):
            if tagged.begins or row == 0:
                article, paragraph = article + 1, 0
            yield from _of_row(review, row, article, paragraph)
            paragraph += 1


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
