"""Which line breaks of a raw text stand inside a paragraph: found by short strings that both texts share.

Nothing is aligned as a whole, so pieces may stand in any order and carry reading errors.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

HELD_OUT = frozenset(range(3, 40, 4))
"""Pages never fitted on, chosen by number before the first fit."""
SHARED = 4
"""Characters of one string that both texts must share."""
_SAME = str.maketrans("“”„＂‘’＇―─–…⋯・•", '""""\'\'\'——-..··')


def page_number(name: str) -> int:
    """Return the number in a page's name."""
    found = re.search(r"\d+", name)
    return int(found.group()) if found else 0


def fold(text: str) -> str:
    """Return a text without white space, with width and quotes made the same."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_SAME).split())


def paragraphs_of(truth: Path) -> list[str]:
    """Return every paragraph of a truth file, furniture included."""
    page = json.loads(truth.read_text(encoding="utf-8"))
    found = [p["text"] for article in page["articles"] for p in article["paragraphs"]]
    return found + [p["text"] for p in page.get("furniture", [])]


class Truth:
    """The paragraphs of a page, ready to be asked about two raw lines."""

    def __init__(self, paragraphs: list[str]) -> None:
        self.text = "\n".join(fold(p) for p in paragraphs)
        self.places: dict[str, list[int]] = defaultdict(list)
        for at in range(len(self.text) - SHARED + 1):
            self.places[self.text[at : at + SHARED]].append(at)

    def joined(self, before: str, after: str) -> bool | None:
        """Say whether the break between two lines stands inside a paragraph; None where that cannot be told."""
        a, b = fold(before), fold(after)
        if not a or not b:
            return None
        # A last line may be one character long: what stands before it tells.
        if len(a[-6:] + b[:6]) >= SHARED and a[-6:] + b[:6] in self.text:
            return True
        ends, starts = self._ends(a), self._starts(b)
        if any(0 <= s - e <= 1 and "\n" not in self.text[e:s] for e in ends for s in starts):
            return True
        known = (bool(ends) or a in self.text) and (bool(starts) or b in self.text)
        return False if known else None

    def _ends(self, line: str) -> set[int]:
        """Return where in the truth a line may end."""
        found = set()
        for back in range(3):
            stop = len(line) - back
            if stop >= SHARED:
                found |= {p + SHARED + back for p in self.places.get(line[stop - SHARED : stop], ())}
        return found

    def _starts(self, line: str) -> set[int]:
        found = set()
        for skip in range(3):
            if len(line) >= skip + SHARED:
                found |= {p - skip for p in self.places.get(line[skip : skip + SHARED], ())}
        return found
