"""What tagging takes: python tagging_speed.py [CHARACTERS]

On prose in which no line comes twice, in columns and one paragraph a line: processor seconds of a repair, and of
tagging all of it. Then, in a document of 10,000 characters, milliseconds from a change of a character, or of a role,
to paragraphs and roles that stand again.
"""

from __future__ import annotations

import sys
import time
from statistics import median, quantiles

from prose import fresh
from repair_speed import SHAPES

from qingyang.lexicon import load_words
from qingyang.repair import repair
from qingyang.services.identity import Ulids
from qingyang.services.standing import Standing, after, standing
from qingyang.text.change import Change, Draft
from qingyang.text.edit import Tag
from qingyang.text.rewrite import Step, replace_text, set_records
from qingyang.text.source import source_of

CHARACTERS = 500_000
SMALL = 10_000
TIMES = 200
NEW_ID = Ulids()
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
        f"{name:16} p50 {median(took):5.1f} ms, p95 {quantiles(took, n=20)[-1]:5.1f}, most {max(took):5.1f}"
    )


def small(text: str) -> None:
    """Print what single changes take."""
    words = load_words(None)
    now = standing(Draft(source_of(text), repair(text, words).proposals))
    typed, said = [], []
    for k in range(TIMES):
        at = (k * 997) % (len(now.reading.text) - 1)
        now, took = changed(now, replace_text(now.draft, now.reading, at, at, "字", NEW_ID))
        typed.append(took)
        row = (k * 7) % len(now.passages)
        tag = Tag(now.reading.anchor(now.passages[row].start), ROLES[k % len(ROLES)])
        now, took = changed(now, set_records(now.draft, [tag]))
        said.append(took)
    tell("typed character", typed)
    tell("role by hand", said)


def main() -> None:
    """Tell all."""
    paragraphs = fresh(int(sys.argv[1]) if len(sys.argv) > 1 else CHARACTERS)
    for name, shape in SHAPES.items():
        whole(name, shape(paragraphs))
    small(SHAPES["columns"](fresh(SMALL)))


if __name__ == "__main__":
    main()
