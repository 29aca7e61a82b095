"""Texts made worse for the roles to be fitted on: a scan's errors as often as told, and nothing else changed."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from qingyang.tagging.line import Block, Habit

sys.path.insert(0, str(Path(__file__).parent))
tales: Any = importlib.import_module("role_tales")

TEXTS = (
    "渡口的渔火",
    "本报讯（记者 何渡）",
    "入夜以后，江面上亮起三十多盏渔火，老人说：水涨了。" * 8,
    "短",
    "，",
)
PAGES = range(400)
HAN = "[\u4e00-\u9fff]"


def tale(page: int = 0, variant: str = "pymupdf") -> Any:
    blocks = [Block(text, 2, (len(text),), 1) for text in TEXTS]
    return tales.Tale(
        page, variant, True, blocks, Habit(), ["headline", "byline", "body", "kicker", ""], [0] * 5
    )


def texts(found: Any) -> tuple[str, ...]:
    return tuple(block.text for block in found.blocks)


MISREAD = [found for page in PAGES if texts(found := tales.misread(tale(page), 1)) != TEXTS]


def test_about_as_many_texts_are_misread_as_told() -> None:
    assert len(MISREAD) / len(PAGES) == pytest.approx(tales.MISREAD, abs=0.07)


@pytest.mark.parametrize("variant", tales.SCANS)
def test_what_was_read_from_a_scan_is_not_misread_again(variant: str) -> None:
    assert all(tales.misread(tale(page, variant), 1) == tale(page, variant) for page in PAGES)


def test_only_characters_change() -> None:
    for found in MISREAD:
        assert found.roles == tale().roles and found.articles == tale().articles
        assert [block._replace(text="") for block in found.blocks] == [
            block._replace(text="") for block in tale().blocks
        ]


def test_no_paragraph_is_lost() -> None:
    assert all(block.text for found in MISREAD for block in found.blocks)


def test_some_characters_are_taken_for_others_and_some_lost_and_most_are_right() -> None:
    long, han = len(TEXTS[2]), len(re.findall(HAN, TEXTS[2]))
    lost = [1 - len(re.findall(HAN, found.blocks[2].text)) / han for found in MISREAD]
    kept = [
        sum(a == b for a, b in zip(found.blocks[2].text, TEXTS[2], strict=True)) / long
        for found in MISREAD
        if len(found.blocks[2].text) == long
    ]
    assert 0.003 < sum(lost) / len(lost) < 0.03
    assert kept and min(kept) > 0.8 and max(kept) < 1


def test_the_same_text_is_misread_the_same_and_other_seeds_otherwise() -> None:
    assert [texts(tales.misread(found, 1)) for found in map(tale, PAGES)] == [
        texts(tales.misread(found, 1)) for found in map(tale, PAGES)
    ]
    others = [page for page in PAGES if texts(tales.misread(tale(page), 2)) != TEXTS]
    assert others != [found.page for found in MISREAD]
