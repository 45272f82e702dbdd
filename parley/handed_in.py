"""Why a file that was handed in cannot be taken, in a sentence with what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Self

from parley.errors import ParleyError, named, quoted
from parley.suggestions import listed, with_suggestion


def megabytes(size: int) -> str:
    """Return a size in bytes in words."""
    return f"{size / 1e6:,.0f} MB"


class HandedInError(ParleyError):
    """A file of which nothing can be taken; nothing is written for it."""

    holds: ClassVar[str] = "words"  # what is looked for in it
    smaller: ClassVar[str] = "Take the part that is needed."  # what to do with one that is too large
    saved_as: ClassVar[str] = "docx"  # the form in which it can be taken

    @classmethod
    def too_large(cls, name: str, given: str, most: str) -> Self:
        """Say how large it is, and how large one may be."""
        return cls(f"{named(name)} is too large: {given}. At most {most} are read. {cls.smaller}")

    @classmethod
    def empty(cls, name: str) -> Self:
        """Say that nothing stands in it."""
        return cls(f"{named(name)} holds no {cls.holds}.")

    @classmethod
    def locked(cls, name: str) -> Self:
        """Say that it asks for a password."""
        return cls(f"{named(name)} is protected by a password. Save it without one.")

    @classmethod
    def old_or_locked(cls, name: str) -> Self:
        """Say that it was written by a program of long ago, or is locked."""
        return cls(f"{named(name)} is in an old format, or protected by a password. Save it as {cls.saved_as}, without one.")

    @classmethod
    def has_macros(cls, name: str) -> Self:
        """Say that it may hold programs."""
        return cls(f"{named(name)} may hold macros or other programs. Save it as {cls.saved_as}, without them.")

    @classmethod
    def broken(cls, name: str) -> Self:
        """Say that it is of a known kind, and broken."""
        return cls(f"{named(name)} cannot be read: it is broken, or was cut short. Open it in the program that made it and save it anew.")


_KINDS = {
    "document": ("a document, and no table", "It belongs on the page Read; a table in it can be copied there and pasted here."),
    "numbers": ("a table of Apple Numbers, which is not read", "Export it in Numbers, to Excel or CSV."),
    "opendocument": ("a table in OpenDocument format, which is not read", "Save it as xlsx in the program that made it."),
    "old_excel": ("a workbook in a format of Excel that is not read", "Save it as xlsx."),
    "slides": ("a presentation, and no table", "A table in it can be copied there and pasted here."),
    "picture": ("a picture, of which nothing is read", "Write what it shows into a table."),
    "statistics": ("a data file of another program", "Write it out as csv there."),
    "archive": ("an archive", "Unpack it, and bring in the tables that lie in it."),
}


class TableError(HandedInError):
    """A file that is no table, or none that can be read."""

    holds = "cells"
    smaller = "Take the part that is needed, or several files."

    @classmethod
    def not_as_made(cls, name: str) -> TableError:
        """Say that a workbook for editing has lost what tells which of its cells were changed."""
        return cls(f"{named(name)} has lost its hidden sheet 'as made', so nobody can tell what was changed. Make a new workbook and edit that.")

    @classmethod
    def of_another(cls, name: str, of: str, wanted: str) -> TableError:
        """Say that a workbook was made of another negotiation."""
        return cls(f"{named(name)} was made of the negotiation {quoted(of)}, and not of {quoted(wanted)}. Name the folder of that one.")

    @classmethod
    def no_text(cls, name: str) -> TableError:
        """Say that nothing tells in which code its bytes are text."""
        return cls(f"{named(name)} is neither a workbook nor text in a code that can be told. Save it as xlsx, or as CSV in UTF-8.")

    @classmethod
    def another_kind(cls, name: str, kind: str) -> TableError:
        """Say what it is, where that belongs, and what is taken."""
        is_a, mend = _KINDS[kind]
        return cls(f"{named(name)} is {is_a}. {mend} Taken here are xlsx, csv, tsv and txt.")

    @classmethod
    def not_in_code(cls, name: str, code: str) -> TableError:
        """Say that it is no text in the code that was named."""
        return cls(f"{named(name)} is no text in {code}. Choose another code.")

    @classmethod
    def unreadable(cls, name: str, why: str) -> TableError:
        """Say what the program that reads it said."""
        return cls(f"{named(name)} cannot be read: {why.removesuffix('.')}. Open it in the program that made it and save it anew.")

    @classmethod
    def no_sheet(cls, name: str, asked: str, known: Sequence[str]) -> TableError:
        """Say which sheet was asked for, and which it may have been."""
        if not any(known):
            return cls(f"{named(name)} has no sheets. Leave '--sheet' out.")
        return cls(with_suggestion(f"{named(name)} has no sheet {quoted(asked)}.", asked, known))

    @classmethod
    def several_sheets(cls, name: str, known: Sequence[str]) -> TableError:
        """Say which sheets there are, of which one must be named."""
        return cls(f"{named(name)} has several sheets. Name one with '--sheet'. {listed(known)}")

    @classmethod
    def header_in_own_style(cls, new: Sequence[str]) -> TableError:
        """Say that the negotiation's own file cannot be added to without changing other lines of it, and what to add by hand."""
        told = f"Add these to it first: {', '.join(new)}." if new else "Add the new directions and speakers to it first."
        return cls(f"'negotiation.yaml' is written in a way that could not be kept line by line, so it is left as it is. {told}")

    @classmethod
    def no_shape(cls, name: str) -> TableError:
        """Say that nobody can tell from it who says what."""
        mend = "Give it a column of parties and one of positions, or a row per party and a column per issue, with a head on every column."
        return cls(f"{named(name)} has no table that can be made out: at least two rows and two columns with heads. {mend}")

    @classmethod
    def no_columns(cls, name: str) -> TableError:
        """Say which columns a row per statement needs."""
        return cls(f"{named(name)} has a row per statement only where one column holds the party and another the position.")

    @classmethod
    def not_a_tables(cls, folder: str) -> TableError:
        """Say that a folder holds something that no table was brought into."""
        return cls(f"{named(folder)} holds files that were not made of a table, and is left as it is. Name another folder.")

    @classmethod
    def nothing_left(cls, name: str) -> TableError:
        """Say that no row could be taken."""
        return cls(f"Nothing of {named(name)} can be brought in. Nothing was written.")
