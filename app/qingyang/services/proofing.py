"""What was changed in a document, as a proof marks it: paragraph by paragraph, white space aside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from qingyang.press.proof import Correction
from qingyang.press.transfers import Spot, Transfer
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


def transfers(reviews: Iterable[Reviewing]) -> Iterator[Transfer]:
    """Yield what reads elsewhere than in the raw text, the documents' articles counted through."""
    article, paragraph = -1, 0
    for review in reviews:
        rows: list[tuple[int, int]] = []
        for row, tagged in enumerate(review.tags):
            if tagged.begins or row == 0:
                article, paragraph = article + 1, 0
            rows.append((article, paragraph))
            paragraph += 1
        if rows:
            yield from _moved(review, rows)


def _moved(review: Reviewing, rows: Sequence[tuple[int, int]]) -> Iterator[Transfer]:
    passages, reading = review.passages, review.reading
    starts = [passage.start for passage in passages]

    def spot(offset: int) -> Spot:
        row = max(0, bisect_right(starts, offset) - 1)
        # White space between two paragraphs goes with the one before.
        return Spot(*rows[row], max(0, min(offset, passages[row].end - 1) - starts[row]))

    for move in review.draft.moves():
        begins, ends = reading.run(move.start, move.end)
        # The brackets stand at what is printed, not at white space.
        begins += len(reading.text[begins:ends]) - len(reading.text[begins:ends].lstrip())
        if begins < ends:
            yield Transfer(spot(begins), spot(ends - 1), spot(reading.find(max(0, move.start - 1))))


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
