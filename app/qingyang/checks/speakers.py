"""The guests an interview lists against those who speak in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qingyang.text.article import GAP_END, GAP_START, Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.person import Named, listed, speakers
from qingyang.wording import message

_LABEL = re.compile("嘉宾|受访|对话人|主讲人")
_SPOKEN = frozenset({"answer", "body", "lede"})
_GENERAL = re.compile("^(主持人|记者|主任|书记|问|答)")


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield who speaks without being listed, and who is listed without being heard of again."""
    guests = _guests(paragraphs)
    if not guests or not any(p.role in ("question", "answer") for p in paragraphs):
        return
    names = {named.name for _, named in guests}
    hosts = {named.name for p in paragraphs if p.role in ("people", "byline") for named in listed(p.text)}
    spoken = [
        (n, named)
        for n, p in enumerate(paragraphs)
        if p.role in _SPOKEN
        for named in speakers(p.text)
        if named.start == 0 and not _GENERAL.match(named.name)
    ]
    yield from _silent(paragraphs, guests)
    for n, named in spoken:
        if named.name not in hosts:
            near = tuple(sorted(name for name in names if _near(name, named.name)))
            yield Found(n, named.start, named.end, message("check.not_listed", name=named.name), near)


def _guests(paragraphs: Sequence[Paragraph]) -> list[tuple[int, Named]]:
    """Return the names below the label of the guests."""
    people = [(n, p.text) for n, p in enumerate(paragraphs) if p.role == "people"]
    first = next((k for k, (_, text) in enumerate(people) if _LABEL.search(text)), len(people))
    return [(n, named) for n, text in people[first:] for named in listed(_LABEL.sub("", text))]


def _silent(paragraphs: Sequence[Paragraph], guests: Sequence[tuple[int, Named]]) -> Iterable[Found]:
    # Where text is lost, so may be what a guest said.
    if any(p.marks & {GAP_START, GAP_END} for p in paragraphs):
        return
    rest = "\n".join(p.text for p in paragraphs if p.role != "people")
    for n, named in guests:
        if named.name not in rest:
            yield Found(n, named.start, named.end, message("check.not_heard", name=named.name))


def _near(name: str, other: str) -> bool:
    return len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) == 1


_LIST = "people|访谈嘉宾\npeople|渝中区商务委副主任 曾祥云\npeople|渝中区委改革办副主任 何奇\nquestion|问：有何成效？\n"
CHECK = Check(
    "speakers",
    find,
    finds=(
        (_LIST + "answer|曾祥云表示，开放。\nanswer|何琪表示，改革。", ("何奇", "何琪")),
        (_LIST + "answer|曾祥云表示，开放。", ("何奇",)),
        (
            _LIST + "answer|曾祥云表示，开放。\nanswer|何奇表示，改革。\nanswer|袁必亮表示，物流。",
            ("袁必亮",),
        ),
    ),
    keeps=(
        _LIST + "answer|曾祥云表示，开放。\nanswer|何奇表示，改革。",
        "people|主持人\npeople|记者 徐潇\nbody|曾祥云表示，开放。",
        _LIST + "answer|曾祥云、何奇表示，开放。\nanswer|记者表示，改革。",
    ),
    p=0.8,
    whole=True,
    worded=True,
)
