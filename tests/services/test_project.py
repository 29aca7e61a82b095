"""A desk file from import to the next day: what was done is there, can be undone, and can be printed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from qingyang.errors import AppError
from qingyang.press import reading
from qingyang.repair import Repair
from qingyang.resources import resource, seeds
from qingyang.services import identity
from qingyang.services.bulletin import Cancelled
from qingyang.services.checking import check
from qingyang.services.documents import text_bytes
from qingyang.services.project import Project
from qingyang.services.repairing import Repaired
from qingyang.services.reviewing import Reviewing
from qingyang.services.verifying import verify_desk
from qingyang.services.workbench import Workbench
from qingyang.text.article import HOLD
from qingyang.text.change import Draft
from qingyang.text.edit import Edit, Flag, Move, Proposals, Verdict
from qingyang.text.row import doubts
from qingyang.text.source import source_of
from qingyang.wording import load

BENCH = Workbench()


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    return tmp_path / "渝中.qy"


def shown(review: Reviewing) -> list[tuple[str, str, frozenset[str], bool]]:
    return [(review.text(k), t.role, t.marks, t.begins) for k, t in enumerate(review.tags)]


class Clock(datetime):
    """A clock that can be set."""

    set_back = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        """Return the time it shows."""
        return datetime.now(tz) - cls.set_back


def test_what_is_done_after_the_clock_was_set_back_is_the_newest(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity, "datetime", Clock)
    with Project.open(desk, create=True, person="甲") as project:
        document = project.import_file(seeds()[0])
        project.rename(document, "昨天的名字")
    monkeypatch.setattr(Clock, "set_back", timedelta(days=3))
    with Project.open(desk, person="甲") as project:
        review = project.review(document)
        before = review.text(0)
        review.rewrite(0, "后" + before)
        review.rewrite(0, "最后" + before)
        assert project.everywhere.undo(document) is not None and review.text(0) == "后" + before
        assert project.documents()[0].title == "昨天的名字"


def work(review: Reviewing) -> int:
    """One of everything a copy editor does; returns how many steps it was."""
    doubt = review.doubts()[0]
    steps = [
        review.judge([doubt.key], accept=not doubt.applied),
        review.rewrite(0, review.text(0).replace("今年", "今年（2025年）")),
        review.split(review.passages[0].start + 12),
        review.join(0),
        review.move([5, 6], 2),
        review.move_selection(review.passages[0].start, review.passages[0].start + 4, review.passages[1].end),
        review.insert(0, "自拟的标题", "headline"),
        review.hold([3], True),
        review.set_role([4], "body"),
        review.cut_article(6, True),
    ]
    return len([step for step in steps if step is not None])


def test_all_work_survives_a_restart_and_undo_goes_back_to_the_start(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_file(seeds()[0])
        review = project.review(document)
        before = shown(review)
        steps = work(review)
        assert steps == 10
        after = shown(review)
        assert after != before
    with Project.open(desk, workbench=BENCH) as project:
        review = project.review(document)
        assert shown(review) == after
        for _ in range(steps):
            assert review.undo()
        assert review.undoable() is None
        assert shown(review) == before
        for _ in range(steps):
            assert review.redo()
        assert shown(review) == after
    assert verify_desk(desk, BENCH) == []


def test_every_step_is_undone_redone_and_undone_byte_for_byte(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        review = project.review(project.import_file(seeds()[0]))
        steps = work(review)
        states = [shown(review)]
        for _ in range(steps):
            review.undo()
            states.append(shown(review))
            undone = states[-1]
            review.redo()
            assert shown(review) == states[-2]
            review.undo()
            assert shown(review) == undone


def test_a_desk_is_the_same_read_anew(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_file(seeds()[0])
        work(project.review(document))
        kept = shown(project.review(document))
        with Project.read(desk, workbench=BENCH) as other:
            assert [t[0] for t in shown(other.review(document))] == [t[0] for t in kept]


def test_held_paragraphs_stay_out_of_print_and_own_lines_go_in(desk: Path, tmp_path: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.import_file(seeds()[0])
        review = project.review(document)
        notice = next(k for k, t in enumerate(review.tags) if t.role == "notice")
        held = review.text(notice)
        review.hold([notice], True)
        review.insert(0, "渝中开放再上台阶", "headline")
        assert review.tags[0].role == "headline"
        assert HOLD in review.tags[notice + 1].marks
        layout = project.export_pdf(tmp_path / "b.pdf", [document])
        printed = reading(tmp_path / "b.pdf")
        assert "渝中开放再上台阶" in "".join(printed.split())
        assert "".join(held.split()) not in "".join(printed.split())
        assert "".join(layout.text.split()) == "".join(printed.split())
        assert held not in project.plain_text(document)
        assert "自拟" not in project.formatted_text(document)
        project.save_docx(document, tmp_path / "b.docx")
        assert (tmp_path / "b.docx").stat().st_size > 5000


def test_cancelling_a_bulletin_writes_nothing(desk: Path, tmp_path: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        project.import_file(seeds()[0])
        with pytest.raises(Cancelled):
            project.export_pdf(tmp_path / "b.pdf", progress=lambda share: share < 0.4)
        assert not list(tmp_path.glob("*.pdf*"))


def test_a_second_instance_is_refused_and_told_who(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH, person="张三"):
        with pytest.raises(AppError) as caught:
            Project.open(desk, workbench=BENCH)
        assert caught.value.code == "desk_in_use"
        code = (
            "import sys; from pathlib import Path; from qingyang.services.project import Project\n"
            "from qingyang.errors import AppError\n"
            "try: Project.open(Path(sys.argv[1]))\n"
            "except AppError as error: sys.exit(7 if error.code == 'desk_in_use' else 8)\n"
        )
        assert subprocess.run([sys.executable, "-c", code, str(desk)], check=False).returncode == 7


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 there")
def test_killed_in_the_midst_of_work_nothing_called_saved_is_lost(desk: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from qingyang.services.project import Project\n"
        "project = Project.open(Path(sys.argv[1]), create=True)\n"
        "review = project.review(project.import_text('开头。\\n', '稿'))\n"
        "for n in range(100000):\n"
        "    review.rewrite(0, review.text(0) + str(n % 10)); print(n, flush=True)\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code, str(desk)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    last = -1
    until = time.monotonic() + 60
    for line in child.stdout:
        last = int(line)
        if last >= 25 or time.monotonic() > until:
            break
    os.kill(child.pid, signal.SIGKILL)
    rest = child.stdout.read().split()
    child.wait()
    last = int(rest[-1]) if rest else last
    with Project.open(desk, workbench=BENCH) as project:
        text = project.review(project.documents()[0].id).text(0)
    saved = "开头。" + "".join(str(n % 10) for n in range(last + 1))
    # One more may have been written whose line was not printed any more.
    assert text in (saved, saved + str((last + 1) % 10))
    assert verify_desk(desk, BENCH) == []


def test_roles_hang_on_text_through_split_join_and_move(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        lines = "第一段讲了一件事。\n第二段讲了另一件事。\n第三段什么也没讲。\n"
        review = project.review(project.import_text(lines, "稿"))
        review.set_role([1], "quote")
        review.split(review.passages[1].start + 4)
        assert review.tags[1].role == "quote" and review.tags[2].role != "quote"
        review.join(1)
        assert review.tags[1].role == "quote"
        review.join(0)
        assert len(review) == 2
        review.undo()
        review.move([1], 0)
        assert review.tags[0].role == "quote"
        assert review.text(0) == "第二段讲了另一件事。"
        review.insert(0, "自拟标题", "headline")
        review.move([0], 3)
        assert (review.text(2), review.tags[2].role) == ("自拟标题", "headline")


def test_the_same_source_twice_is_two_documents_and_one_source(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        first, second = project.import_file(seeds()[1]), project.import_file(seeds()[1])
        project.review(first).rewrite(0, "改了。")
        assert project.review(second).text(0) != "改了。"
        assert len(project.documents()) == 2
        project.remove(first)
        assert [row.id for row in project.documents()] == [second]
        project.restore(first)
        assert len(project.documents()) == 2


def test_running_the_rules_again_never_loses_a_hand(desk: Path) -> None:
    with Project.open(desk, create=True, workbench=BENCH) as project:
        source = source_of("渝中区将\n在“十四五”时\n期建设。\n\n第二段,讲别的事。\n", "稿")
        rules = Proposals("0", (Edit(4, 5, "", "join", 0.99), Edit(12, 13, "", "join", 0.6)))
        done = Repaired(source, Repair((), rules))
        document = project.take_in(done, text_bytes(source))
        review = project.review(document)
        assert review.text(0) == "渝中区将在“十四五”时期建设。"
        review.judge([rules.edits[1].key], accept=False)
        review.rewrite(1, "期建设半岛。")
        steps = 2
        review = project.rerun(document)
        assert project.review(document) is review
        assert "期建设半岛。" in [review.text(row) for row in range(len(review))]
        assert review.draft.proposals.version != "0"
        for _ in range(steps):
            assert review.undo()
        assert review.undoable() is None
    assert verify_desk(desk, BENCH) == []


def test_what_was_said_of_moves_and_flags_survives_a_restart_and_new_rules(desk: Path) -> None:
    raw = "渝中区将在\n书架己经擦过。\n半岛建成。\n"
    move = Move(14, 19, 5, "link:1", "link", 0.9, after=True)
    flag = Flag(8, 9, "lookalike", 0.9, offers=("已",))
    proposals = Proposals("1", (), (move,), (flag,))
    source = source_of(raw, "甲.txt")
    with Project.open(desk, create=True, workbench=BENCH) as project:
        document = project.take_in(Repaired(source, Repair((), proposals)), text_bytes(source))
        review = project.review(document)
        assert review.text(0) == "渝中区将在半岛建成。"
        assert [f.message.id for f in check(review)] == ["check.move", "check.flag"]
        words = load(resource("i18n"), "zh")
        assert [words.say(f.message) for f in check(review)] == [
            "待核的移动：远处接续，90%",
            "存疑：形近字，90%",
        ]
        review.judge([move.key], accept=False)
        review.judge([flag.key], accept=True)
        assert str(review.reading.text) == raw
        assert [f for f in check(review) if f.rule != "role"] == []
    with Project.open(desk, workbench=BENCH) as project:
        review = project.review(document)
        assert review.draft.proposals == proposals
        assert str(review.reading.text) == raw
        assert [d for d in review.doubts() if d.subject.rule != "role"] == []
        assert review.undo() and review.undo()
        assert [d.subject for d in review.doubts() if d.subject.rule != "role"] == [move, flag]
    assert verify_desk(desk, BENCH) == []
    refused = {Verdict(move.key, accept=False).key: Verdict(move.key, accept=False)}
    surer = Proposals("2", (), (move._replace(p=0.99),), (flag._replace(p=0.5),))
    again = Draft(source, surer, refused)
    assert str(again.reading().text) == raw and [d.subject.rule for d in doubts(again, again.reading())] == [
        "lookalike"
    ]
