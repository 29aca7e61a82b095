"""The structure a screen reader walks: every piece of text in one element, in reading order, and back again."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pytest

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.press import Faces, pdf
from qingyang.press.reading import Font, _shown, font
from qingyang.text.article import Article, Figure, Paragraph

Tree = tuple[str, list["Tree | int"]]


@pytest.fixture(scope="module")
def layout(template: Template, faces: Faces) -> Layout:
    """Return two articles with everything that has a structure of its own."""
    long = "今年是“十四五”收官之年。" * 60
    first = Article(
        (
            Paragraph("没有主题的报道", "subhead"),
            *[Paragraph(f"{k}{long}") for k in range(9)],
            Paragraph("洪崖洞夜景。", "caption"),
            Paragraph("晏艳辉 摄", "credit"),
            Paragraph("好！", "quote"),
        ),
        (Figure("a.jpg", 900, 600, 10, "江边吊脚楼亮着灯"),),
    )
    second = Article(
        (
            Paragraph("大会召开", "headline"),
            Paragraph("甲", "people"),
            Paragraph("乙", "people"),
            Paragraph("小标题", "subhead"),
            Paragraph("只有图注", "caption"),
        )
    )
    return compose([first, second], template, faces, None, IssueFacts("简报"))


@pytest.fixture(scope="module")
def file(layout: Layout, faces: Faces) -> Iterator[pikepdf.Pdf]:
    """Return it as an open file."""
    with pikepdf.open(BytesIO(pdf(layout, faces))) as opened:
        yield opened


def kinds(element: pikepdf.Object) -> list[object]:
    """Return an element as its kind and those of its elements."""
    kids = element.get("/K", [])
    found = kids if isinstance(kids, pikepdf.Array) else [kids]
    below = [kinds(kid) for kid in found if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [str(element.S)[1:], *below]


def test_articles_headings_lists_and_captions(file: pikepdf.Pdf) -> None:
    document = file.Root.StructTreeRoot.K
    assert str(document.S) == "/Document"
    first, second = (kinds(article) for article in document.K)
    figure = ["Figure", ["Caption"], ["Caption"]]
    # No heading skips a level, and a caption without a picture is a paragraph.
    assert [kind for kind in first if kind != ["P"]] == ["Art", ["H1"], figure, ["BlockQuote", ["P"]]]
    people = ["L", ["LI", ["LBody"]], ["LI", ["LBody"]]]
    assert second == ["Art", ["H1"], people, ["H2"], ["P"]]


def test_a_picture_says_what_it_shows_and_where_it_stands(file: pikepdf.Pdf, layout: Layout) -> None:
    (figure,) = [
        item for item in file.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"
    ]
    assert str(figure.Alt) == "江边吊脚楼亮着灯"
    (picture,) = [picture for page in layout.pages for picture in page.pictures]
    left, low, right, high = (float(edge) for edge in figure.A.BBox)
    assert left == pytest.approx(picture.x + layout.bleed, abs=0.01)
    assert (right - left, high - low) == pytest.approx((picture.width, picture.height), abs=0.02)


def marked(page: pikepdf.Page) -> dict[int, str]:
    """Return the text of every mark of a page."""
    known = {name: font(found) for name, found in page.resources["/Font"].items()}
    now, found, open_marks = Font(1, {}), dict[int, str](), list[int]()
    for step in pikepdf.parse_content_stream(page):
        name = str(step.operator)
        if name == "BMC":
            open_marks.append(-1)
        elif name == "BDC":
            open_marks.append(int(step.operands[1].MCID))
            assert open_marks[-1] not in found
            found[open_marks[-1]] = ""
        elif name == "EMC":
            open_marks.pop()
        elif name == "Tf":
            now = known[str(step.operands[0])]
        elif name == "TJ":
            assert open_marks, "text outside of any mark"
            if open_marks[-1] >= 0:
                found[open_marks[-1]] += _shown(step.operands[0], now)
    return found


def test_the_elements_read_in_order_are_the_text(file: pikepdf.Pdf, layout: Layout) -> None:
    texts = {page.obj.objgen: marked(page) for page in file.pages}

    def read(element: pikepdf.Object) -> str:
        kids = element.get("/K", [])
        out = ""
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                out += texts[element.Pg.objgen][int(kid)]
            elif "/MCID" in kid:
                out += texts[kid.Pg.objgen][int(kid.MCID)]
            else:
                out += read(kid)
        return out

    assert "".join(read(file.Root.StructTreeRoot).split()) == "".join(layout.text.split())


def test_every_mark_leads_back_to_its_element(file: pikepdf.Pdf) -> None:
    numbers = file.Root.StructTreeRoot.ParentTree.Nums
    back = {int(numbers[k]): numbers[k + 1] for k in range(0, len(numbers), 2)}
    for page in file.pages:
        elements = back[int(page.obj.StructParents)]
        marks = marked(page)
        assert sorted(marks) == list(range(len(elements)))
        for number, element in enumerate(elements):
            kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
            own = [
                (
                    kid if not isinstance(kid, pikepdf.Dictionary) else kid.MCID,
                    kid.get("/Pg", element.Pg).objgen,
                )
                if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid
                else (kid, element.Pg.objgen)
                for kid in kids
                if not (isinstance(kid, pikepdf.Dictionary) and "/S" in kid)
            ]
            assert (number, page.obj.objgen) in [(int(mark), where) for mark, where in own]
