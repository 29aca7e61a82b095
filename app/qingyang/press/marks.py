"""Crop and registration marks: outside the bleed, for whoever cuts the sheet (ISO 15930-7 allows them there only)."""

from __future__ import annotations

import math

from qingyang.compose.layout import Colour, Rule
from qingyang.press.streams import rule

MARGIN = 26.0
"""Points the sheet reaches beyond the bleed where marks are asked for."""
_LENGTH = 15.0
_OFF = 4.0
"""White between bleed and mark."""
_WIDTH = 0.25
_RADIUS = 4.0
REGISTRATION = Colour(1, 1, 1, 1)
"""All plates: what stands outside the bleed need not keep to the ink limit."""


def marks(width: float, height: float, bleed: float, space: str) -> str:
    """Return the operators of all marks of a trimmed page, its lower left corner at the origin."""
    out = bleed + _OFF
    far = out + _LENGTH
    lines = []
    for x in (0.0, width):
        lines += [(x, -far, x, -out), (x, height + out, x, height + far)]
    for y in (0.0, height):
        lines += [(-far, y, -out, y), (width + out, y, width + far, y)]
    middle = out + _LENGTH / 2
    parts = [rule(Rule(*ends, _WIDTH, REGISTRATION), space) for ends in lines]
    parts += [_target(width / 2, y, space) for y in (-middle, height + middle)]
    parts += [_target(x, height / 2, space) for x in (-middle, width + middle)]
    return "\n".join(parts)


def _target(x: float, y: float, space: str) -> str:
    """Return a registration mark: a circle with a cross through it."""
    reach = _LENGTH / 2
    ends = ((x - reach, y, x + reach, y), (x, y - reach, x, y + reach))
    cross = [rule(Rule(*line, _WIDTH, REGISTRATION), space) for line in ends]
    return "\n".join([*cross, _circle(x, y, _RADIUS)])


def _circle(x: float, y: float, r: float) -> str:
    pull = r * 4 * (math.sqrt(2) - 1) / 3
    steps = [f"{x + r:.2f} {y:.2f} m"]
    for a, b in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        ends = (x + a * r - b * pull, y + b * r + a * pull, x - b * r + a * pull, y + a * r + b * pull)
        steps.append(" ".join(f"{value:.2f}" for value in (*ends, x - b * r, y + a * r)) + " c")
    return " ".join([*steps, "S"])
