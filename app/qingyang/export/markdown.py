"""Markdown (CommonMark): headings by role, every other character as itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qingyang.text.article import Article, Paragraph

_SPECIAL = re.compile(r"[`*_\[\]<>#|~]|^[-+](?=\s)|^=|\\(?![.)])")
_NUMBERED = re.compile(r"^(\d+)([.)](?=\s))")
_LEAD = {"headline": "# ", "subhead": "## ", "quote": "> ", "pull_quote": "> "}
_STRONG = frozenset({"kicker", "deck", "question", "column_title"})
_SLANT = frozenset({"caption", "credit", "source", "byline", "end_note", "notice", "people", "folio"})


def render(articles: Sequence[Article]) -> bytes:
    """Return the Markdown file, UTF-8."""
    stories = []
    for article in articles:
        paragraphs = [_paragraph(p) for p in article.paragraphs if p.printed]
        if paragraphs:
            stories.append("\n\n".join(paragraphs))
    return ("\n\n---\n\n".join(stories) + "\n").encode("utf-8", "replace")


def _paragraph(paragraph: Paragraph) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", _NUMBERED.sub(r"\1\\\2", paragraph.text))
    if paragraph.role in _STRONG:
        return f"**{text}**"
    if paragraph.role in _SLANT:
        return f"*{text}*"
    return _LEAD.get(paragraph.role, "") + text
