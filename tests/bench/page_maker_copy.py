"""Words for made pages that no article brings: names, furniture, captions, notices, lists, tables; and varied articles.

All of it is made up here. A pool is shared out: held-out pages never print what pages to fit on print.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

FLOWING = ("body", "lede", "subhead", "question", "answer", "people", "source")
POOLS = tomllib.loads(Path(__file__).with_name("page_maker_words.toml").read_text(encoding="utf-8"))


class Paragraph(NamedTuple):
    """A printed paragraph and its role."""

    role: str
    text: str


Article = tuple[Paragraph, ...]


def share(pool: Sequence, held: bool) -> Sequence:
    """Return the part of a pool that held-out pages may print, or the rest."""
    kept = [x for k, x in enumerate(pool) if (k % 4 == 3) == held]
    return kept or pool


class Desk:
    """Who writes the words of one page: pools, a random source and what the page is about."""

    def __init__(self, chance: random.Random, held: bool, stock: Sequence[Article] = ()) -> None:
        self.chance = chance
        self.held = held
        self.stock = stock
        month, date = chance.randint(1, 12), chance.randint(1, 28)
        self.issue = {
            "year": chance.randint(1986, 2026), "month": month, "date": date,
            "week": chance.choice(("星期", "周")) + chance.choice(POOLS["days"]), "page": chance.randint(1, 28),
            "number": chance.randint(900, 19000), "paper": self.of("papers"), "section": self.of("sections"),
        }  # fmt: skip

    def of(self, pool: str) -> Any:
        """Return one of a pool, of the part that pages of this kind may print."""
        return self.chance.choice(share(POOLS[pool], self.held))

    def name(self) -> str:
        """Return a person's name."""
        if self.chance.random() < 0.04:
            return self.of("double") + self.of("given")
        return self.of("surnames") + "".join(self.of("given") for _ in range(self.chance.choice((1, 2, 2))))

    def say(self, pool: str, **more: object) -> str:
        """Return one sentence of a pool, filled in."""
        return self.fill(self.of(pool), **more)

    def fill(self, pattern: str, **more: object) -> str:
        """Return a pattern with names, places and numbers filled in."""
        chance = self.chance
        facts = {
            "name": self.name(), "other": self.name(), "third": self.name(), "place": self.of("places"),
            "unit": self.of("units"), "post": self.of("posts"), "other_section": self.of("sections"),
            "area": chance.randint(10, 99), "phone": chance.randint(2000000, 88999999),
            "phone2": chance.randint(2000000, 88999999),
            "latin": "".join(chance.choices("abcdeghilmnorstuwxyz", k=6)),
            "day": f"{chance.randint(1, 12)}月{chance.randint(1, 28)}日", "page": chance.randint(1, 28),
            "paper": self.issue["paper"], "section": self.issue["section"],
        }  # fmt: skip
        return pattern.format(**{**facts, **more})

    def clauses(self, low: int, high: int) -> list[str]:
        """Return what stands between two marks in some article's body, by length.

        Not the article's own: a heading that repeats its text would make breaks hard to tell.
        """
        texts = [p.text for p in self.chance.choice(self.stock) if p.role == "body"] if self.stock else []
        pattern = rf"(?<=[，。；！？、])[一-鿿]{{{low},{high}}}(?=[，。；！？])"
        return [c for t in texts for c in re.findall(pattern, t)]

    def furniture(self, pool: str) -> str:
        """Return one line of a pool about this page: its own number and day."""
        day = f"{self.issue['month']}月{self.issue['date']}日"
        return self.say(pool, day=day, **self.issue)


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; what a quote holds is not cut."""
    found, start, depth = [], 0, 0
    for k, char in enumerate(text):
        depth += (char in "“（《「") - (char in "”）》」")
        ends = char in "。！？" and depth <= 0 and text[k + 1 : k + 2] not in tuple("”』」）。！？，")
        if ends or (char == "”" and depth <= 0 and text[k - 1 : k] in tuple("。！？")):
            found.append(text[start : k + 1])
            start = k + 1
    return [s for s in [*found, text[start:]] if s]


def renumbered(text: str, chance: random.Random) -> str:
    """Return a text whose numbers are others of the same length, but for dates and times."""
    return re.sub(r"[1-9](?![0-9]*[年月日时分:])", lambda _: str(chance.randint(1, 9)), text)


def regrouped(body: Sequence[Paragraph], chance: random.Random) -> list[Paragraph]:
    """Return body paragraphs with the same sentences and other cuts between them."""
    stock = [s for p in body for s in sentences(p.text)]
    longest = chance.choice((1, 1, 2, 3, 5, 8))
    found = []
    while stock:
        size = chance.randint(1, longest)
        found.append(Paragraph("body", "".join(stock[:size])))
        stock = stock[size:]
    return found


def headline(article: Article, desk: Desk) -> str:
    """Return an article's own headline or one made of clauses, two of them parted by a space or a dash."""
    own = next((p.text for p in article if p.role == "headline"), "")
    found = desk.clauses(5, 14)
    if own and (not found or desk.chance.random() < 0.55):
        return own
    if not found:
        return desk.fill("{place}{unit}迎来新变化")
    parts = desk.chance.sample(found, min(len(found), desk.chance.choice((1, 1, 1, 2, 2, 3))))
    lead = desk.chance.choice(
        ("", "", "", "", "", "【图片新闻】", "短评：", desk.name() + "：", desk.of("places") + "：")
    )
    return lead + desk.chance.choice((" ", " ", " ", "，", "——")).join(parts)


