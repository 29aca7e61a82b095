"""The window as a screen reader hears it, from another process through AT-SPI; skipped where its tools are missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.window, pytest.mark.own_screen]
HERE = Path(__file__).parent
LISTENER = "/usr/bin/python3"
SCRIPT = """
Xvfb :{display} -screen 0 1400x900x24 >/dev/null 2>&1 & screen=$!
sleep 1
/usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 & bus=$!
sleep 1
"$PROGRAM" -c 'import sys; from qingyang.ui.app import run; run(sys.argv[1:])' "$DESK" >/dev/null 2>&1 & window=$!
/usr/bin/python3 "$OUTSIDE" 'list item|缺文' '|缺文 90%。'
kill $window $screen $bus
"""


def listens() -> bool:
    """Say whether everything is there to listen with."""
    if sys.platform != "linux" or not all(map(shutil.which, ("Xvfb", "dbus-run-session", LISTENER))):
        return False
    asked = subprocess.run([LISTENER, "-c", "import pyatspi"], capture_output=True)
    return asked.returncode == 0 and Path("/usr/libexec/at-spi-bus-launcher").exists()


@pytest.mark.skipif(not listens(), reason="wants Xvfb, dbus-run-session, at-spi2-core and python3-pyatspi")
def test_controls_rows_and_doubts_are_heard_from_another_process(seed_desk: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.qy"
    shutil.copy(seed_desk, desk)
    environment = {
        **os.environ,
        "DISPLAY": f":{90 + os.getpid() % 9}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "LANG": "zh_CN.UTF-8",
        "HOME": str(tmp_path),
        "PROGRAM": sys.executable,
        "DESK": str(desk),
        "OUTSIDE": str(HERE / "outside.py"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    script = SCRIPT.format(display=90 + os.getpid() % 9)
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    heard = done.stdout.splitlines()
    for control in (
        "list|待核",
        "text|查找",
        "text|写批注",
        "list|本段历史",
        "list|同类各处",
        "text|修复稿段落",
    ):
        assert control in heard, done.stdout[-2000:] + done.stderr[-500:]
    assert any(line.startswith("list item|缺文 90%") and "段首" in line for line in heard)
    assert any(line.startswith("label|编者按 今年是") for line in heard), done.stdout[-4000:]
    rows = [line for line in heard if line.startswith("label|") and line.count("|") == 2]
    (row,) = (line for line in rows if " 之一，" in line.split("|")[1][:8])
    assert "|缺文 90%。" in row and "段首" in row
