"""A page drawn in a hurry looks as the file does that will be printed for a screen."""

from io import BytesIO

from PIL import Image

from qingyang.compose import IssueFacts, Layout, Template, compose
from qingyang.press import Faces, Preview, pdf, prepare, profile, raster
from qingyang.text.article import Article, Figure, Paragraph


def picture(_: str) -> bytes:
    out = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(out, "PNG")
    return out.getvalue()


def test_every_page_looks_as_it_will_print(story: Layout, faces: Faces) -> None:
    preview, whole = Preview(faces), pdf(story, faces)
    for number in (*range(len(story.pages)), 0):
        assert preview.draw(story, number, 1.5) == raster(whole, number, 1.5, story.bleed)


def test_pictures_are_drawn(template: Template, faces: Faces) -> None:
    article = Article((Paragraph("有图。"),), (Figure("a", 900, 600, 1, "图"),))
    layout = compose([article], template, faces, None, IssueFacts("清样"))
    screen = profile("digital")
    pictures = prepare(layout, screen, picture)
    drawn = Preview(faces).draw(layout, 0, 1, pictures)
    assert drawn == raster(pdf(layout, faces, profile=screen, pictures=pictures), 0, 1, layout.bleed)
    assert drawn != Preview(faces).draw(layout, 0, 1)


def test_what_no_face_has_is_drawn_too(template: Template, faces: Faces) -> None:
    preview = Preview(faces)
    for text in ("无字\ue000处。", "再来\ue001一字。"):
        layout = compose([Article((Paragraph(text),))], template, faces, None, IssueFacts("清样"))
        assert preview.draw(layout, 0, 2) == raster(pdf(layout, faces), 0, 2, layout.bleed)
