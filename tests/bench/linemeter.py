"""How well the lines of a PDF are set, measured on the PDF itself, whatever program made it.

    python tests/bench/linemeter.py BULLETIN.pdf PARAGRAPHS.json

PARAGRAPHS.json is a list of the body paragraphs that were set, each found again in the glyph stream (content order,
white space and /Artifact marked content aside). Needs pypdfium2 alone; words come from jieba where it is installed.
"""

from __future__ import annotations

import ctypes
import json
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

CLOSING = frozenset("，。、；：？！）》〉」』】〕”’")
OPENING = frozenset("（《〈「『【〔“‘")
SKIPPED = "\0\2\xad\ufffe\uffff"
"""Nothing, and the hyphen that parts a word at a line's end, whatever PDFium calls it."""
NEVER_FIRST = CLOSING | frozenset("·％%‰℃")
ZEROS = ("missing", "start", "end", "dash", "unit", "number", "lone_last", "widow", "off_right")


class Glyph(NamedTuple):
    """One printed character: its origin and size in points."""

    char: str
    x: float
    y: float
    size: float
    page: int

    @property
    def han(self) -> bool:
        """Say whether it is a Han character."""
        return "\u3400" <= self.char <= "\u9fff" or "\U00020000" <= self.char <= "\U0003ffff"


def glyphs(path: Path) -> Iterator[Glyph]:
    """Yield the glyphs of a PDF in content order, artifacts and white space aside."""
    document = pypdfium2.PdfDocument(path)
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        furniture: dict[int, bool] = {}
        for k in range(text.count_chars()):
            char = chr(pdfium.FPDFText_GetUnicode(text, k))
            if char.isspace() or char in SKIPPED or pdfium.FPDFText_IsGenerated(text, k) == 1:
                continue
            holder = pdfium.FPDFText_GetTextObject(text, k)
            key = ctypes.addressof(holder.contents) if holder else 0
            if key not in furniture:
                furniture[key] = bool(holder) and "Artifact" in _marks(holder)
            if not furniture[key]:
                yield _glyph(text, k, char, number)


def _glyph(text: object, k: int, char: str, page: int) -> Glyph:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(text, k, x, y)
    pdfium.FPDFText_GetMatrix(text, k, matrix)
    return Glyph(char, x.value, y.value, pdfium.FPDFText_GetFontSize(text, k) * matrix.d, page)


