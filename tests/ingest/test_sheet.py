"""Tables from CSV and Excel: values as told, formulas never run, bombs and junk refused."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from qingyang.errors import AppError
from qingyang.ingest import read_table, sheet


def workbook(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_gives_its_first_sheet_with_whole_numbers_whole(tmp_path: Path) -> None:
    path = tmp_path / "领导.xlsx"
    path.write_bytes(workbook([["姓名", "职务", "顺序"], ["张大山", "区委书记", 1.0], [None, None, None]]))
    assert read_table(path)[:2] == [(1, ("姓名", "职务", "顺序")), (2, ("张大山", "区委书记", "1"))]


def test_a_formula_is_not_run() -> None:
    rows = sheet.workbook_rows(workbook([["词语"], ['=WEBSERVICE("http://x")']]), "x")
    assert rows[1][1] == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "gb18030"])
def test_csv_in_the_encodings_excel_writes(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes('姓名,职务,说明\r\n张大山,区委书记,"主持会议的人，第一位"\r\n'.encode(encoding))
    assert read_table(path) == [
        (1, ("姓名", "职务", "说明")),
        (2, ("张大山", "区委书记", "主持会议的人，第一位")),
    ]


def test_tabs_part_cells_too() -> None:
    assert sheet.csv_rows("姓名\t职务\n张,三\t区长", "x")[1] == (2, ("张,三", "区长"))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * (sheet.LARGEST + 1))
    with pytest.raises(AppError) as caught:
        sheet.workbook_rows(out.getvalue(), "x")
    assert caught.value.code == "too_large"


@pytest.mark.parametrize("data", [b"PK\x03\x04junk", workbook([["a"]])[:-400]])
def test_junk_is_told_in_one_line(data: bytes) -> None:
    with pytest.raises(AppError) as caught:
        sheet.workbook_rows(data, "x")
    assert caught.value.code == "not_a_sheet"


def test_a_table_without_end_is_refused() -> None:
    with pytest.raises(AppError) as caught:
        sheet.csv_rows("甲\n" * (sheet.MOST_ROWS + 1), "x")
    assert caught.value.code == "sheet_too_long"
