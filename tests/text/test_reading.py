"""Origins, anchors and who outranks whom, on texts small enough to check by eye."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.alignment import differences
from qingyang.text.article import Anchor
from qingyang.text.change import Change, Draft
from qingyang.text.edit import (
    Boundary,
    Certainty,
    Edit,
    Flag,
    Move,
    Proposals,
    Tag,
    Verdict,
    certainty,
)
from qingyang.text.moving import move_text
from qingyang.text.piecing import read
from qingyang.text.rewrite import replace_text
from qingyang.text.row import Doubt, doubts, lines_of, raw_spans
from qingyang.text.source import line_around, raw_lines, source_of, unify_newlines

RAW = "让\n参与者𠮷\n\n在街巷,😀之间。\n第二段。"


def draft(*edits: Edit, moves: tuple[Move, ...] = ()) -> Draft:
    return Draft(source_of(RAW), Proposals("1", edits, moves))


def by_hand(start: int, end: int, new: str, id: str, *, after: bool = False) -> Edit:
    return Edit(start, end, new, id=id, after=after)


def with_hands(base: Draft, *records: Edit | Move | Verdict) -> Draft:
    return Draft(base.source, base.proposals, {r.key: r for r in records})


def test_every_character_knows_where_it_came_from() -> None:
    reading = draft(Edit(1, 2, "", "join", 0.99), Edit(11, 12, "，", "full-width", 0.99)).reading()
    assert str(reading.text) == "让参与者𠮷\n\n在街巷，😀之间。\n第二段。"
    assert [RAW[reading.origin(k)] for k in (0, 1, 4, 7, 11, 12)] == ["让", "参", "𠮷", "在", "😀", "之"]
    assert reading.origin(10) == 11 and reading.find(11) == 10
    assert reading.find(1) == 1


def test_lines_end_where_the_house_says_and_nowhere_else() -> None:
    text = "a\nb\vc\fd\u2028e\u0085f\x1cg\x1dh"
    assert [text[line.start : line.end] for line in raw_lines(text)] == [
        "a",
        "b",
        "c",
        "d",
        "e\u0085f\x1cg\x1dh",
    ]
    assert unify_newlines("\ufeffa\r\nb\rc\n\rd") == "a\nb\nc\n\nd"
    assert line_around("ab\ncd\nef", 4, 4) == (3, 5)
    assert [(line.indent, line.start) for line in raw_lines("\u3000\u3000甲\n 乙")] == [(4, 2), (1, 5)]


def test_a_hand_shadows_what_it_overlaps_and_gives_it_back() -> None:
    base = draft(Edit(11, 12, "，", "full-width", 0.99))
    hand = by_hand(10, 13, "甲", "01")
    assert "在街甲之间" in str(with_hands(base, hand).reading().text)
    assert "街巷，😀" in str(with_hands(base).reading().text)
    later = by_hand(9, 11, "乙", "02")
    assert "在乙，😀" in str(with_hands(base, hand, later).reading().text)


def test_a_verdict_outlives_a_new_run_of_the_rules() -> None:
    edit = Edit(1, 2, "", "join", 0.99)
    refused = Verdict(edit.key, accept=False)
    assert str(with_hands(draft(edit), refused).reading().text) == RAW
    again = Edit(1, 2, "", "join", 0.71)
    assert str(with_hands(draft(again), refused).reading().text) == RAW
    assert doubts(with_hands(draft(again), refused), with_hands(draft(again), refused).reading()) == []


def test_typed_text_goes_where_the_character_it_clings_to_goes() -> None:
    clings_after = by_hand(9, 9, "甲", "01", after=True)
    clings_before = by_hand(9, 9, "乙", "02")
    move = Move(9, 19, 0, "03")
    text = str(with_hands(draft(), clings_after, clings_before, move).reading().text)
    assert text.startswith("乙街巷")
    assert text.endswith("在甲段。")


def test_an_edit_across_the_seam_of_a_move_is_read_once() -> None:
    join = Edit(5, 8, "", "join", 0.99)
    reading = with_hands(draft(join), Move(7, 18, 0, "01")).reading()
    assert sorted(str(reading.text)) == sorted(RAW[:5] + RAW[8:])


def test_a_link_reads_the_far_piece_on_the_same_line() -> None:
    raw = "渝中区将在\n别的事。\n半岛建成。"
    link = Move(raw.index("半"), len(raw), 5, "link:1", "link", 0.9, after=True)
    linked = Draft(source_of(raw), Proposals("1", (), (link,)))
    assert str(linked.reading().text) == "渝中区将在半岛建成。\n别的事。\n"
    refused = Verdict(link.key, accept=False)
    assert str(Draft(linked.source, linked.proposals, {refused.key: refused}).reading().text) == raw


def flagged(raw: str, start: int, end: int, *records: Edit | Move | Verdict) -> list[Doubt]:
    """Return the doubts of a text with one flag and these records."""
    flag = Flag(start, end, "lookalike", 0.9, offers=("已",))
    base = with_hands(Draft(source_of(raw), Proposals("1", flags=(flag,))), *records)
    return doubts(base, base.reading())


def test_a_flag_waits_until_it_is_judged_or_a_hand_has_been_there() -> None:
    raw = "书架己经擦过。"
    (doubt,) = flagged(raw, 2, 3)
    assert (doubt.at, doubt.end, doubt.applied, doubt.offers) == (2, 3, False, ("已",))
    for accept in (True, False):
        assert flagged(raw, 2, 3, Verdict(doubt.key, accept)) == []
    assert flagged(raw, 2, 3, by_hand(2, 3, "已", "01")) == []
    assert flagged(raw, 2, 3, by_hand(1, 4, "", "01")) == []
    assert [d.at for d in flagged(raw, 2, 3, by_hand(0, 1, "大书", "01"), by_hand(2, 2, "自", "02"))] == [4]
    assert [d.at for d in flagged(raw, 2, 3, Move(2, 4, 0, "01"))] == [0]


def test_text_typed_where_some_was_lost_settles_an_empty_flag() -> None:
    raw = "上一段。\n之一，累计三百件。"
    assert [(d.at, d.end) for d in flagged(raw, 5, 5)] == [(5, 5)]
    assert flagged(raw, 5, 5, by_hand(5, 5, "这是全市的试点", "01")) == []
    assert len(flagged(raw, 5, 5, by_hand(4, 4, "新", "01", after=True))) == 1


def test_a_move_is_in_doubt_by_its_probability_and_shows_where_its_text_stands() -> None:
    raw = "渝中区将在\n别的事。\n半岛建成。"
    for p, at, applied in ((0.9, 5, True), (0.3, 11, False)):
        move = Move(11, len(raw), 5, "link:1", "link", p, after=True)
        base = Draft(source_of(raw), Proposals("1", (), (move,)))
        (doubt,) = doubts(base, base.reading())
        assert (doubt.subject, doubt.at, doubt.applied) == (move, at, applied)
        assert base.reading().text[doubt.at : doubt.end] == "半岛建成。"
        turned = with_hands(base, Verdict(move.key, accept=not applied))
        assert doubts(turned, turned.reading()) == []
        assert str(turned.reading().text).startswith("渝中区将在半岛") != applied
    sure = Draft(
        source_of(raw), Proposals("1", (), (Move(11, len(raw), 5, "link:1", "link", 0.99, after=True),))
    )
    assert doubts(sure, sure.reading()) == []


def test_an_edit_is_never_parted_by_a_move() -> None:
    raw = "甲乙丙丁戊己"
    hand = by_hand(1, 4, "一", "01")
    for move, wanted in (
        (Move(2, 6, 0, "02"), "戊己甲一"),
        (Move(0, 2, 6, "02"), "戊己甲一"),
        (Move(4, 6, 3, "02"), "甲一戊己"),
        (Move(2, 3, 0, "02"), "甲一戊己"),
    ):
        reading = with_hands(Draft(source_of(raw)), hand, move).reading()
        assert str(reading.text) == wanted
        assert (reading.find(3), reading.origin(str(reading.text).index("一"))) == (
            str(reading.text).index("一"),
            1,
        )


def test_a_hand_over_the_edge_of_a_move_that_parts_nothing_moves_nothing() -> None:
    moves = (Move(5, 6, 2, "1", "link", 0.9), Move(1, 2, 2, "2", "link", 0.9))
    base = Draft(source_of("甲乙丙丁戊己"), Proposals("1", (), moves))
    reading = base.reading()
    assert str(reading.text) == "甲己乙丙丁戊"
    ids = iter(("01", "02"))
    step = replace_text(base, reading, 2, 4, "子", lambda: next(ids))
    assert str(with_hands(base, *step.added).reading().text) == "甲己子丁戊"  # type: ignore[arg-type]


def test_boundaries_become_joins_by_the_one_knob() -> None:
    knob = {0.99: Certainty.SURE, 0.9: Certainty.LIKELY, 0.5: Certainty.LIKELY, 0.49: Certainty.ASK}
    for p, wanted in knob.items():
        edit = Boundary(1, 2, p).edit()
        assert certainty(edit.p) is wanted
        base = draft(edit)
        assert (base.reading().text[1] != "\n") == (wanted is not Certainty.ASK)
        assert len(doubts(base, base.reading())) == (wanted is not Certainty.SURE)


def test_a_paragraph_shows_the_raw_lines_it_was_made_from() -> None:
    base = draft(Edit(1, 2, "", "join", 0.99))
    reading = base.reading()
    spans = raw_spans(reading, reading.passages()[0])
    assert spans == [(0, 6)]
    assert [(RAW[a:b], n) for a, b, n in lines_of(RAW, spans[0], 1)] == [("让", 1), ("参与者𠮷", 2)]


@given(
    st.text("甲乙\n\r\v\u2028𠮷😀 ", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)))
)
def test_anchors_find_their_character_again(text: str, moves: list[tuple[int, int]]) -> None:
    raw = source_of(text).text
    order = [Move(min(a, b), max(a, b), (a * 7) % 31, str(k)) for k, (a, b) in enumerate(moves)]
    reading = read(raw, (), order)
    assert sorted(str(reading.text)) == sorted(raw)
    for offset in range(len(raw)):
        place = reading.place(Anchor(offset))
        assert place is not None and reading.text[place] == raw[offset]
        assert reading.anchor(place) == Anchor(offset)


def test_words_deleted_at_a_paragraphs_edge_stay_in_sight() -> None:
    base = Draft(source_of("多余甲乙丙\n\n丁戊"))
    reading = with_hands(base, by_hand(0, 2, "", "01")).reading()
    assert [raw_spans(reading, p) for p in reading.passages()] == [[(0, 5)], [(7, 9)]]


def test_small_changes_far_apart_are_small_edits() -> None:
    assert differences("渝中区将在半岛建设步道", "渝中区要在半岛建成步道") == [(3, 4, "要"), (8, 9, "成")]
    assert differences("甲乙丙", "一乙三") == [(0, 3, "一乙三")]
    long, turned = "甲" * 9000 + "乙" * 9000, "乙" * 9000 + "甲" * 9000
    assert differences(long, turned) == [(0, 18000, turned)]


def test_a_selection_over_a_seam_moves_on_in_its_order() -> None:
    base = with_hands(Draft(source_of("甲乙丙丁戊己")), Move(4, 6, 0, "01"))
    reading = base.reading()
    assert str(reading.text) == "戊己甲乙丙丁"
    ids = iter(("02", "03"))
    step = move_text(base, reading, 1, 4, 6, lambda: next(ids))
    moved = with_hands(base, *base.moves(), *[r for r in step.added if isinstance(r, Move)])
    assert str(moved.reading().text) == "戊丙丁己甲乙"


def test_tags_that_come_to_one_character_are_one_and_come_back() -> None:
    base = Draft(source_of("\n1"), Proposals("1", (Edit(0, 0, "1", "rule", 0.6),)))
    first = by_hand(0, 0, "自拟标题\n1", "01")
    tags = [Tag(Anchor(0, "01"), "headline"), Tag(Anchor(5, "01"), "body")]
    silent = Verdict(base.proposals.edits[0].key, accept=False)
    draft = Draft(base.source, base.proposals, {r.key: r for r in (first, silent, *tags)})
    step = replace_text(draft, draft.reading(), 0, 5, "", lambda: "02")
    done = Change("c", "d", "edit", step.added, step.dropped)
    back = draft.apply(done).apply(done.inverse("e", person="", time=""))
    assert dict(back.records) == dict(draft.records)


def test_what_takes_over_a_rules_insertion_is_read_where_that_was() -> None:
    rule = Edit(0, 0, "甲", "rule", 0.6)
    base = with_hands(Draft(source_of(""), Proposals("1", (rule,))), by_hand(0, 0, "乙", "01"))
    assert str(base.reading().text) == "甲乙"
    step = replace_text(base, base.reading(), 0, 0, "丙", lambda: "02")
    assert str(base.apply(Change("c", "d", "edit", step.added, step.dropped)).reading().text) == "丙甲乙"


def test_the_raw_text_typed_again_is_held_against_a_rule_that_reaches_in() -> None:
    # Rules that ran later span more than the hand's character.
    base = with_hands(draft(Edit(2, 5, "众", "rule", 0.99)), by_hand(3, 4, "予", "1"))
    reading = base.reading()
    assert "予者" in str(reading.text)
    at = str(reading.text).index("予")
    step = replace_text(base, reading, at, at + 1, RAW[3], lambda: "2")
    after = base.apply(Change("3", "doc", "edit", step.added, step.dropped)).reading()
    assert after.text == RAW


def test_what_takes_over_a_rules_insertion_clings_to_the_same_side() -> None:
    rule = Edit(2, 2, "丙", "rule", 0.6, after=True)
    base = Draft(source_of("甲乙丁"), Proposals("1", (rule,), (Move(0, 2, 3, "link:0", "link", 0.9),)))
    assert str(base.reading().text) == "丁甲乙丙"
    step = replace_text(base, base.reading(), 3, 4, "三", lambda: "01")
    assert str(with_hands(base, *step.added).reading().text) == "丁甲乙三"  # type: ignore[arg-type]
