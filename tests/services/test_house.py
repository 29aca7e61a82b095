"""The newsroom's words live in the desk file: names it protects, what it calls roles, roles of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingyang.repair import Repair
from qingyang.resources import seeds
from qingyang.services.checking import check
from qingyang.services.documents import text_bytes
from qingyang.services.project import Project
from qingyang.services.repairing import Repaired
from qingyang.services.verifying import verify_desk
from qingyang.services.workbench import Workbench
from qingyang.text.edit import Edit, Flag, Proposals
from qingyang.text.lesson import Likeness
from qingyang.text.newsroom import Switched
from qingyang.text.source import source_of

BENCH = Workbench()
RAW = "晏艳辉在渝中区采访。\n区里的人都说好，事情办得很顺利，大家满意。\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "渝中.qy"


def test_names_of_a_text_are_listed_when_it_comes_in(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        project.import_file(seeds()[0])
        found = {name.name: name.kind for name in project.names()}
    assert found["晏艳辉"] == "person" and found["渝中区商务委副主任"] == "title"
    assert found["巫溪县融媒体中心"] == "organisation" and found["巫溪县"] == "place"


def test_a_name_of_the_house_is_in_no_check_while_it_stands_on_the_list(desk: Path) -> None:
    source = source_of(RAW)
    flag, space = Flag(1, 2, "lookalike", 0.9, offers=("燕",)), Edit(4, 5, "", "spaces", 0.3)
    other = Flag(12, 13, "lookalike", 0.9)
    proposals = Proposals("1", (space,), (), (flag, other))
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.take_in(Repaired(source, Repair((), proposals)), text_bytes(source))
        review = project.review(document)

        def asked() -> list[object]:
            return [d.subject for d in review.doubts() if d.subject.rule != "role"]

        assert asked() == [flag, space, other]
        project.put_name("晏艳辉", "person")
        project.put_name("渝中区", "place")
        assert asked() == [other]
        assert [f.offset for f in check(review) if f.message.id == "check.flag"] == [12]
        project.put_name("晏艳辉", "person", on=False)
        assert asked() == [flag, other]
        assert [n.name for n in project.names() if not n.on] == ["晏艳辉"]
    with Project.open(desk, workbench=BENCH) as project:
        assert [d.subject for d in project.review(document).doubts() if d.subject.rule != "role"] == [
            flag,
            other,
        ]


def test_a_role_of_ones_own_is_kept_and_set_like_another(desk: Path, tmp_path: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_file(seeds()[0])
        own = project.add_role("微评", "sidebar")
        project.name_role("kicker", "肩题")
        review = project.review(document)
        review.set_role([56], own)
    assert verify_desk(desk, BENCH) == []
    with Project.open(desk, workbench=BENCH) as project:
        assert project.role_names() == {"kicker": "肩题", own: "微评"}
        assert project.review(document).tags[56].role == own
        assert [role.id for role in project.own_roles()] == [own]
        roles = [p.role for article in project.articles() for p in article.paragraphs]
        assert roles[56] == "sidebar"
        project.export_pdf(tmp_path / "x.pdf", [document])
        project.name_role("kicker", "")
        assert project.role_names() == {own: "微评"}


def test_words_of_the_newsroom_are_undone_done_again_and_say_who_said_them(desk: Path) -> None:
    with Project.open(desk, create=True, person="张三", workbench=BENCH) as project:
        project.put_name("何奇", "person")
        project.name_role("kicker", "肩题")
        own = project.add_role("微评", "sidebar")
        for _ in range(3):
            project.everywhere.undo("")
        assert project.names() == [] and project.role_names() == {} and project.own_roles() == []
        for _ in range(3):
            project.everywhere.redo("")
    with Project.open(desk, person="李四", workbench=BENCH) as project:
        assert project.role_names() == {"kicker": "肩题", own: "微评"}
        assert [name.name for name in project.names() if name.on] == ["何奇"]
        project.put_name("何奇", "person", on=False)
        said = project.said_of("何奇")
        assert said is not None and (said.kind, said.person) == ("name_off", "李四")
        assert [change.person for change in project.ledger.changes] == ["张三"] * 9 + ["李四"]
    assert verify_desk(desk, BENCH) == []


def test_undo_takes_back_what_was_done_last_be_it_in_the_text_or_in_the_newsroom(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_text(RAW, "甲")
        review = project.review(document)
        before = str(review.reading.text)
        review.replace(0, 3, "某人")
        project.put_name("某人", "person")
        project.everywhere.undo(document)
        assert str(review.reading.text) != before and "某人" not in [n.name for n in project.names() if n.on]
        project.everywhere.undo(document)
        assert str(review.reading.text) == before
        project.everywhere.redo(document)
        assert str(review.reading.text) != before


def test_a_role_taken_back_still_prints_where_a_paragraph_has_it(desk: Path, tmp_path: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_text(RAW, "甲")
        own = project.add_role("微评", "sidebar")
        project.review(document).set_role([0], own)
        project.ledger.undo()
        assert project.own_roles() == []
        assert project.articles()[0].paragraphs[0].role == "sidebar"
        project.export_pdf(tmp_path / "x.pdf")


RULE = Likeness("hand", ":", "：", "h", "h", "dialogue")


def test_switches_and_rules_are_steps_that_undo_takes_back_and_a_closed_desk_remembers(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH, person="张三") as project:
        house, everywhere = project.house, project.everywhere
        house.switch("repeats", False)
        house.learn(RULE)
        house.learn(RULE, on=False)
        assert (house.switches()["repeats"], house.learned()) == (False, {RULE: False})
        assert house.switch("repeats", False) is None
        everywhere.undo("")
        assert house.learned() == {RULE: True}
        everywhere.undo("")
        assert house.learned() == {}
        everywhere.undo("")
        assert house.switches()["repeats"]
        for _ in range(3):
            everywhere.redo("")
    with Project.open(desk, workbench=BENCH) as project:
        house = project.house
        assert (house.switches()["repeats"], house.learned()) == (False, {RULE: False})
        said = project.ledger.last(Switched("repeats", False).key)
        assert said is not None and said.person == "张三"
        assert "repeats" not in {check.id for check in house.checks()}
        house.forget(RULE)
        assert house.learned() == {} and house.forget(RULE) is None
        project.everywhere.undo("")
        assert house.learned() == {RULE: False}
