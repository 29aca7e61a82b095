"""Rules that learn in the open: what a person has typed alike several times is offered, never done unasked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from qingyang.services.likewise import Line, Proposal
from qingyang.services.reviewing import Shown
from qingyang.text.lesson import Likeness
from qingyang.ui.alike import Deed, Sought
from qingyang.ui.doubt_card import visible
from qingyang.ui.session import Session
from qingyang.ui.theme import GRID
from qingyang.wording import Wording

translate = QCoreApplication.translate
_QUIET = 600
"""Milliseconds after the last change before one looks for rules: not between two keys."""
_KINDS = ("edit", "replace")


class RuleOffer(QFrame):
    """A line above the status bar: which rule, how many places, and what to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self.told = QLabel()
        self.see = QPushButton(translate("Learning", "See the Places…"))
        self.learn = QPushButton(translate("Learning", "Ask About It From Now On"))
        self.never = QPushButton(translate("Learning", "Never Offer This"))
        self.later = QPushButton(translate("Learning", "Not Now"))
        line = QHBoxLayout(self)
        line.setContentsMargins(3 * GRID, GRID, 3 * GRID, GRID)
        line.addWidget(self.told)
        line.addStretch()
        for button in (self.see, self.learn, self.never, self.later):
            line.addWidget(button)
        self.hide()


class Learning(QObject):
    """Looks for rules after every typed change, and does with them what the person says."""

    said = Signal(str)

    def __init__(
        self,
        session: Session,
        bar: RuleOffer,
        words: Wording,
        look_through: Callable[[Sought], None],
    ) -> None:
        super().__init__(bar)
        self._session, self._bar, self._words = session, bar, words
        self._look_through = look_through
        self._offered: Proposal | None = None
        self._declined: set[Likeness] = set()
        """Not now: until the window is closed."""
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._look)
        session.shown.connect(self._heard)
        session.document_changed.connect(self._hide)
        bar.see.clicked.connect(self.see)
        bar.learn.clicked.connect(lambda: self._answer(True))
        bar.never.clicked.connect(lambda: self._answer(False))
        bar.later.clicked.connect(self._decline)

    def _heard(self, shown: Shown) -> None:
        if shown.change.kind in _KINDS:
            self._timer.start()

    def _look(self) -> None:
        project, review = self._session.project, self._session.review
        if project is None or review is None:
            return
        found = self._session.perform(lambda: project.everywhere.proposed(review, [self._session.document]))
        left = [each for each in found or [] if each.likeness not in self._declined]
        self._offered = left[0] if left else None
        if self._offered is None:
            self._hide()
        else:
            self._bar.told.setText(self._sentence(self._offered))
            self._bar.show()

    def _sentence(self, offer: Proposal) -> str:
        told = translate(
            "Learning",
            "{cases} times “{old}” became “{new}” in {group}; it stands so in {count} more places.",
        )
        return told.format(
            cases=offer.cases,
            old=visible(offer.likeness.old),
            new=visible(offer.likeness.new) or "∅",
            group=self._words.term(f"group.{offer.likeness.group}"),
            count=len(offer.lines),
        )

    def _hide(self) -> None:
        self._bar.hide()

    # -- what the person says ------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Put the keys on the offer, where there is one."""
        if self._bar.isVisible():
            self._bar.see.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.said.emit(translate("Learning", "No rule is offered just now."))

    def see(self) -> None:
        """Show what the rule would change; Enter there does it, but for what is taken out."""
        project, offer = self._session.project, self._offered
        if project is None or offer is None:
            return

        def find(documents: Sequence[str]) -> list[Line]:
            return project.everywhere.like_typing(offer.likeness, documents)

        deed = Deed(
            translate("Learning", "Change the Rest (Enter)"),
            project.everywhere.replace,
            translate("Learning", "{count} changed"),
        )
        title = translate("Learning", "Rule: “{old}” to “{new}”")
        self._hide()
        self._look_through(
            Sought(
                title.format(old=visible(offer.likeness.old), new=visible(offer.likeness.new)), find, (deed,)
            )
        )

    def _answer(self, on: bool) -> None:
        project, offer = self._session.project, self._offered
        if project is None or offer is None:
            return
        self._hide()
        # What it finds follows by itself: `Inspection` hears what is settled.
        if self._session.perform(lambda: project.house.learn(offer.likeness, on)) is None:
            return
        if on:
            self.said.emit(
                translate(
                    "Learning", "What the rule finds stands in the queue; Checks and Rules switches it."
                )
            )

    def _decline(self) -> None:
        if self._offered is not None:
            self._declined.add(self._offered.likeness)
        self._hide()
