"""A form for a new statement that begins filled in: with a passage of a document, or with what somebody proposed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import urlencode

from parley.addresses import ANCHOR, DOCUMENT, PASSAGE, PROPOSAL, VIEW
from parley.editing.edits import Edit
from parley.editing.opening import Record
from parley.proposing.inbox import inbox_of
from parley.proposing.settling import note_saved
from parley.views import address_bar
from parley.views.edit.fields import Fields
from parley.views.page_list import PATHS
from parley.views.ways import follow


@dataclass(frozen=True)
class Filled:
    """With what a form begins: a document, its line, its paragraph, the words to find it by and the page; or a proposal, by its fingerprint."""

    document: str = ""
    line: int = 0
    paragraph: int = 0
    anchor: str = ""
    page: str = ""
    proposal: str = ""

    @property
    def asked(self) -> Mapping[str, str]:
        """Return it as an address names it."""
        passage = ":".join(map(str, (self.line, self.paragraph, self.page))).rstrip(":") if self.document else ""
        named = {DOCUMENT: self.document, PASSAGE: passage, ANCHOR: self.anchor, PROPOSAL: self.proposal}
        return {name: value for name, value in named.items() if value}


def filled() -> Filled | None:
    """Return with what the address asks a form to begin; None where it asks for nothing."""
    document, passage, anchor, proposal = ("".join(address_bar.asked(name)[:1]) for name in (DOCUMENT, PASSAGE, ANCHOR, PROPOSAL))
    line, _, rest = passage.partition(":")
    paragraph, _, page = rest.partition(":")
    if not document and not proposal:
        return None
    return Filled(document, _number(line), _number(paragraph), anchor, page, proposal)


def first_values(begun: Filled | None, folder: Path) -> Record:
    """Return the values with which the form begins."""
    if begun is None:
        return {}
    if begun.proposal:
        given = inbox_of(folder).one(begun.proposal)
        return dict(given.statement) if given else {}
    at = {"line": begun.line, "paragraph": begun.paragraph if begun.line else 0, "page": begun.page, "anchor": begun.anchor}
    locator: Record = {name: str(value) for name, value in at.items() if value}
    return {"source": begun.document, **({"locator": locator} if locator else {})}


def leave_to_several(fields: Fields) -> None:
    """Let what several parties or a bloc say be theirs, and not that of the party first in the list."""
    if fields.given.get("party") is None and ("parties" in fields.given or "bloc" in fields.given):
        fields.set("party", "")


def go_back(begun: Filled, folder: Path, edits: Sequence[Edit], who: str) -> None:
    """Turn back to where a form was asked for, once it is saved; what became of a proposal is noted."""
    if begun.document:
        follow(f"{PATHS['read']}?{urlencode({DOCUMENT: begun.document, PASSAGE: begun.line})}")
        return
    given = inbox_of(folder).one(begun.proposal)
    if given is not None and note_saved(folder, given, edits, who, datetime.now()):
        follow(f"{PATHS['read']}?{urlencode({VIEW: 'inbox'})}")


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else 0
