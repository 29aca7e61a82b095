"""Pictures in and out: chosen, dropped or pasted, decoded in a process of their own, put to their captions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog

from qingyang.errors import AppError
from qingyang.services.figuring import Figuring
from qingyang.services.reviewing import Reviewing
from qingyang.text.article import Anchor
from qingyang.text.figure import Placed
from qingyang.ui import heavy
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.session import Session
from qingyang.ui.work import Report, in_process

if TYPE_CHECKING:
    from qingyang.services.project import Project

translate = QCoreApplication.translate
T = TypeVar("T")
_NAMES = "jpg jpeg jpe jfif png tif tiff webp svg gif bmp heic heif avif psd ai eps jp2"
SUFFIXES = frozenset(f".{name}" for name in _NAMES.split())
"""Names of files that are meant as pictures; those we cannot take are told so."""
_AS_THEY_CAME = ("image/png", "image/jpeg", "image/tiff", "image/webp")


def is_picture(path: Path) -> bool:
    """Say whether a file is meant as a picture."""
    return path.suffix.lower() in SUFFIXES


class Illustrating(QObject):
    """Takes pictures in and does what hands do about figures; the figure meant is that of the caret's row."""

    said = Signal(str)
    chosen_changed = Signal()
    """Another figure is the one meant."""

    def __init__(self, session: Session, jobs: Jobs, view: AlignedView) -> None:
        super().__init__(view)
        self._session = session
        self._jobs = jobs
        self._view = view
        self._chosen = ""
        """Id of a figure chosen by hand, where a row has several."""

    # -- which one -----------------------------------------------------------------------------------------------

    def current(self) -> Placed | None:
        """Return the figure at the caret's row, the chosen one of several."""
        there = [figure for figure in self._session.figures if figure.row == self._view.current_row()]
        return next(
            (figure for figure in there if figure.figure.id == self._chosen), there[0] if there else None
        )

    def choose(self, figure: Placed) -> None:
        """Mean a figure and go to its row."""
        self._view.commit()
        self._chosen = figure.figure.id
        if self._view.current_row() != figure.row:
            self._view.go_to_row(figure.row)
        self.chosen_changed.emit()

    def choose_id(self, id: str) -> None:
        """Mean the figure with this id."""
        figure = next((each for each in self._session.figures if each.figure.id == id), None)
        if figure is not None:
            self.choose(figure)

    def next_waiting(self) -> None:
        """Go to the next caption without a picture, from the caret's row on."""
        waiting = [figure for figure in self._session.figures if figure.waits]
        if not waiting:
            self.said.emit(translate("Illustrating", "Every caption has its picture."))
            return
        row = self._view.current_row()
        self.choose(next((figure for figure in waiting if figure.row > row), waiting[0]))

    # -- in ------------------------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        """Ask for picture files and put them to the caret's row."""
        self.take(self._asked())

    def change(self) -> None:
        """Ask for a picture to show in the figure meant; where it shows one already, in place of that."""
        self.take(self._asked(), instead=self.meant())

    def meant(self) -> str:
        """Return the id of the figure meant where it shows a picture, else nothing."""
        figure = self.current()
        return "" if figure is None or figure.waits else figure.figure.id

    def _asked(self) -> list[Path]:
        project = self._session.project
        if project is None:
            return []
        found, _ = QFileDialog.getOpenFileNames(
            self._view.window(),
            translate("Illustrating", "Place Picture"),
            str(project.path.parent),
            translate("Illustrating", "Pictures (*.jpg *.jpeg *.png *.tif *.tiff *.webp);;All files (*)"),
        )
        return [Path(each) for each in found]

    def paste(self) -> None:
        """Put the clipboard's picture to the caret's row."""
        if not self.take_data(QGuiApplication.clipboard().mimeData()):
            self.said.emit(translate("Illustrating", "There is no picture in the clipboard."))

    def take_data(self, data: QMimeData, row: int | None = None, *, instead: str = "") -> bool:
        """Take in what was pasted or dropped, in the bytes it came in where there are some; say whether it is one."""
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        kind = next((kind for kind in _AS_THEY_CAME if data.hasFormat(kind)), "")
        image = data.imageData()
        given: list[heavy.Given] = list(paths)
        if not paths and kind:
            given = [(bytes(data.data(kind).data()), _pasted())]
        elif not paths and isinstance(image, QImage):
            given = [(_png(image), _pasted())]
        self.take(given, row, instead=instead)
        return bool(given)

    def take(self, pictures: Sequence[heavy.Given], row: int | None = None, *, instead: str = "") -> None:
        """Take pictures in and put the first to a row (the caret's, unless given), each other to the next caption.

        With ``instead``, the id of a figure, the first is shown there in place of the picture it has.
        """
        self._view.commit()
        project, review = self._session.project, self._session.review
        if not pictures or project is None:
            return
        row = self._view.current_row() if row is None else row
        if review is None or not 0 <= row < len(review):
            self.said.emit(translate("Illustrating", "Open a document first: a picture goes to a paragraph."))
            return
        document, anchor = self._session.document, review.anchor(row)
        work = in_process(heavy.read_pictures, list(pictures))

        def taken(report: Report) -> list[str | AppError]:
            incoming = work(report)
            assert isinstance(incoming, list)
            return [heavy.put_picture(project, each) for each in incoming]

        job = Job(translate("Illustrating", "Placing pictures"), taken)
        job.done.connect(lambda results: self._arrived(project, document, anchor, instead, results))
        job.failed.connect(self._failed)
        self._jobs.run(job)

    def _failed(self, error: Exception) -> None:
        # A decoder that takes its process down with it has met a picture made to do so, or one too much for the memory.
        self._session.fail(AppError("pictures_stopped") if isinstance(error, EOFError) else error)

    def _arrived(
        self,
        project: Project,
        document: str,
        anchor: Anchor,
        instead: str,
        results: Sequence[str | AppError],
    ) -> None:
        for error in results:
            if isinstance(error, AppError):
                self._session.complained.emit(error)
        hashes = [each for each in results if isinstance(each, str)]
        # Another desk may be open by now; what was put on this one stays there.
        there = hashes if self._session.project is project else []
        placed = self._session.perform(lambda: _put_all(project.review(document), anchor, instead, there))
        if placed:
            self.said.emit(translate("Illustrating", "{count} pictures placed").format(count=placed))
            self.chosen_changed.emit()

    # -- what is said of them, and out ---------------------------------------------------------------------------

    def describe(self, name: str, value: object) -> None:
        """Say something of the figure meant: its caption, credit, alt or width."""
        figure = self.current()
        if figure is None:
            return
        if name == "caption":
            self._do(lambda figuring: figuring.caption(figure, str(value)))
        elif name == "width":
            assert isinstance(value, float)
            self._do(lambda figuring: figuring.describe(figure, width=value))
        elif name == "credit":
            # Who the caption names needs no word of a hand.
            credit = "" if value == figure.credit and not figure.figure.credit else str(value)
            self._do(lambda figuring: figuring.describe(figure, credit=credit))
        else:
            self._do(lambda figuring: figuring.describe(figure, alt=str(value)))

    def take_off(self) -> None:
        """Take the picture of the figure meant off; the original stays on the desk."""
        figure = self.current()
        if figure is None or figure.waits:
            self.said.emit(translate("Illustrating", "There is no picture here."))
        else:
            self._do(lambda figuring: figuring.take_off(figure))

    def move(self, figure: Placed, before: int) -> None:
        """Let a figure stand before another row."""
        self._view.commit()
        self._do(lambda figuring: figuring.move(figure, before))

    def save_original(self) -> None:
        """Ask where to and save the picture of the figure meant, byte for byte as it came."""
        figure, project = self.current(), self._session.project
        if figure is None or figure.waits or project is None:
            self.said.emit(translate("Illustrating", "There is no picture here."))
            return
        kept = self._session.perform(lambda: project.picture(figure.figure.picture))
        if kept is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(
            self._view.window(),
            translate("Illustrating", "Save Original Picture"),
            str(project.path.parent / (kept.picture.name or f"picture.{kept.picture.format.lower()}")),
        )
        saved = bool(chosen) and self._session.perform(lambda: _saved(project, figure, Path(chosen)))
        if saved:
            self.said.emit(translate("Illustrating", "Written: {name}").format(name=Path(chosen).name))

    def _do(self, act: Callable[[Figuring], T]) -> T | None:
        review = self._session.review
        return self._session.perform(lambda: act(Figuring(review))) if review is not None else None


def _put_all(review: Reviewing, anchor: Anchor, instead: str, pictures: Sequence[str]) -> int:
    """Put the first picture where it was asked for, the others to the captions that follow; return how many."""
    figuring = Figuring(review)
    place = review.reading.place(anchor)
    row = review.row_at(place) if place is not None else max(0, len(review) - 1)
    for number, picture in enumerate(pictures):
        figures = figuring.all()
        shown = next((each for each in figures if each.figure.id == instead), None) if instead else None
        if number:
            row = next((each.row for each in figures if each.waits and each.row > row), row)
        elif shown is not None:
            figuring.show(shown, picture)
            continue
        figuring.put(row, picture)
    return len(pictures)


def _saved(project: Project, figure: Placed, path: Path) -> bool:
    project.save_picture(figure.figure.picture, path)
    return True


def _pasted() -> str:
    return translate("Illustrating", "pasted picture")


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())
