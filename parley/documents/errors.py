"""Why a document cannot be read, in a sentence with what to do."""

from __future__ import annotations

from parley.errors import ParleyError, named


class DocumentError(ParleyError):
    """A file of which no paragraphs can be read; nothing is written for it."""

    @classmethod
    def too_large(cls, name: str, given: str, most: str) -> DocumentError:
        """Say how large it is, and how large one may be."""
        return cls(f"{named(name)} is too large: {given}. At most {most} are read. Take the part that is needed.")

    @classmethod
    def empty(cls, name: str) -> DocumentError:
        """Say that nothing stands in it."""
        return cls(f"{named(name)} holds no words.")

    @classmethod
    def only_pictures(cls, name: str) -> DocumentError:
        """Say that its pages are pictures."""
        return cls(f"{named(name)} holds pages and no words: it may be a scan. Let a program recognise its text first.")

    @classmethod
    def locked(cls, name: str) -> DocumentError:
        """Say that it asks for a password."""
        return cls(f"{named(name)} is protected by a password. Save it without one.")

    @classmethod
    def old_word(cls, name: str) -> DocumentError:
        """Say that it was written by a program of long ago, or is locked."""
        return cls(f"{named(name)} is in an old format of Word, or protected by a password. Save it as docx, without one.")

    @classmethod
    def has_macros(cls, name: str) -> DocumentError:
        """Say that it may hold programs."""
        return cls(f"{named(name)} may hold macros. Save it as docx.")

    @classmethod
    def no_document(cls, name: str) -> DocumentError:
        """Say that it is of no kind that is read here."""
        return cls(f"{named(name)} is no document that can be read here. Take text, HTML, Word (docx) or PDF.")

    @classmethod
    def broken(cls, name: str) -> DocumentError:
        """Say that it is of a known kind, and broken."""
        return cls(f"{named(name)} cannot be read: it is broken, or was cut short. Open it in the program that made it and save it anew.")

    @classmethod
    def endless(cls, name: str) -> DocumentError:
        """Say that reading it takes more time or room than any document should."""
        return cls(f"{named(name)} takes more time or room to read than a document should. Print the part that is needed to a new file.")

    @classmethod
    def unchosen(cls, name: str) -> DocumentError:
        """Say that every paragraph is left out."""
        return cls(f"Every paragraph of {named(name)} is skipped. Keep at least one.")
