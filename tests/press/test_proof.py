"""Proofs: red marks stand where the text was changed and say what it was; the text itself stays the text."""

from collections.abc import Callable
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from qingyang.compose import Layout
from qingyang.compose.layout import Run
from qingyang.press import Faces, pdf, preflight, profile, reading, write
from qingyang.press.moved import MovedText, Spot
from qingyang.press.proof import RED, Correction, corrected, numbered

TEXT = "今年是十四五收官之年，渝中区聚焦内陆改革开放，各项工作取得了新的成效。" * 3
Compose = Callable[..., Layout]


@pytest.fixture(scope="module")
def layout(composed: Compose) -> Layout:
    """Return a headline and two paragraphs."""
    return composed(("渝中开放", "headline"), (TEXT, "body"), (TEXT, "body"))


def notes(layout: Layout) -> str:
    """Return what the red furniture of the first page says."""
    return "".join(run.text for run in layout.pages[0].furniture if run.colour == RED)


def red_boxes(layout: Layout) -> list[tuple[float, float, float, float]]:
    rules = [rule for rule in layout.pages[0].rules if rule.colour == RED]
    return [(min(r.x0, r.x1), min(r.y0, r.y1), max(r.x0, r.x1), max(r.y0, r.y1)) for r in rules]


def where(layout: Layout, faces: Faces, paragraph: int, offset: int) -> tuple[float, float]:
    """Return the middle of a character on the page, by what PDFium finds in the finished file."""
    line = next(
        line for line in layout.lines() if line.paragraph == paragraph and line.start <= offset < line.end
    )
    page = pypdfium2.PdfDocument(BytesIO(pdf(layout, faces)).read())[0].get_textpage()
    for k in range(page.count_chars()):
        left, low, right, high = page.get_charbox(k)
        x, y = (left + right) / 2 - layout.bleed, (low + high) / 2 - layout.bleed
        index = offset - line.start
        run: Run = line.runs[0]
        if (
            page.get_text_range(k, 1) == line.text[index]
            and abs(low - layout.bleed - run.y) < run.size
            and line.x <= x
        ):
            before = line.text[:index].count(line.text[index])
            if not before:
                return x, y
    raise AssertionError("the character is not on the page")


def test_a_changed_word_is_ringed_and_its_old_form_stands_in_the_margin(layout: Layout, faces: Faces) -> None:
    marked = corrected(layout, [Correction(0, 1, 11, 14, "渝北区", "渝中区")], faces)
    assert notes(marked) == "渝北区" and not notes(layout)
    x, y = where(layout, faces, 1, 12)
    ring = red_boxes(marked)[:8]
    left, low = min(b[0] for b in ring), min(b[1] for b in ring)
    right, high = max(b[2] for b in ring), max(b[3] for b in ring)
    assert left < x < right and low < y < high
    # Three characters, not the paragraph.
    assert 2.5 * 10.5 < right - left < 4 * 10.5
    # The note stands in the margin, outside the text, on the page.
    edge = min(line.x for line in layout.lines())
    assert all(0 < run.x < edge for run in marked.pages[0].furniture if run.colour == RED)


def test_what_was_left_out_has_a_caret_and_a_note(layout: Layout, faces: Faces) -> None:
    marked = corrected(layout, [Correction(0, 1, 11, 11, "重庆市", "")], faces)
    assert notes(marked) == "重庆市"
    caret = red_boxes(marked)[:2]
    assert max(b[2] for b in caret) - min(b[0] for b in caret) < 10.5


def test_what_was_put_in_has_a_ring_and_form_alone_no_note(layout: Layout, faces: Faces) -> None:
    corrections = [Correction(0, 1, 3, 6, "", "十四五"), Correction(0, 1, 10, 11, ",", "，")]
    marked = corrected(layout, corrections, faces)
    assert not notes(marked)
    assert len(red_boxes(marked)) == 16


def test_a_correction_over_two_lines_is_ringed_on_both_and_told_once(layout: Layout, faces: Faces) -> None:
    line = next(line for line in layout.lines() if line.paragraph == 1)
    marked = corrected(layout, [Correction(0, 1, line.end - 2, line.end + 2, "旧", "新的四字")], faces)
    assert notes(marked) == "旧"
    assert len({round(box[1]) for box in red_boxes(marked)}) > 4


def test_notes_do_not_stand_on_one_another(layout: Layout, faces: Faces) -> None:
    many = [Correction(0, 1, k, k + 1, "旧字旧字旧字旧", "新") for k in range(0, 60, 2)]
    marked = corrected(layout, many, faces)
    red = [run for run in marked.pages[0].furniture if run.colour == RED]
    for one, other in combinations(red, 2):
        assert abs(one.y - other.y) > 6.5 or abs(one.x - other.x) > 6


