"""The same desks from the command line; it needs no display and never imports Qt.

Exit status: 0 done, 1 done with findings, 2 the user's mistake or environment (one clear line), 3 our fault
(the log is named), 130 interrupted.
"""

from __future__ import annotations

import traceback
from collections.abc import Sequence

import click

from qingyang import __version__
from qingyang.cli import checking, desk, printing, texts
from qingyang.cli.terminal import DONE, FAULT, INTERRUPTED, MISTAKE, say_error
from qingyang.errors import AppError
from qingyang.services import language
from qingyang.services.bulletin import Cancelled
from qingyang.services.logs import write_log
from qingyang.wording import message


def run(words: Sequence[str]) -> int:
    """Carry out one command line and return its exit status; nothing but click's own output and one line on errors."""
    try:
        status = verbs.main(list(words), prog_name="qingyang", standalone_mode=False)
    except AppError as error:
        say_error(error)
        return MISTAKE
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt, Cancelled):
        return INTERRUPTED
    except BrokenPipeError:
        return DONE
    except Exception:
        log = write_log(traceback.format_exc())
        click.echo(language.wording().say(message("cli.fault", log=str(log))), err=True)
        return FAULT
    return status if isinstance(status, int) else DONE


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="qingyang")
def verbs() -> None:
    """清样 Qingyang: from raw newspaper text to a print-ready bulletin, offline.

    Without a verb, or with desk files (*.qy) alone, it opens the window.
    """


for _verb in (
    texts.demo,
    texts.repair,
    texts.import_,
    printing.bulletin,
    printing.export,
    desk.search,
    checking.check,
    checking.lists,
    printing.preflight,
    desk.verify,
    desk.doctor_,
):
    verbs.add_command(_verb)