def head_of(article: Article, desk: Desk) -> list[Paragraph]:
    """Return kicker, headline, deck and byline, some of them the article's own, some made, some missing."""
    chance = desk.chance
    own = {role: [p for p in article if p.role == role] for role in ("kicker", "deck", "byline")}
    found = []
    if own["kicker"] and chance.random() < 0.7:
        found += own["kicker"]
    elif chance.random() < 0.25:
        found.append(Paragraph("kicker", desk.of("column_titles")))
    found.append(Paragraph("headline", headline(article, desk)))
    if own["deck"] and chance.random() < 0.8:
        found += own["deck"]
    elif chance.random() < 0.15 and (clause := desk.clauses(8, 18)):
        found.append(Paragraph("deck", chance.choice(("", "——", "——")) + chance.choice(clause)))
    if chance.random() < 0.5:
        found += (
            own["byline"]
            if own["byline"] and chance.random() < 0.4
            else [Paragraph("byline", desk.say("bylines"))]
        )
    return found


def flow_of(article: Article, desk: Desk) -> list[Paragraph]:
    """Return what runs down the columns: body with subheads, lists of people, questions, a source line."""
    chance = desk.chance
    flow = [p for p in article if p.role in FLOWING and p.text.strip()]
    if desk.stock and chance.random() < 0.15:
        flow += [p for p in chance.choice(desk.stock) if p.role == "body"]
    if all(p.role == "body" for p in flow) and chance.random() < 0.4:
        flow = regrouped(flow, chance)
    if chance.random() < 0.5:
        flow = [Paragraph(p.role, renumbered(p.text, chance)) for p in flow]
    if chance.random() < 0.2:
        flow = chance.choice((asked, subheaded))(flow, desk)
    if chance.random() < 0.07:
        pattern = desk.of("people")
        flow = [Paragraph("people", desk.fill(pattern)) for _ in range(chance.randint(2, 6))] + flow
    if chance.random() < 0.25:
        flow.append(Paragraph("source", desk.say("sources")))
    return flow


def asked(flow: list[Paragraph], desk: Desk) -> list[Paragraph]:
    """Return a flow as an interview."""
    clauses, pattern = desk.clauses(5, 12), desk.of("asks")
    answer = desk.chance.choice(("答：", desk.name() + "：", ""))
    found = []
    for p in flow:
        if clauses and p.role == "body" and desk.chance.random() < 0.6:
            found.append(Paragraph("question", desk.fill(pattern, clause=desk.chance.choice(clauses))))
            found.append(Paragraph("answer", answer + p.text))
        else:
            found.append(p)
    return found


def subheaded(flow: list[Paragraph], desk: Desk) -> list[Paragraph]:
    """Return a flow with made subheads among its paragraphs."""
    clauses, marks = desk.clauses(4, 12), desk.of("marks")
    heads = [m + c for m, c in zip(marks, clauses, strict=False)]
    found = []
    for k, p in enumerate(flow):
        if heads and k and p.role == "body" and desk.chance.random() < 0.35:
            found.append(Paragraph("subhead", heads.pop(0)))
        found.append(p)
    return found


def captions_of(article: Article, desk: Desk) -> list[Paragraph]:
    """Return a caption and its credit, in one paragraph or in two."""
    chance = desk.chance
    own = [p.text for p in article if p.role == "caption"]
    clauses = desk.clauses(8, 20)
    text = desk.say("captions")
    if own and chance.random() < 0.5:
        text = own[0]
    elif clauses and chance.random() < 0.4:
        text = "，".join(clauses[: chance.randint(1, 3)]) + chance.choice(("。", ""))
    credit = desk.say("credits")
    how = chance.random()
    if how < 0.35:
        return [Paragraph("caption", text.rstrip() + chance.choice((" ", "　", "")) + credit)]
    return [Paragraph("caption", text)] + ([Paragraph("credit", credit)] if how < 0.7 else [])
