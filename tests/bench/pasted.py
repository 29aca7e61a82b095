"""Repair a few lines at a time, as an editor pastes them: python pasted.py TRUTH_FOLDER [--pages held|fit|all]

Out of every raw text excerpts of five to ten lines are cut, the same ones each time; printed is a line a variant: line
breaks joined and left as they should be, joined wrongly, left wrongly, and the mean of the two F1 of joins and breaks.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from repair_pages import excerpt
from repair_truth import PAGES, Truth, among, paragraphs_of

from qingyang.lexicon import load_words
from qingyang.repair import repair
from qingyang.text.edit import APPLY_FROM

MANY, SIZES = 12, (5, 6, 8, 10)
"""How many excerpts are cut out of a raw text, and of how many lines."""
APART = ("pdflayout", "tesseract", "rapidocr")
"""A few lines of a spaced page show no columns; of a scan the truth is not told well enough."""


def excerpts(raw: str, chance: random.Random) -> Iterator[str]:
    """Yield a few lines of a text at a time."""
    return (excerpt(raw, chance, chance.choice(SIZES)) for _ in range(MANY))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", choices=PAGES, default="held")
    args = parser.parse_args()
    words, found = load_words(None), defaultdict[str, Counter[tuple[bool, bool]]](Counter)
    for path in sorted((args.folder / "truth").glob("*.json")):
        if not among(path.stem, args.pages):
            continue
        truth = Truth(paragraphs_of(path))
        for raw in sorted((args.folder / "raw").glob(f"{path.stem}.*.txt")):
            variant = raw.name.split(".")[1]
            if variant in APART:
                continue
            for text in excerpts(raw.read_text(encoding="utf-8"), random.Random(raw.name)):
                laid = truth.over(text)
                for boundary in repair(text, words).boundaries:
                    joined = laid.joined(boundary.start, boundary.end)
                    if joined is not None:
                        for name in (variant, "all"):
                            found[name][boundary.p_join >= APPLY_FROM, joined] += 1
    print(f"{'':12}{'joined':>8}{'left':>8}{'wrongly':>9}{'missed':>8}{'mean':>8}")
    for name in sorted(found, key=lambda name: (name == "all", name)):
        print(_row(name, found[name]))


def _row(name: str, told: Counter[tuple[bool, bool]]) -> str:
    joined, left, wrongly, missed = (
        told[each] for each in ((True, True), (False, False), (True, False), (False, True))
    )
    wrong = wrongly + missed
    mean = (2 * joined / max(1, 2 * joined + wrong) + 2 * left / max(1, 2 * left + wrong)) / 2
    return f"{name:12}{joined:8}{left:8}{wrongly:9}{missed:8}{mean:8.3f}"


if __name__ == "__main__":
    main()
