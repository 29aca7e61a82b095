"""Set the same prose in other programs, measured by the same meter: python tests/bench/rivals.py [CHARACTERS].

Typst from PyPI (``typst``) and XeLaTeX with ctex where they are installed; A4, two columns of 22½ em, 10.5 pt on 17.
Every round sets the paragraphs in a new order, so nothing is taken from a cache of whole pages.
"""

from __future__ import annotations

import importlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pypdfium2
from linemeter import measure
from prose import ROOT, paragraphs

FONTS = ROOT / "resources" / "fonts"
ROUNDS = 5
TYPST = """#set page(width: 210mm, height: 297mm, margin: (x: 50.9pt, y: 60pt), columns: 2)
#set columns(gutter: 21pt)
#set text(font: "Noto Serif SC", size: 10.5pt, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 6.5pt, spacing: 6.5pt)

"""
LATEX = r"""\documentclass[twocolumn]{article}
\usepackage[a4paper,textwidth=493.5bp,textheight=714bp]{geometry}
\usepackage[fontset=none,scheme=plain]{ctex}
\setCJKmainfont[Path=%s/]{NotoSerifSC-Regular.ttf}
\setlength\columnsep{21bp}\setlength\parindent{2em}
\begin{document}\fontsize{10.5bp}{17bp}\selectfont
"""


def with_typst(texts: Sequence[str], folder: Path) -> Path:
    """Return the PDF Typst makes of some paragraphs."""
    source, out = folder / "rival.typ", folder / "rival.pdf"
    source.write_text(
        TYPST + "\n\n".join(re.sub(r"([\\#*_@$<>`~=/\[\]-])", r"\\\1", t) for t in texts), "utf-8"
    )
    typst = importlib.import_module("typst")
    typst.compile(str(source), output=str(out), font_paths=[str(FONTS)], ignore_system_fonts=True)
    return out


def with_xelatex(texts: Sequence[str], folder: Path) -> Path:
    """Return the PDF XeLaTeX makes of some paragraphs."""
    body = "\n\n".join(re.sub(r"([#$%&_{}])", r"\\\1", text) for text in texts)
    source = folder / "rival.tex"
    source.write_text(LATEX % FONTS + body + "\n\\end{document}\n", "utf-8")
    subprocess.run(
        ["xelatex", "-interaction=batchmode", source.name], cwd=folder, check=True, capture_output=True
    )
    return source.with_suffix(".pdf")


def spent() -> float:
    """Return the processor seconds of this process and of those it ran."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def rival(make: Callable[[Sequence[str], Path], Path], texts: Sequence[str]) -> dict[str, object]:
    """Return speed and the meter's figures of one program."""
    best = wall = 9e9
    with tempfile.TemporaryDirectory() as name:
        for turn in range(ROUNDS):
            order = [*texts[turn * 7 :], *texts[: turn * 7]]
            begun, at = spent(), time.perf_counter()
            path = make(order, Path(name))
            best, wall = min(best, spent() - begun), min(wall, time.perf_counter() - at)
        document = pypdfium2.PdfDocument(path)
        pages = len(document)
        document.close()
        return {
            "pages": pages,
            "pages_a_second": round(pages / best),
            "pages_a_second_wall": round(pages / wall),
            **measure(path, order, _cut()),
        }


def _cut() -> Callable[[str], Sequence[str]]:
    from_jieba: Callable[[str], Sequence[str]] = importlib.import_module("rjieba").cut
    return from_jieba


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    prose = [text.replace(" ", "") for text in paragraphs(wanted)]
    installed = {"typst": find_spec("typst"), "xelatex": shutil.which("xelatex")}
    for program, make in (("typst", with_typst), ("xelatex", with_xelatex)):
        print(f"{program}" if installed[program] else f"{program}: not installed")
        if installed[program]:
            for key, value in rival(make, prose).items():
                print(f"  {key:20} {value}")
