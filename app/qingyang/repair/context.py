"""What stands around a mark, as far as a rule must know it: Chinese on either side, or code."""

from __future__ import annotations

import re
from collections.abc import Iterator

NEAR = 40
"""Characters looked at on either side."""

_CODE = re.compile(r"[={}\\`|]|\":|\w\([\"']|</?[A-Za-z]")


def in_code(text: str, at: int) -> bool:
    """Say whether signs that only code and data have stand near a place, on the same line."""
    first, last = around(text, at)
    return bool(_CODE.search(text, first, last))


def around(text: str, at: int) -> tuple[int, int]:
    """Return the span of what stands near the character at a place, on the same line."""
    first = max(text.rfind("\n", max(0, at - NEAR), at) + 1, at - NEAR, 0)
    last = text.find("\n", at, at + NEAR)
    return first, min(len(text), at + NEAR) if last < 0 else last


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of every paragraph of a view's text."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1
