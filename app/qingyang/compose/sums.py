"""Four sums in one integer: least width, shrink, early stretch and gaps of a stretch of text.

Running sums of such integers subtract field by field, so one subtraction measures a line. Widths are 1/1000 em; the
fields hold paragraphs of a million characters.
"""

from __future__ import annotations

GAP_BITS = 24
FIELD_BITS = 32
MORE_AT = GAP_BITS
SHRINK_AT = GAP_BITS + FIELD_BITS
LEAST_AT = GAP_BITS + 2 * FIELD_BITS
GAP_MASK = (1 << GAP_BITS) - 1
FIELD_MASK = (1 << FIELD_BITS) - 1


def packed(least: int, shrink: int = 0, more: int = 0, gap: int = 0) -> int:
    """Return the sums of one place: what it takes at least, what more by nature, how it stretches."""
    return (least << LEAST_AT) + (shrink << SHRINK_AT) + (more << MORE_AT) + gap


def natural(wide: int) -> int:
    """Return the width as it is by nature."""
    return (wide >> LEAST_AT) + (wide >> SHRINK_AT & FIELD_MASK)
