"""Pages as an office sets them: page_maker_programs.py TRUTH_FOLDER --out OUT [--pages N] [--seed S] [--fit|--held]

Not a newspaper's system but what an office has: Typst and LibreOffice. Issues of several pages, stories one behind the
other or in columns of their own, narrow gutters, paragraphs that stand in or not, headlines in a column or over all,
and each program's own way of drawing a justified line. Writes what `page_maker` writes; a program that is missing is
left out by name.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from page_maker import articles_of, numbers, options
from page_maker_copy import Article, Desk, Paragraph, captions_of, flow_of, head_of
from page_maker_raw import installed, readable, tidy

SERIF = ("Noto Serif CJK SC", "AR PL SungtiL GB", "AR PL UMing CN")
SANS = ("Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei")
KAI = ("AR PL KaitiM GB", "LXGW WenKai", "AR PL UKai CN")
OVER = ("kicker", "headline", "deck")
"""Roles that may stand over all columns of a story."""
SIZES = {"headline": 2.0, "kicker": 1.15, "deck": 1.2, "subhead": 1.1, "caption": 0.9, "credit": 0.9}
CENTRED = ("headline", "kicker", "deck", "byline", "credit")
ALL = 1.42
"""Height of a page against its width."""


class Look(NamedTuple):
    """How an issue is set; lengths in millimetres but for the size, points, and what is in em."""

    width: float
    margin: float
    columns: int
    gutter: float
    size: float
    text: str
    head: str
    note: str
    indent: float
    """Em that a paragraph stands in."""
    space: float
    """Em between paragraphs."""
    leading: float
    justified: bool
    stories: bool
    """Every story has columns of its own."""
    folio: str
    numbered: bool

    @property
    def height(self) -> float:
        """Return how tall a page is."""
        return round(self.width * ALL, 1)


class Issue(NamedTuple):
    """What a program sets."""

    look: Look
    articles: list[list[Paragraph]]


def issue_of(stock: Sequence[Article], held: bool, chance: random.Random) -> Issue:
    """Return some articles of a stock, varied, and how they are set."""
    desk = Desk(chance, held, stock)
    articles = []
    for article in chance.sample(stock, min(len(stock), chance.randint(2, 6))):
        found = [p for p in (*head_of(article, desk), *flow_of(article, desk)) if p.text.strip()]
        if chance.random() < 0.4:
            at = chance.randint(min(2, len(found)), len(found))
            found[at:at] = captions_of(article, desk)
        articles.append(found)
    return Issue(look_of(desk), articles)


def look_of(desk: Desk) -> Look:
    """Return one of many looks."""
    draw = desk.chance.choice
    columns = draw((1, 2, 2, 3, 3, 4, 5))
    return Look(
        width=draw((210, 260, 340) if columns < 4 else (340, 400)),
        margin=draw((12, 18, 25)),
        columns=columns,
        gutter=draw((3, 4, 5, 6, 8, 10)),
        size=draw((9, 10, 10.5, 11, 12)),
        text=draw(SERIF),
        head=draw(SANS + SERIF[:1]),
        note=draw(KAI),
        indent=draw((2, 2, 2, 0)),
        space=draw((0, 0, 0, 0.8)),
        leading=draw((1.4, 1.55, 1.75)),
        justified=desk.chance.random() < 0.75,
        stories=desk.chance.random() < 0.6,
        folio=desk.furniture("folios"),
        numbered=desk.chance.random() < 0.4,
    )


# -- Typst -----------------------------------------------------------------------------------------------------------


def by_typst(issues: Sequence[tuple[Path, Issue]]) -> None:
    """Set issues with Typst, each into its file."""
    import typst

    for path, issue in issues:
        typst.compile(typst_source(issue).encode(), output=str(path))


def typst_source(issue: Issue) -> str:
    """Return an issue in Typst's language."""
    look = issue.look
    foot = "footer: context align(center)[#counter(page).display()]," if look.numbered else ""
    indent = f"(amount: {look.indent}em, all: true)" if look.indent else "0em"
    rows = [
        f"#set page(width: {look.width}mm, height: {look.height}mm, margin: {look.margin}mm, {foot}"
        f" columns: {1 if look.stories else look.columns}, header: [#text(8pt)[#{_quoted(look.folio)}]])",
        f'#set text(font: {_quoted(look.text)}, size: {look.size}pt, lang: "zh", region: "cn")',
        f"#set par(justify: {str(look.justified).lower()}, first-line-indent: {indent},"
        f" leading: {look.leading - 1}em, spacing: {look.leading - 1 + look.space}em)",
        f"#set columns(gutter: {look.gutter}mm)",
    ]
    for article in issue.articles:
        over, text = _parted(article)
        if look.stories:
            rows += [*(_typst(p, look) for p in over), _typst_columns(text, look)]
        else:
            rows += [_typst(p, look) for p in article]
    return "\n\n".join(rows)


