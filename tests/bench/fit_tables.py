"""Fit the tables that repair reads, in the open: python fit_tables.py TRUTH_FOLDER [MORE …] [--write]

TRUTH_FOLDER is the benchmark, whose held-out pages (see `repair_truth`) are only measured on; MORE are folders of made
pages (see `page_maker`), fitted on as a whole. Five tables in turn: gutters inside lines, neighbours, lines apart, the
chain of an article's parts, and neighbours in the light of all. What one table says is read by the next; for that, each
half of the pages is judged by a table fitted on the other half. Needs numpy, lightgbm and python-crfsuite, which the
product does not.
"""

from __future__ import annotations

import argparse
import json
import pickle
import random
import time
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import numpy as np
from fitting import Fitted, report
from fitting_chain import Fit, compact, fit_of, mean_of
from repair_pages import MAKERS, clauses, short_lines
from repair_truth import HELD_OUT, Truth, page_number, paragraphs_of, roles_of

from qingyang.lexicon import load_words
from qingyang.repair import boundary, evidence, fitted, glued, lines, links, parts
from qingyang.text.source import raw_lines

TABLES = Path(fitted.__file__).parent
NAMES = frozenset([
    "end", "start", "kind", "kind_before", "kind_after", "kind_left", "kind_right", "quotes",
    "brackets", "seam", "bond", "loose_before", "loose_after", "indent_after", "blank_after",
    "blank_before", "turn", "distance", "down", "up", "above", "below", "seam_up", "seam_down",
    "seam_back", "seam_on", "bond_next", "bond_last", "role_earlier", "role_before", "role_after", "role_later",
])  # fmt: skip
"""Signs whose codes are names, not amounts."""
REAL = 8.0
"""What a boundary of a real extractor's benchmark page counts, against one of a made page."""
FEW = 0.3
"""Share of the pairs that do not belong together that is fitted on."""
UNKNOWN = 2
CHAINS, SHARE = 4, 0.7
"""How many chains are averaged, and on what share of the texts each is fitted."""
REAL_TOLD, ONE_IN = 2, 4
"""How often a raw text of the benchmark counts for a chain; of made pages one in so many is fitted on."""
L1, L2, RARE = 0.5, 0.3, 4
EXCERPTS, EXCERPT = 4, (3, 24)
"""How many excerpts of a benchmark's text are fitted on, and of how many lines."""
LEAST = 20
"""Thousandths of a nat under which a sign's worth is left out."""


class Document:
    """One raw text with its signs and the truth of each."""

    def __init__(
        self, page: int, variant: str, raw: str, paragraphs: list[str], roles: list[str], real: bool
    ):
        self.page, self.variant, self.raw, self.paragraphs, self.real = page, variant, raw, paragraphs, real
        self.roles = roles
        """Of each paragraph; empty where they are not told."""
        self.held = real and page in HELD_OUT

    def laid(self):
        """Return the raw text and where it stands in the truth."""
        return self.raw, Truth(self.paragraphs).over(self.raw)

    def labels(self) -> list[str]:
        """Return what part of an article each line begins or goes on with; empty where nobody can tell."""
        laid, made = self.laid()[1], self.lines
        joins = [False, *(self.near_truth == 1)]
        owners = [laid.owner(a, b) for a, b in zip(made.starts, made.ends, strict=True)]
        labels = []
        for k, owner in enumerate(owners):
            role = "" if owner is None else self.roles[owner]
            role = PARTS.get(role, role)
            on = joins[k] and owners[k - 1] == owner and parts.GOES_ON + role in parts.LABELS
            labels.append(parts.GOES_ON + role if on else role)
        return labels


PARTS = {"answer": "body", "table": "body"}
"""True roles that are another part of an article to the chain."""


def documents_of(folder: Path, real: bool) -> Iterator[Document]:
    """Yield every raw text of a folder; for made pages also raw texts no page would give, verse among them."""
    for truth in sorted((folder / "truth").glob("*.json")):
        page, paragraphs, roles = page_number(truth.stem), paragraphs_of(truth), roles_of(truth)
        chance = random.Random(truth.stem)
        for path in sorted((folder / "raw").glob(f"{truth.stem}.*.txt")):
            raw, variant = path.read_text(encoding="utf-8"), path.name.split(".")[1]
            yield Document(page, variant, raw, paragraphs, roles, real)
            if page in HELD_OUT and real:
                continue
            for text in excerpts(raw, chance, EXCERPTS if real else 1):
                yield Document(page, "excerpt", text, paragraphs, roles, False)
        if real:
            continue
        for maker in MAKERS:
            yield Document(page, maker.__name__, maker(paragraphs, chance), paragraphs, roles, real)
        for maker in (clauses, short_lines, short_lines):
            text, its_lines = maker(paragraphs, chance, words())
            yield Document(page, maker.__name__, text, its_lines, [], real)


def excerpts(text: str, chance: random.Random, many: int) -> Iterator[str]:
    """Yield a few lines of a page at a time: what an editor pastes, too short to have habits of its own."""
    found = text.split("\n")
    for _ in range(many):
        size = chance.randint(*EXCERPT)
        first = chance.randrange(max(1, len(found) - size))
        yield "\n".join(found[first : first + size]) + "\n"


def answers(found) -> np.ndarray:
    """Return true, false and unknown as numbers."""
    return np.array([UNKNOWN if each is None else int(each) for each in found], np.uint8)


def signs(table) -> np.ndarray:
    """Return the rows of a table of signs."""
    return np.array(list(zip(*table.values(), strict=True)), np.uint8).reshape(-1, len(table))


_WORDS = []


def words():
    """Return this process's dictionary."""
    if not _WORDS:
        _WORDS.append(load_words(None))
    return _WORDS[0]


