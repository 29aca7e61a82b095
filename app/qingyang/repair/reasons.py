"""The evidence of a boundary in words, as one message with values."""

from __future__ import annotations

from qingyang.repair.evidence import Evidence
from qingyang.repair.lines import Lines
from qingyang.wording import Message, message


def reason(lines: Lines, evidence: Evidence, k: int) -> Message:
    """Return why boundary k is likely a join or a paragraph's end."""
    return message("why.width", width=lines.widths[k] / 2, full=evidence.columns[k] / 2)
