"""What the editorial checks say of clean text, and how many planted mistakes they find.

    python check_rates.py [FOLDER] [--tell]

Clean text is the reading of the seeds (tests/reading) and, where given, a folder of ``*.json`` files with
``{"articles": [{"paragraphs": [{"role": …, "text": …}]}]}``. Prints findings per 10,000 characters and characters a
second of each check; ``--tell`` prints every finding, to be judged by reading. Then one mistake of each kind is
planted at a time into paragraphs that can take it, and those found are counted.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from qingyang.checks import CHECKS
from qingyang.resources import resource
from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.quantity import quantities
from qingyang.wording import load

READINGS = Path(__file__).parents[1] / "reading"
Articles = list[list[Paragraph]]
TRIES = 300


def seeds() -> Articles:
    """Return the articles of the seeds as a careful reader has them."""
    found: dict[tuple[str, int], list[Paragraph]] = {}
    for path in sorted(READINGS.glob("*.json")):
        for row in json.loads(path.read_text("utf-8"))["paragraphs"]:
            paragraph = Paragraph(row["text"], row["role"])
            found.setdefault((path.stem, row["article"]), []).append(paragraph)
    return list(found.values())


def folder(path: Path) -> Articles:
    """Return the articles of a folder of JSON files; the same article twice counts once."""
    seen: dict[tuple[str, ...], list[Paragraph]] = {}
    for file in sorted(path.glob("*.json")):
        for article in json.loads(file.read_text("utf-8"))["articles"]:
            paragraphs = [Paragraph(row["text"], row["role"]) for row in article["paragraphs"]]
            seen.setdefault(tuple(p.text for p in paragraphs), paragraphs)
    return list(seen.values())


def said(check: Check, article: Sequence[Paragraph]) -> list[Found]:
    """Return what one check says of one article."""
    if check.whole:
        return list(check.look(article))
    return [f._replace(paragraph=n) for n, p in enumerate(article) for f in check.look([p])]


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--tell", action="store_true")
    wanted = parser.parse_args()
    articles = seeds() + (folder(wanted.folder) if wanted.folder else [])
    rates(articles, wanted.tell)
    recall(articles)


def rates(articles: Articles, tell: bool) -> None:
    """Print what each check says of clean text."""
    characters = sum(len(p.text) for article in articles for p in article)
    wording = load(resource("i18n"), "zh")
    print(f"{characters} characters, {len(articles)} articles")
    for check in CHECKS:
        began = time.process_time()
        found = [(article, f) for article in articles for f in said(check, article)]
        speed = characters / max(1e-6, time.process_time() - began)
        print(f"{check.id:18} {len(found):5} {1e4 * len(found) / characters:7.2f}/10k {speed / 1e6:7.1f} M/s")
        for article, f in found if tell else ():
            text = article[f.paragraph].text
            around = (
                f"{text[max(0, f.start - 14) : f.start]}[{text[f.start : f.end]}]{text[f.end : f.end + 14]}"
            )
            print(f"    {around} — {wording.say(f.why)} {'/'.join(f.offers)}")


# -- planted mistakes --------------------------------------------------------------------------------------------

Plant = Callable[[str, random.Random], str | None]


def _replaced(pattern: str, new: Callable[[re.Match[str], random.Random], str]) -> Plant:
    def plant(text: str, chance: random.Random) -> str | None:
        places = list(re.finditer(pattern, text))
        if not places:
            return None
        match = chance.choice(places)
        return text[: match.start()] + new(match, chance) + text[match.end() :]

    return plant


def _slip(match: re.Match[str], chance: random.Random) -> str:
    digits = match.group()
    k = chance.randrange(len(digits))
    other = chance.choice([d for d in "123456789" if d != digits[k]])
    return digits[:k] + other + digits[k + 1 :]


def _twice(match: re.Match[str], chance: random.Random) -> str:
    return 2 * match.group()


def _growth(text: str, chance: random.Random) -> str:
    before = chance.randint(100, 900)
    now = before + chance.randint(5, 90)
    rate = f"{100 * (now - before) / before:.1f}"
    wrong = next(_slip(match, chance) for match in re.finditer(r"^\d+", rate))
    return f"{text}产值由{before}亿元增长到{now}亿元，同比增长{wrong}.{rate[-1]}%。"


def _parts(text: str, chance: random.Random) -> str:
    first, second = chance.randint(200, 999), chance.randint(200, 999)
    slip = chance.choice([-10, -1, 1, 10])
    return f"{text}药品总数{first + second}种，其中西药{first + slip}种，中成药{second}种。"


def _other_name(text: str, chance: random.Random) -> str:
    name = chance.choice(["曾祥云", "张兴华", "袁必亮"])
    return (
        f"曾祥云、张兴华、袁必亮参加。{name}表示，{text}。{name[:2]}{chance.choice('芸桦靓')}介绍，已经完工。"
    )


HEADS = frozenset({"headline", "kicker", "deck"})
PLANTS: dict[str, tuple[tuple[str, frozenset[str], Plant], ...]] = {
    "pairs": (("a closing quote lost", frozenset(), _replaced("”", lambda m, c: "")),),
    "punctuation": (
        ("a stop doubled", frozenset(), _replaced("[。，、；]", _twice)),
        ("a comma before a full stop", frozenset(), _replaced("。", lambda m, c: "，。")),
        ("a half-width comma", frozenset(), _replaced("(?<=[一-鿿])，(?=[一-鿿])", lambda m, c: ",")),
    ),
    "mark_commas": (("a 顿号 between quotes", frozenset(), _replaced("”“", lambda m, c: "”、“")),),
    "numerals": (
        ("a percent sign lost in a range", frozenset(), _replaced(r"(?<![\d.])\d+%", lambda m, c: f"3～{m.group()}")),
        ("近 before N多", frozenset(), _replaced(r"(?<=[一-鿿])\d+(?=[家人户])", lambda m, c: f"近{m.group()}多")),
    ),
    "repeats": (
        ("的的, 了了, 在在 …", frozenset(), _replaced("[的了在是和与](?=[一-鿿])", _twice)),
        ("three to six characters twice", frozenset(), _replaced("[一-鿿]{3,6}", _twice)),
        ("a two-character word twice", frozenset(), _replaced("发展|我们|创新|管理|市场", _twice)),
    ),
    "weekdays": (
        ("another day of the week", frozenset(), lambda t, c: f"2025年3月11日 星期{c.choice('一三四五六日')} {t}"),
        ("a day too many", frozenset(), _replaced(r"(?<=月)\d{1,2}(?=日)", lambda m, c: c.choice(["32", "39"]))),
    ),
    "headline_numbers": (
        ("a digit of a number also below", HEADS, _replaced(r"\d{2,}(?:\.\d+)?(?![年月日])", _slip)),
    ),
    "sums": (
        ("a digit of a growth rate", frozenset(), _growth),
        ("a digit of a part", frozenset(), _parts),
    ),
    "name_variants": (("a character of a speaker's name", frozenset(), _other_name),),
}  # fmt: skip


def recall(articles: Articles) -> None:
    """Print how many planted mistakes each check finds."""
    for check in CHECKS:
        for name, roles, plant in PLANTS.get(check.id, ()):
            tried = hit = 0
            for article, changed in _planted(articles, roles, plant):
                before = {(f.why, f.start) for f in said(check, article)}
                tried += 1
                hit += any((f.why, f.start) not in before for f in said(check, changed))
                if tried == TRIES:
                    break
            share = f"{hit / tried:.2f}" if tried else "-"
            print(f"{check.id:18} {name:34} {hit:4} of {tried:4}  {share}")


def _planted(
    articles: Articles, roles: frozenset[str], plant: Plant
) -> Iterator[tuple[list[Paragraph], list[Paragraph]]]:
    chance = random.Random(5)
    for _ in range(20):
        for article in articles:
            able = [n for n, p in enumerate(article) if not roles or p.role in roles]
            n = chance.choice(able) if able else None
            text = plant(article[n].text, chance) if n is not None else None
            if n is None or text is None or text == article[n].text:
                continue
            if roles != HEADS or _also_below(article, n, text):
                yield article, [*article[:n], Paragraph(text, article[n].role), *article[n + 1 :]]


def _also_below(article: Sequence[Paragraph], n: int, changed: str) -> bool:
    """Say whether the number that was changed stands in the body with the same unit: else nothing contradicts it."""
    lost = {(q.value, q.unit) for q in quantities(article[n].text)} - {
        (q.value, q.unit) for q in quantities(changed)
    }
    below = {(q.value, q.unit) for p in article if p.role not in HEADS for q in quantities(p.text)}
    return any(unit and (value, unit) in below for value, unit in lost)


if __name__ == "__main__":
    main()
