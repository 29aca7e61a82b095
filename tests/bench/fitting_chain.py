"""Fit what signs and sequences of labels are worth, for the tables the product reads. Needs python-crfsuite.

A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), with L1 and L2.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import pycrfsuite


class Fit(NamedTuple):
    """What signs and sequences are worth, in thousandths of a nat."""

    signs: dict[str, dict[str, dict[str, float]]]
    follows: list[list[float]]


def fit_of(
    told: Iterable[tuple[list[list[str]], Sequence[str], int]],
    labels: Sequence[str],
    l1: float,
    l2: float,
    rounds: int,
    rare: int,
) -> Fit:
    """Fit one model on texts told as ``sign=value`` with a label each, each text counted so many times.

    Where nobody can tell the label, it is empty, and the text goes on without that place.
    """
    trainer = pycrfsuite.Trainer(verbose=False)
    for signs, roles, times in told:
        known = [k for k, role in enumerate(roles) if role]
        for _ in range(times):
            trainer.append([signs[k] for k in known], [roles[k] for k in known])
    trainer.set_params(
        {
            "c1": l1,
            "c2": l2,
            "max_iterations": rounds,
            "feature.possible_transitions": True,
            "feature.minfreq": rare,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    worth: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for (sign, label), nats in info.state_features.items():
        name, value = sign.split("=")
        worth[name][value][label] = 1000 * nats
    plain = {name: dict(values) for name, values in worth.items()}
    return Fit(plain, [[1000 * info.transitions.get((a, b), 0) for b in labels] for a in labels])


def mean_of(fits: Sequence[Fit]) -> Fit:
    """Return what several fits say on average: each has seen other pages, so what one alone says is worth little."""
    worth: dict[str, dict[str, dict[str, float]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(float))
    )
    for fit in fits:
        for name, values in fit.signs.items():
            for value, roles in values.items():
                for role, thousandths in roles.items():
                    worth[name][value][role] += thousandths / len(fits)
    follows = [
        [sum(row) / len(fits) for row in zip(*rows, strict=True)]
        for rows in zip(*(f.follows for f in fits), strict=True)
    ]
    return Fit(worth, follows)


def compact(value: object) -> str:
    """Return JSON without spaces."""
    return json.dumps(value, separators=(",", ":"))
