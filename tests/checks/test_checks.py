"""Every check is listed, finds its examples and nothing it must let be, and says so in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

import qingyang.checks
from qingyang.checks import CHECKS, house, learned
from qingyang.lexicon.opencc_tables import open_scripts
from qingyang.repair.flags import FLAGS
from qingyang.repair.rules import RULES
from qingyang.resources import resource
from qingyang.text.finding import Check, Found, example
from qingyang.wording import LANGUAGES, Message, load

APART = {"__init__", "house", "learned", "counting", "error_rate"}
FILES = {p.stem for p in Path(qingyang.checks.__file__).parent.glob("*.py")} - APART
EVERY = (*CHECKS, house.CHECK, learned.CHECK)
FINDS = [(check, text, wanted) for check in EVERY for text, wanted in check.finds]
KEEPS = [(check, text) for check in EVERY for text in check.keeps]


def found(check: Check, text: str) -> list[tuple[Found, str]]:
    paragraphs = example(text)
    if check.whole:
        said = list(check.look(paragraphs))
    else:
        said = [f._replace(paragraph=n) for n, p in enumerate(paragraphs) for f in check.look([p])]
    return [(f, paragraphs[f.paragraph].text[f.start : f.end]) for f in said]


def test_every_file_is_listed_and_nothing_twice() -> None:
    assert {check.find.__module__.rpartition(".")[2] for check in CHECKS} == FILES
    assert len({rule.id for rule in (*CHECKS, *FLAGS, *RULES)}) == len(CHECKS) + len(FLAGS) + len(RULES)


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_a_check_says_what_it_finds_and_what_not(check: Check) -> None:
    assert check.finds
    assert check.keeps
    assert 0 < check.p <= 1


@pytest.mark.parametrize(
    ("check", "text", "wanted"), FINDS, ids=lambda v: v.id if isinstance(v, Check) else None
)
def test_an_example_is_found(check: Check, text: str, wanted: tuple[str, ...]) -> None:
    assert tuple(stretch for _, stretch in found(check, text)) == wanted


@pytest.mark.parametrize(("check", "text"), KEEPS, ids=lambda v: v.id if isinstance(v, Check) else None)
def test_what_must_be_let_be_is(check: Check, text: str) -> None:
    assert found(check, text) == []


WORDED = [check for check in CHECKS if check.worded]


@pytest.mark.parametrize("check", WORDED, ids=lambda check: check.id)
def test_a_check_says_the_same_of_traditional_text_and_offers_its_script(check: Check) -> None:
    """Converted character for character, so that every place and offer can be held against the other."""
    other = {old: new[0] for old, new in open_scripts()[0].others.items()}

    def converted(text: str) -> str:
        return "".join(other.get(char, char) for char in text)

    for text, wanted in check.finds:
        heads = [line.partition("|") for line in text.split("\n")]
        there = "\n".join(f"{a}|{converted(b)}" if bar else converted(a) for a, bar, b in heads)
        said, here = found(check, there), found(check, text)
        assert tuple(stretch for _, stretch in said) == tuple(map(converted, wanted))
        assert [f.offers for f, _ in said] == [tuple(map(converted, f.offers)) for f, _ in here]
    for text in check.keeps:
        heads = [line.partition("|") for line in text.split("\n")]
        assert (
            found(check, "\n".join(f"{a}|{converted(b)}" if c else converted(a) for a, c, b in heads)) == []
        )


@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_an_offer_settles_what_was_found(check: Check) -> None:
    for text, _ in check.finds:
        for said, stretch in found(check, text):
            if not said.offers:
                continue
            lines = text.split("\n")
            head, bar, body = lines[said.paragraph].rpartition("|")
            lines[said.paragraph] = head + bar + body[: said.start] + said.offers[0] + body[said.end :]
            assert stretch not in [s for f, s in found(check, "\n".join(lines)) if f == said]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", EVERY, ids=lambda check: check.id)
def test_every_check_and_reason_can_be_said(check: Check, language: str) -> None:
    wording = load(resource("i18n"), language)
    assert wording.say(Message(f"rule.{check.id}")) != f"rule.{check.id}"
    for text, _ in check.finds:
        for said, _ in found(check, text):
            told = wording.say(said.why)
            assert told != said.why.id
            assert "{" not in told
