"""The facts of an issue that a template's furniture names in braces."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qingyang.text.issue import NAMES, IssueFacts

FACTS = (*NAMES, "page", "pages")
"""What furniture may name in braces."""
_NAMED = re.compile(r"\{(\w+)\}")


def told(text: str, issue: IssueFacts, page: int, pages: int) -> str:
    """Return a text with its facts filled in, of parts with tabs between them those none of whose facts is empty."""
    facts = {**{name: getattr(issue, name) for name in NAMES}, "page": str(page), "pages": str(pages)}
    return "\t".join(part for part in (_told(part, facts) for part in text.split("\t")) if part)


def _told(text: str, facts: Mapping[str, str]) -> str:
    return text.format_map(facts) if all(facts.get(name) for name in _NAMED.findall(text)) else ""
