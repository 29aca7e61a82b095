"""What stands where across the view: line numbers, raw text, band, gutter, repaired text."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.ui.aligned.faces import Faces

MEASURE = (22, 40)
"""Characters of the narrowest and the widest repaired line."""
RAW_MEASURE = (12, 36)
"""Characters of the narrowest and the widest column for raw text."""
_SHARE = 0.6
"""Of the room for text that the repaired side takes."""


class Columns(NamedTuple):
    """Left edges and widths, in pixels."""

    number: int
    number_width: int
    raw: int
    raw_width: int
    band: int
    band_width: int
    gutter: int
    gutter_width: int
    text: int
    text_width: int


def columns(width: int, faces: Faces, digits: int, raw_measure: int = RAW_MEASURE[1]) -> Columns:
    """Return the columns of a view this wide; ``digits`` of line numbers, ``raw_measure`` characters a raw line."""
    px, em, raw_em = faces.px, faces.reading.em, faces.raw.em
    number = digits * faces.number.em * 2 // 3 + px(8)
    margin, gap, band, gutter = px(12), px(10), px(28), px(76)
    room = width - 2 * margin - number - 2 * gap - band - gutter - px(12)
    wanted = max(RAW_MEASURE[0], min(raw_measure, RAW_MEASURE[1])) * raw_em
    share = max(int(room * _SHARE), room - wanted)
    measure = max(min(MEASURE[0], room // 2 // em), min(MEASURE[1], share // em))
    text = max(4, measure) * em
    raw = max(4 * raw_em, min(room - text, wanted) // raw_em * raw_em)
    used = 2 * margin + number + 2 * gap + raw + band + gutter + text + px(12)
    left = margin + max(0, width - used) // 2
    at_raw = left + number + gap
    at_band = at_raw + raw + gap
    at_gutter = at_band + band
    return Columns(left, number, at_raw, raw, at_band, band, at_gutter, gutter, at_gutter + gutter, text)
