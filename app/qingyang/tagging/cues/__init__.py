"""One file a role: how much a paragraph looks like it, in log odds, and examples."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qingyang.tagging.cues import (
    answer,
    body,
    byline,
    caption,
    column_title,
    credit,
    deck,
    editor_note,
    folio,
    headline,
    kicker,
    lede,
    notice,
    people,
    question,
    source,
    subhead,
)
from qingyang.tagging.line import Line

CUES: Mapping[str, Callable[[Line], float]] = {
    module.__name__.rpartition(".")[2]: module.cue
    for module in (
        answer,
        body,
        byline,
        caption,
        column_title,
        credit,
        deck,
        editor_note,
        folio,
        headline,
        kicker,
        lede,
        notice,
        people,
        question,
        source,
        subhead,
    )
}
