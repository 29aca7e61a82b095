"""A small page whose parts lie apart and that has something for every flag, with what the rules might say of it."""

from __future__ import annotations

from pathlib import Path

from qingyang.repair import Repair
from qingyang.services.documents import text_bytes
from qingyang.services.project import Project
from qingyang.services.repairing import Repaired
from qingyang.text.edit import Edit, Flag, Move, Proposals
from qingyang.text.source import source_of
from qingyang.wording import Message, message

RAW = """\
老粮仓改成了读书的地方

去年秋天，城东的老粮仓拆下第一块朽
木，工匠们留着梁柱，把窗子开大，用
旧砖铺了地。馆长说，从前装粮，如今

本版摄影 周岚

书架己经擦过三遍，只等开门。門前的石
阶还留着车辙，“孩子们爱在上面跑。

装书，都是养人的东西。

的那一边种了两排银杏。
河边的步道也亮了灯。
老粮仓改成了读书的地方
票价\ue5f1元，学生免费。
"""


def _flag(text: str, rule: str, p: float, *offers: str) -> Flag:
    start = RAW.rindex(text)
    return Flag(start, start + len(text), rule, p, message("why.control", code=rule), offers)


def _joins() -> list[Edit]:
    breaks = [RAW.index("朽\n") + 1, RAW.index("用\n") + 1, RAW.index("石\n") + 1]
    return [Edit(at, at + 1, "", "join", 0.9 if k == 1 else 0.99, Message("")) for k, at in enumerate(breaks)]


def _moves() -> tuple[Move, ...]:
    tail, start = RAW.index("如今") + 2, RAW.index("装书")
    end = start + len("装书，都是养人的东西。")
    lamp = RAW.index("河边")
    return (
        Move(start, end, tail, "link:1", "link", 0.8, message("why.join", **_WHY), after=True),
        # Only offered: the line about the lamps would be read before the one about the trees.
        Move(lamp, lamp + len("河边的步道也亮了灯。\n"), RAW.index("的那一边"), "column:1", "column", 0.3),
    )


_WHY = {"before": "如今", "after": "装书", "width": 17, "full": 17}
PROPOSALS = Proposals(
    "test",
    tuple(_joins()),
    _moves(),
    tuple(
        sorted(
            [
                _flag("己", "lookalike", 0.93, "已", "巳"),
                _flag("門", "mixed_script", 0.9, "门"),
                _flag("“", "unclosed", 0.8),
                _flag("的那一边", "gap", 0.7),
                _flag("老粮仓改成了读书的地方", "repeated_line", 0.95),
                _flag("\ue5f1", "private_use", 0.99),
            ]
        )
    ),
)


def make_desk(path: Path) -> Path:
    """Make a desk file with this page on it."""
    source = source_of(RAW, "老粮仓.txt")
    with Project.open(path, create=True, person="test") as project:
        project.take_in(Repaired(source, Repair((), PROPOSALS)), text_bytes(source))
    return path