def _parted(article: Sequence[Paragraph]) -> tuple[list[Paragraph], list[Paragraph]]:
    """Return what stands over the columns of a story, and what in them."""
    first = next((k for k, p in enumerate(article) if p.role not in OVER), len(article))
    return list(article[:first]), list(article[first:])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _typst(paragraph: Paragraph, look: Look) -> str:
    role, text = paragraph
    if role not in SIZES and role not in CENTRED:
        return f"#par[#{_quoted(text)}]"
    face = look.note if role in ("caption", "credit", "byline", "deck") else look.head
    picture = "#rect(width: 100%, height: 24mm, fill: luma(220))\n" if role == "caption" else ""
    align = "center" if role in CENTRED else "left"
    return (
        f"#block(width: 100%, above: 1em, below: .8em)[{picture}#set par(first-line-indent: 0em, justify: false)\n"
        f"#align({align})[#text(font: {_quoted(face)}, size: {SIZES.get(role, 1.0)}em)[#{_quoted(text)}]]]"
    )


def _typst_columns(text: Sequence[Paragraph], look: Look) -> str:
    """Return a story's text in columns that are as even as can be told beforehand, or run down the page."""
    em = look.size * 0.3528
    across = (look.width - 2 * look.margin - look.gutter * (look.columns - 1)) / look.columns
    many = max(4, int(across / em))
    tall = sum(
        (-(-(len(p.text) + 2) // many) * look.leading + look.space) * em + 30 * (p.role == "caption")
        for p in text
    )
    body = "\n\n".join(_typst(p, look) for p in text)
    height = tall / look.columns + 2 * look.leading * em
    if height > look.height - 2 * look.margin - 30:
        return f"#columns({look.columns})[{body}]"
    return f"#block(height: {height:.0f}mm)[#columns({look.columns})[{body}]]"


# -- LibreOffice -----------------------------------------------------------------------------------------------------

NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "style", "text")
} | {"fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"}


def by_writer(issues: Sequence[tuple[Path, Issue]]) -> None:
    """Set issues with LibreOffice Writer, each into its file."""
    with tempfile.TemporaryDirectory() as folder:
        sources = []
        for path, issue in issues:
            source = Path(folder) / f"{path.stem}.fodt"
            source.write_text(writer_source(issue), encoding="utf-8")
            sources.append(str(source))
        profile = f"-env:UserInstallation={Path(folder).as_uri()}/profile"
        command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*command, *sources], capture_output=True, check=True)
        for path, _ in issues:
            shutil.move(Path(folder) / f"{path.stem}.pdf", path)


def writer_source(issue: Issue) -> str:
    """Return an issue as a flat OpenDocument text."""
    look = issue.look
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())
    foot = "<style:footer><text:p><text:page-number/></text:p></style:footer>" if look.numbered else ""
    sizes = {role: SIZES.get(role, 1.0) for role in (*SIZES, *CENTRED, "body")}
    text = "".join(_writer_story(k, article, look) for k, article in enumerate(issue.articles))
    if not look.stories:
        text = _section("all", text)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f'<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="{look.width}mm"'
        f' fo:page-height="{look.height}mm" fo:margin="{look.margin}mm"/></style:page-layout>'
        f"{''.join(_writer_style(role, size, look) for role, size in sizes.items())}"
        '<style:style style:name="columns" style:family="section"><style:section-properties>'
        f'<style:columns fo:column-count="{look.columns}" fo:column-gap="{look.gutter}mm"/>'
        "</style:section-properties></style:style></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="page"><style:header>'
        f"<text:p>{escape(look.folio)}</text:p></style:header>{foot}</style:master-page></office:master-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document>"
    )


