"""What a repair is measured by, each as a share of two sums that add up over files.

A `Case` holds one raw text, the truth of its page and what the repair makes of it, laid over one another.
Newspapers count decisions: every run of line breaks between two visible characters is a join (they follow one another
in one true paragraph) or a break; every paragraph is right in text, or in extent where the reader misread characters.

A measure that searches the repaired text for the raw one has to guess where a short string went that stands there
twice; this one is told. On the 342 raw texts of the development pages, against the shared measure by strings:

- Damage is counted, not estimated: 6 characters instead of 23 with -layout, 14 instead of 30 by tesseract, 0 as before
  elsewhere. The others (年味十足。 at the foot of a column that was moved) stand in the repaired text as they were.
- ``far``, ``split``, and on -layout ``join``, ``pSpan`` and ``spRm`` part by up to .007 because a search that takes one
  repeat for the other in the truth does so in the repaired text too, and calls it right. Raw texts of which nothing is
  glued or moved show it: narrow columns have 0 far joins and glued lines here, 1 there; flattened text 2, 5 there;
  pymupdf 5 glued lines, 11 there; pdfminer 60, 85 there. -layout has some 210 joins: one decision is .002 of their F1.
- More raw characters find their place (pdflayout 86,787 right ones instead of 86,681; tesseract 18 fewer far joins),
  which by tesseract lifts ``spR`` from .920 to .937 and ``pwFix`` from .733 to .749.
- A boundary is judged by what the repaired text shows, effort by what the repair says of it, as there.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean
from typing import NamedTuple

from repair_truth import ACROSS, NOWHERE, Repaired, Truth, Visible

FLOW = frozenset(
    ["kicker", "headline", "deck", "byline", "body", "lede", "subhead", "question", "answer", "source"]
)
"""Roles whose paragraphs are read one after the other; pictures and people may stand anywhere in their article."""
PUNCTUATION = frozenset("，：；？！（）“”‘’,:;?!()\"'.%")
"""Marks that extractors flatten or readers misread."""
COUNTS_AS = dict.fromkeys(
    ["lede", "dateline", "editor_note", "summary", "quote", "pull_quote", "end_note"], "body"
)
COUNTS_AS |= {"column_title": "kicker"}
"""Roles finer than those of the truth."""
NOBODY = -1
"""The article of what belongs to none: folios and notices."""
SLACK = 0.02
"""Share of a paragraph's characters, but at least one, that may be missing or out of place in its extent."""


class TrueParagraph(NamedTuple):
    """One paragraph of a truth file."""

    text: str
    role: str
    article: int
    """`NOBODY` for furniture."""
    free: bool = False
    """Its place in its article says nothing."""


class Judged(NamedTuple):
    """One boundary the truth knows, as the repair decided it."""

    p: float
    wrong: bool
    asked: bool


UNTOLD = Judged(0.0, True, False)
"""A boundary the repair says nothing of."""


class Said(NamedTuple):
    """What a repair says of one boundary."""

    join: bool
    p: float
    """Probability that this is right."""
    asked: bool


class Made(NamedTuple):
    """What a repair says beside its text."""

    roles: Sequence[str]
    """Of each paragraph."""
    boundaries: Mapping[int, Said]
    """By raw offset of the first line break."""
    flags: Sequence[tuple[int, int]]
    """Raw spans that want a person's eye."""


