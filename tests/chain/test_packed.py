"""Worth by label in one long number."""

from __future__ import annotations

import pickle

from qingyang.chain.packed import Following, Packing


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


def test_what_is_packed_goes_to_another_process_and_comes_back_the_same() -> None:
    both, following = Packing(("body", "headline")), Following(((1.0, 0.5), (0.25, 1.0)))
    again, after = pickle.loads(pickle.dumps((both, following)))
    assert again.worths(again.nothing + again.packed({"headline": 3})) == (0, 3)
    assert after.after([(0, 0.5)]) == following.after([(0, 0.5)])
