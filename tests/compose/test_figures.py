"""Pictures: on the page whatever their size, above their captions, and none of them lost."""

from collections.abc import Callable

import pytest

from qingyang.compose import IssueFacts, Layout, compose
from qingyang.compose.metrics import Squares
from qingyang.compose.template import Template
from qingyang.text.article import Article, Figure, Paragraph

Tiny = Callable[..., Template]
WIDE = "[figure]\nspan = 2\nhighest = 6\ndpi = 36"
BODY = "字" * 15


def layout(template: Template, figures: list[Figure], *paragraphs: tuple[str, str]) -> Layout:
    article = Article(tuple(Paragraph(text, role) for text, role in paragraphs), tuple(figures))
    return compose([article], template, Squares(), None, IssueFacts())


def on_the_page(found: Layout) -> None:
    for page in found.pages:
        for picture in page.pictures:
            assert picture.x >= 0 and picture.x + picture.width <= found.width
            assert picture.y >= 0 and picture.y + picture.height <= found.height
            for line in page.lines:
                beside = line.x + 85 <= picture.x + 0.1 or picture.x + picture.width <= line.x + 0.1
                over = line.y >= picture.y + picture.height - 0.1
                assert beside or over or line.y < picture.y


def test_a_picture_stands_in_its_column_above_its_caption(tiny: Tiny) -> None:
    figure = Figure("a.jpg", 850, 300, 1, "一张图")
    found = layout(
        tiny(), [figure], (BODY, "body"), ("图注", "caption"), ("张三摄", "credit"), (BODY, "body")
    )
    (picture,) = found.pages[0].pictures
    assert (picture.width, picture.height) == (pytest.approx(85, abs=0.1), pytest.approx(30, abs=0.1))
    assert (picture.name, picture.alt, picture.article, picture.figure) == ("a.jpg", "一张图", 0, 0)
    caption, credit = found.pages[0].lines[picture.before : picture.before + 2]
    assert (caption.text, credit.text) == ("图注", "张三摄")
    assert picture.y > caption.y > credit.y and caption.x == pytest.approx(picture.x)
    on_the_page(found)


def test_a_picture_and_its_caption_are_never_parted(tiny: Tiny) -> None:
    for before in range(30):
        body = [("字" * 5, "body")] * before
        figure = Figure("a.jpg", 850, 400, before)
        found = layout(tiny(), [figure], *body, ("图注", "caption"), ("张三摄", "credit"), (BODY, "body"))
        (page,) = [page for page in found.pages if page.pictures]
        (picture,) = page.pictures
        assert [line.text for line in page.lines[picture.before : picture.before + 2]] == ["图注", "张三摄"]
        # Below it in its column; a picture set smaller stands in the middle of that.
        assert 0 <= picture.x - page.lines[picture.before].x + 0.01 < picture.width
        on_the_page(found)


def test_a_wide_sharp_picture_spans_columns_and_text_flows_below_it(tiny: Tiny) -> None:
    found = layout(
        tiny(lines=14, extra=WIDE),
        [Figure("a.jpg", 1800, 500, 1)],
        ("题目", "headline"),
        ("图注", "caption"),
        (BODY * 4, "body"),
    )
    (picture,) = found.pages[0].pictures
    assert picture.width == pytest.approx(180, abs=0.1) and picture.height == pytest.approx(50, abs=0.1)
    assert [line.text for line in found.pages[0].lines[:2]] == ["题目", "图注"]
    assert all(line.y < picture.y for line in found.pages[0].lines[1:])
    on_the_page(found)


def test_an_upright_or_a_coarse_picture_takes_one_column(tiny: Tiny) -> None:
    for figure in (Figure("a", 900, 1200, 0), Figure("a", 80, 30, 0)):
        found = layout(tiny(extra=WIDE), [figure], (BODY, "body"))
        assert found.pages[0].pictures[0].width <= 85.1


@pytest.mark.parametrize(("wide", "points"), [(20, 56.7), (45, 127.6), (900, 180)])
def test_a_person_says_how_wide_it_prints(tiny: Tiny, wide: float, points: float) -> None:
    found = layout(tiny(extra=WIDE), [Figure("a", 80, 10, 0, wide=wide)], (BODY, "body"))
    assert found.pages[0].pictures[0].width == pytest.approx(points, abs=0.1)
    on_the_page(found)


def test_a_caption_is_as_wide_as_its_picture_but_wide_enough_to_be_read(tiny: Tiny) -> None:
    for wide, width in ((28, 79.4), (20, 72)):
        figure = Figure("a", 80, 10, 0, wide=wide)
        found = layout(tiny(), [figure], ("图注" * 20, "caption"), (BODY, "body"))
        (picture,) = found.pages[0].pictures
        captions = [line for line in found.lines() if line.role == "caption"]
        for line in captions:
            assert line.width == pytest.approx(width, abs=0.1)
            assert line.x + line.width / 2 == pytest.approx(picture.x + picture.width / 2)
        assert "".join(line.text for line in captions) == "图注" * 20
        assert captions[0].runs[-1].x < line.x + width


