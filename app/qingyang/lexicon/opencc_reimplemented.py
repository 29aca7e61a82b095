"""opencc-python-reimplemented: the fallback, and what ours is checked against; it fails some of OpenCC's own cases."""

from __future__ import annotations

import opencc

from qingyang.lexicon import NO_SCRIPTS, Converter, Scripts
from qingyang.lexicon.conversion import changed
from qingyang.text.alignment import Difference


class ReimplementedConverter:
    """One conversion of the package's."""

    def __init__(self, name: str) -> None:
        self._opencc = opencc.OpenCC(name)

    def convert(self, text: str) -> str:
        """Return the text in the other script."""
        return self._opencc.convert(text)

    def differences(self, text: str) -> list[Difference]:
        """Return where converting changes the text, in order and apart."""
        return changed([(text, self.convert(text))])


def open_converter(name: str) -> Converter:
    """Return one of the package's conversions by its name, such as ``s2t``."""
    return ReimplementedConverter(name)


def open_scripts() -> Scripts:
    """Return no character: the package's tables are too old to say which belong to one script only."""
    return NO_SCRIPTS
