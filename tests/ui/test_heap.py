"""Tidying up after a long text."""

from __future__ import annotations

import gc

from qingyang.ui import heap


def test_what_stays_is_out_of_the_collector_s_sight_and_giving_back_harms_nothing() -> None:
    held = [[k] for k in range(100)]
    heap.settle()
    try:
        assert gc.get_freeze_count() > 100
        assert not any(each is held for each in gc.get_objects())
        heap.give_back()
        assert held[99] == [99]
    finally:
        gc.unfreeze()
