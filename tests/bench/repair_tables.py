"""Repair every raw text of a truth folder and print how well: python repair_tables.py TRUTH_FOLDER [options]

TRUTH_FOLDER/raw/PAGE.VARIANT.txt is repaired as `qingyang repair` does it, moves in force and roles told, and measured
against TRUTH_FOLDER/truth/PAGE.VARIANT.json or, where there is none, PAGE.json. Four tables, a line a variant and a
line a group of variants: line breaks and paragraphs; what happens inside them; roles; what a reviewer must look at.
With --speed (no folder needed): characters a second and bytes a character, see `repair_speed`.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import repair_speed
from repair_measures import NOBODY, Case, Judged, Made, Said, Tally, TrueParagraph, tally_of
from repair_truth import PAGES, Repaired, among

from qingyang.ingest import read_source
from qingyang.lexicon import Lexicon, load_scripts, load_words
from qingyang.services.repairing import repaired
from qingyang.text.edit import Boundary
from qingyang.text.source import BREAK, Source

PDF = ("pdftotext", "pypdfium2", "pdfminer", "pymupdf", "pypdf")
LAYOUT = ("pdflayout",)
CORRUPTIONS = ("synA", "synB", "synC")
GROUPS: Mapping[str, tuple[str, ...]] = {
    "PDF without -layout": PDF,
    "-layout": LAYOUT,
    "corruptions": CORRUPTIONS,
    "OCR": ("tesseract", "rapidocr"),
    "PDF and corruptions": (*PDF, *LAYOUT, *CORRUPTIONS),
    "pypdfium2, pymupdf": ("pypdfium2", "pymupdf"),
    "pdftotext, pdfminer": ("pdftotext", "pdfminer"),
}
"""The lines of the tables that stand for several variants."""


class Column(NamedTuple):
    """One figure of a table, for the sums of any files."""

    title: str
    of: Callable[[Tally], float | None]
    form: str = "7.3f"


def share(name: str, times: float = 1, form: str = "7.3f") -> Column:
    """Return a column that is one share."""
    return Column(name, lambda sums: None if sums.share(name) is None else times * sums.share(name), form)


def mean(title: str, *names: str) -> Column:
    """Return a column that is the mean of shares."""

    def of(sums: Tally) -> float | None:
        found = [each for name in names if (each := sums.share(name)) is not None]
        return fmean(found) if found else None

    return Column(title, of)


def role_f1(sums: Tally, role: str) -> float:
    """Return the F1 of one role, from the recall of true paragraphs and the precision of repaired ones."""
    recall, precision = (sums.share(f"{name} {role}") or 0.0 for name in ("recall", "precision"))
    return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def roles_in(sums: Tally) -> list[str]:
    """Return the true roles, the most frequent first."""
    found = {
        name.removeprefix("recall "): count for name, count in sums.of.items() if name.startswith("recall ")
    }
    return sorted(found, key=lambda role: (-found[role], role))


def role_mean(sums: Tally) -> float | None:
    """Return the mean F1 over the true roles."""
    found = [role_f1(sums, role) for role in roles_in(sums)]
    return fmean(found) if found else None


def per(name: Callable[[Sequence[Judged]], float], amount: Callable[[Tally], float], times: float):
    """Return a figure of what was judged, for every so many of something."""
    return lambda sums: times * name(sums.judged) / max(1, amount(sums))


def errors(judged: Sequence[Judged]) -> int:
    """Return how many decisions are wrong."""
    return sum(each.wrong for each in judged)


def asked(judged: Sequence[Judged]) -> int:
    """Return how many stand in the queue."""
    return sum(each.asked for each in judged)


def left(judged: Sequence[Judged]) -> int:
    """Return how many are wrong and not in the queue."""
    return sum(each.wrong and not each.asked for each in judged)


def caught(sums: Tally) -> float:
    """Return the share of wrong decisions that stand in the queue."""
    wrong = errors(sums.judged)
    return 1 - left(sums.judged) / wrong if wrong else 1.0


def v95(sums: Tally) -> float:
    """Return the share of boundaries to be visited, least certain first, to meet 95 % of the wrong ones."""
    ranks = [k for k, each in enumerate(sorted(sums.judged), 1) if each.wrong]
    needed = -(-95 * len(ranks) // 100)
    return ranks[needed - 1] / len(sums.judged) if ranks else 0.0


def ece(sums: Tally) -> float:
    """Return how far the probabilities given are from the shares that are right, over ten equal bins."""
    bins: dict[int, list[Judged]] = defaultdict(list)
    for each in sums.judged:
        bins[min(9, int(10 * each.p))].append(each)
    off = (abs(sum(each.p - (not each.wrong) for each in some)) for some in bins.values())
    return sum(off) / max(1, len(sums.judged))


def characters(sums: Tally) -> int:
    return sums.characters


def decisions(sums: Tally) -> int:
    return len(sums.judged)


TABLES: Mapping[str, tuple[Column, ...]] = {
    "Line breaks, paragraphs, order": (
        Column("files", lambda sums: sums.files, "7d"),
        *map(share, ("join", "break")),
        mean("mean", "join", "break"),
        *map(share, ("far", "split", "pEx", "pSpan", "ctg", "tauP", "tauA")),
    ),
    "Spaces, marks, damage, roles, flags": (
        *map(share, ("spP", "spR", "spRm", "pwFix", "pwKeep")),
        share("dmgC", 1e4, "7.2f"),
        share("dmgA", 1e4, "7.2f"),
        Column("role", role_mean),
        *map(share, ("flP", "flR")),
    ),
    "Effort": (
        Column("n", decisions, "7d"),
        Column("err", per(errors, decisions, 1e3), "7.2f"),
        Column("ask", per(asked, characters, 1e3), "7.2f"),
        Column("catch", caught),
        Column("left", per(left, characters, 1e4), "7.2f"),
        Column("v95", v95),
        Column("ece", ece),
        Column("none", lambda sums: sums.hits["none"], "7.0f"),
    ),
}


def true_paragraphs(path: Path) -> list[TrueParagraph]:
    """Return every paragraph of a truth file, furniture last."""
    page = json.loads(path.read_text(encoding="utf-8"))
    found = [
        TrueParagraph(p["text"], p["role"], number, p.get("order_free", False))
        for number, article in enumerate(page["articles"])
        for p in article["paragraphs"]
    ]
    return found + [TrueParagraph(p["text"], p["role"], NOBODY) for p in page.get("furniture", [])]


def case_of(source: Source, true: Sequence[TrueParagraph], lexicon: Lexicon) -> Case:
    """Return a source repaired and laid over its truth."""
    done = repaired(source, lexicon)
    review, proposals = done.review(), done.repair.proposals
    said = [_said(source.text, boundary, proposals.sure_from) for boundary in done.repair.boundaries]
    flags = [(flag.start, flag.end) for flag in proposals.flags]
    made = Made([tagged.role for tagged in review.tags], dict(said), flags)
    return Case(source.text, true, Repaired(source.text, review.reading, review.passages), made)


def _said(raw: str, boundary: Boundary, sure_from: float) -> tuple[int, Said]:
    broken = BREAK.search(raw, boundary.start)
    p = max(boundary.p_join, 1 - boundary.p_join)
    return broken.start() if broken else boundary.start, Said(boundary.joined, p, p < sure_from)


def tallies(
    folder: Path, pages: str, variants: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[str, Tally]]:
    """Yield the name of every raw text wanted and its measures."""
    for path in sorted((folder / "raw").glob("*.txt")):
        page, variant = path.stem.split(".", 1)
        if not among(page, pages) or (variants and variant not in variants):
            continue
        own = folder / "truth" / f"{path.stem}.json"
        truth = own if own.exists() else folder / "truth" / f"{page}.json"
        source, _ = read_source(path)
        yield path.stem, tally_of(case_of(source, true_paragraphs(truth), lexicon))


def by_variant(found: Mapping[str, Tally]) -> dict[str, Tally]:
    """Return the sums of every variant, of every group that has any, and of all."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for name in sorted(found, key=lambda name: name.split(".", 1)[1]):
        sums[name.split(".", 1)[1]].take_in(found[name])
    grouped = {
        title: _sum([sums[v] for v in members if v in sums])
        for title, members in GROUPS.items()
        if len(sums.keys() & set(members)) > (len(members) > 1)
    }
    return {**sums, **grouped, "all": _sum(list(found.values()))}


