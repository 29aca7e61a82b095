"""The verbs as a user types them: what they leave, what they say, how they end."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qingyang.cli import run, verbs
from qingyang.press.reading import opened, reading
from qingyang.resources import resource, seeds
from qingyang.services.project import Project
from qingyang.text.issue import Issue, IssueFacts

Saw = pytest.CaptureFixture[str]


def spaceless(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "out"
    assert run(["demo", "--no-window", "--out", str(folder)]) == 0
    return folder


def paragraphs(path: Path) -> list[str]:
    return [p["text"] for p in json.loads(path.read_text(encoding="utf-8"))["paragraphs"]]


def test_the_demo_leaves_desk_texts_and_a_bulletin_that_reads_back(demo: Path) -> None:
    names = {path.name for path in demo.rglob("*") if path.is_file()}
    stems = {path.stem for path in seeds()}
    assert {"desk.qy", "bulletin.pdf"} | {f"{s}.{x}" for s in stems for x in ("json", "txt", "md")} <= names
    texts = [t for path in sorted((demo / "repaired").glob("*.json")) for t in paragraphs(path)]
    assert spaceless(reading(demo / "bulletin.pdf")) == spaceless("".join(texts))
    with sqlite3.connect(f"file:{demo / 'desk.qy'}?mode=ro", uri=True) as desk:
        stored = [row[0] for row in desk.execute("SELECT text FROM paragraphs ORDER BY document, n")]
    assert stored == texts
    assert run(["verify", "--desk", str(demo / "desk.qy")]) == 0
    assert run(["preflight", str(demo / "bulletin.pdf")]) == 0


def test_one_changed_character_shows_in_json_desk_and_pdf_and_nowhere_else(
    demo: Path, tmp_path: Path
) -> None:
    seed = seeds()[0]
    raw = seed.read_text(encoding="utf-8")
    at = raw.index("丰硕成果")
    (tmp_path / seed.name).write_text(raw[:at] + "鼎" + raw[at + 1 :], encoding="utf-8")
    page, desk, out, pdf = (tmp_path / seed.name, tmp_path / "d.qy", tmp_path / "o", tmp_path / "b.pdf")
    assert run(["repair", str(page), "--out", str(out)]) == 0
    assert run(["import", str(page), "--desk", str(desk)]) == 0
    assert run(["bulletin", "--desk", str(desk), "-o", str(pdf)]) == 0
    old = paragraphs(demo / "repaired" / f"{seed.stem}.json")
    new = paragraphs(out / f"{seed.stem}.json")
    assert len(old) == len(new)
    changed = [(a, b) for a, b in zip(old, new, strict=True) if a != b]
    assert [(a.replace("丰硕", "鼎硕"), b) for a, b in changed] == [(b, b) for _, b in changed]
    assert len(changed) == 1
    with sqlite3.connect(f"file:{desk}?mode=ro", uri=True) as database:
        assert [row[0] for row in database.execute("SELECT text FROM paragraphs ORDER BY n")] == new
    assert spaceless(reading(pdf)) == spaceless("".join(new))


def test_output_depends_on_content_alone(tmp_path: Path) -> None:
    seed = seeds()[1]
    for name in ("one.txt", "two.b.txt"):
        (tmp_path / name).write_bytes(seed.read_bytes())
    assert run(["repair", str(tmp_path / "one.txt"), "--out", str(tmp_path / "a")]) == 0
    both = [str(tmp_path / "two.b.txt"), str(tmp_path / "one.txt")]
    assert run(["repair", *both, "--out", str(tmp_path / "b")]) == 0
    alone = (tmp_path / "a" / "one.json").read_bytes()
    assert alone == (tmp_path / "b" / "one.json").read_bytes() == (tmp_path / "b" / "two.b.json").read_bytes()


def test_the_same_texts_give_the_same_pdf_bytes(tmp_path: Path) -> None:
    pdfs = [tmp_path / "1.pdf", tmp_path / "2.pdf"]
    for pdf in pdfs:
        assert run(["bulletin", *map(str, seeds()), "-o", str(pdf)]) == 0
    assert pdfs[0].read_bytes() == pdfs[1].read_bytes()


BAD_FILES = {
    "empty.txt": (b"", "no text"),
    "blank.txt": (b" \n\n\t", "no text"),
    "binary.txt": (bytes(range(256)) * 40, "not a text file"),
    "torn.txt": (b"\xff\xfe\x00", "no text"),
    "unknown.txt": (b"\x81\x81\xff\xfe\x81\xff" * 30, "encoding"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_one_clear_line_and_the_others_are_done(
    name: str, tmp_path: Path, capsys: Saw
) -> None:
    data, words = BAD_FILES[name]
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text("好天气。\n", encoding="utf-8")
    status = run(["repair", str(tmp_path / name), str(tmp_path / "good.txt"), "--out", str(tmp_path / "o")])
    said = capsys.readouterr().err
    assert status == 2
    assert words in said and name in said and said.count("\n") == 1
    assert [path.name for path in (tmp_path / "o").iterdir()] == ["good.json"]


def test_unreadable_and_missing_paths(tmp_path: Path, capsys: Saw) -> None:
    assert run(["repair", str(tmp_path / "none.txt"), "--out", str(tmp_path)]) == 2
    assert run(["repair", str(tmp_path), "--out", str(tmp_path / "o")]) == 2
    assert run(["bulletin", str(tmp_path / "none.txt"), "-o", str(tmp_path / "b.pdf")]) == 2
    assert run(["verify", "--desk", str(tmp_path / "none.qy")]) == 2
    assert run(["preflight", str(tmp_path / "none.pdf")]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 5 and all("Traceback" not in line for line in said)
    assert list(tmp_path.glob("*.pdf")) == []


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[Path]:
    """A folder nobody may write in; permissions do not bind root, but the kernel's own folder does."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        yield Path("/proc/sys")
        return
    folder = tmp_path / "shut"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    yield folder
    folder.chmod(stat.S_IRWXU)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are shut another way there")
