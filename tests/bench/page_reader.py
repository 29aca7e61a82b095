"""Read the pages of a truth folder that may be fitted on with other readers: python page_reader.py FOLDER --out OUT

OUT gets the same pages and truth, raw text by every extractor that is installed, by reading machines over fresh noisy
scans, and fresh damage done to the true text. Pages kept aside (`HELD_OUT`) are left out.
"""

from __future__ import annotations

import argparse
import random
import shutil
from pathlib import Path

from page_maker import articles_on
from page_maker_damage import DAMAGES
from page_maker_raw import installed, machines, readable, tidy
from repair_truth import HELD_OUT, page_number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--readers", default="mutool,pdfraw,pypdf")
    parser.add_argument("--machines", default="tesseract")
    parser.add_argument("--scans", type=int, default=2, help="scans made of every page")
    args = parser.parse_args()
    readers, scanners = installed(args.readers.split(",")), machines(args.machines.split(","))
    for name in ("truth", "raw"):
        (args.out / name).mkdir(parents=True, exist_ok=True)
    for page in sorted((args.folder / "pages").glob("*.pdf")):
        if page_number(page.stem) in HELD_OUT:
            continue
        truth, chance = args.folder / "truth" / f"{page.stem}.json", random.Random(page.stem)
        shutil.copy(truth, args.out / "truth")
        raws = {name: read(page) for name, read in readers.items()}
        raws |= {f"{n}{k}": read(page, chance) for n, read in scanners.items() for k in range(args.scans)}
        raws |= {n: damage(articles_on(truth), chance) for n, damage in DAMAGES.items()}
        for name, text in raws.items():
            if readable(text):
                (args.out / "raw" / f"{page.stem}.{name}.txt").write_text(tidy(text), encoding="utf-8")


if __name__ == "__main__":
    main()
