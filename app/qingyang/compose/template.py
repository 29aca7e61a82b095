"""A page template as values, and how its TOML is checked: a fault is told by file, key and what was expected.

Lengths say their unit in `Template`'s fields; the file itself is ``resources/templates/<name>.toml``, and a
newsroom's own one is the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from typing import NamedTuple

from qingyang.compose.layout import BLACK, Colour
from qingyang.compose.schema import Reader
from qingyang.errors import AppError
from qingyang.text.role import BY_ID

FACTS = ("name", "number", "total", "date", "editors", "page", "pages")
"""What furniture may name in braces."""
MM = 72 / 25.4
"""Points a millimetre."""


class Rung(NamedTuple):
    """One step of a headline's ladder of sizes."""

    size: float
    """In points."""
    lines: int
    """How many lines it may take at this size."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the paragraphs of one role look."""

    face: str = "song"
    size: float = 10.5
    """In points."""
    align: str = "justify"
    """justify, left, center or right."""
    indent: float = 0.0
    """Of the first line, in em."""
    hang: float = 0.0
    """Of every other line, in em."""
    margin: float = 0.0
    """White on both sides, in em."""
    height: float = 0.0
    """Line height in em; 0 puts every line on the baseline grid."""
    before: float = 0.0
    """White above, in grid lines; dropped at the head of a column."""
    after: float = 0.0
    """White below, in grid lines."""
    phrase: float = 0.5
    """Width of a space between Chinese phrases, in em."""
    span: bool = False
    """Whether it runs across all columns."""
    keep: bool = False
    """Whether the next paragraph must begin in the same column."""
    colour: Colour = BLACK
    ladder: tuple[Rung, ...] = ()
    """Sizes to try, largest first; empty: the one size, as many lines as it takes."""


class FurnitureText(NamedTuple):
    """A line of the masthead, running head or folio."""

    text: str
    """With `FACTS` in braces; left out where one of them is empty."""
    on: str
    """first, later or all pages."""
    face: str
    size: float
    align: str
    y: float
    """Baseline, in points from the top of the trimmed page."""
    tracking: float
    """Added between characters, in em."""
    colour: Colour


class FurnitureRule(NamedTuple):
    """A horizontal rule across the type area."""

    on: str
    y: float
    """In points from the top of the trimmed page."""
    width: float
    """In points."""
    colour: Colour


@dataclass(frozen=True, slots=True)
class Template:
    """A page: its size, grid, furniture and one style a role. Lengths in points unless said otherwise."""

    name: str
    width: float
    height: float
    bleed: float
    columns: int
    measure: float
    """Width of a column."""
    gutter: float
    column_rule: float
    """Width of the rule between columns, 0 for none."""
    leading: float
    lines: int
    """Grid lines a page."""
    top: float
    """From the top of the page to the first grid line."""
    masthead: int
    """Grid lines the masthead takes of the first page."""
    story_gap: int
    """Grid lines between two stories."""
    story_rule: float
    """Width of the rule between two stories, 0 for none."""
    least: int
    """Grid lines of text that must stand below a headline on its page."""
    faces: tuple[tuple[str, str], ...]
    """(name in this template, name of the font file without its ending)."""
    styles: tuple[tuple[str, Style], ...]
    """(role id, style), one for every role there is."""
    texts: tuple[FurnitureText, ...] = ()
    rules: tuple[FurnitureRule, ...] = ()

    @property
    def type_width(self) -> float:
        """Return the width of all columns and the gutters between them."""
        return self.columns * self.measure + (self.columns - 1) * self.gutter

    @property
    def left(self) -> float:
        """Return the left edge of the first column; the type area stands in the middle of the page."""
        return (self.width - self.type_width) / 2


