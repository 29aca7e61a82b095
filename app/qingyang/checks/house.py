"""Words, names and posts set against a newsroom's own lists; every hit says which list and which row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from operator import add
from typing import NamedTuple

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.house import CAUTIOUS, Entry, HouseList
from qingyang.wording import Message, message

_HEAD = 2
"""Characters by which a term is looked up: a million pairs are gone through in a tenth of a second."""
_LISTED = re.compile("[、，和与及]|同志|等?$")


class Row(NamedTuple):
    """An entry and the list it stands in."""

    list: HouseList
    entry: Entry


class Terms:
    """Many terms, all found in one pass over a text, the longest first."""

    def __init__(self, rows: Iterable[tuple[str, Row]]) -> None:
        self._by_head: dict[str, list[tuple[str, Row]]] = {}
        for term, row in rows:
            self._by_head.setdefault(term[:_HEAD], []).append((term, row))
        for terms in self._by_head.values():
            terms.sort(key=lambda t: -len(t[0]))

    def find(self, text: str) -> Iterator[tuple[int, str, Row]]:
        """Yield offset, term and row of every hit, none overlapping one before."""
        heads, done = self._by_head, 0
        for at in [k for k, pair in enumerate(map(add, text, text[1:])) if pair in heads]:
            if at < done:
                continue
            for term, row in heads[text[at : at + _HEAD]]:
                if text.startswith(term, at):
                    yield at, term, row
                    done = at + len(term)
                    break


class House:
    """All lists of a newsroom, ready to be looked for."""

    def __init__(self, lists: Sequence[HouseList]) -> None:
        rows = [Row(each, entry) for each in lists for entry in each.entries]
        leaders = [row for row in rows if row.list.kind == "leaders"]
        self._words = Terms((r.entry.term, r) for r in rows if r.list.kind != "leaders")
        self._names = Terms((r.entry.term, r) for r in leaders)
        self._posts: dict[str, list[Row]] = {}
        for row in leaders:
            self._posts.setdefault(row.entry.post, []).append(row)
        self._post_terms = Terms((post, held[0]) for post, held in self._posts.items() if len(post) >= _HEAD)

    def find(self, paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
        """Yield listed words, posts with another one's name, and leaders named out of their order."""
        for n, paragraph in enumerate(paragraphs):
            found = [
                *self._listed(n, paragraph.text),
                *self._held(n, paragraph.text),
                *self._order(n, paragraph.text),
            ]
            yield from sorted(found, key=lambda f: f.start)

    def _listed(self, n: int, text: str) -> Iterator[Found]:
        for at, term, (each, entry) in self._words.find(text):
            # The right form may hold the wrong one: 中华人民共和国成立 and 共和国成立.
            if any(_within(text, at, term, right) for right in entry.instead):
                continue
            said = "house_cautious" if entry.level == CAUTIOUS else f"house_{each.kind}"
            why = message(f"check.{said}", list=each.name, row=entry.row, word=term, note=entry.note)
            yield Found(n, at, at + len(term), why, entry.instead)

    def _held(self, n: int, text: str) -> Iterator[Found]:
        for at, post, _ in self._post_terms.find(text):
            holders, start = self._posts[post], at + len(post)
            if any(text.startswith(row.entry.term, start) for row in holders):
                continue
            other = next(
                (name for where, name, _ in self._names.find(text[start : start + 8]) if where == 0), ""
            )
            near = [row for row in holders if other or _one_apart(text[start:], row.entry.term)]
            if not near:
                continue
            each, entry = near[0]
            end = start + (len(other) or len(entry.term))
            said = message("check.house_post", list=each.name, row=entry.row, post=post, name=entry.term)
            yield Found(n, start, end, said, tuple(row.entry.term for row in near))

    def _order(self, n: int, text: str) -> Iterator[Found]:
        before: tuple[int, str, Row] | None = None
        for at, name, row in self._names.find(text):
            if before is not None and row.list.id == before[2].list.id:
                between = text[before[0] + len(before[1]) : at]
                posts = _LISTED.sub("", between)
                side_by_side = bool(between) and (not posts or posts in self._posts)
                if side_by_side and row.entry.rank < before[2].entry.rank:
                    where = row.list.name, row.entry.row
                    yield Found(n, before[0], at + len(name), _out_of_order(*where, name, before[1]))
            before = at, name, row


def _out_of_order(list: str, row: int, name: str, other: str) -> Message:
    return message("check.house_order", list=list, row=row, name=name, other=other)


def _within(text: str, at: int, term: str, right: str) -> bool:
    inside = right.find(term)
    return inside >= 0 and text.startswith(right, at - inside)


def _one_apart(text: str, name: str) -> bool:
    there = text[: len(name)]
    wrong = sum(a != b for a, b in zip(there, name, strict=False))
    return len(name) > _HEAD and len(there) == len(name) and wrong == 1


_EXAMPLE = (
    HouseList(
        "L1",
        "领导",
        "leaders",
        (Entry(2, "张大山", post="区委书记", rank=1), Entry(3, "李小河", post="区长", rank=2)),
    ),
    HouseList(
        "L2", "错敏词", "words", (Entry(2, "国内唯一", note="绝对化"), Entry(3, "首家", level=CAUTIOUS))
    ),
    HouseList("L3", "表述", "wordings", (Entry(2, "一带一路战略", ("“一带一路”倡议",)),)),
    HouseList("L4", "地名", "names", (Entry(2, "解放牌", ("解放碑",)),)),
)


def check_of(lists: Sequence[HouseList]) -> Check:
    """Return the check that looks for what these lists say."""
    return Check("house", House(lists).find, _FINDS, _KEEPS, p=0.99)


_FINDS = (
    ("这是国内唯一的首家", ("国内唯一", "首家")),
    ("推进一带一路战略", ("一带一路战略",)),
    ("在解放牌集合", ("解放牌",)),
    ("区长张大山出席", ("张大山",)),
    ("区委书记张太山出席", ("张太山",)),
    ("李小河、张大山出席", ("李小河、张大山",)),
    ("区长李小河、区委书记张大山出席", ("李小河、区委书记张大山",)),
)
_KEEPS = (
    "区委书记张大山、区长李小河出席",
    "张大山、李小河出席",
    "解放碑和“一带一路”倡议",
    "李小河说，他见过张大山",
    "区长王五出席",
)
CHECK = check_of(_EXAMPLE)
"""The check with lists made up for its examples."""
