"""The dictionaries: the same cuts from both, nothing lost, nothing cached where others can write."""

from __future__ import annotations

import builtins
import importlib
import logging
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import qingyang.lexicon as lexicon
from qingyang.lexicon import PlainWords, Words, load_words
from qingyang.lexicon.jieba_words import open_words as open_jieba
from qingyang.resources import seeds

TEXT = "".join(path.read_text(encoding="utf-8") for path in seeds())


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Words:
    return open_jieba(tmp_path_factory.mktemp("private"))


@pytest.fixture(scope="module")
def fastest() -> Words:
    return load_words(None)


def test_both_dictionaries_cut_the_seeds_alike(reference: Words, fastest: Words) -> None:
    for line in TEXT.split("\n"):
        assert fastest.cut(line) == reference.cut(line)


@settings(max_examples=200, deadline=None)
@given(st.text("渝中区abc12 \n\x00\ud800𠮷，。", max_size=30) | st.text(max_size=20))
def test_cuts_joined_are_the_text_again(text: str) -> None:
    assert "".join(load_words(None).cut(text)) == text
    assert "".join(PlainWords(("渝中", "中区")).cut(text)) == text


def test_plain_words_take_the_longest() -> None:
    assert PlainWords(("渝中", "渝中区")).cut("在渝中区里") == ["在", "渝中区", "里"]


def test_jieba_keeps_its_cache_in_the_private_folder_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any
) -> None:
    shared, private = tmp_path / "shared", tmp_path / "private"
    shared.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(shared))
    (shared / "jieba.cache").write_bytes(b"planted")
    assert open_jieba(private).cut("重庆渝中")
    assert [p.name for p in private.iterdir()] == ["jieba.cache"]
    assert (shared / "jieba.cache").read_bytes() == b"planted"
    assert open_jieba(None).cut("重庆渝中")
    assert [p.name for p in shared.iterdir()] == ["jieba.cache"]
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("jieba").isEnabledFor(logging.ERROR)


def test_without_the_fast_one_the_reference_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("rjieba", lexicon.READERS[0]):
        monkeypatch.delitem(sys.modules, name, raising=False)
    kept = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "rjieba":
            raise ImportError(name)
        return kept(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert type(load_words(tmp_path)).__name__ == "JiebaWords"


def test_the_package_itself_imports_no_dictionary() -> None:
    source = Path(lexicon.__file__).read_text(encoding="utf-8")
    assert "import jieba" not in source
    assert importlib.import_module("qingyang.repair")
