"""Whatever encoding a newsroom's file comes in, it is read right or refused, never read wrong in silence."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from qingyang.errors import AppError
from qingyang.ingest import read_source
from qingyang.ingest.plain import decode, redecode

SIMPLIFIED = (
    "渝中区将在“十四五”时期持续提升公共服务质量和水平，完善社会治理制度。\n比如，多渠道增加居民收入。"
)
TRADITIONAL = "國際機場今日宣佈，為應對颱風來襲，將調整多個航班時間。\n旅客應該提前與航空公司聯繫。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_simplified_text_in_every_usual_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding)).text == SIMPLIFIED


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gb18030", "utf-16"])
def test_traditional_text_in_every_usual_encoding(encoding: str) -> None:
    text = TRADITIONAL
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16-le"])
@pytest.mark.parametrize("length", [12, 20, 40])
def test_short_texts(encoding: str, length: int) -> None:
    text = (TRADITIONAL if encoding == "big5" else SIMPLIFIED)[:length]
    assert decode(text.encode(encoding)).text == text


def test_every_line_end_becomes_one() -> None:
    assert decode("甲\r\n乙\r丙\n丁\u0085戊".encode()).text == "甲\n乙\n丙\n丁\u0085戊"


def test_astral_characters_and_a_mark_in_the_middle_survive() -> None:
    text = "𠮷野家\ufeff开业，😀。"
    assert decode(codecs.BOM_UTF8 + text.encode()).text == text


def test_the_bytes_can_be_decoded_again_as_they_were() -> None:
    for encoding in ("gb18030", "utf-16", "utf-8-sig"):
        data = SIMPLIFIED.replace("\n", "\r\n").encode(encoding)
        source = decode(data)
        assert redecode(data, source.decoder) == source.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\xef\xbb\xbf \n", "empty_file"),
        (b"\x00" * 4000, "empty_file"),
        (b"\x7fELF" + bytes(range(256)) * 20, "not_text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(reversed(range(256))) * 20, "not_text"),
        (b"\xff\xfe\x00", "empty_file"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00\x42", "unknown_encoding"),
        ("渝中区".encode() + b"\xff\x80\x80\x80", "unknown_encoding"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(AppError) as caught:
        decode(data, "x.txt")
    assert caught.value.code == code


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        read_source(tmp_path)
    assert caught.value.code == "cannot_read"
