"""The sheet: trim in bleed in media, enough bleed, one size throughout, and nothing that the knife would spoil."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from qingyang.press.preflight.finding import Box, Finding
from qingyang.press.preflight.matrix import common, empty, within
from qingyang.press.preflight.stream import Paint
from qingyang.press.preflight.view import MM, View, box
from qingyang.wording import message

BLEED = 3 * MM
_SLACK = 0.1
"""Points by which boxes may differ from what is asked."""
_FAR = 1.0
"""Points within which an area ends at the trim."""


def page(view: View) -> Iterator[Finding]:
    """Yield what is wrong with a page's boxes, and with what stands across their edges."""
    trim, bleed = box(view.page, "/TrimBox"), box(view.page, "/BleedBox")
    if trim is None:
        yield view.finding(message("press.no_trim"))
    if bleed is None:
        yield view.finding(message("press.no_bleed"))
    if trim and bleed and not within(trim, bleed):
        yield view.finding(message("press.trim_outside"))
    elif trim and bleed and view.for_print and _least(trim, bleed) < BLEED - _SLACK:
        yield view.finding(message("press.bleed_small", found=round(_least(trim, bleed) / MM, 1)))
    if bleed and not within(bleed, view.media):
        yield view.finding(message("press.bleed_outside"))
    if trim and "/ArtBox" in view.page.obj:
        yield view.finding(message("press.art_and_trim"))
    if float(view.page.obj.get("/UserUnit", 1)) != 1:
        yield view.finding(message("press.user_unit"))
    if trim:
        yield from _edges(view)


def _least(inner: Box, outer: Box) -> float:
    low = min(inner[0] - outer[0], inner[1] - outer[1])
    return min(low, outer[2] - inner[2], outer[3] - inner[3])


def _edges(view: View) -> Iterator[Finding]:
    for paint in view.paints:
        if paint.kind == "text" and paint.tag != "artifact" and _cut(paint, view.trim):
            yield view.finding(message("press.text_cut"), paint.box)
        elif view.for_print and paint.kind in ("fill", "image") and _stops(paint, view.trim):
            yield view.finding(message("press.stops_at_trim"), paint.box)


def _cut(paint: Paint, trim: Box) -> bool:
    return not within(paint.box, trim, 1.0) and paint.ink.space != "none"


def _stops(paint: Paint, trim: Box) -> bool:
    """Say whether an area with ink ends at the knife: a hair's breadth off, paper shows."""
    if empty(common(paint.box, trim)) or (paint.ink.plates and not paint.ink.total):
        return False
    return any(abs(a - b) <= _FAR for a, b in zip(paint.box, trim, strict=True))


def sizes(found: Sequence[tuple[float, float]]) -> Iterator[Finding]:
    """Yield the pages whose trimmed size is not that of most."""
    rounded = [(round(width / MM), round(height / MM)) for width, height in found]
    if not rounded:
        return
    usual = Counter(rounded).most_common(1)[0][0]
    for number, size in enumerate(rounded, 1):
        if size != usual:
            width, height = size
            yield Finding(message("press.other_size", width=width, height=height), number)
