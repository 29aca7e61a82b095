"""Lines: where every glyph of a line stands, in squares."""

import itertools
from collections.abc import Callable

import pytest

from qingyang.compose.cells import Cells
from qingyang.compose.items import Inset, Items, items
from qingyang.compose.layout import Run
from qingyang.compose.lines import Place, natural, runs, whites
from qingyang.compose.metrics import Ink, Squares

Squared = Callable[..., Items]


def origins(found: tuple[Run, ...], metrics: Squares) -> list[float]:
    """Return the x of every glyph as a PDF viewer reckons it, in em of a 1 pt face."""
    out = []
    for run in found:
        x, moves = run.x, dict(run.moves)
        for k, char in enumerate(run.text):
            out.append(round(x, 3))
            step = (metrics.advance(run.face, char) + moves.get(k, 0)) * run.scale + run.spacing
            x += step * run.size / 1000
    return out


def set_line(made: Items, room: float | None = None) -> list[float]:
    """Return the glyph origins of a whole text set as one line."""
    count = len(made.text)
    set_ = whites(made, 0, count, round(room * 1000) if room else 1 << 30, room is not None)
    return origins(runs(made, 0, count, set_, Place(0, 0, 1)), Squares())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("一二三", [0, 1, 2]),
        ("一，二", [0, 1, 2]),
        ("一“二”三", [0, 1, 2, 3, 4]),
        ("一，“二", [0, 1, 1.5, 2.5]),
        ("一”，二", [0, 1, 1.5, 2.5]),
        ("“《二", [-0.5, 0, 1]),
        ("（一", [-0.5, 0.5]),
        ("一A二", [0, 1.25, 2.0]),
        ("一A，二", [0, 1.25, 1.75, 2.75]),
        ("一 二", [0, 1, 1.5]),
        ("一 A", [0, 1, 1.25]),
        ("a b", [0, 0.5, 0.8]),
        ("一·二", [0, 1.25, 2.0]),
        ("占5%以", [0, 1.25, 1.75, 2.5]),
    ],
)
def test_natural_places(squares: Squared, text: str, at: list[float]) -> None:
    assert set_line(squares(text)) == at


def test_marks_beside_each_other_are_half_an_em_apart(squares: Squared) -> None:
    made = set_line(squares("一”）》，“《二"))
    assert [b - a for a, b in itertools.pairwise(made[1:])] == [0.5, 0.5, 0.5, 0.5, 0.5, 1.0]


def test_a_line_is_stretched_evenly_between_han_characters(squares: Squared) -> None:
    assert set_line(squares("一二三四五"), 5.4) == [0, 1.1, 2.2, 3.3, 4.4]


def test_the_gap_beside_latin_is_stretched_first_and_to_a_third_at_most(squares: Squared) -> None:
    assert set_line(squares("一A二"), 3.1) == [0, 1.3, 2.1]
    assert set_line(squares("一二A"), 3.0) == [0, 1.167, 2.5]
    made = squares("一二A")
    assert whites(made, 0, 3, 3000, True).even == pytest.approx(3000 - 1000 - 1000 - 333 - 500)


def test_inside_a_word_or_a_number_nothing_is_stretched(squares: Squared) -> None:
    found = set_line(squares("一二GDP三3.5四"), 11.0)
    letters = found[2:5]
    assert [b - a for a, b in itertools.pairwise(letters)] == pytest.approx([0.5, 0.5])
    digits = found[6:9]
    assert [b - a for a, b in itertools.pairwise(digits)] == pytest.approx([0.5, 0.5])


def test_brackets_shrink_before_commas_and_commas_before_stops(squares: Squared) -> None:
    made = squares("一。二，三（四")
    assert natural(made, 0, 7) == 7000
    assert set_line(made, 6.5) == [0, 1, 2, 3, 4, 4.5, 5.5]
    assert set_line(made, 6.0) == [0, 1, 2, 3, 3.5, 4.0, 5.0]
    assert set_line(made, 5.5) == [0, 1, 1.5, 2.5, 3.0, 3.5, 4.5]


