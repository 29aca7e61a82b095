"""The issue a desk is at: the one at hand, or one that goes on from the last export and is dated today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from qingyang.text.issue import DEFAULT_TEMPLATE, Issue, IssueFacts

if TYPE_CHECKING:
    from qingyang.services.project import Project

REMEMBERED = "window.pdf"
"""The setting that holds what the last export was to be."""


def today() -> str:
    """Return today's date as Chinese print writes it."""
    chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    return chinese.toString(QDate.currentDate(), "yyyy年M月d日")


def issue_of(project: Project) -> Issue:
    """Return the issue a desk is at; raises the store's `AppError`."""
    kept = project.issues.at_hand()
    if kept.id:
        return kept
    last = project.setting(REMEMBERED, {})
    facts = IssueFacts(name=last.get("name", ""), number=last.get("number", ""), date=today())
    return Issue(facts, last.get("template", DEFAULT_TEMPLATE))
