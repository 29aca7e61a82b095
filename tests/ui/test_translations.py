"""The window speaks Chinese throughout: no string unfinished, none forgotten, the compiled file up to date."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QTranslator

from qingyang import ui
from qingyang.resources import resource
from qingyang.text.role import ROLES
from qingyang.ui.actions import MENUS, actions
from qingyang.wording import load

pytestmark = pytest.mark.window
TS = resource("i18n", "qt", "qingyang_zh_CN.ts")
KINDS = (
    *("edit", "convert", "split", "join", "move", "insert", "accept", "reject", "seen", "replace"),
    *("role", "mark", "cut", "slip"),
    *("note", "note_settled", "note_opened", "bookmark", "bookmark_off", "restore"),
    *("figure", "figure_edit", "figure_move", "figure_off", "property", "move_article"),
    *("name", "name_off", "role_name", "role_new", "house_list", "house_list_off", "newsroom"),
    *("check", "check_off", "rule", "rule_off", "rule_gone"),
    *("issue", "issue_new", "transfer", "transfer_back", "page", "title"),
)


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    """Every message of a .ts file by context and source."""
    found = {}
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name") or "", message.findtext("source") or "")
            translation = message.find("translation")
            assert translation is not None
            found[key] = translation
    return found


def tool(name: str, *arguments: str) -> None:
    """Run one of Qt's translation tools."""
    program = Path(PySide6.__file__).parent / name
    subprocess.run([str(program), *arguments], check=True, capture_output=True)


def test_nothing_is_unfinished() -> None:
    for (context, source), translation in messages(TS).items():
        assert translation.get("type") is None and translation.text, (context, source)


def test_placeholders_survive() -> None:
    import string

    def names(text: str) -> set[str | None]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}

    for (_, source), translation in messages(TS).items():
        assert names(source) == names(translation.text or ""), source


@pytest.mark.skipif(sys.platform == "win32", reason="the tools lie elsewhere on Windows")
def test_nothing_the_code_says_is_missing(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    files = sorted(str(path) for path in Path(ui.__path__[0]).rglob("*.py"))
    # The aligned view calls it ``say``.
    tool("lupdate", *files, "-ts", str(fresh), "-tr-function-alias", "translate+=say")
    assert set(messages(fresh)) == set(messages(TS))


@pytest.mark.skipif(sys.platform == "win32", reason="the tools lie elsewhere on Windows")
def test_the_compiled_file_is_up_to_date(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    tool("lrelease", str(TS), "-qm", str(fresh))
    assert fresh.read_bytes() == TS.with_suffix(".qm").read_bytes()


def test_every_action_and_menu_is_in_the_table(qapp: object) -> None:
    translator = QTranslator()
    assert translator.load(str(TS.with_suffix(".qm")))
    for action in actions():
        assert not action.text or translator.translate("Action", action.text), action.id
    for menu in MENUS:
        assert translator.translate("Menu", menu.text), menu.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_roles_and_changes_have_names(language: str) -> None:
    words = load(resource("i18n"), language)
    ids = [f"role.{role.id}" for role in ROLES] + [f"change.{kind}" for kind in KINDS]
    assert [id for id in ids if words.term(id) == id] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_of_roles_are_told_apart(language: str) -> None:
    words = load(resource("i18n"), language)
    names = [words.term(f"role.{role.id}") for role in ROLES]
    assert len(set(names)) == len(names)
