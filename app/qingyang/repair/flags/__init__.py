"""One file a kind of thing that only a person can settle. A new one is a file here and one line below."""

from qingyang.repair.flags import gaps, lookalikes, mixed_script, private_use, repeated_lines, unclosed

FLAGS = (
    lookalikes.RULE,
    mixed_script.RULE,
    private_use.RULE,
    gaps.RULE,
    unclosed.RULE,
    repeated_lines.RULE,
)
SUSPECTS = frozenset(rule.id for rule in FLAGS if rule.suspects)
"""Rules whose flags are suspicious characters."""
