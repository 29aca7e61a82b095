"""What holds for every test: nothing of the user's own is read or written, and slow machines do not fail properties."""

import os
import sys
import tempfile
from pathlib import Path

import hypothesis
import pytest

# CI tries the same examples every time, so that a red run means the change; at a desk every run tries new ones.
hypothesis.settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Give the run a home of its own for settings and data (caches stay: fontconfig's is slow to make)."""
    home = tempfile.TemporaryDirectory(prefix="qingyang-tests-")
    config.add_cleanup(home.cleanup)
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[variable] = str(Path(home.name) / variable.lower())
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
        # Qt ends the whole run where it finds no screen.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
