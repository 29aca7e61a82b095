"""One file a role: at what a paragraph of it can be known, in levels from 0 (not at all), and examples."""

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
    table,
)
from qingyang.tagging.line import Line

CUES: Mapping[str, Callable[[Line], int]] = {
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
        table,
    )
}
