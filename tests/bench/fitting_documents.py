"""The raw texts that the tables of the repair are fitted on, each with its signs and with what is true.

What one table says is read by the next: ``with_…`` add to a text, in this order, what its table reads.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path

import numpy as np
import repair_lists
import repair_pages
from repair_truth import HELD_OUT, Truth, page_number, paragraphs_of, roles_of

from qingyang.lexicon import load_words
from qingyang.repair import boundary, evidence, furniture, glued, lines, links, parts

UNKNOWN = 2
"""In a column of truths: nobody can tell."""
LISTS = 2
"""How many of each kind of list are made from a made page."""
EXCERPTS, EXCERPT = 4, (3, 24)
"""How many excerpts of a benchmark's text are fitted on, and of how many lines."""
OFFICE = 0.5
"""What a page that an office program set counts, against one made like a newspaper's."""


class Document:
    """One raw text with its signs and the truth of each."""

    def __init__(
        self, page: int, variant: str, raw: str, paragraphs: list[str], roles: list[str], real: bool,
        share: float = 1.0,
    ):  # fmt: skip
        self.page, self.variant, self.raw, self.paragraphs, self.real = page, variant, raw, paragraphs, real
        self.roles = roles
        """Of each paragraph; empty where they are not told."""
        self.held = real and page in HELD_OUT
        self.share = share
        """What it counts, against others of its kind."""

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


def office_documents_of(folder: Path) -> Iterator[Document]:
    """Yield every raw text of a folder of pages that office programs set (see `page_maker_programs`)."""
    for truth in sorted((folder / "truth").glob("*.json")):
        page, paragraphs, roles = page_number(truth.stem), paragraphs_of(truth), roles_of(truth)
        for path in sorted((folder / "raw").glob(f"{truth.stem}.*.txt")):
            raw, variant = path.read_text(encoding="utf-8"), path.name.split(".")[1]
            yield Document(page, variant, raw, paragraphs, roles, False, OFFICE)


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
        for maker in repair_pages.MAKERS:
            text = maker(paragraphs, chance)
            yield Document(page, maker.__name__, text, paragraphs, roles, real)
            yield from (
                Document(page, "excerpt", each, paragraphs, roles, real) for each in excerpts(text, chance, 1)
            )
        for lister in repair_lists.MAKERS * LISTS:
            its_lines = lister(paragraphs, chance, words())
            text = chance.choice(("\n", "\n", "\n\n")).join(its_lines)
            yield Document(page, lister.__name__, text, its_lines, [], real)


def excerpts(text: str, chance: random.Random, many: int) -> Iterator[str]:
    """Yield a few lines of a page at a time: too short to have habits of their own."""
    return (repair_pages.excerpt(text, chance, chance.randint(*EXCERPT)) for _ in range(many))


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
    document.lines = furniture.parted(lines.lines_of(raw, words()))[0]
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
