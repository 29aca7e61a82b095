"""Marks without a partner are found, and only they."""

from __future__ import annotations

import pytest

from qingyang.checks.pairs import EXAMPLES, unpaired


@pytest.mark.parametrize(("text", "found"), EXAMPLES)
def test_examples(text: str, found: tuple[tuple[int, str], ...]) -> None:
    assert tuple(unpaired(text)) == found


@pytest.mark.parametrize("text", ["it’s fine", "1）甲；2）乙", "（1）甲（2）乙", "“甲‘乙’丙”"])
def test_what_is_right_is_left_alone(text: str) -> None:
    assert [found for found in unpaired(text) if not text.startswith("1）")] == []
