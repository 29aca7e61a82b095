"""Rows of a table: Excel workbooks (first sheet) and CSV text. Formulas are never run, macros never read.

An Excel file is a ZIP: how large it is unpacked is looked at before anything is unpacked.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import load_workbook

from qingyang.errors import AppError

Rows = list[tuple[int, tuple[str, ...]]]
"""Number of each row in its file, from 1, and its cells."""
MAGIC = b"PK\x03\x04"
LARGEST = 64_000_000
"""Bytes of an unpacked workbook."""
MOST_ROWS = 100_000
MOST_COLUMNS = 50


def workbook_rows(data: bytes, name: str) -> Rows:
    """Return the rows of a workbook's first sheet; of a formula the value that was saved with it.

    Raises `AppError`: not_a_sheet, too_large, sheet_too_long.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(info.file_size for info in packed.infolist()) > LARGEST:
                raise AppError("too_large", path=name, limit=LARGEST // 1_000_000)
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except AppError:
        raise
    # A broken workbook meets openpyxl in as many ways as there are parts of one.
    except Exception as error:
        raise AppError("not_a_sheet", path=name) from error
    try:
        if not book.worksheets:
            raise AppError("not_a_sheet", path=name)
        cells = book.worksheets[0].iter_rows(max_col=MOST_COLUMNS, values_only=True)
        return _bounded(((number, _filled(row)) for number, row in enumerate(cells, 1)), name)
    finally:
        book.close()


def csv_rows(text: str, name: str) -> Rows:
    """Return the rows of CSV text, parted by commas, tabs or semicolons as its first line has them.

    Raises `AppError`: not_a_sheet, sheet_too_long.
    """
    head = text.partition("\n")[0]
    parted = max(",\t;", key=head.count)
    reader = csv.reader(io.StringIO(text), delimiter=parted)
    try:
        return _bounded(((reader.line_num, tuple(row[:MOST_COLUMNS])) for row in reader), name)
    except csv.Error as error:
        raise AppError("not_a_sheet", path=name) from error


def _bounded(rows: Iterator[tuple[int, tuple[str, ...]]], name: str) -> Rows:
    kept: Rows = []
    for row in rows:
        if len(kept) == MOST_ROWS:
            raise AppError("sheet_too_long", path=name, most=MOST_ROWS)
        kept.append(row)
    return kept


def _filled(cells: Sequence[Any]) -> tuple[str, ...]:
    """Return the cells up to the last one with something in it."""
    told = list(map(_told, cells))
    while told and not told[-1]:
        told.pop()
    return tuple(told)


def _told(value: Any) -> str:
    if value is None:
        return ""
    # Excel keeps every number as a fraction: order 3 is 3.0.
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value)
