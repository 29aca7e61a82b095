"""The one doorway to what is slow to import or to run: the desk, the rules, the press. Called from jobs only.

Imports stand inside the functions on purpose: the window must paint before jieba, reportlab or SQLite are loaded.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qingyang.errors import AppError
from qingyang.ui.work import Cancelled, Report
from qingyang.wording import Message

if TYPE_CHECKING:
    from qingyang.ingest.picture import Incoming as Pictured
    from qingyang.press.preflight import Finding
    from qingyang.press.rendering import Sheet
    from qingyang.services.paging import Gathered, Paged, Paging
    from qingyang.services.project import Project
    from qingyang.services.repairing import Repaired
    from qingyang.services.statistics import Statistics
    from qingyang.text.issue import Issue
    from qingyang.ui.export_dialog import PdfWish


Given = Path | tuple[bytes, str]
"""A picture as it is handed over: a file, or bytes and a name."""


class Exported(NamedTuple):
    """A file that was written."""

    path: Path
    told: list[Message]
    """What an editor should know of its pages."""
    findings: tuple[Finding, ...]
    """What a print house would send back."""


class Incoming(NamedTuple):
    """One text on its way in, repaired; or why it cannot come in."""

    done: Repaired | None
    data: bytes = b""
    error: AppError | None = None


@cache
def sounds() -> Mapping[str, str]:
    """Return all characters of each syllable; read once."""
    from qingyang.lexicon.pinyin import load_sounds

    return load_sounds()


def open_project(path: Path, create: bool) -> Project:
    """Open a desk file or make one; raises the store's `AppError`."""
    from qingyang.services.project import Project

    return Project.open(path, create=create)


def repair_files(paths: Sequence[Path], report: Report) -> list[Incoming]:
    """Read and repair files; one that cannot be read does not hold up the others. Pure but for the reading."""
    from qingyang.ingest import read_source
    from qingyang.services.repairing import repaired
    from qingyang.services.workbench import Workbench

    lexicon = Workbench().lexicon
    incoming = []
    for number, path in enumerate(paths):
        report(number / len(paths))
        try:
            source, data = read_source(path)
            incoming.append(Incoming(repaired(source, lexicon), data))
        except AppError as error:
            incoming.append(Incoming(None, error=error))
    return incoming


def repair_text(text: str, name: str, report: Report) -> list[Incoming]:
    """Repair a pasted text."""
    from qingyang.services.documents import text_bytes
    from qingyang.services.repairing import repaired
    from qingyang.services.workbench import Workbench
    from qingyang.text.source import source_of

    source = source_of(text, name)
    if not source.text.strip():
        return [Incoming(None, error=AppError("empty_file", path=name))]
    return [Incoming(repaired(source, Workbench().lexicon), text_bytes(source))]


def read_pictures(given: Sequence[Given], report: Report) -> list[Pictured | AppError]:
    """Read and decode pictures; one that cannot be read does not hold up the others."""
    from qingyang.ingest.picture import picture_of, read_picture

    incoming: list[Pictured | AppError] = []
    for number, each in enumerate(given):
        report(number / len(given))
        try:
            incoming.append(read_picture(each) if isinstance(each, Path) else picture_of(*each))
        except AppError as error:
            incoming.append(error)
    return incoming


def put_picture(project: Project, incoming: Pictured | AppError) -> str | AppError:
    """Keep a picture on the desk and return its SHA-256; what went wrong with it is passed on."""
    if isinstance(incoming, AppError):
        return incoming
    try:
        project.put_picture(*incoming)
    except AppError as error:
        return error
    return incoming.picture.sha256


def paging(project: Project) -> Paging:
    """Return what makes an issue of this desk into pages."""
    from qingyang.services.paging import Paging

    return Paging(project)


def open_reviews(project: Project, documents: Sequence[str]) -> Callable[[Report], object]:
    """Return work that opens documents for the pages; those that are open take no time."""

    def work(report: Report) -> None:
        for number, document in enumerate(documents):
            if not report(number / len(documents)):
                raise Cancelled
            project.review(document)

    return work


def make_pages(paging: Paging, gathered: Gathered, issue: Issue) -> Callable[[Report], object]:
    """Return work that makes an issue into pages."""
    from qingyang.services.bulletin import Cancelled as Stopped

    def work(report: Report) -> Paged:
        try:
            return paging.compose(gathered, issue, report)
        except Stopped as stopped:
            raise Cancelled from stopped

    return work


def export_pdf(
    project: Project, wish: PdfWish, issue: Issue, documents: Sequence[str], report: Report
) -> Exported:
    """Write the bulletin and look it over; return where it is and what an editor should know.

    Nothing is left where it is cancelled.
    """
    from qingyang.services import bulletin
    from qingyang.services.printing import own_profile

    own = own_profile(project) if wish.own_profile else None
    output = bulletin.Output(wish.purpose, own and own.data, wish.marks, wish.proof)
    path = Path(wish.path)
    try:
        layout = project.export_pdf(
            path,
            documents,
            template=issue.template,
            issue=issue.facts,
            most=issue.most or None,
            output=output,
            progress=report,
        )
    except bulletin.Cancelled as stopped:
        raise Cancelled from stopped
    # A proof goes to no print house.
    found = () if wish.proof else preflight(path, wish.purpose)
    return Exported(path, [finding.message for finding in layout.findings], found)


def preflight(path: Path, purpose: str = "") -> tuple[Finding, ...]:
    """Look a PDF over as a print house would, for a purpose or for what it says it is for."""
    from qingyang.press import preflight

    return preflight(path, purpose=purpose)


def sheet(path: Path, page: int, room: tuple[float, float]) -> Sheet:
    """Return one page (from 0) of any PDF as a picture as large as so many pixels allow."""
    from qingyang.press.rendering import sheet

    return sheet(path, page, *room)


def kept_profile(project: Project) -> str:
    """Return what the print house's profile a desk keeps calls itself; empty where it keeps none."""
    from qingyang.services.printing import own_profile

    own = own_profile(project)
    return own.name if own else ""


def keep_profile(project: Project, path: Path) -> str:
    """Check a print house's profile, keep it with the desk and return what it calls itself."""
    from qingyang.services.printing import keep_profile

    return keep_profile(project, path).name


def slip_kinds() -> tuple[str, ...]:
    """Return the kinds of mistakes that count in the error rate."""
    from qingyang.checks.error_rate import WEIGHTS

    return tuple(WEIGHTS)


def statistics(project: Project, documents: Sequence[str]) -> Statistics:
    """Return the figures of some documents, or of all."""
    from qingyang.services.statistics import statistics

    reviews = project.everywhere.reviews(documents)
    return statistics(reviews, project.articles(documents or None), project.workbench)


def write_fault(text: str) -> Path:
    """Write a fault of ours to the log and return the log's path."""
    from qingyang.services.logs import write_log

    return write_log(text)
