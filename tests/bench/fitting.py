"""Grow small trees over coded signs and write them as the tables the product reads. Needs numpy and lightgbm.

Every sign is a small number; its codes are ranked by how often they go with a yes, so that one cut parts any of them
well. A tree has at most eight leaves: the product reads one byte a tree (see `qingyang.repair.forest`).
"""

from __future__ import annotations

import json
from pathlib import Path

import lightgbm
import numpy as np

LEAVES = 8


class Fitted:
    """Trees and the ranks of codes they were grown on."""

    def __init__(self, sizes: dict[str, int], names: frozenset[str], X, y, weights, rounds, rate, base=None):
        self.sizes = sizes
        self.ranks = [
            self._ranks(X[:, j], y, weights, size, name in names)
            for j, (name, size) in enumerate(sizes.items())
        ]
        # What an earlier table says already is where these trees begin.
        data = lightgbm.Dataset(self._ranked(X), y, weight=weights, init_score=base)
        self.model = lightgbm.train(
            {
                "objective": "binary", "num_leaves": LEAVES, "learning_rate": rate, "lambda_l2": 2.0,
                "min_data_in_leaf": 40, "max_bin": 63, "verbose": -1, "seed": 1, "deterministic": True,
                "force_col_wise": True, "feature_fraction": 0.7, "bagging_fraction": 0.7, "bagging_freq": 1,
                "num_threads": 2,
            },
            data, rounds,
        )  # fmt: skip

    @staticmethod
    def _ranks(codes, y, weights, size, unordered):
        if not unordered:
            return np.arange(size)
        total = np.bincount(codes, weights=weights, minlength=size)
        yes = np.bincount(codes, weights=weights * y, minlength=size)
        base = (weights * y).sum() / weights.sum()
        return np.argsort(np.argsort((yes + 5 * base) / (total + 5), kind="stable"))

    def _ranked(self, X):
        return np.column_stack([r[X[:, j]] for j, r in enumerate(self.ranks)])

    def predict(self, X, base=None):
        """Return the probability of a yes for every row."""
        worth = self.model.predict(self._ranked(X), raw_score=True)
        return 1 / (1 + np.exp(-(worth if base is None else worth + base)))

    def trees(self) -> list:
        """Return the trees as nested lists; a leaf is in thousandths of a logit."""
        return [self._walk(t["tree_structure"]) for t in self.model.dump_model()["tree_info"]]

    def _walk(self, node):
        if "leaf_value" in node and "split_feature" not in node:
            return round(1000 * node["leaf_value"])
        sign = node["split_feature"]
        codes = sum(1 << c for c, r in enumerate(self.ranks[sign]) if r <= node["threshold"])
        return [sign, codes, self._walk(node["left_child"]), self._walk(node["right_child"])]

    def write(self, path: Path, title: str) -> None:
        """Write the table as a module: pure code reads no file."""
        rows = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in self.trees())
        names = ", ".join(f'"{name}"' for name in self.sizes)
        path.write_text(
            f'"""{title} Written by tests/bench/fit_tables.py; never by hand."""\n\n'
            f'# ruff: noqa: E501\n# fmt: off\nSIGNS = ({names})\nTREES = """[\n{rows}\n]"""\n',
            encoding="utf-8",
        )


def report(p, y, variant) -> None:
    """Print how many, F1 of yes and no, their mean, and the calibration error, by variant."""
    for v in ["all", *sorted(set(variant))]:
        m = slice(None) if v == "all" else variant == v
        q, t = p[m], y[m]
        said = q >= 0.5
        yes, no = f1(said, t), f1(~said, ~t)
        sure = np.maximum(q, 1 - q)
        right = said == t
        bins = np.minimum((sure * 10).astype(int), 9)
        ece = sum(abs(sure[bins == b].sum() - right[bins == b].sum()) for b in range(10)) / max(1, len(q))
        print(
            f"{v:22s} {len(q):7d} yes {t.mean():.3f}  {yes:.3f} {no:.3f} {(yes + no) / 2:.4f}  ece {ece:.4f}"
        )


def f1(said, true):
    """Return the harmonic mean of precision and recall."""
    return 2 * (said & true).sum() / max(1, said.sum() + true.sum())
