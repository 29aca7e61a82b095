"""A clone works anywhere: no file names a folder of somebody's machine or a package registry's address."""

import re
import subprocess
from pathlib import Path

import pytest

import bootstrap

MACHINE_FOLDER = re.compile(r"(?<![\w.])/(?:work|root|opt|home/\w+|Users/\w+)/\w")
REGISTRY = re.compile(
    r"(?:pypi|pythonhosted|npmjs|npmmirror|debian|ubuntu|anaconda|aliyun|tsinghua)\.(?:org|com|edu|cn)\b"
)
LOCK_ADDRESS = re.compile(r"://|--index-url|--extra-index-url|--find-links|\bfile:")


def tracked_texts() -> list[tuple[str, str]]:
    """Return path and text of every tracked file that is text."""
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=bootstrap.ROOT, capture_output=True)
    if listing.returncode:
        pytest.skip("this is no git clone")
    paths = (bootstrap.ROOT / name for name in listing.stdout.decode("utf-8").split("\0") if name)
    files = ((path, path.read_bytes()) for path in paths if path.is_file())
    return [
        (path.relative_to(bootstrap.ROOT).as_posix(), content.decode("utf-8", "replace"))
        for path, content in files
        if b"\0" not in content
    ]


@pytest.mark.parametrize("pattern", [MACHINE_FOLDER, REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_machine_or_a_registry(pattern: re.Pattern[str]) -> None:
    found = [f"{name}: {hit.group()}" for name, text in tracked_texts() if (hit := pattern.search(text))]
    assert not found


@pytest.mark.parametrize(
    "said", ["/".join(("", "work", "x")), "/".join(("", "home", "me", "x")), ".".join(("pypi", "org"))]
)
def test_such_names_are_seen(said: str) -> None:
    assert MACHINE_FOLDER.search(said) or REGISTRY.search(said)


@pytest.mark.parametrize("lock", bootstrap.LOCKS, ids=lambda lock: lock.name)
def test_locks_carry_versions_and_hashes_only(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert not LOCK_ADDRESS.search(text)
    entries = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[a-z0-9-]+==[\w.]+", entry) and "--hash=sha256:" in entry for entry in entries)
