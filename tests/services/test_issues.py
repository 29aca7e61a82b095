"""An issue of the bulletin: kept whole with the desk, the next one begun from it, each word of it undone."""

from __future__ import annotations

from collections.abc import Iterator
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


@pytest.fixture
def two_issues(tmp_path: Path) -> Iterator[Project]:
    """Two documents, the older issue of the first one and the newer one of the second."""
    with Project.open(tmp_path / "desk.qy", create=True) as project:
        one = project.import_text("渝中举办咖啡节。", "甲")
        two = project.import_text("区委召开常委会。", "乙")
        project.issues.put(Issue(IssueFacts(name="简报", number="9", date="一日"), "a4-brief", (one,), 3))
        project.issues.put(Issue(IssueFacts(name="简报", number="10", date="二日"), documents=(two,)))
        yield project


def numbers(project: Project) -> list[str]:
    return [issue.facts.number for issue in project.issues.all()]


def test_an_older_issue_is_taken_up_again_and_is_still_at_hand_after_reopening(tmp_path: Path) -> None:
    path = tmp_path / "desk.qy"
    with Project.open(path, create=True) as project:
        older = project.issues.put(Issue(IssueFacts(number="9")))
        newer = project.issues.put(Issue(IssueFacts(number="10")))
        assert project.issues.at_hand() == newer
        project.issues.take(older.id)
    with Project.open(path) as project:
        assert project.issues.at_hand() == older and numbers(project) == ["10", "9"]
        # Who asks for no issue by name means the newest: a command line knows no hands.
        assert project.issues.get() == newer


def test_a_new_issue_is_at_hand_and_undone_it_is_not(two_issues: Project) -> None:
    older = two_issues.issues.all()[1]
    two_issues.issues.take(older.id)
    begun = two_issues.issues.put(older.next("三日"))
    assert two_issues.issues.at_hand() == begun
    two_issues.issues.take(begun.id)
    two_issues.everywhere.undo("")
    assert two_issues.issues.at_hand().facts.number == "10"


def test_a_document_that_comes_in_joins_the_issue_at_hand(two_issues: Project) -> None:
    issues = two_issues.issues
    newer, older = issues.all()
    everything = tuple(row.id for row in two_issues.documents())
    older = issues.put(older._replace(documents=everything))
    issues.take(older.id)
    document = two_issues.import_text("第三份。", "丙")
    two_issues.join_issue([document])
    assert issues.get(older.id).documents == (*everything, document) and issues.get(newer.id) == newer


def test_an_issue_is_named_by_number_or_id_and_a_wrong_name_tells_those_there(two_issues: Project) -> None:
    issues = two_issues.issues
    newer, older = issues.all()
    assert [issues.named(said) for said in ("9", older.id, "10", "")] == [older, older, newer, newer]
    with pytest.raises(AppError) as unknown:
        issues.named("11")
    assert "9 一日" in str(unknown.value.facts["there"])
    issues.put(Issue(IssueFacts(number="9")))
    with pytest.raises(AppError) as twice:
        issues.named("9")
    assert twice.value.code == "bulletin_twice" and older.id in str(twice.value.facts["there"])


def test_an_issue_whose_documents_are_gone_prints_nothing_instead_of_everything(
    two_issues: Project, tmp_path: Path
) -> None:
    older = two_issues.issues.all()[1]
    two_issues.remove(older.documents[0])
    with pytest.raises(AppError) as nothing:
        two_issues.export_pdf(tmp_path / "x.pdf", two_issues.chosen(older))
    assert nothing.value.code == "nothing_to_print" and two_issues.articles(two_issues.chosen(older)) == []
