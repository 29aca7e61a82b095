"""Colours as operators of the one space a file has; black overprints, whatever else knocks out."""

from __future__ import annotations

from functools import cache

from qingyang.compose.layout import BLACK, Colour

OVER, OUT = "GO", "GK"
"""Names of the graphics states in which paint overprints and knocks out."""


@cache
def fill(space: str, colour: Colour) -> str:
    """Return the operators that make text and areas have a colour."""
    return _state(space, colour) + (f"{_rgb(colour)} rg" if space == "rgb" else f"{_cmyk(colour)} k")


@cache
def stroke(space: str, colour: Colour) -> str:
    """Return the operators that make lines have a colour."""
    return _state(space, colour) + (f"{_rgb(colour)} RG" if space == "rgb" else f"{_cmyk(colour)} K")


def _state(space: str, colour: Colour) -> str:
    # Full black alone: overprinting, a lighter tone would take on what lies below, and white would vanish.
    return f"/{OVER if colour == BLACK else OUT} gs " if space == "cmyk" else ""


def _cmyk(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)


def _rgb(colour: Colour) -> str:
    return " ".join(f"{round((1 - part) * (1 - colour.k), 4):g}" for part in colour[:3])
