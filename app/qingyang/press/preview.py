"""One page for the screen, as it will print, made at once: nothing packed, no tags, fonts kept from page to page."""

from __future__ import annotations

from collections.abc import Mapping

from reportlab import rl_config

from qingyang.compose.layout import Layout, Page
from qingyang.press.faces import Faces
from qingyang.press.finishing import pictured
from qingyang.press.fonts import Embedded
from qingyang.press.pictures import NONE, Prepared
from qingyang.press.profiles import digital
from qingyang.press.rendering import Raster, raster
from qingyang.press.streams import Means, stream, used
from qingyang.press.tags import Recorder
from qingyang.press.writing import embedded, sheet


class Preview:
    """Draws pages in the faces of one template; one thread at a time."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._chars: dict[str, set[str]] = {}
        self._fonts: Mapping[str, Embedded] = {}

    def draw(self, layout: Layout, number: int, scale: float, pictures: Prepared = NONE) -> Raster:
        """Return one page (from 0), trimmed, at ``scale`` pixels a point."""
        return raster(self.page(layout, number, pictures), 0, scale, layout.bleed)

    def page(self, layout: Layout, number: int, pictures: Prepared = NONE) -> bytes:
        """Return one page (from 0) as a PDF nothing can be read back from."""
        rl_config.useA85 = 0
        page = layout.pages[number]
        keys = {name: f"I{k}" for k, name in enumerate(pictures.pixels, 1)}
        fonts = self._fonts_for(layout, page)
        made = sheet(layout, layout.bleed, packed=False)
        before = f"1 0 0 1 {layout.bleed:.3f} {layout.bleed:.3f} cm"
        made.add(stream(page, Means(fonts, digital().space, keys, Recorder()), before))
        document = made._doc
        for font in dict.fromkeys(fonts.values()):
            font.add_to(document, packed=False)
        data = bytes(document.GetPDFData(made))
        shown = {keys[p.name]: pictures.pixels[p.name] for p in page.pictures if p.name in keys}
        return pictured(data, shown) if shown else data

    def _fonts_for(self, layout: Layout, page: Page) -> Mapping[str, Embedded]:
        """Return fonts that have all a page needs; where they must be made, all other pages are thought of too."""
        wanted = used([page])
        if any(not chars <= self._chars.get(face, set()) for face, chars in wanted.items()):
            for face, chars in used(layout.pages).items():
                self._chars[face] = self._chars.get(face, set()) | chars
            self._fonts = embedded(self._chars, self.faces)
        return self._fonts
