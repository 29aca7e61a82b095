"""Fonts and text: every font embedded, a glyph and a meaning for every code that is shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from qingyang.press.preflight.finding import Box, Finding
from qingyang.press.preflight.glyphs import descendant, lacking
from qingyang.press.preflight.view import View
from qingyang.press.reading import font as readable
from qingyang.wording import message

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
_LISTED = ("GB1", "CNS1", "Japan1", "Korea1", "KR")
"""Orderings in which a code has its meaning without a map of the font's own (ISO 32000-1, 9.10.2)."""
_FORBIDDEN = ("\x00", "\ufeff", "\ufffe")
"""Meanings no code may have (ISO 19005-2, 6.2.11.7.2)."""


def page(view: View) -> Iterator[Finding]:
    """Yield what is wrong with the fonts of a page and the codes it shows in them."""
    shown: dict[tuple[int, int], tuple[Any, set[int], Box]] = {}
    text: dict[tuple[int, int], Counter[int]] = defaultdict(Counter)
    for paint in view.paints:
        if paint.kind == "text":
            key = paint.thing.objgen
            shown.setdefault(key, (paint.thing, set(), paint.box))[1].update(paint.codes)
            if paint.tag != "artifact":
                text[key].update(paint.codes)
    lost = 0
    for key, (font, codes, box) in shown.items():
        yield from _font(view, font, codes, box)
        if not _listed(font):
            known = readable(font).chars
            lost += sum(count for code, count in text[key].items() if code not in known)
    if lost:
        yield view.finding(message("press.unreadable", count=lost))


def _listed(font: Any) -> bool:
    """Say whether a font's codes mean what Adobe's lists of Chinese, Japanese and Korean characters say."""
    system = descendant(font).get("/CIDSystemInfo")
    ordering = str(system.get("/Ordering", "")) if isinstance(system, pikepdf.Dictionary) else ""
    return ordering in _LISTED and "/ToUnicode" not in font


def _embedded(font: Any) -> bool:
    """Say whether a font's program is in the file; that of a Type 3 font is the font itself."""
    descriptor = descendant(font).get("/FontDescriptor")
    there = isinstance(descriptor, pikepdf.Dictionary) and any(key in descriptor for key in _FILES)
    return there or font.get("/Subtype") == "/Type3"


def _font(view: View, font: Any, codes: set[int], box: Box) -> Iterator[Finding]:
    name = str(font.get("/BaseFont", "?")).removeprefix("/")
    if not _embedded(font):
        yield view.finding(message("press.not_embedded", font=name), box)
        return
    known = readable(font).chars
    if not known and not _listed(font):
        yield view.finding(message("press.no_unicode", font=name), box)
    elif any(
        meaning in _FORBIDDEN or not meaning for code in codes if (meaning := known.get(code)) is not None
    ):
        yield view.finding(message("press.bad_unicode", font=name), box)
    absent, unlike = lacking(font, sorted(codes))
    if absent:
        yield view.finding(message("press.no_glyph", font=name, count=absent), box)
    if unlike:
        yield view.finding(message("press.other_width", font=name, count=unlike), box)
