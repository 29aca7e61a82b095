"""The newsroom's words in the window: what roles are called, roles of its own, and the names of the house."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal

from qingyang.text.change import Change
from qingyang.text.newsroom import Called, Guard, OwnRole
from qingyang.text.role import ROLES
from qingyang.ui.aligned.view import AlignedView
from qingyang.ui.dialogs import shown_keys
from qingyang.ui.hearing import Hearing
from qingyang.ui.names_dialog import NamesDialog
from qingyang.ui.palette import Choice, Palette
from qingyang.ui.roles_dialog import RolesDialog
from qingyang.ui.session import Session
from qingyang.wording import Wording

translate = QCoreApplication.translate
_LONGEST = 40
"""Characters of a name."""


class Vocabulary(QObject):
    """Keeps the window speaking as the open desk's newsroom does."""

    said = Signal(str)
    changed = Signal()
    """Roles are called otherwise."""

    def __init__(
        self,
        session: Session,
        view: AlignedView,
        words: Wording,
        hearing: Hearing,
        set_role: Callable[[str], None],
    ) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self._words = words
        self._hearing = hearing
        self._set_role = set_role
        self._ids = [role.id for role in ROLES]
        view.role_asked.connect(self._palette_at)
        session.desk_changed.connect(self.speak)
        session.settled.connect(self._settled)

    @property
    def role_names(self) -> dict[str, str]:
        """Return what every role is called, by id, the newsroom's own behind all others."""
        return {id: self._words.term(f"role.{id}") for id in self._ids}

    def speak(self) -> None:
        """Take over what the open desk calls its roles."""
        project = self._session.project
        names = (self._session.perform(project.role_names) if project is not None else None) or {}
        own = (self._session.perform(project.own_roles) if project is not None else None) or []
        self._ids = [role.id for role in ROLES] + [role.id for role in own]
        self._words.call({f"role.{id}": name for id, name in names.items()})
        self._view.set_role_names(self.role_names)
        self.changed.emit()

    def _settled(self, change: Change) -> None:
        records = (*change.added, *change.dropped)
        if any(isinstance(record, Called | OwnRole) for record in records):
            self.speak()
        if any(isinstance(record, Guard) for record in records):
            self._session.look_again()

    # -- roles ---------------------------------------------------------------------------------------------------

    def palette(self) -> None:
        """Ask for the role of the selected rows, at the caret's row."""
        self._palette_at(self._view.row_place(self._view.current_row()))

    def _palette_at(self, place: QPoint) -> None:
        self._view.commit()
        review, row = self._session.review, self._view.current_row()
        if review is None or not 0 <= row < len(review):
            return
        keys = {role.id: shown_keys([f"Ctrl+{role.key}"]) if role.key else "" for role in ROLES}
        choices = [Choice(id, name, keys.get(id, "")) for id, name in self.role_names.items()]
        title, current = translate("Vocabulary", "Change Role"), review.tags[row].role
        shown = Palette(self._view.window(), title, choices, self._set_role, current=current)
        shown.open_at(place)
        self._hearing.lend(shown)

    def edit_roles(self) -> None:
        """Show what roles are called, to be changed and added to."""
        project = self._session.project
        if project is None:
            return

        def rename(role: str, name: str) -> None:
            self._session.perform(lambda: project.name_role(role, name))

        def add(name: str, base: str) -> str:
            return self._session.perform(lambda: project.add_role(name, base)) or ""

        RolesDialog(
            self._view.window(), self._words, self.role_names, rename, add, project.role_said_of
        ).open()

    # -- names ---------------------------------------------------------------------------------------------------

    def edit_names(self) -> None:
        """Show the names of the house, to be checked and added to."""
        project = self._session.project
        if project is None:
            return
        self._session.perform(project.settle)
        names = self._session.perform(project.names) or []

        def put(name: str, kind: str, on: bool) -> None:
            self._session.perform(lambda: project.put_name(name, kind, on=on))

        NamesDialog(self._view.window(), self._words, names, put, project.said_of).open()

    def guard(self) -> None:
        """Put the selected text on the house's list of names."""
        project, text = self._session.project, self._view.selected_text().strip()
        if project is None or not text or len(text) > _LONGEST or "\n" in text:
            self.said.emit(translate("Vocabulary", "Select a name first."))
            return
        self._session.perform(lambda: project.put_name(text, "person", on=True))
        self.said.emit(translate("Vocabulary", "Protected: {name}").format(name=text))
