"""Where Western words may part: in prose only, never an abbreviation, an address or half a compound."""

import itertools

import pytest

from qingyang.lexicon.hyphenation import load_hyphens

hyphens = load_hyphens()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("讨论development问题", ["讨论de", "vel", "op", "ment问题"]),
        ("Representatives", ["Rep", "re", "sen", "ta", "tives"]),
        ("on", ["on"]),
        ("UNESCO", ["UNESCO"]),
        ("iPhone", ["iPhone"]),
        ("www.development.org", ["www.development.org"]),
        ("development.org", ["development.org"]),
        ("editor@development.org", ["editor@development.org"]),
        ("self-development", ["self-development"]),
        ("development2", ["development2"]),
        ("汉字", ["汉字"]),
    ],
)
def test_where_words_part(text: str, parts: list[str]) -> None:
    edges = [0, *hyphens(text), len(text)]
    assert [text[a:b] for a, b in itertools.pairwise(edges)] == parts
