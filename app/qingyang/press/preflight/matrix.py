"""Matrices and boxes of a page (ISO 32000-1, 8.3)."""

from __future__ import annotations

from collections.abc import Iterable

from qingyang.press.preflight.finding import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix that does ``one``, then ``other``."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def at(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def around(points: Iterable[tuple[float, float]], by: float = 0.0) -> Box:
    """Return the box around some points, wider by so much on every side."""
    xs, ys = zip(*points, strict=True)
    return min(xs) - by, min(ys) - by, max(xs) + by, max(ys) + by


def corners(matrix: Matrix, box: Box) -> Box:
    """Return the box around a box that a matrix has moved."""
    left, low, right, high = box
    return around(at(matrix, x, y) for x in (left, right) for y in (low, high))


def common(one: Box, other: Box) -> Box:
    """Return what lies in both boxes; it is `empty` where they do not meet."""
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def empty(box: Box) -> bool:
    """Say whether nothing lies in a box."""
    return box[0] >= box[2] or box[1] >= box[3]


def within(inner: Box, outer: Box, slack: float = 0.01) -> bool:
    """Say whether a box lies in another one, give or take so much."""
    low = inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack
    return low and inner[2] <= outer[2] + slack and inner[3] <= outer[3] + slack
