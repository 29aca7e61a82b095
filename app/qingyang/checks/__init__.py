"""Editorial checks on text in force -> findings. Pure; one file a check, with examples, and one line below."""

from qingyang.checks import (
    headline_numbers,
    mark_commas,
    name_variants,
    numerals,
    pairs,
    punctuation,
    repeats,
    speakers,
    sums,
    weekdays,
)

CHECKS = (
    pairs.CHECK,
    punctuation.CHECK,
    mark_commas.CHECK,
    numerals.CHECK,
    repeats.CHECK,
    weekdays.CHECK,
    sums.CHECK,
    headline_numbers.CHECK,
    name_variants.CHECK,
    speakers.CHECK,
)
