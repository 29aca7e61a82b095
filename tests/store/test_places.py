"""Folders that ruin databases are told by what costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from qingyang.errors import AppError
from qingyang.store import Holder, create
from qingyang.store.places import network_mount

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/share /mnt/share nfs4 rw 0 0
//nas/paper /mnt/paper\\040room cifs rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
"""


@pytest.mark.skipif(Path("/").anchor != "/", reason="paths as Linux has them")
@pytest.mark.parametrize(
    ("folder", "system"),
    [
        ("/home/me", ""),
        ("/mnt/share", "nfs4"),
        ("/mnt/share/a/b", "nfs4"),
        ("/mnt/shared", ""),
        ("/mnt/paper room/x", "cifs"),
        ("/mnt/share/local/x", ""),
    ],
)
def test_the_mount_table_tells_a_share(folder: str, system: str) -> None:
    assert network_mount(Path(folder), MOUNTS) == system
    assert network_mount(Path(folder), "\n".join(reversed(MOUNTS.splitlines()))) == system


def test_a_synchronised_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    me = Holder()
    cloud = tmp_path / "cloud"
    (cloud / "desk").mkdir(parents=True)
    monkeypatch.setenv("OneDrive", str(cloud))
    with pytest.raises(AppError, match="desk_in_cloud"):
        create(cloud / "desk" / "a.qy", holder=me)
    assert list((cloud / "desk").iterdir()) == []
    monkeypatch.delenv("OneDrive")
    create(cloud / "desk" / "a.qy", holder=me).close()
    (cloud / ".dropbox.cache").mkdir()
    with pytest.raises(AppError, match="desk_in_cloud"):
        create(cloud / "desk" / "b.qy", holder=me)
    apple = tmp_path / "Library" / "Mobile Documents" / "x"
    apple.mkdir(parents=True)
    with pytest.raises(AppError, match="desk_in_cloud"):
        create(apple / "a.qy", holder=me)
