"""Findings stand among the doubts, are settled by a word or a replacement, and stay settled."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qingyang.checks import CHECKS
from qingyang.services.checking import check, checks_of
from qingyang.services.project import Project
from qingyang.services.reviewing import Reviewing
from qingyang.services.stepping import MemoryJournal
from qingyang.services.workbench import Workbench
from qingyang.text.change import Draft
from qingyang.text.doubts import Doubts
from qingyang.text.edit import NOTHING_PROPOSED, Edit, Flag, Move, Proposals
from qingyang.text.finding import Finding
from qingyang.text.name import Guarded
from qingyang.text.row import Doubt
from qingyang.text.source import source_of
from qingyang.text.tiles import Tiles

RAW = (
    "渝中多措并举迎快递旺季，，处理包裹12.5万件\n\n"
    "他说，2025年3月11日 星期三，渝中区的的开放再上台阶。\n"
    "近300多名师生到场。渝中区开放。。\n"
    "正文第二段没有问题。"
)


def asked_of(review: Reviewing) -> list[Doubt]:
    """What the rules and the checks ask: of roles the tagger is unsure as it sees fit."""
    return [doubt for doubt in review.doubts() if doubt.subject.rule != "role"]


def desk(raw: str = RAW, proposals: Proposals = NOTHING_PROPOSED) -> Reviewing:
    review = Reviewing("d", Draft(source_of(raw), proposals), MemoryJournal())
    review.inspect(CHECKS)
    return review


def said(review: Reviewing) -> list[tuple[str, str]]:
    return [(d.subject.rule, d.subject.text) for d in asked_of(review) if isinstance(d.subject, Finding)]


def test_findings_come_by_place_and_point_at_their_words() -> None:
    review = desk()
    doubts = asked_of(review)
    assert [d.at for d in doubts] == sorted(d.at for d in doubts)
    assert all(review.reading.text[d.at : d.end] == d.subject.text for d in doubts)
    assert [rule for rule, _ in said(review)] == [
        "punctuation",
        "weekdays",
        "repeats",
        "numerals",
        "punctuation",
    ]


def test_accepting_puts_the_first_offer_in_as_a_hand_edit_and_undo_brings_the_finding_back() -> None:
    review = desk()
    before, text = said(review), str(review.reading.text)
    review.judge([d.key for d in asked_of(review)], accept=True)
    assert said(review) == []
    assert "星期二" in str(review.reading.text)
    assert "渝中区的开放" in str(review.reading.text)
    assert {edit.rule for edit in review.draft.hand_edits()} == {"hand"}
    assert len(review.changes) == 1
    review.undo()
    assert (said(review), str(review.reading.text)) == (before, text)
    review.redo()
    assert said(review) == []


def test_keeping_settles_a_finding_for_good_until_its_words_change() -> None:
    review = desk()
    wanted = next(d for d in asked_of(review) if d.subject.rule == "repeats")
    review.judge([wanted.key], accept=False)
    assert "repeats" not in dict(said(review))
    review.inspect(CHECKS)
    review.replace(0, 0, "前面多了几个字")
    assert "repeats" not in dict(said(review))
    fresh = Reviewing("d", review.draft, MemoryJournal())
    fresh.inspect(CHECKS)
    assert "repeats" not in dict(said(fresh))
    review.undo()
    review.undo()
    assert ("repeats", "的的") in said(review)


def test_a_mistake_typed_just_now_is_found_and_one_put_right_is_gone() -> None:
    review = desk("渝中区开放。\n第二段。")
    assert said(review) == []
    review.replace(3, 3, "进行进行")
    assert said(review) == [("repeats", "进行进行")]
    review.replace(3, 5, "")
    assert said(review) == []


def test_a_paragraph_kept_out_of_print_is_not_asked_about() -> None:
    review = desk("渝中区的的开放。\n\n第二段。")
    review.hold([0], True)
    assert said(review) == []


def test_what_a_rule_has_flagged_is_not_asked_twice() -> None:
    raw = "渝中区“开放。"
    flag = Flag(3, 4, "unclosed", 0.9)
    assert [d.subject.rule for d in desk(raw, Proposals(flags=(flag,))).doubts()] == ["unclosed"]
    assert said(desk(raw)) == [("pairs", "“")]


def test_where_a_rule_asks_about_an_edit_the_check_waits_for_the_answer() -> None:
    raw = "渝中区,开放。"
    review = desk(raw, Proposals(edits=(Edit(3, 4, "，", "full_width", 0.3),)))
    (asked,) = asked_of(review)
    assert asked.subject.rule == "full_width"
    review.judge([asked.key], accept=False)
    assert said(review) == [("punctuation", ",")]


def test_judging_rules_and_findings_in_one_step_undoes_as_one() -> None:
    raw = "渝中区的的开\n放。"
    review = desk(raw, Proposals(edits=(Edit(6, 7, "", "join", 0.7),)))
    keys = [d.key for d in asked_of(review)]
    assert len(keys) == 2
    review.judge(keys, accept=True)
    assert str(review.reading.text) == "渝中区的开放。"
    assert asked_of(review) == []
    review.undo()
    assert [d.key for d in asked_of(review)] == keys


def test_checks_can_be_switched_off_and_the_desk_file_remembers(tmp_path: Path) -> None:
    with Project.open(tmp_path / "a.qy", create=True, workbench=Workbench()) as project:
        document = project.import_text("渝中区的的开放，，再上台阶。\n", "a")
        review = project.inspect(document)
        assert {"repeats", "punctuation"} <= {rule for rule, _ in said(review)}
        project.house.switch("repeats", False)
        project.house.look_again()
        assert "repeats" not in dict(said(review))
    with Project.open(tmp_path / "a.qy", workbench=Workbench()) as project:
        assert "repeats" not in {each.id for each in project.house.checks()}
        project.house.switch("repeats", True)
        assert "repeats" in {each.id for each in project.house.checks()}


def test_check_tells_findings_with_their_offers() -> None:
    found = [f for f in check(desk(), checks_of()) if f.rule == "weekdays"]
    assert [(f.row, f.offers) for f in found] == [(1, ("二",))]


BITS = st.sampled_from(
    [
        "的的",
        "，，",
        "“",
        "”",
        "开放",
        "\n",
        "2025年3月11日 星期三",
        "渝中。",
        "进行进行",
        "记者 曾祥云",
        "问：",
        "曾详云表示，",
    ]
)
TYPED = st.tuples(st.integers(0, 80), st.integers(0, 3), BITS)


@settings(max_examples=40)
@given(
    st.lists(BITS, min_size=3, max_size=20),
    st.lists(TYPED, max_size=6),
)
def test_following_changes_finds_what_a_fresh_look_does(
    bits: list[str], typed: list[tuple[int, int, str]]
) -> None:
    review = desk("".join(bits))
    for at, length, new in typed:
        at = min(at, len(review.reading.text))
        review.replace(at, min(at + length, len(review.reading.text)), new)
        followed = [(d.at, d.end, d.subject.rule) for d in asked_of(review)]
        review.inspect(CHECKS)
        assert sorted(followed) == sorted((d.at, d.end, d.subject.rule) for d in asked_of(review))
    while review.undo():
        followed = [(d.at, d.end, d.subject.rule) for d in asked_of(review)]
        review.inspect(CHECKS)
        assert sorted(followed) == sorted((d.at, d.end, d.subject.rule) for d in asked_of(review))


@pytest.fixture(autouse=True)
def small_tiles(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of doubts, rows and pieces lie in many tiles."""
    monkeypatch.setattr(Tiles, "size", 3)
    monkeypatch.setattr(Doubts, "size", 2)