def with_gaps(document: Document) -> Document:
    """Add the signs of every gap inside a line."""
    raw, laid = document.laid()
    whole = lines.uncut(raw)
    gaps = glued.gaps_of(whole.texts)
    document.gaps = signs(glued.signs_of(whole.texts, gaps, words()))
    at = whole.starts
    joined = [laid.joined(at[g.line] + g.left[1], at[g.line] + g.right[0]) for g in gaps]
    document.gap_truth = answers(None if each is None else not each for each in joined)
    return document


def with_neighbours(document: Document) -> Document:
    """Add the lines, cut at their gutters, and the signs of every boundary."""
    raw, laid = document.laid()
    document.lines = lines.lines_of(raw, words())
    document.evidence = evidence.evidence_of(document.lines, words())
    document.near = signs(document.evidence.signs)
    ends, starts = document.lines.ends, document.lines.starts
    document.near_truth = answers(map(laid.joined, ends, starts[1:]))
    return document


def with_pairs(document: Document) -> Document:
    """Add the signs of every pair of lines apart; needs ``p_near``."""
    _, laid = document.laid()
    made, chances = document.lines, [float(p) for p in document.p_near]
    document.pairs = links.pairs_of(made, document.evidence, chances, words())
    document.far = signs(links.signs_of(made, document.evidence, chances, document.pairs, words()))
    document.far_truth = answers(laid.joined(made.ends[i], made.starts[j]) for i, j in document.pairs)
    return document


def thousandths(chances: np.ndarray) -> list[int]:
    """Return probabilities as the product keeps them, in thousandths of a logit."""
    clipped = np.clip(chances, 1e-6, 1 - 1e-6)
    return [round(1000 * worth) for worth in np.log(clipped / (1 - clipped))]


def with_labels(document: Document) -> Document:
    """Add what is seen of each line and what part of an article it is; needs ``p_near``."""
    columns = parts.columns_of(document.lines, document.evidence, thousandths(document.p_near))
    document.told = {" ".join(sign): parts.codes(columns, sign) for sign in parts.SIGNS}
    document.labels_told = document.labels() if document.roles else []
    return document


def with_context(document: Document) -> Document:
    """Add what the last table reads, of the boundaries in doubt; needs ``p_near``, ``p_far`` and ``chain``."""
    worths = thousandths(document.p_near)
    unsure = boundary.unsure_of(worths)
    rivals = boundary.rivals_of(len(document.lines), document.pairs, [float(p) for p in document.p_far])
    told = boundary.context_of([float(p) for p in document.p_near], *rivals)
    known = parts.context_of(document.lines, document.evidence, worths, unsure, document.chain)
    rows = np.column_stack([document.near, *(np.frombuffer(sign, np.uint8) for sign in told)])[unsure]
    document.context = np.column_stack([rows, *(np.frombuffer(sign, np.uint8) for sign in known)])
    document.context_truth = document.near_truth[unsure]
    document.worth = np.array([worths[k] for k in unsure]) / 1000
    document.unsure = unsure
    return document


def mapped(step, documents: list[Document]) -> list[Document]:
    """Return documents with a step done, in two processes."""
    with Pool(2) as pool:
        return list(pool.imap(step, documents, 8))


class Stage:
    """One table: which signs it reads, against which truth, and how it is grown."""

    def __init__(self, sizes, rows, truth, rounds, rate, title, base="", few=1.0, told=""):
        self.sizes, self.rows, self.truth, self.base, self.few, self.told = (
            sizes,
            rows,
            truth,
            base,
            few,
            told,
        )
        self.rounds, self.rate, self.title = rounds, rate, title

    def fit(self, documents: list[Document]) -> Fitted:
        """Return the table grown on some documents."""
        X = np.concatenate([getattr(d, self.rows) for d in documents])
        y = np.concatenate([getattr(d, self.truth) for d in documents])
        weights = np.concatenate(
            [np.full(len(getattr(d, self.truth)), REAL if d.real else 1.0) for d in documents]
        )
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("more", type=Path, nargs="*")
    parser.add_argument(
        "--read-again", type=Path, help="the pages to fit on, by other readers (see page_reader)"
    )
    parser.add_argument("--write", action="store_true", help="write the tables into the program")
    parser.add_argument("--scale", type=float, default=1.0, help="how many trees, against the usual number")
    parser.add_argument("--keep", type=Path, help="write the documents with what was judged to this file")
    args = parser.parse_args()
    real = [folder for folder in (args.folder, args.read_again) if folder]
    found = [each for folder in (*real, *args.more) for each in documents_of(folder, folder in real)]
    documents = [each for each in found if len(raw_lines(each.raw)) > 1]
    begun = time.monotonic()
    steps = {
        "gaps": (with_gaps, "p_gap"), "boundaries": (with_neighbours, "p_near"), "links": (with_pairs, "p_far"),
        "parts": (with_labels, "chain"), "context": (with_context, "p_all"),
    }  # fmt: skip
    for name, stage in stages(args.scale).items():
        step, into = steps[name]
        documents = mapped(step, documents)
        table = stage.across(documents, into)
        if name == "context":
            whole_again(documents)
        stage.tell(documents, into)
        print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)
        if args.write:
            stage.write(table, TABLES / f"{name}.py")
    if args.keep:
        args.keep.write_bytes(pickle.dumps(documents))


def whole_again(documents: list[Document]) -> None:
    """Let ``p_all`` tell of every boundary: of those in doubt what the last table says, of the others the first."""
    for document in documents:
        p = document.p_near.copy()
        p[document.unsure] = document.p_all
        document.p_all = p


if __name__ == "__main__":
    main()
