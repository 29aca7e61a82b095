"""Every error and finding of the store has a sentence in both languages, with the values it comes with."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from qingyang.errors import AppError
from qingyang.store import faults
from qingyang.wording import load

ROOT = Path(__file__).parents[2]


def said() -> dict[str, set[str]]:
    """Return the values of every message id, by reading the calls that make them."""
    found = {f"error.{code}": {"path", "reason"} for code in faults._CODES.values()}
    for path in (ROOT / "app" / "qingyang" / "store").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            first = node.args[0]
            if node.func.id in ("AppError", "message") and isinstance(first, ast.Constant):
                id = f"error.{first.value}" if node.func.id == "AppError" else first.value
                found.setdefault(id, set()).update(k.arg for k in node.keywords if k.arg)
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("id", sorted(said()))
def test_a_sentence_uses_only_values_it_gets(language: str, id: str) -> None:
    sentence = load(ROOT / "resources" / "i18n", language).sentences[id]
    assert set(re.findall(r"{(\w+)}", sentence)) <= said()[id]


def test_no_sentence_is_left_over() -> None:
    for language in ("zh", "en"):
        alone = ROOT / "resources" / "i18n" / language / "store.toml"
        ids = set(re.findall(r"^(\w+) =", alone.read_text(encoding="utf-8"), re.M))
        assert ids <= {id.rsplit(".", 1)[1] for id in said()}


def test_an_error_is_explained() -> None:
    wording = load(ROOT / "resources" / "i18n", "zh")
    error = AppError("desk_in_use", path="a.qy", person="甲", host="机器", pid=12)
    assert wording.explain(error) == "稿件库 a.qy 正由 甲 在 机器 上使用（进程 12）。"