def parsed(text: str, file: str) -> Template:
    """Return the template a TOML text describes; ``file`` is named in errors.

    Raises `AppError` ``template_not_toml``, ``template_missing_key``, ``template_unknown_key``,
    ``template_expected_*`` or ``template_too_wide``.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AppError("template_not_toml", file=file, reason=str(error)) from None
    return _template(Reader(table, file))


def _template(root: Reader) -> Template:
    page, grid, story = root.table("page"), root.table("grid"), root.table("story")
    colours = _colours(root.table("colours"))
    faces = tuple((name, root.table("faces").text(name)) for name in root.table("faces").names())
    names = tuple(name for name, _ in faces)
    styles = _styles(root.table("style"), names, colours)
    em = dict(styles)["body"].size
    furniture = root.table("furniture")
    made = Template(
        name=root.text("name"),
        width=page.number("width", least=20) * MM,
        height=page.number("height", least=20) * MM,
        bleed=page.number("bleed", least=0) * MM,
        columns=grid.whole("columns", least=1),
        measure=grid.number("measure", least=2) * em,
        gutter=grid.number("gutter", least=0) * em,
        column_rule=grid.number("rule", least=0, default=0.0),
        leading=grid.number("leading", least=em),
        lines=grid.whole("lines", least=1),
        top=grid.number("top", least=0) * MM,
        masthead=grid.whole("masthead", least=0),
        story_gap=story.whole("gap", least=0),
        story_rule=story.number("rule", least=0, default=0.0),
        least=story.whole("least", least=1),
        faces=faces,
        styles=styles,
        texts=tuple(_text(item, names, colours) for item in furniture.tables("text")),
        rules=tuple(_rule(item, colours) for item in furniture.tables("rule")),
    )
    root.finish()
    _fits(made, root)
    return made


def _fits(made: Template, root: Reader) -> None:
    """Refuse a type area that is larger than the page."""
    if made.left < 0:
        root.refuse("template_too_wide", "grid.measure", width=round(made.type_width / MM, 1))
    if made.top + made.lines * made.leading > made.height:
        root.refuse("template_too_high", "grid.lines", height=round(made.lines * made.leading / MM, 1))
    if made.masthead >= made.lines:
        root.refuse("template_too_high", "grid.masthead", height=made.masthead)


def _colours(table: Reader) -> Mapping[str, Colour]:
    found = {"black": BLACK}
    for name in table.names():
        found[name] = Colour(*table.numbers(name, count=4, most=1))
    return found


def _styles(
    table: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour]
) -> tuple[tuple[str, Style], ...]:
    """Return the style of every role; ``like`` takes over what another style says."""
    for name in table.names():
        if name not in BY_ID:
            table.unknown(name)
    return tuple((role, _style(table, role, faces, colours, ())) for role in BY_ID)


def _style(
    table: Reader, role: str, faces: tuple[str, ...], colours: Mapping[str, Colour], seen: tuple[str, ...]
) -> Style:
    own = table.table(role)
    base = Style()
    like = own.choice("like", tuple(r for r in table.names() if r not in (*seen, role)), default="")
    if like:
        base = _style(table, like, faces, colours, (*seen, role))
    return Style(
        face=own.choice("face", faces, default=base.face if base.face in faces else None),
        size=own.number("size", least=4, default=base.size),
        align=own.choice("align", ("justify", "left", "center", "right"), default=base.align),
        indent=own.number("indent", least=0, default=base.indent),
        hang=own.number("hang", least=0, default=base.hang),
        margin=own.number("margin", least=0, default=base.margin),
        height=own.number("height", least=0, default=base.height),
        before=own.number("before", least=0, default=base.before),
        after=own.number("after", least=0, default=base.after),
        phrase=own.number("phrase", least=0.25, default=base.phrase),
        span=own.flag("span", default=base.span),
        keep=own.flag("keep", default=base.keep),
        colour=_colour(own, colours, base.colour),
        ladder=tuple(Rung(size, int(lines)) for size, lines in own.pairs("ladder", least=1)) or base.ladder,
    )


def _colour(table: Reader, colours: Mapping[str, Colour], default: Colour = BLACK) -> Colour:
    name = table.choice("colour", tuple(colours), default="")
    return colours[name] if name else default


def _furniture(item: Reader) -> str:
    """Return a text whose braces name facts of an issue."""
    text = item.text("text")
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        names = [""]
    if not set(names) <= set(FACTS):
        item.refuse("template_expected_facts", "text", choices=", ".join(FACTS))
    return text


def _text(item: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour]) -> FurnitureText:
    return FurnitureText(
        text=_furniture(item),
        on=item.choice("on", ("first", "later", "all")),
        face=item.choice("face", faces),
        size=item.number("size", least=4),
        align=item.choice("align", ("left", "center", "right"), default="left"),
        y=item.number("y", least=0) * MM,
        tracking=item.number("tracking", least=0, default=0.0),
        colour=_colour(item, colours),
    )


def _rule(item: Reader, colours: Mapping[str, Colour]) -> FurnitureRule:
    return FurnitureRule(
        on=item.choice("on", ("first", "later", "all")),
        y=item.number("y", least=0) * MM,
        width=item.number("width", least=0),
        colour=_colour(item, colours),
    )
