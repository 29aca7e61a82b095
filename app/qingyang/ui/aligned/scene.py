"""Everything a row's looks depend on beside the row itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingyang.ui.aligned.highlights import Highlights
from qingyang.ui.aligned.inks import Inks
from qingyang.ui.aligned.sheet import Sheet


@dataclass
class Scene:
    """Everything a row's looks depend on beside the row itself."""

    sheet: Sheet
    inks: Inks
    highlights: Highlights
    names: Mapping[str, str] = field(default_factory=dict)
    current: int = -1
    """The current row."""
    rows: range = range(0)
    """Selected rows."""
    selection: tuple[int, int] | None = None
    editing: int = -1
    """The part the editor lies over: its repaired text is not drawn."""
    typed_from: int | None = None
    """From which of its characters on marks no longer fit, because of what is being typed."""
    signs: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """Beside rows: bookmarks, remarks, marked mistakes."""
    raw_in_place: bool = False
    """Whether the raw lines stand where the repaired text does."""
    handle: int = -1
    """The row whose handle shows."""
