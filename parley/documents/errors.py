"""Why a document cannot be read, in a sentence with what to do."""

from __future__ import annotations

from parley.errors import named
from parley.handed_in import HandedInError


class DocumentError(HandedInError):
    """A file of which no paragraphs can be read."""

    @classmethod
    def only_pictures(cls, name: str) -> DocumentError:
        """Say that its pages are pictures."""
        return cls(f"{named(name)} holds pages and no words: it may be a scan. Let a program recognise its text first.")

    @classmethod
    def no_document(cls, name: str) -> DocumentError:
        """Say that it is of no kind that is read here."""
        return cls(f"{named(name)} is no document that can be read here. Take text, HTML, Word (docx) or PDF.")

    @classmethod
    def endless(cls, name: str) -> DocumentError:
        """Say that reading it takes more time or room than any document should."""
        return cls(f"{named(name)} takes more time or room to read than a document should. Print the part that is needed to a new file.")

    @classmethod
    def unchosen(cls, name: str) -> DocumentError:
        """Say that every paragraph is left out."""
        return cls(f"Every paragraph of {named(name)} is skipped. Keep at least one.")
