"""The wheel brings the resources and the seeds along, and the installed package finds its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import bootstrap
from qingyang.resources import resource, seeds

ASK = (
    "from qingyang.resources import resource, seeds; print(resource('fonts', 'OFL.txt'), *seeds(), sep='\\n')"
)


def test_the_installed_package_finds_its_resources_and_seeds(tmp_path: Path) -> None:
    hatchling = Path(sys.executable).with_name("hatchling")
    subprocess.run([hatchling, "build", "-t", "wheel", "-d", tmp_path], cwd=bootstrap.ROOT, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)

    environment = {**os.environ, "PYTHONPATH": str(site)}
    told = subprocess.run(
        [sys.executable, "-c", ASK], env=environment, cwd=tmp_path, capture_output=True, text=True
    )
    found = [Path(line) for line in told.stdout.splitlines()]
    assert [path.read_bytes() for path in found] == [
        path.read_bytes() for path in (resource("fonts", "OFL.txt"), *seeds())
    ]
    assert all(site in path.parents for path in found), told.stderr


def test_a_checkout_uses_its_own_files() -> None:
    assert all(path.parent == bootstrap.ROOT / "seeds" for path in seeds())
    assert resource("fonts") == bootstrap.ROOT / "resources" / "fonts"
