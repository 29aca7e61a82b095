"""The two commands of a bare clone: what they throw away, what they keep, what they say where they may not go on."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import bootstrap


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Point the program at the .venv of an empty folder; making and filling one only leave their marks."""
    venv = tmp_path / ".venv"
    monkeypatch.setattr(bootstrap, "VENV", venv)
    monkeypatch.setattr(bootstrap, "BIN", venv / bootstrap.BIN.name)
    monkeypatch.setattr(bootstrap, "STAMP", venv / bootstrap.STAMP.name)

    def make() -> None:
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", "--symlinks", venv], check=True)
        (venv / "made").touch()
        # A pip that can be found is all that is asked of it.
        site = next(venv.glob("lib/python*/site-packages"), venv / "Lib" / "site-packages")
        (site / "pip.py").touch()

    monkeypatch.setattr(bootstrap, "make_venv", make)
    monkeypatch.setattr(bootstrap, "install_locked", lambda: (venv / "filled").touch())
    yield tmp_path


def forbid(what: str) -> Callable[..., None]:
    """Return a stand-in for what must not happen."""
    return lambda *_: pytest.fail(f"{what} must not happen")


def test_a_venv_is_made_once_and_then_left_alone(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap.provide_venv()
    assert (clone / ".venv" / "filled").is_file()
    monkeypatch.setattr(bootstrap, "make_venv", forbid("making it again"))
    monkeypatch.setattr(bootstrap, "install_locked", forbid("installing again"))
    bootstrap.provide_venv()


def test_a_changed_lock_is_installed_into_the_venv_that_is_there(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.provide_venv()
    (clone / ".venv" / "filled").unlink()
    monkeypatch.setattr(bootstrap, "make_venv", forbid("making it again"))
    monkeypatch.setattr(bootstrap, "stamp", lambda: (STAMP_HOME, "another lock"))
    bootstrap.provide_venv()
    assert (clone / ".venv" / "filled").is_file()


STAMP_HOME = bootstrap.stamp()[0]


@pytest.mark.parametrize("damage", ["no stamp", "another Python", "no pip", "no python"])
def test_a_half_made_venv_is_thrown_away(clone: Path, damage: str) -> None:
    bootstrap.provide_venv()
    venv = clone / ".venv"
    (venv / "left over").touch()
    if damage == "no stamp":
        bootstrap.STAMP.unlink()
    elif damage == "another Python":
        bootstrap.STAMP.write_text("3.9 elsewhere\n" + bootstrap.stamp()[1] + "\n", encoding="utf-8")
    elif damage == "no pip":
        next(venv.rglob("pip.py")).unlink()
    else:
        shutil.rmtree(bootstrap.BIN)
    bootstrap.provide_venv()
    assert not (venv / "left over").exists()
    assert (venv / "filled").is_file()


def test_an_installation_that_fails_is_not_taken_for_done(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bootstrap.provide_venv()

    def fail() -> None:
        raise subprocess.CalledProcessError(1, ["pip"])

    monkeypatch.setattr(bootstrap, "install_locked", fail)
    monkeypatch.setattr(bootstrap, "stamp", lambda: (STAMP_HOME, "another lock"))
    with pytest.raises(subprocess.CalledProcessError):
        bootstrap.provide_venv()
    assert not bootstrap.STAMP.exists()


@pytest.mark.parametrize("version", [(3, 10), (3, 15), (2, 7)])
def test_a_python_without_wheels_is_refused_in_one_line(version: tuple[int, int]) -> None:
    with pytest.raises(
        bootstrap.Trouble, match=r"^This needs Python 3\.11 to 3\.14; this one is [\d.]+ \(.+\)\.$"
    ):
        bootstrap.check_python(version)


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be an ordinary user of a Debian that lacks one library and asks for a password."""
    monkeypatch.setattr(bootstrap, "missing_packages", lambda packages: ["libegl1"])
    monkeypatch.setattr(bootstrap, "is_root", lambda: False)
    monkeypatch.setattr(bootstrap, "may_install", lambda: False)
    monkeypatch.setattr(bootstrap, "passes", forbid("installing"))


WHAT_TO_TYPE = "sudo apt-get install -y --no-install-recommends libegl1"


@pytest.mark.usefixtures("bare_debian")
def test_where_apt_may_not_be_used_the_tests_end_with_what_to_type(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert bootstrap.main(["test"]) == 2
    assert capsys.readouterr().err.strip().endswith(f"Type: {WHAT_TO_TYPE}")


@pytest.mark.usefixtures("bare_debian")
def test_the_demo_goes_on_without_the_libraries_of_the_window(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed: list[list[object]] = []
    monkeypatch.setattr(bootstrap.subprocess, "call", lambda command: typed.append(list(command)) or 0)
    assert bootstrap.main(["run", "--no-window"]) == 0
    assert WHAT_TO_TYPE in capsys.readouterr().err
    assert typed == [[bootstrap.BIN / "qingyang", "demo", "--no-window"]]


def test_apt_is_asked_once_and_only_for_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def passes(name: str, command: list[str]) -> bool:
        asked.append(" ".join(command))
        return True

    monkeypatch.setattr(bootstrap, "missing_packages", lambda packages: ["xvfb"])
    monkeypatch.setattr(bootstrap, "is_root", lambda: False)
    monkeypatch.setattr(bootstrap, "may_install", lambda: True)
    monkeypatch.setattr(bootstrap, "passes", passes)
    bootstrap.provide_packages(["xvfb", "openbox"], "the tests")
    quietly = "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get"
    assert asked == [f"{quietly} update", f"{quietly} install -y --no-install-recommends xvfb"]


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only where there is dpkg")
def test_a_package_counts_as_installed_under_a_name_it_provides() -> None:
    # Every Debian has an awk, and none is called so.
    assert bootstrap.missing_packages(["bash", "awk", "no-such-package"]) == ["no-such-package"]


@pytest.mark.parametrize(
    ("modules", "first"),
    [
        ({"ensurepip", "pip"}, ["-m", "venv"]),
        ({"virtualenv", "pip"}, ["-m", "virtualenv"]),
        ({"pip"}, ["-m", "venv", "--without-pip"]),
    ],
)
@pytest.mark.usefixtures("bare_debian")
def test_a_venv_is_made_with_what_this_python_has(
    monkeypatch: pytest.MonkeyPatch, modules: set[str], first: list[str]
) -> None:
    called: list[list[object]] = []
    monkeypatch.setattr(bootstrap, "has_module", modules.__contains__)
    monkeypatch.setattr(bootstrap, "call", lambda command: called.append(list(command)))
    bootstrap.make_venv()
    assert called[0][1 : 1 + len(first)] == first


def test_debians_own_package_is_fetched_before_a_venv_is_half_made(monkeypatch: pytest.MonkeyPatch) -> None:
    modules: set[str] = set()
    called: list[list[object]] = []

    def provide(packages: list[str], purpose: str) -> None:
        assert packages == [f"python3.{sys.version_info.minor}-venv"]
        assert not called
        modules.add("ensurepip")

    monkeypatch.setattr(bootstrap, "has_module", modules.__contains__)
    monkeypatch.setattr(bootstrap, "provide_packages", provide)
    monkeypatch.setattr(bootstrap, "call", lambda command: called.append(list(command)))
    bootstrap.make_venv()
    assert [command[1:] for command in called] == [["-m", "venv", bootstrap.VENV]]


@pytest.mark.usefixtures("bare_debian")
def test_where_no_venv_can_be_made_nothing_is_left_half_made(
    clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(bootstrap, "VENV", clone / ".venv")
    monkeypatch.setattr(bootstrap, "has_module", lambda name: False)
    monkeypatch.setattr(bootstrap, "may_install", lambda: False)
    monkeypatch.setattr(bootstrap, "missing_packages", list)
    with pytest.raises(bootstrap.Trouble, match=r"Type: sudo apt-get install python3\.\d+-venv$"):
        bootstrap.make_venv()
    assert not (clone / ".venv").exists()


def test_pip_is_told_hashes_and_never_where_to_look(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "call", lambda command: called.append([str(part) for part in command]))
    bootstrap.install_locked()
    assert [command[-1] for command in called] == [*map(str, bootstrap.LOCKS), str(bootstrap.ROOT)]
    assert all("--require-hashes" in command for command in called[:-1])
    told = {part for command in called for part in command}
    assert not told & {
        "--index-url",
        "-i",
        "--extra-index-url",
        "--find-links",
        "-f",
        "--isolated",
        "--no-index",
    }


def test_the_locks_hold_what_the_project_asks_for() -> None:
    import tomllib

    from packaging.requirements import Requirement

    project = tomllib.loads((bootstrap.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["project"]["optional-dependencies"]["dev"]]
    asked += project["dependency-groups"]["build"]
    entries = "".join(lock.read_text(encoding="utf-8") for lock in bootstrap.LOCKS)
    locked = dict(line.split()[0].split("==") for line in entries.splitlines() if "==" in line.split(";")[0])
    for requirement in map(Requirement, asked):
        assert locked[requirement.name.lower()] in requirement.specifier, requirement


def test_a_wrong_verb_shows_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main(["install"]) == 2
    assert "python3 packaging/bootstrap.py run" in capsys.readouterr().err


def test_an_interruption_is_told_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "provide_packages", interrupt)
    assert bootstrap.main(["run"]) == 130


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="only where there is Xvfb")
def test_a_screen_of_our_own_stands_and_goes() -> None:
    with bootstrap.x_server() as screen:
        number = screen["DISPLAY"].removeprefix(":")
        assert Path(f"/tmp/.X11-unix/X{number}").exists()
    assert not Path(f"/tmp/.X11-unix/X{number}").exists()