def test_a_caption_no_column_holds_is_as_wide_as_its_column(tiny: Tiny) -> None:
    figure = Figure("a", 80, 10, 0, wide=20)
    found = layout(tiny(), [figure], ("图注，" * 900, "caption"), (BODY, "body"))
    assert {round(line.width) for line in found.lines()} == {85}


def test_a_picture_larger_than_the_page_is_made_to_fit(tiny: Tiny) -> None:
    for width, height in ((90_000, 10), (10, 90_000), (90_000, 90_000), (1, 1)):
        found = layout(tiny(extra=WIDE), [Figure("a", width, height, 0)], ("图注", "caption"), (BODY, "body"))
        assert sum(len(page.pictures) for page in found.pages) == 1
        on_the_page(found)


def test_a_coarse_picture_is_told(tiny: Tiny) -> None:
    found = layout(tiny(extra="[figure]\ndpi = 200"), [Figure("雾.jpg", 30, 20, 0)], (BODY, "body"))
    assert [(f.message.id, dict(f.message.facts)["name"]) for f in found.findings] == [
        ("page.picture_coarse", "雾.jpg")
    ]


def test_a_missing_picture_leaves_its_caption_and_is_told(tiny: Tiny) -> None:
    found = layout(tiny(), [Figure("没.jpg", 0, 0, 0)], ("图注", "caption"), (BODY, "body"))
    assert not found.pages[0].pictures and found.text.startswith("图注")
    assert [f.message.id for f in found.findings] == ["page.picture_missing"]


def test_two_hundred_pictures_are_all_there(tiny: Tiny) -> None:
    figures = [Figure(f"{k}.jpg", 1500 if k % 3 else 700, 400 + k, k % 7) for k in range(200)]
    for extra in ("[figure]\ndpi = 36", WIDE):
        found = layout(tiny(extra=extra), figures, *[(BODY, "body")] * 6, ("图注", "caption"))
        names = {picture.name for page in found.pages for picture in page.pictures}
        assert names == {f"{k}.jpg" for k in range(200)}
        assert "".join(found.text.split()) == BODY * 6 + "图注"
        on_the_page(found)


def test_a_caption_longer_than_a_column_flows_on(tiny: Tiny) -> None:
    for extra in ("", WIDE):
        found = layout(
            tiny(extra=extra), [Figure("a", 1800, 500, 0)], ("图注，" * 900, "caption"), (BODY, "body")
        )
        assert "".join(found.text.split()) == "图注，" * 900 + BODY
        on_the_page(found)


def test_a_picture_beyond_the_last_paragraph_stands_last(tiny: Tiny) -> None:
    for before in (1, 9, -3):
        found = layout(tiny(), [Figure("a", 850, 200, before)], (BODY, "body"))
        assert len(found.pages[0].pictures) == 1


def test_an_article_of_pictures_alone_is_a_page(tiny: Tiny) -> None:
    found = layout(tiny(extra=WIDE), [Figure("a", 1700, 400, 0), Figure("b", 700, 300, 0)])
    assert [picture.name for page in found.pages for picture in page.pictures] != []


def test_every_picture_of_a_group_stands_above_its_own_caption(tiny: Tiny) -> None:
    """Pictures and captions that follow one another (组图): none is lost, none gets the captions of the next one."""
    paragraphs = [Paragraph("字" * 60)]
    figures = []
    for name in "甲乙丙":
        figures.append(Figure(name, 300, 200, len(paragraphs)))
        paragraphs += [Paragraph(f"图{name}。", "caption"), Paragraph("摄", "credit")]
    made = compose(
        [Article(tuple(paragraphs), tuple(figures))], tiny(lines=16), Squares(), None, IssueFacts()
    )
    pictures = [(number, what) for number, page in enumerate(made.pages) for what in page.pictures]
    assert [what.name for _, what in pictures] == list("甲乙丙")
    for number, what in pictures:
        below = made.pages[number].lines[what.before]
        assert below.text == f"图{what.name}。" and what.y - 2 * 10 < below.y < what.y


def test_a_headline_does_not_stand_alone_above_a_picture_on_the_next_page(tiny: Tiny) -> None:
    first = Article((Paragraph("字" * 90),))
    shown = Article(
        (Paragraph("组图", "headline"), Paragraph("说明", "caption")), (Figure("a", 300, 200, 1),)
    )
    for lines in range(10, 17):
        made = compose([first, shown], tiny(lines=lines), Squares(), None, IssueFacts())
        page = next(number for number, page in enumerate(made.pages) if page.pictures)
        assert any(line.role == "headline" for line in made.pages[page].lines), lines
