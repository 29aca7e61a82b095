"""Repairing a source: from raw text to a review desk, and to the report of what was done."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.export.report import Json, report
from qingyang.lexicon import Lexicon
from qingyang.repair import Repair, repair
from qingyang.services.reviewing import Reviewing
from qingyang.services.stepping import MemoryJournal
from qingyang.text.change import Draft
from qingyang.text.source import Source
from qingyang.wording import Wording


class Repaired(NamedTuple):
    """A source and what the rules say of it."""

    source: Source
    repair: Repair

    @property
    def draft(self) -> Draft:
        """Return the state before any hand."""
        return Draft(self.source, self.repair.proposals)

    def review(self) -> Reviewing:
        """Return a review desk that lives in memory only."""
        return Reviewing(self.source.sha256, self.draft, MemoryJournal())


def repaired(source: Source, lexicon: Lexicon) -> Repaired:
    """Run every rule over a source."""
    return Repaired(source, repair(source.text, *lexicon))


def json_report(done: Repaired, reviewing: Reviewing, wording: Wording) -> Json:
    """Return the repair report of one source."""
    made = done.repair
    return report(
        done.source.text,
        reviewing.articles(),
        made.boundaries,
        made.proposals,
        reviewing.reading,
        wording.say,
    )
