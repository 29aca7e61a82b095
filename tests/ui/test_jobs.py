"""The one kind of job: result, progress, cancel, failure, in a thread and in a process."""

from __future__ import annotations

import os
import threading
import time

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE

from qingyang.errors import AppError
from qingyang.ui.jobs import Job, Jobs
from qingyang.ui.work import Cancelled, Report, in_process

pytestmark = pytest.mark.window


def squares(numbers: int, report: Report) -> tuple[int, list[int]]:
    """Some work for a process."""
    for n in range(numbers):
        report(n / numbers)
    return os.getpid(), [n * n for n in range(numbers)]


def refuse(_report: Report) -> None:
    """Work that meets a mistake of the user."""
    raise AppError("empty_file", path="甲")


def forever(_report: Report) -> None:
    """Work that never ends and never reports."""
    while True:
        time.sleep(0.01)


def vanish(_report: Report) -> None:
    """Work whose process dies."""
    os._exit(1)


def outcome(job: Job) -> list[tuple[str, object]]:
    """Collect what a job says in the end."""
    told: list[tuple[str, object]] = []
    job.done.connect(lambda value: told.append(("done", value)))
    job.failed.connect(lambda error: told.append(("failed", error)))
    return told


def run(qtbot: QtBot, job: Job) -> list[tuple[str, object]]:
    """Run a job to its end."""
    told = outcome(job)
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        job.start()
    return told


def test_a_process_gives_its_result_and_its_progress(qtbot: QtBot) -> None:
    job = Job("", in_process(squares, 4))
    seen: list[float] = []
    job.progressed.connect(seen.append)
    [(kind, value)] = run(qtbot, job)
    assert kind == "done" and isinstance(value, tuple)
    assert value[1] == [0, 1, 4, 9] and value[0] != os.getpid()
    assert sorted(set(seen)) == [0.0, 0.25, 0.5, 0.75]


def test_an_error_comes_back_from_the_process(qtbot: QtBot) -> None:
    [(kind, error)] = run(qtbot, Job("", in_process(refuse)))
    assert kind == "failed" and isinstance(error, AppError)
    assert (error.code, error.facts) == ("empty_file", {"path": "甲"})


def test_a_process_that_dies_is_a_failure_not_a_wait(qtbot: QtBot) -> None:
    [(kind, error)] = run(qtbot, Job("", in_process(vanish)))
    assert kind == "failed" and isinstance(error, EOFError)


def test_a_process_is_cancelled_even_if_it_never_reports(qtbot: QtBot) -> None:
    job = Job("", in_process(forever))
    told = outcome(job)
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        job.start()
        job.cancel()
    assert told == []


def test_a_thread_hears_that_it_is_no_longer_wanted(qtbot: QtBot) -> None:
    def work(report: Report) -> None:
        while report(0.5):
            time.sleep(0.001)
        raise Cancelled

    job = Job("", work)
    told = outcome(job)
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        job.start()
        job.cancel()
    assert told == []


def test_signals_arrive_on_the_windows_thread(qtbot: QtBot) -> None:
    threads: list[object] = []
    job = Job("", lambda report: (report(1), threading.current_thread())[1])
    job.done.connect(lambda worker: threads.extend([worker, threading.current_thread()]))
    job.progressed.connect(lambda _: threads.append(threading.current_thread()))
    run(qtbot, job)
    main = threading.main_thread()
    assert threads[0] is main and threads[2] is main and threads[1] is not main


def test_jobs_tell_when_all_is_done(qtbot: QtBot) -> None:
    jobs = Jobs()
    with qtbot.waitSignal(jobs.idle, timeout=PATIENCE):
        for _ in range(3):
            jobs.run(Job("", lambda report: report(1)))
        assert len(jobs.running) == 3
    assert jobs.running == []


def test_stopping_waits_for_the_end(qtbot: QtBot) -> None:
    jobs = Jobs()
    ended = threading.Event()

    def work(report: Report) -> None:
        while report(0):
            time.sleep(0.001)
        ended.set()
        raise Cancelled

    jobs.run(Job("", work))
    jobs.stop()
    assert ended.is_set()
