"""One person's name written two ways in an article: names of three characters that differ in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.person import Named, listed, speakers
from qingyang.wording import message

_LISTS = frozenset({"people", "byline", "credit"})
_FAMILY_LENGTH = 3
"""Names of two characters that differ in one are too often two people."""


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield the rarer of two names that differ in one character, all else about them alike."""
    places = list(_places(paragraphs))
    counted: dict[str, int] = {}
    texts = [p.text for p in paragraphs]
    for _, named in places:
        if named.name not in counted:
            counted[named.name] = sum(text.count(named.name) for text in texts)
    for n, named in places:
        twin = next((other for other in counted if _one_apart(named.name, other)), None)
        if twin is not None and (counted[named.name], named.name) <= (counted[twin], twin):
            why = message("check.name_variant", name=named.name, other=twin)
            yield Found(n, named.start, named.end, why, (twin,))


def _places(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Named]]:
    for n, paragraph in enumerate(paragraphs):
        names = listed(paragraph.text) if paragraph.role in _LISTS else speakers(paragraph.text)
        yield from ((n, named) for named in names if len(named.name) == _FAMILY_LENGTH)


def _one_apart(name: str, other: str) -> bool:
    return len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) == 1


CHECK = Check(
    "name_variants",
    find,
    finds=(
        ("people|渝中区商务委副主任 曾祥云\n曾详云表示，渝中将开放。\n曾祥云认为，开放是出路。", ("曾详云",)),
        ("byline|记者 晏艳辉\ncredit|记者 晏燕辉 摄\n晏艳辉介绍，已经完工。", ("晏燕辉",)),
    ),
    keeps=(
        "people|渝中区商务委副主任 曾祥云\n曾祥云表示，渝中将开放。",
        "people|副主任 何奇\n何琪表示，将开放。",
        "张兴华表示，将开放。\n张兴表示，将开放。",
    ),
    p=0.8,
    whole=True,
    worded=True,
)
