"""A rope reads like the string it holds, however it came to be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qingyang.text import rope
from qingyang.text.rope import Rope
from qingyang.text.source import LINE, line_around

TEXTS = st.text("甲乙\n\u2028𠮷", max_size=40)
CHANGES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=8)


def changed(text: str, changes: list[tuple[int, int, str]]) -> tuple[Rope, str]:
    """A rope of a few characters a length after changes, and the string it should be."""
    held = Rope(text)
    for a, b, new in changes:
        start, end = sorted((min(a, len(text)), min(b, len(text))))
        held, text = held.spliced(start, end, new), text[:start] + new + text[end:]
    return held, text


@given(TEXTS, CHANGES, st.integers(0, 60), st.integers(0, 60))
def test_a_changed_rope_reads_like_the_changed_string(
    text: str, changes: list[tuple[int, int, str]], a: int, b: int
) -> None:
    rope._Lengths.size = 3
    try:
        held, text = changed(text, changes)
        start, end = sorted((min(a, len(text)), min(b, len(text))))
        assert (str(held), len(held), held[start:end]) == (text, len(text), text[start:end])
        assert [held[k] for k in range(-len(text), len(text))] == list(text * 2)
        found = [(at, line) for at, line in held.lines(start, end) if line]
        assert found == [(m.start(), m.group()) for m in LINE.finditer(text, start, end)]
        assert line_around(held, start, end) == line_around(text, start, end)
    finally:
        rope._Lengths.size = 8_192


def test_a_line_longer_than_is_looked_through_at_once_is_found_whole() -> None:
    text = "甲" * 5_000
    assert line_around(f"一\n{text}\n二", 2_500, 2_600) == (2, 5_002)
    assert line_around(text, 2_500, 2_500) == (0, 5_000)
    assert line_around("\n\n", 1, 1) == (1, 1)


def test_what_a_change_leaves_alone_is_shared() -> None:
    held = Rope("甲" * 100_000)
    now = held.spliced(50_000, 50_001, "乙")
    assert sum(one is not other for one, other in zip(held.lengths(), now.lengths(), strict=True)) == 1
