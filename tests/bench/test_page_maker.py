"""Made pages: everything in the truth is printed once, nothing overlaps, and the same seed makes the same page."""

import importlib
import json
import random
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

sys.path.insert(0, str(Path(__file__).parent))
prose: Any = importlib.import_module("prose")
copy: Any = importlib.import_module("page_maker_copy")
damage: Any = importlib.import_module("page_maker_damage")
drawing: Any = importlib.import_module("page_maker_draw")
layout: Any = importlib.import_module("page_maker_layout")
looks: Any = importlib.import_module("page_maker_looks")
setting: Any = importlib.import_module("page_maker_setting")
maker: Any = importlib.import_module("page_maker")
programs: Any = importlib.import_module("page_maker_programs")
raw: Any = importlib.import_module("page_maker_raw")
reader: Any = importlib.import_module("page_reader")
truth: Any = importlib.import_module("repair_truth")


@pytest.fixture(scope="module")
def stock() -> list[Any]:
    """Return articles of the seeds' sentences."""
    # Sentences are cut at every full stop, so some begin with the mark that closes what another one opened.
    texts = [text.lstrip("”）") for text in prose.paragraphs(12_000)]
    heads = [text[:14] for text in texts]
    return [
        tuple(
            copy.Paragraph(role, text)
            for role, text in [("headline", heads[k]), *(("body", t) for t in texts[k : k + 5])]
        )
        for k in range(0, len(texts), 5)
    ]


def page(stock: list[Any], number: int, held: bool = False) -> Any:
    """Return one page, headlines cut anywhere."""
    return maker.page_of(stock, held, list, random.Random(number))


@pytest.mark.parametrize("number", range(8))
def test_the_truth_is_printed_once(stock: list[Any], number: int, tmp_path: Path) -> None:
    made = page(stock, number, held=number % 4 == 3)
    for folder in ("pages", "truth"):
        (tmp_path / folder).mkdir()
    path = maker.write(tmp_path, "g0000", "fit", made, random.Random(number))
    read = raw.tidy(raw.READERS["pypdfium2"][1](path))
    told = "".join(truth.paragraphs_of(tmp_path / "truth" / "g0000.json"))
    assert Counter(truth.fold(read)) == Counter(truth.fold(told))


@pytest.mark.parametrize("number", range(3))
def test_stories_that_run_on_are_printed_once(stock: list[Any], number: int) -> None:
    look = looks.look_of(random.Random(number), False)._replace(seam=0.0, spaced=False)
    box = layout.Box(look.margin, look.margin, look.width - look.margin, look.height - look.margin)
    placed = setting.run_on(stock, box, look, copy.Desk(random.Random(number), False, stock))
    lines = [line for its in placed for block in its.blocks for line in block.lines]
    drawn = "".join(text for line in lines for _, text in line.pieces)
    assert truth.fold(drawn) == truth.fold("".join(p.text for its in placed for p in its.printed))
    assert len(drawn) > 500


@pytest.mark.parametrize("order", sorted(set(drawing.ORDERS)))
def test_every_order_draws_every_line(stock: list[Any], order: str) -> None:
    blocks = page(stock, 1).blocks
    drawn = [line for block in drawing.ordered(blocks, order, random.Random(1)) for line in block.lines]
    assert sorted(drawn, key=str) == sorted((line for block in blocks for line in block.lines), key=str)


def place(line: Any) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a line's Han characters, a little inside."""
    offset, text = line.pieces[-1]
    wide = offset + line.size * line.face.width(text) + line.gap * (len(text) - 1)
    return line.x + 1, line.y - 0.7 * line.size, line.x + wide - 1, line.y


@pytest.mark.parametrize("number", range(8))
def test_nothing_overlaps_or_leaves_the_page(stock: list[Any], number: int) -> None:
    made = page(stock, number)
    places = [(block, place(line)) for block in made.blocks for line in block.lines]
    flow = [its for block, its in places if block.kind != "furniture"]
    for a, b in combinations(flow, 2):
        assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (a, b)
    for left, top, right, bottom in flow:
        assert left >= made.look.margin and right <= made.look.width - made.look.margin + made.look.size
        assert top >= 0 and bottom <= made.look.height - made.look.margin + made.look.leading


def test_body_lines_keep_the_rules(stock: list[Any]) -> None:
    lines = ["".join(text for _, text in line.pieces) for n in range(6) for block in page(stock, n).blocks
             if block.kind == "body" for line in block.lines]  # fmt: skip
    assert len(lines) > 300
    assert not [line for line in lines if line[0] in layout.NO_START or line[-1] in layout.NO_END]


def test_no_page_is_empty(stock: list[Any], monkeypatch: pytest.MonkeyPatch) -> None:
    empty, full = (maker.Page(None, [], [], its, []) for its in ([], [[copy.Paragraph("body", "字")]]))
    coming = iter([empty, empty, full])
    monkeypatch.setattr(maker, "drawn", lambda *_: next(coming))
    assert page(stock, 1) is full


