"""A page as content stream operators: one TJ a run, furniture and rules as artifacts, text in reading order, tagged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from pathlib import PurePath
from typing import NamedTuple

from qingyang.compose.layout import BLACK, Colour, Line, Page, Picture, Rule, Run
from qingyang.press import colours
from qingyang.press.fonts import Embedded
from qingyang.press.tags import Recorder

CAPTION = "caption"
Segment = tuple[str, Iterable[Run]]
"""The operator that begins a piece of content (empty: none) and its runs."""


class Means(NamedTuple):
    """What drawing a page takes."""

    fonts: Mapping[str, Embedded]
    space: str
    """cmyk or rgb."""
    pictures: Mapping[str, str]
    """Name of a picture -> the key its pixels have; one that is missing is drawn as an empty frame."""
    tags: Recorder


def used(pages: Iterable[Page]) -> dict[str, set[str]]:
    """Return face -> characters it draws on pages; the empty face holds those no face has."""
    found: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for run in page.furniture:
            found[run.face].append(run.text)
        for line in page.lines:
            for run in line.runs:
                found[run.face].append(run.text)
    return {face: set("".join(texts)) for face, texts in found.items()}


def stream(page: Page, means: Means, before: str = "") -> str:
    """Return a page's operators; ``before`` stands first (the move to the trimmed page's corner, marks)."""
    means.tags.page()
    parts = [before] if before else []
    if page.rules or page.furniture:
        drawn = [rule(what, means.space) for what in page.rules]
        parts += ["/Artifact BMC", *drawn, text([("", page.furniture)], means), "EMC"]
    at = 0
    for picture in page.pictures:
        if picture.before > at:
            parts.append(_lines(page.lines[at : picture.before], means))
            at = picture.before
        parts.append(_picture(picture, page.lines, means))
    if at < len(page.lines):
        parts.append(_lines(page.lines[at:], means))
    return "\n".join(parts)


def _lines(lines: Iterable[Line], means: Means) -> str:
    return text(_segments(lines, means.tags), means)


def _segments(lines: Iterable[Line], tags: Recorder) -> Iterator[Segment]:
    for _, group in groupby(lines, key=_paragraph):
        paragraph = list(group)
        yield tags.line(paragraph[0]), [run for line in paragraph for run in line.runs]


def _paragraph(line: Line) -> tuple[int, int]:
    return line.article, line.paragraph


_FRAME = Colour(0, 0, 0, 0.5)


def _picture(picture: Picture, lines: Sequence[Line], means: Means) -> str:
    """Return a picture in its box, or the box alone."""
    begun = means.tags.picture(picture, picture.alt or _caption(picture, lines))
    x, y, width, height = (_number(value) for value in picture[1:5])
    key = means.pictures.get(picture.name)
    if key is None:
        return f"{begun} {colours.stroke(means.space, _FRAME)} 0.5 w {x} {y} {width} {height} re S EMC"
    state = f"/{colours.OUT} gs " if means.space == "cmyk" else ""
    return f"{begun} q {state}{width} 0 0 {height} {x} {y} cm /{key} Do Q EMC"


def _caption(picture: Picture, lines: Sequence[Line]) -> str:
    """Return what stands below a picture, which must do where nobody said what it shows."""
    below = [
        line for line in lines[picture.before :] if line.article == picture.article and line.role == CAPTION
    ]
    own = [line.text for line in below if line.paragraph == below[0].paragraph]
    return "".join(own) or PurePath(picture.name).stem


def rule(what: Rule, space: str) -> str:
    """Return a straight line."""
    return (
        f"{colours.stroke(space, what.colour)} {_number(what.width)} w "
        f"{_number(what.x0)} {_number(what.y0)} m {_number(what.x1)} {_number(what.y1)} l S"
    )


def text(segments: Iterable[Segment], means: Means) -> str:
    """Return runs as one text object; operators are written only where the state changes."""
    fonts, space = means.fonts, means.space
    parts = [f"BT {colours.fill(space, BLACK)}"]
    font: tuple[str, float] = ("", 0.0)
    spacing, scale, colour = 0.0, 1.0, BLACK
    for begun, runs in segments:
        if begun:
            parts.append(begun)
        for run in runs:
            face = fonts[run.face]
            if (face.key, run.size) != font:
                font = (face.key, run.size)
                parts.append(f"/{face.key} {_number(run.size)} Tf")
            tracked = run.spacing * run.size / 1000
            if tracked != spacing:
                spacing = tracked
                parts.append(f"{spacing:.5f} Tc")
            if run.scale != scale:
                scale = run.scale
                parts.append(f"{scale * 100:g} Tz")
            if run.colour != colour:
                colour = run.colour
                parts.append(colours.fill(space, colour))
            parts.append(f"1 0 0 1 {_fixed(run.x)} {_fixed(run.y)} Tm {_shown(run, face)} TJ")
        if begun:
            parts.append("EMC")
    parts.append("ET" if scale == 1 and not spacing else "0 Tc 100 Tz ET")
    return "\n".join(parts)


def _shown(run: Run, face: Embedded) -> str:
    """Return the codes of a run with its moves between them; a TJ number moves back, so signs turn."""
    codes = run.text.translate(face.codes)
    moves = face.moves(run)
    if not moves:
        return f"[({codes})]"
    parts, at = ["[("], 0
    for k, by in moves:
        parts += (codes[at : 2 * k + 2], _moved(by))
        at = 2 * k + 2
    parts += (codes[at:], ")]")
    return "".join(parts)


@lru_cache(maxsize=4096)
def _moved(by: float) -> str:
    return f"){-by:g}("


@lru_cache(maxsize=4096)
def _fixed(value: float) -> str:
    """Return a place; lines share their left edges and their baselines."""
    return f"{value:.3f}"


def _number(value: float) -> str:
    return _fixed(value).rstrip("0").rstrip(".")
