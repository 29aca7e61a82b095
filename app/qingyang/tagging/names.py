"""How Chinese bylines, credits and guest lists write a name, as parts of regular expressions."""

from __future__ import annotations

from qingyang.text.person import COMPOUND, SURNAMES

GIVEN = "[\u4e00-\u9fff]"
FULL = rf"(?:(?:{COMPOUND}){GIVEN}{{1,2}}|[{SURNAMES}]{GIVEN}{{1,2}}|{GIVEN}{{1,6}}·{GIVEN}{{1,8}})"
"""A full name: one that begins with a family name, or a foreign one with its dot."""
LOOSE = "[\u4e00-\u9fff·]{2,4}"
"""What stands where a name stands, whatever it is; scans misread family names."""
MORE = rf"(?:[\s、，]+{LOOSE})*"
"""Further names behind one."""
