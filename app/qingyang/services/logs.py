"""Where our own faults are written down."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qingyang.services import identity
from qingyang.services.workbench import data_folder


def write_log(text: str) -> Path:
    """Append a fault to the log and return the log's path; never fails."""
    for folder in (data_folder(), Path(tempfile.gettempdir())):
        log = folder / "qingyang.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8", errors="backslashreplace") as handle:
                handle.write(f"{identity.now()}\n{text}\n")
        except OSError:
            continue
        return log
    return Path("-")
