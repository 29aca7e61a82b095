"""What the window remembers between two runs: its place, its looks, the last desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from qingyang.ui.theme import CHOICES


class State:
    """Settings of this person on this machine; what belongs to a desk is kept in the desk file."""

    def __init__(self, path: Path | None = None) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        self._settings = QSettings(str(path or Path(folder) / "window.ini"), QSettings.Format.IniFormat)

    @property
    def desk(self) -> str:
        """Return the path of the last desk, empty for none."""
        return str(self._settings.value("desk", ""))

    @desk.setter
    def desk(self, path: str) -> None:
        self._settings.setValue("desk", path)

    @property
    def theme(self) -> str:
        """Return the chosen theme."""
        chosen = str(self._settings.value("theme", "system"))
        return chosen if chosen in CHOICES else "system"

    @theme.setter
    def theme(self, choice: str) -> None:
        self._settings.setValue("theme", choice)

    @property
    def zoom(self) -> float:
        """Return the zoom of the text."""
        try:
            return min(2.0, max(0.5, float(str(self._settings.value("zoom", 1.0)))))
        except ValueError:
            return 1.0

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self._settings.setValue("zoom", zoom)

    def keys(self, action: str) -> list[str] | None:
        """Return the keys chosen for an action, None where nobody has chosen."""
        kept = self._settings.value(f"keys/{action}")
        return None if kept is None else str(kept).split()

    def set_keys(self, action: str, keys: Sequence[str] | None) -> None:
        """Keep the keys chosen for an action; None for those it came with."""
        if keys is None:
            self._settings.remove(f"keys/{action}")
        else:
            self._settings.setValue(f"keys/{action}", " ".join(keys))

    @property
    def place(self) -> tuple[QByteArray, QByteArray]:
        """Return the window's geometry and the docks' arrangement."""
        geometry, docks = self._settings.value("geometry"), self._settings.value("docks")
        empty = QByteArray()
        return (
            geometry if isinstance(geometry, QByteArray) else empty,
            docks if isinstance(docks, QByteArray) else empty,
        )

    @place.setter
    def place(self, place: tuple[QByteArray, QByteArray]) -> None:
        self._settings.setValue("geometry", place[0])
        self._settings.setValue("docks", place[1])

    def keep(self) -> None:
        """Write everything to disk."""
        self._settings.sync()
