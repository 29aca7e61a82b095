"""The only PDF writer: faces, embedded fonts, page streams, tags, marks, files; and reading, preflight and preview.

`load` faces and a template, compose, prepare pictures for a profile, `write`; `reading` gives the text back,
`preflight` what a print house would find, `render` a picture of a page.
"""

from qingyang.press.faces import Faces, load
from qingyang.press.pictures import Open, Prepared, prepare
from qingyang.press.preflight import Finding, preflight
from qingyang.press.preview import Preview
from qingyang.press.profiles import Profile, profile
from qingyang.press.reading import reading
from qingyang.press.rendering import Raster, count, raster, render
from qingyang.press.writing import pdf, write

__all__ = [
    "Faces", "Finding", "Open", "Prepared", "Preview", "Profile", "Raster",
    "count", "load", "pdf", "preflight", "prepare", "profile", "raster", "reading", "render", "write",
]  # fmt: skip
