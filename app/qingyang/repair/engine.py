"""Raw text in, proposals out: boundaries first, then every rule over the text as it then reads."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.lexicon import Words
from qingyang.repair.boundary import boundaries_of
from qingyang.repair.flags import FLAGS
from qingyang.repair.lines import lines_of
from qingyang.repair.rules import RULES
from qingyang.repair.view import view_of
from qingyang.text.edit import OFFER_FROM, Boundary, Edit, Flag, Proposals

VERSION = "1"
"""Of the rules; a cached result of another version is stale."""


class Repair(NamedTuple):
    """What the rules make of one raw text."""

    boundaries: tuple[Boundary, ...]
    """One for every run of line breaks between two lines, joined or not."""
    proposals: Proposals


def repair(source_text: str, words: Words) -> Repair:
    """Return every boundary decided and every edit proposed; any text will do, nothing is raised."""
    lines = lines_of(source_text)
    boundaries = boundaries_of(lines, words)
    edits = [b.edit() for b in boundaries if b.p_join >= OFFER_FROM]
    view = view_of(source_text, lines, boundaries)
    for rule in RULES:
        edits += rule.propose(view, words)
    edits.sort(key=_start)
    flags = sorted((flag for rule in FLAGS for flag in rule.find(view, words)), key=_start)
    return Repair(boundaries, Proposals(VERSION, tuple(edits), flags=tuple(flags)))


def _start(found: Edit | Flag) -> int:
    return found.start
