"""What tagging takes: python tagging_speed.py [CHARACTERS]

On prose in which no line comes twice, in columns and one paragraph a line: processor seconds of a repair, and of
tagging all of it. Then, in documents of 10,000 characters, milliseconds from a change of a character, or of a role,
to paragraphs and roles that stand again.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles

from prose import fresh
from repair_speed import SHAPES

from qingyang.lexicon import load_words
from qingyang.repair import repair
from qingyang.services.identity import Ulids
from qingyang.services.standing import Standing, after, standing
from qingyang.text.change import Change, Draft
from qingyang.text.edit import Tag
from qingyang.text.rewrite import replace_text
from qingyang.text.source import source_of
from qingyang.text.step import Step, set_records

CHARACTERS = 500_000
SMALL = 10_000
TIMES = 200
NEW_ID = Ulids()
_SIZE = 80


def _interview(text: str) -> str:
    pieces = [text[i : i + _SIZE] for i in range(0, len(text), _SIZE)]
    return "\n\n".join(f"答：{p}。" if k % 3 else f"问：{p[:20]}？" for k, p in enumerate(pieces))


SMALL_SHAPES: dict[str, Callable[[str], str]] = {
    "columns": lambda text: SHAPES["columns"](fresh(SMALL)),
    "short lines": lambda text: "\n\n".join(text[i : i + 10] for i in range(0, len(text), 10)),
    "interview": _interview,
}
"""Where a window around a change grows: many short lines, and roles that hang on what was asked before."""
ROLES = ("headline", "question", "body", "caption")


def whole(name: str, text: str) -> None:
    """Print what a whole text takes."""
    words = load_words(None)
    words.cut(text[:20])
    words.bond(text[0], text[1])
    begun = time.process_time()
    made = repair(text, words)
    repaired = time.process_time() - begun
    draft = Draft(source_of(text), made.proposals)
    begun = time.process_time()
    draft.reading().passages()
    read = time.process_time() - begun
    begun = time.process_time()
    now = standing(draft)
    tagged = time.process_time() - begun - read
    size = len(text) - text.count("\n")
    together = size / (repaired + read + tagged)
    print(
        f"{name:8} {size:9,d} characters, {len(now.passages):6,d} paragraphs: repair {size / repaired:9,.0f} a second, "
        f"tagging {tagged / repaired:.2f} of it, together {together:9,.0f} a second"
    )


def changed(now: Standing, step: Step) -> tuple[Standing, float]:
    """Return what stands after a step, and the milliseconds it took."""
    change = Change(NEW_ID(), "document", "edit", step.added, step.dropped)
    begun = time.perf_counter()
    then, _ = after(now, change)
    return then, 1000 * (time.perf_counter() - begun)


def tell(name: str, took: list[float]) -> None:
    """Print the middle and the slow ones."""
    print(
        f"{name:28} p50 {median(took):5.1f} ms, p95 {quantiles(took, n=20)[-1]:5.1f}, most {max(took):5.1f}"
    )


def small(shape: str, text: str) -> None:
    """Print what single changes take."""
    words = load_words(None)
    now = standing(Draft(source_of(text), repair(text, words).proposals))
    # As the window does with a text under review: what stays is not walked through again and again.
    gc.collect()
    gc.freeze()
    typed, said = [], []
    for k in range(TIMES):
        at = (k * 997) % (len(now.reading.text) - 1)
        now, took = changed(now, replace_text(now.draft, now.reading, at, at, "字", NEW_ID))
        typed.append(took)
        row = (k * 7) % len(now.passages)
        tag = Tag(now.reading.anchor(now.passages[row].start), ROLES[k % len(ROLES)])
        now, took = changed(now, set_records(now.draft, [tag]))
        said.append(took)
    tell(f"{shape}: typed character", typed)
    tell(f"{shape}: role by hand", said)


def main() -> None:
    """Tell all."""
    paragraphs = fresh(int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS)
    for name, shape in SHAPES.items():
        whole(name, shape(paragraphs))
    joined = "".join(fresh(SMALL))
    for name, shape in SMALL_SHAPES.items():
        small(name, shape(joined))


if __name__ == "__main__":
    main()
