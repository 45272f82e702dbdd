"""Why a table cannot be brought in at all, in a sentence with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from parley.errors import ParleyError, named, quoted
from parley.suggestions import listed


class TableError(ParleyError):
    """A file that is no table, or none that can be read; nothing is written for it."""

    @classmethod
    def too_large(cls, name: str, given: str, most: str) -> TableError:
        """Say how large it is, and how large one may be."""
        return cls(f"{named(name)} is too large: {given}. At most {most} are read. Take the part that is needed, or several files.")

    @classmethod
    def empty(cls, name: str) -> TableError:
        """Say that nothing stands in it."""
        return cls(f"{named(name)} holds no cells.")

    @classmethod
    def locked(cls, name: str) -> TableError:
        """Say that it asks for a password."""
        return cls(f"{named(name)} is protected by a password. Save it without one.")

    @classmethod
    def no_text(cls, name: str) -> TableError:
        """Say that its bytes are no text in any code that is known here."""
        return cls(f"{named(name)} is neither a workbook nor text in UTF-8, UTF-16 or Windows-1252. Save it as xlsx, or as CSV in UTF-8.")

    @classmethod
    def unreadable(cls, name: str, why: str) -> TableError:
        """Say what the program that reads it said."""
        return cls(f"{named(name)} cannot be read: {why.removesuffix('.')}. Open it in the program that made it and save it anew.")

    @classmethod
    def no_sheet(cls, name: str, asked: str, known: Sequence[str]) -> TableError:
        """Say which sheet was asked for, and which there are."""
        return cls(f"{named(name)} has no sheet {quoted(asked)}. {listed(known)}")

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
