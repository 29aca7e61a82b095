"""Read the pages of a truth folder that may be fitted on with other readers: python page_reader.py FOLDER --out OUT

OUT gets the same pages and truth, raw text by every extractor that is installed, by reading machines over fresh noisy
scans, and fresh damage done to the true text. Pages kept aside (`HELD_OUT`) are left out.
"""

from __future__ import annotations

import argparse
import random
import shutil
from collections.abc import Mapping
from pathlib import Path

from page_maker import articles_on
from page_maker_damage import DAMAGES
from page_maker_raw import Machine, Reader, installed, machines, readable, tidy
from repair_truth import HELD_OUT, page_number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--readers", default="mutool,pdfraw,pypdf,pypdflayout,plumber,plumberlayout")
    parser.add_argument("--machines", default="tesseract")
    parser.add_argument("--scans", type=int, default=2, help="scans made of every page")
    args = parser.parse_args()
    readers, scanners = installed(args.readers.split(",")), machines(args.machines.split(","))
    read_again(args.folder, args.out, readers, scanners, args.scans)


def read_again(
    folder: Path, out: Path, readers: Mapping[str, Reader], scanners: Mapping[str, Machine], scans: int
) -> None:
    """Write what each reader makes of each page, each machine of so many scans of it, and damage done to its truth."""
    for name in ("truth", "raw"):
        (out / name).mkdir(parents=True, exist_ok=True)
    for page in sorted((folder / "pages").glob("*.pdf")):
        if page_number(page.stem) in HELD_OUT:
            continue
        truth, chance = folder / "truth" / f"{page.stem}.json", random.Random(page.stem)
        shutil.copy(truth, out / "truth")
        raws = {name: read(page) for name, read in readers.items()}
        raws |= {f"{n}{k}": read(page, chance) for n, read in scanners.items() for k in range(scans)}
        raws |= {n: damage(articles_on(truth), chance) for n, damage in DAMAGES.items()}
        for name, text in raws.items():
            if readable(text):
                (out / "raw" / f"{page.stem}.{name}.txt").write_text(tidy(text), encoding="utf-8")


if __name__ == "__main__":
    main()
