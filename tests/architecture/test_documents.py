"""What a reader clicks on is there: links and pictures of README and guide, and no picture nobody shows."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "resources" / "guide"
DOCUMENTS = [*ROOT.glob("README*.md"), *GUIDE.glob("*.md")]
LINK = re.compile(r"\]\(([^)#]+)")


def links(document: Path) -> set[Path]:
    """Return the files a document leads to."""
    found = LINK.findall(document.read_text("utf-8"))
    return {(document.parent / link).resolve() for link in found if "://" not in link}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_is_there(document: Path) -> None:
    assert [str(path) for path in sorted(links(document)) if not path.exists()] == []


def test_both_languages_lead_to_the_same_pictures_and_every_picture_is_shown() -> None:
    shown = {
        chinese: {path.name for d in DOCUMENTS if ("zh-CN" in d.name) == chinese for path in links(d)}
        for chinese in (False, True)
    }
    pictures = {path.name for path in GUIDE.iterdir() if path.suffix in {".png", ".gif"}}
    light = {name for name in pictures if "-dark" not in name}
    assert light - shown[False] == set() and light - shown[True] == set()
