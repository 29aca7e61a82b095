"""What a repair rule is: a kind of damage, the edits that mend it, and examples of both mending and keeping."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qingyang.lexicon import Words
from qingyang.repair.view import View
from qingyang.text.edit import Edit

Propose = Callable[[View, Words], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of damage. Its title is the message ``rule.<id>``."""

    id: str
    propose: Propose
    """Edits in raw offsets, within lines, none overlapping."""
    mends: tuple[tuple[str, str], ...]
    """Raw text and the paragraphs wanted, one a line."""
    keeps: tuple[str, ...]
    """Raw text that tempts the rule and must come back as it is, one paragraph a line."""
