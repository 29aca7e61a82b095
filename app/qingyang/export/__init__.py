"""Articles -> the formats other programs read: one file a format, one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from qingyang.export import docx, html, markdown, plain
from qingyang.text.article import Article

Render = Callable[[Sequence[Article]], bytes]

FORMATS: Mapping[str, Render] = {
    "docx": docx.render,
    "html": html.render,
    "md": markdown.render,
    "txt": plain.render,
}
