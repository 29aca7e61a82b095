r"""A change's records as the JSON of a journal row, version 1.

``{"added": [record …], "dropped": [record …]}`` without white space, Chinese as it is. A record is a list:

    ["edit", start, end, new, rule, p, why, id, after]        after: clings to the character before
    ["move", start, end, to, id, rule, p, why, after]
    ["verdict", [key …], accept]                              key: of the rule's edit
    ["tag", [offset, edit], role]                             [offset, edit]: an anchor
    ["mark", [offset, edit], mark, on]
    ["cut", [offset, edit], on]
    ["figure", id, [offset, edit], picture, credit, alt, width]
    ["property", [offset, edit], name, value]
    ["note", id, [offset, edit], quoted, text, person, time, answers, settled]
    ["bookmark", [offset, edit]]
    ["slip", [offset, edit], kind, characters, text, important]

In changes of no document:

    ["title", document, title]
    ["name", name, kind, on]
    ["called", role, name]
    ["role", id, name, base]
    ["list", name, list]                                      list: the id of a house list
    ["check", check, on]
    ["lesson", rule, old, new, before, after, group, on]
    ["transfer", id, document, [offset, edit], host, [document, [offset, edit]] or null, page]
    ["issue", {fact: text …}, template, [document …], most, id]

``why`` is ``[message id, [[name, value] …]]``. Offsets are code points of the source's text. A lone surrogate is
written ``\udXXX``.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from typing import Any

from qingyang.text.article import Anchor
from qingyang.text.change import CHANGE_VERSION, Change
from qingyang.text.edit import (
    Bookmark,
    Cut,
    Edit,
    Figure,
    Mark,
    Move,
    Note,
    Property,
    Record,
    Slip,
    Tag,
    Verdict,
)
from qingyang.text.issue import NAMES, Issue, IssueFacts
from qingyang.text.lesson import Lesson, Likeness
from qingyang.text.newsroom import Called, Guard, Listed, OwnRole, Switched, Titled, Transfer
from qingyang.wording import Message

# Made once: `json.dumps` would make a new one at every call.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_SURROGATES = re.compile("[\ud800-\udfff]")


def canonical(value: object) -> str:
    """Return the one JSON text of a value: no white space, no escapes but those that must be."""
    text = _ENCODER.encode(value)
    return _SURROGATES.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def payload(change: Change) -> str:
    """Return the records of a change as JSON."""
    assert change.version == CHANGE_VERSION, "a journal is written in the version of this program"
    return canonical({"added": [_row(r) for r in change.added], "dropped": [_row(r) for r in change.dropped]})


def records(payload: str) -> tuple[tuple[Record, ...], tuple[Record, ...]]:
    """Return the records (added, dropped) of a payload; `ValueError` where it is none."""
    try:
        found = json.loads(payload)
        return tuple(map(_record, found["added"])), tuple(map(_record, found["dropped"]))
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"no payload: {error}") from error


_AT_FIRST: dict[str, type[Tag | Mark | Cut | Property | Slip | Bookmark]] = {
    "tag": Tag,
    "mark": Mark,
    "cut": Cut,
    "property": Property,
    "slip": Slip,
    "bookmark": Bookmark,
}
"""Records whose first value is the anchor they hang on."""
_WITH_ID: dict[str, type[Figure | Note]] = {"figure": Figure, "note": Note}
"""Records whose anchor follows an id of their own."""
_PLAIN: dict[str, type[Titled | Guard | Called | OwnRole | Listed | Switched]] = {
    "title": Titled,
    "name": Guard,
    "called": Called,
    "role": OwnRole,
    "list": Listed,
    "check": Switched,
}
"""Records of nothing but texts and truths."""
_NAMES: dict[type, str] = {
    **{
        Edit: "edit",
        Move: "move",
        Verdict: "verdict",
        Transfer: "transfer",
        Issue: "issue",
        Lesson: "lesson",
    },
    **{kind: name for name, kind in (*_AT_FIRST.items(), *_WITH_ID.items(), *_PLAIN.items())},
}


def _row(record: Record) -> list[Any]:
    if isinstance(record, Issue):
        facts = {name: text for name, text in asdict(record.facts).items() if text}
        return ["issue", facts, *record[1:]]
    if isinstance(record, Lesson):
        return ["lesson", *record.likeness, record.on]
    return [_NAMES[type(record)], *record]


def _record(row: list[Any]) -> Record:
    kind, *values = row
    if kind in _AT_FIRST:
        return _AT_FIRST[kind](Anchor(*values[0]), *values[1:])
    if kind in _WITH_ID:
        return _WITH_ID[kind](values[0], Anchor(*values[1]), *values[2:])
    if kind in _PLAIN:
        return _PLAIN[kind](*values)
    match kind:
        case "edit":
            start, end, new, rule, p, why, id, after = values
            return Edit(start, end, new, rule, p, told_why(why), id, after)
        case "move":
            start, end, to, id, rule, p, why, after = values
            return Move(start, end, to, id, rule, p, told_why(why), after)
        case "verdict":
            return Verdict(tuple(values[0]), values[1])
        case "transfer":
            id, document, anchor, host, before, page = values
            goal = (before[0], Anchor(*before[1])) if before is not None else None
            return Transfer(id, document, Anchor(*anchor), host, goal, page)
        case "lesson":
            return Lesson(Likeness(*values[:-1]), values[-1])
        case "issue":
            facts, template, documents, most, id = values
            known = {name: text for name, text in facts.items() if name in NAMES}
            return Issue(IssueFacts(**known), template, tuple(documents), most, id)
    raise ValueError(f"no record: {kind}")


def told_why(why: list[Any]) -> Message:
    """Return the message of its JSON."""
    return Message(why[0], tuple([(name, value) for name, value in why[1]]))
