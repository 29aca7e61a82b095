"""What made pages look like: habits drawn one by one, so that no two pages share them all."""

from __future__ import annotations

import random

from page_maker_draw import ORDERS
from page_maker_faces import BODY, HEAD, NOTE, Face, faces_among
from page_maker_layout import Look

HABITS = {
    "indent": ("drawn", "drawn", "drawn", "typed", "typed", "none"),
    "between": (0.0, 0.0, 0.0, 0.0, 0.3, 0.6, 1.0),
    "justified": (True, True, True, True, False),
    "drawing": ("line", "line", "line", "char", "char", "run", "loose"),
    "seam": (0.0, 0.0, 0.125, 0.2, 0.25, 0.35),
    "squeeze": (True, False),
    "broken_numbers": (True, False, False, False, False),
    "spaced": (True, *[False] * 9),
    "order": ORDERS,
    "rules": (0.0, 0.3, 0.8),
    "boxes": (0.0, 0.1, 0.35),
    "pictures": (0.2, 0.5, 0.8),
    "inner": (0.0, 0.2, 0.5),
    "spread": (0.0, 0.5, 0.9),
    "side_head": (0.0, 0.15, 0.5),
    "run_on": (0.0, 0.0, 0.25),
}
HELD_HABITS = HABITS | {
    "between": (0.0, 0.0, 0.0, 0.2, 0.45, 0.8),
    "seam": (0.0, 0.0, 0.15, 0.3),
    "inner": (0.1, 0.35, 0.7),
    "spread": (0.3, 0.7, 1.0),
}
SIZES = (7.5, 8.0, 8.5, 9.0, 9.5, 10.0, 10.5, 11.0)
HELD_SIZES = (7.8, 8.2, 8.8, 9.2, 10.2, 10.8)
PAPERS = ((595, 842), (680, 964), (720, 1000), (842, 1191), (612, 792), (900, 1290))
HELD_PAPERS = ((640, 900), (760, 1020), (800, 1100), (650, 1010))
GUTTERS = (0.8, 1.0, 1.3, 1.6, 2.0, 3.0)
LEADINGS = (1.2, 1.75)


def look_of(chance: random.Random, held: bool) -> Look:
    """Draw the look of one page; held-out pages have other sizes, papers, faces and habits than those to fit on."""
    size = chance.choice(HELD_SIZES if held else SIZES)
    paper = chance.choice(HELD_PAPERS if held else PAPERS)
    width, height = (side * chance.uniform(0.95, 1.05) for side in paper)
    margin, gutter = chance.uniform(24, 54), size * chance.choice(GUTTERS)
    # A column has room for 8 to 40 characters.
    most = int((width - 2 * margin + gutter) / (8.5 * size + gutter))
    least = max(1, int((width - 2 * margin) / (40 * size)))
    columns = chance.choice([c for c in range(1, 9) if least <= c <= most] or [least])
    body, head, note = (Face(chance.choice(faces_among(pool, held))) for pool in (BODY, HEAD, NOTE))
    leading = size * chance.uniform(*LEADINGS)
    habits = {name: chance.choice(all_) for name, all_ in (HELD_HABITS if held else HABITS).items()}
    return Look(width, height, margin, columns, gutter, size, leading, body, head, note, **habits)
