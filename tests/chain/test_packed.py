"""Worth by label in one long number."""

from __future__ import annotations

from qingyang.chain.packed import Packing


def test_sums_of_many_signs_stay_apart() -> None:
    """What one label loses never borrows from its neighbour."""
    labels = [f"label {k}" for k in range(17)]
    packing = Packing(labels)
    total = packing.nothing
    for k in range(1000):
        total += packing.packed({label: (-1) ** n * 9 * k for n, label in enumerate(labels)})
    whole = 9 * 1000 * 999 // 2
    assert packing.worths(total) == tuple((-1) ** n * whole for n in range(17))


def test_nothing_is_worth_nothing() -> None:
    packing = Packing(("body", "headline"))
    assert packing.worths(packing.nothing) == (0, 0)
