"""In what the words of a briefing are put: the templates, the paper, the shape of slides, and what the properties of a file say of its making."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile

from parley import __version__
from parley.exports.slide_frame import SlideShape
from parley.exports.templates import Ending, Template

Paper = Literal["a4", "letter"]
PAPERS: Mapping[Paper, tuple[float, float]] = {"a4": (210, 297), "letter": (215.9, 279.4)}  # width and height in millimetres
PROGRAM = f"Parley {__version__}"
LONG_AGO = datetime(2000, 1, 1)  # when a file says that it was made where nobody tells the time
LONGEST_PROPERTY = 255


def long_ago() -> datetime:
    """Return the time that is told where there is no clock, so that the same briefing gives the same bytes."""
    return LONG_AGO


def now() -> datetime:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


@dataclass(frozen=True)
class Shell:
    """The templates, of each kind of file one at most; `paper` and `shape` where the template does not say; the author, and the time.

    Whoever asks for the file brings the clock, which tells the time in UTC.
    """

    templates: tuple[Template, ...] = ()
    paper: Paper | None = None
    shape: SlideShape | None = None
    author: str = ""
    clock: Callable[[], datetime] = long_ago

    def template(self, ending: Ending) -> Template | None:
        """Return the template for a kind of file, None where there is none."""
        return next((one for one in self.templates if one.ending == ending), None)

    @property
    def made(self) -> datetime:
        """Return when the file is made."""
        return self.clock()

    @property
    def by(self) -> str:
        """Return who a file says it is by."""
        return property_text(self.author) or "Parley"


PLAIN = Shell()


def property_text(text: str) -> str:
    """Return a text as a property of a file holds it, which has room for so many letters."""
    return text if len(text) <= LONGEST_PROPERTY else f"{text[: LONGEST_PROPERTY - 1]}…"


def about_program() -> str:
    """Return what an Office file says of the program that made it, as a part of the file."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<Properties xmlns="{space}"><Application>{PROGRAM}</Application></Properties>'


def by_program(data: bytes) -> bytes:
    """Return an Office file that says which program made it, where a library has written another's name into it."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as found, ZipFile(made, "w") as written:
        for one in found.infolist():
            content = found.read(one)
            if one.filename == "docProps/app.xml":
                content = re.sub(b"(?<=<Application>)[^<]*", PROGRAM.encode(), content)
            written.writestr(one, content, ZIP_DEFLATED)
    return made.getvalue()
