"""What a paragraph is: the one table of roles.

Ids never change; Chinese and English names are the messages ``role.<id>``, so a newsroom can rename.
Standards named per column: NITF 3.6, HTML.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Role:
    """One kind of paragraph."""

    id: str
    group: str
    """Where it stands in an article: head, body, figure, tail or furniture."""
    html: str
    """Element (and class) for formatted text, as ``tag.class``."""
    nitf: str
    key: str = ""
    """The digit of the shortcut Ctrl+digit, for the roles set most often."""


ROLES: tuple[Role, ...] = (
    Role("column_title", "head", "p.column-title", "series"),
    Role("kicker", "head", "p.kicker", "hl2 class=kicker", "2"),
    Role("headline", "head", "h1", "hl1", "1"),
    Role("deck", "head", "p.deck", "hl2", "3"),
    Role("summary", "head", "p.summary", "abstract"),
    Role("editor_note", "head", "p.editor-note", "note"),
    Role("byline", "head", "p.byline", "byline", "4"),
    Role("people", "head", "p.people", "ul"),
    Role("dateline", "head", "p.dateline", "dateline"),
    Role("lede", "body", "p.lede", 'p lede="true"'),
    Role("body", "body", "p", "p", "5"),
    Role("subhead", "body", "h2", "hl2", "6"),
    Role("question", "body", "p.question", "p", "7"),
    Role("answer", "body", "p.answer", "p", "8"),
    Role("quote", "body", "blockquote", "bq"),
    Role("pull_quote", "body", "blockquote.pull", "bq"),
    Role("table", "body", "pre.table", "table"),
    Role("sidebar", "body", "p.sidebar", "block"),
    Role("caption", "figure", "figcaption", "media-caption", "9"),
    Role("credit", "figure", "span.credit", "media-producer"),
    Role("source", "tail", "p.source", "distributor", "0"),
    Role("end_note", "tail", "p.end-note", "tagline"),
    Role("notice", "furniture", "aside", "-"),
    Role("folio", "furniture", "p.folio", "-"),
)
BY_ID: dict[str, Role] = {role.id: role for role in ROLES}
