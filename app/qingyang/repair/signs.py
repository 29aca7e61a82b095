"""What a character says about the line it ends or begins: classes as small numbers, one table each."""

from __future__ import annotations

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇々"
"""Ranges of Chinese characters, for use inside a regular expression's brackets."""

TERMINAL = "。！？!?…"
OPENERS = "“‘（(《〈「『【〔[{"
CLOSERS = "”’）)》〉」』】〕]}"
UNITS = "年月日时分秒个万亿千百元％%岁人家名次场届号第多余点版页层栋户亩吨米公斤度倍项种件条张只辆期"
BULLETS = "●■◆▲★◎○□◇△☆•·※▶►①②③④⑤⑥⑦⑧⑨⑩"

END_PLAIN, END_TERMINAL, END_TERMINAL_CLOSED, END_CLOSED, END_SEMICOLON = 0, 1, 2, 3, 4
END_COLON, END_COMMA, END_PAUSE, END_DASH, END_OPENER, END_DIGIT, END_LATIN = 5, 6, 7, 8, 9, 10, 11
END_FUNCTION, END_OTHER, END_BRACKET, END_DOT = 12, 13, 14, 15
ENDS = 16
ENDED = (END_TERMINAL, END_TERMINAL_CLOSED)
"""Ends of a sentence."""

START_PLAIN, START_QUOTE, START_TITLE, START_BRACKET, START_DIGIT, START_LATIN = 0, 1, 2, 3, 4, 5
START_FORBIDDEN, START_DASH, START_BULLET, START_UNIT, START_FUNCTION, START_OTHER, START_NUMERAL = (
    6, 7, 8, 9, 10, 11, 12,
)  # fmt: skip
STARTS = 13


def _table(*rows: tuple[str, int]) -> dict[str, int]:
    return {sign: code for signs, code in rows for sign in signs}


DIGITS = "0123456789０１２３４５６７８９"
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

END_CODES = _table(
    ("的和与及或在对把被将向从由为以于是并而但使让等地得其这那各每", END_FUNCTION),
    ("。！？!?…．", END_TERMINAL),
    ("；;", END_SEMICOLON),
    ("：:", END_COLON),
    ("，,", END_COMMA),
    ("、", END_PAUSE),
    ("—－-─–～~", END_DASH),
    ("”’》〉」』", END_CLOSED),
    ("）)】〕]}", END_BRACKET),
    (OPENERS, END_OPENER),
    (DIGITS, END_DIGIT),
    (LATIN, END_LATIN),
    ("·•・", END_DOT),
    (".%％‰/\\＋+=<>|*&@#", END_OTHER),
)
START_CODES = _table(
    ("的了着过们得地等吗呢吧者性化而并且但", START_FUNCTION),
    (UNITS, START_UNIT),
    ("一二三四五六七八九十", START_NUMERAL),
    ("“‘「『\"'", START_QUOTE),
    ("《〈", START_TITLE),
    ("（(【〔[{", START_BRACKET),
    (DIGITS, START_DIGIT),
    (LATIN, START_LATIN),
    ("，。、；：？！,.;:?!" + CLOSERS, START_FORBIDDEN),
    ("—－-─–～~…", START_DASH),
    (BULLETS, START_BULLET),
    ("%％‰/\\＋+=<>|*&@#", START_OTHER),
)


def end_code(line: str) -> int:
    """Return how a line ends, as one of ``END_…``."""
    code = END_CODES.get(line[-1], END_PLAIN)
    if code in (END_CLOSED, END_BRACKET) and line[-2:-1] in TERMINAL:
        return END_TERMINAL_CLOSED
    return code


def start_code(line: str) -> int:
    """Return how a line begins, as one of ``START_…``."""
    return START_CODES.get(line[0], START_PLAIN)
