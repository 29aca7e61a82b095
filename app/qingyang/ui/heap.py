"""What a long text leaves on the heap: what stays is looked at no more, what was freed goes back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys


def settle() -> None:
    """Take all there is now out of the collector's sight: looking at it would be felt at a key."""
    gc.unfreeze()
    gc.freeze()


def give_back() -> None:
    """Give freed memory back to the system: a text of ten million characters frees a hundred megabytes as it opens."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
