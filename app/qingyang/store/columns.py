"""Proposals as bytes: a column a field, because a million characters make tens of thousands of edits.

Layout, all little-endian: the length of the head (uint32), the head (JSON in ASCII), then columns of
int32 or float64, one value an edit. Head: ``version``, ``edits`` (how many), ``rules``, ``texts`` and ``ids`` (the
distinct values, in order of first use), ``whys``, ``moves`` and ``flags`` (lists of their fields), ``sure_from``; the
last two are missing in what the first rules proposed. ``whys`` holds the distinct
messages, those of one id and the same names of values together: ``[id, [name …], how many, [values of a name …]]``.
Columns: start less the start before it, length, rule, p, text, why, id, after; rule, text, why and id count into the
head's lists.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Iterable
from itertools import accumulate, pairwise, repeat
from operator import add
from typing import Any, TypeVar

from qingyang.store.records import told_why
from qingyang.text.edit import SURE_FROM, Flag, Move, Proposals
from qingyang.text.edits import Edits, Says
from qingyang.wording import Message

_T = TypeVar("_T")


def sound(packed: bytes, hash: str) -> bytes:
    """Return what was compressed; `ValueError` if it is broken or not what the hash says."""
    raw = inflate(packed)
    if hashlib.sha256(raw).hexdigest() != hash:
        raise ValueError("hash differs")
    return raw


def inflate(packed: bytes) -> bytes:
    """Return what was compressed; `ValueError` if it is broken."""
    try:
        return zlib.decompress(packed)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def pack(proposals: Proposals) -> bytes:
    """Return the proposals as bytes; equal proposals give equal bytes."""
    edits = proposals.edits
    rules, rule = _indexed(e.rule for e in edits)
    texts, text = _indexed(e.new for e in edits)
    whys, why = _whys([e.why for e in edits])
    ids, id = _indexed(e.id for e in edits)
    starts = [e.start for e in edits]
    head = {
        "version": proposals.version,
        "edits": len(edits),
        "rules": rules,
        "texts": texts,
        "whys": whys,
        "ids": ids,
        "moves": proposals.moves,
        "flags": proposals.flags,
        "sure_from": proposals.sure_from,
    }
    told = json.dumps(head, separators=(",", ":"), allow_nan=False).encode("ascii")
    return b"".join(
        [
            _bytes(array("i", [len(told)])),
            told,
            _bytes(array("i", [b - a for a, b in pairwise([0, *starts])])),
            _bytes(array("i", [e.end - e.start for e in edits])),
            _bytes(rule),
            _bytes(array("d", [e.p for e in edits])),
            _bytes(text),
            _bytes(why),
            _bytes(id),
            _bytes(array("i", [e.after for e in edits])),
        ]
    )


def unpack(raw: bytes) -> Proposals:
    """Return the proposals of their bytes; `ValueError` where they are none."""
    try:
        return _unpacked(memoryview(raw))
    except (KeyError, IndexError, TypeError) as error:
        raise ValueError(f"no proposals: {error}") from error


def _unpacked(raw: memoryview) -> Proposals:
    length = _column(raw, 0, "i", 1)[0]
    head: dict[str, Any] = json.loads(bytes(raw[4 : 4 + length]))
    n: int = head["edits"]
    at = 4 + length
    columns = []
    for kind in "iiidiiii":
        columns.append(_column(raw, at, kind, n))
        at += columns[-1].itemsize * n
    delta, lengths, rule, p, text, why, id, after = columns
    starts = array("i", accumulate(delta))
    whys = [why for group in head["whys"] for why in _messages(*group)]
    # What is said of many places is kept once.
    numbers: dict[tuple[int, ...], int] = {}
    each = zip(text, rule, why, id, after, strict=True)
    said = array("i", (numbers.setdefault(one, len(numbers)) for one in each))
    says = [
        Says(head["texts"][t], head["rules"][r], whys[w], head["ids"][i], bool(a))
        for t, r, w, i, a in numbers
    ]
    ends = array("i", map(add, starts, lengths))
    edits = Edits.told(starts, ends, p, said, says)
    return Proposals(
        head["version"],
        edits,
        tuple(_move(row) for row in head["moves"]),
        tuple(_flag(row) for row in head.get("flags", ())),
        head.get("sure_from", SURE_FROM),
    )


def _move(row: list[Any]) -> Move:
    start, end, to, id, rule, p, why, after = row
    return Move(start, end, to, id, rule, p, told_why(why), after)


def _flag(row: list[Any]) -> Flag:
    start, end, rule, p, why, offers = row
    return Flag(start, end, rule, p, told_why(why), tuple(offers))


def _indexed(values: Iterable[_T]) -> tuple[list[_T], array[int]]:
    places: dict[_T, int] = {}
    column = array("i", [places.setdefault(value, len(places)) for value in values])
    return list(places), column


def _whys(whys: list[Message]) -> tuple[list[Any], array[int]]:
    groups: dict[tuple[str, tuple[str, ...]], dict[Any, int]] = {}
    places: list[tuple[dict[Any, int], int]] = []
    for why in whys:
        names, values = zip(*why.facts, strict=True) if why.facts else ((), ())
        group = groups.setdefault((why.id, names), {})
        # 1, 1.0 and True are equal and read differently.
        key = (values, tuple(map(type, values)))
        places.append((group, group.setdefault(key, len(group))))
    counts = accumulate((len(group) for group in groups.values()), initial=0)
    first = {id(group): at for group, at in zip(groups.values(), counts, strict=False)}
    head = [
        [name, names, len(group), list(zip(*(key[0] for key in group), strict=True))]
        for (name, names), group in groups.items()
    ]
    return head, array("i", [first[id(group)] + k for group, k in places])


def _messages(id: str, names: list[str], count: int, columns: list[list[Any]]) -> Iterable[Message]:
    if not names:
        return [Message(id)] * count
    pairs = (zip(repeat(name), column, strict=False) for name, column in zip(names, columns, strict=True))
    return map(Message, repeat(id), zip(*pairs, strict=True))


def _bytes(column: array[Any]) -> bytes:
    if sys.byteorder == "big":
        column.byteswap()
    return column.tobytes()


def _column(raw: memoryview, at: int, kind: str, n: int) -> array[Any]:
    column: array[Any] = array(kind)
    column.frombytes(raw[at : at + n * column.itemsize])
    if len(column) != n:
        raise ValueError("cut short")
    if sys.byteorder == "big":
        column.byteswap()
    return column
