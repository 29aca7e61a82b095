"""Whatever is put wherever: every article is read once, and what was put last stands where it was put."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qingyang.text.article import Anchor
from qingyang.text.newsroom import Transfer
from qingyang.text.plan import Slot, plan

COUNTS = {"甲": 3, "乙": 2, "丙": 0}
ARTICLES = [(document, k) for document, count in COUNTS.items() for k in range(count)]
GONE = ("丁", 0)


def number(document: str, anchor: Anchor) -> int | None:
    return anchor.offset if anchor.offset < COUNTS[document] else None


def transfers(moves: list[tuple[tuple[str, int], str, tuple[str, int] | None]]) -> list[Transfer]:
    """The last word on each article, as a ledger keeps them."""
    kept = {}
    for k, (article, host, before) in enumerate(moves):
        goal = (before[0], Anchor(before[1])) if before is not None else None
        made = Transfer(f"{k:03}", article[0], Anchor(article[1]), host, goal)
        kept[made.key] = made
    return list(kept.values())


articles = st.sampled_from([*ARTICLES, ("甲", 9), GONE])
moves = st.lists(st.tuples(articles, st.sampled_from([*COUNTS, "丁"]), st.none() | articles), max_size=8)


@given(moves)
def test_every_article_is_read_once(found: list[tuple[tuple[str, int], str, tuple[str, int] | None]]) -> None:
    made = plan(COUNTS, transfers(found), number)
    assert list(made) == list(COUNTS)
    assert sorted(slot[:2] for slots in made.values() for slot in slots) == sorted(ARTICLES)


@given(moves)
def test_the_last_one_put_stands_where_it_was_put(
    found: list[tuple[tuple[str, int], str, tuple[str, int] | None]],
) -> None:
    article, host, before = ("甲", 1), "乙", ("乙", 0)
    made = plan(COUNTS, transfers([*found, (article, host, before)]), number)
    slots = [slot[:2] for slot in made[host]]
    assert article in slots
    if before in slots:
        assert slots[slots.index(article) + 1] == before
    else:
        assert slots[-1] == article


def test_what_nobody_moves_stands_as_its_text_has_it() -> None:
    assert plan(COUNTS, (), number) == {
        "甲": [Slot("甲", k) for k in range(3)],
        "乙": [Slot("乙", 0), Slot("乙", 1)],
        "丙": [],
    }


def test_articles_put_before_one_another_keep_the_order_in_which_they_were_put() -> None:
    put = [(("甲", 0), "乙", ("乙", 0)), (("甲", 1), "乙", ("乙", 0)), (("甲", 2), "乙", ("甲", 1))]
    made = plan(COUNTS, reversed(transfers(put)), number)
    assert [slot[:2] for slot in made["乙"]] == [("甲", 0), ("甲", 2), ("甲", 1), ("乙", 0), ("乙", 1)]


def test_an_article_put_before_itself_stays() -> None:
    made = plan(COUNTS, transfers([(("甲", 0), "甲", ("甲", 0))]), number)
    assert made == plan(COUNTS, (), number)
