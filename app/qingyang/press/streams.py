"""A page as content stream operators: one TJ a run, furniture and rules as artifacts, text in reading order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from qingyang.compose.layout import BLACK, Colour, Layout, Page, Rule, Run
from qingyang.press.fonts import Embedded


def used(layout: Layout) -> dict[str, set[str]]:
    """Return face -> characters it draws in a layout; the empty face holds those no face has."""
    found: dict[str, set[str]] = defaultdict(set)
    for page in layout.pages:
        for run in page.furniture:
            found[run.face].update(run.text)
        for line in page.lines:
            for run in line.runs:
                found[run.face].update(run.text)
    return found


def stream(page: Page, fonts: Mapping[str, Embedded], before: str = "") -> str:
    """Return a page's operators; ``before`` stands first (the move to the trimmed page's corner, marks)."""
    parts = [before] if before else []
    if page.rules or page.furniture:
        parts += ["/Artifact BMC", *map(rule, page.rules), text(page.furniture, fonts), "EMC"]
    parts.append(text((run for line in page.lines for run in line.runs), fonts))
    return "\n".join(parts)


def rule(what: Rule) -> str:
    """Return a straight line."""
    return (
        f"{_ink(what.colour)} K {_number(what.width)} w "
        f"{_number(what.x0)} {_number(what.y0)} m {_number(what.x1)} {_number(what.y1)} l S"
    )


def text(runs: Iterable[Run], fonts: Mapping[str, Embedded]) -> str:
    """Return runs as one text object; operators are written only where the state changes."""
    parts = [f"BT {_ink(BLACK)} k"]
    font: tuple[str, float] = ("", 0.0)
    spacing, scale, colour = 0.0, 1.0, BLACK
    for run in runs:
        face = fonts[run.face]
        if (face.key, run.size) != font:
            font = (face.key, run.size)
            parts.append(f"/{face.key} {_number(run.size)} Tf")
        tracked = run.spacing * run.size / 1000
        if tracked != spacing:
            spacing = tracked
            parts.append(f"{spacing:.5f} Tc")
        if run.scale != scale:
            scale = run.scale
            parts.append(f"{scale * 100:g} Tz")
        if run.colour != colour:
            colour = run.colour
            parts.append(f"{_ink(colour)} k")
        parts.append(f"1 0 0 1 {_number(run.x)} {_number(run.y)} Tm {_shown(run, face)} TJ")
    parts.append("ET" if scale == 1 and not spacing else "0 Tc 100 Tz ET")
    return "\n".join(parts)


def _shown(run: Run, face: Embedded) -> str:
    """Return the codes of a run with its moves between them; a TJ number moves back, so signs turn."""
    codes = run.text.translate(face.hex)
    if not run.moves:
        return f"[<{codes}>]"
    parts, at = ["[<"], 0
    for k, by in run.moves:
        parts += (codes[at : 4 * k + 4], f">{-by:g}<")
        at = 4 * k + 4
    parts += (codes[at:], ">]")
    return "".join(parts)


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _ink(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)
