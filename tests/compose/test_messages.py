"""Every message of composing and press has a sentence in both languages, with the same values in braces."""

import re
from pathlib import Path

import pytest

from qingyang.wording import load

ROOT = Path(__file__).parents[2]
IDS = re.compile(r'"((?:page|press)\.[a-z_]+)"|AppError\("([a-z_]+)"|"(template_[a-z_]+)"')
SHARED = {"error.cannot_read", "error.cannot_write"}


def said() -> set[str]:
    found = set()
    for room in ("compose", "press"):
        for path in (ROOT / "app" / "qingyang" / room).glob("*.py"):
            for message, error, template in IDS.findall(path.read_text(encoding="utf-8")):
                found.add(message or f"error.{error or template}")
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_message_has_a_sentence(language: str) -> None:
    sentences = load(ROOT / "resources" / "i18n", language).sentences
    assert said() - SHARED <= set(sentences)


def test_both_languages_name_the_same_values() -> None:
    zh, en = (load(ROOT / "resources" / "i18n", language).sentences for language in ("zh", "en"))
    for id in said() - SHARED:
        assert set(re.findall(r"{(\w+)}", zh[id])) == set(re.findall(r"{(\w+)}", en[id])), id
