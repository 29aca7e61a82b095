"""The lines of a set bulletin, measured on its PDF: the rules hold without exception, the whites stay close."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
linemeter: Any = importlib.import_module("linemeter")
prose: Any = importlib.import_module("prose")
typesetting: Any = importlib.import_module("typesetting")


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the dictionary's cutter."""
    from qingyang.lexicon import load_words

    return load_words(tmp_path_factory.mktemp("words")).cut


WIDE = (1.03, 1.12, 0.003, 0.23)
NARROW = (1.06, 1.25, 0.015, 0.45)
SMALL = (1.03, 1.12, 0.008, 0.23)
BRIEF = (1.05, 1.12, 0.008, 0.23)
"""Of Han advance the 99th percentile and the most, lines over 1.05 em, breaks inside a word: issue 6.

In so small a text one loose sentence that comes again and again is more than three lines in a thousand: `SMALL`.
At 27½ em no 99th percentile is asked: its short paragraphs give what fills the columns."""


@pytest.mark.parametrize(
    ("name", "em", "limits"),
    [
        ("a4-two-column", None, WIDE),
        ("a4-two-column", 20.5, SMALL),
        ("a4-two-column", 13.5, NARROW),
        ("a4-brief", None, BRIEF),
        ("a3-four-column", None, NARROW),
        ("tabloid-five-column", None, NARROW),
    ],
)
def test_lines(cut: Any, name: str, em: float | None, limits: tuple[float, ...]) -> None:
    p99, most, loose, in_word = limits
    # A space between phrases parts two Han characters and is no stretched gap.
    texts = [text.replace(" ", "") for text in prose.paragraphs(40_000)]
    found = typesetting.figures(texts, typesetting.template(em, name), cut)
    # One paragraph in some hundreds cannot but end on one character; the editor is told which.
    assert found["lone_last"] <= 1 and found["lone_last_told"] >= found["lone_last"]
    assert {name: found[name] for name in linemeter.ZEROS} == dict.fromkeys(linemeter.ZEROS, 0) | {
        "lone_last": found["lone_last"]
    }
    assert found["han_advance"][1] <= p99 and found["han_advance"][2] <= most
    assert found["loose"] <= loose
    assert found["in_word"] <= in_word
    assert found["line_end_mark"] == pytest.approx(0.5, abs=0.01)
    assert found["adjacent_marks"] == pytest.approx(0.5, abs=0.01)
    assert found["han_latin_gap"][0] >= 0.12 and found["han_latin_gap"][2] <= 0.34
    assert found["columns_short"] <= 0.05
    assert found["last_page_spread"] <= 1
    assert found["fallback"] <= 0.01
