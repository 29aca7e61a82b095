"""The colours of the aligned view, light and dark. What they tell apart, patterns tell apart too."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as ``#rrggbb`` or ``#aarrggbb``."""

    paper: str
    """Behind the repaired text."""
    raw_paper: str
    """Behind the raw text."""
    text: str
    raw_text: str
    muted: str
    """Line numbers, role labels, text out of print."""
    line: str
    """Hairlines between rows."""
    rule: str
    """Where an article begins."""
    accent: str
    current: str
    """Behind the current row."""
    selected: str
    """Behind selected rows."""
    selection: str
    """Behind selected characters."""
    band: str
    """Joins raw lines to their paragraph."""
    joined: str
    """Hooks and curves where a line break was removed."""
    change: str
    """Marks of changed characters."""
    hand: str
    """Marks of words changed or typed by hand."""
    likely: str
    likely_frame: str
    ask: str
    ask_frame: str
    hit: str
    hit_current: str
    hover: str
    """Behind the character under the pointer, on both sides."""


LIGHT = Colours(
    paper="#ffffff",
    raw_paper="#f8f7f4",
    text="#1f2328",
    raw_text="#3b4047",
    muted="#6a7078",
    line="#ebe8e2",
    rule="#b9b4a9",
    accent="#1d6470",
    current="#eef5f6",
    selected="#dfecee",
    selection="#bfdde2",
    band="#efede8",
    joined="#7ea6ad",
    change="#1d6470",
    hand="#8a4a12",
    likely="#e6effa",
    likely_frame="#3d6fb4",
    ask="#fdefd2",
    ask_frame="#9a6700",
    hit="#fff0a8",
    hit_current="#ffcf4d",
    hover="#cfe3e6",
)
DARK = Colours(
    paper="#1a1c1e",
    raw_paper="#202325",
    text="#e4e2dd",
    raw_text="#c4c5c3",
    muted="#969ba1",
    line="#2b2e31",
    rule="#565b61",
    accent="#6cbac6",
    current="#1f2a2d",
    selected="#243c41",
    selection="#2c5560",
    band="#2a2d30",
    joined="#5f8f98",
    change="#6cbac6",
    hand="#e0a46a",
    likely="#22344c",
    likely_frame="#7fb0ee",
    ask="#423413",
    ask_frame="#e3b341",
    hit="#5a4c10",
    hit_current="#8a6a00",
    hover="#30535b",
)
