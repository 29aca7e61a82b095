"""Line breaks: what is joined, what is not, and what stands in place of the break."""

from __future__ import annotations

from array import array
from typing import Any

from qingyang.repair import repair
from qingyang.repair.boundary import HYPHENATED, STAYS
from qingyang.repair.lines import CUT, NEXT, Lines, lines_of
from qingyang.repair.reasons import BREAK_REASONS, JOIN_REASONS
from qingyang.repair.rules.indents import RULE as INDENTS
from qingyang.repair.rules.spaces import RULE as SPACES
from qingyang.repair.view import view_of
from qingyang.text.edit import SURE_FROM, Boundary, evidence

COLUMN = """针对老旧小区改造，渝中区
将通过“消隐患、提环境、补功
能、留记忆、强管理”，进一步减
少建筑容量，完善停车、出行、
休闲、养老、托幼、医疗及社区
服务中心等功能，确保应改尽
改、能改早改。
"""
WHOLE = COLUMN.replace("\n", "")


def test_a_column_becomes_a_paragraph(paragraphs: Any) -> None:
    assert paragraphs(COLUMN) == [WHOLE]


def test_paragraphs_of_a_column_stay_apart(paragraphs: Any) -> None:
    second = COLUMN.replace("针对", "至于")
    assert paragraphs(COLUMN + "\n" + second) == [WHOLE, WHOLE.replace("针对", "至于")]
    assert paragraphs(COLUMN + "\u3000\u3000" + second) == [WHOLE, WHOLE.replace("针对", "至于")]


def test_a_blank_line_inside_a_sentence_is_a_join(paragraphs: Any) -> None:
    assert paragraphs(COLUMN.replace("补功\n", "补功\n\n")) == [WHOLE]


def test_western_words_keep_a_space_between_them(words: Any) -> None:
    raw = "法国高等商学院ISTEC Business\nSchool在渝中落户。"
    (boundary,) = repair(raw, words).boundaries
    assert boundary.glue == " "
    (boundary,) = repair("全区A\n级企业", words).boundaries
    assert boundary.glue == ""


def test_a_space_is_never_added_between_chinese_and_numbers(words: Any) -> None:
    raw = "累计新增企业17\n5家，其中外资\n300家，A\n级3家。"
    assert {b.glue for b in repair(raw, words).boundaries} == {""}


def test_lines_without_any_chinese_stay_apart(words: Any) -> None:
    made = repair("It was the best of times,\nit was the worst\nof times", words)
    assert {b.p_join for b in made.boundaries} == {STAYS}
    assert made.proposals.edits == ()


def test_a_boundary_gives_its_width_and_both_edges(words: Any) -> None:
    first = repair(COLUMN, words).boundaries[0]
    assert dict(evidence(first, COLUMN).facts) == {
        "width": 12,
        "full": 14,
        "before": "渝中区",
        "after": "将通过",
    }


def test_code_keeps_its_indents(words: Any) -> None:
    raw = "if ready:\n    return 1\n    # 中文注释\n"
    assert "indent" not in {e.rule for e in repair(raw, words).proposals.edits}


def test_an_indent_below_an_offered_join_belongs_to_the_join(words: Any) -> None:
    raw = "\u3000首段\n\u3000次段\n\u3000末段"
    lines = lines_of(raw, words)
    offered, settled = (Boundary(3, 5, 0.1), Boundary(7, 9, 0.01))
    view = view_of(raw, lines, [[0], [1], [2]], (offered, settled), SURE_FROM)
    assert [(e.start, e.end) for e in INDENTS.propose(view, words)] == [(0, 1), (8, 9)]


def test_a_reason_speaks_for_the_side_taken(words: Any) -> None:
    for boundary in repair(COLUMN + "\n" + COLUMN, words).boundaries:
        name = boundary.why.id.removeprefix("why.")
        assert name in (JOIN_REASONS if boundary.joined else BREAK_REASONS)


def test_the_space_of_a_join_is_the_join_s_own(words: Any) -> None:
    raw = "他在渝中区\n工作了很久，大家都认识他。"
    lines = lines_of(raw, words)
    view = view_of(raw, lines, [[0, 1]], (Boundary(5, 6, 0.9, glue=" "),), SURE_FROM)
    assert view.text == "他在渝中区 工作了很久，大家都认识他。"
    assert not list(SPACES.propose(view, words))


def test_a_gutter_is_no_space_before_a_piece_that_was_moved(words: Any) -> None:
    raw = "甲乙 丙丁\n戊己"
    lines = Lines(
        array("q", [0, 3, 6]),
        array("q", [2, 5, 8]),
        ["甲乙", "丙丁", "戊己"],
        [4] * 3,
        [0] * 3,
        [0] * 3,
        [NEXT, CUT, NEXT],
    )
    assert view_of(raw, lines, [[2, 1], [0]], (), SURE_FROM).text == "戊己丙丁\n甲乙"
    assert view_of(raw, lines, [[0, 1], [2]], (), SURE_FROM).text == "甲乙 丙丁\n戊己"


def test_a_western_word_with_a_hyphen_at_the_lines_end_goes_on(words: Any) -> None:
    (boundary,) = repair("渝中区引进法国高等商学院ISTEC Com-\nmerce项目，在渝中落户发展。", words).boundaries
    assert boundary.p_join >= HYPHENATED
