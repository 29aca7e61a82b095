"""A number in the headline that the article tells otherwise: 47.93万件 above, 47.39万件 below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qingyang.text.article import Paragraph
from qingyang.text.finding import Check, Found
from qingyang.text.quantity import Quantity, quantities
from qingyang.wording import message

_HEADS = frozenset({"kicker", "headline", "deck"})
_BODIES = frozenset({"lede", "body", "question", "answer", "summary", "caption", "table", "sidebar"})
_LEAST_DIGITS = 2
"""One digit alone is changed into any other by one slip."""


class _Told(NamedTuple):
    """A number and the text it stands in."""

    quantity: Quantity
    text: str

    def beside(self) -> tuple[str, str]:
        """Return the two characters before and the two behind, what is counted."""
        start, end = self.quantity.start, self.quantity.end
        return self.text[max(0, start - 2) : start], self.text[end : end + 2]


def find(paragraphs: Sequence[Paragraph]) -> Iterable[Found]:
    """Yield exact numbers of headlines that no number below equals, where one differs by a slip of the pen."""
    heads = [
        (n, p.text) for n, p in enumerate(paragraphs) if p.role in _HEADS and any(map(str.isdigit, p.text))
    ]
    if not heads:
        return
    below = [_Told(q, p.text) for p in paragraphs if p.role in _BODIES for q in quantities(p.text)]
    for n, text in heads:
        for said in quantities(text):
            near = _near(_Told(said, text), below)
            if near is not None:
                why = message(
                    "check.headline_number",
                    number=text[said.start : said.end],
                    body=f"{near.value.normalize():f}{near.unit}",
                )
                yield Found(n, said.start, said.end, why)


def _near(told: _Told, below: Sequence[_Told]) -> Quantity | None:
    """Return the number that was meant; None where the article bears the headline out, or says nothing of it."""
    said = told.quantity
    if not said.exact or not said.unit or len(_digits(said)) < _LEAST_DIGITS:
        return None
    if any(said.low <= other.quantity.value <= said.high or _floors(said, other.quantity) for other in below):
        return None
    return next((other.quantity for other in below if _meant(told, other)), None)


def _meant(told: _Told, other: _Told) -> bool:
    a, b = _digits(told.quantity), _digits(other.quantity)
    if told.quantity.unit != other.quantity.unit or not _one_slip(a, b):
        return False
    # Two digits of which one differs are too often another number of the same things.
    before, behind = (x == y and len(x) == 2 for x, y in zip(told.beside(), other.beside(), strict=True))
    return len(a) > _LEAST_DIGITS or sorted(a) == sorted(b) or before or behind


def _floors(said: Quantity, told: Quantity) -> bool:
    """Say whether a headline cuts the last digits off: 47万 for 47.93万."""
    return said.value <= told.value < said.value + said.step and said.step > told.step


def _digits(quantity: Quantity) -> str:
    return f"{quantity.value.normalize():f}".replace(".", "").strip("0")


def _one_slip(a: str, b: str) -> bool:
    """Say whether one digit changed, or two neighbours changed place, makes one number the other."""
    if len(a) != len(b):
        return False
    differing = [k for k, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    swapped = len(differing) == 2 and differing[1] == differing[0] + 1
    if swapped:
        first, second = differing
        return a[first] == b[second] and a[second] == b[first]
    return len(differing) == 1


CHECK = Check(
    "headline_numbers",
    find,
    finds=(
        ("kicker|日均包裹处理量最高达47.93万件\nbody|日均处理包裹最高达47.39万件。", ("47.93万件",)),
        ("headline|新增91种药品\nbody|本次调整共新增19种药品。", ("91种",)),
        ("headline|新增91种药品\nbody|共新增92种药品。", ("91种",)),
        ("headline|投入2345元\nbody|共投入2845元。", ("2345元",)),
    ),
    keeps=(
        "headline|处理包裹47万件\nbody|日均处理包裹47.93万件。",
        "headline|处理包裹近50万件\nbody|日均处理包裹47.93万件。",
        "headline|处理包裹48万件\nbody|日均处理包裹47.93万件。",
        "headline|新增91种药品\nbody|共新增91种药品，去年为19种。",
        "headline|第5届\nbody|第6届。",
        "headline|举办12场活动\nbody|有15家企业。",
    ),
    p=0.8,
    whole=True,
    worded=True,
)
