"""The tables of the repair in turn: what each reads, against which truth, and how it is fitted and written."""

from __future__ import annotations

import json
import random
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from fitting import Fitted, report
from fitting_chain import Fit, compact, fit_of, mean_of
from fitting_documents import UNKNOWN, Document, thousandths

from qingyang.repair import boundary, evidence, fitted, glued, links, parts

TABLES = Path(fitted.__file__).parent
NAMES = frozenset([
    "end", "start", "kind", "kind_before", "kind_after", "kind_left", "kind_right", "quotes",
    "brackets", "seam", "bond", "loose_before", "loose_after", "indent_after", "blank_after",
    "blank_before", "turn", "distance", "down", "up", "above", "below", "seam_up", "seam_down",
    "seam_back", "seam_on", "bond_next", "bond_last", "role_earlier", "role_before", "role_after", "role_later",
])  # fmt: skip
"""Signs whose codes are names, not amounts."""
REAL, LISTED = 8.0, 3.0
"""What a boundary of a real extractor's benchmark page counts, and one of a list, against one of a made page."""
FEW = 0.3
"""Share of the pairs that do not belong together that is fitted on."""
CHAINS, SHARE = 4, 0.7
"""How many chains are averaged, and on what share of the texts each is fitted."""
REAL_TOLD, ONE_IN = 2, 4
"""How often a raw text of the benchmark counts for a chain; of made pages one in so many is fitted on."""
L1, L2, RARE = 0.5, 0.3, 4
LEAST = 20
"""Thousandths of a nat under which a sign's worth is left out."""


class Stage:
    """One table: which signs it reads, against which truth, and how it is grown."""

    def __init__(self, sizes, rows, truth, rounds, rate, title, base="", few=1.0, told=""):
        self.sizes, self.rows, self.truth, self.base = sizes, rows, truth, base
        self.few, self.told = few, told
        self.rounds, self.rate, self.title = rounds, rate, title

    def fit(self, documents: list[Document]) -> Fitted:
        """Return the table grown on some documents."""
        X = np.concatenate([getattr(d, self.rows) for d in documents])
        y = np.concatenate([getattr(d, self.truth) for d in documents])
        weights = np.concatenate([np.full(len(getattr(d, self.truth)), _weight(d)) for d in documents])
        base = np.concatenate([getattr(d, self.base) for d in documents]) if self.base else None
        kept = y != UNKNOWN
        if self.few < 1:
            kept &= (y == 1) | (np.random.default_rng(7).random(len(y)) < self.few)
            weights = np.where(y == 1, weights, weights / self.few)
        return Fitted(
            self.sizes, NAMES, X[kept], y[kept].astype(bool), weights[kept], self.rounds, self.rate,
            None if base is None else base[kept],
        )  # fmt: skip

    def chances(self, table: Fitted, document: Document) -> np.ndarray:
        """Return the probability of a yes for every row of a document."""
        X = getattr(document, self.rows)
        if not len(X):
            return np.zeros(0)
        return table.predict(X, getattr(document, self.base) if self.base else None)

    def across(self, documents: list[Document], into: str) -> Fitted:
        """Judge every document by a table that has not seen its page; return the table grown on all to fit on."""
        fitted_on = [d for d in documents if not d.held]
        halves = [[d for d in fitted_on if d.page % 2 == half] for half in (0, 1)]
        for half, others in zip(halves, reversed(halves), strict=True):
            table = self.fit(others)
            for document in half:
                setattr(document, into, self.chances(table, document))
        table = self.fit(fitted_on)
        for document in documents:
            if document.held:
                setattr(document, into, self.chances(table, document))
        return table

    def write(self, table: Fitted, path: Path) -> None:
        """Write a table as a module."""
        table.write(path, f"The fitted trees for {self.title}.")

    def tell(self, documents: list[Document], chances: str) -> None:
        """Print how well the pages aside, and those of the other half, were judged."""
        aside, made = [d for d in documents if d.held], [d for d in documents if not d.real]
        for title, some in (("aside", aside), ("made", made)):
            if some:
                print(f"-- {self.title} {title}")
                truth = self.told or self.truth
                y = np.concatenate([getattr(d, truth) for d in some])
                p = np.concatenate([getattr(d, chances) for d in some])
                v = np.concatenate([np.full(len(getattr(d, truth)), d.variant, "U16") for d in some])
                kept = y != UNKNOWN
                report(p[kept], y[kept].astype(bool), v[kept])


