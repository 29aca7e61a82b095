"""Tags: everything is in the structure or an artifact, pictures have words, headings skip no level (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from qingyang.press.preflight.finding import Finding
from qingyang.press.preflight.view import View
from qingyang.wording import message

_NAMES = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl
LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP
Warichu WT WP Figure Formula Form
"""
STANDARD = frozenset(_NAMES.split())
"""Kinds every reader knows (ISO 32000-1, 14.8.4)."""
_MOST = 500_000
"""Elements a structure may have before it is taken for a loop."""


def has_structure(pdf: pikepdf.Pdf) -> bool:
    """Say whether a file claims to be tagged."""
    marked = pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    return isinstance(pdf.Root.get("/StructTreeRoot"), pikepdf.Dictionary) and bool(marked)


def whole(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield what is wrong with the structure of a file."""
    if not has_structure(pdf):
        yield Finding(message("press.untagged"))
        return
    if not str(pdf.Root.get("/Lang", "")):
        yield Finding(message("press.no_language"))
    if not pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle", False):
        yield Finding(message("press.title_hidden"))
    root = pdf.Root.StructTreeRoot
    if "/ParentTree" not in root:
        yield Finding(message("press.no_parent_tree"))
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    yield from _elements(root, pages)


def _elements(root: Any, pages: dict[tuple[int, int], int]) -> Iterator[Finding]:
    roles = root.get("/RoleMap", pikepdf.Dictionary())
    level = 0
    for element in _walk(root):
        kind = str(element.get("/S", ""))[1:]
        number = pages.get(element["/Pg"].objgen, 0) if "/Pg" in element else 0
        kind = _standard(kind, roles)
        if not kind:
            yield Finding(message("press.strange_tag", tag=str(element.get("/S", ""))[1:]), number)
        if kind in ("Figure", "Formula") and not str(element.get("/Alt", element.get("/ActualText", ""))):
            yield Finding(message("press.no_alt"), number)
        heading = re.fullmatch(r"H([1-6])", kind)
        if heading:
            if int(heading[1]) > level + 1:
                yield Finding(message("press.heading_skipped", level=int(heading[1])), number)
            level = int(heading[1])


def _standard(kind: str, roles: Any) -> str:
    """Return the standard kind a kind stands for, empty where it stands for none."""
    for _ in range(16):
        if kind in STANDARD:
            return kind
        kind = str(roles.get(f"/{kind}", "/"))[1:]
    return ""


def _walk(root: Any) -> Iterator[Any]:
    """Yield all elements in reading order, each once."""
    seen: set[tuple[int, int]] = set()
    waiting = [root.get("/K")]
    while waiting and len(seen) < _MOST:
        item = waiting.pop()
        if isinstance(item, pikepdf.Array):
            waiting += reversed(list(item))
        elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
            if item.objgen != (0, 0):
                if item.objgen in seen:
                    continue
                seen.add(item.objgen)
            yield item
            waiting.append(item.get("/K"))


def page(view: View) -> Iterator[Finding]:
    """Yield what a page paints outside of the structure, its first place."""
    for paint in view.paints if view.tagged else ():
        if not paint.tag:
            kind = "press.untagged_text" if paint.kind == "text" else "press.untagged_paint"
            yield view.finding(message(kind), paint.box)
            return
