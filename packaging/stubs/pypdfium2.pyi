from pathlib import Path

from PIL.Image import Image

class PdfBitmap:
    width: int
    height: int
    stride: int
    buffer: bytes
    def to_pil(self) -> Image: ...

class PdfPage:
    def get_size(self) -> tuple[float, float]: ...
    def render(
        self,
        scale: float = ...,
        rotation: int = ...,
        crop: tuple[float, float, float, float] = ...,
        prefer_bgrx: bool = ...,
    ) -> PdfBitmap: ...
    def close(self) -> None: ...

class PdfDocument:
    def __init__(self, input: str | Path | bytes) -> None: ...
    def __len__(self) -> int: ...
    def __getitem__(self, i: int) -> PdfPage: ...
    def close(self) -> None: ...
