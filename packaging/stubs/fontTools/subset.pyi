from collections.abc import Iterable

from fontTools.ttLib import TTFont

class Options:
    name_IDs: list[str]
    name_languages: list[str]
    name_legacy: bool
    notdef_outline: bool
    recommended_glyphs: bool
    def __init__(
        self, *, hinting: bool = ..., layout_features: list[str] = ..., drop_tables: list[str] = ...
    ) -> None: ...

class Subsetter:
    def __init__(self, options: Options) -> None: ...
    def populate(self, *, unicodes: Iterable[int]) -> None: ...
    def subset(self, font: TTFont) -> None: ...
