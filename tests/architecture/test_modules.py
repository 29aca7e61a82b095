"""Every module says in its first line what it is for."""

import ast

import bootstrap

APP = bootstrap.ROOT / "app"
MODULES = sorted((APP / "qingyang").rglob("*.py"))


def test_a_module_says_what_it_is_for() -> None:
    assert not [
        path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]


def test_no_room_is_called_by_a_name_that_says_nothing() -> None:
    said_nothing = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
    assert not {path for path in MODULES if said_nothing & {path.stem, *path.relative_to(APP).parts}}