def test_what_begins_far_above_is_asked_about_as_far_as_it_reaches_now() -> None:
    raw = "第一段说的是别的事情。\n" * 40 + "丙 丁戊。\n" + "最后一段也是别的事情。\n" * 20
    place = raw.index(" ")
    space, flag = Edit(place, place + 1, "", "space", 0.6), Flag(0, place + 3, "gap", 0.7)
    review = desk(raw, Proposals("1", (space,), (), (flag,)))
    review.judge([space.key], accept=False)
    (left,) = (doubt for doubt in review.doubts() if doubt.subject == flag)
    assert review.reading.text[left.at : left.end] == raw[: place + 3]


def test_a_name_of_the_house_stays_unasked_while_one_types_beside_it() -> None:
    review = desk("曾祥云来了吧。", Proposals("1", (), (), (Flag(1, 2, "lookalike", 0.9, offers=("详",)),)))
    assert len(asked_of(review)) == 1
    review.names = Guarded(["曾祥云"])
    assert asked_of(review) == []
    review.replace(5, 5, "又")
    assert asked_of(review) == []


def test_where_the_other_spelling_of_a_name_goes_far_off_nothing_is_asked_here_any_more() -> None:
    raw = (
        "曾祥云认为，开放是出路，开放的路还很长。\n"
        + "渝中区开放，这一段讲的是别的，讲得也很长。\n" * 30
        + "曾详云表示，渝中将开放，这一段讲的也很长。"
    )
    review = desk(raw)
    (before,) = said(review)
    assert before == ("name_variants", "曾祥云")
    place = str(review.reading.text).index("曾详云")
    review.replace(place + 1, place + 2, "祥")
    after = said(review)
    review.inspect(CHECKS)
    assert after == said(review) == []