class Case:
    """A raw text, its truth and its repair, and where the characters of each stand in the others."""

    def __init__(self, raw: str, true: Sequence[TrueParagraph], repaired: Repaired, made: Made) -> None:
        self.true, self.made = true, made
        self.raw = Visible([raw])
        self.truth = Truth([p.text for p in true])
        self.repaired = repaired
        self.over = self.truth.over(raw)
        self.under = repaired.under()
        self.raw_to_truth, self.raw_to_repair = self.over.places, self.under.places
        self.truth_to_raw = inverse(self.raw_to_truth, len(self.truth))
        self.truth_to_repair = through(self.truth_to_raw, self.raw_to_repair)
        self.repair_to_truth = inverse(self.truth_to_repair, len(repaired))
        self.held = self._held()
        """For each repaired paragraph, how many characters of which true paragraphs it holds."""
        self.home: dict[int, tuple[int, int]] = {}
        """For each true paragraph the repaired one that holds most of it, and how many characters."""
        for k, counts in self.held.items():
            for true_k, count in counts.items():
                if count > self.home.get(true_k, (0, 0))[1]:
                    self.home[true_k] = (k, count)

    def _held(self) -> dict[int, Counter[int]]:
        held: dict[int, Counter[int]] = defaultdict(Counter)
        for k, place in enumerate(self.repair_to_truth):
            if place != NOWHERE:
                held[self.repaired.owner[k]][self.truth.owner[place]] += 1
        return held

    def in_raw(self, paragraph: int) -> int:
        """Return how many characters of a true paragraph stand in the raw text."""
        return sum(self.truth_to_raw[k] != NOWHERE for k in range(*self.truth.spans[paragraph]))

    def flow(self, paragraph: int) -> bool:
        """Say whether a true paragraph is read in its article's order."""
        return self.true[paragraph].role in FLOW and not self.true[paragraph].free

    def goes_on(self, u: int) -> bool:
        """Say whether true neighbours, ``u`` and the next one, follow one another in the repaired text."""
        a, b = self.truth_to_repair[u], self.truth_to_repair[u + 1]
        return NOWHERE not in (a, b) and self.repaired.goes_on(a, b)

    def neighbours(self) -> Iterator[int]:
        """Yield the first of every two true neighbours of one paragraph that both stand in the raw text."""
        owner, raw = self.truth.owner, self.truth_to_raw
        for u in range(len(owner) - 1):
            if owner[u] == owner[u + 1] and NOWHERE not in (raw[u], raw[u + 1]):
                yield u


def inverse(places: Sequence[int], size: int) -> list[int]:
    """Return for each of ``size`` places who stands there."""
    found = [NOWHERE] * size
    for k, place in enumerate(places):
        if place != NOWHERE:
            found[place] = k
    return found


