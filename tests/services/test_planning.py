"""Articles over several documents: read, printed and counted where they are put, their text and history at home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qingyang.compose import IssueFacts
from qingyang.services.arranging import Arranging
from qingyang.services.figuring import Figuring
from qingyang.services.history import transfers_of
from qingyang.services.paging import Paging
from qingyang.services.project import Project
from qingyang.services.reviewing import Reviewing
from qingyang.services.statistics import statistics
from qingyang.services.verifying import verify_desk
from qingyang.services.workbench import Workbench
from qingyang.text.article import HOLD
from qingyang.text.issue import Issue
from qingyang.text.newsroom import Transfer
from qingyang.text.step import merge

BENCH = Workbench()
FIRST = (
    "甲区启动改造\n\n本报讯 甲区近日启动改造，居民都说好。\n\n"
    "甲区办起夜校\n\n本报讯 夜校开了三个班，报名的人很多。\n"
)
SECOND = "乙镇丰收\n\n本报讯 乙镇今年丰收，粮食入库。\n\n图为乙镇的稻田。\n"
PICTURE = "0" * 64


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two documents: one of two articles, one of one."""
    with Project.open(tmp_path / "desk.qy", create=True, person="张三", workbench=BENCH) as project:
        first = project.review(project.import_text(FIRST, "甲"))
        first.set_role([0, 2], "headline")
        first.cut_article(2, True)
        second = project.review(project.import_text(SECOND, "乙"))
        second.set_role([0], "headline")
        second.set_role([2], "caption")
        yield project


def ids(project: Project) -> list[str]:
    return [row.id for row in project.documents()]


def titles(project: Project, *documents: str) -> list[str]:
    return [article.title for article in project.articles(documents or None)]


def test_an_article_put_to_another_document_is_read_there_and_one_undo_brings_it_back(
    project: Project,
) -> None:
    one, two = ids(project)
    raw = project.review(one).draft.source.text
    assert project.planning.move((one, 0), two, (two, 0)) is not None
    assert titles(project, one) == ["甲区办起夜校"]
    assert titles(project, two) == ["甲区启动改造", "乙镇丰收"]
    assert project.review(one).draft.source.text == raw == FIRST
    assert [review.document for review, _ in project.read_in([two])] == [one, two]
    project.everywhere.undo(two)
    assert titles(project, one) == ["甲区启动改造", "甲区办起夜校"] and titles(project, two) == ["乙镇丰收"]
    project.everywhere.redo(one)
    assert titles(project, two) == ["甲区启动改造", "乙镇丰收"]


def test_it_stays_there_after_reopening_also_for_who_opens_neither_text(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two)
    project.settle()
    with Project.read(project.path, workbench=BENCH) as other:
        plan = other.planning.plan()
        assert [slot[:2] for slot in plan[one]] == [(one, 0)]
        assert [slot[:2] for slot in plan[two]] == [(two, 0), (one, 1)]
        assert titles(other, two) == ["乙镇丰收", "甲区办起夜校"]
    assert verify_desk(project.path, BENCH) == []


def test_it_follows_its_text_through_every_edit(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two)
    review = project.review(one)
    review.insert(2, "肩题在上", "kicker")
    review.cut_article(2, True)
    review.replace(0, 2, "丙区")
    assert titles(project, two)[0] == "乙镇丰收"
    found = [p.text for article in project.articles([two]) for p in article.paragraphs]
    assert found[-1].startswith("本报讯") and "夜校" in found[-1]


def test_the_page_desk_and_the_pdf_print_it_there_and_lead_back_to_its_own_text(
    project: Project, tmp_path: Path
) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two, (two, 0))
    issue = project.issues.put(Issue(IssueFacts(name="简报"), documents=(two,)))
    paging = Paging(project)
    assert paging.documents(issue) == [two, one]
    pages = paging.compose(paging.gather(issue), issue)
    text = pages.layout.text
    assert text.index("甲区办起夜校") < text.index("乙镇丰收") and "启动改造" not in text
    for article, paragraph in pages.pages:
        document, row = pages.row_of(article, paragraph)
        assert pages.paragraph_of(document, row) == (article, paragraph)
    # The article that stayed at home is in no page of this issue.
    assert pages.paragraph_of(one, 0) is None and pages.paragraph_of(one, 2) is not None
    layout = project.export_pdf(tmp_path / "x.pdf", project.chosen(issue))
    assert layout.text == text


def test_a_row_whose_article_is_elsewhere_is_on_no_page_though_one_before_it_is(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 0), two)
    issue = Issue(documents=(two,))
    paging = Paging(project)
    pages = paging.compose(paging.gather(issue), issue)
    assert pages.paragraph_of(one, 1) is not None and pages.paragraph_of(one, 2) is None


def test_put_elsewhere_again_it_is_in_one_place_whatever_was_typed_before_it(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two)
    review = project.review(one)
    review.insert(2, "肩题在上", "kicker")
    review.do("cut", merge(review.cutting(2, True), review.cutting(3, False)))
    project.planning.move((one, 1), two, (two, 0))
    assert len(project.ledger.of(Transfer)) == 1
    assert [slot[:2] for slot in project.planning.plan()[two]] == [(one, 1), (two, 0)]


