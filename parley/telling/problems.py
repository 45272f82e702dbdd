"""What is said above the pages of files that are wrong: what cannot be read, what may be wrong, what was left out."""

from __future__ import annotations

from parley.telling.said import Said, Verbatim, said

MAY_BE_WRONG = said("files-may-be-wrong")
LEFT_OUT = said("files-left-out")
ALIKE = said("files-alike")
FILE_AWAY = said("file-away")
PUT_BACK = said("put-it-back")
CHANGE_AN_ID = said("change-an-id")


def unreadable(*, are_kept: bool) -> Said:
    """Return that files cannot be read now, and whether what was read of them before is shown."""
    return said("files-unreadable", kept="yes" if are_kept else "no")


def under(heading: Said) -> Said:
    """Return what stands over problems, as Markdown."""
    return said("problems-under", heading=heading)


def more(count: int) -> Said:
    """Return how many problems more there are, and where they are told, as Markdown."""
    return said("more-problems", count=count)


def unread(reason: str) -> Said:
    """Return why a file cannot be read, in the words of the system."""
    return said("file-unread", reason=Verbatim(reason))


def id_taken(name: str) -> Said:
    """Return that another negotiation has the same id."""
    return said("id-taken", id=Verbatim(name))
