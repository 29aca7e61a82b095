"""A document put into another script: hand edits on the characters that differ, in one change, and back again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from qingyang.lexicon import Converter, load_converter
from qingyang.lexicon.conversion import Conversion, Table
from qingyang.resources import seeds
from qingyang.services.project import Project
from qingyang.services.repairing import repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.verifying import verify_desk
from qingyang.services.workbench import Workbench
from qingyang.text.edit import HAND, Edit
from qingyang.text.source import source_of

BENCH = Workbench()
RAW = "镇里的图\n书馆开门了，读者\n们排队领取借 书证。\n\n后来的人在网络上预约。\n"


def desk_of(raw: str) -> Reviewing:
    return repaired(source_of(raw), BENCH.lexicon).review()


def texts(review: Reviewing) -> list[str]:
    return [review.text(row) for row in range(len(review))]


def converted(converter: Converter, before: Sequence[str]) -> list[str]:
    return [converter.convert(text) for text in before]


def test_all_of_it_is_one_change_on_the_characters_that_differ() -> None:
    review = desk_of(RAW)
    before = texts(review)
    change = review.convert(BENCH.converter("s2t"))
    assert change is not None and change.kind == "convert"
    assert texts(review) == converted(BENCH.converter("s2t"), before)
    raw = review.draft.source.text
    for edit in change.added:
        assert isinstance(edit, Edit) and edit.rule == HAND
        assert len(edit.new) == edit.end - edit.start == 1
        assert edit.new != raw[edit.start]
    assert review.convert(BENCH.converter("s2t")) is None
    review.undo()
    assert texts(review) == before
    assert review.undoable() is None and not review.draft.records


def test_every_character_still_knows_where_it_came_from() -> None:
    review = desk_of(RAW)
    origins = [review.reading.origin(k) for k in range(len(review.reading.text))]
    review.convert(BENCH.converter("s2t"))
    assert [review.reading.origin(k) for k in range(len(review.reading.text))] == origins


def test_back_again_the_raw_text_stands_by_itself() -> None:
    review = desk_of(RAW)
    before = texts(review)
    review.convert(BENCH.converter("s2tw"))
    assert texts(review) != before
    review.convert(load_converter("tw2s"))
    assert texts(review) == before
    assert not review.draft.records


def test_only_the_rows_asked_for() -> None:
    review = desk_of(RAW)
    before = texts(review)
    assert len(before) == 2
    review.convert(BENCH.converter("s2twp"), [1, 1])
    assert texts(review) == [before[0], "後來的人在網路上預約。"]


def test_rows_may_be_named_in_any_order_and_twice() -> None:
    review, other = desk_of(RAW), desk_of(RAW)
    change, same = review.convert(BENCH.converter("s2t"), [1, 0, 1]), other.convert(BENCH.converter("s2t"))
    assert change is not None and same is not None
    assert texts(review) == texts(other)
    assert [(e.start, e.new) for e in change.added] == [(e.start, e.new) for e in same.added]  # type: ignore[union-attr]


@pytest.mark.parametrize(("typed", "wanted"), [("网络好", "網路好"), ("好网络", "好網路")])
def test_what_hangs_on_typed_text_goes_along_with_words_that_grow(typed: str, wanted: str) -> None:
    review = desk_of("他在上网。\n")
    review.insert(0, f"互联网\n{typed}", "headline")
    review.set_role([1], "credit")
    review.hold([1], True)
    before = [review.row(row).tagged._replace(p=1, others=()) for row in range(3)]
    review.convert(BENCH.converter("s2twp"))
    assert texts(review) == ["網際網路", wanted, "他在上網。"]
    assert [review.row(row).tagged._replace(p=1, others=()) for row in range(3)] == before


def test_what_a_hand_has_typed_is_converted_with_the_rest_and_comes_back() -> None:
    review = desk_of(RAW)
    review.rewrite(1, "后来的人都在网络上预约登记。")
    review.insert(0, "图书馆开门", "headline")
    typed = texts(review)
    roles = [review.row(row).tagged.role for row in range(len(review))]
    review.convert(BENCH.converter("s2t"))
    assert texts(review) == converted(BENCH.converter("s2t"), typed)
    assert [review.row(row).tagged.role for row in range(len(review))] == roles
    review.undo()
    assert texts(review) == typed


def test_words_that_grow_and_shrink() -> None:
    review = desk_of("互联网的鼠标是好的。\n")
    review.convert(Conversion([Table({"互联网": "網際網路", "的鼠标": "之鼠", "好的": ""})]))
    assert texts(review) == ["網際網路之鼠是。"]
    review.undo()
    assert texts(review) == ["互联网的鼠标是好的。"]


@pytest.mark.parametrize("raw", ["", "\n\n", "\x00\n\ud800头发\u202e", "plain"])
def test_any_text_may_be_asked_for(raw: str) -> None:
    review = desk_of(raw)
    before = texts(review)
    review.convert(BENCH.converter("s2twp"))
    assert texts(review) == converted(BENCH.converter("s2twp"), before)


def test_it_is_kept_in_the_desk_file(tmp_path: Path) -> None:
    desk = tmp_path / "d.qy"
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_file(seeds()[1])
        before = texts(project.review(document))
        project.review(document).convert(BENCH.converter("s2t"))
    with Project.open(desk, workbench=BENCH) as project:
        review = project.review(document)
        assert texts(review) == converted(BENCH.converter("s2t"), before)
        project.rerun(document)
        assert texts(project.review(document)) == converted(BENCH.converter("s2t"), before)
        assert project.review(document).undo()
        assert texts(project.review(document)) == before
    assert verify_desk(desk, BENCH) == []


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    import time

    def taken(times: int) -> float:
        review = desk_of((seeds()[1].read_text(encoding="utf-8") + "\n\n") * times)
        start = time.process_time()
        review.convert(BENCH.converter("s2t"))
        review.convert(BENCH.converter("t2s"))
        return time.process_time() - start

    small = min(taken(2) for _ in range(2))
    assert taken(16) < 16 * small + 0.2
