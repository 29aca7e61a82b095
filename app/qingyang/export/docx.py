"""DOCX for Word and WPS: one Word style a role, so that a newsroom can restyle it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.styles.style import ParagraphStyle

from qingyang.text.article import Article
from qingyang.text.role import ROLES

_CENTRED = frozenset({"headline", "kicker", "deck", "byline", "caption"})
_RIGHT = frozenset({"source", "credit"})
_BOLD = frozenset({"headline", "subhead", "question", "column_title"})
_SIZES = {
    "headline": 22.0,
    "kicker": 15.0,
    "deck": 15.0,
    "subhead": 14.0,
    "caption": 9.0,
    "credit": 9.0,
    "notice": 9.0,
}
_FACES = {"headline": "黑体", "subhead": "黑体", "byline": "楷体", "people": "楷体", "caption": "黑体"}
_INDENTED = frozenset({"body", "lede", "answer", "question", "quote", "editor_note"})
_WHEN = datetime(2000, 1, 1)
"""A fixed date, so that the same articles give the same file."""


def render(articles: Sequence[Article]) -> bytes:
    """Return the DOCX file: printed paragraphs, each in its role's style."""
    document = Document()
    document.core_properties.created = document.core_properties.modified = _WHEN
    document.core_properties.author = ""
    styles = {role.id: _style(document, role.id) for role in ROLES}
    for article in articles:
        for paragraph in article.paragraphs:
            if paragraph.printed:
                document.add_paragraph(_printable(paragraph.text), styles.get(paragraph.role, styles["body"]))
    whole = io.BytesIO()
    document.save(whole)
    return _dated(whole)


def _dated(archive: io.BytesIO) -> bytes:
    """Return an archive whose entries bear the fixed date, not the moment they were written."""
    made = io.BytesIO()
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _WHEN.timetuple()[:6])
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return made.getvalue()


def _style(document: WordDocument, role: str) -> ParagraphStyle:
    style = document.styles.add_style(f"Qingyang {role}", WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.font.size = Pt(_SIZES.get(role, 12.0))
    style.font.bold = role in _BOLD
    style.font.name = "Times New Roman"
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), _FACES.get(role, "宋体"))
    shape = style.paragraph_format
    shape.space_after = Pt(6)
    shape.line_spacing = 1.5
    if role in _INDENTED:
        shape.first_line_indent = Pt(24)
    if role in _CENTRED:
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if role in _RIGHT:
        shape.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return style


def _printable(text: str) -> str:
    """Return the text without what XML cannot hold: control characters and lone surrogates."""
    return "".join(
        c
        for c in text
        if (c >= " " or c == "\t") and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff"
    )