def test_a_folder_that_may_not_be_written(shut: Path, tmp_path: Path, capsys: Saw) -> None:
    seed = tmp_path / "seed.txt"
    seed.write_text("今天天气很好。\n", encoding="utf-8")
    for words in (
        ["repair", str(seed), "--out", str(shut)],
        ["import", str(seed), "--desk", str(shut / "d.qy")],
        ["bulletin", str(seed), "-o", str(shut / "b.pdf")],
        ["demo", "--no-window", "--out", str(shut / "demo")],
    ):
        assert run(words) == 2, words
        said = capsys.readouterr().err
        assert said.count("\n") == 1 and str(shut) in said


def test_nothing_is_overwritten_unasked(tmp_path: Path, capsys: Saw) -> None:
    seed = tmp_path / "page.txt"
    seed.write_text("今天天气很好。\n", encoding="utf-8")
    (tmp_path / "page.md").write_text("mine", encoding="utf-8")
    words = ["repair", str(seed), "--out", str(tmp_path), "--format", "md"]
    assert run(words) == 2
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == "mine"
    assert run([*words, "--force"]) == 0
    assert "今天天气很好。" in (tmp_path / "page.md").read_text(encoding="utf-8")
    other = tmp_path / "other"
    other.mkdir()
    (other / "page.txt").write_text("明天。\n", encoding="utf-8")
    assert run(["repair", str(seed), str(other / "page.txt"), "--out", str(tmp_path / "n")]) == 2
    assert not (tmp_path / "n").exists()
    assert "Two inputs" in capsys.readouterr().err


def test_a_missing_template_names_those_there_are(tmp_path: Path, capsys: Saw) -> None:
    words = ["bulletin", str(seeds()[0]), "--template", "a9-round", "-o", str(tmp_path / "b.pdf")]
    assert run(words) == 2
    assert "a4-two-column" in capsys.readouterr().err
    assert not (tmp_path / "b.pdf").exists()


