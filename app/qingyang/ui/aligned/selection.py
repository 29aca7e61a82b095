"""What is selected: rows from an anchor to the current one, or characters from an anchor to a head."""

from __future__ import annotations


class Selection:
    """The current row, the rows selected with it, and the characters selected, if any."""

    def __init__(self) -> None:
        self.current = -1
        self.anchor = -1
        """The row a selection of rows began at."""
        self._text: tuple[int, int] | None = None

    def go(self, row: int, *, extend: bool = False) -> None:
        """Make a row current, alone or together with the rows from the anchor on."""
        self.current = row
        if not extend or self.anchor < 0:
            self.anchor = row
        self._text = None

    @property
    def rows(self) -> range:
        """The selected rows."""
        if self.current < 0:
            return range(0)
        return range(min(self.current, self.anchor), max(self.current, self.anchor) + 1)

    def begin_text(self, offset: int) -> None:
        """Begin a selection of characters at a repaired offset."""
        self._text = offset, offset

    def extend_text(self, offset: int) -> None:
        """Draw the selection of characters up to an offset."""
        self._text = (self._text[0] if self._text else offset), offset

    @property
    def draws_text(self) -> bool:
        """Whether a selection of characters has begun, be it empty yet."""
        return self._text is not None

    def drop_text(self) -> None:
        """Select no characters any more."""
        self._text = None

    @property
    def ends(self) -> tuple[int, int] | None:
        """Where the selection of characters was begun and where it has come to; None while it is empty."""
        return self._text if self.text is not None else None

    @property
    def text(self) -> tuple[int, int] | None:
        """The selected repaired span, None if it is empty."""
        if self._text is None or self._text[0] == self._text[1]:
            return None
        return min(self._text), max(self._text)

    def put(self, current: int, anchor: int) -> None:
        """Select the rows from an anchor to a current row, and no characters."""
        self.current, self.anchor, self._text = current, anchor, None
