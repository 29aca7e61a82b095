"""Many places in one step: replace, settle all alike, learn from like decisions; one undo, over restarts too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qingyang.services import slips
from qingyang.services.likewise import LEAST
from qingyang.services.project import Project
from qingyang.services.statistics import room, statistics
from qingyang.services.verifying import verify_desk
from qingyang.services.workbench import Workbench
from qingyang.text.finding import Finding
from qingyang.text.lesson import Likeness
from qingyang.text.search import EXPRESSION, Query

BENCH = Workbench()
FIRST = "渝中开放\n\n渝中区,进一步开放，，成效显著,未来可期。\n"
SECOND = "母城文化\n\n母城,在渝中区；开放，，再上台阶,再开新局。\n"
FILE = "a.qy"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.open(tmp_path / FILE, create=True, person="张三", workbench=BENCH) as project:
        project.import_text(FIRST, "一")
        project.import_text(SECOND, "二")
        yield project


def texts(project: Project) -> list[str]:
    return [str(review.reading.text) for review in project.everywhere.reviews()]


def test_replacing_over_the_desk_is_looked_at_first_and_undone_as_one(
    project: Project, tmp_path: Path
) -> None:
    before = texts(project)
    lines = project.everywhere.find(Query("开放"), "改革开放")
    assert texts(project) == before
    assert len({line.document for line in lines}) == 2
    assert all(line.text == "开放" and line.new == "改革开放" for line in lines)
    project.everywhere.replace(lines[1:])
    after = texts(project)
    assert sum(text.count("改革开放") for text in after) == len(lines) - 1
    undone = project.everywhere.undo(lines[-1].document)
    assert undone is not None
    assert (len(undone.changes), undone.left) == (2, [])
    assert texts(project) == before
    project.everywhere.redo(lines[0].document)
    assert texts(project) == after
    project.everywhere.undo(lines[0].document)
    assert texts(project) == before


def test_what_was_done_together_is_undone_together_the_next_day(tmp_path: Path) -> None:
    with Project.open(tmp_path / FILE, create=True, workbench=BENCH) as project:
        first, _ = project.import_text(FIRST, "一"), project.import_text(SECOND, "二")
        before = texts(project)
        project.everywhere.replace(project.everywhere.find(Query("渝中"), "渝中"))
        assert texts(project) == before
        project.everywhere.replace(project.everywhere.find(Query("渝(.)", EXPRESSION), r"\1渝"))
    with Project.open(tmp_path / FILE, workbench=BENCH) as project:
        assert all("中渝" in text for text in texts(project))
        project.everywhere.undo(first)
        assert texts(project) == before
    assert verify_desk(tmp_path / FILE, BENCH) == []


def test_later_work_is_never_undone_with_it(project: Project) -> None:
    project.everywhere.replace(project.everywhere.find(Query("渝中区"), "渝中"))
    one, two = project.everywhere.reviews()
    two.replace(0, 0, "新")
    undone = project.everywhere.undo(one.document)
    assert undone is not None
    assert undone.left == [two.document]
    assert "渝中区" in str(one.reading.text)
    assert str(two.reading.text).startswith("新")
    assert "渝中区" not in str(two.reading.text)


def test_one_decision_settles_all_alike_over_the_desk(project: Project) -> None:
    one, two = (project.inspect(review.document) for review in project.everywhere.reviews())
    wanted = next(d for d in one.doubts() if isinstance(d.subject, Finding) and d.subject.text == "，，")
    lines = project.everywhere.alike(one, wanted)
    assert [(line.document, line.text) for line in lines] == [(one.document, "，，"), (two.document, "，，")]
    assert lines[0].before.endswith("开放")
    project.everywhere.settle(lines, accept=True)
    assert not any("，，" in text for text in texts(project))
    project.everywhere.undo(two.document)
    assert all("，，" in text for text in texts(project))
    project.everywhere.settle(lines, accept=False)
    assert all("，，" in text for text in texts(project))
    assert not project.everywhere.alike(one, wanted)


QUESTIONS = "".join(
    f"\n\n问:渝中如何推进第{c}项改革？\n\n曾祥云表示，改革分三步走，成效显著。" for c in "一二三四五六"
)


def test_like_typing_is_proposed_as_a_rule_that_acts_only_when_told(tmp_path: Path) -> None:
    with Project.open(tmp_path / FILE, create=True, workbench=BENCH) as project:
        document = project.import_text("访谈" + QUESTIONS, "访谈")
        review = project.inspect(document)
        # The machine's own repair of these marks is put back: here a person works alone.
        review.judge([e.key for e in review.draft.proposals.edits if e.new == "："], accept=False)
        for k in range(LEAST):
            assert project.everywhere.proposed(review) == []
            at = str(review.reading.text).index("问:")
            review.replace(at + 1, at + 2, "：")
            assert str(review.reading.text).count("问：") == k + 1
        (proposal,) = project.everywhere.proposed(review)
        rule = Likeness("hand", ":", "：", "h", "h", "dialogue")
        assert (proposal.likeness, proposal.cases, len(proposal.lines)) == (rule, 3, 3)
        assert str(review.reading.text).count("问:") == 3
        project.house.learn(rule)
        project.house.look_again()
        asked = [d for d in review.doubts() if d.subject.rule == "learned"]
        assert len(asked) == 3
        assert str(review.reading.text).count("问:") == 3
        assert project.everywhere.proposed(review) == []
        project.everywhere.settle(project.everywhere.alike(review, asked[0]), accept=True)
        assert "问:" not in str(review.reading.text)
        project.everywhere.undo(document)
        assert str(review.reading.text).count("问:") == 3
        project.house.learn(rule, on=False)
        project.house.look_again()
        assert not [d for d in review.doubts() if d.subject.rule == "learned"]
        assert project.everywhere.proposed(review) == []
        project.house.forget(rule)
        assert [p.likeness for p in project.everywhere.proposed(review)] == [rule]


def test_an_undone_decision_is_no_case(project: Project) -> None:
    review = project.everywhere.reviews()[0]
    for _ in range(LEAST):
        review.replace(3, 4, "庆")
        review.undo()
    assert project.everywhere.proposed(review) == []


def test_house_lists_are_kept_replaced_by_name_and_found_with_list_and_row(
    project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "错敏词.csv"
    path.write_text("词语,级别,改为\n渝中区,慎用,渝中\n成效显著,禁用,\n", "utf-8")
    review = project.inspect(project.documents()[0].id)
    project.house.take_in([path])
    found = [d.subject for d in review.doubts() if d.subject.rule == "house"]
    assert [(f.text, dict(f.why.facts)["list"], dict(f.why.facts)["row"], f.offers) for f in found] == [
        ("渝中区", "错敏词", 2, ("渝中",)),
        ("成效显著", "错敏词", 3, ()),
    ]
    path.write_text("词语,级别\n未来可期,禁用\n", "utf-8")
    (kept,) = project.house.take_in([path])
    assert [d.subject.text for d in review.doubts() if d.subject.rule == "house"] == ["未来可期"]
    with Project.read(project.path, workbench=BENCH) as other:
        assert other.house.lists() == [kept]
    project.house.remove(kept.id)
    assert project.house.lists() == []
    project.everywhere.undo("")
    assert project.house.lists() == [kept]
    project.everywhere.undo("")
    project.house.look_again()
    assert [d.subject.text for d in review.doubts() if d.subject.rule == "house"] == ["渝中区", "成效显著"]


def test_marked_mistakes_make_the_error_rate_and_survive_restart_and_undo(tmp_path: Path) -> None:
    with Project.open(tmp_path / FILE, create=True, person="张三", workbench=BENCH) as project:
        review = project.review(project.import_text(FIRST, "一"))
        assert statistics([review], review.articles(), BENCH).rate.errors == 0
        at = str(review.reading.text).index("成效")
        slips.mark(review, at, at + 2, "wording")
        review.replace(at, at + 2, "成果")
        slips.mark(review, 0, 1, "wording", important=True)
        figures = statistics([review], review.articles(), BENCH)
        assert (figures.rate.errors, figures.slips) == (4, 2)
        assert figures.work == {("张三", "slip"): 2, ("张三", "edit"): 1}
        assert figures.rate.base == room(BENCH.template("a4-two-column"), 1)
    with Project.open(tmp_path / FILE, workbench=BENCH) as project:
        (review,) = project.everywhere.reviews()
        assert statistics([review], review.articles(), BENCH).rate.errors == 4
        review.undo()
        assert statistics([review], review.articles(), BENCH).rate.errors == 2
        slips.unmark(review, 0, len(review.reading.text))
        assert statistics([review], review.articles(), BENCH).rate.errors == 0
    assert verify_desk(tmp_path / FILE, BENCH) == []
