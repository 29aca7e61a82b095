"""What a newsroom checks by, in its desk file: its own lists, the rules it has taken on, which checks are on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from qingyang.ingest import read_table
from qingyang.services import identity
from qingyang.services.checking import checks_of
from qingyang.services.reviewing import Reviewing
from qingyang.store import Desk
from qingyang.text.finding import Check
from qingyang.text.house import HouseList, house_list
from qingyang.text.likeness import Likeness

_OFF = "checks_off"
"""The setting that lists the ids of checks that are switched off."""

_LEARNED = "learned"
"""The setting that lists the rules a person has answered for: fields of each one's likeness, and whether it is on."""


class House:
    """What one newsroom checks by. A change of it is seen at once by every review desk that is open."""

    def __init__(self, desk: Desk, new_id: Callable[[], str], reviews: Mapping[str, Reviewing]) -> None:
        self._desk = desk
        self._new_id = new_id
        self._reviews = reviews

    def checks(self, more: Sequence[HouseList] = ()) -> list[Check]:
        """Return the checks that are switched on, with the house lists and some more."""
        rules = [rule for rule, on in self.learned().items() if on]
        return checks_of([*self.lists(), *more], self._desk.setting(_OFF, []), rules)

    def switches(self) -> dict[str, bool]:
        """Return the ids of all checks there are, house lists and learned rules among them, and whether each is on."""
        off = self._desk.setting(_OFF, [])
        return {check.id: check.id not in off for check in checks_of(self.lists(), (), list(self.learned()))}

    def switch(self, check: str, on: bool) -> None:
        """Switch one check on or off, for every document of the desk file."""
        off = set(self._desk.setting(_OFF, []))
        self._desk.put_setting(_OFF, sorted(off - {check} if on else off | {check}))
        self._look_again()

    def lists(self) -> list[HouseList]:
        """Return the newsroom's own lists."""
        return self._desk.house_lists()

    def take_in(self, paths: Iterable[Path]) -> list[HouseList]:
        """Take in lists from CSV or Excel files, all or none; a list of the same name gives way to its new one.

        Raises `AppError`: those of `read_table` and `house_list`, which name row and column.
        """
        made = [house_list(self._new_id(), path.stem, read_table(path)) for path in paths]
        with self._desk.together():
            for each in made:
                self._desk.put_house_list(each, identity.now())
        self._look_again()
        return made

    def remove(self, id: str) -> None:
        """Take a list away; `restore` brings it back."""
        self._desk.remove_house_list(id, identity.now())
        self._look_again()

    def restore(self, id: str) -> None:
        """Put a removed list back."""
        self._desk.restore_house_list(id)
        self._look_again()

    def learned(self) -> dict[Likeness, bool]:
        """Return the rules a person has taken on or turned down, and whether each is on."""
        return {Likeness(*fields): on for fields, on in self._desk.setting(_LEARNED, [])}

    def learn(self, rule: Likeness, on: bool = True) -> None:
        """Take a rule on, to be asked about its hits from now on, or (``on`` false) never to be proposed again."""
        self._keep({**self.learned(), rule: on})

    def forget(self, rule: Likeness) -> None:
        """Forget a rule as if it had never been proposed."""
        self._keep({each: on for each, on in self.learned().items() if each != rule})

    def _keep(self, rules: Mapping[Likeness, bool]) -> None:
        self._desk.put_setting(_LEARNED, [[list(rule), on] for rule, on in rules.items()])
        self._look_again()

    def _look_again(self) -> None:
        checks = self.checks()
        for review in self._reviews.values():
            if review.inspected:
                review.inspect(checks)