def _weight(document: Document) -> float:
    if document.real:
        return REAL
    return document.share if document.roles else LISTED


class Chaining:
    """The table of the chain: fitted several times on parts of the texts, and averaged."""

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds

    def fit(self, documents: list[Document]) -> Fit:
        """Return what signs and sequences are worth, in whole thousandths of a nat."""
        with Pool(2) as pool:
            fits = pool.starmap(_chained, [(documents, self.rounds, seed) for seed in range(CHAINS)], 1)
        return mean_of(fits)

    def across(self, documents: list[Document], into: str) -> Fit:
        """Give every document a table that has not seen its page; return the table fitted on all to fit on."""
        fitted_on = [d for d in documents if not d.held]
        halves = [[d for d in fitted_on if d.page % 2 == half] for half in (0, 1)]
        for half, others in zip(halves, reversed(halves), strict=True):
            self.give(half, self.fit(others), into)
        fit = self.fit(fitted_on)
        self.give([d for d in documents if d.held], fit, into)
        return fit

    def give(self, documents: list[Document], fit: Fit, into: str) -> None:
        """Give documents a table."""
        chain = parts.chain_of(*whole(fit))
        for document in documents:
            setattr(document, into, chain)

    def tell(self, documents: list[Document], chain: str) -> None:
        """Print how many lines of the pages aside are what the chain says they are, by itself."""
        right = many = 0
        for document in (d for d in documents if d.held):
            columns = parts.columns_of(document.lines, document.evidence, thousandths(document.p_near))
            read = getattr(document, chain).read(columns)
            for part, label in zip(read, document.labels_told, strict=True):
                many += bool(label)
                right += parts.ROLES[part.role] == label.removeprefix(parts.GOES_ON)
        print(f"-- the parts of an article aside: {right} of {many} lines")

    def write(self, fit: Fit, path: Path) -> None:
        """Write the table as a module: pure code reads no file."""
        worth, follows = whole(fit)
        signs = ",\n".join(f"{json.dumps(name)}:{compact(values)}" for name, values in worth.items())
        rows = ",\n".join(map(compact, follows))
        path.write_text(
            '"""What signs and sequences of an article\'s parts are worth, in thousandths of a nat. '
            'Written by tests/bench/fit_tables.py; never by hand."""\n\n# ruff: noqa: E501\n# fmt: off\n'
            f'FOLLOWS = """[\n{rows}\n]"""\nWORTH = """{{\n{signs}\n}}"""\n',
            encoding="utf-8",
        )


def _chained(documents: list[Document], rounds: int, seed: int) -> Fit:
    chance = random.Random(seed)
    told = (
        ([[f"{name}={value}" for name, value in zip(document.told, values, strict=True)]
          for values in zip(*document.told.values(), strict=True)],
         document.labels_told, REAL_TOLD if document.real else 1)
        for document in documents
        if document.labels_told and chance.random() < (SHARE if document.real else SHARE / ONE_IN)
    )  # fmt: skip
    return fit_of(told, parts.LABELS, L1, L2, rounds, RARE)


def whole(fit: Fit) -> tuple[dict[str, dict[str, dict[str, int]]], list[list[int]]]:
    """Return a fit in whole numbers, in a fixed order, without what is worth next to nothing."""
    worth = {}
    for name in map(" ".join, parts.SIGNS):
        values = fit.signs.get(name, {})
        kept = {
            value: {label: round(nats) for label, nats in sorted(values[value].items()) if abs(nats) >= LEAST}
            for value in sorted(values, key=int)
        }
        worth[name] = {value: labels for value, labels in kept.items() if labels}
    return worth, [[round(each) for each in row] for row in fit.follows]


def stages(scale: float) -> dict[str, Stage | Chaining]:
    """Return the five tables."""
    rounds = lambda n: round(n * scale)  # noqa: E731
    return {
        "gaps": Stage(glued.SIZES, "gaps", "gap_truth", rounds(150), 0.1, "gutters inside lines"),
        "boundaries": Stage(evidence.SIZES, "near", "near_truth", rounds(800), 0.1, "neighbours"),
        "links": Stage(links.SIZES, "far", "far_truth", rounds(400), 0.1, "lines apart", few=FEW),
        "parts": Chaining(rounds(80)),
        "context": Stage(
            boundary.CONTEXT,
            "context",
            "context_truth",
            rounds(300),
            0.08,
            "doubtful neighbours in context",
            "worth",
            told="near_truth",
        ),
    }
