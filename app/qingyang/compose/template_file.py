"""Reading a template from TOML: a fault is told by file, key and what was expected.

The file is ``resources/templates/<name>.toml``; a newsroom's own one is the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from string import Formatter

from qingyang.compose.facts import FACTS
from qingyang.compose.layout import BLACK, Colour
from qingyang.compose.schema import Reader
from qingyang.compose.template import (
    BOX,
    FIGURE,
    MM,
    BoxStyle,
    ColophonStyle,
    ContentsStyle,
    ContinuedStyle,
    FigureStyle,
    FurnitureRule,
    FurnitureText,
    Lettering,
    Rung,
    Style,
    Template,
)
from qingyang.errors import AppError
from qingyang.text.role import BY_ID

_PAGES = ("first", "later", "last", "all")


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
        story_beside=story.whole("beside", least=0, default=0),
        least=story.whole("least", least=1),
        faces=faces,
        styles=styles,
        texts=tuple(_text(item, names, colours) for item in furniture.tables("text")),
        rules=tuple(_rule(item, colours) for item in furniture.tables("rule")),
        figure=_figure(root.table("figure", missing=True)),
        box=_box(root.table("box", missing=True), colours),
        contents=_contents(root, names, colours),
        continued=_continued(root, names, colours),
        colophon=_colophon(root, names, colours),
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
        box=own.flag("box", default=base.box),
        colour=_colour(own, colours, base.colour),
        ladder=tuple(Rung(size, int(lines)) for size, lines in own.pairs("ladder", least=1)) or base.ladder,
    )


def _colour(
    table: Reader, colours: Mapping[str, Colour], default: Colour = BLACK, key: str = "colour"
) -> Colour:
    name = table.choice(key, tuple(colours), default="")
    return colours[name] if name else default


def _furniture(item: Reader) -> str:
    """Return a text whose braces name facts of an issue."""
    return _with_facts(item, "text", item.text("text"))


def _with_facts(item: Reader, key: str, text: str, facts: tuple[str, ...] = FACTS) -> str:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        names = [""]
    if not set(names) <= set(facts):
        item.refuse("template_expected_facts", key, choices=", ".join(facts))
    return text


def _text(item: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour]) -> FurnitureText:
    return FurnitureText(
        text=_furniture(item),
        on=item.choice("on", _PAGES),
        face=item.choice("face", faces),
        size=item.number("size", least=4),
        align=item.choice("align", ("left", "center", "right"), default="left"),
        y=item.number("y", least=0) * MM,
        tracking=item.number("tracking", least=0, default=0.0),
        colour=_colour(item, colours),
    )


def _rule(item: Reader, colours: Mapping[str, Colour]) -> FurnitureRule:
    return FurnitureRule(
        on=item.choice("on", _PAGES),
        y=item.number("y", least=0) * MM,
        width=item.number("width", least=0),
        colour=_colour(item, colours),
    )


def _lettering(
    table: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour], prefix: str = ""
) -> Lettering:
    return Lettering(
        table.choice(f"{prefix}face", faces),
        table.number(f"{prefix}size", least=4),
        _colour(table, colours, key=f"{prefix}colour"),
    )


def _figure(table: Reader) -> FigureStyle:
    base = FIGURE
    return FigureStyle(
        span=table.whole("span", least=1, default=base.span),
        highest=table.whole("highest", least=1, default=base.highest),
        dpi=table.number("dpi", least=36, default=base.dpi),
    )


def _box(table: Reader, colours: Mapping[str, Colour]) -> BoxStyle:
    base = BOX
    tint = table.choice("tint", tuple(colours), default="")
    return BoxStyle(
        rule=table.number("rule", least=0, default=base.rule),
        colour=_colour(table, colours),
        tint=colours[tint] if tint else None,
    )


def _contents(root: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour]) -> ContentsStyle | None:
    if "contents" not in root.names():
        return None
    table = root.table("contents")
    return ContentsStyle(
        title=table.text("title"),
        least=table.whole("least", least=1),
        heading=_lettering(table, faces, colours, "title_"),
        entry=_lettering(table, faces, colours),
    )


def _continued(root: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour]) -> ContinuedStyle | None:
    if "continued" not in root.names():
        return None
    table = root.table("continued")
    next_, previous = (_with_facts(table, key, table.text(key), ("page",)) for key in ("next", "previous"))
    return ContinuedStyle(next_, previous, _lettering(table, faces, colours))


def _colophon(root: Reader, faces: tuple[str, ...], colours: Mapping[str, Colour]) -> ColophonStyle | None:
    if "colophon" not in root.names():
        return None
    table = root.table("colophon")
    texts = tuple(_with_facts(table, "texts", text) for text in table.texts("texts"))
    return ColophonStyle(texts, _lettering(table, faces, colours), table.number("rule", least=0))
