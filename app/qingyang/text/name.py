"""Names that stand in bylines, guest lists, credits and source lines: people, titles, organisations, places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qingyang.text.article import Paragraph
from qingyang.text.fold import folded
from qingyang.text.post import POST
from qingyang.text.source import Characters

PERSON, TITLE, ORGANISATION, PLACE = "person", "title", "organisation", "place"
KINDS = (PERSON, TITLE, ORGANISATION, PLACE)
_SIGNED = ("byline", "credit")
_HAN = "\u4e00-\u9fff"
_LABELS = re.compile(
    "(?:本报|本刊|全媒体|融媒体|首席|见习|实习|特约)*(?:记者|通讯员|实习生)|本报讯|供图|摄影|摄制|制图|撰文|报道|责任编辑|编辑|作者|来源"
    f"|文图|图文|(?<![{_HAN}])[文图摄](?![{_HAN}])|(?<=[{_HAN}])摄(?![{_HAN}])"
)
_PARTS = re.compile(r"[\s、，,；;：:/／|（）()【】\[\]]+")
_PERSON = re.compile(f"[{_HAN}]{{2,4}}|[{_HAN}]{{1,8}}(?:·[{_HAN}]{{1,8}})+")
_TITLED = re.compile(
    f"(?P<organisation>[{_HAN}A-Za-z0-9·]{{2,30}}?)(?:党委|党组|党工委)?副?{POST}(?:[、兼][{_HAN}]+)?"
)
_ORIGIN = re.compile(r"[（(]?\s*(?:来源|稿源|据)[：:]?\s*(?P<name>[^）)\s]{2,30})")
_PLACE = re.compile(f"[{_HAN}]{{2,4}}?[省市区县州]")


class Name(NamedTuple):
    """A name and what it names."""

    text: str
    kind: str
    """One of `KINDS`."""
    title: str = ""
    """Of a person, as it stands beside the name."""


def names(paragraph: Paragraph) -> list[Name]:
    """Return the names a paragraph and its spans show, each once, in reading order."""
    return list(dict.fromkeys(_found(paragraph)))


def _found(paragraph: Paragraph) -> Iterator[Name]:
    if paragraph.role in _SIGNED:
        yield from (Name(each, PERSON) for each in signed(paragraph.text))
    elif paragraph.role == "people":
        yield from _listed(paragraph.text)
    elif paragraph.role == "source":
        origin = origin_of(paragraph.text)
        yield from _organisation(origin) if origin else ()
    for span in paragraph.spans:
        text = paragraph.text[span.start : span.end]
        if span.role in KINDS:
            yield Name(text.strip(), span.role)
        elif span.role in _SIGNED:
            yield from (Name(each, PERSON) for each in signed(text))


def signed(line: str) -> list[str]:
    """Return the people who sign in a byline or credit.

    >>> signed("（记者 晏艳辉 通讯员 李 明）"), signed("晏艳辉 摄")
    (['晏艳辉', '李明'], ['晏艳辉'])
    """
    labels = _LABELS.sub(lambda found: " " * len(found.group()), folded(line))
    bare = "".join(" " if label == " " else char for label, char in zip(labels, line, strict=True))
    parts = [part for part in _PARTS.split(bare) if part]
    return [part for part in _whole(parts) if _PERSON.fullmatch(part)]


def _whole(parts: Iterable[str]) -> Iterator[str]:
    """Yield parts, two single characters as one: a name of two is set with a space to stand as wide as one of three."""
    first = ""
    for part in parts:
        if len(part) == 1:
            if first:
                yield first + part
            first = "" if first else part
        else:
            first = ""
            yield part


def _listed(line: str) -> Iterator[Name]:
    """Yield who a line of a guest list names: title first, then the name."""
    parts = list(_whole(_PARTS.split(line.strip())))
    if len(parts) < 2 or not _PERSON.fullmatch(parts[-1]):
        return
    title = " ".join(parts[:-1])
    yield Name(parts[-1], PERSON, title)
    titled = _TITLED.fullmatch(folded(title))
    if titled:
        yield Name(title, TITLE)
        yield from _organisation(title[titled.start("organisation") : titled.end("organisation")])


def _organisation(text: str) -> Iterator[Name]:
    yield Name(text, ORGANISATION)
    read = folded(text)
    place = _PLACE.match(read)
    while place:
        yield Name(text[place.start() : place.end()], PLACE)
        place = _PLACE.match(read, place.end())


def origin_of(line: str) -> str:
    """Return whom a source line names.

    >>> origin_of("（来源：巫溪县融媒体中心）")
    '巫溪县融媒体中心'
    """
    line = line.strip()
    found = _ORIGIN.match(folded(line))
    return line[found.start("name") : found.end("name")] if found else line.strip(" （）()")


class Guarded:
    """Knows where names of the house stand in a text."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        ordered = sorted({name for name in names if name}, key=lambda name: (-len(name), name))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    def holds(self, text: Characters, start: int, end: int) -> bool:
        """Say whether text[start:end] lies inside a name of the house."""
        if self._pattern is None:
            return False
        low = max(0, start - _LONGEST)
        return any(
            low + m.start() <= start and end <= low + m.end()
            for m in self._pattern.finditer(text[low : end + _LONGEST])
        )


_LONGEST = 40
"""Characters of a name; further away nothing is looked for."""
