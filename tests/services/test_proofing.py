"""What a proof marks of a document: every change of its characters, where it stands, and no change of white space."""

from __future__ import annotations

from qingyang.services.arranging import Arranging
from qingyang.services.proofing import corrections, moved_texts
from qingyang.services.repairing import repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.workbench import Workbench
from qingyang.text.source import source_of

BENCH = Workbench()
RAW = "大会召开\n\n今年是十四五收官之\n年,渝中区聚焦内陆改革开放。\n\n各项工作取得了新的成效。\n"


def review() -> Reviewing:
    return repaired(source_of(RAW, "a.txt"), BENCH.lexicon).review()


def runs(*reviews: Reviewing) -> list[tuple[Reviewing, range]]:
    return [(review, rows) for review in reviews for rows in Arranging(review).runs()]


def told(*reviews: Reviewing) -> list[tuple[str, str, str]]:
    """Return old and new text of every correction, and what stands there in the article it names."""
    articles = [article for found in reviews for article in found.articles()]
    return [
        (c.old, c.new, articles[c.article].paragraphs[c.paragraph].text[c.start : c.end])
        for c in corrections(runs(*reviews))
    ]


def test_a_rule_s_change_of_characters_is_told_and_a_joined_line_is_not() -> None:
    assert told(review()) == [(",", "，", "，")]


def test_what_a_hand_does_is_told_where_it_stands() -> None:
    desk = review()
    row = next(k for k in range(len(desk)) if "渝中区" in desk.text(k))
    start = desk.passages[row].start
    at = desk.text(row).index("渝中区")
    desk.replace(start + at, start + at + 3, "渝北")
    at = desk.text(row).index("改革")
    desk.replace(start + at, start + at + 2, "")
    at = desk.text(row).index("年")
    desk.replace(start + at, start + at, "这一")
    found = told(desk)
    assert ("渝中区", "渝北", "渝北") in found and ("改革", "", "") in found and ("", "这一", "这一") in found
    assert len(found) == 4


def test_articles_are_counted_through_several_documents() -> None:
    one, two = review(), review()
    found = list(corrections(runs(one, two)))
    assert [c.article for c in found] == [0, len(one.articles())]
    assert told(one, two) == [(",", "，", "，")] * 2


def test_undone_is_not_told() -> None:
    desk = review()
    start = desk.passages[0].start
    desk.replace(start, start + 2, "会议")
    assert ("大会", "会议", "会议") in told(desk)
    desk.undo()
    assert told(desk) == [(",", "，", "，")]


def test_a_paragraph_moved_by_hand_is_told_with_where_it_stood() -> None:
    desk = review()
    assert list(moved_texts(runs(desk))) == []
    last = len(desk) - 1
    words = desk.text(last)
    desk.move([last], 1)
    (found,) = moved_texts(runs(review(), desk))
    assert found.start.article == len(review().articles())
    article = desk.articles()[0]
    assert article.paragraphs[found.start.paragraph].text == words
    assert found.start.offset == 0 and found.end.offset == len(words) - 1
    assert (found.home.paragraph, found.home.offset) == (last, len(desk.text(last)) - 1)


def test_the_place_of_what_stood_first_is_before_what_came_next() -> None:
    desk = review()
    words, follows = desk.text(0), desk.text(1)
    desk.move([0], len(desk))
    (found,) = moved_texts(runs(desk))
    articles = desk.articles()
    assert articles[found.start.article].paragraphs[found.start.paragraph].text == words
    assert articles[found.home.article].paragraphs[found.home.paragraph].text == follows
    assert (found.home.offset, found.opening) == (0, True)


def test_where_something_stood_is_told_by_words_though_the_white_space_there_stayed() -> None:
    desk = review()
    first, middle, last = (desk.text(row) for row in range(3))
    desk.move([1], 0)
    desk.move([2], 0)
    texts = [[paragraph.text for paragraph in article.paragraphs] for article in desk.articles()]
    homes = {
        texts[at.article][at.paragraph]: texts[home.article][home.paragraph]
        for at, _, home, _ in moved_texts(runs(desk))
    }
    assert homes == {middle: first, last: middle}
