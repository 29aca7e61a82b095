"""Pictures no higher than lets the columns beside them be level: a short story has a smaller one."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from qingyang.compose.blocks import Block
from qingyang.compose.figures import Illustration, height_of, lower, narrowing, smallest

Piece = Block | Illustration

_NEAR = 2
"""So few grid lines above its text are seen by nobody."""


def levelled_pictures(pieces: Sequence[Piece], columns: int, leading: float) -> tuple[Piece, ...]:
    """Return what stands below a headline in so many columns, its pictures set smaller where they rise above it.

    A picture that would have to be too small beside a few lines stays as it is: the text is its own.
    """
    found = list(pieces)
    for k, piece in enumerate(found):
        if isinstance(piece, Illustration):
            beside = sum(_lines(each, leading) for each in found if each is not piece)
            found[k] = _level(piece, beside, columns, leading)
    return tuple(found)


def _lines(piece: Piece, leading: float) -> int:
    """Return the lines a piece takes of all columns together."""
    if isinstance(piece, Illustration):
        return piece.height(leading) * piece.frame.columns
    return ceil(height_of(piece, leading) / leading - 1e-6)


def _level(picture: Illustration, beside: int, columns: int, leading: float) -> Illustration:
    """Return the widest picture no higher than so many lines make the other columns, or else the lowest one."""
    for each in narrowing(picture):
        others = columns - each.frame.columns
        if not others or each.height(leading) <= beside // others:
            return each
        lowered = None if each.narrower else lower(each, beside // others, leading)
        if lowered:
            return lowered
    # One wider than high would be a stamp.
    low = smallest(each) if each.frame.height > each.frame.width else each
    # A text of less than half its height is the picture's, not the other way round.
    near = low.height(leading) <= beside // others + _NEAR
    return low if near or beside >= picture.height(leading) // 2 else picture
