"""All that a page paints, one value a painting operator: where, in what ink, how, and under which tag.

The operators of content streams (ISO 32000-1, annex A) as two tables: those that change the state, those that paint.
Forms, tiling patterns and inline pictures are walked too.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pikepdf

from qingyang.press.preflight import ink as inks
from qingyang.press.preflight.glyphs import glyphs
from qingyang.press.preflight.ink import Ink
from qingyang.press.preflight.matrix import EVERYWHERE, IDENTITY, Matrix, times
from qingyang.press.preflight.stream import (
    Paint,
    State,
    Stream,
    Tag,
    TooComplexError,
    Walk,
    content,
    resolved_space,
)

Operands = Sequence[Any]
_Name = pikepdf.Name
_NAMELESS = ("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern")
"""Colour spaces that are no resources."""


def paints(page: pikepdf.Page, absent: dict[str, None] | None = None) -> Iterator[Paint]:
    """Yield what a page paints, in order; ``absent`` takes the names of resources it asks for and does not have.

    Raises `TooComplexError` and, for what is damaged, pikepdf's ``PdfError``.
    """
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    data = b"\n".join(content(part) for part in parts if isinstance(part, pikepdf.Stream))
    walk = Walk(_read, {} if absent is None else absent)
    yield from _read(Stream(inherited(page.obj, "/Resources"), State(), walk, Tag()), data)


def inherited(node: Any, key: str) -> Any:
    """Return what a page says, or its parents say for it; None where nobody does."""
    for _ in range(64):
        if not isinstance(node, pikepdf.Dictionary):
            return None
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return None


def _read(stream: Stream, data: bytes) -> Iterator[Paint]:
    with pikepdf.new() as holder, warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        steps = pikepdf.parse_content_stream(holder.make_stream(data))
    for step in steps:
        name, operands = str(step.operator), list(step.operands)
        if isinstance(step, pikepdf.ContentStreamInlineImage):
            obj = step.iimage.obj
            yield from stream.image(obj, resolved_space(obj, stream.resources))
            continue
        change = _CHANGES.get(name)
        if change is not None:
            try:
                change(stream, operands)
            except (ValueError, TypeError, IndexError, KeyError, AttributeError):
                # A wrong operand leaves the state as it was, as viewers do.
                continue
        paint = _PAINTS.get(name)
        if paint is not None:
            yield from paint(stream, operands)
    if said:
        raise pikepdf.PdfError(str(said[0].message))


# -- the graphics state ----------------------------------------------------------------------------------------------


def _push(stream: Stream, _: Operands) -> None:
    if len(stream.stack) > 5000:
        raise TooComplexError
    stream.stack.append(replace(stream.state))


def _pop(stream: Stream, _: Operands) -> None:
    if stream.stack:
        stream.state = stream.stack.pop()


def _concatenate(stream: Stream, values: Operands) -> None:
    stream.state.matrix = times(_six(values), stream.state.matrix)


def _six(values: Operands) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in values)
    return a, b, c, d, e, f


def _extended(stream: Stream, values: Operands) -> None:
    found, state = stream.named("/ExtGState", values[0]), stream.state
    if not isinstance(found, pikepdf.Dictionary):
        return
    if "/OP" in found:
        state.stroke_over = state.fill_over = bool(found["/OP"])
    state.fill_over = bool(found.get("/op", state.fill_over))
    state.mode = int(found.get("/OPM", state.mode))
    alpha = min(float(found.get("/ca", 1)), float(found.get("/CA", 1)))
    blend, mask = str(found.get("/BM", "/Normal")), found.get("/SMask", _Name("/None"))
    if {"/ca", "/CA", "/BM", "/SMask"} & set(found.keys()):
        state.clear = alpha < 1 or blend not in ("/Normal", "/Compatible") or mask != _Name("/None")
    if "/Font" in found:
        _font(stream, found["/Font"][0], float(found["/Font"][1]))


# -- colours ---------------------------------------------------------------------------------------------------------


def _space(stroke: bool) -> Callable[[Stream, Operands], None]:
    def change(stream: Stream, values: Operands) -> None:
        if values[0] not in _NAMELESS:
            stream.named("/ColorSpace", values[0])
        found = inks.resolved(values[0], stream.resources)
        _set(stream, stroke, found, inks.initial(found))

    return change


def _colour(stroke: bool) -> Callable[[Stream, Operands], None]:
    def change(stream: Stream, values: Operands) -> None:
        space = stream.state.stroke_space if stroke else stream.state.fill_space
        if values and isinstance(values[-1], _Name):
            _set(stream, stroke, space, _pattern(stream, values[-1]))
        else:
            _set(stream, stroke, space, inks.ink(space, [float(value) for value in values]))

    return change


def _device(stroke: bool, name: str) -> Callable[[Stream, Operands], None]:
    def change(stream: Stream, values: Operands) -> None:
        space = inks.resolved(_Name(name), stream.resources)
        _set(stream, stroke, space, inks.ink(space, [float(value) for value in values]))

    return change


def _set(stream: Stream, stroke: bool, space: Any, ink: Ink) -> None:
    if stroke:
        stream.state.stroke_space, stream.state.stroke = space, ink
    else:
        stream.state.fill_space, stream.state.fill = space, ink


def _pattern(stream: Stream, name: _Name) -> Ink:
    """Return the heaviest ink of a pattern."""
    found = stream.named("/Pattern", name)
    if isinstance(found, pikepdf.Stream):
        free = Stream(stream.resources, State(), stream.walk, stream.tags[-1], stream.depth + 1)
        free.state.clip = EVERYWHERE
        drawn = [paint.ink for paint in free.form(found, IDENTITY)]
        return max(drawn, key=lambda ink: ink.total, default=inks.UNKNOWN)
    return _shaded(stream, found.get("/Shading")) if isinstance(found, pikepdf.Dictionary) else inks.UNKNOWN


def _shaded(stream: Stream, found: Any) -> Ink:
    """Return the heaviest ink at the ends of a shading's functions."""
    if not isinstance(found, pikepdf.Object) or not isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        return inks.UNKNOWN
    space = inks.resolved(found.get("/ColorSpace"), stream.resources)
    ends = [inks.ink(space, values) for values in _ends(found.get("/Function"), 0)]
    return max(ends, key=lambda ink: ink.total, default=Ink(inks.kind(space), {}))


