"""Plain text: one paragraph a line, an empty line between articles."""

from __future__ import annotations

from collections.abc import Sequence

from qingyang.text.article import Article


def text_of(articles: Sequence[Article]) -> str:
    """Return the printed paragraphs as text."""
    stories = ["\n".join(p.text for p in article.paragraphs if p.printed) for article in articles]
    return "\n\n".join(story for story in stories if story) + "\n"


def render(articles: Sequence[Article]) -> bytes:
    """Return the text file, UTF-8."""
    return text_of(articles).encode("utf-8", "replace")
