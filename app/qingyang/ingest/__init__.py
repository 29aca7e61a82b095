"""Bytes -> Source: decode, one file a format."""

from __future__ import annotations

from pathlib import Path

from qingyang.errors import AppError
from qingyang.ingest import plain, sheet
from qingyang.text.source import Source

LARGEST = 64_000_000
"""Bytes; a newspaper page has some ten thousand characters, so more is a mistake."""


def read_source(path: Path) -> tuple[Source, bytes]:
    """Read one file; return its Source and the bytes as they came.

    Raises `AppError`: cannot_read, empty_file, too_large, not_text, unknown_encoding.
    """
    data = _bytes(path)
    return plain.decode(data, path.name), data


def read_table(path: Path) -> sheet.Rows:
    """Read the rows of a table: a workbook, or comma- or tab-separated text in any Chinese encoding.

    Raises `AppError`: those of `read_source`, not_a_sheet, sheet_too_long.
    """
    data = _bytes(path)
    if data.startswith(sheet.MAGIC):
        return sheet.workbook_rows(data, path.name)
    return sheet.csv_rows(plain.decode(data, path.name).text, path.name)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise AppError("too_large", path=str(path), limit=LARGEST // 1_000_000)
        return path.read_bytes()
    except OSError as error:
        raise AppError("cannot_read", path=str(path), reason=error.strerror or str(error)) from error
