"""Set up what a bare clone needs, then show the program or prove it. Standard library only.

    python3 packaging/bootstrap.py run  [arguments of `qingyang demo`]
    python3 packaging/bootstrap.py test [arguments of pytest]

Everything Python goes into the clone's own .venv, at the locked versions and hashes. Your settings for pip and apt
(mirrors, proxies, folders of wheels) are yours and stay in force. System libraries are installed through apt where
that needs no password; otherwise the command to type is printed.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

OLDEST, NEWEST = (3, 11), (3, 14)

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "qingyang.stamp"
LOCKS = (ROOT / "packaging" / "build.lock", ROOT / "packaging" / "requirements.lock")

WINDOW_LIBRARIES = """
    libegl1 libgl1 libglib2.0-0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-image0
    libxcb-render-util0 libxcb-util1 libxcb-randr0 libxcb-shape0 libxcb-xkb1 libdbus-1-3 libfontconfig1
"""
TEST_TOOLS = "xvfb xdotool openbox x11-utils fonts-noto-cjk dbus-x11 poppler-utils"

if TYPE_CHECKING:  # an older Python must get as far as reading that it is too old
    Command = Sequence[str | Path]


class Trouble(Exception):
    """Something about this machine that its user can mend: said in one line, exit status 2."""


def main(arguments: Sequence[str]) -> int:
    """Do the verb and return its exit status."""
    verb, *rest = arguments or ("",)
    if verb not in ("run", "test"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        check_python(sys.version_info[:2])
        return run(rest) if verb == "run" else test(rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failure:
        print(f"This failed with status {failure.returncode}: {typed(failure.cmd)}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr)
        return 130


def run(arguments: Sequence[str]) -> int:
    """Show the program at work on the two newspaper texts, in the current folder."""
    try:
        provide_packages(WINDOW_LIBRARIES.split(), "the window")
    except Trouble as trouble:
        print(trouble, "The demo goes on: only the window needs them.", sep="\n", file=sys.stderr)
    provide_venv()
    return subprocess.call([BIN / "qingyang", "demo", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Run everything CI runs; pytest's closing line is the last one printed."""
    provide_packages((WINDOW_LIBRARIES + TEST_TOOLS).split(), "the tests")
    provide_venv()
    failed = [name for name, command in CHECKS.items() if not passes(name, command)]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    chosen = ["-m", "window and not own_screen", "-q", *arguments]
    if pytest("window tests, offscreen", chosen, offscreen)[0] not in (0, 5):
        failed.append("window tests, offscreen")
    with x_server() as screen:
        status, closing = pytest("tests", arguments, screen or offscreen)
    if status:
        failed.append("tests")
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    print(closing, flush=True)
    return 1 if failed else 0


# --- Python ---------------------------------------------------------------------------------------------------------


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that the locked versions have no wheels for."""
    if not OLDEST <= version <= NEWEST:
        oldest, newest = (".".join(map(str, bound)) for bound in (OLDEST, NEWEST))
        this = ".".join(map(str, version))
        raise Trouble(f"This needs Python {oldest} to {newest}; this one is {this} ({sys.executable}).")


def provide_venv() -> None:
    """Make the clone's own .venv hold exactly what the locks say."""
    home, wanted = stamp()
    found = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.is_file() else []
    usable = found[:1] == [home] and succeeds([BIN / "python", "-c", "import pip"])
    if usable and found[1:] == [wanted]:
        return
    if not usable:
        with step("new .venv"):
            if VENV.exists():
                print("The .venv here is half made, or another Python's: it is thrown away.")
                shutil.rmtree(VENV)
            make_venv()
    STAMP.unlink(missing_ok=True)
    with step("locked packages"):
        install_locked()
    STAMP.write_text(f"{home}\n{wanted}\n", encoding="utf-8")


