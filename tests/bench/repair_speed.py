"""Characters a second and bytes a character of a repair: python repair_speed.py [CHARACTERS] [--profile]

On prose in which no line comes twice, in columns with a blank line between paragraphs and one paragraph a line. Each
shape runs in a process of its own, so that its peak of memory is its own. Times are processor seconds of one core,
after the dictionary has been opened and asked once.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from prose import fresh

from qingyang.lexicon import Lexicon, load_words
from qingyang.repair import repair
from qingyang.services.repairing import repaired
from qingyang.text.source import source_of

CHARACTERS = 2_000_000
WIDTH = 14
BIGGEST = 25
"""Functions a profile lists."""


def columns(paragraphs: list[str], width: int = WIDTH) -> str:
    """Return paragraphs cut into lines, a blank line between them."""
    return "\n\n".join(re.sub(f"(.{{{width}}})(?!$)", "\\1\n", text) for text in paragraphs)


def rows(paragraphs: list[str]) -> str:
    """Return one paragraph a line."""
    return "\n".join(paragraphs)


STATUS = Path("/proc/self/status")
SHAPES = {"columns": columns, "rows": rows}


def memory(name: str) -> int:
    """Return a figure of this process in bytes: ``VmRSS`` now, ``VmHWM`` at most.

    `resource.getrusage` will not do: a program started by another begins with that one's peak. Without /proc, 0.
    """
    if not STATUS.exists():
        return 0
    found = re.search(rf"{name}:\s+(\d+) kB", STATUS.read_text(encoding="ascii"))
    return 1024 * int(found.group(1)) if found else 0


def measure(path: Path) -> None:
    """Print what repairing one text takes in this process, then what telling roles adds."""
    text = path.read_text(encoding="utf-8")
    words = load_words(None)
    words.cut(text[:20])
    words.bond(text[0], text[1])
    base = memory("VmRSS")
    begun = time.process_time()
    made = repair(text, words)
    seconds = time.process_time() - begun
    above = memory("VmHWM") - base
    size = len(text) - text.count("\n")
    del made
    begun = time.process_time()
    repaired(source_of(text), Lexicon(words)).review()
    review = time.process_time() - begun
    print(
        f"{path.stem:10} {size:9,d} characters  {size / seconds:9,.0f} a second  {above / size:5.1f} bytes each"
        f"   with reading and roles {size / review:9,.0f} a second"
    )


def profile(path: Path) -> None:
    """Print the functions a repair spends most time in."""
    text = path.read_text(encoding="utf-8")
    words = load_words(None)
    words.cut(text[:20])
    words.bond(text[0], text[1])
    with cProfile.Profile() as watched:
        repair(text, words)
    pstats.Stats(watched).sort_stats("tottime").print_stats(BIGGEST)


def tell(characters: int = CHARACTERS, *options: str) -> None:
    """Measure both shapes, each in a process of its own."""
    paragraphs = fresh(characters)
    with tempfile.TemporaryDirectory() as folder:
        for name, shape in SHAPES.items():
            path = Path(folder) / f"{name}.txt"
            path.write_text(shape(paragraphs), encoding="utf-8")
            subprocess.run([sys.executable, __file__, "--text", path, *options], check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("characters", type=int, nargs="?", default=CHARACTERS)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--text", type=Path, help="repair this text in this process")
    args = parser.parse_args()
    if args.text:
        (profile if args.profile else measure)(args.text)
    else:
        tell(args.characters, *(["--profile"] if args.profile else []))
