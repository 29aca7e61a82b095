"""The entry points, nothing else: a verb goes to the command line, none opens the window."""

from __future__ import annotations

import importlib
import multiprocessing
import sys
from pathlib import Path

from qingyang.cli import run


def cli() -> None:
    """Run the command line; without a verb, or with desk files alone, open the window."""
    multiprocessing.freeze_support()
    words = sys.argv[1:]
    if not words or all(word.endswith(".qy") and Path(word).exists() for word in words):
        gui()
    sys.exit(run(words))


def gui() -> None:
    """Open the window on the desk files named, or on the last one."""
    multiprocessing.freeze_support()
    # By name, so that no verb of the command line ever loads Qt.
    window = importlib.import_module("qingyang.ui.app")
    sys.exit(window.run(sys.argv[1:]))


if __name__ == "__main__":
    cli()
