"""The only PDF writer: faces, embedded fonts, page streams, marks, files; and reading, preflight and preview.

`load` faces and a template, compose, `write`; `reading` gives the text back, `preflight` what a print house would
find, `render` a picture of a page.
"""

from qingyang.press.faces import Faces, load
from qingyang.press.preflight import Finding, preflight
from qingyang.press.reading import reading
from qingyang.press.rendering import count, render
from qingyang.press.writing import pdf, write

__all__ = ["Faces", "Finding", "count", "load", "pdf", "preflight", "reading", "render", "write"]
