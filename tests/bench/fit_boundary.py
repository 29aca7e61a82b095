"""Fit the table that decides line breaks, in the open: python fit_boundary.py TRUTH_FOLDER --out TABLE.py

Needs scikit-learn and numpy, which the product does not. Trees are grown over groups of at most three signs, then
added up into one small table a group: what the product reads is sums of looked-up numbers, never a tree.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np
from repair_pages import MAKERS, clauses
from repair_truth import HELD_OUT, Truth, page_number, paragraphs_of
from sklearn.ensemble import HistGradientBoostingClassifier

from qingyang.lexicon import load_words
from qingyang.repair.evidence import SIZES, evidence_of
from qingyang.repair.lines import lines_of

LEFT_OUT = ("pdflayout",)
"""Variants whose columns must be cut apart before any line break can be judged."""
UNORDERED = frozenset(
    ("end", "start", "kind_before", "kind_after", "quotes", "brackets", "seam", "indent_after", "blank_after",
     "blank_before")
)  # fmt: skip
"""Signs whose codes are names, not amounts."""
ROUNDS = 6
"""Raw texts made from every page by each maker."""


def rows_of(raw, truth, words):
    """Return the signs and the true decision of every boundary that can be told."""
    lines = lines_of(raw)
    if len(lines) < 2:
        return [], []
    signs = evidence_of(lines, words).signs
    rows, wanted = [], []
    for k, row in enumerate(zip(*signs.values(), strict=True)):
        joined = truth.joined(lines.texts[k], lines.texts[k + 1])
        if joined is not None:
            rows.append(row)
            wanted.append(joined)
    return rows, wanted


def gather(folder: Path):
    """Return signs, decisions, page numbers and variants of everything to fit on and to hold out."""
    words = load_words(None)
    X, y, page, variant = [], [], [], []

    def add(raw, truth, number, name):
        rows, wanted = rows_of(raw, truth, words)
        X.extend(rows)
        y.extend(wanted)
        page.extend([number] * len(rows))
        variant.extend([name] * len(rows))

    for path in sorted((folder / "truth").glob("*.json")):
        paragraphs = paragraphs_of(path)
        truth, number = Truth(paragraphs), page_number(path.stem)
        for raw in sorted((folder / "raw").glob(f"{path.stem}.*.txt")):
            name = raw.name.split(".")[1]
            if name not in LEFT_OUT:
                add(raw.read_text(encoding="utf-8"), truth, number, name)
        chance = random.Random(number)
        for _ in range(ROUNDS):
            for maker in MAKERS:
                add(maker(paragraphs, chance), truth, number, "made_" + maker.__name__)
            for _ in range(3):
                verse, its = clauses(paragraphs, chance)
                add(verse, Truth(its), number, "made_clauses")
    return np.array(X, dtype=np.uint8), np.array(y), np.array(page), np.array(variant)


def ranks_of(X, y):
    """Return for each sign its codes in the order of how often they join, so that one cut parts any of them well."""
    ranks = []
    for j, name in enumerate(SIZES):
        counts = np.bincount(X[:, j], minlength=SIZES[name])
        joins = np.bincount(X[:, j], weights=y, minlength=SIZES[name])
        rate = (joins + 2 * y.mean()) / (counts + 2)
        ordered = name in UNORDERED
        ranks.append(np.argsort(np.argsort(rate, kind="stable")) if ordered else np.arange(SIZES[name]))
    return ranks


def weights_of(variant):
    """Return what each boundary counts for: real pages and cut paragraphs more than made ones."""
    made = np.char.startswith(variant, "made_")
    weights = np.where(made, 0.35, 1.0)
    weights[variant == "made_cut_by_column"] = 1.5
    weights[variant == "synA"] = 2.0
    return weights


def fit(X, y, weights, rounds, rate):
    """Return the fitted trees and the ranks they were fitted on."""
    ranks = ranks_of(X, y)
    model = HistGradientBoostingClassifier(
        max_iter=rounds, max_leaf_nodes=8, learning_rate=rate, l2_regularization=1.0, min_samples_leaf=30,
        early_stopping=False, random_state=1,
    )  # fmt: skip
    model.fit(np.column_stack([r[X[:, j]] for j, r in enumerate(ranks)]), y, sample_weight=weights)
    return model, ranks


def trees_of(model, ranks):
    """Return the trees as nested lists: sign, bits of the codes that go left, left, right; a leaf in thousandths."""
    trees = [round(1000 * float(model._baseline_prediction.ravel()[0]))]

    def walk(nodes, k):
        node = nodes[k]
        if node["is_leaf"]:
            return round(1000 * float(node["value"]))
        sign = int(node["feature_idx"])
        codes = sum(1 << c for c, r in enumerate(ranks[sign]) if r <= node["num_threshold"])
        return [sign, codes, walk(nodes, node["left"]), walk(nodes, node["right"])]

    trees += [walk(predictors[0].nodes, 0) for predictors in model._predictors]
    return trees


def report(p, y, variant, rows):
    """Print F1 of joins and breaks, their mean and the calibration error, by variant."""
    for v in ["real", *sorted(set(variant))]:
        m = rows & (~np.char.startswith(variant, "made_") if v == "real" else variant == v)
        said, true = p[m] >= 0.5, y[m]
        join, stop = f1(said, true), f1(~said, ~true)
        bins = np.minimum((p[m] * 10).astype(int), 9)
        ece = sum(abs(p[m][bins == b].sum() - true[bins == b].sum()) for b in range(10)) / max(1, m.sum())
        print(f"{v:20s} {m.sum():6d} {join:.3f} {stop:.3f} {(join + stop) / 2:.3f}  ece {ece:.3f}")


def f1(said, true):
    """Return the harmonic mean of precision and recall."""
    return 2 * (said & true).sum() / max(1, said.sum() + true.sum())


def write(trees, path: Path):
    """Write the table as a module: pure code reads no file."""
    rows = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    names = ", ".join(f'"{name}"' for name in SIZES)
    path.write_text(
        '"""The fitted trees that decide line breaks. Written by tests/bench/fit_boundary.py; never by hand."""\n\n'
        f'# ruff: noqa: E501\n# fmt: off\nSIGNS = ({names})\nTREES = """[\n{rows}\n]"""\n',
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--rounds", type=int, default=400)
    parser.add_argument("--rate", type=float, default=0.1)
    args = parser.parse_args()
    X, y, page, variant = gather(args.folder)
    held = np.isin(page, list(HELD_OUT))
    model, ranks = fit(X[~held], y[~held], weights_of(variant[~held]), args.rounds, args.rate)
    p = model.predict_proba(np.column_stack([r[X[:, j]] for j, r in enumerate(ranks)]))[:, 1]
    for title, rows in (("fitted on", ~held), ("held out", held)):
        print(f"-- {title}: boundaries, join F1, break F1, mean")
        report(p, y, variant, rows)
    if args.out:
        write(trees_of(model, ranks), args.out)


if __name__ == "__main__":
    main()
