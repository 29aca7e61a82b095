"""What a preflight says: what is wrong, on which page, where on it, and what to do."""

from __future__ import annotations

from typing import NamedTuple

from qingyang.wording import Message, message

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge in points, as a PDF's page counts."""
WHOLE_FILE = 0


class Finding(NamedTuple):
    """One thing to mend before print."""

    message: Message
    page: int = WHOLE_FILE
    """From 1; 0 for the whole file."""
    place: Box | None = None
    """Where on the trimmed page, from its upper left corner, in millimetres: left, top, width, height."""

    @property
    def todo(self) -> Message:
        """Return what to do about it."""
        return message(self.message.id.replace("press.", "press.todo.", 1))