def through(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """Return one map after another."""
    return [NOWHERE if place == NOWHERE else second[place] for place in first]


@dataclass
class Tally:
    """Sums over files."""

    hits: Counter[str] = field(default_factory=Counter)
    of: Counter[str] = field(default_factory=Counter)
    judged: list[Judged] = field(default_factory=list)
    characters: int = 0
    files: int = 0

    def add(self, name: str, hits: float, of: float = 1) -> None:
        """Add to a share."""
        self.hits[name] += hits
        self.of[name] += of

    def agree(self, name: str, made: bool, true: bool) -> None:
        """Add to an F1: two times both, of the ones made and the ones true."""
        self.add(name, 2 * (made and true), made + true)

    def take_in(self, other: Tally) -> None:
        """Add the sums of another."""
        self.hits.update(other.hits)
        self.of.update(other.of)
        self.judged += other.judged
        self.characters += other.characters
        self.files += other.files

    def share(self, name: str) -> float | None:
        """Return a share, None where there was nothing to count."""
        return self.hits[name] / self.of[name] if self.of[name] else None


def tally_of(case: Case) -> Tally:
    """Return every measure of one case."""
    sums = Tally(files=1, characters=len(case.raw))
    for measure in MEASURES:
        measure(case, sums)
    return sums


def boundaries(case: Case, sums: Tally) -> None:
    """``join``, ``break``: F1 of the line breaks of the raw text, as the repaired text has them.

    Effort: the same line breaks as the repair says it decided them; ``none`` where it says nothing.
    """
    for k, offset in case.raw.broken.items():
        true = case.over.goes_on(k - 1, k)
        if true is None:
            continue
        made = bool(case.under.goes_on(k - 1, k))
        sums.agree("join", made, true)
        sums.agree("break", not made, not true)
        said = case.made.boundaries.get(offset)
        sums.hits["none"] += said is None
        sums.judged.append(Judged(said.p, said.join != true, said.asked) if said else UNTOLD)


def distance(case: Case, sums: Tally) -> None:
    """``far``: true neighbours that are none in the raw text and have been brought together."""
    for u in case.neighbours():
        if not 0 < case.truth_to_raw[u + 1] - case.truth_to_raw[u] <= ACROSS:
            sums.add("far", case.goes_on(u))


def glued(case: Case, sums: Tally) -> None:
    """``split``: raw neighbours on one line that belong to two paragraphs and have been parted."""
    truth, made = case.raw_to_truth, case.raw_to_repair
    for k in range(1, len(case.raw)):
        if k in case.raw.broken or NOWHERE in (truth[k - 1], truth[k], made[k - 1], made[k]):
            continue
        if case.truth.owner[truth[k - 1]] != case.truth.owner[truth[k]]:
            sums.add("split", case.repaired.owner[made[k - 1]] != case.repaired.owner[made[k]])


def paragraphs(case: Case, sums: Tally) -> None:
    """``pEx``: F1 of whole paragraphs, white space and width aside; ``pSpan``: F1 of their extents."""
    true, made = (
        Counter(text.text[a:b] for a, b in text.spans if b > a) for text in (case.truth, case.repaired)
    )
    sums.add("pEx", 2 * (true & made).total(), true.total() + made.total())
    there = [k for k in range(len(case.true)) if case.in_raw(k)]
    right = sum(_extent(case, k) for k in there)
    sums.add("pSpan", 2 * right, len(there) + len(case.held))


def _extent(case: Case, paragraph: int) -> bool:
    """Say whether one repaired paragraph holds a true one, in order and all but a few characters, and little else."""
    if paragraph not in case.home:
        return False
    made, held = case.home[paragraph]
    wanted = case.in_raw(paragraph)
    if held < wanted - max(1, SLACK * wanted) or case.held[made].total() - held > 1:
        return False
    places = [p for p in case.repair_to_truth[slice(*case.repaired.spans[made])] if p != NOWHERE]
    return sum(a < b for a, b in pairwise(places)) >= (1 - SLACK) * (len(places) - 1)


def spaces(case: Case, sums: Tally) -> None:
    """``spP``, ``spR``: spaces that mean something, kept; ``spRm``: raw spaces that mean nothing, removed."""
    for u in case.neighbours():
        a, b = case.truth_to_repair[u], case.truth_to_repair[u + 1]
        side_by_side = a != NOWHERE and b == a + 1 and case.repaired.goes_on(a, b)
        true, made = u + 1 in case.truth.spaced, side_by_side and b in case.repaired.spaced
        if true:
            sums.add("spR", made)
        if made:
            sums.add("spP", true)
        raw = case.truth_to_raw[u + 1]
        in_line = raw in case.raw.spaced and raw not in case.raw.broken
        if not true and in_line and raw == case.truth_to_raw[u] + 1:
            sums.add("spRm", side_by_side and not made)


def punctuation(case: Case, sums: Tally) -> None:
    """``pwFix``: marks wrong in the raw text and right now; ``pwKeep``: those that were right and still are."""
    for u, mark in enumerate(case.truth.chars):
        raw, made = case.truth_to_raw[u], case.truth_to_repair[u]
        if mark in PUNCTUATION and raw != NOWHERE:
            name = "pwKeep" if case.raw.chars[raw] == mark else "pwFix"
            sums.add(name, made != NOWHERE and case.repaired.chars[made] == mark)


def damage(case: Case, sums: Tally) -> None:
    """``dmgC``: right raw characters lost or changed; ``dmgA``: right neighbours parted. Counted, not estimated.

    Neighbours are two right characters side by side in both raw text and truth, no white space between them in either.
    """
    raw, truth, repaired = case.raw, case.truth, case.repaired
    right = [p != NOWHERE and truth.chars[p] == c for p, c in zip(case.raw_to_truth, raw.chars, strict=True)]
    for k, made in enumerate(case.raw_to_repair):
        if not right[k]:
            continue
        sums.add("dmgC", made == NOWHERE or repaired.chars[made] != raw.chars[k])
        true, after = case.raw_to_truth[k], k + 1
        if after == len(raw) or not right[after] or case.raw_to_truth[after] != true + 1:
            continue
        if (
            truth.owner[true] == truth.owner[true + 1]
            and after not in raw.spaced
            and true + 1 not in truth.spaced
        ):
            still = (
                made != NOWHERE and case.raw_to_repair[after] == made + 1 and made + 1 not in repaired.spaced
            )
            sums.add("dmgA", not (still and repaired.goes_on(made, made + 1)))


def roles(case: Case, sums: Tally) -> None:
    """Recall of each true role over true paragraphs, precision of each role over repaired ones."""
    said = [COUNTS_AS.get(role, role) for role in case.made.roles]
    for k, paragraph in enumerate(case.true):
        if case.in_raw(k):
            home = case.home.get(k)
            sums.add(f"recall {paragraph.role}", home is not None and said[home[0]] == paragraph.role)
    for k, counts in case.held.items():
        sums.add(f"precision {said[k]}", said[k] == case.true[_chief(counts)].role)


def _chief(counts: Counter[int]) -> int:
    """Return the true paragraph that a repaired one holds most of."""
    return counts.most_common(1)[0][0]


def order(case: Case, sums: Tally) -> None:
    """``tauP``: Kendall's tau of paragraphs in each article; ``tauA``: of articles; ``ctg``: articles a run of one."""
    stands: dict[int, dict[int, int]] = defaultdict(dict)
    for k, paragraph in enumerate(case.true):
        places = sorted(p for p in case.truth_to_repair[slice(*case.truth.spans[k])] if p != NOWHERE)
        if places and case.flow(k) and paragraph.article != NOBODY:
            stands[paragraph.article][k] = places[len(places) // 2]
    for places_of in stands.values():
        _add_tau(sums, "tauP", list(places_of.values()))
    _add_tau(sums, "tauA", [sorted(found.values())[len(found) // 2] for _, found in sorted(stands.items())])
    chiefs = [case.true[_chief(case.held[k])] for k in sorted(case.held)]
    seen = [p.article for p in chiefs if p.article != NOBODY and p.role in FLOW]
    if seen:
        sums.add("ctg", len(set(seen)) / (1 + sum(a != b for a, b in pairwise(seen))))


def _add_tau(sums: Tally, name: str, places: Sequence[int]) -> None:
    pairs = [(a, b) for k, a in enumerate(places) for b in places[k + 1 :]]
    if pairs:
        sums.add(name, fmean(1 if a < b else -1 for a, b in pairs))


def flags(case: Case, sums: Tally) -> None:
    """``flP``, ``flR``: characters flagged, against those that are not what the truth says."""
    made, truth, numbers = case.repaired, case.truth, case.under.numbers
    wrong = {k for k, p in enumerate(case.repair_to_truth) if p != NOWHERE and made.text[k] != truth.text[p]}
    spans = [(numbers[start], numbers[end]) for start, end in case.made.flags]
    flagged = {case.raw_to_repair[k] for span in spans for k in range(*span)} - {NOWHERE}
    sums.add("flP", len(wrong & flagged), len(flagged))
    sums.add("flR", len(wrong & flagged), len(wrong))


MEASURES = (
    boundaries, distance, glued, paragraphs, spaces, punctuation, damage, roles, order, flags,
)  # fmt: skip
