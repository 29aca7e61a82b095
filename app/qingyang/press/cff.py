"""What a CFF font program says of its glyphs: their numbers and their widths (Adobe Technical Note 5176)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from qingyang.press.charstrings import Private, width
from qingyang.press.encodings import NOTHING, STANDARD, listed

_CHARSET, _ENCODING, _CHAR_STRINGS, _PRIVATE = 15, 16, 17, 18
_SUBROUTINES, _USUAL, _NOMINAL = 19, 20, 21
_MATRIX, _ROS, _DICTS, _SELECT = (12 << 8 | code for code in (7, 30, 36, 37))
_ESCAPE = 12
_SHORT, _LONG = 28, 29
_REAL = 30
_OPERATORS = 22
_GIVEN = 3
"""Charsets below this number are Adobe's own, which no CID-keyed program may use."""
_MORE = """
onesuperior logicalnot mu trademark Eth onehalf plusminus Thorn onequarter divide brokenbar degree thorn threequarters
twosuperior registered minus eth multiply threesuperior copyright Aacute Acircumflex Adieresis Agrave Aring Atilde
Ccedilla Eacute Ecircumflex Edieresis Egrave Iacute Icircumflex Idieresis Igrave Ntilde Oacute Ocircumflex Odieresis
Ograve Otilde Scaron Uacute Ucircumflex Udieresis Ugrave Yacute Ydieresis Zcaron aacute acircumflex adieresis agrave
aring atilde ccedilla eacute ecircumflex edieresis egrave iacute icircumflex idieresis igrave ntilde oacute ocircumflex
odieresis ograve otilde scaron uacute ucircumflex udieresis ugrave yacute ydieresis zcaron
"""
_NAMES = (NOTHING, *listed(STANDARD).values(), *_MORE.split())
"""The first of Adobe's own strings (appendix A): those of its Latin charset; the others are of expert sets."""
_OWN = 391
"""The number of a program's first own string."""
_SUPPLEMENTED = 0x80

_SIGNS = {ord("a"): ".", ord("b"): "e", ord("c"): "e-", ord("d"): None, ord("e"): "-"}
_Dict = dict[int, list[float]]


class _Index(NamedTuple):
    """An INDEX: where its data lie, and where it ends."""

    edges: Sequence[int]
    end: int

    def parts(self, data: bytes) -> Sequence[bytes]:
        """Return its data one by one."""
        return [data[a:b] for a, b in pairwise(self.edges)]


def cids(data: bytes) -> Sequence[int]:
    """Return the CID of every glyph of a CFF program: its own number where the program names its glyphs.

    Raises `ValueError` for what is no CFF program.
    """
    try:
        top, _ = _top(data)
        count = len(_index(data, _offset(top, _CHAR_STRINGS)).edges) - 1
        if _ROS not in top or top.get(_CHARSET, [0])[-1] < _GIVEN:
            return range(count)
        return [0, *islice(_charset(data, _offset(top, _CHARSET)), count - 1)]
    except (IndexError, KeyError) as error:
        raise ValueError("no CFF program") from error


def widths(data: bytes) -> Sequence[float | None]:
    """Return the width of every glyph of a CFF program in 1/1000 em, in the order of `cids`.

    None for one whose width cannot be told. Raises `ValueError` for what is no CFF program.
    """
    try:
        top, end = _top(data)
        shared = _index(data, end).parts(data)
        drawn = _index(data, _offset(top, _CHAR_STRINGS)).parts(data)
        dicts = [dict(_operators(part)) for part in _below(data, top)] or [top]
        private = [_private(data, each) for each in dicts]
        scale = [_scale(top, each) for each in dicts]
        chosen = _selected(data, _offset(top, _SELECT), len(drawn)) if _SELECT in top else [0] * len(drawn)
        found = [width(code, private[k], shared) for code, k in zip(drawn, chosen, strict=True)]
        return [wide if wide is None else wide * scale[k] for wide, k in zip(found, chosen, strict=True)]
    except (IndexError, KeyError) as error:
        raise ValueError("no CFF program") from error


def names(data: bytes) -> Sequence[str]:
    """Return the name of every glyph of a CFF program that names them, empty where it is one of an expert set.

    Raises `ValueError` for what is no such program.
    """
    try:
        top, strings = _top_and_strings(data)
        if _ROS in top:
            raise ValueError("glyphs have numbers")
        count, charset = (
            len(_index(data, _offset(top, _CHAR_STRINGS)).edges) - 1,
            int(top.get(_CHARSET, [0])[-1]),
        )
        numbers = range(1, count) if charset < _GIVEN else islice(_charset(data, charset), count - 1)
        return [NOTHING, *("" if 0 < charset < _GIVEN else _string(number, strings) for number in numbers)]
    except (IndexError, KeyError) as error:
        raise ValueError("no CFF program") from error


