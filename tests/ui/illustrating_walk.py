"""A walk through pictures, roles and articles on a real X server: drops and pastes come from another program.

Run with a desk file by a Python that has the product; prints the name of each step that went well.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMessageBox, QWidget
from tests.ui.walking import PULLS, Walker, pause, walk

from qingyang.text.figure import Placed
from qingyang.text.role import ROLES
from qingyang.ui.palette import Palette


def pictures(folder: Path) -> None:
    """Write the pictures that are handed over: good ones of every sort, and bad ones."""
    noise = Image.effect_noise((600, 400), 60).convert("RGB")
    noise.save(folder / "快递.jpg", dpi=(300, 300))
    noise.convert("CMYK").save(folder / "四色.jpg")
    Image.new("I;16", (300, 200), 40_000).save(folder / "十六位.png")
    turned = Image.Exif()
    turned[0x0112] = 6
    noise.save(folder / "转过的.jpg", exif=turned)
    noise.save(folder / "其实是.png", format="JPEG")
    (folder / "坏的.jpg").write_bytes((folder / "快递.jpg").read_bytes()[:900])
    Image.new("1", (40_000, 40_000)).save(folder / "炸弹.png")


def drop(hand: Walker, name: str, widget: QWidget, point: QPoint) -> None:
    """Drag a picture from the other program to a point of a widget."""
    hand.neighbour.drag(f"file {name}", widget, point)


def shown(hand: Walker) -> list[Placed]:
    """Return the figures that have a picture."""
    return [figure for figure in hand.window.session.figures if not figure.waits]


def settled(hand: Walker) -> None:
    hand.wait(lambda: not hand.window.jobs.running)
    pause(200)


def complaints(hand: Walker) -> list[QMessageBox]:
    return [box for box in hand.window.findChildren(QMessageBox) if box.isVisible()]


def waiting(hand: Walker) -> int:
    """Go to the caption that has no picture by key; return its row."""
    hand.window.view.setFocus()
    hand.keys("F7")
    return hand.view.current_row()


def dropped_on_a_caption(hand: Walker) -> None:
    row = waiting(hand)
    drop(hand, "快递.jpg", hand.view.viewport(), hand.point(row, 2))
    hand.wait(lambda: bool(shown(hand)))
    assert [figure.row for figure in shown(hand)] == [row]
    raise_again(hand)
    hand.keys("ctrl+z")
    assert not shown(hand)


def dropped_on_the_panel(hand: Walker) -> None:
    """Wherever in the panel it falls, it is the picture of the figure meant; no field takes its file's name."""
    row, panel = waiting(hand), hand.window.docks.figures
    hand.keys("alt+4")
    hand.wait(panel.isVisible)
    said = [panel.caption.text(), panel.credit.text(), panel.alt.text()]
    for target, name in (
        (panel.preview, "快递.jpg"),
        (panel.caption, "四色.jpg"),
        (panel.credit, "十六位.png"),
        (panel.list.viewport(), "转过的.jpg"),
        (panel.alt, "其实是.png"),
    ):
        before = {figure.figure.picture for figure in shown(hand)}
        drop(hand, name, target, target.rect().center())
        hand.wait(lambda before=before: {figure.figure.picture for figure in shown(hand)} != before)
        assert [figure.row for figure in shown(hand)] == [row]
        assert [panel.caption.text(), panel.credit.text(), panel.alt.text()] == said
        hand.wait(lambda name=name: TOLD[name] in panel.facts.text())
    raise_again(hand)
    hand.keys(*["ctrl+z"] * 5)
    assert not shown(hand)


TOLD = {
    "快递.jpg": "600",
    "四色.jpg": "CMYK",
    "十六位.png": "16",
    "转过的.jpg": "400\xa0×\xa0600",
    "其实是.png": "JPEG",
}
"""What the panel says of each."""


def raise_again(hand: Walker) -> None:
    """Give the window the keys again."""
    hand.do("windowactivate", int(hand.window.winId()))
    hand.wait(hand.window.isActiveWindow)
    hand.view.setFocus()


def refused(hand: Walker) -> None:
    """What is no good picture is told by name, Esc closes what tells it, and the keys go on in the text."""
    for name in ("坏的.jpg", "炸弹.png"):
        row = waiting(hand)
        drop(hand, name, hand.view.viewport(), hand.point(row, 2))
        hand.wait(lambda: bool(complaints(hand)))
        (box,) = complaints(hand)
        assert name in box.text(), box.text()
        hand.do("windowactivate", int(box.winId()))
        hand.keys("Escape")
        hand.wait(lambda: not complaints(hand))
        assert not shown(hand)
    raise_again(hand)


def pasted(hand: Walker) -> None:
    """A copied file and copied bytes come in byte for byte; taken off and undone, it is there again."""
    for how in ("file", "bytes"):
        hand.neighbour.copy(f"{how} 快递.jpg")
        raise_again(hand)
        row = waiting(hand)
        hand.keys("ctrl+shift+v")
        hand.wait(lambda: bool(shown(hand)))
        (figure,) = shown(hand)
        data = (hand.folder / "快递.jpg").read_bytes()
        assert (figure.row, figure.figure.picture) == (row, hashlib.sha256(data).hexdigest())
        off = hand.window.docks.figures.buttons["off"]
        hand.keys("alt+4")
        hand.click(off, off.rect().center())
        assert not shown(hand)
        hand.keys("ctrl+z")
        assert len(shown(hand)) == 1
        hand.keys("ctrl+z")
        assert not shown(hand)


