"""Which stories stand side by side: short ones, which would make a strip of a few lines across a wide page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from qingyang.compose.blocks import Block
from qingyang.compose.stories import Story
from qingyang.compose.template import Template
from qingyang.text.article import Article

_UNEVEN = 0.25
"""How much lower one of two neighbours may be than the other, as a share of the height."""
_LEAST = 2
"""Columns a story takes at least beside another."""

SetStory = Callable[[int, int, int], Story]
"""Sets an article by its number in a strip of columns: the first one and how many."""
HeightOf = Callable[[Story], int]


class Shelf(NamedTuple):
    """Stories that stand side by side."""

    stories: tuple[Story, ...]
    alone: tuple[Story, ...]
    """The same across all columns, for a page that has room for no more than the beginning of one."""


def shelves(
    articles: Sequence[Article], template: Template, set_story: SetStory, height_of: HeightOf
) -> Iterator[Shelf]:
    """Yield stories in order, two at a time where they are short and stand well beside each other."""
    k = 0
    while k < len(articles):
        alone = set_story(k, 0, template.columns)
        pair: tuple[Story, ...] = ()
        if k + 1 < len(articles) and _short(alone, template):
            pair = _beside(k, template, set_story, height_of)
        if pair:
            yield Shelf(pair, (alone, set_story(k + 1, 0, template.columns)))
        else:
            yield Shelf((alone,), (alone,))
        k += len(pair) or 1


def _short(story: Story, template: Template) -> bool:
    """Say whether a story would be too low across all columns; one with pictures may stand as it is."""
    if not template.story_beside or any(band.floats for band in story.bands):
        return False
    lines = sum(piece.count for band in story.bands for piece in band.text if isinstance(piece, Block))
    return 0 < lines <= template.story_beside * template.columns


def _beside(k: int, template: Template, set_story: SetStory, height_of: HeightOf) -> tuple[Story, ...]:
    """Return two stories with the strips that leave least white, nothing where they leave much."""
    if not _short(set_story(k + 1, 0, template.columns), template):
        return ()
    best: tuple[float, tuple[Story, ...]] = (_UNEVEN, ())
    for columns in range(_LEAST, template.columns - _LEAST + 1):
        pair = set_story(k, 0, columns), set_story(k + 1, columns, template.columns - columns)
        low, high = sorted(map(height_of, pair))
        uneven = (high - low) / high if 0 < high <= template.lines else 1.0
        if uneven < best[0]:
            best = uneven, pair
    return best[1]
