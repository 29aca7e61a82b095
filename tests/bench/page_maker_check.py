"""Say by variant how made pages come out: page_maker_check.py OUT

Columns: pages; boundaries; share of them that `repair_truth` can tell, and of those told that stand inside a paragraph;
share of the truth's characters found in the raw text and of the raw text's found in the truth, order aside.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from repair_truth import Truth, fold, paragraphs_of

from qingyang.text.source import raw_lines


def counts(raw: str, paragraphs: list[str], truth: Truth) -> Counter[str]:
    """Return what one raw text adds to the columns."""
    laid = truth.over(raw)
    told = [laid.joined(above.end, below.start) for above, below in pairwise(raw_lines(raw))]
    printed, read = Counter(fold("".join(paragraphs))), Counter(fold(raw))
    return Counter(
        pages=1, boundaries=len(told), told=len(told) - told.count(None), inside=told.count(True),
        printed=printed.total(), read=read.total(), shared=(printed & read).total(),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted((folder / "truth").glob("*.json")):
        paragraphs = paragraphs_of(path)
        truth = Truth(paragraphs)
        for raw in sorted((folder / "raw").glob(f"{path.stem}.*.txt")):
            sums[raw.name.split(".")[1]] += counts(raw.read_text(encoding="utf-8"), paragraphs, truth)
    print(
        f"{'variant':12s} {'pages':>5s} {'bounds':>7s} {'told':>6s} {'inside':>6s} {'found':>6s} {'known':>6s}"
    )
    for variant, n in sorted(sums.items()):
        shares = (
            n["told"] / n["boundaries"],
            n["inside"] / n["told"],
            n["shared"] / n["printed"],
            n["shared"] / n["read"],
        )
        print(f"{variant:12s} {n['pages']:5d} {n['boundaries']:7d} " + " ".join(f"{x:6.3f}" for x in shares))


if __name__ == "__main__":
    main()
