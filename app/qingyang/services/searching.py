"""Find and replace over one document or the whole desk file: looked at first, done in one step, undone in one."""

from __future__ import annotations

from collections.abc import Iterable

from qingyang.services.likewise import AROUND, Line
from qingyang.services.reviewing import Reviewing
from qingyang.text.search import Query, Tables, find


def preview(reviews: Iterable[Reviewing], query: Query, tables: Tables, new: str = "") -> list[Line]:
    """Return every place of a query with its context and what a replacement would put there.

    Raises `AppError` search_pattern, search_replacement, search_slow.
    """
    found = []
    for review in reviews:
        text = review.reading.text
        for start, end, put in find(query, text, tables, new):
            before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
            row = review.row_at(start)
            found.append(Line(review.document, row, start, end, before, text[start:end], after, put))
    return found