def test_one_seed_makes_one_page(stock: list[Any]) -> None:
    one, other = (maker.truth_of("g", "fit", page(stock, 5)) for _ in range(2))
    assert one == other != maker.truth_of("g", "fit", page(stock, 6))


@pytest.mark.parametrize("name", sorted(damage.DAMAGES))
def test_damage_keeps_the_words_and_the_seed(stock: list[Any], name: str) -> None:
    for number in range(6):
        one, other = (damage.DAMAGES[name](stock, random.Random(number)) for _ in range(2))
        assert one == other
        printed = Counter(truth.fold("".join(p.text for its in stock for p in its)))
        kept = (printed & Counter(truth.fold(one))).total() / printed.total()
        assert kept > 0.9


@pytest.mark.parametrize(
    ("raw", "joined"),
    [("出门就餐时注意防\n雷", True), ("注意防雷\n注意防雨", False), ("二〇二五年，\n全市农业丰收", True),
     ("就餐时注意防雷\n全市农业丰收", False), ("读不出来的一行字\n全市农业丰收", None)],
)  # fmt: skip
def test_breaks_that_can_be_told(raw: str, joined: bool | None) -> None:
    laid = truth.Truth(["出门就餐时注意防雷", "注意防雨", "二〇二五年，全市农业丰收"]).over(raw)
    end = raw.index("\n")
    assert laid.joined(end, end + 1) is joined


def test_a_page_number_says_what_was_kept_aside(tmp_path: Path) -> None:
    assert not [n for n in maker.numbers("fit", 50) if n % 4 == 3]
    assert all(n % 4 == 3 for n in maker.numbers("held", 50))
    (tmp_path / "truth").mkdir()
    for n in (2, 3):
        article = {"paragraphs": [{"role": "body", "text": str(n)}]}
        text = json.dumps({"articles": [article]})
        (tmp_path / "truth" / f"d{n:03d}.json").write_text(text)
    assert [p.text for its in maker.articles_of(tmp_path, "fit") for p in its] == ["2"]
    assert [p.text for its in maker.articles_of(tmp_path, "held") for p in its] == ["3"]


def test_lines_of_a_reading_machine_stand_in_columns() -> None:
    boxes = [(0.0, 0.0, 90.0, 9.0, "head"), (0.0, 20.0, 40.0, 28.0, "a"), (50.0, 21.0, 90.0, 29.0, "c"),
             (0.0, 30.0, 40.0, 38.0, "b"), (50.0, 31.0, 90.0, 39.0, "d")]  # fmt: skip
    assert [box[4] for box in raw.in_order(boxes)] == ["head", "a", "b", "c", "d"]


def test_pages_read_again_are_those_that_may_be_fitted_on(stock: list[Any], tmp_path: Path) -> None:
    for folder in ("pages", "truth"):
        (tmp_path / folder).mkdir()
    for number in (2, 3):
        maker.write(tmp_path, f"g000{number}", "fit", page(stock, number), random.Random(number))
    scans: list[float] = []

    def scanned(path: Path, chance: random.Random) -> str:
        scans.append(chance.random())
        return "渝中区" * 200

    readers = {"pypdfium2": raw.READERS["pypdfium2"][1], "blind": lambda path: ""}
    for out in ("once", "again"):
        reader.read_again(tmp_path, tmp_path / out, readers, {"machine": scanned}, 2)
    found = {path.name: path.read_text("utf-8") for path in (tmp_path / "once" / "raw").iterdir()}
    names = ("pypdfium2", "machine0", "machine1", *damage.DAMAGES)
    assert set(found) == {f"g0002.{name}.txt" for name in names}
    assert found == {path.name: path.read_text("utf-8") for path in (tmp_path / "again" / "raw").iterdir()}
    assert len(set(scans[:2])) == 2 and scans[:2] == scans[2:]
    assert [path.name for path in (tmp_path / "once" / "truth").iterdir()] == ["g0002.json"]
    told = "".join(truth.paragraphs_of(tmp_path / "once" / "truth" / "g0002.json"))
    assert Counter(truth.fold(found["g0002.pypdfium2.txt"])) == Counter(truth.fold(told))


@pytest.mark.parametrize("number", range(6))
def test_an_office_issue_is_set_whole_and_as_it_is_told(stock: list[Any], number: int) -> None:
    issue, again = (programs.issue_of(stock, False, random.Random(number)) for _ in range(2))
    assert issue == again
    texts = [p.text for article in issue.articles for p in article]
    typst = programs.typst_source(issue)
    assert all(typst.count(f"[#{json.dumps(text, ensure_ascii=False)}]") >= 1 for text in texts)
    tree = ElementTree.fromstring(programs.writer_source(issue))
    office = f"{{{programs.NAMES['office']}}}"
    body = tree.find(f"{office}body/{office}text")
    assert body is not None
    assert [p.text for p in body.iter(f"{{{programs.NAMES['text']}}}p")] == texts
    told = programs.truth_of("t0000", "fit", issue, pages=3)
    assert [p["text"] for article in told["articles"] for p in article["paragraphs"]] == texts
    assert len(told["furniture"]) == (6 if issue.look.numbered else 3)
