"""Build the CMYK profile that ships: python packaging/colour.py FOGRA39L.ti3 (Debian: icc-profiles-free, argyll).

Fogra's measurements of coated paper (ISO 12647-2), through Argyll's ``colprof``: small tables, 300 % ink at most,
relative black. The date in the profile's head is set to the measurements', so that the same data gives the same file.
"""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

OUT = Path(__file__).parents[1] / "resources" / "icc" / "coated-fogra39l.icc"
NAME = "Qingyang coated (FOGRA39L), 300 %"
ORIGIN = "Made from FOGRA39L.ti3 by Fogra and Kai-Uwe Behrmann, zlib licence"
_DATE = slice(24, 36)
"""Where the head of a profile says when it was made (ICC.1:2010, 7.2.8)."""
_ID = slice(84, 100)


def build(measurements: Path, out: Path) -> None:
    """Write the profile of some measurements."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "coated.ti3"
        shutil.copy(measurements, data)
        options = ["-ql", "-bl", "-l300", "-L100", "-kr", "-C", ORIGIN, "-D", NAME]
        subprocess.run(["colprof", *options, data.stem], cwd=folder, check=True, capture_output=True)
        made = bytearray(data.with_suffix(".icc").read_bytes())
    made[_DATE] = struct.pack(">6H", 2006, 12, 1, 0, 0, 0)
    made[_ID] = bytes(16)
    out.write_bytes(made)


if __name__ == "__main__":
    build(Path(sys.argv[1]), OUT)
    print(f"{OUT} ({OUT.stat().st_size} bytes)")
