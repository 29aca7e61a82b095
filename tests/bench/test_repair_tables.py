"""The tables of a repair: right figures for a perfect one, each figure worse where the repair is worse in its way."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from qingyang.text.edit import Edit, Move
from qingyang.text.piecing import read

sys.path.insert(0, str(Path(__file__).parent))
tables: Any = importlib.import_module("repair_tables")
measures: Any = importlib.import_module("repair_measures")
truth: Any = importlib.import_module("repair_truth")
prose: Any = importlib.import_module("prose")
speed: Any = importlib.import_module("repair_speed")

RAW = """第4版 城事
快递旺季里的分拨中心
十一月十三日,记者 周宁走进分
拨中 心，传送带
仓库外的车辆排成长队，
昼夜不停地转。
等候装车发往各地。
老茶馆里又响起评书 凉堂木一响，满座安静下来。
"""
TRUE = [
    ("headline", 0, "快递旺季里的分拨中心"),
    ("body", 0, "十一月十三日，记者 周宁走进分拨中心，传送带昼夜不停地转。"),
    ("body", 0, "仓库外的车辆排成长队，等候装车发往各地。"),
    ("headline", 1, "老茶馆里又响起评书"),
    ("body", 1, "惊堂木一响，满座安静下来。"),
    ("folio", measures.NOBODY, "第4版 城事"),
]
ROLES = ("folio", "headline", "body", "body", "headline", "body")


def span(text: str) -> tuple[int, int]:
    """Return where a piece of the raw text stands."""
    start = RAW.index(text)
    return start, start + len(text)


def edit(before: str, old: str, new: str) -> Edit:
    """Return an edit of what stands behind a piece of the raw text."""
    at = span(before)[1]
    assert RAW.startswith(old, at)
    return Edit(at, at + len(old), new, "bench")


def move(text: str, behind: str) -> Move:
    return Move(*span(text), span(behind)[1], f"bench:{text}", "bench", after=True)


JOIN = edit("走进分", "\n", "")
COMMA = edit("十三日", ",", "，")
SPACE = edit("\n拨中", " ", "")
GUTTER = edit("响起评书", " ", "\n")
FAR = (edit("排成长队，", "\n", ""), edit("不停地转。", "\n", ""))
TAIL = move("昼夜不停地转。", "传送带")
EDITS = (JOIN, COMMA, SPACE, *FAR, GUTTER)
SAID = {
    at: measures.Said(RAW[:at].endswith("走进分"), 0.999, False) for at, c in enumerate(RAW[:-1]) if c == "\n"
}


def figures(
    edits: Sequence[Edit] = EDITS,
    moves: Sequence[Move] = (TAIL,),
    roles: Sequence[str] = ROLES,
    flags: Sequence[tuple[int, int]] = (span("凉"),),
    said: Mapping[int, Any] = SAID,
) -> dict[str, float]:
    """Return every figure of one repair."""
    reading = read(RAW, sorted(edits, key=lambda e: e.start), moves)
    made = measures.Made([*roles, "body"], said, flags)
    true = [measures.TrueParagraph(text, role, article) for role, article, text in TRUE]
    case = measures.Case(RAW, true, truth.Repaired(RAW, reading, reading.passages()), made)
    return tables.figures(measures.tally_of(case))


def without(edit: Edit) -> list[Edit]:
    return [each for each in EDITS if each is not edit]


def test_a_perfect_repair() -> None:
    found = figures()
    errors = dict.fromkeys(("dmgC", "dmgA", "err", "ask", "left", "v95", "none"), 0)
    assert {name: found[name] for name in errors} == errors
    assert found["ece"] == pytest.approx(0.001)
    assert found["files"] == 1 and found["n"] == 7
    assert found["pEx"] == pytest.approx(5 / 6), "a misread character is flagged, not mended"
    rest = found.keys() - errors.keys() - {"ece", "files", "n", "pEx"}
    assert {name: found[name] for name in rest} == dict.fromkeys(rest, 1)


WORSE = {
    "join": {"edits": without(JOIN)},
    "break": {"edits": [*EDITS, edit("的分拨中心", "\n", "")]},
    "mean": {"edits": without(JOIN)},
    "far": {"edits": without(FAR[0])},
    "split": {"edits": without(GUTTER)},
    "pEx": {"edits": [*EDITS, edit("老", "茶", "菜")]},
    "pSpan": {"edits": [*EDITS, edit("的分拨中心", "\n", "")]},
    "ctg": {"moves": (TAIL, move("老茶馆里又响起评书 ", "第4版 城事\n"))},
    "tauP": {"moves": (TAIL, move("仓库外的车辆排成长队，\n", "第4版 城事\n"))},
    "tauA": {"moves": (TAIL, move("老茶馆里又响起评书 凉堂木一响，满座安静下来。\n", "第4版 城事\n"))},
    "spP": {"edits": without(SPACE)},
    "spR": {"edits": [*EDITS, edit("记者", " ", "")]},
    "spRm": {"edits": without(SPACE)},
    "pwFix": {"edits": without(COMMA)},
    "pwKeep": {"edits": [*EDITS, edit("木一响", "，", ",")]},
    "role": {"roles": ("folio", "body", "body", "body", "headline", "body")},
    "flP": {"flags": [span("凉"), span("座")]},
    "flR": {"flags": ()},
    "catch": {"said": SAID | {RAW.index("\n"): measures.Said(True, 0.9, False)}},
}
"""What makes each figure fall, of those that are the better the higher."""
HARM = {
    "dmgC": {"edits": [*EDITS, edit("木一响，满", "座", "")]},
    "dmgA": {"edits": [*EDITS, edit("木一响，满", "", " ")]},
    "err": {"said": SAID | {RAW.index("\n"): measures.Said(True, 0.9, True)}},
    "ask": {"said": SAID | {RAW.index("\n"): measures.Said(False, 0.9, True)}},
    "left": {"said": SAID | {RAW.index("\n"): measures.Said(True, 0.9, False)}},
    "v95": {"said": SAID | {RAW.index("\n"): measures.Said(True, 0.9, True)}},
    "ece": {"said": SAID | {RAW.index("\n"): measures.Said(False, 0.6, False)}},
    "none": {"said": {at: said for at, said in SAID.items() if at != RAW.index("\n")}},
}
"""What makes each figure rise, of those that are the better the lower."""


@pytest.mark.parametrize("name", WORSE)
def test_a_worse_repair_has_a_lower_figure(name: str) -> None:
    assert figures(**WORSE[name])[name] < figures()[name]


@pytest.mark.parametrize("name", HARM)
def test_harm_has_a_higher_figure(name: str) -> None:
    assert figures(**HARM[name])[name] > figures()[name]


def test_every_figure_has_its_mutation() -> None:
    assert {column.title for columns in tables.TABLES.values() for column in columns} == {
        *WORSE, *HARM, "files", "n",
    }  # fmt: skip


def test_a_wrong_character_costs_the_text_not_the_extent() -> None:
    found = figures(**WORSE["pEx"])
    assert found["pSpan"] == 1 and found["dmgC"] > 0 and found["dmgA"] == 0


def test_a_short_piece_that_moved_is_not_damaged() -> None:
    assert figures(moves=(TAIL, move("第4版 城事\n", "满座安静下来。\n")))["dmgC"] == 0


def test_repeats_stand_where_their_neighbours_stand() -> None:
    true = [
        "代表团在华盛顿同克林顿举行会谈后发表声明文件。",
        "副总理同美国总统克林顿举行会谈后返回巴黎首都。",
    ]
    first = ["代表团在华盛顿同克", "长江水位连日上涨", "林顿举行会谈后", "沿岸百姓紧急转移", "发表声明文件。"]
    second = [
        "副总理同美国总统克",
        "黄河两岸麦收正忙",
        "林顿举行会谈后",
        "收割机手昼夜不停",
        "返回巴黎首都。",
    ]
    raw = "\n".join(first + second)
    laid = truth.Truth([*true, *first[1::2], *second[1::2]]).over(raw)
    for head, tail in (("代表团在华盛顿同克", "发表"), ("副总理同美国总统克", "返回")):
        end = raw.index(head) + len(head)
        middle = raw.index("林顿", end)
        assert laid.joined(end, middle) is True
        assert laid.joined(middle + len("林顿举行会谈后"), raw.index(tail)) is True


def test_a_mark_that_fits_by_chance_stays_with_its_own_line() -> None:
    true = ["推动欧中对话合作。", "旅客突破八亿人次。两岸通邮顺利开展。"]
    raw = "推动欧中对话\n旅客突破八亿\n合作。\n两岸通邮顺利开展。\n人次。\n"
    laid = truth.Truth(true).over(raw)
    assert "".join("".join(true)[k] for k in laid.places) == "".join(raw.split())
    end = raw.index("\n两岸")
    assert laid.joined(end, end + 1) is False
    assert laid.joined(raw.index("\n旅客"), raw.index("合作")) is True


def test_reviewing_is_counted_as_a_queue() -> None:
    """Forty boundaries, the less certain the sooner; twenty are wrong, nineteen of them met first, three asked."""
    wrong = [*range(19), 39]
    judged = [measures.Judged(k / 40, k in wrong, k < 3) for k in range(40)]
    sums = measures.Tally(judged=judged, characters=1000)
    found = tables.figures(sums)
    told = {name: found[name] for name in ("n", "err", "ask", "left", "catch", "v95")}
    assert told == pytest.approx({"n": 40, "err": 500, "ask": 3, "left": 170, "catch": 0.15, "v95": 19 / 40})


def test_new_text_of_an_edit_stands_for_as_many_raw_characters() -> None:
    raw = "他说：“好......”--完"
    edits = [Edit(5, 11, "……", "bench"), Edit(12, 14, "——", "bench")]
    reading = read(raw, edits)
    repaired = truth.Repaired(raw, reading, reading.passages())
    assert repaired.chars == "他说：“好……”——完"
    assert [raw[k] if k >= 0 else "" for k in repaired.origins][-4:] == ["”", "-", "-", "完"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a truth folder of one page and two raw texts of it."""
    paragraphs = [
        "夜里的雨落了整整一宿，清早推窗，满巷都是桂花的香气，卖豆浆的老人已经支起了小摊。",
        "老人说，这条巷子他守了三十年，看着孩子们长大离家，又看着他们带着孩子回来。",
    ]
    page = {"articles": [{"paragraphs": [{"role": "body", "text": text} for text in paragraphs]}]}
    for name in ("raw", "truth"):
        (tmp_path / name).mkdir()
    (tmp_path / "truth" / "x003.json").write_text(json.dumps(page), encoding="utf-8")
    for variant, made in (("synB", speed.columns(paragraphs)), ("synA", speed.rows(paragraphs))):
        (tmp_path / "raw" / f"x003.{variant}.txt").write_text(made + "\n", encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["repair_tables.py", *map(str, arguments)])
    tables.main()


