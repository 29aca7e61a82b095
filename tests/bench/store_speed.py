"""How long a desk takes with a text of a million characters: ``python tests/bench/store_speed.py``.

Wall time, the best and the median of several runs; run it on a quiet machine.
"""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from qingyang.store import create, open_desk, open_read_only, this_process
from qingyang.text.article import Anchor, Article, Paragraph
from qingyang.text.change import Change
from qingyang.text.edit import Edit, Proposals
from qingyang.text.source import source_of
from qingyang.wording import message

TEXT = "一二三四五六七八九十" * 100_000
EDITS = 65_000


def proposals(distinct: bool) -> Proposals:
    """Return edits all over the text; with ``distinct`` no two give the same evidence."""
    dice = random.Random(1)

    def why() -> float:
        return dice.random() if distinct else round(dice.random(), 2)

    return Proposals(
        "1",
        tuple(
            Edit(
                n * 15,
                n * 15 + dice.randint(0, 3),
                dice.choice(["", "，", "。\n"]),
                dice.choice(["join", "width", "space"]),
                dice.random(),
                message("why.join", width=dice.randint(1, 40), p=why()),
            )
            for n in range(EDITS)
        ),
    )


def told(what: str, act: Callable[[int], object], times: int = 7) -> None:
    """Print how long something takes, in milliseconds."""
    taken = []
    for n in range(times):
        start = time.perf_counter()
        act(n)
        taken.append((time.perf_counter() - start) * 1000)
    print(f"{what:42} best {min(taken):8.2f}  median {statistics.median(taken):8.2f} ms")


def main() -> None:
    """Run every measure on a desk of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.qy"
        me = this_process("bench")
        source = source_of(TEXT)
        articles = [
            Article(tuple(Paragraph(TEXT[:60], "body", 0.9, frozenset(), Anchor(k * 60)) for k in range(100)))
            for _ in range(167)
        ]
        with create(path, holder=me) as desk:
            desk.add_source(source, TEXT.encode(), "")
            desk.add_document("D", source.sha256, "", "")
            some = [proposals(distinct) for distinct in (False, True)]
            hashes = [desk.put_proposals("D", each) for each in some]
            told(
                "put 65,000 edits",
                lambda n: desk.put_proposals("D", some[0]._replace(version=str(n))),
            )
            told("load 65,000 edits", lambda _: desk.proposals(hashes[0]))
            told("load 65,000 edits, all evidence distinct", lambda _: desk.proposals(hashes[1]))
            told("load the source", lambda _: desk.source(source.sha256))
            desk.append(Change("P", "D", "repair", proposals=hashes[0]))
            edit = Edit(5, 6, "甲", id="E")
            told("append one change", lambda n: desk.append(Change(f"C{n}", "D", "type", (edit,))), 300)
            told("replace 16,700 paragraphs", lambda n: desk.replace_paragraphs("D", articles[n:], 1))
            told("read 16,700 paragraphs", lambda _: desk.articles("D"))
            told("search, a hit in every paragraph", lambda _: desk.search("九十一", 10**6))
            told("search, no hit", lambda _: desk.search("没有的字", 10**6))
            with desk.together():
                for n in range(5000):
                    desk.append(Change(f"M{n}", "D", "type", (edit._replace(id=f"E{n}"),)))
            told("read 5,300 changes", lambda _: desk.changes("D"))
            told("draft of 5,300 changes and 65,000 edits", lambda _: desk.draft("D"))
            told("verify", lambda _: desk.verify(), 3)
        told("open and close to write", lambda _: open_desk(path, holder=me).close(), 30)
        told("open and close to read", lambda _: open_read_only(path).close(), 30)
        print(f"file: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
