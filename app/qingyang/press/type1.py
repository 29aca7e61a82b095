"""What a Type 1 font program says of its glyphs: names, codes and widths (Adobe Type 1 Font Format)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from qingyang.press.encodings import STANDARD, listed

_EEXEC, _CHARSTRING = 55665, 4330
"""Keys of the program's encrypted part and of each charstring."""
_SEALED = b"eexec"
_LEAD = 4
"""Random bytes before what is encrypted."""
_ENTRY = re.compile(rb"/(\S+)\s+(\d+)\s+(?:RD|-\|)\s")
_CODE = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put")
_MATRIX = re.compile(rb"/FontMatrix\s*\[\s*([-+.\deE]+)")
_UNENCRYPTED = re.compile(rb"/lenIV\s+(-?\d+)")
_ESCAPE, _SIDE, _DIVIDE, _LONG = 12, 13, 12, 255
_SIDE_BOTH = 7


def codes(data: bytes) -> dict[int, str]:
    """Return the glyph name of every code by a Type 1 program's own encoding."""
    clear = data.partition(_SEALED)[0]
    if b"/Encoding StandardEncoding" in clear:
        return listed(STANDARD)
    return {int(code): name.decode("latin-1") for code, name in _CODE.findall(clear)}


@lru_cache(maxsize=16)
def widths(data: bytes) -> Mapping[str, float | None]:
    """Return the width of every glyph of a Type 1 program in 1/1000 em, by name; None for one that cannot be told.

    Raises `ValueError` for what is no Type 1 program.
    """
    clear, sealed, rest = data.partition(_SEALED)
    matrix = _MATRIX.search(clear)
    if not sealed or not matrix:
        raise ValueError("no Type 1 program")
    private = _decrypted(_binary(rest.lstrip(b" \t\r\n")), _EEXEC)[_LEAD:]
    said = _UNENCRYPTED.search(private)
    lead, scale = int(said[1]) if said else _LEAD, 1000 * float(matrix[1])
    found = {name: _width(code, lead) for name, code in _charstrings(private)}
    return {name: None if width is None else width * scale for name, width in found.items()}


def _binary(data: bytes) -> bytes:
    """Return an encrypted part as bytes: it may be written in hexadecimal."""
    if re.fullmatch(rb"[0-9A-Fa-f]{4}", data[:4]) is None:
        return data
    digits = re.sub(rb"\s+", b"", data)
    found = re.match(rb"(?:[0-9A-Fa-f]{2})+", digits)
    return bytes.fromhex(found[0].decode("ascii")) if found else b""


def _decrypted(data: bytes, key: int) -> bytes:
    found = bytearray()
    for byte in data:
        found.append(byte ^ key >> 8)
        key = (byte + key) * 52845 + 22719 & 0xFFFF
    return bytes(found)


def _charstrings(private: bytes) -> list[tuple[str, bytes]]:
    found, at = [], private.find(b"/CharStrings")
    while at >= 0 and (entry := _ENTRY.search(private, at)):
        at = entry.end() + int(entry[2])
        found.append((entry[1].decode("latin-1"), private[entry.end() : at]))
    return found


def _width(code: bytes, lead: int) -> float | None:
    """Return the width a charstring says first of all, in the glyph's own units."""
    data, stack, at = (_decrypted(code, _CHARSTRING)[lead:] if lead >= 0 else code), list[float](), 0
    while at < len(data):
        byte, following = data[at], data[at + 1 : at + 5]
        if byte >= 32:
            value, size = _operand(byte, following)
            stack.append(value)
            at += size
        elif byte == _ESCAPE and following[:1] == bytes([_DIVIDE]) and len(stack) > 1 and stack[-1]:
            divisor = stack.pop()
            stack.append(stack.pop() / divisor)
            at += 2
        elif byte == _SIDE:
            return stack[1] if len(stack) > 1 else None
        else:
            both = byte == _ESCAPE and following[:1] == bytes([_SIDE_BOTH])
            return stack[2] if both and len(stack) > 2 else None
    return None


def _operand(byte: int, following: bytes) -> tuple[float, int]:
    if byte == _LONG:
        return int.from_bytes(following, "big", signed=True), 5
    if byte < 247:
        return byte - 139, 1
    sign = 1 if byte < 251 else -1
    return sign * ((byte - (247 if sign > 0 else 251)) * 256 + following[0] + 108), 2
