"""Repair every raw text of a truth folder and write predictions: python repair.py TRUTH_FOLDER OUT [--pages held|fit]

Roles are not known here; every paragraph is called body.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from repair_truth import HELD_OUT, page_number

from qingyang.lexicon import Words, load_words
from qingyang.repair import repair
from qingyang.text.edit import APPLY_FROM, SURE_FROM, certainty
from qingyang.text.reading import read
from qingyang.text.source import LINE_BREAKS, source_of


def prediction(raw: str, words: Words) -> dict[str, object]:
    """Return one prediction in the benchmark's format."""
    begun = time.perf_counter()
    made = repair(raw, words)
    reading = read(raw, [e for e in made.proposals.edits if e.p >= APPLY_FROM])
    texts = [reading.text[p.start : p.end] for p in reading.passages()]
    return {
        "paragraphs": [{"role": "body", "text": text, "article": 0} for text in texts],
        "boundaries": [boundary(raw, b) for b in made.boundaries],
        "edits": [
            {"rule": e.rule, "raw": [e.start, e.end], "new": e.new, "certainty": certainty(e.p).value}
            for e in made.proposals.edits
        ],
        "seconds": time.perf_counter() - begun,
    }


def boundary(raw: str, b) -> dict[str, object]:
    """Return one decided boundary; it is asked about where neither answer is sure."""
    p = b.p_join if b.joined else 1 - b.p_join
    return {
        "raw": b.start + next(k for k, c in enumerate(raw[b.start : b.end]) if c in LINE_BREAKS),
        "decision": "join" if b.joined else "break",
        "p": p,
        "ask": p < SURE_FROM,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", choices=["all", "fit", "held"], default="all")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    words = load_words(None)
    for path in sorted((args.folder / "raw").glob("*.txt")):
        held = page_number(path.stem) in HELD_OUT
        if args.pages == "all" or held == (args.pages == "held"):
            raw = source_of(path.read_text(encoding="utf-8")).text
            (args.out / f"{path.stem}.json").write_text(
                json.dumps(prediction(raw, words), ensure_ascii=False), encoding="utf-8"
            )


if __name__ == "__main__":
    main()