def test_what_comes_in_joins_the_issue_where_all_there_was_is_in_it(project: Project) -> None:
    one, two = ids(project)
    project.join_issue([project.import_text("丙处新闻。", "丙")])
    assert project.issues.get() == Issue()
    three = ids(project)[2]
    project.issues.put(Issue(documents=(three, two, one)))
    four = project.import_text("丁处新闻。", "丁")
    project.join_issue([four])
    assert project.chosen(project.issues.get()) == [three, two, one, four]
    project.everywhere.undo("")
    five = project.import_text("戊处新闻。", "戊")
    project.join_issue([five])
    assert project.chosen(project.issues.get()) == [three, two, one]


def test_its_history_tells_where_it_was_put_and_no_other_document_s_does(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 0), two)
    project.planning.put_back((one, 0))
    told = [deed.change.kind for deed in transfers_of(project.ledger, project.review(one), 1) if deed.change]
    assert told == ["transfer_back", "transfer"]
    assert transfers_of(project.ledger, project.review(one), 2) == []
    assert transfers_of(project.ledger, project.review(two), 0) == []


def test_it_is_counted_there(project: Project) -> None:
    one, two = ids(project)
    review = project.review(two)
    before = statistics([review], project.articles([two]), BENCH).length
    project.planning.move((one, 0), two)
    after = statistics([review], project.articles([two]), BENCH).length
    assert after.with_marks - before.with_marks == len("甲区启动改造本报讯甲区近日启动改造，居民都说好。")


def test_a_guest_goes_on_to_a_third_place_and_home_again(project: Project) -> None:
    one, two = ids(project)
    planning = project.planning
    planning.move((one, 1), two)
    planning.move((one, 0), two, (one, 1))
    assert titles(project, two) == ["乙镇丰收", "甲区启动改造", "甲区办起夜校"]
    planning.move((two, 0), two, (one, 1))
    assert titles(project, two) == ["甲区启动改造", "乙镇丰收", "甲区办起夜校"]
    planning.move((one, 1), one)
    assert titles(project, one) == ["甲区办起夜校"]
    planning.move((one, 0), one, (one, 1))
    assert titles(project, one) == ["甲区启动改造", "甲区办起夜校"] and titles(project, two) == ["乙镇丰收"]
    planning.put_back((one, 0))
    planning.put_back((two, 0))
    assert titles(project, one, two) == ["甲区启动改造", "甲区办起夜校", "乙镇丰收"]


def test_among_its_own_an_article_moves_as_text(project: Project) -> None:
    one, _ = ids(project)
    change = project.planning.move((one, 1), one, (one, 0))
    assert change is not None and change.document == one and change.kind == "move_article"
    assert titles(project, one) == ["甲区办起夜校", "甲区启动改造"]
    assert project.planning.move((one, 0), one, (one, 0)) is None


def test_an_article_of_a_document_taken_off_the_desk_or_put_to_one_is_where_it_was(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two)
    project.remove(two)
    assert titles(project) == ["甲区启动改造", "甲区办起夜校"]
    project.restore(two)
    project.remove(one)
    assert titles(project) == ["乙镇丰收"]


def test_joined_to_the_one_before_it_a_guest_comes_home_and_one_undo_parts_them(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two)
    project.planning.merge(project.review(one), 2)
    assert titles(project, one) == ["甲区启动改造"] and titles(project, two) == ["乙镇丰收"]
    assert len(project.articles([one])[0].paragraphs) == 4
    project.everywhere.undo(one)
    assert titles(project, two) == ["乙镇丰收", "甲区办起夜校"]


def test_what_is_cut_from_a_guest_stays_behind_it(project: Project) -> None:
    one, two = ids(project)
    project.planning.move((one, 1), two, (two, 0))
    project.planning.cut(project.review(one), 3)
    parts = [article.paragraphs[0].text for article in project.articles([two])]
    assert parts == ["甲区办起夜校", "本报讯夜校开了三个班，报名的人很多。", "乙镇丰收"]
    project.everywhere.undo(two)
    assert titles(project, two) == ["甲区办起夜校", "乙镇丰收"]


def caption(review: Reviewing) -> int:
    return next(k for k, tagged in enumerate(review.tags) if tagged.role == "caption")


def test_a_figure_goes_over_with_its_caption_and_one_undo_brings_both_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = ids(project)
    home, host = project.review(two), project.review(one)
    monkeypatch.setattr(project._desk, "_check_pictures", lambda *_: None)
    Figuring(home).put(caption(home), PICTURE)
    (figure,) = Figuring(home).all()
    project.planning.move_figure(home, figure, host, 2)
    (there,) = Figuring(host).all()
    assert (there.figure.picture, there.row, host.text(2)) == (PICTURE, 2, "图为乙镇的稻田。")
    assert host.tags[2].role == "caption" and Arranging(host).article_at(2) == 0
    assert home.draft.figures() == [] and HOLD in home.tags[2].marks
    assert home.draft.source.text == SECOND
    project.everywhere.undo(one)
    assert Figuring(host).all() == [] and len(host) == 4
    assert [f.figure.picture for f in Figuring(home).all()] == [PICTURE] and HOLD not in home.tags[2].marks


def test_a_figure_without_a_caption_goes_over_alone(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = ids(project)
    home, host = project.review(one), project.review(two)
    monkeypatch.setattr(project._desk, "_check_pictures", lambda *_: None)
    Figuring(home).put(1, PICTURE)
    (figure,) = Figuring(home).all()
    project.planning.move_figure(home, figure, host, 1)
    assert Figuring(home).all() == [] and len(home) == 4
    assert [f.row for f in Figuring(host).all() if not f.waits] == [1]
    project.everywhere.undo(two)
    assert [f.row for f in Figuring(home).all()] == [1]
