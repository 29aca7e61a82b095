"""One file a kind of damage. A new rule is a file here and one line below."""

from qingyang.repair.rules import (
    brackets,
    compatibility,
    controls,
    dashes,
    hyphens,
    indents,
    quotes,
    spaces,
    widths,
)

RULES = (
    widths.RULE,
    brackets.RULE,
    quotes.RULE,
    dashes.RULE,
    compatibility.RULE,
    spaces.RULE,
    hyphens.RULE,
    indents.RULE,
    controls.RULE,
)
