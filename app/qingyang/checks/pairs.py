"""Quotes, brackets and title marks that stand alone (GB/T 15834-2011, 4.8 to 4.9 and 4.15)."""

from __future__ import annotations

from qingyang.text.pairing import unpaired

__all__ = ["EXAMPLES", "unpaired"]

EXAMPLES = (
    ("“渝中”（重庆", ((4, "（"),)),
    ("《渝中》”", ((4, "”"),)),
    ("“‘十四五’时期”", ()),
    ("1）总则", ()),
)
