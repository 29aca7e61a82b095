"""An issue of the bulletin: kept whole with the desk, the next one begun from it, each word of it undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingyang.compose import IssueFacts
from qingyang.errors import AppError
from qingyang.services.project import Project
from qingyang.text.issue import NAMES, Issue

FULL = IssueFacts(**{name: f"{name}之言" for name in NAMES})


def test_every_fact_template_and_limit_is_there_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "desk.qy"
    with Project.open(path, create=True) as project:
        document = project.import_text("第一段文字。", "甲")
        kept = project.issues.put(Issue(FULL, "a4-brief", (document,), 4))
    with Project.open(path) as project:
        assert project.issues.get() == project.issues.get(kept.id) == kept
        assert kept.facts == FULL


def test_a_change_is_kept_under_the_same_id_and_loses_nothing(tmp_path: Path) -> None:
    with Project.open(tmp_path / "desk.qy", create=True) as project:
        kept = project.issues.put(Issue(FULL))
        assert project.issues.put(kept._replace(template="a4-brief")).id == kept.id
        assert project.issues.get() == kept._replace(template="a4-brief")


def test_the_next_issue_leaves_the_one_before_as_it_was(tmp_path: Path) -> None:
    with Project.open(tmp_path / "desk.qy", create=True) as project:
        first = project.issues.put(Issue(IssueFacts(name="简报", number="009", total="368", date="一日")))
        second = project.issues.put(first.next("二日"))
        assert second.facts == IssueFacts(name="简报", number="010", total="369", date="二日")
        assert project.issues.get(first.id) == first and project.issues.get() == second


def test_a_number_in_words_is_left_to_the_person() -> None:
    assert Issue(IssueFacts(number="增刊")).next("").facts.number == "增刊"


def test_what_is_said_now_stands_over_what_is_kept(tmp_path: Path) -> None:
    with Project.open(tmp_path / "desk.qy", create=True) as project:
        project.issues.put(Issue(IssueFacts(name="简报", number="9", copies="30")))
        said = project.issues.facts("", IssueFacts(number="10"))
        assert said == IssueFacts(name="简报", number="10", copies="30")
        with pytest.raises(AppError):
            project.issues.get("no such id")


def test_what_is_said_of_an_issue_is_undone_and_done_again(tmp_path: Path) -> None:
    path = tmp_path / "desk.qy"
    with Project.open(path, create=True, person="张三") as project:
        first = project.issues.put(Issue(IssueFacts(number="9")))
        second = project.issues.put(first._replace(template="a4-brief"))
        project.everywhere.undo("")
        assert project.issues.get() == first
        project.everywhere.undo("")
        assert project.issues.get() == Issue()
    with Project.open(path) as project:
        project.everywhere.redo("")
        project.everywhere.redo("")
        assert project.issues.get() == second
        assert [(c.kind, c.person) for c in project.ledger.changes[:2]] == [
            ("issue_new", "张三"),
            ("issue", "张三"),
        ]
