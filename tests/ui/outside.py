"""What a screen reader hears of the window: run by a Python that has pyatspi, prints a line each.

``role|name``; where what shows has a description, one more, ``role|name|description``, line breaks as spaces.
"""

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
    """Return role, name and description of everything the window tells."""
    desktop = pyatspi.Registry.getDesktop(0)
    return [line for app in desktop if app is not None for each in walk(app) for line in lines_of(each)]


def lines_of(thing):
    """Return how a thing is heard, without and with its description."""
    told = f"{thing.getRoleName()}|{thing.name}"
    if not thing.description or not thing.getState().contains(pyatspi.STATE_SHOWING):
        return [told]
    return [told, f"{told}|{thing.description}".replace("\n", " ")]


def main(wanted):
    """Listen until all that is wanted is heard, and print all there is."""
    lines = []
    for _ in range(PATIENCE):
        try:
            lines = heard()
        except Exception:
            lines = []
        if all(any(each in line for line in lines) for each in wanted):
            break
        time.sleep(1)
    print("\n".join(lines))


if __name__ == "__main__":
    main(sys.argv[1:])