def _writer_style(role: str, size: float, look: Look) -> str:
    face = (
        look.text if role == "body" else look.note if role in ("caption", "credit", "byline") else look.head
    )
    align = "center" if role in CENTRED else "justify" if look.justified and role == "body" else "start"
    indent = look.indent * look.size if role == "body" else 0
    points = round(size * look.size, 1)
    return (
        f'<style:style style:name="{role}" style:family="paragraph"><style:paragraph-properties'
        f' fo:text-align="{align}" fo:text-indent="{indent}pt" fo:margin-bottom="{look.space * look.size}pt"'
        f' fo:line-height="{round(100 * look.leading * 0.8)}%"/><style:text-properties'
        f' fo:font-family="{face}" style:font-family-asian="{face}" fo:font-size="{points}pt"'
        f' style:font-size-asian="{points}pt"/></style:style>'
    )


def _writer_story(number: int, article: Sequence[Paragraph], look: Look) -> str:
    over, text = _parted(article)
    inner = "".join(map(_writer, text))
    return "".join(map(_writer, over)) + (_section(f"story{number}", inner) if look.stories else inner)


def _section(name: str, text: str) -> str:
    return f'<text:section text:style-name="columns" text:name="{name}">{text}</text:section>' if text else ""


def _writer(paragraph: Paragraph) -> str:
    role = paragraph.role if paragraph.role in SIZES or paragraph.role in CENTRED else "body"
    return f'<text:p text:style-name="{role}">{escape(paragraph.text)}</text:p>'


# -- pages -----------------------------------------------------------------------------------------------------------

PROGRAMS: dict[str, tuple[Callable[[], object], Callable[[Sequence[tuple[Path, Issue]]], None]]] = {
    "t": (lambda: find_spec("typst"), by_typst),
    "w": (lambda: shutil.which("soffice"), by_writer),
}
"""The first letter of a page's name, whether the program is there, and how it sets issues."""


def truth_of(name: str, kind: str, issue: Issue, pages: int) -> dict[str, object]:
    """Return the truth of an issue of so many pages in the benchmark's format."""
    articles = [
        {"id": f"{name}-{k}", "paragraphs": [p._asdict() for p in its]}
        for k, its in enumerate(issue.articles)
    ]
    around = [Paragraph("folio", issue.look.folio) for _ in range(pages)]
    if issue.look.numbered:
        around += [Paragraph("folio", str(k + 1)) for k in range(pages)]
    furniture = [p._asdict() for p in around]
    return {
        "id": name,
        "set": kind,
        "meta": issue.look._asdict(),
        "articles": articles,
        "furniture": furniture,
    }


def main() -> None:
    import pypdfium2

    args = options()
    for folder in ("pages", "truth", "raw"):
        (args.out / folder).mkdir(parents=True, exist_ok=True)
    stock = articles_of(args.folder, args.kind)
    readers = installed([r for r in re.split(r"[ ,]+", args.readers) if r])
    for letter, (there, by_program) in PROGRAMS.items():
        if not there():
            print(f"left out: {by_program.__name__}")
            continue
        issues = [
            (
                args.out / "pages" / f"{letter}{number:04d}.pdf",
                issue_of(stock, args.kind == "held", random.Random(f"{args.seed}:{letter}{number}")),
            )
            for number in numbers(args.kind, args.pages)
        ]
        by_program(issues)
        for path, issue in issues:
            pages = len(pypdfium2.PdfDocument(path))
            truth = json.dumps(truth_of(path.stem, args.kind, issue, pages), ensure_ascii=False, indent=1)
            (args.out / "truth" / f"{path.stem}.json").write_text(truth, encoding="utf-8")
            for variant, read in readers.items():
                if readable(text := tidy(read(path))):
                    raw = args.out / "raw" / f"{path.stem}.{variant}.txt"
                    raw.write_text(text, encoding="utf-8", errors="replace", newline="")


if __name__ == "__main__":
    main()
