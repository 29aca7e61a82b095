"""Tags: everything is in the structure or an artifact, pictures have words, headings skip no level (PDF/UA-1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from qingyang.press.preflight.finding import Finding
from qingyang.press.preflight.view import Tags, View
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
_DEEPEST = 32
"""Levels a number tree may have before it is taken for one."""


def has_structure(pdf: pikepdf.Pdf) -> bool:
    """Say whether a file claims to be tagged."""
    marked = pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
    return isinstance(pdf.Root.get("/StructTreeRoot"), pikepdf.Dictionary) and bool(marked)


def tags(pdf: pikepdf.Pdf) -> Tags | None:
    """Return what a file's structure says of the marks of its pages, None where it has none."""
    if not has_structure(pdf):
        return None
    root = pdf.Root.StructTreeRoot
    elements = dict(_numbered(root.ParentTree, 0)) if "/ParentTree" in root else None
    return Tags(elements, {element.objgen for element in _walk(root)})


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


def _numbered(node: Any, depth: int) -> Iterator[tuple[int, list[Any]]]:
    """Yield what a number tree says of pages: their number, and the element of every mark."""
    if not isinstance(node, pikepdf.Dictionary) or depth > _DEEPEST:
        return
    numbers = list(node.get("/Nums", []))
    for key, found in zip(numbers[::2], numbers[1::2], strict=False):
        if isinstance(found, pikepdf.Array):
            yield int(key), list(found)
    for below in node.get("/Kids", []):
        yield from _numbered(below, depth + 1)


def _elements(root: Any, pages: dict[tuple[int, int], int]) -> Iterator[Finding]:
    roles = root.get("/RoleMap", pikepdf.Dictionary())
    level = 0
    for element in _walk(root):
        kind = str(element.get("/S", ""))[1:]
        number = pages.get(element["/Pg"].objgen, 0) if "/Pg" in element else 0
        kind = _standard(kind, roles)
        if not kind:
            yield Finding(message("press.strange_tag", tag=str(element.get("/S", ""))[1:]), number)
        words = str(element.get("/Alt", element.get("/ActualText", "")))
        if kind in ("Figure", "Formula") and not words.strip():
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
    """Yield what a page paints outside of the structure, its first place, and whether marks lead nowhere."""
    if view.tags is None:
        return
    if _lost(view, view.tags):
        yield view.finding(message("press.lost_tag"))
    for paint in view.paints:
        if not paint.tag:
            kind = "press.untagged_text" if paint.kind == "text" else "press.untagged_paint"
            yield view.finding(message(kind), paint.box)
            return


def _lost(view: View, tags: Tags) -> bool:
    """Say whether a mark has no element, or an element hangs on nothing: no reader comes upon them."""
    if tags.elements is None:
        return False
    used = {paint.mark for paint in view.paints if paint.mark is not None}
    own = view.page.obj.get("/StructParents")
    elements = () if own is None else tags.elements.get(int(own), ())
    there = {k for k, each in enumerate(elements) if isinstance(each, pikepdf.Dictionary)}
    return not used <= there or any(elements[k].objgen not in tags.reached for k in there)
