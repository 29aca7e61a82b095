"""What a job does, without Qt: it tells how far it has come and hears whether it is still wanted.

CPU-bound work on plain values runs in a process of its own (`in_process`), work that needs the open desk in the job's
thread.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Report = Callable[[float], bool]
"""Tell progress from 0 to 1; False says that the work is no longer wanted."""
_POLL = 0.05
"""Seconds between two looks at whether a process is still wanted."""


class Cancelled(Exception):
    """The user no longer wants it."""


def in_process(function: Callable[..., object], *values: object) -> Callable[[Report], object]:
    """Return work that runs ``function(*values, report)`` in a process of its own; all must be picklable."""

    def work(report: Report) -> object:
        # Wanted for the first job only: the window must paint first.
        from multiprocessing import get_context  # noqa: PLC0415

        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, function, values), daemon=True)
        process.start()
        theirs.close()
        try:
            return _listen(ours, report)
        finally:
            process.terminate()
            process.join()

    return work


def _listen(connection: Connection[Any, Any], report: Report) -> object:
    fraction = 0.0
    while True:
        if not connection.poll(_POLL):
            if not report(fraction):
                raise Cancelled
            continue
        kind, value = connection.recv()
        if kind == "progress":
            fraction = value
            if not report(fraction):
                raise Cancelled
        elif kind == "failed":
            raise value
        else:
            return value


def _serve(
    connection: Connection[Any, Any], function: Callable[..., object], values: tuple[object, ...]
) -> None:
    def report(fraction: float) -> bool:
        connection.send(("progress", fraction))
        return True

    try:
        result = function(*values, report)
    except Exception as error:
        connection.send(("failed", error))
    else:
        connection.send(("done", result))
