"""How people are named in a newspaper: by a role or a title beside the name."""

from __future__ import annotations

import re

ROLES = (
    "版面设计|责任编辑|主持人|通讯员|实习生|记者|特约|作者|嘉宾|编辑|校对|美编|责编|版面|版式"
    "|摄影|供图|图源|文/图|图/文"
)
"""What stands before a name, or behind the name of who made a picture or a page; for use inside an expression."""

TITLE = re.compile("[长员任记席授师家士理事者]$")
"""How most titles end."""
