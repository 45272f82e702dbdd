"""What a file is that is no table that can be read: told by its ending and its first bytes, with where it belongs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from typing import Literal

from parley.handed_in import TableError

Kind = Literal["document", "numbers", "opendocument", "old_excel", "slides", "picture", "statistics", "archive"]
_ENDINGS: Mapping[Kind, tuple[str, ...]] = {
    "document": ("pdf", "docx", "doc", "odt", "rtf", "pages", "html", "htm"),
    "numbers": ("numbers",),
    "opendocument": ("ods", "fods"),
    "old_excel": ("xls", "xlsb", "xlt"),
    "slides": ("pptx", "ppt", "odp", "key"),
    "picture": ("png", "jpg", "jpeg", "gif", "heic", "webp", "tif", "tiff", "bmp", "svg"),
    "statistics": ("sav", "dta", "sas7bdat", "rds", "rdata", "parquet", "feather"),
    "archive": ("zip", "7z", "rar", "gz", "tar"),
}
_BY_ENDING = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings}
_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = ((b"%PDF", "document"), (b"{\\rtf", "document"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"))
# What lies in the archive that a file is.
_INSIDE: tuple[tuple[str, Kind], ...] = (
    ("word/document.xml", "document"), ("ppt/presentation.xml", "slides"), ("Index/Document.iwa", "numbers"), ("Index.zip", "numbers"),
    ("xl/workbook.bin", "old_excel"),
)  # fmt: skip
_OPEN: Mapping[bytes, Kind] = {b"spreadsheet": "opendocument", b"text": "document", b"presentation": "slides"}


def refuse_another_kind(data: bytes, name: str) -> None:
    """Raise `TableError` where a file is of a kind that holds no table, or one that is not read."""
    kind = kind_of(data, name)
    if kind is not None:
        raise TableError.another_kind(name, kind)


def other_kinds(files: Iterable[tuple[bytes, str]]) -> list[TableError]:
    """Return what is said of each of some files that is of another kind."""
    return [TableError.another_kind(name, kind) for data, name in files if (kind := kind_of(data, name)) is not None]


def kind_of(data: bytes, name: str) -> Kind | None:
    """Return of which other kind a file is, whatever it is called where its bytes tell; None where it may be a table."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    if data[:4] == b"PK\x03\x04":
        return _kind_of_archive(data, ending)
    found = next((kind for begins, kind in _BEGINNINGS if data.startswith(begins)), None)
    return found or _BY_ENDING.get(ending)


def _kind_of_archive(data: bytes, ending: str) -> Kind | None:
    """Return what an archive is that is no workbook; one that is damaged is told of by whoever reads workbooks."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "xl/workbook.xml" in names:
                return None
            for inside, kind in _INSIDE:
                if inside in names:
                    return kind
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kept = archive.read("mimetype")
                return next((kind for word, kind in _OPEN.items() if word in kept), None)
    except Exception:
        return None
    return _BY_ENDING.get(ending)