def _sum(some: Sequence[Tally]) -> Tally:
    total = Tally()
    for each in some:
        total.take_in(each)
    return total


def figures(sums: Tally) -> dict[str, float | None]:
    """Return every column's figure."""
    return {column.title: column.of(sums) for columns in TABLES.values() for column in columns}


def print_tables(lines: Mapping[str, Tally]) -> None:
    """Print one line a name in every table."""
    for title, columns in TABLES.items():
        print(f"\n{title:24}" + "".join(f"{column.title:>8}" for column in columns))
        for name, sums in lines.items():
            print(f"{name:24}" + "".join(_cell(column, sums) for column in columns))


def _cell(column: Column, sums: Tally) -> str:
    value = column.of(sums)
    return f" {'–':>7}" if value is None else f" {value:{column.form}}"


def print_roles(lines: Mapping[str, Tally]) -> None:
    """Print the F1 of every role, and in the last line how many true paragraphs have it."""
    roles = roles_in(lines["all"])
    print(f"\n{'Roles':24}" + "".join(f"{role:>10}" for role in roles))
    for name, sums in lines.items():
        print(f"{name:24}" + "".join(f"{role_f1(sums, role):10.3f}" for role in roles))
    print(f"{'paragraphs':24}" + "".join(f"{lines['all'].of[f'recall {role}']:10.0f}" for role in roles))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--pages", choices=PAGES, default="all", help="by number, see repair_truth")
    parser.add_argument("--variants", default="", help="names, commas between them")
    parser.add_argument("--per-file", action="store_true", help="a line a raw text too")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    parser.add_argument("--speed", action="store_true", help="measure speed and memory")
    args = parser.parse_args()
    if args.folder:
        wanted = args.variants.split(",") if args.variants else []
        found = dict(tallies(args.folder, args.pages, wanted, Lexicon(load_words(None), load_scripts())))
        lines = by_variant(found)
        print_tables(found | lines if args.per_file else lines)
        print_roles(lines)
        if args.json:
            values = {"groups": lines, "files": found}
            told = {
                part: {name: figures(sums) for name, sums in some.items()} for part, some in values.items()
            }
            args.json.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    if args.speed:
        repair_speed.tell()


if __name__ == "__main__":
    main()
