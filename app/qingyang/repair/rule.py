"""What a repair rule is: a kind of damage, the edits that mend it, and examples of both mending and keeping.

A flag rule finds what only a person can settle; it says where and why, and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qingyang.lexicon import Lexicon, Words
from qingyang.repair.view import View
from qingyang.text.edit import Edit, Flag

Propose = Callable[[View, Words], Iterable[Edit]]
Find = Callable[[View, Lexicon], Iterable[Flag]]


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


@dataclass(frozen=True, slots=True)
class FlagRule:
    """One kind of thing that wants a person's eye. Its title is the message ``rule.<id>``."""

    id: str
    find: Find
    """Flags in raw offsets."""
    flags: tuple[tuple[str, tuple[str, ...]], ...]
    """Raw text and the stretches of it that are flagged."""
    keeps: tuple[str, ...]
    """Raw text that tempts the rule and must not be flagged."""
    suspects: bool = False
    """Whether what is flagged is a suspicious character, rather than a place where text is lost or too much."""
