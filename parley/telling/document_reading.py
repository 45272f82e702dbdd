"""What is said where documents are read: states of paragraphs with their counts, what is proposed of a new document, and the inbox."""

from __future__ import annotations

from typing import Literal

from parley.dates import PartialDate
from parley.documents.blocks import Format
from parley.documents.proposing import FoundDate
from parley.model import Source
from parley.proposing.inbox import How
from parley.proposing.second import Met
from parley.telling.said import Argument, Said, Verbatim, said

View = Literal["text", "inbox", "second", "new"]
Field = Literal["document", "reader", "file", "anchor", "record", "title", "type", "issued", "other_day", "publication", "url", "language", "skips"]
Button = Literal["add", "read", "unread", "before", "next", "keep", "keep_text", "keep_readings", "accept", "mend", "refuse"]
Head = Literal["number", "paragraph", "statements", "state", "proposal", "how", "by", "on", "unit", "first", "second", "met"]
State = Literal["coded", "read", "unread", "skipped", "heading"]

ONLY_SHOWS = said("read-off")
VIEWS = said("read-views")
CAPTION = said("read-caption")
TOO_LONG = said("read-anchor-too-long")
NO_TEXT = said("read-no-text")
NO_DOCUMENTS = said("read-no-documents")
NO_DAY = said("read-no-day")
NEW_RECORD = said("read-record-new")
NO_TITLE = said("read-no-title")
PROPOSED = said("inbox-caption")
REFUSED = said("inbox-refused")
WAS_SETTLED = said("inbox-was-settled")
NAME_FIRST = said("inbox-name-first")
NO_SECOND = said("second-none")
SECOND = said("second-caption")
SETTLE = said("second-open")
TAKE_OVER = said("second-take-over")
KEEP_READINGS = said("second-keep-readings")


def view(name: View, waiting: int = 0) -> Said:
    """Return a part of the page; the inbox with how many proposals wait in it."""
    return said("read-inbox-open", count=waiting) if name == "inbox" and waiting else said("read-view", view=name)


def field(name: Field) -> Said:
    """Return what stands over a field."""
    return said("read-field", field=name)


def button(name: Button) -> Said:
    """Return what stands on a button."""
    return said("read-button", button=name)


def head(name: Head) -> Said:
    """Return the head of a column."""
    return said("read-head", head=name)


def state_named(state: State) -> Said:
    """Return whether a paragraph was coded, read or skipped."""
    return said("read-state", state=state)


def paragraphs_counted(count: int) -> Said:
    """Return how many paragraphs there are."""
    return said("read-paragraphs-counted", count=count)


def counts(coded: int, read: int, unread: int, skipped: int) -> Said:
    """Return how many paragraphs of a document have which state."""
    return said("read-counts", paragraphs=paragraphs_counted(coded + read + unread), coded=coded, read=read, unread=unread, skipped=skipped)


def passage(line: int, number: int, page: str = "") -> Said:
    """Return which paragraph it is."""
    found = said("read-passage", paragraph="body" if number else "heading", number=number, line=line)
    return said("read-passage-paged", passage=found, page=Verbatim(page)) if page else found


def known_as(source: Source) -> Said:
    """Return of which document a text is."""
    return said("read-known", title=Verbatim(source.title))


def text_kept(title: str) -> Said:
    """Return that the text of a document is kept."""
    return said("read-kept", title=Verbatim(title))


def draft_read(format_: Format, paragraphs: int, skips: int) -> Said:
    """Return how a document was read."""
    return said("read-draft", format=said("read-format", format=format_), paragraphs=paragraphs_counted(paragraphs), skips=skips)


def day_found(one: FoundDate) -> Said:
    """Return a day that a document may have, and where it stands."""
    day = PartialDate.parse(one.day)
    return said("read-day-found", day=day, words=Verbatim(one.words)) if one.words else said("read-day-of-file", day=day)


def no_day_read(text: str) -> Said:
    """Return that a day cannot be read."""
    return said("read-no-day-read", day=Verbatim(text))


def paragraph_choice(line: int, text: str) -> Said:
    """Return a paragraph to choose."""
    return said("read-paragraph-choice", line=line, text=Verbatim(text))


def inbox_empty(folder: str) -> Said:
    """Return that nothing waits in the inbox, and how something comes into it."""
    return said("inbox-empty", folder=Verbatim(folder))


def inbox_place(number: int, count: int, proposer: str) -> Said:
    """Return which of the open proposals is shown, and who or what made it."""
    return said("inbox-place", number=number, count=count, proposer=Verbatim(proposer))


def proposed_by(proposer: str) -> Said:
    """Return who or what proposes a statement."""
    return said("inbox-by", proposer=Verbatim(proposer))


def reason_told(reason: str) -> Said:
    """Return why it was coded so."""
    return said("inbox-reason", reason=Verbatim(reason))


def settled(count: int) -> Said:
    """Return how many proposals are settled."""
    return said("inbox-settled", count=count)


def settled_how(how: How) -> Said:
    """Return what became of a proposal."""
    return said("inbox-settled-how", how=how)


def accepted(message: Argument) -> Said:
    """Return that a proposal was accepted, in the words of the save."""
    return said("inbox-accepted", message=message)


def met_named(met: Met) -> Said:
    """Return whether two readers made the same of a unit."""
    return said("second-met", met=met)


def found_by(message: Argument, reader: str) -> Said:
    """Return the line by which a save is known that takes over what a second reader found."""
    return said("second-found-by", message=message, reader=Verbatim(reader))


def found_by_whom(reader: str) -> Said:
    """Return who found a statement that the first reading did not have."""
    return said("second-found-by-whom", reader=Verbatim(reader))


def taken_over(message: str) -> Said:
    """Return that a statement of the second reader was taken over, in the words of the save."""
    return said("second-taken-over", message=Verbatim(message))
