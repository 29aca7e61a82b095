"""What stands on a page beside its text: boxes, contents, 下转 and 上接, 报尾, stories side by side, overset."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qingyang.compose import IssueFacts, Layout, compose
from qingyang.compose.metrics import Squares
from qingyang.compose.template import Template
from qingyang.compose.template_file import parsed
from qingyang.text.article import Article, Paragraph

Tiny = Callable[..., Template]
ROOT = Path(__file__).parents[2]
CONTINUED = (
    '[continued]\nnext = "（下转第{page}版）"\nprevious = "（上接第{page}版）"\nface = "kai"\nsize = 5'
)
CONTENTS = (
    '[contents]\ntitle = "目录"\nleast = 2\ntitle_face = "song"\ntitle_size = 10\nface = "kai"\nsize = 10'
)
COLOPHON = (
    '[colophon]\nrule = 1\nface = "song"\nsize = 10\n'
    'texts = ["报：{reported_to}", "编辑：{editors}\\t签发：{approver}", "（共印{copies}份）"]'
)
BOX = '[box]\nrule = 1\ntint = "pale"\n'
FACTS = IssueFacts(reported_to="区委，区政府" * 4, editors="张三", approver="李四", copies="50")


def article(*paragraphs: tuple[str, str]) -> Article:
    return Article(tuple(Paragraph(text, role) for text, role in paragraphs))


def layout(
    template: Template, *articles: Article, issue: IssueFacts | None = None, most: int | None = None
) -> Layout:
    return compose(articles, template, Squares(), None, issue or IssueFacts(), most=most)


def words(found: Layout, page: int) -> list[str]:
    return [run.text for run in found.pages[page].furniture]


def test_a_frame_stands_round_a_boxed_story(tiny: Tiny) -> None:
    sidebar = 'face = "song"\nsize = 10\nmargin = 0.5\nbefore = 1\nafter = 1\nbox = true'
    found = layout(
        tiny(sidebar=sidebar, extra="[box]\nrule = 1"),
        article(*(("正文", "body"), ("框文一", "sidebar"), ("框文二", "sidebar")), *[("正文", "body")] * 3),
    )
    rules = found.pages[0].rules
    boxed = [line for line in found.lines() if line.role == "sidebar"]
    assert len(rules) == 4 and len(boxed) == 2
    left, right = min(r.x0 for r in rules), max(r.x1 for r in rules)
    foot, head = min(r.y0 for r in rules), max(r.y0 for r in rules)
    for line in boxed:
        assert left < line.runs[0].x and line.x + line.width < right
        assert foot < line.y < head
    for line in found.lines():
        if line.role == "body" and line.x < 50:
            assert not foot < line.y < head
    assert boxed[0].y - boxed[1].y == pytest.approx(10)


def test_a_box_that_goes_on_in_the_next_column_is_closed_in_both(tiny: Tiny) -> None:
    sidebar = 'face = "song"\nsize = 10\nmargin = 0.5\nbefore = 1\nafter = 1\nbox = true'
    found = layout(
        tiny(sidebar=sidebar, extra="[box]\nrule = 1"), article(("文", "body"), ("框" * 95, "sidebar"))
    )
    assert len(found.pages[0].rules) == 8


SIDEBAR = 'face = "song"\nsize = 10\nmargin = 0.5\nbox = true'


@pytest.mark.parametrize("first", ["资料", "框" * 12])
def test_one_frame_stands_round_a_story_whose_first_paragraph_is_boxed(tiny: Tiny, first: str) -> None:
    boxed = article((first, "sidebar"), ("题目", "headline"), ("文" * 20, "body"), ("框" * 5, "sidebar"))
    template = tiny(sidebar=SIDEBAR, extra="[box]\nrule = 1")
    found = layout(template, article(("字", "body")), boxed)
    rules = [rule for rule in found.pages[0].rules if rule.width == 1]
    assert len(found.pages) == 1 and len(rules) == 4
    left, right = min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)
    foot, head = min(rule.y0 for rule in rules), max(rule.y0 for rule in rules)
    assert right - left == pytest.approx(template.across(2) + 1)
    for line in found.lines():
        assert (foot < line.y < head) == (line.article == 1)
        if line.article == 1:
            assert left + 4 < line.runs[0].x


def test_a_boxed_story_that_leaves_its_page_has_a_frame_on_both(tiny: Tiny) -> None:
    found = layout(tiny(sidebar=SIDEBAR, extra="[box]\nrule = 1"), article(("框" * 200, "sidebar")))
    assert [len(page.rules) for page in found.pages] == [4, 4]


def test_a_story_that_leaves_its_page_says_where_it_goes_on(tiny: Tiny) -> None:
    found = layout(tiny(extra=CONTINUED), article(("题目", "headline"), *[("字" * 5, "body")] * 50))
    assert words(found, 0) == ["（下转第2版）"]
    assert words(found, 1) == ["（上接第1版）", "（下转第3版）"]
    assert words(found, 2) == ["（上接第2版）"]
    for page in found.pages:
        places = {(round(line.x), round(line.y)) for line in page.lines}
        for run in page.furniture:
            column = 10 if run.x < 95 else 105
            assert not any(x == column and abs(y - run.y) < 7 for x, y in places)


def test_a_story_that_ends_on_its_page_says_nothing(tiny: Tiny) -> None:
    for count in range(1, 21):
        found = layout(tiny(extra=CONTINUED), article(*[("字" * 5, "body")] * count))
        assert len(found.pages) == 1 and not words(found, 0)


@pytest.mark.parametrize("name", ["a3-four-column", "tabloid-five-column"])
def test_a_page_says_a_story_goes_on_only_where_it_does(name: str) -> None:
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    wide = "一二三四五，六七八九十。"
    for last in range(20, 60, 2):
        texts = [(wide * 40)[: 150 + 7 * k] for k in range(last)]
        found = layout(template, article(*[(text, "body") for text in texts]))
        leaves = sum("下转" in run.text for page in found.pages for run in page.furniture)
        assert leaves == len(found.pages) - 1


def test_continued_stories_lose_nothing(tiny: Tiny) -> None:
    for count in range(1, 75):
        texts = [f"{chr(0x4E00 + k)}" * (k % 40 + 1) for k in range(count)]
        found = layout(tiny(extra=CONTINUED), article(*[(text, "body") for text in texts]))
        assert found.text.replace("\n", "") == "".join(texts)


def test_the_contents_name_every_article_and_its_page(tiny: Tiny) -> None:
    first = article(("甲题", "headline"), *[("字" * 5, "body")] * 9)
    second = article(("乙题", "headline"), *[("文" * 5, "body")] * 9)
    found = layout(tiny(lines=14, extra=CONTENTS), first, second)
    entries = [(entry.title, entry.page) for entry in found.outline]
    assert entries == [("甲题", 0), ("乙题", 1)]
    said = words(found, 0)
    assert said[0] == "目录" and "甲题" in said and "乙题" in said
    numbers = [text for text in said if text.isdigit()]
    assert numbers == ["1", "2"]
    assert max(line.y for line in found.pages[0].lines) < min(run.y for run in found.pages[0].furniture)
    assert not words(found, 1)


def test_one_article_has_no_contents(tiny: Tiny) -> None:
    assert not words(layout(tiny(extra=CONTENTS), article(("字", "body"))), 0)


def test_the_last_page_says_whom_it_goes_to(tiny: Tiny) -> None:
    found = layout(tiny(extra=COLOPHON), article(*[("字" * 5, "body")] * 30), issue=FACTS)
    assert not words(found, 0)
    said = "".join(words(found, len(found.pages) - 1))
    assert said == "报：" + FACTS.reported_to + "编辑：张三签发：李四（共印50份）"
    assert len(found.pages[-1].rules) == 4


def test_no_text_stands_where_the_colophon_does(tiny: Tiny) -> None:
    for count in range(1, 60):
        found = layout(tiny(extra=COLOPHON), article(*[("字" * 5, "body")] * count), issue=FACTS)
        last = found.pages[-1]
        assert last.lines and max(rule.y0 for rule in last.rules) < min(line.y for line in last.lines)
        assert found.text.count("字") == count * 5
        assert not any(page.rules for page in found.pages[:-1])


def test_what_nobody_filled_in_is_left_out_of_the_colophon(tiny: Tiny) -> None:
    only = IssueFacts(approver="李四")
    found = layout(tiny(extra=COLOPHON), article(("字", "body")), issue=only)
    assert words(found, 0) == ["签发：李四"]
    assert not layout(tiny(extra=COLOPHON), article(("字", "body"))).pages[0].rules


@pytest.fixture
def four(tiny: Tiny) -> Template:
    """Return a page of four columns on which stories lower than six lines stand side by side."""
    return replace(tiny(lines=16), columns=4, width=400, story_beside=6)


def test_short_stories_stand_side_by_side(four: Template) -> None:
    one = article(("甲", "headline"), *[("字" * 5, "body")] * 12)
    two = article(("乙", "headline"), *[("文" * 5, "body")] * 13)
    found = layout(four, one, two)
    heads = [line for line in found.lines() if line.role == "headline"]
    assert heads[0].y == heads[1].y and heads[0].x < heads[1].x
    assert found.text.replace("\n", "") == "甲" + "字" * 60 + "乙" + "文" * 65
    middle = four.column_left(2) - four.gutter / 2
    assert [rule.x0 for rule in found.pages[0].rules] == [pytest.approx(middle)]
    for a, b in itertools.product(found.lines(), repeat=2):
        same = abs(a.y - b.y) < 5 and a is not b
        assert not same or abs(a.x - b.x) > 80 or a.role != b.role


def test_stories_of_unlike_length_do_not(four: Template) -> None:
    one = article(("甲", "headline"), *[("字" * 5, "body")] * 20)
    two = article(("乙", "headline"), ("文" * 5, "body"))
    heads = [line for line in layout(four, one, two).lines() if line.role == "headline"]
    assert heads[0].y > heads[1].y


def test_a_story_beside_another_has_a_smaller_headline(four: Template) -> None:
    one = article(("甲", "headline"), *[("字" * 5, "body")] * 12)
    alone = next(layout(four, one).lines()).runs[0].size
    beside = next(layout(four, one, one).lines()).runs[0].size
    assert beside < alone


def test_what_the_pages_do_not_hold_is_returned_and_told(tiny: Tiny) -> None:
    whole = layout(tiny(), article(*[("字" * 22, "body")] * 20))
    cut = layout(tiny(), article(*[("字" * 22, "body")] * 20), most=1)
    assert len(whole.pages) > 2 and not whole.overset
    assert cut.pages == whole.pages[:1]
    shown = sum(line.end - line.start for line in cut.lines())
    first = cut.overset[0]
    assert shown == first.paragraph * 22 + first.start
    assert sum(part.lines for part in cut.overset) == 60 - len(list(cut.lines()))
    told = [f for f in cut.findings if f.message.id == "page.overset"]
    assert [(f.paragraph, f.offset) for f in told] == [(part.paragraph, part.start) for part in cut.overset]
