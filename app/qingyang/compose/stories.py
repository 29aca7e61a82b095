"""An article as bands: what runs across its columns, the text below it, and the pictures that span columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from qingyang.compose.blocks import Block, Where
from qingyang.compose.figures import Illustration, captioned, coarse, framed
from qingyang.compose.levelling import levelled_pictures
from qingyang.compose.setting import Setter
from qingyang.text.article import Article
from qingyang.text.property import HEADLINES

_BELOW = ("caption", "credit")
"""Roles of what belongs to the picture before it."""


class Band(NamedTuple):
    """A headline group and the text below it; either may be empty."""

    heads: tuple[Block, ...]
    text: tuple[Block | Illustration, ...]
    floats: tuple[Illustration, ...] = ()
    """Pictures wider than a column: they stand at the head of the text."""


class Story(NamedTuple):
    """An article set for a strip of columns."""

    number: int
    """Index into the articles composed."""
    title: str
    bands: tuple[Band, ...]
    first: int
    """The column its strip begins with."""
    columns: int
    boxed: bool = False
    """Whether one frame goes round all of it (框文)."""


def identity(story: Story) -> tuple[object, ...]:
    """Return what is the same as long as a story is: its place, its pictures, and the very blocks it is made of."""
    bands = tuple(
        tuple(map(_identity, part)) for band in story.bands for part in (band.heads, band.text, band.floats)
    )
    return story.number, story.title, story.first, story.columns, bands


def _identity(piece: Block | Illustration) -> object:
    if isinstance(piece, Block):
        return id(piece)
    return piece.article, piece.number, piece.figure, piece.frame, tuple(map(id, piece.captions))


def story(number: int, article: Article, setter: Setter, first: int, columns: int) -> Story:
    """Return an article's printed paragraphs and pictures as bands, in reading order."""
    found: list[Band] = []
    for across, group in groupby(_pieces(number, article, setter, columns), key=_spans):
        pieces = tuple(group)
        if across:
            found.append(Band(tuple(piece for piece in pieces if isinstance(piece, Block)), ()))
            continue
        pieces = levelled_pictures(pieces, columns, setter.template.leading)
        wide = tuple(p for p in pieces if isinstance(p, Illustration) and p.frame.columns > 1)
        text = tuple(p for p in pieces if p not in wide)
        if found:
            found[-1] = found[-1]._replace(text=text, floats=wide)
        else:
            found.append(Band((), text, wide))
    roles = [paragraph.role for paragraph in article.paragraphs if paragraph.printed]
    if roles and all(role in HEADLINES for role in roles):
        setter.tell("page.headline_alone", Where(number, 0))
    return Story(number, article.title, tuple(found), first, columns, _margin(article, setter) > 0)


def _spans(piece: Block | Illustration) -> bool:
    return isinstance(piece, Block) and piece.style.span


def _pieces(number: int, article: Article, setter: Setter, columns: int) -> Iterator[Block | Illustration]:
    """Yield blocks and illustrations in reading order; a caption below a picture is part of the illustration."""
    k, count = 0, len(article.paragraphs)
    stand = [min(max(figure.before, 0), count) for figure in article.figures]
    while k <= count:
        here = [at for at, before in enumerate(stand) if before == k]
        to = _captions_end(article, k, stand) if here else k
        for at in here:
            yield from _illustration(
                number, at, article, setter, columns, (k, to) if at == here[-1] else (k, k)
            )
        if to == k and k < count:
            yield from _block(number, k, article, setter, columns)
        k = max(to, k + 1)


def _captions_end(article: Article, start: int, stand: Sequence[int]) -> int:
    """Return where the captions of a picture end: at the latest where the next picture stands."""
    end, last = start, min((before for before in stand if before > start), default=len(article.paragraphs))
    while end < last and article.paragraphs[end].role in _BELOW:
        end += 1
    return end


def _block(
    number: int, k: int, article: Article, setter: Setter, columns: int, frame: float | None = None
) -> Iterator[Block]:
    paragraph = article.paragraphs[k]
    if frame is None and setter.styles[paragraph.role].span:
        frame = setter.template.across(columns)
    if not paragraph.printed:
        return
    found = setter.block(Where(number, k), paragraph, frame, _margin(article, setter))
    if found is not None:
        yield found


def _margin(article: Article, setter: Setter) -> float:
    """Return how far a story in a box stands off its frame, in em.

    A story whose first paragraph is boxed is one, and one of whose text all is, whatever its headline.
    """
    printed = (paragraph.role for paragraph in article.paragraphs if paragraph.printed)
    first = next(printed, "")
    headed = first in HEADLINES
    if headed:
        first = next((role for role in printed if role not in HEADLINES), "")
    style = setter.styles.get(first)
    if not style or not style.box:
        return 0.0
    whole = not headed or all(setter.styles[role].box or role in HEADLINES for role in printed)
    return style.margin if whole else 0.0


def _illustration(
    number: int, at: int, article: Article, setter: Setter, columns: int, captions: tuple[int, int]
) -> Iterator[Block | Illustration]:
    """Yield a picture with its captions; without its picture a caption is set alone."""
    figure = article.figures[at]
    if figure.width <= 0 or figure.height <= 0:
        setter.tell("page.picture_missing", Where(number, captions[0]), name=figure.name)
        for k in range(*captions):
            yield from _block(number, k, article, setter, columns)
        return
    made = _framed(number, at, article, setter, columns, captions)
    if coarse(figure, made.frame, setter.template):
        setter.tell("page.picture_coarse", Where(number, captions[0]), name=figure.name)
    most = setter.template.lines - setter.template.figure.highest
    if made.height(setter.template.leading) <= setter.template.figure.highest + most // 2:
        yield made
        return
    # A caption no column holds below its picture flows on as text does.
    yield made._replace(captions=(), narrower=None)
    for k in range(*captions):
        yield from _block(number, k, article, setter, columns)


def _framed(
    number: int, at: int, article: Article, setter: Setter, columns: int, captions: tuple[int, int]
) -> Illustration:
    """Return a picture with its captions in a strip of columns; of a width a hand has set, never narrower."""
    figure = article.figures[at]
    frame = framed(figure, setter.template, columns)
    width = min(captioned(frame), setter.template.across(frame.columns))
    below = [block for k in range(*captions) for block in _block(number, k, article, setter, columns, width)]
    narrower = None
    if frame.columns > 1 and not figure.wide:
        narrower = _framed(number, at, article, setter, frame.columns - 1, captions)
    return Illustration(number, at, figure, frame, tuple(below), narrower)
