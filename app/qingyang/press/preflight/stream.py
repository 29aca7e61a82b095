"""A content stream being read: its graphics state, and what it paints (ISO 32000-1, 8 and 9).

It paints nothing: boxes are those of paths, glyph cells and pictures, cut by the boxes of clips.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import pikepdf

from qingyang.press.preflight import ink as inks
from qingyang.press.preflight.finding import Box
from qingyang.press.preflight.glyphs import Glyphs
from qingyang.press.preflight.ink import Ink
from qingyang.press.preflight.matrix import (
    EVERYWHERE,
    IDENTITY,
    Matrix,
    around,
    at,
    common,
    corners,
    empty,
    times,
)

LARGEST = 16 * 2**20
"""Bytes a content stream may have: to read them takes a hundred times as much memory, and no page needs more."""
_DEEPEST, _MOST = 12, 20_000
"""How deep forms may hold forms, and how many a page may draw."""


class TooComplexError(Exception):
    """What is read is nested or large beyond reason."""


class Paint(NamedTuple):
    """One thing painted."""

    kind: str
    """fill, stroke, text, image or shading."""
    box: Box
    ink: Ink
    overprints: bool
    mode: int
    """Whether components of no ink are left alone (OPM)."""
    clear: bool
    """Whether it is more or less transparent."""
    tag: str
    """artifact, tagged, or empty where it is neither."""
    size: float = 0.0
    """Height of text, width of a stroke, in points of the page."""
    thing: Any = None
    """The font or the picture."""
    codes: tuple[int, ...] = ()
    mark: int | None = None
    """Its number among the page's own marks, None where a form's mark or none stands for it."""


class Tag(NamedTuple):
    """Under which tag something is painted."""

    kind: str = ""
    """As that of `Paint`."""
    mark: int | None = None


@dataclass(slots=True)
class State:
    """The graphics state."""

    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    fill: Ink = inks.BLACK
    stroke: Ink = inks.BLACK
    fill_space: Any = None
    stroke_space: Any = None
    width: float = 1.0
    fill_over: bool = False
    stroke_over: bool = False
    mode: int = 0
    clear: bool = False
    font: Any = None
    glyphs: Glyphs | None = None
    size: float = 0.0
    spacing: float = 0.0
    words: float = 0.0
    scale: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0


@dataclass(slots=True)
class Walk:
    """What is shared by a page's streams."""

    read: Callable[[Stream, bytes], Iterator[Paint]]
    """Yields what some bytes of content paint."""
    absent: dict[str, None] = field(default_factory=dict)
    """Names of resources that are asked for and are not there, in order."""
    known: dict[tuple[int, int], Glyphs] = field(default_factory=dict)
    forms: int = 0


def content(stream: pikepdf.Object) -> bytes:
    """Return a stream's bytes, as long as they are no trap."""
    if stream.get("/Filter") == "/FlateDecode" and "/DecodeParms" not in stream:
        unpack = zlib.decompressobj()
        try:
            data = unpack.decompress(stream.read_raw_bytes(), LARGEST)
        except zlib.error:
            return stream.read_bytes()
        if unpack.unconsumed_tail:
            raise TooComplexError
        return data
    return stream.read_bytes()