def roles(hand: Walker) -> None:
    """Many rows take a role by key, by a few letters and by mouse, and one undo gives each its own back."""
    hand.view.go_to_row(60)
    first, before = 60, roles_of(hand)
    rows = range(first, first + 3)
    for act in (by_key, by_letters, by_mouse):
        hand.view.go_to_row(first)
        hand.view.setFocus()
        hand.keys("shift+Down", "shift+Down")
        assert list(hand.view.selected_rows()) == list(rows)
        act(hand)
        hand.wait(lambda: roles_of(hand) != before)
        assert {roles_of(hand)[row] for row in rows} == {"caption"}
        assert [role for row, role in enumerate(roles_of(hand)) if row not in rows] == [
            role for row, role in enumerate(before) if row not in rows
        ]
        hand.keys("ctrl+z")
        assert roles_of(hand) == before


def roles_of(hand: Walker) -> list[str]:
    return [tag.role for tag in hand.review.tags]


def by_key(hand: Walker) -> None:
    key = next(role.key for role in ROLES if role.id == "caption")
    hand.keys(f"ctrl+{key}")


def by_letters(hand: Walker) -> None:
    hand.keys("ctrl+k")
    hand.wait(lambda: palette(hand) is not None)
    hand.do("type", "tuzhu")
    shown = palette(hand)
    assert shown is not None
    hand.wait(lambda: shown.list.count() == 1)
    hand.keys("Return")


def by_mouse(hand: Walker) -> None:
    hand.keys("ctrl+k")
    hand.wait(lambda: palette(hand) is not None)
    shown = palette(hand)
    assert shown is not None
    item = next(
        shown.list.item(k) for k in range(shown.list.count()) if shown.list.item(k).text().startswith("图注")
    )
    shown.list.scrollToItem(item)
    hand.click(shown.list.viewport(), shown.list.visualItemRect(item).center())


def palette(hand: Walker) -> Palette | None:
    return next((each for each in hand.window.findChildren(Palette) if each.isVisible()), None)


def filtered(hand: Walker) -> None:
    """The tree shows one role alone, chosen by keys, and all of it again."""
    choice, entries = hand.window.docks.filtered.choice, hand.window.outline.entries
    whole = entries.rowCount(entries.document(hand.window.session.document))
    choice.setFocus()
    number = choice.findData("source")
    hand.keys(*["Down"] * number)
    assert entries.rowCount(entries.document(hand.window.session.document)) < whole
    hand.keys("Home")
    assert entries.rowCount(entries.document(hand.window.session.document)) == whole
    raise_again(hand)


def articles(hand: Walker) -> None:
    """Articles are split and joined by key, and dragged in the tree; each is undone."""
    starts, titles = list(hand.window.session.article_starts), titles_of(hand)
    hand.view.go_to_row(starts[1] + 2)
    hand.view.setFocus()
    hand.keys("ctrl+shift+b")
    assert starts[1] + 2 in hand.window.session.article_starts
    hand.keys("ctrl+shift+j")
    assert list(hand.window.session.article_starts) == starts
    hand.keys("ctrl+z", "ctrl+z")
    assert list(hand.window.session.article_starts) == starts
    tree = hand.window.outline
    top = tree.entries.document(hand.window.session.document)
    last, head = (tree.visualRect(tree.entries.index(k, 0, top)) for k in (len(starts) - 1, 0))
    pull(hand, tree.viewport(), last.center(), QPoint(head.center().x(), head.top() + 1))
    hand.wait(lambda: titles_of(hand) != titles)
    assert titles_of(hand) == [titles[-1], *titles[:-1]]
    raise_again(hand)
    hand.keys("ctrl+z")
    assert titles_of(hand) == titles


def pull(hand: Walker, widget: QWidget, one: QPoint, other: QPoint) -> None:
    """Drag within the window; one command does it all, for the window is busy with the drag until it ends."""
    way = [widget.mapToGlobal(one + (other - one) * k / PULLS) for k in range(PULLS + 1)]
    words: list[object] = ["mousemove", way[0].x(), way[0].y(), "mousedown", 1]
    for point in (*way[1:], way[-1]):
        words += ["sleep", 0.1, "mousemove", point.x(), point.y()]
    hand.do(*words, "sleep", 0.1, "mouseup", 1)


def titles_of(hand: Walker) -> list[str]:
    return [hand.window.session.title(k) for k in range(len(hand.window.session.article_starts))]


def properties(hand: Walker) -> None:
    """A field of the article is typed over, Tab goes on, the text says so, and undo takes it back."""
    panel = hand.window.docks.article
    hand.view.go_to_row(hand.window.session.article_starts[-1])
    hand.view.setFocus()
    hand.keys("alt+5")
    field = panel.fields["headline"]
    hand.wait(field.hasFocus)
    before = hand.texts()
    hand.keys("ctrl+a")
    hand.do("type", "abc")
    hand.keys("Tab")
    hand.wait(lambda: hand.texts() != before)
    assert "abc" in hand.texts() and not field.hasFocus()
    hand.keys("ctrl+z")
    assert hand.texts() == before


STEPS = (
    dropped_on_a_caption,
    dropped_on_the_panel,
    refused,
    pasted,
    roles,
    filtered,
    articles,
    properties,
)


if __name__ == "__main__":
    desk = Path(sys.argv[1])
    pictures(desk.parent)
    walk(desk, STEPS)