def stamp() -> tuple[str, str]:
    """Return what a .venv must agree with to be kept, and what its packages must agree with to be left alone."""
    digest = hashlib.sha256()
    for path in (*LOCKS, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{sys.version} {base_python()} {ROOT}".replace("\n", " "), digest.hexdigest()


def base_python() -> str:
    """Return the Python outside any virtual environment: the .venv may be thrown away under our feet."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def make_venv() -> None:
    """Make an empty .venv that has pip, with Debian's divided Python too."""
    python = base_python()
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not has_module("ensurepip"):
        # Debian's venv without this package leaves a half-made folder, so look before making one.
        with contextlib.suppress(Trouble):
            provide_packages([package], "a virtual environment")
    if has_module("ensurepip"):
        call([python, "-m", "venv", VENV])
    elif has_module("virtualenv"):
        call([python, "-m", "virtualenv", "--quiet", VENV])
    elif has_module("pip"):
        call([python, "-m", "venv", "--without-pip", VENV])
        call([python, "-m", "pip", "--python", BIN / "python", "install", "--quiet", *locked(LOCKS[0])])
    else:
        raise Trouble(f"This Python cannot make a virtual environment. Type: sudo apt-get install {package}")


def install_locked() -> None:
    """Install the locked packages, what builds them first, then this clone in place."""
    pip: Command = [BIN / "python", "-m", "pip", "install", *([] if sys.stdout.isatty() else ["-qq"])]
    for lock in LOCKS:
        call([*pip, "--no-build-isolation", *locked(lock)])
    call([*pip, "--no-build-isolation", "--no-deps", "--editable", ROOT])


def locked(lock: Path) -> Command:
    """Return pip's arguments for exactly the versions and hashes of a lock."""
    return ["--no-deps", "--require-hashes", "--requirement", lock]


# --- System packages ------------------------------------------------------------------------------------------------


def provide_packages(packages: Iterable[str], purpose: str) -> None:
    """Install the Debian packages that are missing; raise `Trouble` with the command to type where we may not."""
    missing = missing_packages(packages)
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    by_hand = typed(install if is_root() else ["sudo", *install])
    if not may_install():
        raise Trouble(f"For {purpose}, system packages are missing. Type: {by_hand}")
    quietly = [*([] if is_root() else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive"]
    passes("apt-get update", [*quietly, "apt-get", "update"])
    if not passes(f"apt-get install {' '.join(missing)}", [*quietly, *install]):
        raise Trouble(f"For {purpose}, apt could not install what is missing. Type: {by_hand}")


def missing_packages(packages: Iterable[str]) -> list[str]:
    """Return those of the Debian packages that are not installed (none where there is no Debian)."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        return []
    # Newer releases say that libglib2.0-0t64 provides libglib2.0-0; only the names in Provides tell.
    form = "${db:Status-Status} ${Package} ${Provides}\n"
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", form], capture_output=True, text=True, check=True
    ).stdout
    installed = {
        name.strip(",")
        for line in listing.splitlines()
        if line.startswith("installed ")
        for name in line.split()
    }
    return [package for package in packages if package not in installed]


def may_install() -> bool:
    """Tell whether apt can be used without asking for a password."""
    return is_root() or (shutil.which("sudo") is not None and succeeds(["sudo", "-n", "true"]))


def is_root() -> bool:
    """Tell whether this process may change the system."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


# --- Checks and tests -----------------------------------------------------------------------------------------------

CHECKS: dict[str, Command] = {
    "ruff check": [BIN / "ruff", "check", "."],
    "ruff format": [BIN / "ruff", "format", "--check", "."],
    "mypy --strict": [BIN / "mypy"],
    "import contracts": [BIN / "lint-imports"],
}


def passes(name: str, command: Command) -> bool:
    """Run a step that is quiet unless it fails."""
    with step(name):
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        show(done.stdout)
    return done.returncode == 0


def pytest(name: str, arguments: Sequence[str], screen: dict[str, str]) -> tuple[int, str]:
    """Run pytest on a screen, its output passed through; return its status and closing line."""
    closing = b""
    command: Command = [BIN / "python", "-m", "pytest", "--color=no", *arguments]
    with step(name), started(command, screen, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        for line in process.stdout:
            show(line)
            closing = line.strip() or closing
        status = process.wait()
    return status, closing.decode("utf-8", "replace")


@contextlib.contextmanager
def x_server() -> Iterator[dict[str, str]]:
    """Give a screen of our own with a window manager, as environment; nothing where there is no Xvfb."""
    if shutil.which("Xvfb") is None:
        print("No Xvfb on this system: the window is tested offscreen only.")
        yield {}
        return
    end, other_end = os.pipe()
    server = ["Xvfb", "-displayfd", str(other_end), "-screen", "0", "1920x1200x24", "-nolisten", "tcp"]
    with started(server, {}, stderr=subprocess.DEVNULL, pass_fds=[other_end]):
        os.close(other_end)
        with os.fdopen(end) as told:
            screen = {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
        with started(["openbox"], screen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
            yield screen


@contextlib.contextmanager
def started(command: Command, environment: dict[str, str], **pipes: Any) -> Iterator[subprocess.Popen[bytes]]:
    """Keep a program running for the while, and end that one only."""
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **environment}, **pipes)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


# --- Small words ----------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def step(name: str) -> Iterator[None]:
    """Print one line with the time a step took."""
    begin = time.perf_counter()
    yield
    print(f"{name}: {time.perf_counter() - begin:.1f} s", flush=True)


def call(command: Command) -> None:
    """Run a command in the user's own environment; it must succeed."""
    subprocess.run(command, check=True)


def succeeds(command: Command) -> bool:
    """Tell whether a command ends well, quietly; one that is not there does not."""
    try:
        return subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        return False


def has_module(name: str) -> bool:
    """Tell whether this Python has a module, one that was installed a moment ago too."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(name) is not None


def typed(command: Command) -> str:
    """Return a command as a person would type it."""
    return " ".join(str(part) for part in command)


def show(output: bytes) -> None:
    """Pass bytes on as they came, whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(output)
    sys.stdout.buffer.flush()


def leave(*_: object) -> NoReturn:
    """End as if by an exception, so that what was started is ended too."""
    sys.exit(143)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, leave)
    sys.exit(main(sys.argv[1:]))
