"""Rules a newsroom has taken on from its own decisions: what they would change is asked about, never done unasked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.lesson import Likeness
from qingyang.text.likeness import group_of, places
from qingyang.wording import message


class Learned:
    """Some rules, ready to be looked for."""

    def __init__(self, rules: Sequence[Likeness]) -> None:
        self._rules = rules

    def find(self, paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
        """Yield each place that reads as one did before the decisions a rule rests on."""
        for n, paragraph in enumerate(paragraphs):
            group = group_of(paragraph.role)
            found = [
                Found(n, start, end, message("check.learned", old=rule.old, new=rule.new), (rule.new,))
                for rule in self._rules
                for start, end in places(rule, paragraph.text, group)
            ]
            yield from sorted(found, key=lambda f: f.start)


def check_of(rules: Sequence[Likeness]) -> Check:
    """Return the check that looks for what these rules would change."""
    return Check("learned", Learned(rules).find, _FINDS, _KEEPS)


_FINDS = (("question|问:有何成效？", (":",)),)
_KEEPS = ("问:有何成效？", "question|问：有何成效？", "question|比分3:2。")
CHECK = check_of([Likeness("hand", ":", "：", "h", "h", "dialogue")])
"""The check with a rule made up for its examples."""
