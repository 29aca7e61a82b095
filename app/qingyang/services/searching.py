"""Find and replace over one document or the whole desk file: looked at first, done in one step, undone in one."""

from __future__ import annotations

from collections.abc import Iterable

from qingyang.services.likewise import Line, line_at
from qingyang.services.reviewing import Reviewing
from qingyang.text.search import Query, Tables, find


def preview(reviews: Iterable[Reviewing], query: Query, tables: Tables, new: str = "") -> list[Line]:
    """Return every place of a query with its context and what a replacement would put there.

    Raises `AppError` search_pattern, search_replacement, search_slow.
    """
    return [
        line_at(review, start, end, put)
        for review in reviews
        for start, end, put in find(query, str(review.reading.text), tables, new)
    ]
