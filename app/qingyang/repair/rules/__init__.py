"""One file a kind of damage. A new rule is a file here and one line below."""

from qingyang.repair.rules import controls, indents, spaces, widths

RULES = (
    widths.RULE,
    spaces.RULE,
    indents.RULE,
    controls.RULE,
)
