"""What a newsroom checks by, in its desk file: its own lists, the rules it has taken on, which checks are on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from qingyang.ingest import read_table
from qingyang.services import identity
from qingyang.services.checking import checks_of
from qingyang.services.ledger import Ledger
from qingyang.services.reviewing import Reviewing
from qingyang.store import Desk
from qingyang.text.change import Change
from qingyang.text.finding import Check
from qingyang.text.house import HouseList, house_list
from qingyang.text.lesson import Lesson, Likeness
from qingyang.text.newsroom import Listed, Switched


class House:
    """What one newsroom checks by."""

    def __init__(
        self, desk: Desk, ledger: Ledger, new_id: Callable[[], str], reviews: Mapping[str, Reviewing]
    ) -> None:
        self._desk = desk
        self._ledger = ledger
        self._new_id = new_id
        self._reviews = reviews

    def checks(self, more: Sequence[HouseList] = ()) -> list[Check]:
        """Return the checks that are switched on, with the house lists and some more."""
        rules = [rule for rule, on in self.learned().items() if on]
        return checks_of([*self.lists(), *more], self._off(), rules)

    def switches(self) -> dict[str, bool]:
        """Return the ids of all checks there are, house lists and learned rules among them, and whether each is on."""
        off = self._off()
        return {check.id: check.id not in off for check in checks_of(self.lists(), (), list(self.learned()))}

    def switch(self, check: str, on: bool) -> Change | None:
        """Switch one check on or off, for every document of the desk file; `look_again` has the open texts told."""
        return self._ledger.put("check" if on else "check_off", Switched(check, on))

    def _off(self) -> set[str]:
        return {each.check for each in self._ledger.of(Switched) if not each.on}

    def lists(self) -> list[HouseList]:
        """Return the newsroom's own lists, the oldest first."""
        ids = sorted(listed.list for listed in self._ledger.of(Listed))
        return [self._desk.house_list(id) for id in ids]

    def said_of(self, settled: Listed | Switched | Lesson) -> Change | None:
        """Return what has last been done about a list, check or rule, whatever it says of it now."""
        return self._ledger.last(settled.key)

    def read(self, paths: Iterable[Path]) -> list[HouseList]:
        """Return the lists that stand in CSV or Excel files, all or none; nothing is taken in yet.

        Raises `AppError`: those of `read_table` and `house_list`, which name row and column.
        """
        return [house_list(self._new_id(), path.stem, read_table(path)) for path in paths]

    def use(self, lists: Sequence[HouseList]) -> Change | None:
        """Check by some lists in one step; a list of the same name gives way to its new one."""
        with self._desk.together():
            for each in lists:
                self._desk.put_house_list(each, identity.now())
        return self._ledger.put("house_list", *(Listed(each.name, each.id) for each in lists))

    def take_in(self, paths: Iterable[Path]) -> list[HouseList]:
        """Read lists, check by them, and have all open texts looked through anew; raises what `read` does."""
        made = self.read(paths)
        self.use(made)
        self.look_again()
        return made

    def remove(self, id: str) -> Change | None:
        """Check by a list no longer; `look_again` has the open texts told."""
        return self._ledger.drop(
            "house_list_off", *(each for each in self._ledger.of(Listed) if each.list == id)
        )

    def learned(self) -> dict[Likeness, bool]:
        """Return the rules a person has taken on or turned down, and whether each is on."""
        return {each.likeness: each.on for each in self._ledger.of(Lesson)}

    def learn(self, rule: Likeness, on: bool = True) -> Change | None:
        """Take a rule on, to be asked about its hits from now on, or (``on`` false) never to be proposed again."""
        return self._ledger.put("rule" if on else "rule_off", Lesson(rule, on))

    def forget(self, rule: Likeness) -> Change | None:
        """Forget a rule as if it had never been proposed."""
        said = self._ledger.records.get(Lesson(rule).key)
        return self._ledger.drop("rule_gone", said) if isinstance(said, Lesson) else None

    def look_again(self) -> None:
        """Have every open text that is checked looked through anew: some seconds for a long one.

        Said apart from what is settled, which takes no time: undo and redo want it as well.
        """
        checks = self.checks()
        for review in self._reviews.values():
            if review.inspected:
                review.inspect(checks)
