"""The parameters of every link: their names, how they are written, and what is said where one names something that is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode, urlsplit

from parley import errors
from parley.errors import quoted
from parley.suggestions import nearest

NEGOTIATION, DATE, EVIDENCE, PARTIES = "negotiation", "as_of", "evidence", "parties"
ISSUE, STATEMENT, VIEW, AGENDA = "issue", "statement", "view", "agenda"
FIGURE, SINCE = "figure", "since"
EMBED = "embed"  # Streamlit's own: a page without what is around it
EDIT, VERSION = "edit", "version"  # what is to be changed, as "kind:id:how", and which save is looked at
DOCUMENT, PASSAGE, ANCHOR, PROPOSAL = (
    "document",
    "passage",
    "anchor",
    "proposal",
)  # what is read: the document, its line, words of it; what is settled
WORDS = "q"  # what is searched for
PAGE = "page"  # a name that no page has, of whoever was led to the overview for it
EVERYWHERE = (NEGOTIATION, DATE, EVIDENCE, PARTIES)  # what every link names, so that it shows the same next month
COLUMNS = tuple(f"{what}{place}" for place in range(1, 5) for what in ("party", "date"))  # what is compared side by side
# What single pages are asked for by their controls.
CHOICES = ("only", "stretch", "edition_made", "form", "parts", "columns", *COLUMNS, "pairs", "order", "group", "status")
_MORE = (ISSUE, STATEMENT, VIEW, AGENDA, FIGURE, SINCE, EMBED, EDIT, VERSION, DOCUMENT, PASSAGE, ANCHOR, PROPOSAL, WORDS, PAGE)
KNOWN = frozenset((*EVERYWHERE, *_MORE, *CHOICES))
NAME = ""  # under which it is told that a parameter is called otherwise
Parameters = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Gone:
    """What an address asks for and is gone: the one sentence about it, which ends with the nearest there is; "" where none is near."""

    asked: str
    sentence: str
    nearest: str = ""

    def mended(self, values: Sequence[str]) -> tuple[str, ...]:
        """Return the values of a parameter with the nearest in place of what is gone; several statements stand in one value."""
        return tuple(self.nearest if one == self.asked else ",".join(self._mended(part) for part in one.split(",")) for one in values)

    def _mended(self, part: str) -> str:
        return self.nearest if part == self.asked else part


@dataclass(frozen=True)
class Named:
    """What an address names: the ids that exist, and what does not."""

    ids: tuple[str, ...]
    gone: tuple[Gone, ...]


def view_parameters(negotiation: str, as_of: date, evidence: str, parties: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the parameters that every link has, all by id."""
    return {NEGOTIATION: (negotiation,), DATE: (as_of.isoformat(),), EVIDENCE: (evidence,), PARTIES: tuple(parties)}


def query(parameters: Parameters) -> str:
    """Return parameters as they stand in an address, those of every link first; one without a value is left out."""
    order = [*(name for name in EVERYWHERE if name in parameters), *(name for name in parameters if name not in EVERYWHERE)]
    return urlencode([(name, value) for name in order for value in parameters[name]])


def page_link(page: str, parameters: Parameters) -> str:
    """Return the way from any page to another, without the machine and the folder under which the dashboard is served."""
    return f"{page or '.'}?{query(parameters)}"


def dashboard_of(url: str, page: str) -> str:
    """Return the address of the dashboard, from that of one of its pages: the folder under which it is served stays."""
    parts = urlsplit(url)
    folder = parts.path.rstrip("/")
    if page:
        folder = folder.removesuffix(f"/{page}")
    return f"{parts.scheme}://{parts.netloc}{folder}" if parts.scheme else ""


def named(kind: str, asked: Sequence[str], known: Mapping[str, str]) -> Named:
    """Return which of `known`, ids with their names, an address asks for; links made before there were ids in them hold names."""
    ids, gone = [], []
    by_name = {name: one for one, name in known.items()}
    for one in dict.fromkeys(filter(None, asked)):
        if one in known or one in by_name:
            ids.append(one if one in known else by_name[one])
        else:
            gone.append(no_such(kind, one, list(known)))
    return Named(tuple(dict.fromkeys(ids)), tuple(gone))


def named_day(asked: Sequence[str]) -> tuple[date | None, tuple[Gone, ...]]:
    """Return the day that an address names, and what is said where it names none; without a question, neither."""
    if not asked or not asked[0]:
        return None, ()
    try:
        return date.fromisoformat(asked[0]), ()
    except ValueError:
        return None, (Gone(asked[0], f"There is no day {quoted(asked[0])}. Write year, month and day, such as 2018-05-02."),)


def misnamed(asked: Iterable[str]) -> tuple[Gone, ...]:
    """Return which parameters are called otherwise: those of no name that is known, but near to one; all others are left to whoever added them."""
    found = [no_such("parameter", one, sorted(KNOWN)) for one in asked if one not in KNOWN]
    return tuple(one for one in found if one.nearest)


def no_such(kind: str, asked: str, known: Sequence[str]) -> Gone:
    """Return what is said of what is gone, with the nearest that there is."""
    return Gone(asked, errors.no_such(kind, asked, known), nearest(asked, known))