CLEAN = (
    "渝中区召开工作会议",
    "会议11月13日召开，部署下一阶段重点任务，要求各部门密切配合，确保任务落到实处。",
    "会议指出，要坚持问题导向，把群众的事情办好。",
)
TEMPLATES = ("a3-four-column", "a4-brief", "a4-two-column", "tabloid-five-column")


@pytest.mark.parametrize("template", TEMPLATES)
def test_sources_are_set_in_order_and_clean_paragraphs_stay_what_they_are(
    template: str, tmp_path: Path
) -> None:
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    first.write_text("\n".join(CLEAN) + "\n", encoding="utf-8")
    second.write_text("<b>R&D</b>投入增长 %s {name}，👨‍👩‍👧说שלום。\n", encoding="utf-8")
    pdf = tmp_path / "b.pdf"
    words = ["bulletin", str(first), str(second), "--template", template, "-o", str(pdf)]
    assert run(words) == 0
    wanted = "".join(CLEAN) + "<b>R&D</b>投入增长 %s {name}，👨‍👩‍👧说שלום。"
    assert spaceless(reading(pdf)) == spaceless(wanted)


def test_text_without_room_is_told_and_a_fact_is_printed(tmp_path: Path, capsys: Saw) -> None:
    page = tmp_path / "long.txt"
    page.write_text("会议指出，要坚持问题导向，把群众的事情办好。" * 400 + "\n", encoding="utf-8")
    words = ["bulletin", str(page), "--template", "a4-brief", "--name", "简报", "-o", str(tmp_path / "b.pdf")]
    assert run([*words, "--pages", "2", "--fact", "reported_to=区委"]) == 1
    assert "No room on the pages allowed" in capsys.readouterr().err
    for wrong in ("reporter=区委", "区委"):
        assert run([*words, "--force", "--fact", wrong]) == 2
        assert "reported_to" in capsys.readouterr().err


def test_search_check_export_and_doctor(demo: Path, tmp_path: Path) -> None:
    desk = str(demo / "desk.qy")
    found: Result = CliRunner().invoke(verbs, ["search", "--desk", desk, "民安供应链", "--json"])
    hits = json.loads(found.output)
    assert len(hits) == 1 and "民安供应链" in hits[0]["excerpt"]
    checked = CliRunner().invoke(verbs, ["check", "--desk", desk, "--json"], standalone_mode=False)
    assert checked.return_value == 1
    assert any(row["what"] == "check.gap_start" for row in json.loads(checked.output))
    for form in ("docx", "html", "md", "txt"):
        assert run(["export", "--desk", desk, "--format", form, "-o", str(tmp_path / f"x.{form}")]) == 0
    assert run(["doctor"]) in (0, 1)


def test_one_issue_of_a_desk_is_printed_and_written_out(tmp_path: Path, capsys: Saw) -> None:
    desk, out = tmp_path / "d.qy", tmp_path / "out"
    with Project.open(desk, create=True) as project:
        one, two = (
            project.import_text(f"{text}\n", text[:2]) for text in ("渝中举办咖啡节。", "区委召开会议。")
        )
        project.issues.put(Issue(IssueFacts("旧报", "9"), "a4-brief", (one,)))
        project.issues.put(Issue(IssueFacts("新报", "10"), documents=(two, one)))
    export = ["export", "--desk", str(desk), "--force", "--format", "txt", "-o", str(out)]

    def texts(*more: str) -> list[str]:
        assert run([*export, *more]) == 0
        return out.read_text("utf-8").split()

    assert texts("--issue", "9") == ["渝中举办咖啡节。"]
    assert texts("--issue", "10") == ["区委召开会议。", "渝中举办咖啡节。"]
    assert texts() == ["渝中举办咖啡节。", "区委召开会议。"]
    assert run([*export, "--issue", "11"]) == 2 and "10 " in capsys.readouterr().err
    bulletin = ["bulletin", "--desk", str(desk), "--force", "-o", str(tmp_path / "b.pdf")]

    def printed(*more: str) -> tuple[bytes, str, str]:
        assert run([*bulletin, *more]) == 0
        pdf = tmp_path / "b.pdf"
        with opened(pdf) as found:
            title = str(found.docinfo["/Title"])
        return pdf.read_bytes(), title, spaceless(reading(pdf))

    assert printed("--issue", "9")[1:] == ("旧报", "渝中举办咖啡节。")
    assert printed("--issue", "10") == printed() and printed()[1:] == (
        "新报",
        "区委召开会议。渝中举办咖啡节。",
    )
    # An issue is set in its own template; another one is asked for by name.
    brief = printed("--issue", "9", "--template", "a4-brief")
    assert printed("--issue", "9") == brief != printed("--issue", "9", "--template", "a4-two-column")
    assert run(["bulletin", str(seeds()[0]), "--issue", "9", "-o", str(tmp_path / "x.pdf")]) == 2