def _marks(holder: object) -> set[str]:
    found = set()
    for k in range(max(0, pdfium.FPDFPageObj_CountMarks(holder))):
        mark, size = pdfium.FPDFPageObj_GetMark(holder, k), ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, None, 0, size)
        name = (pdfium.FPDF_WCHAR * (size.value // 2))()
        pdfium.FPDFPageObjMark_GetName(mark, name, size.value, size)
        found.add(bytes(name).decode("utf-16-le").rstrip("\0"))
    return found


Line = Sequence[Glyph]


def set_lines(run: Line) -> list[list[Glyph]]:
    """Return a paragraph's glyphs line by line: a line ends where the baseline or the page changes."""
    lines = [[run[0]]]
    for before, glyph in pairwise(run):
        if glyph.page != before.page or abs(glyph.y - before.y) > before.size / 2:
            lines.append([])
        lines[-1].append(glyph)
    return lines


class Meter:
    """Counts and distances over all paragraphs of one PDF."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter(dict.fromkeys(ZEROS, 0))
        self.advances: list[float] = []
        self.medians: list[float] = []
        self.adjacent: list[float] = []
        self.gaps: list[float] = []
        self.breaks: list[tuple[str, str]] = []
        self.ends: defaultdict[tuple[int, int], list[Glyph]] = defaultdict(list)

    def paragraph(self, run: Line) -> None:
        """Measure one paragraph."""
        lines = set_lines(run)
        self.counts["paragraphs"] += 1
        self.counts["lines"] += len(lines)
        for before, after in pairwise(lines):
            self._seam(before, after)
        for k, line in enumerate(lines):
            self._line(line, k == len(lines) - 1)
        if len(lines) > 1 and sum(g.han or g.char.isalnum() for g in lines[-1]) < 2:
            self.counts["lone_last"] += 1
        if len(lines) > 2:
            self.counts["widow"] += sum(_parted(*pair) for pair in (lines[:2], lines[-2:]))

    def _seam(self, before: Line, after: Line) -> None:
        a, b = before[-1].char, after[0].char
        self.counts["start"] += b in NEVER_FIRST
        self.counts["end"] += a in OPENING
        self.counts["dash"] += a == b and a in "—…"
        self.counts["unit"] += a.isdigit() and b in "%％‰℃"
        digits = a.isascii() and b.isascii() and (a.isdigit() or b.isdigit())
        self.counts["number"] += digits and (a + b).replace(".", "0").isdigit()
        if before[-1].han and after[0].han:
            self.breaks.append(("".join(g.char for g in before)[-12:], "".join(g.char for g in after)[:12]))
        left = round(before[0].x / (3 * before[0].size))
        self.ends[before[0].page, left].append(before[-1])

    def _line(self, line: Line, final: bool) -> None:
        steps = []
        for a, b in pairwise(line):
            step = (b.x - a.x) / a.size
            if a.han and b.han:
                steps.append(step)
            elif a.char in CLOSING | OPENING and b.char in CLOSING | OPENING:
                self.adjacent.append(step)
            elif a.han and b.char.isascii() and b.char.isalnum():
                self.gaps.append(step - 1)
        if steps and not final:
            self.advances += steps
            self.medians.append(statistics.median(steps))

    def report(self, cut: Callable[[str], Sequence[str]] | None = None) -> dict[str, object]:
        """Return all figures by name; distances are in em."""
        marks = []
        for ends in self.ends.values():
            edges = [round(g.x + g.size, 1) for g in ends if g.han]
            if len(edges) > 2:
                edge = statistics.mode(edges)
                self.counts["off_right"] += sum(abs(x - edge) > 0.3 for x in edges)
                marks += [(edge - g.x) / g.size for g in ends if g.char in CLOSING]
        found: dict[str, object] = dict(self.counts)
        found["han_advance"] = [_quantile(self.advances, q) for q in (0.5, 0.99, 1)]
        found["loose"] = round(sum(m > 1.05 for m in self.medians) / max(1, len(self.medians)), 4)
        found["line_end_mark"] = _quantile(marks, 0.5)
        found["adjacent_marks"] = _quantile(self.adjacent, 0.5)
        found["han_latin_gap"] = [_quantile(self.gaps, q) for q in (0.05, 0.5, 0.95)]
        if cut:
            found["in_word"] = round(sum(map(_inside(cut), self.breaks)) / max(1, len(self.breaks)), 4)
        return found


def _parted(a: Line, b: Line) -> bool:
    return b[0].page != a[0].page or b[0].y > a[0].y


def _quantile(values: Sequence[float], q: float) -> float | None:
    return round(sorted(values)[int(q * (len(values) - 1))], 3) if values else None


def _inside(cut: Callable[[str], Sequence[str]]) -> Callable[[tuple[str, str]], bool]:
    """Return a judge of breaks: whether the words of both sides run across."""

    def judge(sides: tuple[str, str]) -> bool:
        at = 0
        for word in cut("".join(sides)):
            if at < len(sides[0]) < at + len(word):
                return True
            at += len(word)
        return False

    return judge


def measure(
    path: Path, paragraphs: Sequence[str], cut: Callable[[str], Sequence[str]] | None = None
) -> dict[str, object]:
    """Return the figures of a PDF over the paragraphs named."""
    stream = list(glyphs(path))
    text = "".join(glyph.char for glyph in stream)
    meter, at = Meter(), 0
    for paragraph in paragraphs:
        wanted = "".join(paragraph.split())
        found = text.find(wanted, at)
        found = text.find(wanted) if found < 0 else found
        if found < 0:
            meter.counts["missing"] += 1
            continue
        at = found + len(wanted)
        meter.paragraph(stream[found:at])
    return meter.report(cut)


if __name__ == "__main__":
    for name, value in measure(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text("utf-8"))).items():
        print(f"{name:16} {value}")