def _ends(function: Any, depth: int) -> Iterator[list[float]]:
    if isinstance(function, pikepdf.Dictionary) and depth < 5:
        for key, default in (("/C0", [0]), ("/C1", [1])):
            if function.get("/FunctionType") == 2:
                yield [float(value) for value in function.get(key, default)]
        for below in function.get("/Functions", []):
            yield from _ends(below, depth + 1)


# -- text ------------------------------------------------------------------------------------------------------------


def _begin_text(stream: Stream, _: Operands) -> None:
    stream.text = stream.line = IDENTITY


def _select(stream: Stream, values: Operands) -> None:
    _font(stream, stream.named("/Font", values[0]), float(values[1]))


def _font(stream: Stream, found: Any, size: float) -> None:
    state = stream.state
    state.font, state.size = found, size
    if not isinstance(found, pikepdf.Dictionary):
        state.glyphs = None
        return
    key = found.objgen
    if key == (0, 0) or key not in stream.walk.known:
        stream.walk.known[key] = glyphs(found)
    state.glyphs = stream.walk.known[key]


def _matrix(stream: Stream, values: Operands) -> None:
    stream.text = stream.line = _six(values)


def _down(stream: Stream, values: Operands) -> None:
    stream.state.leading = -float(values[1])
    stream.next_line(float(values[0]), float(values[1]))