def test_the_command(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "figures.json"
    run(monkeypatch, folder, "--json", out, "--per-file")
    found = json.loads(out.read_text("utf-8"))
    assert set(found["groups"]) == {"synA", "synB", "corruptions", "PDF and corruptions", "all"}
    assert set(found["files"]) == {"x003.synA", "x003.synB"}
    assert found["groups"]["all"]["files"] == 2 and found["groups"]["all"]["none"] == 0
    assert found["groups"]["synB"]["pEx"] == found["groups"]["synB"]["join"] == 1
    shown = capsys.readouterr().out
    assert "x003.synB" in shown and "corruptions" in shown and "Effort" in shown


def test_pages_and_variants_are_chosen(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(monkeypatch, folder, "--variants", "synA", "--pages", "held")
    assert "synB" not in capsys.readouterr().out
    words = object()
    assert not list(tables.tallies(folder, "fit", [], words))


def test_fresh_prose_repeats_no_line() -> None:
    paragraphs = prose.fresh(20_000)
    lines = [text[k : k + 20] for text in paragraphs for k in range(0, len(text), 20)]
    assert len(lines) == len(set(lines)) and sum(map(len, paragraphs)) >= 20_000
    assert speed.columns(["甲" * 30, "乙" * 14]) == f"{'甲' * 14}\n{'甲' * 14}\n甲甲\n\n{'乙' * 14}"


def test_speed_is_measured_in_processes_of_their_own(capfd: pytest.CaptureFixture[str]) -> None:
    speed.tell(3_000)
    shown = capfd.readouterr().out.splitlines()
    assert [line.split()[0] for line in shown] == ["columns", "rows"]
    assert all("a second" in line and "bytes each" in line for line in shown)
