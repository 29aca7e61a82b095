"""Templates: ours is sound, a faulty one is told by file, key and what was expected."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from qingyang.compose.template import MM, Template
from qingyang.compose.template_file import parsed
from qingyang.errors import AppError
from qingyang.text.role import BY_ID
from qingyang.wording import load

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "resources" / "templates").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_our_templates_are_sound(path: Path) -> None:
    template = parsed(path.read_text(encoding="utf-8"), path.name)
    assert template.name == path.stem
    assert [role for role, _ in template.styles] == list(BY_ID)
    # n + ½ em: with half-width line ends a whole-em measure is rigid (shared CLREQ notes, rule 7).
    assert template.measure / dict(template.styles)["body"].size % 1 == pytest.approx(0.5)
    assert template.left > 5 * MM


def test_a_role_without_a_style_is_a_fault() -> None:
    text = FILES[0].read_text(encoding="utf-8")
    for role in BY_ID:
        with pytest.raises(AppError) as error:
            parsed(re.sub(rf"\[style\.{role}\]\n(?:\w.*\n)*", "", text), "t.toml")
        key = error.value.facts["key"]
        assert error.value.code in ("template_missing_key", "template_expected_choice")
        assert key == f"style.{role}" or str(key).endswith(".like")


FAULTS = [
    ("columns = 2", 'columns = "two"', "template_expected_whole", "grid.columns"),
    ("columns = 2", "columns = 0", "template_expected_whole", "grid.columns"),
    ("columns = 2", "", "template_missing_key", "grid.columns"),
    ("columns = 2", "columns = 2\ncolums = 3", "template_unknown_key", "grid.colums"),
    ("columns = 2", "columns = 9", "template_too_wide", "grid.measure"),
    ("lines = 42", "lines = 60", "template_too_high", "grid.lines"),
    ("masthead = 7", "masthead = 42", "template_too_high", "grid.masthead"),
    ("bleed = 3", "bleed = -1", "template_expected_number", "page.bleed"),
    ("bleed = 3", "bleed = nan", "template_expected_number", "page.bleed"),
    ("bleed = 3", "bleed = true", "template_expected_number", "page.bleed"),
    ("red = [0, 1, 0.9, 0.1]", "red = [0, 1, 0.9]", "template_expected_numbers", "colours.red"),
    ("red = [0, 1, 0.9, 0.1]", "red = [0, 1, 0.9, 9]", "template_expected_numbers", "colours.red"),
    ('colour = "red"', 'colour = "blue"', "template_expected_choice", "furniture.text.1.colour"),
    ('text = "{name}"', 'text = "{nom}"', "template_expected_facts", "furniture.text.1.text"),
    ('text = "{name}"', 'text = "{name"', "template_expected_facts", "furniture.text.1.text"),
    ('text = "{name}"', 'text = ""', "template_expected_text", "furniture.text.1.text"),
    ("[style.body]", '[style.body]\nalign = "middle"', "template_expected_choice", "style.body.align"),
    ("[style.body]", "[style.body]\nspan = 1", "template_expected_flag", "style.body.span"),
    ("[style.body]", "[style.body]\nladder = [[1]]", "template_expected_pairs", "style.body.ladder"),
    ("[style.body]", "[style.text]\n[style.body]", "template_unknown_key", "style.text"),
    ("[style.body]", '[style.body]\nlike = "answer"', "template_expected_choice", "style.answer.like"),
    ("[style.body]", "[style.body]\nbox = 1", "template_expected_flag", "style.body.box"),
    ("span = 1\n", "span = 0\n", "template_expected_whole", "figure.span"),
    ("highest = 20", "heighest = 20", "template_unknown_key", "figure.heighest"),
    ('tint = "pale"', 'tint = "pail"', "template_expected_choice", "box.tint"),
    ("least = 4", "least = 4\nbeside = -1", "template_expected_whole", "story.beside"),
    ("{reported_to}", "{reporter}", "template_expected_facts", "colophon.texts"),
    ('"发：{issued_to}"', "3", "template_expected_texts", "colophon.texts"),
    ("[figure]", '[contents]\ntitle = ""\n[figure]', "template_expected_text", "contents.title"),
    ("[figure]", "[contents]\n[figure]", "template_missing_key", "contents.title"),
    ("[figure]", '[continued]\nnext = "{name}"\n[figure]', "template_expected_facts", "continued.next"),
    ("[page]", "page = 3\n[pag]", "template_expected_table", "page"),
    ("[page]", "[page", "template_not_toml", None),
]


@pytest.mark.parametrize(("old", "new", "code", "key"), FAULTS)
def test_a_fault_is_told_by_file_key_and_what_was_expected(
    old: str, new: str, code: str, key: str | None
) -> None:
    text = (ROOT / "resources" / "templates" / "a4-two-column.toml").read_text(encoding="utf-8")
    with pytest.raises(AppError) as error:
        parsed(text.replace(old, new, 1), "mine.toml")
    assert (error.value.code, error.value.facts.get("key")) == (code, key)
    for language in ("zh", "en"):
        told = load(ROOT / "resources" / "i18n", language).explain(error.value)
        assert (
            "mine.toml" in told
            and (key or "") in told
            and "{" not in told.replace(str(error.value.facts), "")
        )


def test_a_style_takes_over_what_it_is_like(tiny: Callable[..., Template]) -> None:
    template = tiny(answer='like = "body"\nindent = 1')
    style = dict(template.styles)["answer"]
    assert (style.indent, style.size) == (1, 10)
