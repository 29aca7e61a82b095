"""Pictures: enough pixels where they are printed, no more ink than paper takes, nothing that archives forbid."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from PIL import Image, ImageChops, ImageMath

from qingyang.press.preflight import ink as inks
from qingyang.press.preflight.finding import Finding
from qingyang.press.preflight.matrix import common, empty
from qingyang.press.preflight.stream import Paint
from qingyang.press.preflight.view import View
from qingyang.press.profiles import INK_LIMIT
from qingyang.wording import message

LEAST = {True: 200, False: 72}
"""For print or not -> pixels an inch below which a picture looks coarse (newsprint: 200)."""
LEAST_BITMAP = 400
"""Of a picture of black and white alone."""
_TINY = 18.0
"""Points below which a picture is an ornament."""
_HUGE = 200_000_000
"""Pixels above which a picture is not looked into."""
_SLACK = 0.02


def page(view: View) -> Iterator[Finding]:
    """Yield what is wrong with the pictures of a page."""
    looked: set[tuple[int, int]] = set()
    for paint in view.paints:
        if paint.kind != "image" or empty(common(paint.box, view.bleed)):
            continue
        yield from _resolution(paint, view)
        key = paint.thing.objgen
        if key == (0, 0) or key not in looked:
            looked.add(key)
            yield from _pixels(paint, view)


def _resolution(paint: Paint, view: View) -> Iterator[Finding]:
    width, height = int(paint.thing.get("/Width", paint.thing.get("/W", 1))), paint.thing.get("/Height", 1)
    pixels = (width * int(paint.thing.get("/H", height))) ** 0.5
    if paint.size < _TINY:
        return
    found = pixels / (paint.size / 72)
    bitmap = bool(paint.thing.get("/ImageMask", False)) or paint.thing.get("/BitsPerComponent") == 1
    least = LEAST_BITMAP if bitmap and view.for_print else LEAST[view.for_print]
    if found < least - 1:
        yield view.finding(message("press.coarse", found=round(found), least=least), paint.box)


def _pixels(paint: Paint, view: View) -> Iterator[Finding]:
    if bool(paint.thing.get("/Interpolate", False)):
        yield view.finding(message("press.interpolate"), paint.box)
    if "/Alternates" in paint.thing or "/OPI" in paint.thing:
        yield view.finding(message("press.stand_in"), paint.box)
    if view.for_print and paint.ink.space in ("cmyk", "icc-cmyk"):
        total = _heaviest(paint.thing, view.page)
        if total > INK_LIMIT + _SLACK:
            yield view.finding(message("press.ink", percent=round(100 * total)), paint.box)


def _heaviest(found: Any, page: pikepdf.Page) -> float:
    """Return the most ink of any place of a CMYK picture, four pixels taken together; 0 where that is not known."""
    if int(found.get("/Width", 0)) * int(found.get("/Height", 0)) > _HUGE:
        return 0.0
    plates = _plates(found, page)
    if plates is None:
        return 0.0
    if min(plates.size) > 4:
        plates = plates.reduce(2)
    c, m, y, k = (band.convert("I") for band in plates.split())
    total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], c=c, m=m, y=y, k=k)
    most: int = total.getextrema()[1]
    return most / 255


def _plates(found: Any, page: pikepdf.Page) -> Image.Image | None:
    """Return a CMYK picture with 255 for full ink, None where it is packed in a way not read here."""
    space = inks.resolved(found.get("/ColorSpace"), page.obj.get("/Resources"))
    indexed = isinstance(space, pikepdf.Array) and str(space[0]) in ("/Indexed", "/I")
    if indexed or found.get("/BitsPerComponent") != 8:
        return None
    turned = [float(value) for value in found.get("/Decode", [])][:2] == [1, 0]
    packed = str(found.get("/Filter", ""))
    if packed == "/DCTDecode":
        with Image.open(BytesIO(found.read_raw_bytes()), formats=["JPEG"]) as opened:
            # Pillow takes every CMYK JPEG for one with 255 for no ink.
            made, turned = opened.convert("CMYK"), not turned
    elif packed in ("/FlateDecode", "", "/LZWDecode", "/RunLengthDecode"):
        made = Image.frombytes("CMYK", (int(found.Width), int(found.Height)), found.read_bytes())
    else:
        return None
    return ImageChops.invert(made) if turned else made
