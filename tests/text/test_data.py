"""Data figures are found whole and told apart."""

from __future__ import annotations

import pytest

from qingyang.text.data import data_spans


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2025年3月11日，累计新增1.75万家", ["2025年3月11日 date", "1.75万家 quantity"]),
        ("二〇二五年一月二十五日开馆", ["二〇二五年一月二十五日 date"]),
        ("投融资规模达192.6亿美元，占全市50%以上", ["192.6亿美元 money", "50% percentage"]),
        ("比上年提高5个百分点", ["5个百分点 percentage"]),
        ("会议9点开始，比分3比2，详见第4版", []),
        ("1月1日元旦放假", ["1月1日 date"]),
        ("没有数字的一句话", []),
    ],
)
def test_dates_money_percentages_and_counts_are_found_whole(text: str, wanted: list[str]) -> None:
    assert [f"{text[s.start : s.end]} {s.role}" for s in data_spans(text)] == wanted
