"""Columns written row by row, taken apart: python woven_columns.py FOLDER [--pages all|fit|held] [--worth]

Per way a text was made: how many lines that go on behind lines of other columns stand next to one another once the
columns are taken apart, and how many of those that stood so were torn. With ``--worth`` also, among lines near woven
ones, how often a pair of each probability belongs together and what that is worth in nats: the figures in
`qingyang.repair.under` were read off it on made pages.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log
from pathlib import Path
from typing import NamedTuple

from repair_truth import PAGES, Truth, among, paragraphs_of

from qingyang.lexicon import Words, load_words
from qingyang.repair.boundary import Decided, decide
from qingyang.repair.evidence import Evidence, evidence_of
from qingyang.repair.lines import Lines, lines_of
from qingyang.repair.links import Pair
from qingyang.repair.seams import FARTHEST
from qingyang.repair.signs import END_TERMINAL, END_TERMINAL_CLOSED, end_code
from qingyang.repair.woven import unwoven
from qingyang.text.fold import folded
from qingyang.text.source import unify_newlines

EDGES = (0.01, 0.03, 0.06, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95)
NEAR = 5
"""Lines from a woven one that count as near it."""


class Case(NamedTuple):
    """A raw text, what is decided of its lines, and which line each truly goes on in."""

    variant: str
    lines: Lines
    evidence: Evidence
    decided: Decided
    true: dict[int, int]


def cases(folder: Path, pages: str, words: Words) -> Iterator[Case]:
    """Yield every raw text of a folder that has lines."""
    for path in sorted((folder / "raw").glob("*.txt")):
        page, variant = path.stem.split(".", 1)
        raw = unify_newlines(path.read_text(encoding="utf-8"))
        if not among(page, pages) or not raw.strip():
            continue
        laid = Truth(paragraphs_of(folder / "truth" / f"{page}.json")).over(raw)
        lines = lines_of(folded(raw), words)
        evidence = evidence_of(lines, words)
        true = {}
        for line, end in enumerate(lines.ends):
            below = range(line + 1, min(len(lines), line + FARTHEST + 1))
            on = next((other for other in below if laid.joined(end, lines.starts[other])), None)
            if on is not None:
                true[line] = on
        yield Case(variant, lines, evidence, decide(lines, evidence, words), true)


def count(case: Case, sums: Counter[str]) -> None:
    """Add how many lines stand next to those they go on in."""
    order = unwoven(case.lines, case.decided, case.evidence)
    at = {line: k for k, line in enumerate(order.lines if order else range(len(case.lines)))}
    for line, on in case.true.items():
        kind = "near" if on == line + 1 else "far"
        sums[kind] += 1
        sums[f"{kind} together"] += at[on] == at[line] + 1


def weigh(case: Case, seen: dict[tuple[str, bool], Counter[int]]) -> None:
    """Add how likely pairs near woven lines were held, that belong together and that do not."""
    far = dict(case.decided.pairs)
    woven = {line + n for line, on in case.true.items() if on > line + 1 for n in range(-NEAR, NEAR + 1)}
    for line in sorted(woven & case.true.keys()):
        if end_code(case.lines.texts[line]) in (END_TERMINAL, END_TERMINAL_CLOSED):
            continue
        for other in range(line + 1, min(len(case.lines), line + FARTHEST + 1)):
            p = case.decided.p_next[line] if other == line + 1 else far.get(Pair(line, other), 0.0)
            key = "next" if other == line + 1 else "far", case.true[line] == other
            seen[key][bisect_right(EDGES, p)] += 1


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", choices=PAGES, default="all")
    parser.add_argument("--worth", action="store_true", help="also what a probability is worth")
    args = parser.parse_args()
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    seen: dict[tuple[str, bool], Counter[int]] = defaultdict(Counter)
    for case in cases(args.folder, args.pages, load_words(None)):
        count(case, sums[case.variant])
        weigh(case, seen)
    for variant, found in sorted(sums.items()):
        torn = found["near"] - found["near together"]
        print(
            f"{variant:12} far {found['far together']:5} of {found['far']:5}   torn {torn:4} of {found['near']:6}"
        )
    for where in ("next", "far") if args.worth else ():
        right, wrong = seen[where, True], seen[where, False]
        for step, low in enumerate((0.0, *EDGES)):
            nats = log(
                (right[step] + 0.5) / (right.total() + 1) / ((wrong[step] + 0.5) / (wrong.total() + 1))
            )
            print(
                f"{where:5} from {low:4.2f}  together {right[step]:6}  not {wrong[step]:6}  {nats:6.2f} nats"
            )


if __name__ == "__main__":
    main()
