"""Composing again: the same pages as from nothing, and what did not change is not set anew."""

from collections.abc import Callable

import pytest

from qingyang.compose import IssueFacts, Memory, compose
from qingyang.compose import setting as setting_
from qingyang.compose.metrics import Squares
from qingyang.compose.template import Template
from qingyang.text.article import Article, Figure, Paragraph

Tiny = Callable[..., Template]


def bulletin(*texts: str) -> list[Article]:
    return [
        Article((Paragraph("题" + text, "headline"), Paragraph(text), Paragraph(text * 3, "caption")))
        for text in texts
    ]


def test_an_edited_bulletin_is_the_same_as_composed_from_nothing(tiny: Tiny) -> None:
    memory, metrics, template = Memory(), Squares(unknown="龘"), tiny()
    texts = ["一二三四五，六七八九十。" * n for n in (1, 4, 9, 2)]
    for change in ("", "甲乙丙。", "龘。", "\x07", "一" * 90):
        for at in range(4):
            edited = [text + change * (k == at) for k, text in enumerate(texts)]
            for articles in (bulletin(*edited), bulletin(*edited)[1:], bulletin(*edited[::-1])):
                again = compose(articles, template, metrics, None, IssueFacts(), memory=memory)
                assert again == compose(articles, template, metrics, None, IssueFacts())


def test_a_word_changed_far_down_a_page_is_changed_there(tiny: Tiny) -> None:
    memory, metrics, template = Memory(), Squares(), tiny()
    for last in ("甲乙丙", "甲丁丙", "甲乙丙"):
        articles = [Article((Paragraph("一二三四五"),)), Article((Paragraph(last),))]
        again = compose(articles, template, metrics, None, IssueFacts(), memory=memory)
        assert again == compose(articles, template, metrics, None, IssueFacts())


def test_only_the_changed_paragraph_is_set(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, metrics, template = Memory(), Squares(), tiny()
    before, after = bulletin("一二三" * 9, "四五六" * 9), bulletin("一二三" * 9, "四五七" * 9)
    compose(before, template, metrics, None, IssueFacts(), memory=memory)
    seen: list[str] = []
    items = setting_.items
    monkeypatch.setattr(setting_, "items", lambda text, *more: seen.append(text) or items(text, *more))  # type: ignore[func-returns-value]
    compose(after, template, metrics, None, IssueFacts(), memory=memory)
    assert seen == ["题" + "四五七" * 9, "四五七" * 9, "四五七" * 27]


def test_another_template_sets_all_anew(tiny: Tiny) -> None:
    memory, metrics = Memory(), Squares()
    articles = bulletin("一二三" * 9)
    compose(articles, tiny(), metrics, None, IssueFacts(), memory=memory)
    other = tiny(body='face = "kai"\nsize = 5\nindent = 0')
    again = compose(articles, other, metrics, None, IssueFacts(), memory=memory)
    assert again == compose(articles, other, metrics, None, IssueFacts())


def test_a_caption_is_remembered_by_the_width_of_its_picture(tiny: Tiny) -> None:
    memory, metrics = Memory(), Squares()
    template = tiny(extra="[figure]\nspan = 2\ndpi = 36")
    for width in (1800, 20, 1800):
        article = Article(
            (Paragraph("图注" * 12, "caption"), Paragraph("字" * 40)), (Figure("a", width, width // 4, 0),)
        )
        again = compose([article], template, metrics, None, IssueFacts(), memory=memory)
        assert again == compose([article], template, metrics, None, IssueFacts())


def test_a_paragraph_said_to_be_something_else_is_set_anew(tiny: Tiny) -> None:
    memory, metrics, template = Memory(), Squares(), tiny()
    for role in ("body", "byline", "subhead", "body"):
        articles = [Article((Paragraph("一二三四五六七八九十", role), Paragraph("后文")))]
        again = compose(articles, template, metrics, None, IssueFacts(), memory=memory)
        assert again == compose(articles, template, metrics, None, IssueFacts())


def test_a_story_moves_when_the_one_above_it_grows(tiny: Tiny) -> None:
    memory, metrics, template = Memory(), Squares(), tiny()
    for count in (3, 3, 20, 40, 20, 90):
        articles = [Article((Paragraph(text),)) for text in ("一" * count, "二二", "三三")]
        again = compose(articles, template, metrics, None, IssueFacts(), memory=memory)
        assert again == compose(articles, template, metrics, None, IssueFacts())
