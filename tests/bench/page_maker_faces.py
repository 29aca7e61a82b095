"""The faces a made page is set in: the project's own and those of Debian's packages that are installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

OWN = Path(__file__).parents[2] / "resources" / "fonts"
SYSTEM = Path("/usr/share/fonts/truetype")
BODY = (
    OWN / "NotoSerifSC-Regular.ttf",
    SYSTEM / "arphic-gbsn00lp" / "gbsn00lp.ttf",
    SYSTEM / "arphic" / "uming.ttc",
    OWN / "NotoSansSC-Regular.ttf",
    SYSTEM / "wqy" / "wqy-zenhei.ttc",
    SYSTEM / "wqy" / "wqy-microhei.ttc",
)
HEAD = (
    OWN / "NotoSansSC-Bold.ttf",
    OWN / "NotoSerifSC-Bold.ttf",
    SYSTEM / "arphic-gbsn00lp" / "gbsn00lp.ttf",
    SYSTEM / "wqy" / "wqy-zenhei.ttc",
)
NOTE = (
    OWN / "QingyangKai-Regular.ttf",
    SYSTEM / "arphic-gkai00mp" / "gkai00mp.ttf",
    SYSTEM / "arphic" / "ukai.ttc",
    SYSTEM / "lxgw-wenkai" / "LXGWWenKai-Light.ttf",
    OWN / "NotoSansSC-Regular.ttf",
)


class Face:
    """One font file, known to reportlab by its stem."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        if self.name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(self.name, str(path)))
        self.font = pdfmetrics.getFont(self.name)
        self._widths: dict[str, float] = {}

    def has(self, char: str) -> bool:
        """Say whether the face can draw a character."""
        return ord(char) in self.font.face.charToGlyph

    def width(self, text: str) -> float:
        """Return the natural width of a text, em."""
        total = 0.0
        for char in text:
            wide = self._widths.get(char)
            if wide is None:
                wide = self._widths[char] = pdfmetrics.stringWidth(char, self.name, 1.0)
            total += wide
        return total


def faces_among(paths: Sequence[Path], held: bool) -> list[Path]:
    """Return those of the files that are there and that pages of this kind are set in: the last two are held out."""
    there = [path for path in paths if path.exists()]
    return (there[-2:] if held else there[:-2]) or there
