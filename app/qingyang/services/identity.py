"""Who did it, when, and under which id: the only clock and the only randomness of the house."""

from __future__ import annotations

import getpass
import os
import threading
from datetime import UTC, datetime

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class Ulids:
    """Makes ULIDs that sort in the order in which they were made, also within one millisecond.

    They sort behind the one called ``last``, also where the clock has been set back since it was made.
    """

    def __init__(self, last: str = "") -> None:
        self._last = _number(last)
        self._lock = threading.Lock()

    def __call__(self) -> str:
        """Return a new ULID."""
        with self._lock:
            stamp = int(datetime.now(UTC).timestamp() * 1000) << 80
            fresh = stamp | int.from_bytes(os.urandom(10))
            # A step of one keeps order even where the clock stands or goes back.
            self._last = fresh if fresh >> 80 > self._last >> 80 else self._last + 1
            return _base32(self._last)


def _number(ulid: str) -> int:
    number = 0
    for sign in ulid:
        number = number << 5 | max(0, _ALPHABET.find(sign))
    return number


def _base32(number: int) -> str:
    return "".join(_ALPHABET[(number >> shift) & 31] for shift in range(125, -1, -5))


def now() -> str:
    """Return the time as UTC, ISO 8601 to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def person() -> str:
    """Return the name of who sits here, as the system knows it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
