"""The text read back from a file is the text composed, and none of it was left over."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from qingyang.compose.layout import Layout
from qingyang.press.cmaps import SAME
from qingyang.press.preflight.finding import Finding
from qingyang.press.reading import page_texts
from qingyang.wording import message


def check(pdf: pikepdf.Pdf, composed: Layout) -> Iterator[Finding]:
    """Yield the first place where text and layout part, and every paragraph that found no room."""
    yield from _round_trip(pdf, composed.text)
    for part in composed.overset:
        yield Finding(message("press.overset", article=part.article + 1, lines=part.lines), len(pdf.pages))


def _round_trip(pdf: pikepdf.Pdf, expected: str) -> Iterator[Finding]:
    wanted = "".join(expected.translate(SAME).split())
    at = 0
    for number, page in enumerate(pdf.pages, 1):
        got = "".join("".join(page_texts(page)).split())
        if wanted[at : at + len(got)] != got:
            yield Finding(message("press.text_differs", text=_parting(wanted[at:], got)), number)
            return
        at += len(got)
    if at != len(wanted):
        yield Finding(message("press.text_short", text=wanted[at : at + 20]), len(pdf.pages))


def _parting(wanted: str, got: str) -> str:
    for k, (a, b) in enumerate(zip(wanted, got, strict=False)):
        if a != b:
            return wanted[max(0, k - 5) : k + 15]
    if len(wanted) > len(got):
        return wanted[max(0, len(got) - 5) : len(got) + 15]
    return got[len(wanted) : len(wanted) + 20]
