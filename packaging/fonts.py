"""Build resources/fonts/ from the faces that npm and Debian carry, fetched by package name and checked by hash.

    .venv/bin/python packaging/fonts.py

Run only to change the faces; what it makes is committed, so that a clone works offline. Needs npm and apt.

The body face keeps every character it has, so that a rare name never falls out of an article. The others keep
the 8105 characters of 通用规范汉字表, GB 2312 and all symbols. Layout tables and hints go: the composer owns widths.
"""

from __future__ import annotations

import bz2
import hashlib
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
GENERAL_LIST = ROOT / "packaging" / "general-8105.txt"

SERIF = (
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
SANS = (
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
KAI = (
    "fonts-lxgw-wenkai",
    "1.250+repack-1",
    "6d1e4c4aac78ad32062aefa2c836ee4d6e58f9dcf8b3f4407c9eefe304615318",
)
UNIHAN = ("unicode-data", "15.0.0-1", "5efef23bbb1c6a133ecbdd63a2cfa07159ccacf5466a49e2426101c5ecd691fc")

ROUGHLY_EQUAL, WIDE_EQUALS, STOP = 0x2252, 0xFF1D, 0x002E


class Face(NamedTuple):
    """One face to build."""

    file: str
    """Its name in resources/fonts/."""
    package: tuple[str, str, str]
    """Package name, version and SHA-256 of what is fetched."""
    member: str
    """Its path inside the package."""
    whole: bool = False
    """Keep every character."""
    rename: str = ""
    """The family's name where the original one is reserved for uncut faces."""


FACES = (
    Face("NotoSerifSC-Regular.ttf", SERIF, "package/400Regular/NotoSerifSC_400Regular.ttf", whole=True),
    Face("NotoSerifSC-Bold.ttf", SERIF, "package/700Bold/NotoSerifSC_700Bold.ttf"),
    Face("NotoSansSC-Regular.ttf", SANS, "package/400Regular/NotoSansSC_400Regular.ttf"),
    Face("NotoSansSC-Bold.ttf", SANS, "package/700Bold/NotoSansSC_700Bold.ttf"),
    Face(
        "QingyangKai-Regular.ttf",
        KAI,
        "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf",
        rename="Qingyang Kai",
    ),
)


def main() -> int:
    """Fetch, cut and write every face and the list of the 8105."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        unpacked = {package: unpack(package, folder) for package in (SERIF, SANS, KAI, UNIHAN)}
        general = general_characters(unpacked[UNIHAN])
        lines = ("".join(general[at : at + 50]) for at in range(0, len(general), 50))
        GENERAL_LIST.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        FONTS.mkdir(parents=True, exist_ok=True)
        for face in FACES:
            build(face, unpacked[face.package] / face.member, wanted(general))
            print(f"{face.file}: {(FONTS / face.file).stat().st_size / 1e6:.1f} MB", flush=True)
    return 0


# --- Fetching -------------------------------------------------------------------------------------------------------


def unpack(package: tuple[str, str, str], folder: Path) -> Path:
    """Fetch one package by name, check its hash and return the folder it is unpacked in."""
    name, version, digest = package
    here = folder / name.replace("/", "-")
    here.mkdir()
    if name.startswith("@"):
        fetch, extract = ["npm", "pack", "--silent", f"{name}@{version}"], ["tar", "-xzf"]
    else:
        fetch, extract = ["apt-get", "-qq", "download", f"{name}={version}"], ["dpkg-deb", "-x"]
    subprocess.run(fetch, cwd=here, check=True, stdout=subprocess.DEVNULL)
    (archive,) = here.iterdir()
    if hashlib.sha256(archive.read_bytes()).hexdigest() != digest:
        sys.exit(f"{archive.name} is not the one these faces were built from.")
    folders = ["."] if extract[0] == "dpkg-deb" else []
    subprocess.run([*extract, archive.name, *folders], cwd=here, check=True)
    return here


# --- Characters -----------------------------------------------------------------------------------------------------


def general_characters(unihan: Path) -> tuple[str, ...]:
    """Return the 8105 characters of 通用规范汉字表 in its order, from Unicode's kTGH field."""
    mappings = unihan / "usr" / "share" / "unicode" / "Unihan_OtherMappings.txt.bz2"
    table: dict[int, str] = {}
    for line in bz2.decompress(mappings.read_bytes()).decode("utf-8").splitlines():
        code, _, rest = line.partition("\tkTGH\t2013:")
        if rest:
            table[int(rest)] = chr(int(code[2:], 16))
    return tuple(table[number] for number in sorted(table))


def encodable(codec: str) -> set[int]:
    """Return the characters a codec of Python's can write, controls aside."""
    return {code for code in range(0xA0, 0x10000) if chr(code).encode(codec, "ignore")} | set(
        range(0x20, 0x7F)
    )


def wanted(general: Iterable[str]) -> Callable[[int], bool]:
    """Return the test for the characters a cut face keeps."""
    han = {ord(character) for character in general} | encodable("gb2312")
    return lambda code: code in han or not unicodedata.name(chr(code), "").startswith(("CJK ", "HANGUL "))


# --- Cutting --------------------------------------------------------------------------------------------------------


def build(face: Face, source: Path, keep: Callable[[int], bool]) -> None:
    """Write one face."""
    font = TTFont(source, recalcTimestamp=False)
    codes = {code for code in font.getBestCmap() if face.whole or keep(code)}
    options = Options(
        hinting=False, layout_features=[], drop_tables=["GSUB", "GPOS", "GDEF", "BASE", "STAT", "gasp"]
    )
    options.name_IDs = options.name_languages = ["*"]
    options.name_legacy = options.notdef_outline = options.recommended_glyphs = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
    if ROUGHLY_EQUAL not in codes:
        draw_roughly_equal(font)
    if face.rename:
        rename(font, face.rename)
    font.save(FONTS / face.file)


def draw_roughly_equal(font: TTFont) -> None:
    """Add ≒, the one character of GBK that Noto lacks: the wide equals sign with a stop above and one below."""
    cmap, glyphs = font.getBestCmap(), font["glyf"]
    equals, stop = cmap[WIDE_EQUALS], cmap[STOP]
    bars, dot = glyphs[equals], glyphs[stop]
    gap = dot.yMax - dot.yMin
    pen = TTGlyphPen(glyphs)
    pen.addComponent(equals, (1, 0, 0, 1, 0, 0))
    pen.addComponent(stop, (1, 0, 0, 1, bars.xMin - dot.xMin, bars.yMax + gap - dot.yMin))
    pen.addComponent(stop, (1, 0, 0, 1, bars.xMax - dot.xMax, bars.yMin - gap - dot.yMax))
    name = "uni2252"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    glyphs[name] = pen.glyph()
    for table in ("hmtx", "vmtx"):
        font[table][name] = font[table][equals]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ROUGHLY_EQUAL] = name


def rename(font: TTFont, family: str) -> None:
    """Give a cut face a name of its own in every name record that carries one; copyright and licence stay."""
    names = font["name"]
    said = {
        1: family,
        3: f"{family} Regular",
        4: f"{family} Regular",
        6: f"{family}-Regular".replace(" ", ""),
    }
    for record in list(names.names):
        if record.nameID in (16, 17, 18, 21, 22):
            names.names.remove(record)
        elif record.nameID in said:
            names.setName(
                said[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID
            )


if __name__ == "__main__":
    sys.exit(main())
