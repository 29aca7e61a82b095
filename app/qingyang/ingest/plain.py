"""Plain text in whatever encoding it came.

Order of belief: byte order mark, strict UTF-8, then the legacy encoding under which the text looks most like Chinese.
"Try one after the other" reads every Big5 file as GB 18030 without an error, so the candidates are compared.
"""

from __future__ import annotations

import codecs
import hashlib

from qingyang.errors import AppError
from qingyang.text.source import Source, unify_newlines

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = ("gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学"
    "法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外"
    "天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军"
    "這個國來們時為說產會過動發經對學後進著還點從業當應開應與關條問無麼沒結實體兩機電種線內數質氣變東長門見車馬風書話語員"
    "，。、“”；：？！（）《》…—"
)
_KNOWN_SHARE = 0.6
"""Of the characters beyond ASCII must be Chinese, kana or marks, else no encoding is believed."""


def decode(data: bytes, name: str = "") -> Source:
    """Return the Source of a file's bytes.

    Raises `AppError`: empty_file, not_text (binary), unknown_encoding.
    """
    if not data.strip(b"\x00\t\n\v\f\r \xef\xbb\xbf\xff\xfe"):
        raise AppError("empty_file", path=name)
    decoder, text = _decoded(data, name)
    text = unify_newlines(text)
    if not text.strip():
        raise AppError("empty_file", path=name)
    return Source(text, hashlib.sha256(data).hexdigest(), decoder, name)


def redecode(data: bytes, decoder: str) -> str:
    """Return the text that bytes gave under a decoder found earlier."""
    return unify_newlines(data.decode(decoder))


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    for mark, decoder in _MARKS:
        if data.startswith(mark):
            text = _strict(data, decoder)
            if text is None:
                raise AppError("unknown_encoding", path=name)
            return decoder, text
    text = _strict(data, "utf-8")
    if text is not None and not _binary(text):
        return "utf-8", text
    candidates = [(_likeness(text), decoder, text) for decoder, text in _legacy(data)]
    if not candidates:
        raise AppError("not_text" if _many_controls(data) else "unknown_encoding", path=name)
    likeness, decoder, text = max(candidates, key=lambda c: c[0])
    if likeness <= 0:
        raise AppError("not_text" if _many_controls(data) else "unknown_encoding", path=name)
    return decoder, text


def _strict(data: bytes, decoder: str) -> str | None:
    try:
        return data.decode(decoder)
    except UnicodeDecodeError:
        return None


def _legacy(data: bytes) -> list[tuple[str, str]]:
    found = []
    for decoder in _LEGACY:
        text = _strict(data, decoder)
        if text is not None and not _binary(text):
            found.append((decoder, text))
    return found


def _likeness(text: str) -> float:
    """Return how much a text looks like Chinese: share of frequent characters; below zero where it does not."""
    sample = [c for c in text[:20_000] if ord(c) > 0x7F]
    if not sample:
        return 0.0
    if sum(_chinese(c) for c in sample) < _KNOWN_SHARE * len(sample):
        return -1.0
    strange = sum(not _chinese(c) or "\ue000" <= c <= "\uf8ff" for c in sample)
    return (sum(c in _FREQUENT for c in sample) - 2 * strange) / len(sample) + 0.02


def _chinese(char: str) -> bool:
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3000" <= char <= "\u30ff"
        or "\uff00" <= char <= "\uffef"
        or "\u2010" <= char <= "\u2026"
        or char in "·×°±÷℃‰—"
    )


def _binary(text: str) -> bool:
    head = text[:20_000]
    return sum(c < " " and c not in "\t\n\v\f\r\x1c\x1d\x1e\x1f" for c in head) * 50 > len(head)


def _many_controls(data: bytes) -> bool:
    head = data[:20_000]
    return sum(b < 32 and b not in b"\t\n\v\f\r" for b in head) * 50 > len(head)
