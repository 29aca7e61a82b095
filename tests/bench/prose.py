"""News prose in any amount for measuring: the sentences of the two seeds, shuffled into new paragraphs."""

from __future__ import annotations

import json
import random
from pathlib import Path

ROOT = Path(__file__).parents[2]


def sentences() -> list[str]:
    """Return the sentences of the body paragraphs of both seeds, as read by hand."""
    found = []
    for path in sorted((ROOT / "tests" / "reading").glob("*.json")):
        for paragraph in json.loads(path.read_text("utf-8"))["paragraphs"]:
            if paragraph["role"] in ("body", "lede", "answer", "question"):
                found += [s + "。" for s in paragraph["text"].rstrip("。").split("。")]
    return found


def paragraphs(characters: int, seed: int = 7) -> list[str]:
    """Return distinct paragraphs of at least so many characters in all, the same for the same seed."""
    chance = random.Random(seed)
    stock, found, count = sentences(), [], 0
    while count < characters:
        paragraph = "".join(chance.sample(stock, chance.randint(1, 4)))
        found.append(paragraph)
        count += len(paragraph)
    return list(dict.fromkeys(found))
