"""How fast the review desk's services are: python review_speed.py [CHARACTERS]

Prints processor seconds for a text in which every paragraph has one doubled comma: the first inspection, an edit and
the doubts after it, the concordance of all alike, settling them, undoing that; a replacement of as many places; and a
house list of 5,000 words over all of it. Times are of one core.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from prose import fresh

from qingyang.checks import CHECKS, house
from qingyang.services.likewise import alike, likeness_of
from qingyang.services.reviewing import Reviewing
from qingyang.services.stepping import MemoryJournal
from qingyang.text.change import Draft
from qingyang.text.finding import example
from qingyang.text.house import Entry, HouseList
from qingyang.text.search import Query, Tables, find
from qingyang.text.source import source_of

T = TypeVar("T")
CHARACTERS, FAULTS, WORDS = 1_000_000, 5_000, 5_000


def timed(name: str, act: Callable[[], T]) -> T:
    """Do something and print what it took."""
    began = time.process_time()
    done = act()
    print(f"{name:44} {time.process_time() - began:7.3f} s")
    return done


def main() -> None:
    """Print the table."""
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS
    paragraphs = fresh(characters)
    faulty = [text.replace("，", "，，", 1) if k < FAULTS else text for k, text in enumerate(paragraphs)]
    review = Reviewing("d", Draft(source_of("\n".join(faulty))), MemoryJournal())
    print(f"{characters} characters, {len(review)} paragraphs")
    timed("inspect all", lambda: review.inspect(CHECKS))
    doubts = timed("doubts", review.doubts)
    timed("an edit", lambda: review.replace(characters // 2, characters // 2, "新"))
    doubts = timed(f"doubts ({len(doubts)})", review.doubts)
    wanted = likeness_of(review, doubts[0])
    lines = timed("all alike", lambda: alike([review], wanted))
    timed(
        f"settle {len(lines)} alike, kept", lambda: review.judge([line.key for line in lines], accept=False)
    )
    timed("undo", review.undo)
    timed(
        f"settle {len(lines)} alike, replaced",
        lambda: review.judge([line.key for line in lines], accept=True),
    )
    timed("undo", review.undo)
    found = timed("find", lambda: find(Query("，，"), str(review.reading.text), Tables(), "、"))
    timed(f"replace {len(found)}", lambda: review.replace_all(tuple(each) for each in found))
    timed("undo", review.undo)
    chance = random.Random(3)
    signs = sorted(set("".join(paragraphs)))
    terms = {"".join(chance.choices(signs, k=chance.randint(2, 6))) for _ in range(WORDS)}
    entries = tuple(Entry(n, term) for n, term in enumerate(sorted(terms)))
    check = timed(
        f"make a list of {len(entries)}", lambda: house.check_of([HouseList("l", "l", "words", entries)])
    )
    hits = timed("look for it", lambda: [f for p in paragraphs for f in check.look(example(p))])
    print(f"{len(hits)} hits")


if __name__ == "__main__":
    main()
