"""Type 1 programs: names, codes and widths as fontTools reads them, written in bytes or in hexadecimal."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from fontTools.t1Lib import T1Font

from qingyang.press.type1 import codes, widths

DATA = Path(__file__).parent / "data"


def programs() -> list[bytes]:
    with pikepdf.open(DATA / "libreoffice.pdf") as file:
        return [
            item.FontDescriptor.FontFile.read_bytes()
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type1"
        ]


def as_others_read(data: bytes) -> dict[str, float]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "font.pfa"
        path.write_bytes(data)
        drawn = T1Font(str(path), kind="OTHER").getGlyphSet()
        found = {}
        for name in drawn:
            drawn[name].draw(_Nowhere())
            found[name] = drawn[name].width
        return found


class _Nowhere:
    def __getattr__(self, _: str) -> object:
        return lambda *_: None


def test_widths_are_those_fonttools_reads() -> None:
    for data in programs():
        found = widths(data)
        assert len(found) > 10 and found == pytest.approx(as_others_read(data))


def test_codes_are_its_own() -> None:
    first, _ = programs()
    assert codes(first)[1] == "cid23644" and set(codes(first).values()) <= set(widths(first))
    assert codes(b"/Encoding StandardEncoding def currentfile eexec")[0x27] == "quoteright"


def test_an_encrypted_part_in_hexadecimal_reads_the_same() -> None:
    (data, _) = programs()
    clear, mark, rest = data.partition(b"eexec")
    sealed = rest.lstrip()
    lines = "\n".join(sealed.hex()[k : k + 64] for k in range(0, len(sealed.hex()), 64))
    assert widths(clear + mark + b"\n" + lines.encode()) == widths(data)


@pytest.mark.parametrize("data", [b"", b"%!PS-AdobeFont-1.0: Nothing", b"\0\1\0\0eexec"])
def test_no_program(data: bytes) -> None:
    with pytest.raises(ValueError, match="no Type 1"):
        widths(data)