def test_two_dashes_are_two_em_and_touch() -> None:
    class Narrow(Squares):
        """Squares whose dash is that of Noto Serif SC: .89 em wide, its black from .043 to .846."""

        def advance(self, face: str, char: str) -> int:
            return 890 if char == "—" else super().advance(face, char)

        def ink(self, face: str, char: str) -> Ink:
            return Ink(43, 846) if char == "—" else super().ink(face, char)

    metrics = Narrow()
    made = items("一——二", Cells("song", metrics))
    found = runs(made, 0, 4, whites(made, 0, 4, 1 << 30, False), Place(0, 0, 1))
    at = origins(found, metrics)
    dashes = next(run for run in found if run.text.startswith("—"))
    black = [(x + 0.043 * dashes.scale, x + 0.846 * dashes.scale) for x in at[1:3]]
    assert at[0] == 0 and at[3] == 3
    assert 1.0 < black[0][0] < 1.1 and 2.9 < black[1][1] < 3.0
    assert black[1][0] <= black[0][1] <= black[1][0] + 0.02
    assert "".join(run.text for run in found) == "一——二"


def test_a_trailing_space_is_not_drawn(squares: Squared) -> None:
    made = squares("ab cd")
    assert runs(made, 0, 3, whites(made, 0, 3, 1500, True), Place(0, 0, 1))[0].text == "ab"


def test_a_part_in_another_face_is_a_run_of_its_own() -> None:
    metrics = Squares()
    made = items("图 张三摄", Cells("song", metrics), insets=(Inset(2, 5, Cells("kai", metrics)),))
    found = runs(made, 0, 5, whites(made, 0, 5, 9000, False), Place(5, 7, 10))
    assert [(run.face, run.text, run.x, run.y) for run in found] == [
        ("song", "图 ", 5, 7),
        ("kai", "张三摄", 20, 7),
    ]


def test_what_no_face_has_takes_a_square_and_keeps_its_text() -> None:
    made = items("一龘二", Cells("song", Squares(unknown="龘")))
    found = runs(made, 0, 3, whites(made, 0, 3, 9000, False), Place(0, 0, 10))
    assert [(run.face, run.text, run.x) for run in found] == [
        ("song", "一", 0),
        ("", "龘", 10),
        ("song", "二", 20),
    ]


def test_a_loose_line_opens_its_marks_before_han_characters_part(squares: Squared) -> None:
    made = squares("一二，三四、五六七八九十")
    close = whites(made, 0, 12, 12_300, True)
    assert close.even == pytest.approx(300 / 11) and not any(close.ratios)
    seen = whites(made, 0, 12, 13_000, True)
    assert seen.even == pytest.approx(50)
    assert seen.even * 11 + sum(500 * ratio for ratio in seen.ratios[4:5]) * 2 == pytest.approx(1000)
    wide = whites(made, 0, 12, 14_000, True)
    assert 50 < wide.even < 150 and wide.ratios[4] == 0.5
    at = origins(runs(made, 0, 12, wide, Place(0, 0, 1)), Squares())
    assert at[-1] + 1 == pytest.approx(14.0, abs=0.01)
    assert at[3] - at[2] == pytest.approx(1.25 + wide.even / 1000, abs=0.01)


def test_word_spaces_open_with_the_rest_of_a_loose_line(squares: Squared) -> None:
    made = squares("Go on进行Go on进行")
    at = origins(runs(made, 0, 14, whites(made, 0, 14, 11_500, True), Place(0, 0, 1)), Squares())
    space, han = at[3] - at[1] - 0.5, at[6] - at[5]
    assert 0.5 < space < 1.2 and han < 1.2


def test_a_parted_word_ends_with_a_hyphen_that_is_not_of_the_text(squares: Squared) -> None:
    made = squares("谈谈development完", hyphens=lambda text: [7])
    set_ = whites(made, 0, 7, 5500, True)
    found = runs(made, 0, 7, set_, Place(0, 0, 1))
    assert "".join(run.text for run in found) == "谈谈devel\xad" and "\xad" not in made.text
    assert set_.width == 5500
    at = origins(found, Squares())
    assert at[-1] - at[-2] == pytest.approx(0.5) and at[-1] + 0.5 == pytest.approx(5.5)
