"""What a print house would send back, looked for in any PDF, ours or not. Findings, never exceptions for a page's sake.

Ink is computed paint by paint (`operators`), the page is not rendered: ink of overprinting paint is added to that of
the area it stands on. A file is held against what it says it is for; one that says nothing, against print.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf

from qingyang.compose.layout import Layout
from qingyang.errors import AppError
from qingyang.press.preflight import boxes, forbidden, inks, lettering, pictures, statement, tagging, texts
from qingyang.press.preflight.finding import WHOLE_FILE, Finding
from qingyang.press.preflight.stream import TooComplexError
from qingyang.press.preflight.view import FAULTY, viewed
from qingyang.press.reading import opened
from qingyang.wording import message

__all__ = ["Finding", "preflight"]
_BY_PAGE = (boxes, inks, pictures, lettering, tagging)


def preflight(path: Path, composed: Layout | None = None, *, purpose: str = "") -> tuple[Finding, ...]:
    """Return what is wrong with a PDF, the whole file first, then page by page.

    ``composed`` is the layout it was made from: the file is to read back as its text, and none of it may be left over.
    ``purpose`` (x4 or digital) overrules what the file says it is for.
    Raises `AppError` ``not_a_pdf``, ``pdf_encrypted``, ``pdf_too_complex`` or ``cannot_read``.
    """
    with opened(path) as pdf:
        try:
            found = _found(pdf, composed, purpose)
        except TooComplexError:
            raise AppError("pdf_too_complex", path=path) from None
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: finding.page))


def _found(pdf: pikepdf.Pdf, composed: Layout | None, purpose: str) -> list[Finding]:
    for_print = (purpose or statement.purpose(pdf)) == "x4"
    tags = tagging.tags(pdf)
    whole = (statement.check(pdf, for_print), forbidden.check(pdf, for_print), tagging.whole(pdf))
    found = [finding for said in whole for finding in _guarded(said, WHOLE_FILE)]
    shown = []
    for number, page in enumerate(pdf.pages, 1):
        view = viewed(page, number, for_print, tags)
        shown.append(view.size)
        if view.damaged:
            found.append(Finding(message("press.damaged"), number))
        found += [Finding(message("press.absent", name=name), number) for name in view.absent]
        found += [finding for check in _BY_PAGE for finding in _guarded(check.page(view), number)]
    found += boxes.sizes(shown)
    if composed is not None:
        found += _guarded(texts.check(pdf, composed), len(shown))
    return found


def _guarded(said: Iterator[Finding], number: int) -> Iterator[Finding]:
    """Yield what a check says; an object of the wrong kind where the standard names another is a finding too."""
    try:
        yield from said
    except FAULTY:
        yield Finding(message("press.damaged"), number)
