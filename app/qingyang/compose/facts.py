"""What an issue says of itself: the facts a template's furniture names in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """What masthead and 报尾 say of an issue; what is empty is left out."""

    name: str = ""
    """渝中工作简报"""
    number: str = ""
    """期号, the number alone."""
    total: str = ""
    """总期号."""
    date: str = ""
    """As it is to be printed: 2025年11月22日."""
    editors: str = ""
    """编辑."""
    publisher: str = ""
    """编印单位."""
    reported_to: str = ""
    """报."""
    sent_to: str = ""
    """送."""
    issued_to: str = ""
    """发."""
    copies: str = ""
    """印数, the number alone."""
    reviewers: str = ""
    """审核."""
    approver: str = ""
    """签发."""


NAMES = tuple(field.name for field in fields(IssueFacts))
"""The facts there are."""
FACTS = (*NAMES, "page", "pages")
"""What furniture may name in braces."""
_NAMED = re.compile(r"\{(\w+)\}")


def told(text: str, issue: IssueFacts, page: int, pages: int) -> str:
    """Return a text with its facts filled in, of parts with tabs between them those none of whose facts is empty."""
    facts = {**{name: getattr(issue, name) for name in NAMES}, "page": str(page), "pages": str(pages)}
    return "\t".join(part for part in (_told(part, facts) for part in text.split("\t")) if part)


def _told(text: str, facts: Mapping[str, str]) -> str:
    return text.format_map(facts) if all(facts.get(name) for name in _NAMED.findall(text)) else ""
