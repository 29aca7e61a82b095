"""Pages: bands on one grid, nothing lost, nothing alone, everything where arithmetic says."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.bench.prose import mixed

from qingyang.compose import IssueFacts, Layout, Memory, compose
from qingyang.compose.layout import Line, printed
from qingyang.compose.metrics import Squares
from qingyang.compose.template import Template
from qingyang.compose.template_file import parsed
from qingyang.text.article import HOLD, Article, Figure, Paragraph, Span
from qingyang.text.role import BY_ID

Tiny = Callable[..., Template]
ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
NAMES = [path.stem for path in sorted((ROOT / "resources/templates").glob("*.toml"))]


def article(*paragraphs: tuple[str, str]) -> Article:
    return Article(tuple(Paragraph(text, role) for text, role in paragraphs))


def layout(template: Template, *articles: Article, metrics: Squares | None = None, **issue: str) -> Layout:
    return compose(articles, template, metrics or Squares(), None, IssueFacts(**issue))


def test_one_article_on_a_tiny_page(tiny: Tiny) -> None:
    found = layout(tiny(), article(("题目", "headline"), ("一二三四五六七八九十甲乙丙丁", "body")))
    assert printed(found) == (
        "page 1\n"
        "   10.0   162.4 headline     题目\n"
        "   10.0   151.2 body         一二三四五六七\n"
        "   10.0   141.2 body         八九十甲乙丙丁\n"
    )
    assert (found.width, found.height, round(found.bleed, 2)) == (
        pytest.approx(200, abs=0.01),
        pytest.approx(200, abs=0.01),
        8.5,
    )
    assert found.pages[0].lines[0].runs[0].size == 20
    assert found.pages[0].lines[0].runs[0].x == pytest.approx(80)


def test_columns_are_balanced_and_stand_on_one_grid(tiny: Tiny) -> None:
    found = layout(tiny(), article(*[("字" * 5, "body")] * 7))
    left = [line.y for line in found.pages[0].lines if line.x < 50]
    right = [line.y for line in found.pages[0].lines if line.x > 50]
    assert (len(left), len(right)) == (4, 3)
    assert left[:3] == right


def test_a_long_article_goes_on_on_the_next_page(tiny: Tiny) -> None:
    found = layout(tiny(), article(("题目", "headline"), *[("字" * 5, "body")] * 50))
    assert len(found.pages) == 3
    counts = [len(page.lines) for page in found.pages]
    assert counts == [1 + 2 * 8, 2 * 10, 14]


def test_a_headline_never_stands_at_the_foot_of_a_page(tiny: Tiny) -> None:
    for count in range(1, 30):
        one = article(*[("字" * 5, "body")] * count)
        two = article(("题目", "headline"), *[("文" * 5, "body")] * 9)
        found = layout(tiny(), one, two)
        for page in found.pages:
            heads = [k for k, line in enumerate(page.lines) if line.role == "headline"]
            below = [sum(line.article == 1 for line in page.lines[k + 1 :]) for k in heads]
            assert all(lines >= 4 for lines in below)


def test_a_subhead_is_never_the_last_line_of_a_column(tiny: Tiny) -> None:
    for count in range(1, 24):
        body = [("字" * 5, "body")] * count
        found = layout(tiny(), article(*body, ("小标题", "subhead"), *[("文" * 5, "body")] * 4))
        for page in found.pages:
            for a, b in zip(page.lines, [*page.lines[1:], None], strict=True):
                if a.role == "subhead":
                    assert b is not None and b.x == a.x


def test_a_rule_and_white_part_two_stories(tiny: Tiny) -> None:
    found = layout(tiny(), article(("字" * 5, "body")), article(("文" * 5, "body")))
    (rule,) = found.pages[0].rules
    assert (rule.x0, rule.x1, rule.y0) == (
        pytest.approx(10, abs=0.01),
        pytest.approx(190, abs=0.01),
        pytest.approx(165, abs=0.01),
    )
    assert found.pages[0].lines[1].y == pytest.approx(151.2, abs=0.05)


def test_no_rule_stands_at_the_foot_of_a_page(tiny: Tiny) -> None:
    for count in range(1, 30):
        one = article(*[("字" * 5, "body")] * count)
        two = article(("题目", "headline"), *[("文" * 5, "body")] * 9)
        for page in layout(tiny(), one, two).pages:
            for rule in page.rules:
                assert any(line.y < rule.y0 for line in page.lines)
                assert any(line.y > rule.y0 for line in page.lines)


def test_every_line_knows_the_text_it_shows(tiny: Tiny) -> None:
    texts = ["一二三四五六七八九十甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未申酉戌亥", "天地玄黄"]
    found = layout(tiny(), article(("题目", "headline"), *[(text, "body") for text in texts]))
    for line in found.lines():
        if line.role == "body":
            assert texts[line.paragraph - 1][line.start : line.end] == line.text


def test_offsets_count_what_is_not_printed(tiny: Tiny) -> None:
    found = layout(tiny(), article(("一\x07二， 三四五六七八九十", "body")))
    lines = list(found.lines())
    assert lines[0].text == "一二，三四五六七" and (lines[0].start, lines[0].end) == (0, 10)
    assert lines[1].start == 10
    assert [(f.message.id, f.offset) for f in found.findings] == [("page.control", 1)]


def test_a_paragraph_on_hold_is_not_printed(tiny: Tiny) -> None:
    held = Article((Paragraph("印"), Paragraph("不印", marks=frozenset({HOLD}))))
    assert layout(tiny(), held).text == "印"


def test_a_credit_inside_a_caption_has_its_own_face(tiny: Tiny) -> None:
    caption = Paragraph("图注。张三摄", "caption", spans=(Span(3, 6, "credit"),))
    found = layout(tiny(), Article((caption,)))
    (line,) = found.lines()
    assert [(run.face, run.text) for run in line.runs] == [("kai", "图注。"), ("song", "张三摄")]


def test_alignment(tiny: Tiny) -> None:
    found = layout(tiny(), article(("张三", "byline")))
    assert found.pages[0].lines[0].runs[0].x == pytest.approx(10 + 85 - 20, abs=0.01)


def test_the_masthead_takes_its_lines_of_the_first_page_only(tiny: Tiny) -> None:
    furniture = (
        '[[furniture.text]]\non = "first"\ntext = "{name}"\nface = "song"\nsize = 20\nalign = "center"\ny = 10\n'
        '[[furniture.text]]\non = "later"\ntext = "{name} {date}"\nface = "song"\nsize = 5\ny = 10\n'
        '[[furniture.text]]\non = "all"\ntext = "{page}/{pages}"\nface = "song"\nsize = 5\nalign = "right"\ny = 60\n'
        '[[furniture.rule]]\non = "first"\ny = 12\nwidth = 1\n'
    )
    template = tiny(masthead=3, furniture=furniture)
    found = layout(template, article(*[("字" * 5, "body")] * 30), name="简报")
    first, second = found.pages[:2]
    assert [run.text for run in first.furniture] == ["简报", "1/2"]
    assert [run.text for run in second.furniture] == ["2/2"]
    assert len(first.rules) == 1 and not second.rules
    assert first.lines[0].y == pytest.approx(second.lines[0].y - 30)
    assert first.furniture[0].x == pytest.approx(80, abs=0.01)


def test_furniture_wider_than_the_page_is_made_smaller(tiny: Tiny) -> None:
    furniture = '[[furniture.text]]\non = "all"\ntext = "{name}"\nface = "song"\nsize = 20\ny = 10\n'
    found = layout(tiny(furniture=furniture), article(("字", "body")), name="一二三四五六七八九十" * 2)
    assert found.pages[0].furniture[0].size == pytest.approx(9)


def test_an_empty_bulletin_is_a_page_and_a_finding(tiny: Tiny) -> None:
    for empty in ((), (Article(()),), (Article((Paragraph(" \x00"),)),)):
        found = layout(tiny(), *empty)
        assert len(found.pages) == 1 and not found.text
        assert found.findings[-1].message.id == "page.empty"


def test_characters_without_a_face_are_told(tiny: Tiny) -> None:
    found = layout(tiny(), article(("一龘二", "body")), metrics=Squares(unknown="龘"))
    assert [(f.message.id, f.paragraph, f.offset) for f in found.findings] == [("page.no_glyph", 0, 1)]
    assert found.text == "一龘二"


AWKWARD = {
    "a headline of forty characters": ("一二三四五六七八九十" * 4, "headline"),
    "a headline of four hundred": ("一二三四五六七八九十" * 40, "headline"),
    "a paragraph of five thousand": ("一二三四五，六七八九十。" * 420, "body"),
    "a caption of five thousand": ("一二三四五，六七八九十。" * 420, "caption"),
    "emoji": ("👨‍👩‍👧开会🇨🇳了", "body"),
    "right to left": ("他说שלום和مرحبا。", "body"),
    "markup": ("<b>R&D</b> &amp; \\(x\\) %s {name} [[a]]", "body"),
    "one unbreakable word": ("A" * 300, "body"),
    "marks alone": ("，。！？" * 20, "body"),
    "opening marks alone": ("（《“" * 20, "body"),
    "dashes alone": ("—" * 60, "body"),
    "spaces": ("a  b   c　　d", "body"),
    "line breaks": ("一\n二\u2028三", "body"),
}


@pytest.mark.parametrize("case", AWKWARD)
def test_awkward_text_is_set_whole(tiny: Tiny, case: str) -> None:
    text, role = AWKWARD[case]
    found = layout(tiny(), article((text, role), ("后文" * 30, "body")))
    assert "".join(found.text.split()) == "".join(text.split()) + "后文" * 30
    for line in found.lines():
        assert 0 < line.y < 200 and sum(len(run.text) for run in line.runs)


@pytest.mark.parametrize("role", BY_ID)
def test_every_role_is_set(tiny: Tiny, role: str) -> None:
    found = layout(tiny(), article(("一二三四五六七八九十" * 3, role), ("后文", "body")))
    assert "".join(found.text.split()) == "一二三四五六七八九十" * 3 + "后文"


def alone(lines: list[Line]) -> bool:
    """Say whether a first or last line of a paragraph of more than two lines stands alone in a column."""
    if len(lines) < 3:
        return False
    edges = ((lines[0], lines[1]), (lines[-2], lines[-1]))
    return any(b.y > a.y for a, b in edges)


_STORIES = st.lists(
    st.lists(
        st.tuples(
            st.integers(1, 70), st.sampled_from(["body"] * 6 + ["subhead", "headline", "caption", "question"])
        ),
        max_size=12,
    ),
    min_size=1,
    max_size=4,
)


@pytest.mark.parametrize("name", NAMES)
@given(_STORIES)
@example([[(53, "question"), (53, "body")], [(26, "body")], [(51, "body")]])
def test_nothing_is_lost_nothing_stands_alone_nothing_leaves_its_column(
    name: str,
    stories: list[list[tuple[int, str]]],
) -> None:
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    # Whole paragraphs of letters would be set the same; numbers tell them apart.
    articles = [
        article(*[(f"{chr(0x4E00 + k)}" * n, role) for k, (n, role) in enumerate(s)]) for s in stories
    ]
    found = layout(template, *articles)
    wanted = "".join(p.text for a in articles for p in a.paragraphs)
    assert found.text.replace("\n", "") == wanted
    paragraphs: dict[tuple[int, int], list[Line]] = {}
    for page in found.pages:
        for line in page.lines:
            paragraphs.setdefault((line.article, line.paragraph), []).append(line)
            foot = template.height - template.top - template.lines * template.leading
            assert foot <= line.y <= template.height - template.top
    spread = {id(line): number for number, page in enumerate(found.pages) for line in page.lines}
    for lines in paragraphs.values():
        pages = [spread[id(line)] for line in lines]
        assert pages == sorted(pages)
        if len(lines) >= 3 and lines[0].role == "body":
            assert pages[0] == pages[1] and pages[-1] == pages[-2]
            assert not alone(lines)


def seed_articles(name: str) -> Article:
    """Return a seed as it came, one paragraph a line, its first line a headline: raw text, not repaired."""
    text = (ROOT / "seeds" / name).read_text("utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return article((lines[1], "headline"), *[(line, "body") for line in lines])


@pytest.mark.parametrize("name", NAMES)
def test_every_template_composes_the_seeds(name: str) -> None:
    """To renew after a wanted change: run with QINGYANG_GOLDEN=write and read the difference."""
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    seeds = [seed_articles(path.name) for path in sorted((ROOT / "seeds").glob("*.txt"))]
    issue = {"name": "渝中工作简报", "number": "12", "total": "368", "date": "2025年11月22日"}
    got = printed(layout(template, *seeds, **issue))
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("QINGYANG_GOLDEN") == "write":
        golden.write_text(got, encoding="utf-8")
    assert got == golden.read_text("utf-8")


def lowest(layout: Layout, page: int) -> float:
    return min(line.y for line in layout.pages[page].lines)


@pytest.mark.parametrize("white", [1, 2])
def test_white_between_stories_brings_a_page_to_its_foot(tiny: Tiny, white: int) -> None:
    template = tiny(lines=11 + white)
    one = article(("甲" * 7, "body"), ("乙" * 7, "body"))
    # Three lines stay together: the second story leaves a line or two at the foot, the gap above it takes them.
    two = article(*[(letter * 23, "body") for letter in "丙丁戊己庚辛壬癸"])
    made = layout(template, one, two)
    begun = [line for line in made.pages[0].lines if line.article == 1]
    assert lowest(made, 0) == pytest.approx(template.height_at(template.lines) + 10 - 8.8, abs=0.3)
    above = min(line.y for line in made.pages[0].lines if line.article == 0)
    assert begun[0].y == pytest.approx(above - (2 + white) * template.leading)
    (rule,) = [rule for rule in made.pages[0].rules if rule.y0 == rule.y1]
    assert rule.y0 - begun[0].y == pytest.approx(above - rule.y0 + 8.8 * 2 - 10, abs=3)
    entry = made.outline[1]
    assert entry.page == 0 and begun[0].y < entry.y < begun[0].y + template.leading


def test_a_story_does_not_begin_where_only_its_picture_would_go_to_the_next_page(tiny: Tiny) -> None:
    template = tiny(lines=16)
    text = tuple(Paragraph("乙" * 14) for _ in range(2))
    for lines, page in ((12, 1), (8, 0)):
        first = article(*[("甲" * 7, "body")] * (2 * lines))
        made = layout(template, first, Article(text, (Figure("a", 850, 400, 2),)))
        (shown,) = [number for number, each in enumerate(made.pages) if each.pictures]
        assert shown == page and {line.article for line in made.pages[page].lines} >= {1}
        assert len([each for each in made.pages if any(line.article == 1 for line in each.lines)]) == 1


def test_a_page_far_from_its_foot_is_left_as_it_is(tiny: Tiny) -> None:
    template = tiny(lines=12)
    one, two = article(("甲" * 7, "body")), article(("乙" * 7, "body"))
    high = article(("丙" * 8, "headline"), ("丁" * 120, "body"))
    made = layout(template, one, two, high)
    first = [line.y for line in made.pages[0].lines if line.article < 2]
    assert first[0] - first[1] == pytest.approx(2 * template.leading)


@pytest.mark.parametrize("name", NAMES)
def test_pages_brought_to_their_foot_are_the_same_composed_again(name: str) -> None:
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    memory, metrics = Memory(), Squares()
    for seed in (1, 2):
        articles = mixed(9000, seed)
        for some in (articles, articles[1:], articles):
            again = compose(some, template, metrics, None, IssueFacts(), memory=memory)
            assert again == compose(some, template, metrics, None, IssueFacts())
            for page in again.pages:
                assert all(line.y >= template.height_at(template.lines) - 0.01 for line in page.lines)
                assert all(what.y >= template.height_at(template.lines) - 0.01 for what in page.pictures)


def test_two_short_stories_that_find_no_room_beside_each_other_stand_one_after_the_other() -> None:
    name = "tabloid-five-column"
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    long = article(("长" * 8, "headline"), *[("甲" * 60, "body")] * 38)
    counts = {"乙": 8, "丙": 12}
    short = [article((k * 8, "headline"), *[(k * 60, "body")] * count) for k, count in counts.items()]
    (beside, other) = layout(template, *short).outline
    assert beside.y == other.y, "they would stand side by side"
    made = layout(template, long, *short, name="报")
    assert [entry.page for entry in made.outline] == [0, 0, 1]


def test_stories_side_by_side_end_level_where_a_line_or_two_of_white_makes_them() -> None:
    name = "tabloid-five-column"
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    apart, beside = [], 0
    for more in range(8):
        texts = "甲" * 400, "乙" * (400 + 90 * more)
        found = layout(template, *(article((text[:6], "headline"), (text, "body")) for text in texts))
        if found.outline[0].y != found.outline[1].y:
            continue
        beside += 1
        feet = [min(line.y for line in found.pages[0].lines if line.article == k) for k in (0, 1)]
        apart.append(abs(round((feet[0] - feet[1]) / template.leading)))
    assert beside > 3 and sorted(apart)[-2] <= 2 and max(apart) <= 4, apart


@pytest.mark.parametrize("name", NAMES)
def test_a_masthead_that_would_say_nothing_takes_no_room(name: str) -> None:
    template = parsed((ROOT / f"resources/templates/{name}.toml").read_text("utf-8"), name)
    told, untold = (
        layout(template, article(("题" * 6, "headline"), ("字" * 90, "body")), **facts)
        for facts in ({"name": "报"}, {})
    )
    lower = (untold.pages[0].lines[0].y - told.pages[0].lines[0].y) / template.leading
    assert lower == pytest.approx(template.masthead)
    assert len(told.pages[0].rules) - len(untold.pages[0].rules) == sum(
        r.on == "first" for r in template.rules
    )
