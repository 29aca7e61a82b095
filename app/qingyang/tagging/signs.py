"""What speaks for a role: the shape of a paragraph, its cues, and what stands around it, as small numbers.

A *trait* is a number of one paragraph; a *sign* is one trait, or several together, of a paragraph and its neighbours.
The table in `fitted/roles` says what each value of each sign is worth for each role.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from qingyang.tagging.cues import CUES
from qingyang.tagging.line import INDENT, Block, Habit, Line, line_of

Traits = tuple[int, ...]
REACH = 3
"""Neighbours to either side that signs look at."""
MEMORY = 40
"""Paragraphs before one among which the question it answers is looked for."""
LONG_ANSWER = 4
"""Paragraphs of an answer beyond which it is no matter how long it has been."""
SOON = 8
"""Paragraphs from one on among which a question makes an interview."""
_LENGTHS = (4, 6, 8, 10, 12, 14, 16, 18, 20, 23, 26, 30, 36, 44, 60, 90, 140, 220)
_RELATIVE = (30, 50, 70, 85, 95, 105, 120, 150, 200, 300)
"""Hundredths of the measure."""
_MEASURES = (8, 11, 14, 18, 24, 34, 60)
_CLAUSES = (0, 1, 2, 4)
_ENDS = {
    mark: k for k, marks in enumerate(("。！？", "，、；：,;:", "”’》」』", "）)", "…—"), 1) for mark in marks
}
_STARTS = {
    mark: k
    for k, marks in enumerate(("“‘《「『", "（(", "【[〔", "—…-", "。！？，、；：,;:”’》」）", "■●◆□○①②③"), 1)
    for mark in marks
}
_DIGIT, _LATIN, _OTHER = 7, 8, 9
_HEADING = 44
"""Characters up to which a paragraph may be part of a heading."""

# What a line is at first sight.
(
    NONE,
    TINY,
    SHORT,
    HEADING,
    WIDE,
    SENTENCE,
    TEXT,
    LONG,
    PERSON,
    REPORTER,
    CREDIT,
    BRACKET,
    FURNITURE,
    ASKING,
) = range(14)
_RUNNING = (SENTENCE, TEXT, LONG)
_HEADINGS = (TINY, SHORT, HEADING, WIDE)
_NAMES = ("length", "clauses", "end", "start", "gap", "lines", "stop", "spaces", "digit", "quote", "width", "first",
          "indent", "even", "kind")  # fmt: skip
TRAITS: tuple[str, ...] = (*_NAMES, *CUES)
_AT = {name: k for k, name in enumerate(TRAITS)}
_NOBODY: Traits = (-1,) * len(TRAITS)
_kind_of = itemgetter(_AT["kind"])
_asks = itemgetter(_AT["question"])
_LABELLED = 3
"""The level of a question that says so itself."""
REMEMBERED = 1024
"""Paragraphs whose looks are kept: a change, and a window that grows, meets mostly those it met before."""


@lru_cache(REMEMBERED)
def traits_of(block: Block, habit: Habit) -> Traits:
    """Return what one paragraph shows by itself, in the order of `TRAITS`."""
    line = line_of(block.text)
    cues = [cue(line) for cue in CUES.values()]
    return (*_shape(line, block, habit, dict(zip(CUES, cues, strict=True))), *cues)


def level(traits: Traits, cue: str) -> int:
    """Return the level one cue has told of a paragraph."""
    return traits[_AT[cue]]


def asked(traits: Traits, set_role: str) -> Traits:
    """Return the traits of a paragraph whose role somebody has set, if any: it asks if that says so."""
    if not set_role or (set_role == "question") == (_asks(traits) > 1):
        return traits
    at = _AT["question"]
    return (*traits[:at], _LABELLED if set_role == "question" else 0, *traits[at + 1 :])


def _shape(line: Line, block: Block, habit: Habit, cues: dict[str, int]) -> Traits:
    text = line.text
    widths = block.widths or (line.length,)
    stop = "。" in text
    length = bisect_left(_LENGTHS, line.length)
    end = _side(_last(text), _ENDS)
    return (
        length,
        bisect_left(_CLAUSES, line.clauses),
        end,
        _side(text[:1], _STARTS),
        min(block.gap, 3),
        min(len(widths), 6),
        int(stop),
        bisect_left(_CLAUSES, text.count(" ") + text.count("\u3000")),
        int(any(map(str.isdigit, text))),
        int("“" in text or '"' in text),
        bisect_left(_RELATIVE, 100 * max(widths) // habit.measure),
        bisect_left(_RELATIVE, 100 * widths[0] // habit.measure),
        min(block.indent, INDENT),
        int(len(widths) > 1 and max(widths) - min(widths) <= 2),
        _first_sight(length, end, stop, cues),
    )


def _last(text: str) -> str:
    """Return the character that tells how a text ends: a heading may end with a quoted word, a sentence with a mark."""
    bare = text.rstrip("”’》」』")
    return bare[-1:] if "\u4e00" <= bare[-1:] <= "\u9fff" else text[-1:]


def _side(char: str, classes: dict[str, int]) -> int:
    if "\u4e00" <= char <= "\u9fff":
        return 0
    if char in classes:
        return classes[char]
    if char.isdigit():
        return _DIGIT
    return _LATIN if char.isascii() and char.isalpha() else _OTHER


def _first_sight(length: int, end: int, stop: bool, cues: dict[str, int]) -> int:
    for kind, told in (
        (PERSON, cues["people"] > 1),
        (REPORTER, cues["byline"] > 1),
        (CREDIT, cues["credit"]),
        (BRACKET, cues["source"]),
        (FURNITURE, cues["folio"] or cues["notice"]),
        (ASKING, cues["question"] > 1),
        (LONG, length >= 15),
        (TEXT, stop),
        (SENTENCE, end == 1),
        (TINY, length <= 3),
        (SHORT, length <= 7),
        (HEADING, length <= 12),
    ):
        if told:
            return kind
    return WIDE


class _Place(NamedTuple):
    """Where a paragraph stands among the others."""

    before: int
    """Paragraphs before it, up to four."""
    after: int
    run: int
    """Which of the short ones in a row it is, up to five."""
    rest: int
    """How many short ones follow in that row, itself among them."""
    asked: int
    """Paragraphs since the last question, up to `LONG_ANSWER`; 0 where none was asked."""
    interview: int
    """Whether anything is asked shortly before it or soon after."""
    blank: int
    measure: int


Sign = Callable[[Traits], Hashable]


def _around(*names: str) -> Sign:
    """Return a sign of traits told as ``name`` or ``name+1``, ``name-2`` of a neighbour."""
    return itemgetter(*(_index(name) for name in names))


def _index(name: str) -> int:
    for step in range(-REACH, REACH + 1):
        if step and name.endswith(f"{step:+d}"):
            return (step + REACH) * len(TRAITS) + _AT[name[:-2]]
    if name in _AT:
        return REACH * len(TRAITS) + _AT[name]
    return (2 * REACH + 1) * len(TRAITS) + _Place._fields.index(name)


_KIND, _BUILT = _index("kind"), _index("body")
_PAIRS = (
    "length end", "length gap", "length width", "length lines", "length stop", "length spaces", "length clauses",
    "width lines", "first lines", "end start", "run rest", "run rest kind", "asked kind", "asked answer",
    "asked stop", "interview kind", "interview answer", "blank gap", "measure length", "gap gap+1", "gap gap+1 kind",
    "kind-3 kind", "kind-2 kind", "kind-1 kind", "kind kind+1", "kind kind+2", "kind kind+3",
    "kind-1 kind kind+1", "kind-2 kind-1 kind", "kind kind+1 kind+2",
    "kind-1 kind kind+1 kind+2", "kind-2 kind-1 kind kind+1",
    "length length+1 kind kind+1", "length length-1 kind kind-1", "lines lines+1 kind kind+1",
    "lines-1 lines kind-1 kind", "width width+1 kind kind+1", "width-1 width kind-1 kind",
    "gap kind-1 kind", "gap+1 kind kind+1",
)  # fmt: skip
SIGNS: dict[str, Sign] = {
    name: _around(*name.split())
    for name in (
        *(f"{trait}{step:+d}" if step else trait for step in (0, -1, 1, -2, 2) for trait in TRAITS),
        *_Place._fields,
        *_PAIRS,
    )
}
"""Every sign by its name: the names of the traits it looks at."""


def windows_of(
    traits: Sequence[Traits], habit: Habit, first: int, last: int, *, opens: bool, ends: bool
) -> list[Traits]:
    """Return for each of some paragraphs the traits of it and its neighbours, and where it stands.

    ``opens`` and ``ends`` tell whether ``traits`` begin and end with the document.
    """
    places = _places(traits, habit, opens, ends)
    nobody = [_NOBODY] * REACH
    wide = [*nobody, *traits, *nobody]
    return [tuple(chain.from_iterable((*wide[k : k + 2 * REACH + 1], places[k]))) for k in range(first, last)]


def asks(window: Traits) -> bool:
    """Say whether a paragraph asks, as `windows_of` tells it."""
    return window[_KIND] == ASKING


def runs(window: Traits) -> bool:
    """Say whether a paragraph is built of sentences, so that an answer may go on in it."""
    return window[_KIND] in _RUNNING


def heads(window: Traits) -> bool:
    """Say whether a paragraph is a short line in which no sentence is to be seen."""
    return window[_KIND] in _HEADINGS and not window[_BUILT]


def _places(traits: Sequence[Traits], habit: Habit, opens: bool, ends: bool) -> list[_Place]:
    count = len(traits)
    short = [t[0] <= bisect_left(_LENGTHS, _HEADING) for t in traits]
    since = _since_asked(traits)
    runs = _runs(short)
    rests = _runs(short[::-1])[::-1]
    soon = _runs_on([_asks(t) > 1 for t in traits])
    blank, measure = habit.blank // 2, bisect_left(_MEASURES, habit.measure)
    return [
        _Place(
            min(k, 4) if opens else 4,
            min(count - 1 - k, 4) if ends else 4,
            runs[k],
            rests[k],
            since[k],
            int(since[k] > 0 or soon[k]),
            blank,
            measure,
        )
        for k in range(count)
    ]


def _runs(short: Sequence[bool]) -> list[int]:
    runs, run = [], 0
    for each in short:
        run = min(run + 1, 5) if each else 0
        runs.append(run)
    return runs


def _runs_on(asks: Sequence[bool]) -> list[bool]:
    """Return for each paragraph whether it or one of the next few asks."""
    return [any(asks[k : k + SOON]) for k in range(len(asks))]


def _since_asked(traits: Sequence[Traits]) -> list[int]:
    found, since = [], 0
    for each in traits:
        found.append(min(since, LONG_ANSWER))
        if _asks(each) > 1:
            since = 1
        elif since:
            since = since + 1 if since < MEMORY else 0
    return found
