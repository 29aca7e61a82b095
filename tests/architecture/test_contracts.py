"""The rooms know only what they may; each contract is seen to break when a line breaks it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap

DOWN_ONLY = "Imports go down only"
INTRUSIONS = [
    (DOWN_ONLY, {"text/intruder.py": "from qingyang.lexicon import door", "lexicon/door.py": ""}),
    (DOWN_ONLY, {"store/intruder.py": "from qingyang.press import door", "press/door.py": ""}),
    (DOWN_ONLY, {"repair/late.py": "def late():\n    import qingyang.services.door", "services/door.py": ""}),
    (DOWN_ONLY, {"attic/intruder.py": ""}),
    (
        "No circles inside a room",
        {"text/a.py": "from qingyang.text import b", "text/b.py": "import qingyang.text.a"},
    ),
    ("Only the window knows Qt", {"services/intruder.py": "from PySide6.QtCore import QObject"}),
    ("Only the store knows SQL", {"services/intruder.py": "import sqlite3"}),
    ("Only the press knows PDF", {"compose/intruder.py": "from reportlab.pdfgen import canvas"}),
    ("Only the lexicon knows the dictionaries", {"repair/intruder.py": "import jieba"}),
    ("Only the export knows DOCX", {"ui/intruder.py": "import docx"}),
    *(
        (
            f"{one} does not know its neighbours",
            {f"{room}/a.py": f"import qingyang.{room}.b".replace("/", "."), f"{room}/b.py": ""},
        )
        for one, room in {
            "A repair rule": "repair/rules",
            "A flag": "repair/flags",
            "A cue": "tagging/cues",
            "A check": "checks",
            "An import format": "ingest",
            "An export format": "export",
        }.items()
    ),
]


def broken_contracts(root: Path) -> set[str]:
    """Return the names of the contracts that the package below a folder breaks."""
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run(
        [linter, "--config", bootstrap.ROOT / "pyproject.toml", "--no-cache"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    broken = set(re.findall(r"^(.+) BROKEN\b", said.stdout, re.MULTILINE))
    assert f", {len(broken)} broken." in said.stdout, said.stdout + said.stderr
    return broken


def test_every_contract_is_kept() -> None:
    assert broken_contracts(bootstrap.ROOT / "app") == set()


@pytest.mark.parametrize(("contract", "files"), INTRUSIONS)
def test_a_contract_breaks_when_a_line_breaks_it(
    tmp_path: Path, contract: str, files: dict[str, str]
) -> None:
    package = tmp_path / "qingyang"
    shutil.copytree(
        bootstrap.ROOT / "app" / "qingyang", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    for file, text in files.items():
        path = package / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")
        for folder in path.relative_to(package).parents:
            (package / folder / "__init__.py").touch()
    assert contract in broken_contracts(tmp_path)
