"""The boundaries of a text in columns: a million characters in narrow columns have seventy thousand of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from qingyang.text.edit import Boundary
from qingyang.wording import Message


class Boundaries(Sequence[Boundary]):
    """Boundaries kept field by field, each made when it is asked for."""

    __slots__ = ("_ends", "_glues", "_starts", "_whys", "p_joins")

    def __init__(self, boundaries: Iterable[Boundary] = ()) -> None:
        self._starts, self._ends = array("q"), array("q")
        self.p_joins = array("d")
        """How likely each is a join."""
        self._whys: list[Message] = []
        self._glues: list[str] = []
        for start, end, p, why, glue in boundaries:
            self._starts.append(start)
            self._ends.append(end)
            self.p_joins.append(p)
            self._whys.append(why)
            self._glues.append(glue)

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[Boundary]:
        return map(Boundary, self._starts, self._ends, self.p_joins, self._whys, self._glues)

    @overload
    def __getitem__(self, k: int) -> Boundary: ...
    @overload
    def __getitem__(self, k: slice) -> list[Boundary]: ...
    def __getitem__(self, k: int | slice) -> Boundary | list[Boundary]:
        if isinstance(k, slice):
            return [self[n] for n in range(*k.indices(len(self)))]
        return Boundary(self._starts[k], self._ends[k], self.p_joins[k], self._whys[k], self._glues[k])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)
