"""Whether a window can be shown here; asked before Qt, which ends the program where it cannot."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Mapping
from pathlib import Path

_SOCKETS = Path("/tmp/.X11-unix")  # Where every X server listens, XQuartz and Xwayland included.


def has_display(environment: Mapping[str, str] | None = None, sockets: Path = _SOCKETS) -> bool:
    """Say whether there is a screen; a local X display counts only where its server is running."""
    environment = os.environ if environment is None else environment
    if platform.system() != "Linux" or environment.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return True
    if environment.get("WAYLAND_DISPLAY"):
        return True
    display = environment.get("DISPLAY", "")
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local:
        return (sockets / f"X{local.group(1)}").exists()
    return bool(display)