def test_rows_behind_a_new_paragraph_are_the_same_ones() -> None:
    review = desk("渝中开放再上台阶\n\n" + "渝中区开放，这一段讲的是别的，讲得很长很长。\n" * 30)
    roles = {tagged.role for tagged in review.tags}
    assert all(list(review.rows_of(role)) == rows_of(review, role) for role in roles)
    review.insert(3, "自己写的一段，也讲得很长很长，没有别的。")
    assert all(list(review.rows_of(role)) == rows_of(review, role) for role in roles)
    review.cut_article(0, False)
    assert list(review.article_starts())[:1] == [0]


def rows_of(review: Reviewing, role: str) -> list[int]:
    return [row for row, tagged in enumerate(review.tags) if tagged.role == role]


def put(review: Reviewing) -> list[str]:
    """What wants a person, as one looks for the first time: by place, and what it is."""
    fresh = Reviewing("d", review.draft, MemoryJournal(), tags=review.tags)
    fresh.names = review.names
    fresh.inspect(CHECKS)
    return sorted(map(repr, fresh.doubts()))


def test_words_that_changed_places_with_the_same_words_are_found_where_they_stand_now() -> None:
    raw = "的的" * 3
    move = Move(0, 3, len(raw), "m", "link", 0.8)
    review = Reviewing("d", Draft(source_of(raw), Proposals("1", (), (move,))), MemoryJournal())
    review.inspect(CHECKS)
    (moved,) = (doubt for doubt in review.doubts() if isinstance(doubt.subject, Move))
    review.judge([moved.key], False)
    assert sorted(map(repr, review.doubts())) == put(review)


@settings(max_examples=120, deadline=None)
@given(st.data(), st.lists(BITS, min_size=3, max_size=20))
def test_answers_and_words_leave_just_the_doubts_of_a_fresh_look(
    data: st.DataObject, bits: list[str]
) -> None:
    """Rules' edits, flags and moves among the findings, a guarded name, answers given, taken back and typed over."""
    raw = "".join(bits)
    size = len(raw)
    starts = sorted(data.draw(st.sets(st.integers(0, size - 1), max_size=5)))
    edits = tuple(Edit(k, k + 1, "开", "space", data.draw(st.sampled_from([0.3, 0.8]))) for k in starts)
    flags = tuple(Flag(k, min(size, k + 3), "gap", 0.7) for k in starts[::2])
    moves = (Move(0, min(3, size), size, "m", "link", 0.8),) if data.draw(st.booleans()) else ()
    review = Reviewing("d", Draft(source_of(raw), Proposals("1", edits, moves, flags)), MemoryJournal())
    review.names = Guarded(["曾祥云"])
    review.inspect(CHECKS)
    roles = {tagged.role for tagged in review.tags}
    assert all(list(review.rows_of(role)) == rows_of(review, role) for role in roles)
    for _ in range(data.draw(st.integers(1, 6))):
        what = data.draw(st.sampled_from(["answer", "type", "undo"]))
        doubts = review.doubts()
        if what == "answer" and len(doubts):
            chosen = data.draw(st.lists(st.sampled_from(list(doubts)), min_size=1, max_size=3))
            review.judge([doubt.key for doubt in chosen], data.draw(st.booleans()))
        elif what == "undo":
            review.undo()
        else:
            text = str(review.reading.text)
            at, until = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
            review.replace(at, until, data.draw(BITS))
        left = review.doubts()
        assert sorted(map(repr, left)) == put(review)
        assert [d.at for d in left] == sorted(d.at for d in left)
        assert all(review.doubt_now(doubt) == doubt for doubt in left)
        assert all(list(review.rows_of(role)) == rows_of(review, role) for role in roles)
        assert list(review.article_starts()) == [k for k, t in enumerate(review.tags) if t.begins or k == 0]
        assert review.characters() == len("".join(str(review.reading.text).split()))
        assert left.kinds == Counter(doubt.subject.rule for doubt in left)
        assert left.moves() == [doubt for doubt in left if isinstance(doubt.subject, Move)]
