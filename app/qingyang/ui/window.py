"""The main window: puts the pieces in their places and keeps them telling the truth about the session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QMessageBox,
)

from qingyang.errors import AppError
from qingyang.text.row import Doubt
from qingyang.ui.aligned.colours import DARK as DARK_TEXT
from qingyang.ui.aligned.colours import LIGHT as LIGHT_TEXT
from qingyang.ui.controlled import Controlled
from qingyang.ui.dialogs import COMPLAINT, complain, without_icons
from qingyang.ui.figure_mirror import FigureMirror
from qingyang.ui.illustrating import is_picture
from qingyang.ui.mirror import Mirror, Panes
from qingyang.ui.spoken_rows import SpokenRows
from qingyang.ui.state import State
from qingyang.ui.theme import GRID, palette, stylesheet, theme_for
from qingyang.wording import Wording

translate = QCoreApplication.translate


class Window(Controlled):
    """One window on one desk."""

    def __init__(self, words: Wording, state: State, default_desk: Path) -> None:
        super().__init__(words, state, default_desk)
        self._connect()
        self.apply_theme(state.theme)
        self._restore()

    # -- connecting ----------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        panes = Panes(self.view, self.docks, self.status, self.commands, self.vocabulary)
        self.figures = FigureMirror(self.session, self.view, self.docks, self.illustrating, self.articles)
        self.mirror = Mirror(self.session, panes, self.words, self)
        self.spoken = SpokenRows(self.session, self.view, self.words)
        session = self.session
        session.complained.connect(self.complain)
        session.settle_typing = self._commit
        session.desk_changed.connect(self._show_desk)
        session.document_changed.connect(self._show_document)
        for controller in (
            self.review,
            self.deciding,
            self.files,
            self.exporting,
            self.converting,
            self.illustrating,
            self.articles,
            self.ordering,
            self.vocabulary,
            self.alike,
            self.learning,
            self.remarks,
            self.history,
            self.inspection,
        ):
            controller.said.connect(self.status.say)
        self.vocabulary.speak()
        self.files.desk_refused.connect(self._refuse_desk)
        self.exporting.written.connect(
            lambda path, told: self.written.show_path(
                path, path.name, [self.words.say(each) for each in told]
            )
        )
        self.exporting.on_pages = lambda: self.desks.on_pages
        self.desks.changed.connect(self._show_desks)
        self.page_desk.view.scaled.connect(lambda scale: self._show_desks())
        self.written.open_asked.connect(self.exporting.open_file)
        self.written.folder_asked.connect(self.exporting.open_folder)
        self.viewing.theme_chosen.connect(self.apply_theme)
        self.viewing.zoomed.connect(lambda _zoom: self._show_desks())
        self.status.zoom.clicked.connect(self.desks.zoom_reset)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda: self.apply_theme(self.state.theme))
        self._connect_places()

    def _connect_places(self) -> None:
        self.view.context_menu_asked.connect(lambda _row, at: self.commands.row_menu().popup(at))
        self.doubts.menu_asked.connect(lambda at: self.commands.doubt_menu().popup(at))
        self.doubt_chosen.connect(self._go_to_doubt)
        self.doubts.entered.connect(self.deciding.enter_queue)
        self.docks.queue.looked_at.connect(self.session.look_by)
        self.alike.place_asked.connect(self._go_to_offset)
        self.outline.document_chosen.connect(self.files.open_document)
        self.outline.article_chosen.connect(self._go_to_article)
        self.welcome.open_asked.connect(self.files.open_desk)
        self.welcome.import_asked.connect(self.files.import_files)
        self.outline.figure_chosen.connect(self.illustrating.choose_id)
        self.dropping.paths_dropped.connect(self._take_paths)
        self.dropping.picture_dropped.connect(
            lambda data, at: self.illustrating.take_data(
                data, self.view.row_under(at), instead=self._shown_under(at)
            )
        )
        self.dropping.text_dropped.connect(self.files.take_text)
        for name in ("articles", "doubts", "figures", "article"):
            panel = self.docks.panels[name]
            panel.visibilityChanged.connect(lambda on, name=name: self.commands.check(f"show_{name}", on))

    # -- what is open --------------------------------------------------------------------------------------------

    def _show_desk(self) -> None:
        project = self.session.project
        name = translate("Window", "Qingyang")
        self.setWindowTitle(f"{project.path.name} — {name}" if project is not None else name)
        if project is not None:
            self.state.desk = str(project.path)

    def _commit(self) -> bool:
        done = self.view.commit()
        self.docks.commit()
        return done

    def _show_document(self) -> None:
        there = self.session.review is not None
        self.desks.arrange()
        if there:
            self._return()
        else:
            self.find_bar.hide()

    def _return(self) -> None:
        """Go where one left off in this document."""
        session = self.session
        project, document = session.project, session.document
        assert project is not None and session.review is not None
        kept = session.perform(lambda: project.view(document)) or {}
        row = kept.get("row", 0)
        if isinstance(row, int) and 0 <= row < len(session.review):
            self.view.go_to_row(row)
        session.perform(lambda: project.set_setting("window.document", document))
        if not self.desks.on_pages:
            self.view.setFocus()

    def _show_desks(self) -> None:
        """Show which desk is in front, and how large it shows what is on it."""
        on_pages = self.desks.on_pages
        self.commands.check("desk_review", not on_pages)
        self.commands.check("desk_pages", on_pages)
        self.status.show_zoom(self.page_desk.view.scale if on_pages else self.viewing.zoom)

    def _go_to_doubt(self, doubt: Doubt) -> None:
        if self.desks.on_pages:
            self.desks.back()
        # The keys stay in the list: what was gone to is to be decided there.
        self.deciding.go_to(doubt)

    def _take_paths(self, paths: Sequence[Path], at: QPoint) -> None:
        """Take dropped files in: pictures to the paragraph or figure they were dropped on, texts as documents."""
        pictures = [path for path in paths if is_picture(path)]
        if pictures:
            self.illustrating.take(pictures, self.view.row_under(at), instead=self._shown_under(at))
        texts = [path for path in paths if path not in pictures]
        if texts:
            self.files.take_paths(texts)

    def _shown_under(self, at: QPoint) -> str:
        """Return the id of the figure whose picture the panel under a point of the screen shows, else nothing."""
        panel = self.docks.figures
        inside = panel.isVisible() and panel.rect().contains(panel.mapFromGlobal(at))
        return self.illustrating.meant() if inside else ""

    def _go_to_offset(self, document: str, offset: int) -> None:
        def go() -> None:
            review = self.session.review
            if review is not None:
                self.desks.back()
                self.view.go_to_row(review.row_at(offset))

        self.files.open_document(document, go)

    def _go_to_article(self, document: str, row: int) -> None:
        def go() -> None:
            self.view.commit()
            self.view.go_to_row(row)

        self.files.open_document(document, go)

    # -- telling -------------------------------------------------------------------------------------------------

    def complain(self, error: AppError) -> QMessageBox:
        """Show what went wrong."""
        return complain(self, error, self.words)

    def _refuse_desk(self, path: Path, error: AppError) -> None:
        box = self.complain(error)
        if self.session.project is None:
            box.setStandardButtons(QMessageBox.StandardButton.NoButton)
            other = box.addButton(
                translate("Window", "Open Another Desk…"), QMessageBox.ButtonRole.AcceptRole
            )
            leave = box.addButton(translate("Window", "Quit"), QMessageBox.ButtonRole.RejectRole)
            other.clicked.connect(self.files.open_desk)
            leave.clicked.connect(self.close)
            without_icons(box)

    # -- looks and memory ----------------------------------------------------------------------------------------

    def apply_theme(self, choice: str) -> None:
        """Show the window light, dark, or as the system says."""
        self.state.theme = choice
        theme = theme_for(choice)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setPalette(palette(theme))
        # On the window alone: a stylesheet on the application polishes every widget anew, for most of a second.
        self.setStyleSheet(stylesheet(theme))
        self.commands.set_theme(theme)
        parts = self.docks, self.welcome, self.find_bar, self.heads, self.overview, self.page_desk
        for part in parts:
            part.set_theme(theme)
        self.view.set_colours(DARK_TEXT if theme.dark else LIGHT_TEXT)
        for each in ("system", "light", "dark"):
            self.commands.check(f"theme.{each}", each == choice)

    def _restore(self) -> None:
        geometry, docks = self.state.place
        self.resize(320 * GRID, 200 * GRID)
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
            self.restoreState(docks)
        self.viewing.set_zoom(self.state.zoom)
        self._show_desk()
        self._show_document()
        self.mirror.show_all()
        self.figures.show()

    def _remember(self) -> None:
        session = self.session
        self.state.place = (self.saveGeometry(), self.saveState())
        self.state.zoom = self.viewing.zoom
        self.state.keep()
        project = session.project
        if project is not None and session.document:
            row = self.view.current_row()
            session.perform(lambda: project.set_view(session.document, {"row": row}))

    def _offer_to_leave(self) -> None:
        """Let what cannot be saved be given up, beside why it cannot."""
        shown = (box for box in self.findChildren(QMessageBox, COMPLAINT) if box.isVisible())
        told = next(shown, None)
        if told is not None and len(told.buttons()) < 2:
            give_up = translate("Window", "Give Up What Was Typed and Quit")
            leave = told.addButton(give_up, QMessageBox.ButtonRole.DestructiveRole)
            leave.clicked.connect(self.view.give_up)
            leave.clicked.connect(self.close)
            without_icons(told)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Settle what is being typed, remember the place, give the desk file back; stay where typing cannot be kept."""
        if not self._commit():
            event.ignore()
            self._offer_to_leave()
            return
        self.desks.back()
        self.jobs.stop()
        self._remember()
        self.session.set_project(None)
        super().closeEvent(event)
