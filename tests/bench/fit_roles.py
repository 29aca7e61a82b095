"""Fit what signs are worth for roles, in the open: python fit_roles.py TRUTH_FOLDER [MORE …] [--write]

TRUTH_FOLDER is the benchmark, whose held-out pages (see `repair_truth`) are only measured on; MORE are folders of made
pages (see `page_maker`), fitted on as a whole. Over the signs of `qingyang.tagging.signs` of every text (see
`role_tales`) a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) is fitted with L1, several
times on parts of the texts, and averaged. Needs python-crfsuite, which the product does not.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from multiprocessing import Pool
from pathlib import Path

from fitting_chain import Fit, compact, fit_of, mean_of
from repair_truth import HELD_OUT, page_number
from role_tales import Tale, misread, tale_of, varied

from qingyang.chain.sequence import best_sequence
from qingyang.tagging import fitted
from qingyang.tagging.cues import CUES
from qingyang.tagging.signs import SIGNS, Traits, traits_of, windows_of
from qingyang.tagging.weights import ROLES, Weights, weights_of

TABLE = Path(fitted.__file__).parent / "roles.py"
REAL = 2
"""How often a raw text of the benchmark counts, as it is and varied, against one of a made page."""
ONE_IN = 3
"""Of made pages every third is fitted on."""
READERS = frozenset(
    [
        "pymupdf",
        "pdftotext",
        "pdflayout",
        "pdfminer",
        "narrow",
        "flattened",
        "tesseract",
        "rapidocr",
        "scanned",
    ]
)
FITS, SHARE = 6, 0.7
"""How many fits are averaged, and on what share of the texts each is fitted."""
L1, L2, ROUNDS = 1.0, 0.3, 120
RARE = 4
"""A sign seen less often with a role is not asked about."""
LEAST = 20
"""Thousandths of a nat under which a sign's worth is left out."""
TITLE = "What signs are worth for roles, in thousandths of a nat. Written by tests/bench/fit_roles.py; never by hand."


def windows(tale: Tale) -> list[Traits]:
    """Return what the signs look at."""
    traits = [traits_of(block, tale.habit) for block in tale.blocks]
    return windows_of(traits, tale.habit, 0, len(traits), opens=True, ends=True)


def told(window: Traits) -> list[str]:
    """Return the signs of one paragraph as words; a cue's level counts as all levels up to it."""
    found = []
    for name, sign in SIGNS.items():
        value = sign(window)
        if name.rstrip("+-123") in CUES:
            found += [f"{name}={level}" for level in range(1, value + 1)] or (
                [f"{name}=0"] if name in CUES else []
            )
        else:
            found.append(f"{name}={','.join(map(str, value)) if isinstance(value, tuple) else value}")
    return found


def tales_of(folder: Path, real: bool) -> list[Tale]:
    """Return every raw text of a folder."""
    jobs = []
    for truth in sorted((folder / "truth").glob("*.json")):
        for raw in sorted((folder / "raw").glob(f"{truth.stem}.*.txt")):
            if real or (page_number(truth.stem) % ONE_IN == 0 and raw.name.split(".")[1] in READERS):
                jobs.append((truth, raw, real))
    with Pool(2) as pool:
        return [tale for tale in pool.imap(tale_of, jobs, 8) if tale.blocks]


def table_of(fit: Fit) -> tuple[dict[str, dict[str, dict[str, int]]], list[list[int]]]:
    """Return a fit in whole numbers, without what is worth next to nothing."""
    table: dict[str, dict[str, dict[str, int]]] = {}
    for name in (name for name in SIGNS if name in fit.signs):
        values = {
            value: {role: round(worth) for role, worth in roles.items() if abs(worth) >= LEAST}
            for value, roles in fit.signs[name].items()
        }
        if kept := {value: roles for value, roles in values.items() if roles}:
            table[name] = ordered(kept)
    return table, [[round(worth) for worth in row] for row in fit.follows]


def module_of(table, follows) -> str:
    """Return a table as the module the product reads."""
    lines = [f"{json.dumps(name)}:{compact(values)}" for name, values in table.items()]
    return "\n".join(
        (
            f'"""{TITLE}"""',
            "",
            "# ruff: noqa: E501",
            "# fmt: off",
            f"ROLES = ({', '.join(json.dumps(role) for role in ROLES)})",
            'FOLLOWS = """[',
            ",\n".join(map(compact, follows)),
            ']"""',
            'WEIGHTS = """{',
            ",\n".join(lines),
            '}"""',
            "",
        )
    )


def ordered(values: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Return values in the order of their numbers, so that the same fit is the same file."""
    return {
        v: dict(sorted(values[v].items()))
        for v in sorted(values, key=lambda v: [int(n) for n in v.split(",")])
    }


def given_by(weights: Weights, tale: Tale) -> list[str]:
    """Return the roles a table gives."""
    candidates = [list(enumerate(weights.of(window))) for window in windows(tale)]
    return [ROLES[k] for k in best_sequence(candidates, weights.follows, None)]


def tell(weights: Weights, tales: Sequence[Tale], title: str) -> None:
    """Print precision, recall and F1 of every role."""
    right, true, said = Counter(), Counter(), Counter()
    for tale in tales:
        for role, given in zip(tale.roles, given_by(weights, tale), strict=True):
            if role:
                true[role] += 1
                said[given] += 1
                right[role] += role == given
    f1 = {role: 2 * right[role] / (true[role] + said[role]) for role in true}
    print(title)
    for role, count in true.most_common():
        print(
            f"{role:10} {count:6} {right[role] / max(1, said[role]):6.3f} {right[role] / count:6.3f} {f1[role]:6.3f}"
        )
    print(f"macro      {sum(true.values()):6} {'':13} {sum(f1.values()) / len(f1):6.3f}", flush=True)


def fitted_on(job: tuple[list[Tale], int]) -> Fit:
    """Fit on a part of the tales, drawn by a number."""
    tales, seed = job
    chance = random.Random(seed)
    drawn = [tale for tale in tales if chance.random() < SHARE]
    counted = []
    for tale in drawn:
        if tale.real:
            counted.append((tale, REAL))
        other = misread(varied(tale, seed), seed)
        counted.append((other, REAL if tale.real else 1))
    words = (([told(w) for w in windows(tale)], tale.roles, times) for tale, times in counted)
    return fit_of(words, ROLES, L1, L2, ROUNDS, RARE)


def main() -> None:
    """Fit, tell how well, and write the table if asked."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="write the table the product reads")
    args = parser.parse_args()
    real = tales_of(args.folders[0], True)
    tales = [tale for tale in real if tale.page not in HELD_OUT]
    tales += [tale for folder in args.folders[1:] for tale in tales_of(folder, False)]
    held = [tale for tale in real if tale.page in HELD_OUT]
    with Pool(2) as pool:
        fits = pool.map(fitted_on, [(tales, seed) for seed in range(FITS)], 1)
    tell(weights_of(*table_of(fits[0])), held, "one fit, on pages never fitted on")
    table, follows = table_of(mean_of(fits))
    tell(weights_of(table, follows), held, "the mean of all fits, on pages never fitted on")
    if args.write:
        TABLE.write_text(module_of(table, follows), encoding="utf-8")


if __name__ == "__main__":
    main()
