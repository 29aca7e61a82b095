"""Headlines: the largest size that takes the words whole, lines as even as may be."""

import itertools
import re
from collections.abc import Callable, Sequence

from qingyang.compose.headline import balanced, fitted
from qingyang.compose.items import Items
from qingyang.compose.template import Rung

Squared = Callable[..., Items]
LADDER = (Rung(20, 1), Rung(10, 2), Rung(5, 9))


def words(text: str) -> Sequence[str]:
    """Cut a text into pairs of characters."""
    return re.findall("..?", text)


def parts(made: Items, edges: tuple[int, ...]) -> list[str]:
    return [made.text[a:b] for a, b in itertools.pairwise(edges)]


def test_a_short_headline_takes_the_largest_size(squares: Squared) -> None:
    made = squares("一二三四五六七八九", words=words)
    assert fitted(made, LADDER, 200) == (20, (0, 9))


def test_a_longer_one_a_smaller_size_and_two_even_lines(squares: Squared) -> None:
    made = squares("一二三四五六七八九十" * 2 + "甲乙", words=words)
    found = fitted(made, LADDER, 200)
    assert found and found[0] == 10
    assert sorted(map(len, parts(made, found[1]))) == [10, 12]


def test_a_headline_breaks_between_words_at_every_size(squares: Squared) -> None:
    text = "重庆市渝中区开放平台建设取得重大进展"
    made = squares(text, words=lambda text: re.findall("重庆市|渝中区|平台|..", text))
    for width in range(60, 400, 10):
        found = fitted(made, LADDER, width)
        assert found
        cut = "|".join(parts(made, found[1]))
        assert all(word in cut for word in ("重庆市", "渝中区", "平台"))


def test_a_headline_of_two_phrases_breaks_between_them(squares: Squared) -> None:
    made = squares("尼泊尔客机坠毁 至少六十八人", words=words)
    assert parts(made, balanced(made, 12000, 2)) == ["尼泊尔客机坠毁 ", "至少六十八人"]
    made = squares("积极融入全国开放战略 “十四五”期间对外开放取得成效", words=list, display=True)
    assert parts(made, balanced(made, 18000, 2))[0] == "积极融入全国开放战略 "


def test_one_long_word_is_broken_rather_than_run_over(squares: Squared) -> None:
    made = squares("一二三四五六七八九十", words=lambda text: [text])
    found = fitted(made, (Rung(10, 2),), 60)
    assert found and parts(made, found[1]) == ["一二三四五", "六七八九十"]


def test_what_no_rung_takes_is_no_headline(squares: Squared) -> None:
    assert fitted(squares("一二三四五六七八九十"), (Rung(10, 1),), 60) is None
    assert fitted(squares("长" * 500), LADDER, 200) is None


def test_a_headline_is_a_size_smaller_where_that_breaks_it_between_phrases(squares: Squared) -> None:
    ladder = (Rung(30, 1), Rung(24, 2), Rung(20, 2), Rung(10, 2))
    made = squares("人民日报评论员：以高质量发展推进中国式现代化", words=words)
    # At 24 points a line has 13 characters: the second phrase has 14 and would be parted.
    assert parts(made, balanced(made, 13000, 2))[0] != "人民日报评论员："
    found = fitted(made, ladder, 13 * 24)
    assert found and (found[0], parts(made, found[1])[0]) == (20, "人民日报评论员：")
    # Where no size keeps the phrases whole, or only one line fewer does, it stays as large as it can.
    found = fitted(squares("一二三四五六七八九十" * 2, words=words), ladder, 13 * 24)
    assert found and found[0] == 24
    one = fitted(made, (Rung(24, 2), Rung(10, 1)), 13 * 24)
    assert one and one[0] == 24


def test_a_headline_breaks_behind_a_colon_rather_than_in_the_list_it_begins(squares: Squared) -> None:
    made = squares("从“网红”到“长红”：十八梯、洪崖洞、李子坝的更新之路", words=list)
    assert parts(made, balanced(made, 17000, 2))[0] == "从“网红”到“长红”："
