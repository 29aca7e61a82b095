"""Both languages say the same things: no id is missing, no value is left out."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import qingyang
from qingyang.errors import AppError
from qingyang.resources import resource
from qingyang.text.article import MARKS
from qingyang.text.role import ROLES
from qingyang.wording import LANGUAGES, Message, load, message

TABLES = {language: load(resource("i18n"), language).sentences for language in LANGUAGES}
PACKAGE = Path(qingyang.__file__).parent


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_ids_and_values() -> None:
    zh, en = TABLES["zh"], TABLES["en"]
    assert set(zh) == set(en)
    assert {id: fields(s) for id, s in zh.items()} == {id: fields(s) for id, s in en.items()}


def literal_ids() -> set[tuple[str, str]]:
    """Every literal message id and error code in the source, with its file."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if not isinstance(first, ast.Constant) or not isinstance(first.value, str) or not first.value:
                continue
            if name in ("message", "Message", "term"):
                found.add((first.value, path.name))
            elif name == "AppError":
                found.add((f"error.{first.value}", path.name))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_code_says_has_words(language: str) -> None:
    missing = {(id, file) for id, file in literal_ids() if id not in TABLES[language]}
    assert missing == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_a_name(language: str) -> None:
    assert {f"role.{role.id}" for role in ROLES} <= set(TABLES[language])


def test_chinese_is_chinese_and_english_is_not() -> None:
    han = re.compile("[\u4e00-\u9fff]")
    assert [id for id, s in TABLES["en"].items() if han.search(s) and not id.startswith("role.")] == []


def test_an_unknown_id_and_an_error_are_never_silent() -> None:
    words = load(resource("i18n"), "zh")
    assert words.say(message("nobody.says_this")) == "nobody.says_this"
    assert "/x" in words.explain(AppError("cannot_read", path="/x", reason="?"))
    assert words.say(Message("error.empty_file", (("path", "{x}"),))) == "{x} 里没有文字。"
    assert MARKS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_that_ships_has_a_name(language: str) -> None:
    ids = [f"template.{path.stem}" for path in resource("templates").glob("*.toml")]
    assert ids and [id for id in ids if id not in TABLES[language]] == []