def test_a_proof_reads_back_as_the_text_and_the_clean_sheet_has_no_red(
    layout: Layout, faces: Faces, tmp_path: Path
) -> None:
    corrections = [Correction(0, 1, 11, 14, "渝北区\ue000𠮷", "渝中区"), Correction(0, 9, 0, 1, "a", "b")]
    for number, proof in enumerate((corrected(layout, corrections, faces), numbered(layout, faces))):
        write(proof, faces, tmp_path / f"{number}.pdf", profile=profile("x4"))
        assert "".join(reading(tmp_path / f"{number}.pdf").split()) == "".join(layout.text.split())
        assert not preflight(tmp_path / f"{number}.pdf", layout)
    assert corrected(layout, [], faces) == layout


def test_lines_are_numbered_from_one_on_every_page(story: Layout, faces: Faces) -> None:
    for page, proof in zip(story.pages, numbered(story, faces).pages, strict=True):
        numbers = [int(run.text) for run in proof.furniture[len(page.furniture) :]]
        assert numbers[0] == 1 and numbers == sorted(numbers)
        assert set(range(5, len(page.lines) + 1, 5)) <= set(numbers)
        for run in proof.furniture[len(page.furniture) :]:
            line = page.lines[int(run.text) - 1]
            assert run.y == line.y and run.x < line.x


def test_what_was_moved_stands_in_brackets_with_a_lead_from_where_it_stood(
    layout: Layout, faces: Faces
) -> None:
    moved = MovedText(Spot(0, 1, 11), Spot(0, 1, 13), Spot(0, 1, 4))
    marked = corrected(layout, [], faces, [moved])
    boxes = red_boxes(marked)
    (first, y), (last, _) = where(layout, faces, 1, 11), where(layout, faces, 1, 13)
    home, _ = where(layout, faces, 1, 4)
    opening, closing, lead = boxes[0], boxes[2], boxes[-1]
    assert opening[0] == opening[2] < first and opening[1] < y < opening[3]
    assert last < closing[0] == closing[2] < last + 10.5
    # Above the line, from one sign to the other, through no character.
    assert lead[1] == lead[3] > y + 4 and home < lead[0] < lead[2] < first
    assert not notes(marked)


def test_what_came_from_another_line_bears_a_letter_at_both_ends_and_no_line_crosses_text(
    layout: Layout, faces: Faces
) -> None:
    moves = [
        MovedText(Spot(0, 1, 0), Spot(0, 1, len(TEXT) - 1), Spot(0, 2, 12)),
        MovedText(Spot(0, 2, 40), Spot(0, 2, 42), Spot(0, 0, 3)),
    ]
    marked = corrected(layout, [], faces, moves)
    said = sorted(notes(marked))
    assert said == ["A", "A", "B", "B"]
    for left, low, right, high in red_boxes(marked):
        assert right - left < 6 and (high - low < 40 or left == right)
    # A bar beside every line of the long one, left of the text.
    edge, lines = (
        min(line.x for line in layout.lines()),
        [one for one in layout.lines() if one.paragraph == 1],
    )
    bars = [box for box in red_boxes(marked) if box[0] == box[2] < edge]
    assert len(bars) == len(lines) > 1
    assert all(any(low < line.y < high for _, low, _, high in bars) for line in lines)


def test_signs_at_one_place_have_their_letters_side_by_side(layout: Layout, faces: Faces) -> None:
    moves = [
        MovedText(Spot(0, 1, 0), Spot(0, 1, 3), Spot(0, 2, 9)),
        MovedText(Spot(0, 2, 40), Spot(0, 2, 42), Spot(0, 1, 0), opening=True),
    ]
    red = [run for run in corrected(layout, [], faces, moves).pages[0].furniture if run.colour == RED]
    assert len(red) == 4
    for one, other in combinations(red, 2):
        assert abs(one.y - other.y) > 5 or abs(one.x - other.x) > 5


def test_what_came_from_another_page_says_which_at_both_ends(story: Layout, faces: Faces) -> None:
    far = next(line for line in story.pages[1].lines if line.role == "body")
    home = Spot(far.article, far.paragraph, far.start)
    marked = corrected(story, [], faces, [MovedText(Spot(0, 3, 0), Spot(0, 3, 4), home)])
    said = ["".join(run.text for run in page.furniture if run.colour == RED) for page in marked.pages]
    assert said[:2] == ["A←2", "A→1"]
    assert marked.text == story.text


def test_what_is_not_printed_has_no_sign(layout: Layout, faces: Faces) -> None:
    gone = MovedText(Spot(0, 9, 0), Spot(0, 9, 1), Spot(0, 1, 0))
    assert corrected(layout, [], faces, [gone]) == layout
