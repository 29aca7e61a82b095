"""What a screen reader hears of the window: run by a Python that has pyatspi, prints a line ``role|name`` each."""

import sys
import time

import pyatspi

PATIENCE = 40
"""Seconds until the window tells its doubts."""


def walk(thing, depth=0):
    """Yield everything below a thing, lists as far as their first lines."""
    yield thing
    for k in range(min(thing.childCount, 12) if depth < 16 else 0):
        child = thing.getChildAtIndex(k)
        if child is not None:
            yield from walk(child, depth + 1)


def heard():
    """Return role and name of everything the window tells."""
    desktop = pyatspi.Registry.getDesktop(0)
    return [f"{each.getRoleName()}|{each.name}" for app in desktop if app is not None for each in walk(app)]


def main(wanted):
    """Listen until something that is wanted is heard, and print all there is."""
    lines = []
    for _ in range(PATIENCE):
        try:
            lines = heard()
        except Exception:
            lines = []
        if any(wanted in line for line in lines):
            break
        time.sleep(1)
    print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1])
