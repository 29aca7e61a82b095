"""The entry points, nothing else: a verb goes to the command line, none opens the window."""

from __future__ import annotations

import importlib
import multiprocessing
import sys
from pathlib import Path

from qingyang.services import language
from qingyang.services.display import has_display


def cli() -> None:
    """Run the command line; without a verb, or with desk files alone, open the window."""
    words = sys.argv[1:]
    if not words or all(word.endswith(".qy") and Path(word).exists() for word in words):
        gui()
    multiprocessing.freeze_support()
    # Each by name: no verb ever loads Qt, and the window paints before what only the verbs need is loaded.
    sys.exit(importlib.import_module("qingyang.cli").run(words))


def gui() -> None:
    """Open the window on the desk files named, or on the last one."""
    multiprocessing.freeze_support()
    if not has_display():
        sys.stderr.write(language.wording().term("cli.no_display") + "\n")
        sys.exit(2)
    sys.exit(importlib.import_module("qingyang.ui.app").run(sys.argv[1:]))


if __name__ == "__main__":
    cli()
