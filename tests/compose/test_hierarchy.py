"""Which headline is the largest, what a boxed story looks like, and how long titles stand in the contents."""

from pathlib import Path

import pytest

from qingyang.compose import IssueFacts, Layout, Memory, compose
from qingyang.compose.metrics import Squares
from qingyang.compose.template import Template
from qingyang.compose.template_file import parsed
from qingyang.text.article import Article, Paragraph

ROOT = Path(__file__).parents[2]
NAMES = [path.stem for path in sorted((ROOT / "resources/templates").glob("*.toml"))]
LONG = "多措并举推进内陆改革开放高地建设奋力谱写中国式现代化新篇章迈出坚实步伐取得成效"


def template(name: str) -> Template:
    return parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)


def story(headline: str, role: str = "body", count: int = 4) -> Article:
    return Article((Paragraph(headline, "headline"), *[Paragraph("文" * 90, role)] * count))


def sizes(layout: Layout) -> dict[int, float]:
    """Article -> the size of its headline."""
    heads = [line for page in layout.pages for line in page.lines if line.role == "headline"]
    return {line.article: line.runs[0].size for line in heads}


@pytest.mark.parametrize("name", NAMES)
def test_no_headline_is_larger_than_the_first_one(name: str) -> None:
    for lead in (LONG, LONG[:20], "短题"):
        articles = [story(lead, count=30), story("短题"), story("又一题", count=40), story("小题")]
        found = sizes(compose(articles, template(name), Squares(), None, IssueFacts()))
        assert len(found) == 4 and max(found.values()) == found[0]


def test_a_shorter_lead_lets_the_others_grow_again_composed_with_a_memory() -> None:
    memory, page, metrics = Memory(), template("a4-two-column"), Squares()
    before = {}
    for lead in (LONG, "短题", LONG):
        articles = [story(lead), story("另一题")]
        made = compose(articles, page, metrics, None, IssueFacts(), memory=memory)
        assert made == compose(articles, page, metrics, None, IssueFacts())
        before[lead] = sizes(made)[1]
    assert before[LONG] < before["短题"]


@pytest.mark.parametrize("name", NAMES)
def test_a_story_all_of_whose_text_is_boxed_stands_in_one_box_with_its_headline(name: str) -> None:
    page = template(name)
    alone = compose([story("头条", count=1)], page, Squares(), None, IssueFacts())
    both = compose([story("头条", count=1), story("链接", "sidebar", 2)], page, Squares(), None, IssueFacts())
    (tint,) = [rule for rule in both.pages[0].rules if rule.width > page.leading]
    assert len(alone.pages) == len(both.pages) == 1
    inside = [line for line in both.pages[0].lines if line.article == 1]
    top, low = tint.y0 + tint.width / 2, tint.y0 - tint.width / 2
    assert inside[0].role == "headline" and all(low < line.y < top for line in inside)
    assert sizes(both)[1] <= sizes(both)[0]


def test_a_boxed_paragraph_among_others_is_a_box_of_its_own() -> None:
    article = Article(
        (Paragraph("题", "headline"), *[Paragraph("文" * 60)] * 2, Paragraph("框" * 60, "sidebar"))
    )
    page = template("a4-two-column")
    made = compose([article], page, Squares(), None, IssueFacts())
    tints = [rule for rule in made.pages[0].rules if rule.width > page.leading]
    head = next(line for line in made.pages[0].lines if line.role == "headline")
    assert tints and all(rule.y0 + rule.width / 2 < head.y for rule in tints)


def test_a_story_that_only_begins_with_a_box_is_not_boxed_itself() -> None:
    page = template("a4-two-column")
    boxed, body = Paragraph("框" * 60, "sidebar"), Paragraph("文" * 60)
    made = compose(
        [Article((Paragraph("题", "headline"), boxed, body, body))], page, Squares(), None, IssueFacts()
    )
    (tint,) = [rule for rule in made.pages[0].rules if rule.width > page.leading]
    bodies = [line for line in made.pages[0].lines if line.role == "body"]
    low = tint.y0 - tint.width / 2
    assert bodies and all(line.y < low or line.x > tint.x1 for line in bodies)


def test_an_article_without_text_is_told() -> None:
    made = compose(
        [story("头条"), Article((Paragraph("空稿", "headline"),))],
        template("a4-brief"),
        Squares(),
        None,
        IssueFacts(),
    )
    told = [finding.article for finding in made.findings if finding.message.id == "page.headline_alone"]
    assert told == [1]


def test_a_long_title_takes_two_lines_of_the_contents_in_the_size_of_the_others() -> None:
    page = template("a4-brief")
    titles = [LONG, "短题", "又一题", "末题"]
    made = compose([story(title) for title in titles], page, Squares(), None, IssueFacts("报"))
    assert page.contents
    listed = [run for run in made.pages[0].furniture if run.y < page.height_at(page.masthead + 2)]
    of_titles = [run for run in listed if run.text[0] in LONG + "短又末" and run.y > 60]
    first, second, third = of_titles[:3]
    assert first.text + second.text == LONG and third.text == "短题"
    assert of_titles[-1].text == "末题"
    assert {run.size for run in of_titles} == {page.contents.entry.size}
    assert (first.y - second.y, second.y - third.y) == pytest.approx((page.leading, page.leading))
    assert second.x > first.x
    # No line of the list comes to lie on the text below it.
    text = max(line.y for line in made.pages[0].lines) if made.pages[0].lines else 0
    assert min(run.y for run in of_titles) > text
