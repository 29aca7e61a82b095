"""What a long text leaves on the heap: what stays is looked at no more, what was freed goes back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_TRIM_FROM, _LEND_FROM = -1, -3
"""What glibc's ``mallopt`` calls the size from which a free end of the heap, and a block of its own, goes back."""
_SMALL, _USUAL, _END = 1 << 20, 32 << 20, 64 << 20
"""Bytes: a block lent singly while a text opens, and otherwise, as glibc itself comes to have it; a free end."""


def settle() -> None:
    """Take all there is now out of the collector's sight: looking at it would be felt at a key."""
    gc.unfreeze()
    gc.freeze()


def give_back() -> None:
    """Give freed memory back to the system: a text of ten million characters frees a hundred megabytes as it opens."""
    trim = _glibc("malloc_trim")
    if trim is not None:
        trim(0)


@contextmanager
def lent_singly() -> Iterator[None]:
    """Have the system lend every large block by itself, to go back at once: columns that grow leave holes otherwise.

    For opening only: a change would wait for the pages of every block anew.
    """
    tune = _glibc("mallopt")
    if tune is None:
        yield
        return
    tune(_LEND_FROM, _SMALL)
    try:
        yield
    finally:
        tune(_LEND_FROM, _USUAL)
        tune(_TRIM_FROM, _END)


def _glibc(name: str) -> Callable[..., object] | None:
    """Return a function of the C library, None where it has none of that name."""
    return getattr(ctypes.CDLL(None), name, None) if sys.platform == "linux" else None
