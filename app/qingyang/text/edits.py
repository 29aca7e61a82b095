"""Edits in columns: ten million characters have seven hundred thousand, and most say the same of another place."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple, overload

from qingyang.text.edit import Edit, Key
from qingyang.wording import Message


def home(edit: Edit) -> int:
    """Return the raw character an edit goes with, -1 and the text's length standing for its ends."""
    return edit.start - (edit.after and edit.start == edit.end)


class Says(NamedTuple):
    """What an edit says, its place and its probability aside: few things are said of many places."""

    new: str
    rule: str
    why: Message
    id: str
    after: bool


class Edits(Sequence[Edit]):
    """Edits kept field by field, by place; each is made when it is asked for, and equal whenever it is."""

    __slots__ = ("_said", "_says", "ends", "ps", "starts")

    def __init__(self, edits: Iterable[Edit] = ()) -> None:
        self._put(array("i"), array("i"), array("d"), array("i"), [])
        # By the very reason: equal values of other types are told otherwise.
        known: dict[tuple[str, str, int, str, bool], int] = {}
        for start, end, new, rule, p, why, id_, after in edits:
            key = (new, rule, id(why), id_, after)
            if key not in known:
                known[key] = len(self._says)
                self._says.append(Says(new, rule, why, id_, after))
            self.starts.append(start)
            self.ends.append(end)
            self.ps.append(p)
            self._said.append(known[key])

    def _put(
        self,
        starts: array[int],
        ends: array[int],
        ps: array[float],
        said: array[int],
        says: list[Says],
    ) -> None:
        self.starts, self.ends, self.ps = starts, ends, ps
        self._said, self._says = said, says

    @classmethod
    def of(cls, edits: Sequence[Edit]) -> Edits:
        """Return edits in columns, as they are where they stand in some."""
        return edits if isinstance(edits, Edits) else cls(edits)

    @classmethod
    def told(
        cls, starts: array[int], ends: array[int], ps: array[float], said: array[int], says: list[Says]
    ) -> Edits:
        """Return edits of their columns; ``said`` counts into ``says``."""
        made = cls.__new__(cls)
        made._put(starts, ends, ps, said, says)
        return made

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, k: int) -> Edit: ...
    @overload
    def __getitem__(self, k: slice) -> list[Edit]: ...
    def __getitem__(self, k: int | slice) -> Edit | list[Edit]:
        if isinstance(k, slice):
            return [self[n] for n in range(*k.indices(len(self)))]
        new, rule, why, id, after = self._says[self._said[k]]
        return Edit(self.starts[k], self.ends[k], new, rule, self.ps[k], why, id, after)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and list(self) == list(other)

    def replacements(self, first: int, last: int) -> Iterator[tuple[int, int, str]]:
        """Yield start, end and new text of some."""
        news = [says.new for says in self._says]
        said = map(news.__getitem__, self._said[first:last])
        return zip(self.starts[first:last], self.ends[first:last], said, strict=True)

    def homes(self) -> array[int]:
        """Return the raw character that each goes with."""
        afters = [says.after for says in self._says]
        if not any(afters):
            return self.starts
        said = map(afters.__getitem__, self._said)
        columns = zip(self.starts, self.ends, said, strict=True)
        return array("i", [start - (after and start == end) for start, end, after in columns])

    def numbered(self, key: Key) -> int | None:
        """Return the number of the edit with a key, None where it is not among these."""
        if key[0] != "rule":
            return self.typed(str(key[1]))
        k = bisect_left(self.starts, key[2])
        while k < len(self) and self.starts[k] == key[2]:
            if self[k].key == key:
                return k
            k += 1
        return None

    def typed(self, id: str) -> int | None:
        """Return the number of a hand's edit by its id, None where it is not among these."""
        said = next((n for n, says in enumerate(self._says) if says.id == id), None)
        return self._said.index(said) if said is not None and said in self._said else None

    def only(self, wanted: Sequence[bool | int]) -> Edits:
        """Return those for which something true stands in ``wanted``."""
        if all(wanted):
            return self
        return Edits.told(
            array("i", compress(self.starts, wanted)),
            array("i", compress(self.ends, wanted)),
            array("d", compress(self.ps, wanted)),
            array("i", compress(self._said, wanted)),
            self._says,
        )

    def below(self, p: float) -> list[Edit]:
        """Return those less probable than ``p``."""
        return [self[k] for k, each in enumerate(self.ps) if each < p]

    def put_behind(self, others: Edits, numbers: Sequence[int]) -> None:
        """Put some of other edits behind these, by their numbers, while nobody else has these yet."""
        said = [others._said[n] for n in numbers]
        lags = {each: len(self._says) + k for k, each in enumerate(dict.fromkeys(said))}
        self._says += [others._says[each] for each in lags]
        self.starts += array("i", [others.starts[n] for n in numbers])
        self.ends += array("i", [others.ends[n] for n in numbers])
        self.ps += array("d", [others.ps[n] for n in numbers])
        self._said += array("i", [lags[each] for each in said])

    def rewritten(self, places: Iterable[tuple[int, int, Sequence[Edit]]]) -> Edits:
        """Return these with others in place of those from a first to a last number, told in order and apart."""
        says = list(self._says)
        made = Edits.told(array("i"), array("i"), array("d"), array("i"), says)
        done = 0
        for first, last, fresh in places:
            made._extend(self, done, first, 0)
            others = Edits(fresh)
            made._extend(others, 0, len(others), len(says))
            says += others._says
            done = last
        made._extend(self, done, len(self), 0)
        return made

    def _extend(self, other: Edits, first: int, last: int, lag: int) -> None:
        self.starts += other.starts[first:last]
        self.ends += other.ends[first:last]
        self.ps += other.ps[first:last]
        said = other._said[first:last]
        self._said += array("i", [n + lag for n in said]) if lag else said


class Chosen(Sequence[Edit | None]):
    """Some of a table of edits by their numbers, -1 for none: four bytes each."""

    __slots__ = ("numbers", "table")

    def __init__(self, table: Edits, numbers: array[int]) -> None:
        self.table, self.numbers = table, numbers

    @classmethod
    def of(cls, edits: Sequence[Edit | None]) -> Chosen:
        """Return edits in a table of their own, as they are where they stand in one."""
        if isinstance(edits, Chosen):
            return edits
        numbers, count = array("i"), 0
        for edit in edits:
            numbers.append(-1 if edit is None else count)
            count += edit is not None
        return cls(Edits(edit for edit in edits if edit is not None), numbers)

    @classmethod
    def joined(cls, parts: Iterable[Chosen]) -> Chosen:
        """Return what some choose, one behind the other, in a table of their own."""
        table, numbers = Edits(), array("i")
        for part in parts:
            wanted = [n for n in part.numbers if n >= 0]
            places = iter(range(len(table), len(table) + len(wanted)))
            numbers += array("i", [-1 if n < 0 else next(places) for n in part.numbers])
            table.put_behind(part.table, wanted)
        return cls(table, numbers)

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, k: int) -> Edit | None: ...
    @overload
    def __getitem__(self, k: slice) -> Chosen: ...
    def __getitem__(self, k: int | slice) -> Edit | Chosen | None:
        if isinstance(k, slice):
            return Chosen(self.table, self.numbers[k])
        return self._edit(self.numbers[k])

    def _edit(self, number: int) -> Edit | None:
        return None if number < 0 else self.table[number]

    def __iter__(self) -> Iterator[Edit | None]:
        return map(self._edit, self.numbers)
