"""What templates are called where a person chooses one."""

from __future__ import annotations

from qingyang.wording import Wording


def template_name(words: Wording, name: str) -> str:
    """Return what a template is called: one of ours by its words, a newsroom's own by its file."""
    id = f"template.{name}"
    told = words.term(id)
    return name if told == id else told
