"""Text pasted into the row being edited: what was cut in the view moves, several paragraphs become several rows."""

from __future__ import annotations

from qingyang.ui.aligned.editing import Editing
from qingyang.ui.aligned.utf16 import showable


def paste(editing: Editing, text: str) -> None:
    """Put text in at the caret."""
    if _moved(editing, text):
        return
    paragraphs = paragraphs_of(text)
    if len(paragraphs) < 2 or editing.part is None:
        editing.editor.insertPlainText(showable(" ".join(paragraphs) if "\n" in text else text))
    else:
        _put(editing, paragraphs)


def paragraphs_of(text: str) -> list[str]:
    """Return the lines of a text that are not blank, without the white space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _put(editing: Editing, paragraphs: list[str]) -> None:
    """Make rows of paragraphs in one step, the caret behind the last."""
    assert editing.part is not None
    rest, row = editing.editor.behind(), editing.part.row
    editing.editor.insertPlainText("\n".join(map(showable, paragraphs)))
    if editing.commit() and editing.sheet is not None:
        last = row + len(paragraphs) - 1
        editing.open(editing.sheet.parts.at(last, len(editing.sheet.review.text(last))))
        editing.editor.set_caret(max(0, editing.editor.caret() - rest))


def _moved(editing: Editing, text: str) -> bool:
    """Move what was cut in the view, if this is it, to the caret."""
    if editing.part is None or editing.sheet is None or not editing.clip.holds(text) or not editing.commit():
        return False
    span = editing.clip.span(editing.sheet.review.reading)
    if span is None or editing.part is None:
        return False
    to = editing.offset(editing.editor.caret())
    editing.clip.clear()
    if not span[0] <= to <= span[1]:
        editing.move_asked.emit(*span, to)
    return True
