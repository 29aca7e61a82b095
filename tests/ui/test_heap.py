"""Tidying up after a long text."""

from __future__ import annotations

import gc
import platform
from pathlib import Path

import pytest

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


def anonymous() -> int:
    """Return how many megabytes this process holds that are no file's."""
    told = Path("/proc/self/status").read_text()
    return int(told.split("RssAnon:")[1].split()[0]) // 1024


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="wants glibc")
def test_what_is_freed_while_a_text_opens_goes_back_from_between_what_stays() -> None:
    # Once one was freed, glibc keeps blocks up to its size on the heap.
    del [b"x" * (30 << 20)][0]
    with heap.lent_singly():
        blocks = [b"%d" % k * (2 << 20) for k in range(40)]
        before = anonymous()
        del blocks[::2]
        assert anonymous() < before - 30
