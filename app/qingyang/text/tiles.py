"""Long sequences in tiles: a change makes anew the tile it falls in, and moves all behind it without a look at it.

A million characters have a hundred thousand pieces, ten thousand paragraphs and as many doubts, each with its place
in the text. One character more would have every place behind it written anew; here a tile keeps how far its items
have moved since they were laid, and an item is told its place when it is asked for.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple, Self, TypeVar, overload

T = TypeVar("T")


class Span(NamedTuple):
    """Items ``first`` to ``last`` of one sequence, which have become items ``first`` to ``now`` of another."""

    first: int
    last: int
    now: int


class Tiles(Sequence[T]):
    """A sequence that never changes; `spliced` gives another one that shares what is the same."""

    __slots__ = ("_ends", "_laid", "_shifts")
    size = 512
    """Items of a tile."""

    def __init__(self, items: Sequence[T] = ()) -> None:
        self._laid = [self._packed(items[k : k + self.size]) for k in range(0, len(items), self.size)]
        self._shifts = [0] * len(self._laid)
        self._ends = list(accumulate(map(len, self._laid)))

    def _moved(self, item: T, shift: int) -> T:
        """Return an item so many characters further on; one that has no place in the text stays as it is."""
        return item

    def _packed(self, items: Sequence[T]) -> Sequence[T]:
        """Return items as a tile keeps them."""
        return items

    def _together(self, before: Sequence[T], items: Iterable[T], behind: Sequence[T]) -> Sequence[T]:
        """Return what stood before a change, what it puts in, and what stood behind, as a tile keeps them."""
        return self._packed([*before, *items, *behind])

    # -- reading -------------------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, k: int) -> T: ...
    @overload
    def __getitem__(self, k: slice) -> list[T]: ...
    def __getitem__(self, k: int | slice) -> T | list[T]:
        if isinstance(k, slice):
            return self._part(k)
        if k < 0:
            k += len(self)
        n = bisect_right(self._ends, k)
        if k < 0 or n == len(self._laid):
            raise IndexError(k)
        tile, shift = self._laid[n], self._shifts[n]
        item = tile[k - self._ends[n - 1] if n else k]
        return self._moved(item, shift) if shift else item

    def _part(self, k: slice) -> list[T]:
        first, last, step = k.indices(len(self))
        if step != 1:
            return [self[n] for n in range(first, last, step)]
        return [item for part in self.parts(first, last) for item in part]

    def parts(self, first: int, last: int) -> Iterator[Sequence[T]]:
        """Yield the items from one number to another, tile by tile."""
        n = bisect_right(self._ends, first)
        begin = self._ends[n - 1] if n else 0
        while begin < last:
            tile, shift = self._laid[n], self._shifts[n]
            end = self._ends[n]
            if begin < first or last < end:
                tile = tile[max(0, first - begin) : last - begin]
            yield [self._moved(item, shift) for item in tile] if shift else tile
            begin, n = end, n + 1

    def __iter__(self) -> Iterator[T]:
        for part in self.parts(0, len(self)):
            yield from part

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    # -- changing ------------------------------------------------------------------------------------------------

    def spliced(self, first: int, last: int, items: Iterable[T], shift: int = 0) -> Self:
        """Return the sequence with items in place of those from ``first`` to ``last``, and all behind moved."""
        low, high = bisect_right(self._ends, first), bisect_right(self._ends, last)
        begin = self._ends[low - 1] if low else 0
        end = self._ends[high] if high < len(self._ends) else len(self)
        before: Sequence[T] = next(self.parts(begin, first), ())
        behind: Sequence[T] = next(self.parts(last, end), ())
        if shift:
            behind = [self._moved(item, shift) for item in behind]
        middle = self._together(before, items, behind)
        # One tile stays one until it is twice as long as it should be.
        step = self.size if len(middle) > 2 * self.size else len(middle) or 1
        fresh = [middle[k : k + step] for k in range(0, len(middle), step)]
        rest, ends = self._shifts[high + 1 :], self._ends[high + 1 :]
        grown = len(middle) - (end - begin)
        made = type(self).__new__(type(self))
        made._laid = [*self._laid[:low], *fresh, *self._laid[high + 1 :]]
        made._shifts = [
            *self._shifts[:low],
            *[0] * len(fresh),
            *([s + shift for s in rest] if shift else rest),
        ]
        upto = list(accumulate(map(len, fresh), initial=begin))[1:]
        made._ends = [*self._ends[:low], *upto, *([e + grown for e in ends] if grown else ends)]
        return made

    def since(self, before: Tiles[T]) -> Span:
        """Return which items are others than in the sequence this one was made from, wherever they stand.

        Told by what both share: items made anew count as others, though they may be the same.
        """
        most = min(len(self._laid), len(before._laid))
        head = _shared(self._laid[:most], before._laid[:most])
        tail = _shared(self._laid[head:][::-1], before._laid[head:][::-1])
        first = self._ends[head - 1] if head else 0
        last, now = len(before._laid) - tail - 1, len(self._laid) - tail - 1
        return Span(first, before._ends[last] if last >= 0 else 0, self._ends[now] if now >= 0 else 0)


def _shared(one: Sequence[object], other: Sequence[object]) -> int:
    return next(
        (k for k, (a, b) in enumerate(zip(one, other, strict=False)) if a is not b), min(len(one), len(other))
    )


class Placed(Tiles[T]):
    """Items with a place in the text, ascending where one asks for them by place."""

    __slots__ = ()

    @abstractmethod
    def place(self, item: T) -> int:
        """Return where an item begins."""

    @abstractmethod
    def _moved(self, item: T, shift: int) -> T: ...

    def before(self, place: int) -> int:
        """Return how many items begin before a place."""
        laid, shifts = self._laid, self._shifts
        n = bisect_left(range(len(laid)), place, key=lambda n: self.place(laid[n][-1]) + shifts[n])
        if n == len(laid):
            return len(self)
        within = bisect_left(laid[n], place - shifts[n], key=self.place)
        return within + (self._ends[n - 1] if n else 0)


class Offsets(Placed[int]):
    """Places in a text, four bytes each."""

    __slots__ = ()

    def place(self, item: int) -> int:
        """Return the place itself."""
        return item

    def _moved(self, item: int, shift: int) -> int:
        return item + shift

    def _packed(self, items: Sequence[int]) -> Sequence[int]:
        return items if isinstance(items, array) else array("i", items)
