"""What a colour prints: its space, and how much of every plate (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pikepdf

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


class Ink(NamedTuple):
    """A colour as it prints."""

    space: str
    """gray, rgb, cmyk, spot, icc-gray, icc-rgb, icc-cmyk, lab or none."""
    plates: Mapping[str, float]
    """Plate -> share of full ink; empty where that takes a colour engine to know."""

    @property
    def total(self) -> float:
        """Return the ink of all plates together."""
        return sum(self.plates.values())


UNKNOWN = Ink("none", {})
BLACK = Ink("gray", {"Black": 1.0})
_DEVICE = {
    "/DeviceGray": "gray", "/G": "gray", "/CalGray": "icc-gray", "/DeviceRGB": "rgb", "/RGB": "rgb",
    "/CalRGB": "icc-rgb", "/DeviceCMYK": "cmyk", "/CMYK": "cmyk", "/Lab": "lab",
}  # fmt: skip
_PROFILED = {1: "icc-gray", 3: "icc-rgb", 4: "icc-cmyk"}
_DEFAULTS = {"gray": "/DefaultGray", "rgb": "/DefaultRGB", "cmyk": "/DefaultCMYK"}


def resolved(space: object, resources: pikepdf.Object | None) -> pikepdf.Object | None:
    """Return a colour space named in a content stream as the object it is."""
    named = resources.get("/ColorSpace") if resources is not None else None
    if isinstance(named, pikepdf.Dictionary):
        if isinstance(space, pikepdf.Name) and str(space) in named:
            return named[str(space)]
        default = _DEFAULTS.get(_DEVICE.get(str(space), ""))
        if isinstance(space, pikepdf.Name) and default and default in named:
            return named[default]
    return space if isinstance(space, pikepdf.Object) else None


def kind(space: pikepdf.Object | None) -> str:
    """Return the kind of a colour space, as `Ink` names it; indexed ones are what they index."""
    if isinstance(space, pikepdf.Name):
        return _DEVICE.get(str(space), "none")
    if not isinstance(space, pikepdf.Array) or not len(space):
        return "none"
    family = str(space[0])
    if family == "/ICCBased":
        return _PROFILED.get(int(space[1].get("/N", 0)), "none")
    if family in ("/Indexed", "/I"):
        return kind(space[1])
    if family in ("/Separation", "/DeviceN"):
        return "spot"
    return _DEVICE.get(family, "none")


def ink(space: pikepdf.Object | None, values: Sequence[float]) -> Ink:
    """Return what a colour of a space prints."""
    found = kind(space)
    if found in ("gray", "icc-gray") and values:
        return Ink(found, {"Black": 1 - values[0]})
    if found in ("cmyk", "icc-cmyk") and len(values) == 4:
        return Ink(found, dict(zip(PROCESS, values, strict=True)))
    if found == "spot" and isinstance(space, pikepdf.Array):
        return _spot(space, values)
    return Ink(found, {})


def _spot(space: pikepdf.Array, values: Sequence[float]) -> Ink:
    names = [space[1]] if str(space[0]) == "/Separation" else list(space[1])
    plates: dict[str, float] = {}
    for name, value in zip(names, values, strict=False):
        if str(name) == "/All":
            plates |= dict.fromkeys(PROCESS, value)
        elif str(name) != "/None":
            plates[str(name).removeprefix("/")] = value
    return Ink("spot", plates)


def initial(space: pikepdf.Object | None) -> Ink:
    """Return the colour a space begins with (ISO 32000-1, 8.6.8)."""
    found = kind(space)
    if found in ("cmyk", "icc-cmyk"):
        return ink(space, (0, 0, 0, 1))
    if found == "spot" and isinstance(space, pikepdf.Array):
        count = 1 if str(space[0]) == "/Separation" else len(space[1])
        return ink(space, [1.0] * count)
    return ink(space, (0,))
