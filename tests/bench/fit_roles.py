"""Fit what signs are worth for roles, in the open: python fit_roles.py TRUTH_FOLDER [MORE …] [--write]

TRUTH_FOLDER is the benchmark, whose held-out pages (see `repair_truth`) are only measured on; MORE are folders of made
pages (see `page_maker`), fitted on as a whole. Every raw text is repaired as the product does it, each repaired
paragraph takes the role of the true one most of its characters belong to, and a linear-chain conditional random field
(Lafferty, McCallum and Pereira 2001) is fitted with L1 over the signs of `qingyang.tagging.signs`, several times on
parts of the texts, and averaged. Needs python-crfsuite, which the product does not.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

from fitting_chain import Fit, compact, fit_of, mean_of
from repair_truth import HELD_OUT, NOWHERE, Repaired, Truth, page_number

from qingyang.chain.sequence import best_sequence
from qingyang.lexicon import Lexicon, load_scripts, load_words
from qingyang.services.repairing import repaired
from qingyang.services.standing import standing
from qingyang.tagging import fitted
from qingyang.tagging.cues import CUES
from qingyang.tagging.line import Block, Habit
from qingyang.tagging.signs import SIGNS, Traits, traits_of, windows_of
from qingyang.tagging.weights import ROLES, Weights, weights_of
from qingyang.text.source import source_of, unify_newlines

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
SCANS, MISREAD = ("tesseract", "rapidocr"), 0.3
"""What a scan was read by; what share of the other varied texts is misread as one."""
FITS, SHARE = 6, 0.7
"""How many fits are averaged, and on what share of the texts each is fitted."""
L1, L2, ROUNDS = 1.0, 0.3, 120
RARE = 4
"""A sign seen less often with a role is not asked about."""
LEAST = 20
"""Thousandths of a nat under which a sign's worth is left out."""
HEADS = (
    "{n}、",
    "（{n}）",
    "{d}.",
    "看点{n}：",
    "■",
    "●",
    "第{n}步：",
    "建议{n}：",
    "◆",
    "场景{n}：",
    "变化{n}：",
    "",
    "",
    "",
)
TITLE = "What signs are worth for roles, in thousandths of a nat. Written by tests/bench/fit_roles.py; never by hand."
NUMERALS = "一二三四五六七八九十"
SHOWN = ("效果图", "示意图", "一角", "夜景", "全景", "现场")


class Tale(NamedTuple):
    """One raw text as tagging sees it, with the true role of each paragraph."""

    page: int
    variant: str
    real: bool
    blocks: list[Block]
    habit: Habit
    roles: list[str]
    """Empty where nobody can tell."""
    articles: list[int]


_LEXICON: list[Lexicon] = []


def tale_of(job: tuple[Path, Path, bool]) -> Tale:
    """Return one raw text, repaired, with what each paragraph truly is."""
    if not _LEXICON:
        _LEXICON.append(Lexicon(load_words(None), load_scripts()))
    truth_path, raw_path, real = job
    paragraphs = paragraphs_of(truth_path, real)
    raw = unify_newlines(raw_path.read_text(encoding="utf-8"))
    draft = repaired(source_of(raw), _LEXICON[0]).draft
    now = standing(draft, ())
    truth = Truth([text for _, _, text in paragraphs])
    laid = truth.over(raw)
    made = Repaired(raw, now.reading, now.passages)
    roles, articles = [], []
    for start, end in made.spans:
        owners = Counter(
            truth.owner[place]
            for origin in made.origins[start:end]
            if origin != NOWHERE and (place := laid.places[laid.numbers[origin]]) != NOWHERE
        )
        best = owners.most_common(1)[0][0] if owners else None
        roles.append(paragraphs[best][0] if best is not None else "")
        articles.append(paragraphs[best][1] if best is not None else -1)
    blocks = now.blocks(0, len(now.passages))
    return Tale(
        page_number(truth_path.stem), raw_path.name.split(".")[1], real, blocks, now.habit, roles, articles
    )


def paragraphs_of(truth: Path, real: bool) -> list[tuple[str, int, str]]:
    """Return role, article and text of every true paragraph.

    On made pages what follows a question up to the article's end is an answer: an interview's convention.
    """
    page = json.loads(truth.read_text(encoding="utf-8"))
    told = [(p["role"], k, p["text"]) for k, a in enumerate(page["articles"]) for p in a["paragraphs"]]
    found = []
    for _, article in groupby(told, key=lambda p: p[1]):
        asked = False
        for role, k, text in article:
            asked = asked or role == "question"
            found.append(("answer" if asked and role == "body" and not real else role, k, text))
    return found + [(p["role"], -1, p["text"]) for p in page.get("furniture", [])]


def varied(tale: Tale, seed: int) -> Tale:
    """Return a tale with other marks before its subheads, some short captions, lists and announcing lines."""
    chance = random.Random(zlib.crc32(f"{seed}.{tale.page}.{tale.variant}".encode()))
    head = chance.choice(HEADS) if chance.random() < 0.5 else ""
    count, article = 0, None
    blocks = []
    for block, role, k in zip(tale.blocks, tale.roles, tale.articles, strict=True):
        count, article = (count, article) if k == article else (0, k)
        text = block.text
        if role == "subhead" and head and not re.match("[一二三四五六七八九十（(①■●◆\\d]", text):
            text = head.format(n=NUMERALS[count % 10], d=count % 10 + 1) + text
            count += 1
        elif role == "caption" and chance.random() < 0.12 and len(text) > 12:
            text = re.sub("[，。；、：（）“”\\s\\d]", "", text)[: chance.randint(4, 9)] + chance.choice(SHOWN)
        elif role == "body" and len(text) > 60 and chance.random() < 0.03:
            text = re.sub("[，。；：]", "", text[: chance.randint(14, 26)]) + "——"
        elif role == "body" and chance.random() < 0.03:
            text = "—".join(re.findall("[\u4e00-\u9fff]{4,9}", text)[:4]) or text
        same = text.endswith(block.text)
        blocks.append(Block(text, block.gap, block.widths if same else (len(text),), block.indent))
    return tale._replace(blocks=blocks)


def misread(tale: Tale, seed: int) -> Tale:
    """Return a tale as a bad scan shows it, every so often: characters taken for others or lost, marks wrong."""
    chance = random.Random(zlib.crc32(f"misread.{seed}.{tale.page}.{tale.variant}".encode()))
    if tale.variant in SCANS or chance.random() >= MISREAD:
        return tale
    rate = chance.choice((0.03, 0.06, 0.1))
    others = [char for block in tale.blocks for char in block.text if "\u4e00" <= char <= "\u9fff"] or [""]

    def seen(char: str) -> str:
        drawn = chance.random()
        if "\u4e00" <= char <= "\u9fff" and drawn < rate:
            return chance.choice(others) if drawn < 0.8 * rate else ""
        if char in "，。：、（）" and drawn < 1.5 * rate:
            return chance.choice(".,:; ’") if drawn < rate else ""
        return "" if char == " " and drawn < rate else char

    texts = ["".join(map(seen, block.text)) or block.text for block in tale.blocks]
    blocks = [block._replace(text=text) for block, text in zip(tale.blocks, texts, strict=True)]
    return tale._replace(blocks=blocks)


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
