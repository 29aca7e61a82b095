"""The real faces and the real template, opened once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.press import Faces, load
from qingyang.press.templates import load as load_template
from qingyang.text.article import Article, Paragraph

ROOT = Path(__file__).parents[2]
Compose = Callable[..., Layout]


@pytest.fixture(scope="session")
def template() -> Template:
    """Return the template of the A4 page in two columns."""
    return load_template([ROOT / "resources" / "templates"], "a4-two-column")


@pytest.fixture(scope="session")
def faces(template: Template) -> Faces:
    """Return its faces."""
    return load(ROOT / "resources" / "fonts", template.faces)


@pytest.fixture(scope="session")
def composed(template: Template, faces: Faces) -> Compose:
    """Return a composer of (text, role) pairs with the real faces."""

    def make(*paragraphs: tuple[str, str]) -> Layout:
        article = Article(tuple(Paragraph(text, role) for text, role in paragraphs))
        issue = IssueFacts("渝中工作简报", "12", "368", "2025年11月22日")
        return compose([article], template, faces, None, issue)

    return make


@pytest.fixture(scope="session")
def story(composed: Compose) -> Layout:
    """Return a bulletin of one story over two pages, with every kind of mark."""
    body = "今年是“十四五”收官之年，GDP达192.6亿美元——占50%以上……气温38℃。《渝中融媒会客厅》（第1期）说：好！"
    return composed(
        ("拓展对外开放 建设窗口", "kicker"),
        ("渝中开放取得阶段性成效", "headline"),
        ("区融媒体中心记者 徐潇", "byline"),
        *[(f"{number}、{body}", "body") for number in range(1, 40)],
        ("十八梯街巷效果图。 记者 晏艳辉 摄", "caption"),
        ("（来源：巫溪县融媒体中心）", "source"),
    )
