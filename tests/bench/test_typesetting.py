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


@pytest.mark.parametrize(
    ("em", "p99", "most", "loose", "in_word"),
    [(None, 1.03, 1.12, 0.004, 0.23), (20.5, 1.035, 1.12, 0.008, 0.23), (13.5, 1.06, 1.3, 0.02, 0.45)],
)
def test_lines(cut: Any, em: float | None, p99: float, most: float, loose: float, in_word: float) -> None:
    texts = prose.paragraphs(40_000)
    # A space between phrases parts two Han characters and is no stretched gap.
    texts = [text.replace(" ", "") for text in texts]
    found = typesetting.figures(texts, typesetting.template(em), cut)
    # One paragraph in some hundreds cannot but end on one character; the editor is told which.
    assert found["lone_last"] <= 1
    assert {name: found[name] for name in linemeter.ZEROS} == dict.fromkeys(linemeter.ZEROS, 0) | {
        "lone_last": found["lone_last"]
    }
    assert found["han_advance"][1] <= p99 and found["han_advance"][2] <= most
    assert found["loose"] <= loose
    assert found["in_word"] <= in_word
    assert found["line_end_mark"] == pytest.approx(0.5, abs=0.01)
    assert found["adjacent_marks"] == pytest.approx(0.5, abs=0.01)
    assert found["han_latin_gap"][0] >= 0.12 and found["han_latin_gap"][2] <= 0.34
