"""Folders that ruin databases: network shares and folders that a cloud client rewrites behind our back.

Told apart by what costs nothing: the mount table (Linux), the kind of drive (Windows), well-known folders.
Not told apart: network mounts on macOS, cloud clients that leave no sign in a path.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from qingyang.errors import AppError

_NETWORK = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "afpfs",
        "ncpfs",
        "davfs",
        "fuse.sshfs",
        "fuse.rclone",
        "fuse.davfs2",
    }
)
_CLOUD_SIGNS = (".dropbox", ".dropbox.cache")
_CLOUD_PARTS = (("Library", "CloudStorage"), ("Library", "Mobile Documents"))
_CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def refuse_unfit(desk: Path) -> None:
    """Raise `desk_on_network` or `desk_in_cloud` where a desk would come to harm; ``desk`` is a resolved path."""
    system = _network(desk.parent)
    if system:
        raise AppError("desk_on_network", path=desk, system=system)
    if _in_cloud(desk.parent):
        raise AppError("desk_in_cloud", path=desk)


def _network(folder: Path) -> str:
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415

        remote = 4
        drive = folder.anchor
        return (
            drive if drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive) == remote else ""
        )
    with suppress(OSError):
        return network_mount(folder, Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace"))
    return ""


def network_mount(folder: Path, mounts: str) -> str:
    """Return the network file system a folder stands on by a Linux mount table, or nothing."""
    found, deepest = "", -1
    for line in mounts.splitlines():
        _, place, system, *_ = [*line.split(" "), "", "", ""]
        place = place.replace("\\040", " ")
        if folder.is_relative_to(place) and len(place) >= deepest:
            found, deepest = system, len(place)
    return found if found in _NETWORK else ""


def _in_cloud(folder: Path) -> bool:
    roots = [Path(os.environ[name]) for name in _CLOUD_VARIABLES if os.environ.get(name)]
    if any(folder.is_relative_to(root) for root in roots):
        return True
    parts = folder.parts
    if any(pair in pairwise(parts) for pair in _CLOUD_PARTS):
        return True
    return any((parent / sign).exists() for parent in (folder, *folder.parents) for sign in _CLOUD_SIGNS)
