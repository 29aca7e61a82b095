"""HTML with its styles on the elements: what Word, WPS and 公众号 editors keep when it is pasted."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qingyang.text.article import Article, Paragraph
from qingyang.text.role import BY_ID

_BODY = "margin:0 0 8px;text-indent:2em;text-align:justify;line-height:1.75;font-size:16px"
_STYLES = {
    "headline": "margin:16px 0 8px;text-align:center;font-size:24px;font-weight:bold;line-height:1.3",
    "kicker": "margin:16px 0 0;text-align:center;font-size:18px;line-height:1.3",
    "deck": "margin:0 0 8px;text-align:center;font-size:18px;line-height:1.3",
    "column_title": "margin:16px 0 0;font-size:14px;font-weight:bold;color:#a1252b",
    "byline": "margin:0 0 8px;text-align:center;font-size:14px;color:#555555",
    "people": "margin:0;font-size:15px;line-height:1.6",
    "subhead": "margin:16px 0 8px;font-size:17px;font-weight:bold",
    "question": _BODY + ";font-weight:bold",
    "caption": "margin:4px 0 12px;text-align:center;font-size:13px;color:#555555",
    "credit": "margin:0 0 12px;text-align:right;font-size:13px;color:#555555",
    "source": "margin:0 0 8px;text-align:right;font-size:14px;color:#555555",
    "notice": "margin:8px 0;font-size:13px;color:#555555",
}
_TAGS = {"headline": "h1", "subhead": "h2"}


def fragment(articles: Sequence[Article]) -> str:
    """Return the printed paragraphs as HTML elements, without a page around them."""
    return "\n".join(_element(p) for article in articles for p in article.paragraphs if p.printed)


def render(articles: Sequence[Article]) -> bytes:
    """Return a whole HTML page, UTF-8."""
    title = escape(next((a.title for a in articles if a.title), ""))
    stories = "\n".join(f"<article>\n{fragment([a])}\n</article>" for a in articles)
    page = (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head><meta charset="utf-8"><title>{title}</title></head>\n'
    )
    return (page + f"<body>\n{stories}\n</body>\n</html>\n").encode("utf-8", "xmlcharrefreplace")


def _element(paragraph: Paragraph) -> str:
    role = paragraph.role if paragraph.role in BY_ID else "body"
    tag = _TAGS.get(role, "p")
    return f'<{tag} style="{_STYLES.get(role, _BODY)}">{escape(paragraph.text, quote=False)}</{tag}>'