def codes(data: bytes) -> dict[int, str]:
    """Return the glyph name of every code by a CFF program's own encoding; raises `ValueError` as `names` does."""
    glyphs = names(data)
    try:
        top, strings = _top_and_strings(data)
        at = int(top.get(_ENCODING, [0])[-1])
        if at < _GIVEN - 1:
            return {} if at else listed(STANDARD)
        form, count, place = data[at] & ~_SUPPLEMENTED, data[at + 1], at + 2
        listing = [data[place + k] for k in range(count)]
        if form:
            ranges = [(data[place + 2 * k], data[place + 2 * k + 1]) for k in range(count)]
            listing = [code for first, left in ranges for code in range(first, first + left + 1)]
        found = dict(zip(listing, glyphs[1:], strict=False))
        place += count * (1 + form)
        if data[at] & _SUPPLEMENTED:
            for k in range(place + 1, place + 1 + 3 * data[place], 3):
                found[data[k]] = _string(_number(data, k + 1, 2), strings)
        return found
    except (IndexError, KeyError) as error:
        raise ValueError("no CFF program") from error


def _string(number: int, strings: Sequence[bytes]) -> str:
    if number < _OWN:
        return _NAMES[number] if number < len(_NAMES) else ""
    return strings[number - _OWN].decode("latin-1")


def _top_and_strings(data: bytes) -> tuple[_Dict, Sequence[bytes]]:
    tops = _index(data, _index(data, data[2]).end)
    return _top(data)[0], _index(data, tops.end).parts(data)


def _top(data: bytes) -> tuple[_Dict, int]:
    """Return the top DICT, and where the global subroutines begin."""
    names = _index(data, data[2])
    tops = _index(data, names.end)
    strings = _index(data, tops.end)
    return dict(_operators(data[tops.edges[0] : tops.edges[1]])), strings.end


def _offset(found: _Dict, operator: int) -> int:
    return int(found[operator][-1])


def _below(data: bytes, top: _Dict) -> Sequence[bytes]:
    return _index(data, _offset(top, _DICTS)).parts(data) if _DICTS in top else ()


def _private(data: bytes, found: _Dict) -> Private:
    size, at = map(int, found.get(_PRIVATE, [0, 0])[-2:])
    said = dict(_operators(data[at : at + size]))
    own = _index(data, at + _offset(said, _SUBROUTINES)).parts(data) if _SUBROUTINES in said else ()
    return Private(said.get(_USUAL, [0])[-1], said.get(_NOMINAL, [0])[-1], own)


def _scale(top: _Dict, below: _Dict) -> float:
    """Return how many 1/1000 em a unit of a glyph is; a matrix of a DICT below goes before that of the top one."""
    found = [each[_MATRIX][0] for each in (top, below) if len(each.get(_MATRIX, ())) == 6]
    share = 1000 * (found[0] if found else 0.001)
    return share * found[1] if below is not top and len(found) > 1 else share


def _selected(data: bytes, at: int, count: int) -> Sequence[int]:
    """Return which private DICT each glyph has, by a list or by ranges."""
    if data[at] == 0:
        return data[at + 1 : at + 1 + count]
    found: list[int] = []
    ranges = _number(data, at + 1, 2)
    for k in range(ranges):
        place = at + 3 + 3 * k
        found += [data[place + 2]] * (_number(data, place + 3, 2) - _number(data, place, 2))
    return found[:count]


def _number(data: bytes, at: int, size: int) -> int:
    if at + size > len(data):
        raise IndexError
    return int.from_bytes(data[at : at + size], "big")


def _index(data: bytes, at: int) -> _Index:
    count = _number(data, at, 2)
    if not count:
        return _Index((), at + 2)
    size = data[at + 2]
    base = at + 2 + (count + 1) * size
    edges = [base + _number(data, at + 3 + k * size, size) for k in range(count + 1)]
    return _Index(edges, edges[-1])


def _operators(data: bytes) -> Iterator[tuple[int, list[float]]]:
    """Yield the operators of a DICT with their operands."""
    at, operands = 0, list[float]()
    while at < len(data):
        first = data[at]
        if first < _OPERATORS:
            escaped = first == _ESCAPE
            yield (first << 8 | data[at + 1] if escaped else first), operands
            at, operands = at + 1 + escaped, []
        else:
            value, at = _operand(data, at)
            operands.append(value)


def _operand(data: bytes, at: int) -> tuple[float, int]:
    first = data[at]
    if first in (_SHORT, _LONG):
        size = 2 if first == _SHORT else 4
        value = _number(data, at + 1, size)
        return value - (value >> 8 * size - 1 << 8 * size), at + 1 + size
    if first == _REAL:
        return _real(data, at + 1)
    if first < 247:
        return first - 139, at + 1
    sign = 1 if first < 251 else -1
    return sign * ((first - (247 if sign > 0 else 251)) * 256 + data[at + 1] + 108), at + 2


def _real(data: bytes, at: int) -> tuple[float, int]:
    """Return a real number, written half a byte a sign, and where it ends."""
    text = ""
    while not text.endswith("f"):
        text += f"{data[at]:02x}"
        at += 1
    said = text.partition("f")[0].translate(_SIGNS)
    try:
        return float(said), at
    except ValueError as error:
        raise IndexError("no number") from error


def _charset(data: bytes, at: int) -> Iterator[int]:
    """Yield the CIDs of all glyphs but the first, one by one or in ranges, as the charset's format has them."""
    form = data[at]
    at += 1
    while True:
        first = _number(data, at, 2)
        left = _number(data, at + 2, form) if form else 0
        yield from range(first, first + left + 1)
        at += 2 + form
