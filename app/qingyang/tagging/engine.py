"""The best sequence of roles for a page: cues say what each paragraph looks like, the grammar what may follow what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from qingyang.text.article import Span
from qingyang.text.edit import Cut, Mark, Tag


class Tagged(NamedTuple):
    """What one paragraph is."""

    role: str = "body"
    p: float = 1.0
    marks: frozenset[str] = frozenset()
    spans: tuple[Span, ...] = ()
    begins: bool = False
    """Whether an article begins here."""


def tag(
    texts: Sequence[str], gaps: Sequence[int] = (), hands: Mapping[int, Sequence[Tag | Mark | Cut]] = {}
) -> list[Tagged]:
    """Return what each paragraph is; ``gaps`` are the line breaks before each, ``hands`` what people have set."""
    return [Tagged() for _ in texts]
