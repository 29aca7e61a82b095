"""Pictures that would leave a column white below the text before them.

The text goes on, or the picture stands higher up; one that ends a story is set a little smaller to end it on its page,
or stands on the page before where the next would have little else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qingyang.compose.columns import Area, Column, Row, column, filled
from qingyang.compose.figures import Illustration, lower

_WHITE = 2
"""So many grid lines below the text are worth moving a picture for."""
_SOME = 2
"""Fewer rows than these look lost above or below a picture."""


def floated(rows: Sequence[Row], heights: Iterable[int]) -> Sequence[Row]:
    """Return rows in which pictures stand where columns of these heights, filled in turn, are not left white.

    A picture stands behind so much of the text that follows it as fills the column, at the end of a paragraph; one
    that nothing follows, high in the column.
    """
    at = 0
    for height in heights:
        made = column(rows, at, height, False)
        end = made.end
        if end < len(rows) and _picture(rows[end]) and height - made.height >= _WHITE and end > at:
            rows = _moved(rows, at, end, height)
            made = column(rows, at, height, False)
        at = made.end
    return rows


def finishing(rows: Sequence[Row], area: Area, leading: float) -> Sequence[Row]:
    """Return rows whose last picture is as high as lets an area hold all of them; as they were where none does."""
    last = rows[-1] if rows else None
    if last is None or not isinstance(last.block, Illustration) or len(rows) > sum(area.heights()):
        return rows
    for lines in range(last.height, 0, -1):
        block = lower(last.block, lines, leading)
        if block is None:
            break
        lowered = [*rows[:-1], last._replace(block=block, height=lines)]
        if filled(lowered, area, False)[-1].end == len(rows):
            return lowered
    return rows


def fetched(rows: Sequence[Row], area: Area) -> Sequence[Row]:
    """Return rows whose last picture stands in an area already, if the next page would have little but the picture.

    There other columns would end far above it; here it stands as near to the text before it as it finds room.
    """
    if not rows or not _picture(rows[-1]):
        return rows
    *text, last = rows
    made = filled(rows, area, False)
    here = made[-1].end
    beside = sum(row.height for row in text[here:])
    if here == len(rows) or beside > (len(area.feet) - 1) * (last.height - _WHITE):
        return rows
    # Pictures keep their order: it goes past none.
    first = next((k + 1 for k in range(len(text) - 1, -1, -1) if _picture(text[k])), 1)
    for goal in range(here, first - 1, -1):
        if _ended(rows, goal) == goal:
            moved = [*rows[:goal], last, *rows[goal:-1]]
            again = filled(moved, area, False)
            if _among(again, goal) and _short(again, area) <= _short(made, area):
                return moved
    return rows


def _among(made: Sequence[Column], row: int) -> bool:
    """Say whether a row stands at the head of a column or with some rows above it, and with some below it."""
    one = next((one for one in made if one.start <= row < one.end), None)
    # A caption at the foot of a column ends it a little higher than text does.
    return one is not None and one.end - row > _SOME and (row == one.start or row - one.start >= _SOME)


def _short(made: Sequence[Column], area: Area) -> int:
    """Return how many columns end above their foot."""
    return sum(one.foot < foot for one, foot in zip(made, area.feet, strict=True))


def _picture(row: Row) -> bool:
    return isinstance(row.block, Illustration)


def _moved(rows: Sequence[Row], start: int, picture: int, height: int) -> Sequence[Row]:
    """Return rows with a picture elsewhere that has no room behind what stands in its column; as they were at worst."""
    row, others = rows[picture], [*rows[:picture], *rows[picture + 1 :]]
    follows = any(not _picture(each) for each in others[picture:])
    if follows:
        goal = _ended(others, max(column(others, start, height, False).end, picture + 1))
        passed = others[picture:goal]
    else:
        goal = _ended(others, start)
        passed = others[goal:picture]
        used = sum(each.height + each.before for each in others[start:goal])
        if used + row.height + row.before > height:
            return rows
    # Pictures keep their order: a caption may say so (上图, 下图).
    if not passed or any(map(_picture, passed)):
        return rows
    return [*others[:goal], row, *others[goal:]]


def _ended(rows: Sequence[Row], at: int) -> int:
    """Return the first row from one on before which a paragraph, and what is kept with the next one, has ended."""
    while at < len(rows) and at and (_inside(rows, at) or rows[at - 1].keep):
        at += 1
    return at


def _inside(rows: Sequence[Row], at: int) -> bool:
    """Say whether a row is one of a block that began before it."""
    return bool(rows[at].first)