class Stream:
    """One content stream being read."""

    def __init__(
        self, resources: pikepdf.Object | None, state: State, walk: Walk, tag: Tag, depth: int = 0
    ) -> None:
        self.resources = resources
        self.state = state
        self.walk = walk
        self.tags = [tag]
        self.depth = depth
        self.stack: list[State] = []
        self.points: list[tuple[float, float]] = []
        self.clips = False
        self.text: Matrix = IDENTITY
        self.line: Matrix = IDENTITY

    # -- what is found by name ---------------------------------------------------------------------------------------

    def named(self, kind: str, name: object) -> Any:
        """Return one of the resources, None where there is none of that name."""
        group = self.resources.get(kind) if self.resources is not None else None
        found = group.get(str(name)) if isinstance(group, pikepdf.Dictionary) else None
        if found is None and kind != "/Properties":
            self.walk.absent[str(name)[1:]] = None
        return found

    def paint(self, kind: str, box: Box, ink: Ink, over: bool, **more: Any) -> Iterator[Paint]:
        """Yield one thing painted, unless it is clipped away."""
        seen = common(box, self.state.clip)
        if not empty(seen):
            state = self.state
            tag, mark = self.tags[-1]
            yield Paint(kind, seen, ink, over, state.mode, state.clear, tag, mark=mark, **more)

    # -- paths -------------------------------------------------------------------------------------------------------

    def move(self, values: Sequence[Any]) -> None:
        """Add the points of a path operator."""
        numbers = [float(value) for value in values]
        for x, y in zip(numbers[::2], numbers[1::2], strict=False):
            self.points.append(at(self.state.matrix, x, y))

    def rectangle(self, values: Sequence[Any]) -> None:
        """Add a rectangle."""
        x, y, width, height = (float(value) for value in values)
        self.move((x, y, x + width, y, x + width, y + height, x, y + height))

    def end(self, *, fill: bool, stroke: bool) -> Iterator[Paint]:
        """Yield what a path paints, and let it clip if it is to."""
        state = self.state
        if self.points:
            if fill:
                yield from self.paint("fill", around(self.points, 0.0005), state.fill, state.fill_over)
            if stroke:
                width = state.width * _scale(state.matrix)
                box = around(self.points, max(width, 0.001) / 2)
                yield from self.paint("stroke", box, state.stroke, state.stroke_over, size=width)
            if self.clips:
                state.clip = common(state.clip, around(self.points))
        self.points, self.clips = [], False

    # -- text --------------------------------------------------------------------------------------------------------

    def show(self, strings: Sequence[Any]) -> Iterator[Paint]:
        """Yield what a text operator paints, and move on."""
        state, known = self.state, self.state.glyphs
        if known is None:
            return
        start, codes = self.text, list[int]()
        for item in strings:
            if isinstance(item, pikepdf.String):
                found = known.codes(bytes(item))
                codes += found
                for code in found:
                    space = state.words if known.step == 1 and code == 32 else 0.0
                    self.advance(
                        (known.width(code) / 1000 * state.size + state.spacing + space) * state.scale
                    )
            elif not isinstance(item, pikepdf.Name):
                self.advance(-float(item) / 1000 * state.size * state.scale)
        if not codes:
            return
        first, last = (times(matrix, state.matrix) for matrix in (start, self.text))
        low, high = state.rise - 0.15 * state.size, state.rise + 0.85 * state.size
        box = around((at(first, 0, low), at(first, 0, high), at(last, 0, low), at(last, 0, high)), 0.001)
        ink, over = (
            (state.stroke, state.stroke_over) if state.render % 4 == 1 else (state.fill, state.fill_over)
        )
        if state.render % 4 == 3:
            ink = inks.UNKNOWN
        size = state.size * _scale(first)
        yield from self.paint("text", box, ink, over, size=size, thing=state.font, codes=tuple(codes))

    def advance(self, by: float) -> None:
        """Move the pen."""
        self.text = times((1, 0, 0, 1, by, 0), self.text)

    def next_line(self, x: float, y: float) -> None:
        """Move to the beginning of another line."""
        self.line = self.text = times((1, 0, 0, 1, x, y), self.line)

    # -- pictures and forms ------------------------------------------------------------------------------------------

    def draw(self, name: object) -> Iterator[Paint]:
        """Yield what an XObject paints."""
        found = self.named("/XObject", name)
        if not isinstance(found, pikepdf.Stream):
            return
        if found.get("/Subtype") == "/Image":
            yield from self.image(found, resolved_space(found, self.resources))
        elif found.get("/Subtype") == "/Form":
            yield from self.form(found)

    def image(self, found: Any, space: Any) -> Iterator[Paint]:
        """Yield a picture."""
        state = self.state
        box = corners(state.matrix, (0, 0, 1, 1))
        masked = bool(found.get("/ImageMask", False))
        ink = state.fill if masked else Ink(inks.kind(space), {})
        clear = state.clear or "/SMask" in found
        for paint in self.paint("image", box, ink, state.fill_over, thing=found, size=_scale(state.matrix)):
            yield paint._replace(clear=clear)

    def form(self, found: Any, matrix: Matrix | None = None) -> Iterator[Paint]:
        """Yield what a form paints."""
        self.walk.forms += 1
        if self.depth >= _DEEPEST or self.walk.forms > _MOST:
            raise TooComplexError
        own = matrix or _matrix(found.get("/Matrix"))
        state = replace(self.state, matrix=times(own, self.state.matrix))
        box = found.get("/BBox")
        if isinstance(box, pikepdf.Array) and len(box) == 4:
            edges = [float(edge) for edge in box]
            state.clip = common(state.clip, corners(state.matrix, (edges[0], edges[1], edges[2], edges[3])))
        inside = Stream(
            found.get("/Resources", self.resources), state, self.walk, self.tags[-1], self.depth + 1
        )
        yield from self.walk.read(inside, content(found))


def resolved_space(found: Any, resources: pikepdf.Object | None) -> Any:
    """Return the colour space of a picture."""
    return inks.resolved(found.get("/ColorSpace", found.get("/CS")), resources)


def _scale(matrix: Matrix) -> float:
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _matrix(found: Any) -> Matrix:
    if isinstance(found, pikepdf.Array) and len(found) == 6:
        a, b, c, d, e, f = (float(value) for value in found)
        return a, b, c, d, e, f
    return IDENTITY
