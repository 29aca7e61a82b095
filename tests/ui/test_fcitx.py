"""Chinese typed as an editor types it: fcitx5 and its pinyin, keys from outside, a row of the real window.

Skipped where fcitx5, its Chinese addons, xdotool, a window manager or Xvfb are missing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qingyang.services.project import Project

pytestmark = [pytest.mark.window, pytest.mark.own_screen]
TOOLS = ("Xvfb", "dbus-run-session", "openbox", "fcitx5", "fcitx5-remote", "xdotool")
ADDON = "fcitx5/addon/pinyin.conf"
PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
SCRIPT = """
Xvfb $DISPLAY -screen 0 1400x900x24 >/dev/null 2>&1 & screen=$!
sleep 1
openbox >/dev/null 2>&1 & manager=$!
fcitx5 --disable=notifications >/dev/null 2>&1 & method=$!
sleep 2
"$PROGRAM" -c 'import sys; from qingyang.ui.app import run; run(sys.argv[1:])' "$DESK" & window=$!
xdotool search --sync --onlyvisible --name 清样 >/dev/null
sleep 4
xdotool key alt+2 Home F2
sleep 1
fcitx5-remote -o
sleep 1
xdotool type --delay 80 chongqing
sleep 1
xdotool key space
sleep 1
xdotool key ctrl+s
sleep 1
xdotool key ctrl+q
sleep 2
kill $window $method $manager $screen 2>/dev/null
"""


def there() -> bool:
    """Say whether everything is there to type with."""
    return sys.platform == "linux" and all(map(shutil.which, TOOLS)) and Path("/usr/share", ADDON).exists()


@pytest.mark.skipif(not there(), reason=f"wants {', '.join(TOOLS)} and fcitx5-chinese-addons")
def test_words_typed_by_pinyin_come_into_the_row_and_are_saved(seed_desk: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk.qy"
    shutil.copy(seed_desk, desk)
    profile = tmp_path / ".config" / "fcitx5" / "profile"
    profile.parent.mkdir(parents=True)
    profile.write_text(PROFILE)
    environment = {
        **os.environ,
        "DISPLAY": f":{80 + os.getpid() % 9}",
        "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "fcitx",
        "XMODIFIERS": "@im=fcitx",
        "LANG": "zh_CN.UTF-8",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / ".config"),
        "PROGRAM": sys.executable,
        "DESK": str(desk),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", SCRIPT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    with Project.open(desk) as project:
        (first, *_) = project.documents()
        review = project.review(first.id)
        assert review.text(0).endswith("重庆"), done.stdout[-1000:] + done.stderr[-2000:]
        assert [change.kind for change in review.changes][-1] == "edit"
