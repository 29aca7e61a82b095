"""The seeds are the evidence: they stay as they came, byte for byte, on every system."""

import hashlib

from qingyang.resources import seeds

AS_THEY_CAME = {
    "000_7fed97adb759f524.txt": "1e491dffc9acf6b1a02158099d86b098cb682ab8c685d416b0df205646062351",
    "003_3638b02025e6517b.txt": "da519fea2506bb51dcbf458d271863ea5255fc68d8af9fe2690c3953b27d17ec",
}


def test_seeds_are_byte_for_byte_as_they_came() -> None:
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in seeds()} == AS_THEY_CAME
