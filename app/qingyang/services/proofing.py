"""What was changed in articles, as a proof marks it: paragraph by paragraph, white space aside."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from qingyang.press.moved import MovedText, Spot
from qingyang.press.proof import Correction
from qingyang.services.reviewing import Reviewing
from qingyang.text.edit import Move


def corrections(articles: Iterable[tuple[Reviewing, range]]) -> Iterator[Correction]:
    """Yield the corrections of some articles, each given by its document and rows."""
    for article, (review, rows) in enumerate(articles):
        for paragraph, row in enumerate(rows):
            yield from _of_row(review, row, article, paragraph)


def moved_texts(articles: Iterable[tuple[Reviewing, range]]) -> Iterator[MovedText]:
    """Yield what reads elsewhere than in the raw text of some articles, each given by its document and rows."""
    printed: dict[int, tuple[Reviewing, dict[int, tuple[int, int]]]] = {}
    for article, (review, rows) in enumerate(articles):
        places = printed.setdefault(id(review), (review, {}))[1]
        places.update((row, (article, paragraph)) for paragraph, row in enumerate(rows))
    for review, places in printed.values():
        yield from _moved(review, places)


def _moved(review: Reviewing, places: Mapping[int, tuple[int, int]]) -> Iterator[MovedText]:
    passages, reading = review.passages, review.reading
    starts = [passage.start for passage in passages]

    def spot(offset: int) -> Spot | None:
        row = max(0, bisect_right(starts, offset) - 1)
        if row not in places:
            return None
        # White space between two paragraphs goes with the one before.
        return Spot(*places[row], max(0, min(offset, passages[row].end - 1) - starts[row]))

    for move in review.draft.moves():
        begins, ends = reading.run(move.start, move.end)
        # The brackets stand at what is printed, not at white space.
        begins += len(reading.text[begins:ends]) - len(reading.text[begins:ends].lstrip())
        if begins < ends:
            start, end = spot(begins), spot(ends - 1)
            if start and end:
                home, opening = _home(review.draft.source.text, move)
                yield MovedText(start, end, spot(reading.find(home)), opening)


def _home(raw: str, move: Move) -> tuple[int, bool]:
    """Return the raw character a move's text stands behind, or before where nothing stands before it (True).

    White space says nothing of where that is: it may read elsewhere than the words it stands between.
    """
    before, after = move.start - 1, move.end
    while before >= 0 and raw[before].isspace():
        before -= 1
    while before < 0 and after < len(raw) - 1 and raw[after].isspace():
        after += 1
    return (before, False) if before >= 0 else (min(after, len(raw) - 1), True)


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