def test_reading_verbs_work_while_somebody_writes(tmp_path: Path) -> None:
    desk = tmp_path / "d.qy"
    with Project.open(desk, create=True) as project:
        document = project.import_text("渝中举办咖啡节。\n", "粘贴")
        project.review(document).rewrite(0, "渝中举办咖啡节了。")
        done = CliRunner().invoke(verbs, ["search", "--desk", str(desk), "咖啡节了"], standalone_mode=False)
        assert "咖啡节了" in done.output
        assert run(["verify", "--desk", str(desk)]) == 0
        assert run(["import", str(seeds()[0]), "--desk", str(desk)]) == 2


def test_house_lists_statistics_and_searches_from_the_command_line(tmp_path: Path, capsys: Saw) -> None:
    desk, raw, words = tmp_path / "d.qy", tmp_path / "a.txt", tmp_path / "错敏词.csv"
    raw.write_text("渝中举办咖啡节。\n重慶开放的的步子更大。\n", "utf-8")
    words.write_text("词语,级别\n咖啡节,慎用\n", "utf-8")
    assert run(["check", str(raw), "--list", str(words), "--json"]) == 1
    rows = {row["rule"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["repeats"]["offers"] == ["的"]
    assert rows["house"]["excerpt"].startswith("渝中举办咖啡节")
    assert "错敏词" in rows["house"]["said"]
    assert run(["import", str(raw), "--desk", str(desk)]) == 0
    assert run(["lists", str(words), "--desk", str(desk)]) == 0
    capsys.readouterr()
    assert run(["check", "--desk", str(desk), "--json"]) == 1
    assert {"house", "repeats"} <= {row["rule"] for row in json.loads(capsys.readouterr().out)}
    assert run(["check", "--desk", str(desk), "--statistics", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["length"]["with_marks"] == 19
    assert told["error_rate"]["errors"] == 0
    for mode, query in (
        ("pinyin", "kafeijie"),
        ("pinyin", "kfj"),
        ("expression", "咖.节"),
        ("plain", "咖啡"),
    ):
        assert run(["search", query, "--desk", str(desk), "--mode", mode]) == 0
        assert "举办咖啡节" in capsys.readouterr().out
    assert run(["search", "重庆", "--desk", str(desk), "--mode", "plain", "--any-script"]) == 0
    assert "重慶" in capsys.readouterr().out
    assert run(["search", "(", "--desk", str(desk), "--mode", "expression"]) == 2
    words.write_text("词语,级别\n咖啡节,也许\n", "utf-8")
    assert run(["lists", str(words), "--desk", str(desk)]) == 2
    said = capsys.readouterr().err
    assert "2" in said and "级别" in said and said.count("\n") == 2


def test_help_says_what_is_not_there_yet() -> None:
    for verb in ("repair", "import", "bulletin", "export", "search", "check", "preflight"):
        assert "Not yet" in CliRunner().invoke(verbs, [verb, "--help"]).output


def test_a_fault_of_ours_names_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Saw) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("qingyang.services.doctor.examine", lambda: 1 / 0)
    assert run(["doctor"]) == 3
    said = capsys.readouterr().err
    assert "qingyang.log" in said and said.count("\n") == 1
    assert "ZeroDivisionError" in (tmp_path / "qingyang" / "qingyang.log").read_text(encoding="utf-8")


def test_no_verb_loads_qt() -> None:
    code = "import sys; from qingyang.cli import run; run(['doctor']); sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_missing_face_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Saw) -> None:
    empty = tmp_path / "fonts"
    empty.mkdir()
    found = resource
    monkeypatch.setattr(
        "qingyang.services.workbench.resource", lambda *parts: empty if parts == ("fonts",) else found(*parts)
    )
    assert run(["bulletin", str(seeds()[1]), "-o", str(tmp_path / "b.pdf")]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "NotoS" in said
    assert not list(tmp_path.glob("*.pdf"))
    assert run(["doctor"]) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize("display", ["", ":987"])
def test_without_a_screen_the_window_says_so_in_one_line(display: str) -> None:
    bare = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "qingyang.main"]
    done = subprocess.run(
        command, env={**bare, "DISPLAY": display}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "no display" in done.stderr


def test_repair_in_another_script(tmp_path: Path, capsys: Saw) -> None:
    page = tmp_path / "page.txt"
    page.write_text("去年镇里的图\n书馆在网络上开放预约。\n", encoding="utf-8")
    plain = ["repair", str(page), "--out"]
    assert run([*plain, str(tmp_path / "s")]) == 0
    assert run([*plain, str(tmp_path / "t"), "--script", "s2twp"]) == 0
    assert paragraphs(tmp_path / "s" / "page.json") == ["去年镇里的图书馆在网络上开放预约。"]
    assert paragraphs(tmp_path / "t" / "page.json") == ["去年鎮裡的圖書館在網路上開放預約。"]
    raw, told = (json.loads((tmp_path / at / "page.json").read_text("utf-8")) for at in ("s", "t"))
    assert raw.keys() == told.keys()
    assert (raw["boundaries"], raw["edits"]) == (told["boundaries"], told["edits"])
    assert run([*plain, str(tmp_path / "x"), "--script", "elvish"]) == 2
    assert "elvish" in capsys.readouterr().err


@pytest.mark.parametrize("purpose", ["x4", "digital"])
def test_a_bulletin_of_either_purpose_passes_the_preflight(
    purpose: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf = tmp_path / "b.pdf"
    words = ["bulletin", str(seeds()[1]), "--name", "简报", "--marks", "--profile", purpose, "-o", str(pdf)]
    assert run(words) == 0
    capsys.readouterr()
    assert run(["preflight", str(pdf), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    if purpose == "digital":
        assert run(["preflight", str(pdf), "--profile", "x4"]) == 1


def test_a_finding_tells_page_place_and_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = Path(__file__).parent / "press" / "data" / "typst.pdf"
    assert run(["preflight", str(other), "--json"]) == 1
    rows = json.loads(capsys.readouterr().out)
    assert {"what", "page", "place", "said", "todo"} == set(rows[0])
    assert ("press.no_trim", 2) in {(row["what"], row["page"]) for row in rows}
    assert all(row["said"] and row["todo"] for row in rows)
    assert run(["preflight", str(other)]) == 1
    assert "2: There is no TrimBox → Export again" in capsys.readouterr().out


@pytest.mark.parametrize("proof", ["changes", "lines"])
def test_a_proof_is_asked_for_by_name(proof: str, tmp_path: Path) -> None:
    clean, marked = tmp_path / "clean.pdf", tmp_path / "proof.pdf"
    assert run(["bulletin", str(seeds()[0]), "-o", str(clean)]) == 0
    assert run(["bulletin", str(seeds()[0]), "--proof", proof, "-o", str(marked)]) == 0
    assert reading(marked) == reading(clean) and marked.read_bytes() != clean.read_bytes()


def test_a_colour_profile_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.icc"
    bad.write_bytes(b"no profile")
    assert run(["bulletin", str(seeds()[1]), "--icc", str(bad), "-o", str(tmp_path / "b.pdf")]) == 2
    said = capsys.readouterr().err
    assert "bad.icc" in said and len(said.splitlines()) == 1 and not (tmp_path / "b.pdf").exists()
