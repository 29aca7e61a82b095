"""The aligned view: raw text and repaired text side by side, paragraph by paragraph."""

from qingyang.ui.aligned.colours import DARK, LIGHT, Colours
from qingyang.ui.aligned.view import AlignedView

__all__ = ["DARK", "LIGHT", "AlignedView", "Colours"]
