"""Fit the tables that repair reads, in the open: python fit_tables.py TRUTH_FOLDER [MORE …] [--write]

TRUTH_FOLDER is the benchmark, whose held-out pages (see `repair_truth`) are only measured on; MORE are folders of made
pages (see `page_maker`), fitted on as a whole, as are those that office programs set (`page_maker_programs`). Five
tables in turn: gutters inside lines, neighbours, lines apart, the chain of an article's parts, and neighbours in the
light of all. What one table says is read by the next; for that, each half of the pages is judged by a table fitted on
the other half. Needs numpy, lightgbm and python-crfsuite, which the product does not.
"""

from __future__ import annotations

import argparse
import pickle
import time
from pathlib import Path

from fitting_documents import (
    Document,
    documents_of,
    mapped,
    office_documents_of,
    with_context,
    with_gaps,
    with_labels,
    with_neighbours,
    with_pairs,
)
from fitting_stages import TABLES, stages

from qingyang.text.source import raw_lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("more", type=Path, nargs="*")
    parser.add_argument(
        "--read-again", type=Path, help="the pages to fit on, by other readers (see page_reader)"
    )
    parser.add_argument("--office", type=Path, nargs="*", default=[], help="pages office programs set")
    parser.add_argument("--write", action="store_true", help="write the tables into the program")
    parser.add_argument("--scale", type=float, default=1.0, help="how many trees, against the usual number")
    parser.add_argument("--keep", type=Path, help="write the documents with what was judged to this file")
    args = parser.parse_args()
    real = [folder for folder in (args.folder, args.read_again) if folder]
    found = [each for folder in (*real, *args.more) for each in documents_of(folder, folder in real)]
    found += [each for folder in args.office for each in office_documents_of(folder)]
    documents = [each for each in found if len(raw_lines(each.raw)) > 1]
    begun = time.monotonic()
    steps = {
        "gaps": (with_gaps, "p_gap"), "boundaries": (with_neighbours, "p_near"), "links": (with_pairs, "p_far"),
        "parts": (with_labels, "chain"), "context": (with_context, "p_all"),
    }  # fmt: skip
    for name, stage in stages(args.scale).items():
        step, into = steps[name]
        documents = mapped(step, documents)
        table = stage.across(documents, into)
        if name == "context":
            whole_again(documents)
        stage.tell(documents, into)
        print(f"{name}: {time.monotonic() - begun:.0f} s", flush=True)
        if args.write:
            stage.write(table, TABLES / f"{name}.py")
    if args.keep:
        args.keep.write_bytes(pickle.dumps(documents))


def whole_again(documents: list[Document]) -> None:
    """Let ``p_all`` tell of every boundary: of those in doubt what the last table says, of the others the first."""
    for document in documents:
        p = document.p_near.copy()
        p[document.unsure] = document.p_all
        document.p_all = p


if __name__ == "__main__":
    main()