def _number(name: str, share: float = 1.0) -> Callable[[Stream, Operands], None]:
    def change(stream: Stream, values: Operands) -> None:
        setattr(stream.state, name, float(values[0]) * share)

    return change


def _render(stream: Stream, values: Operands) -> None:
    stream.state.render = int(values[0])


def _quoted(stream: Stream, values: Operands) -> Iterator[Paint]:
    if len(values) == 3:
        stream.state.words, stream.state.spacing = float(values[0]), float(values[1])
    stream.next_line(0, -stream.state.leading)
    yield from stream.show(values[-1:])


# -- marked content --------------------------------------------------------------------------------------------------


def _mark(stream: Stream, values: Operands) -> None:
    now = stream.tags[-1]
    if str(values[0]) == "/Artifact":
        now = Tag("artifact")
    elif len(values) > 1:
        held = (
            values[1] if isinstance(values[1], pikepdf.Dictionary) else stream.named("/Properties", values[1])
        )
        if isinstance(held, pikepdf.Dictionary) and "/MCID" in held:
            # A mark inside a form counts among those of the form.
            now = Tag("tagged", None if stream.depth else int(held.MCID))
    stream.tags.append(now)


def _unmark(stream: Stream, _: Operands) -> None:
    if len(stream.tags) > 1:
        stream.tags.pop()


def _clip(stream: Stream, _: Operands) -> None:
    stream.clips = True


def _shade(stream: Stream, values: Operands) -> Iterator[Paint]:
    found = stream.named("/Shading", values[0])
    yield from stream.paint("shading", stream.state.clip, _shaded(stream, found), stream.state.fill_over)


def _end(*, fill: bool = False, stroke: bool = False) -> Callable[[Stream, Operands], Iterator[Paint]]:
    return lambda stream, _: stream.end(fill=fill, stroke=stroke)


_CHANGES: dict[str, Callable[[Stream, Operands], None]] = {
    "q": _push, "Q": _pop, "cm": _concatenate, "gs": _extended, "w": _number("width"),
    "m": Stream.move, "l": Stream.move, "c": Stream.move, "v": Stream.move, "y": Stream.move,
    "re": Stream.rectangle, "W": _clip, "W*": _clip,
    "CS": _space(True), "cs": _space(False), "SC": _colour(True), "SCN": _colour(True), "sc": _colour(False),
    "scn": _colour(False), "G": _device(True, "/DeviceGray"), "g": _device(False, "/DeviceGray"),
    "RG": _device(True, "/DeviceRGB"), "rg": _device(False, "/DeviceRGB"), "K": _device(True, "/DeviceCMYK"),
    "k": _device(False, "/DeviceCMYK"),
    "BT": _begin_text, "Tf": _select, "Tm": _matrix, "TD": _down, "Tc": _number("spacing"), "Tw": _number("words"),
    "Tz": _number("scale", 0.01), "TL": _number("leading"), "Ts": _number("rise"), "Tr": _render,
    "Td": lambda stream, values: stream.next_line(float(values[0]), float(values[1])),
    "T*": lambda stream, values: stream.next_line(0, -stream.state.leading),
    "BMC": _mark, "BDC": _mark, "EMC": _unmark,
}  # fmt: skip
_PAINTS: dict[str, Callable[[Stream, Operands], Iterator[Paint]]] = {
    "f": _end(fill=True), "F": _end(fill=True), "f*": _end(fill=True), "S": _end(stroke=True), "s": _end(stroke=True),
    "B": _end(fill=True, stroke=True), "B*": _end(fill=True, stroke=True), "b": _end(fill=True, stroke=True),
    "b*": _end(fill=True, stroke=True), "n": _end(),
    "Tj": lambda stream, values: stream.show(values[:1]), "TJ": lambda stream, values: stream.show(list(values[0])),
    "'": _quoted, '"': _quoted, "sh": _shade, "Do": lambda stream, values: stream.draw(values[0]),
}  # fmt: skip
