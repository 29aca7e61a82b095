"""The print house's own colour profile, kept with the desk: checked when it is chosen, there wherever the desk goes."""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qingyang.press.profiles import x4

if TYPE_CHECKING:
    from qingyang.services.project import Project

_KEY = "print.profile"


class OwnProfile(NamedTuple):
    """A print house's profile."""

    name: str
    """As it calls itself."""
    data: bytes


def own_profile(project: Project) -> OwnProfile | None:
    """Return the profile a desk keeps; None where it keeps none."""
    kept = project.setting(_KEY)
    return OwnProfile(kept["name"], b64decode(kept["data"])) if kept else None


def keep_profile(project: Project, path: Path) -> OwnProfile:
    """Check a profile and keep it with the desk, in place of the one before.

    Raises `AppError` cannot_read, not_a_cmyk_profile, or the store's own.
    """
    checked = x4(path)
    project.set_setting(_KEY, {"name": checked.condition, "data": b64encode(checked.icc).decode("ascii")})
    return OwnProfile(checked.condition, checked.icc)
