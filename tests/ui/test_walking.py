"""The window in a real X server under a window manager, worked by a mouse and keys from outside.

Qt's own test events go where a test sends them; these go where the window has them go. Skipped where the tools are
missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from tests.ui import illustrating_walk, walking

pytestmark = [pytest.mark.window, pytest.mark.own_screen]
TOOLS = ("Xvfb", "openbox", "xdotool")
SCRIPT = """
Xvfb -displayfd 1 -screen 0 1400x900x24 >"$HOME/display" 2>/dev/null & screen=$!
sleep 1
export DISPLAY=:$(cat "$HOME/display")
openbox >/dev/null 2>&1 & manager=$!
sleep 1
"$PROGRAM" "$WALK" "$DESK"
kill $manager $screen 2>/dev/null
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not all(map(shutil.which, TOOLS)), reason=f"wants {', '.join(TOOLS)}"
)
@pytest.mark.parametrize("route", [walking, illustrating_walk], ids=["text", "pictures"])
def test_a_walk_by_mouse_and_keys(route: ModuleType, seed_desk: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.qy"
    shutil.copy(seed_desk, desk)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "HOME": str(tmp_path),
        "PROGRAM": sys.executable,
        "WALK": str(route.__file__),
        "DESK": str(desk),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        ["bash", "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=300
    )
    walked = done.stdout.split()
    assert walked == [step.__name__ for step in route.STEPS], done.stderr[-3000:]
