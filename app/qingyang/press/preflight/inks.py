"""Colours and ink: spaces a press has, no more ink than paper takes, black that overprints and white that does not."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from qingyang.press.preflight.finding import Box, Finding
from qingyang.press.preflight.matrix import common, empty
from qingyang.press.preflight.stream import Paint
from qingyang.press.preflight.view import View
from qingyang.press.profiles import INK_LIMIT
from qingyang.wording import message

_SLACK = 0.02
_SMALL = 14.0
"""Points below which text of several plates shows every misregister."""
_HAIR = 0.1
"""Points below which a line may not print."""
_REMEMBERED = 400
"""Areas that something painted later may stand on: a drawing of a hundred thousand must not take hours."""
_SPACES = {True: ("rgb",), False: ("cmyk",)}
"""For print or not -> device spaces the output intent does not explain."""


def page(view: View) -> Iterator[Finding]:
    """Yield what is wrong with the colours of a page, each kind of fault once."""
    told: set[str] = set()
    areas: deque[Paint] = deque(maxlen=_REMEMBERED)
    for paint in view.paints:
        if empty(common(paint.box, view.bleed)):
            continue
        for finding in _faults(paint, areas, view):
            if finding.message.id not in told:
                told.add(finding.message.id)
                yield finding
        if paint.kind in ("fill", "image", "shading"):
            areas.append(paint)


def _faults(paint: Paint, areas: deque[Paint], view: View) -> Iterator[Finding]:
    if paint.ink.space in _SPACES[view.for_print]:
        name = "press.rgb" if view.for_print else "press.cmyk"
        yield view.finding(message(name), paint.box)
    if not view.for_print:
        return
    spots = sorted(set(paint.ink.plates) - {"Cyan", "Magenta", "Yellow", "Black"})
    if spots:
        yield view.finding(message("press.spot", name=spots[0]), paint.box)
    below = _below(paint, areas)
    total = _laid(paint, below)
    if total > INK_LIMIT + _SLACK:
        yield view.finding(message("press.ink", percent=round(100 * total)), paint.box)
    yield from _overprint(paint, below, view)
    if paint.kind == "text" and paint.size < _SMALL and sum(v > 0.02 for v in paint.ink.plates.values()) > 3:
        yield view.finding(message("press.rich_text"), paint.box)
    if paint.kind == "stroke" and paint.size < _HAIR and paint.ink.total:
        yield view.finding(message("press.hairline"), paint.box)
    if paint.clear:
        yield view.finding(message("press.transparent"), paint.box)


def _below(paint: Paint, areas: deque[Paint]) -> Mapping[str, float]:
    """Return the plates of the area a paint stands on, none where that is paper."""
    x, y = (paint.box[0] + paint.box[2]) / 2, (paint.box[1] + paint.box[3]) / 2
    for area in reversed(areas):
        if _holds(area.box, x, y):
            found: Mapping[str, float] = area.ink.plates
            return found
    return {}


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _laid(paint: Paint, below: Mapping[str, float]) -> float:
    """Return the ink that comes to lie where a paint is."""
    if not paint.overprints or not paint.ink.plates:
        return paint.ink.total
    own = {plate: share for plate, share in paint.ink.plates.items() if share or not paint.mode}
    return sum({**below, **own}.values())


def _overprint(paint: Paint, below: Mapping[str, float], view: View) -> Iterator[Finding]:
    plates = paint.ink.plates
    if not plates:
        return
    if paint.overprints and not paint.ink.total and paint.kind != "image":
        yield view.finding(message("press.white_overprints"), paint.box)
    only_black = plates.get("Black", 0) > 0.99 and paint.ink.total < 1.01
    coloured = {plate for plate, share in below.items() if plate != "Black" and share > 0.02}
    # Without the mode (OPM) a plate that is named is painted, with no ink too.
    knocks_out = not paint.overprints or (not paint.mode and coloured & set(plates))
    if paint.kind == "text" and only_black and coloured and knocks_out:
        yield view.finding(message("press.black_knocks_out"), paint.box)
