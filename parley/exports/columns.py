"""The columns of every table that can be taken away: for each its key, its title, what its cells hold, and which ids can occur in it.

Keys follow one rule, here and in `parley.frames`. `_id` ends the id of a record of the files (`issue_id`), beside which its name stands
(`issue_name`). An id of a fixed list is called by one word (`status`), beside which a reader finds `status_words`; whatever else is worded for a
reader ends so, too, and what the files hold is called as there. A plural is a list of ids (`statements`), a count ends in `_count`, a flag begins
with `is_` or ends in `_holds`, and both bounds of a distance or place end in `_low` and `_high`, on a ladder in rungs from 0, whose ids end in
`_low_rung_id` and `_high_rung_id`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Literal, get_args

from parley.analysis.aside import AsideKind
from parley.analysis.bounds import DISTANCES, PlaceForm, keys_of, rung_keys_of
from parley.analysis.evidence import CUTS
from parley.analysis.gaps import DEFINITE, Status
from parley.analysis.movement import TOLD_OF
from parley.analysis.moves import Cause, Turn
from parley.analysis.parts import FlagKind
from parley.analysis.positions import PARTS
from parley.model import PLACED_KINDS, Attribution, Basis, ConditionType, Confidence, Conveyance, Kind, Source

Type = Literal["text", "number", "whole", "date", "flag", "list"]
Thing = Literal["negotiation", "agenda", "issue", "party", "speaker", "statement", "source", "rung"]
Edition = Literal["full", "internal", "shareable"]
Counted = Literal["statements", "placed", "counting", "documents", "issues", "status"]
SENTENCES = "\n"  # between the sentences of a cell, where a reader sees them


@dataclass(frozen=True)
class Column:
    """One column: its key for programs, its title for readers, and what its cells hold.

    `thing` says of what its ids are the ids, `allowed` which ids can occur where they are those of a fixed list; in a list both are said of each
    entry. `may_lack` says that a cell may be empty. What is `for_programs` stands in no sheet, where the words beside it do. A column
    `per_party` is there once for each party shown, its id after the key; one `in_full_edition` is left out of the shareable edition. Where a
    reader sees a list, `joint` stands between its entries.
    """

    key: str
    title: str
    type: Type = "text"
    thing: Thing | None = None
    allowed: tuple[str, ...] = ()
    may_lack: bool = False
    for_programs: bool = False
    per_party: bool = False
    in_full_edition: bool = False
    joint: str = ", "


Columns = tuple[Column, ...]


def position_key(party_id: str) -> str:
    """Return the key of the matrix's column that holds a party's positions: "position_us"."""
    return f"position_{party_id}"


def _named(thing: Thing, title: str, role: str = "", *, in_sheets: bool = False, may_lack: bool = False) -> Columns:
    """Return the id of a record and its name; `role` tells two of a kind apart."""
    key = f"{thing}{role}"
    return (
        Column(f"{key}_id", f"{title} id", thing=thing, may_lack=may_lack, for_programs=not in_sheets),
        Column(f"{key}_name", title, may_lack=may_lack),
    )


def _worded(key: str, title: str, allowed: Iterable[str], *, may_lack: bool = False) -> Columns:
    """Return the id of a fixed list and its words."""
    return _id(key, f"{title}, as an id", allowed, may_lack=may_lack), Column(f"{key}_words", title, may_lack=may_lack)


def _id(key: str, title: str, allowed: Iterable[str], *, may_lack: bool = False, for_programs: bool = True) -> Column:
    return Column(key, title, allowed=tuple(allowed), may_lack=may_lack, for_programs=for_programs)


def _ids(key: str, title: str, thing: Thing, *, in_sheets: bool = False) -> Column:
    return Column(key, title, "list", thing=thing, for_programs=not in_sheets)


def _bounds(name: str, title: str, *, in_sheets: bool = False) -> Columns:
    keys = zip(keys_of(name), ("at least", "at most"), strict=True)
    return tuple(Column(key, f"{title}, {end}", "number", may_lack=True, for_programs=not in_sheets) for key, end in keys)


def _place(name: str, title: str) -> Columns:
    """Return both bounds of a place on the scale, and the rungs there."""
    ends = zip(rung_keys_of(name), ("at least", "at most"), strict=True)
    return *_bounds(name, title), *(Column(key, f"{title}, rung {end}", thing="rung", may_lack=True, for_programs=True) for key, end in ends)


def _recomputed(key: str, title: str, *, may_lack: bool = False) -> Columns:
    """Return what a status becomes on less evidence, whether it holds, the distance that leads then, and by which statements."""
    return (
        _id(key, f"{title}, the status as an id", _words_of(Status), may_lack=may_lack),
        Column(f"{key}_holds", f"{title}, whether the status holds", "flag", may_lack=may_lack, for_programs=True),
        *_bounds(key, f"{title}, distance that leads"),
        _ids(f"{key}_statements", f"{title}, statement ids", "statement"),
        Column(f"{key}_words", title),
    )


def _words_of(choices: Any) -> tuple[str, ...]:
    """Return the ids of a fixed list, be it an enumeration or a choice of texts."""
    if isinstance(choices, type) and issubclass(choices, Enum):
        return tuple(str(one.value) for one in choices)
    return get_args(choices)


_ISSUE = _named("issue", "Issue", in_sheets=True)
_NUMBERED_ISSUE = (Column("issue_number", "No.", "whole"), *_ISSUE)
_PARTY = _named("party", "Party")
_POSSIBLE = (
    Column("possible", "Still possible, as ids", "list", allowed=tuple(one.value for one in DEFINITE), for_programs=True),
    Column("possible_words", "Still possible", may_lack=True),
)
_STATUS = _worded("status", "Status", _words_of(Status))
_FOUND = tuple(one.value for one in (*DEFINITE, Status.UNKNOWN))  # where both have said something
_STATEMENTS = _ids("statements", "Statement ids", "statement", in_sheets=True)
_IS_INTERNAL = Column("is_internal", "Internal", "flag", in_full_edition=True)
_DISTANCE_TITLES = {
    "headline": "Demands apart",
    "table_a": "Demand of A from the best offer of B",
    "table_b": "Demand of B from the best offer of A",
    "bid": "Best offers apart",
    "limit": "Limits apart",
    "zone": "Zone between the limits",
}
_EVIDENCE = _worded("evidence", "Evidence", (one.id for one in CUTS))

MATRIX: Columns = (
    *_NUMBERED_ISSUE,
    Column("question", "Question"),
    Column(position_key(""), "Positions of a party", per_party=True),
    *_STATUS,
    *_POSSIBLE,
    Column("party_a_id", "Party A, of those told of", thing="party", may_lack=True, for_programs=True),
    Column("party_b_id", "Party B, of those told of", thing="party", may_lack=True, for_programs=True),
    Column("pair_words", "Parties told of", may_lack=True),
    Column("asker_id", "Whose demand the distance that leads begins at", thing="party", may_lack=True, for_programs=True),
    *_bounds("apart", "Distance that leads"),
    Column("unit", "Unit of distances", may_lack=True, for_programs=True),
    Column("apart_words", "Distance that leads", may_lack=True),
    *_bounds("at_a_price", "Distance that leads, with what stands under a condition"),
    replace(_POSSIBLE[0], key="at_a_price_possible", title="Still possible with what stands under a condition, as ids"),
    Column("at_a_price_words", "At a price: with what stands under a condition", may_lack=True),
    _ids("at_a_price_statements", "Statements behind the price", "statement"),
    Column("first_party_a_id", "Party A, compared first, where others are told of", thing="party", may_lack=True, for_programs=True),
    Column("first_party_b_id", "Party B, compared first, where others are told of", thing="party", may_lack=True, for_programs=True),
    # Another pair stands in for it only where one of the two is silent.
    _id("first_status", "Status of the parties compared first", [Status.NO_EVIDENCE.value], may_lack=True),
    Column("first_pair_words", "Parties compared first, where others are told of", may_lack=True),
    _STATEMENTS,
)
POSITIONS: Columns = (
    *_ISSUE,
    *_PARTY,
    *_worded("part", "Part of the position", PARTS),
    Column("is_stated", "Stated", "flag"),
    Column("is_hint", "Only hinted at", "flag"),
    *_place("", "Place on the scale"),
    Column("unit", "Unit of the scale"),
    Column("place_words", "Place, in words"),
    Column("flags", "What to know of it", "list", allowed=get_args(FlagKind)),
    _STATEMENTS,
)
STATEMENTS: Columns = (
    Column("statement_id", "Statement id", thing="statement"),
    *_named("issue", "Issue"),
    *_PARTY,
    *_named("speaker", "Speaker"),
    *_worded("kind", "Kind", _words_of(Kind)),
    Column("says", "What was said"),
    _id("place", "How the place is given", _words_of(PlaceForm)),
    *_place("", "Place on the scale"),
    Column("unit", "Unit of the scale", for_programs=True),
    Column("place_words", "Place on the scale", may_lack=True),
    Column("amount", "Amount", "number", may_lack=True),
    Column("amount_unit", "Unit of the amount", may_lack=True),
    _id("condition_type", "What joins the condition", _words_of(ConditionType), may_lack=True),
    Column("condition_says", "Condition, as it stands in the files", may_lack=True, for_programs=True),
    Column("condition_words", "Condition", may_lack=True),
    Column("said", "Said, as it stands in the files", for_programs=True),
    Column("said_words", "Said"),
    Column("said_from", "Said from", "date", may_lack=True),
    Column("said_until", "Said until", "date", may_lack=True),
    _id("date_basis", "Date basis", _words_of(Basis), for_programs=False),
    Column("source_id", "Source id", thing="source"),
    Column("publication", "Publication"),
    Column("paragraph", "Paragraph (0: heading)", "whole"),
    Column("line", "Line", "whole"),
    Column("anchor", "Anchor"),
    *_worded("attribution", "Attribution", _words_of(Attribution)),
    *_worded("conveyance", "Conveyance", _words_of(Conveyance)),
    Column("firmness", "Firmness (1 to 5)", "whole"),
    _id("confidence", "Confidence in the coding", _words_of(Confidence), for_programs=False),
    Column("is_counted", "Counts in the position", "flag"),
    # What is listed was said by the date shown, so that none is set aside for lying after it.
    *_worded("why_not", "Why it does not count", (one.name.lower() for one in AsideKind if one is not AsideKind.FUTURE), may_lack=True),
    _ids("replaced_by", "Statements that replace it", "statement"),
    Column("note", "Note", may_lack=True),
    _IS_INTERNAL,
    Column("is_note_internal", "Note is internal", "flag", in_full_edition=True),
)
GAPS: Columns = (
    *_NUMBERED_ISSUE,
    *_named("party", "Party A", "_a"),
    *_named("party", "Party B", "_b"),
    *_STATUS,
    *_POSSIBLE,
    *(column for name in DISTANCES for column in _bounds(name, _DISTANCE_TITLES[name], in_sheets=True)),
    Column("unit", "Unit"),
    Column("conditions_words", "What stands under a condition", "list", joint=SENTENCES),
    Column("pivots_words", "What would change it", "list", joint=SENTENCES),
    _STATEMENTS,
    _ids("conditions_statements", "Statement ids behind what stands under a condition", "statement"),
)
MOVEMENT: Columns = (
    *_NUMBERED_ISSUE,
    *_worded("told_of", "Told of", TOLD_OF),
    *_named("party", "Party", may_lack=True),
    *_worded("part", "Part", PARTS, may_lack=True),
    *_worded("cause", "Cause", _words_of(Cause), may_lack=True),
    *_worded("turn", "What became of it", _words_of(Turn), may_lack=True),
    *_bounds("by", "Towards the other", in_sheets=True),
    Column("unit", "Unit", may_lack=True),
    *_place("before", "Before"),
    Column("before_words", "Before", may_lack=True),
    *_place("after", "Now"),
    Column("after_words", "Now", may_lack=True),
    Column("is_movement", "Counts as movement", "flag"),
    Column("sentence_words", "In a sentence"),
    _STATEMENTS,
)
SOURCES: Columns = (
    Column("source_id", "Source id", thing="source"),
    _id("type", "Type", _words_of(Source.model_fields["type"].annotation), for_programs=False),
    Column("genre", "Kind of document"),
    Column("title", "Title"),
    Column("authors_words", "Authors", "list", joint="; "),
    Column("publication", "Publication"),
    Column("published", "Published, as it stands in the files", for_programs=True),
    Column("published_words", "Published"),
    Column("published_from", "Published from", "date", may_lack=True, for_programs=True),
    Column("published_until", "Published until", "date", may_lack=True, for_programs=True),
    _id("date_basis", "Date basis", _words_of(Basis), for_programs=False),
    Column("date_note", "Date note", may_lack=True),
    Column("language", "Language"),
    Column("statement_count", "Statements", "whole"),
    _ids("statements", "Statement ids", "statement"),
    Column("abstract", "Abstract"),
    _IS_INTERNAL,
)
ROBUSTNESS: Columns = (
    *_ISSUE,
    Column("party_a_id", "Party A", thing="party", for_programs=True),
    Column("party_b_id", "Party B", thing="party", for_programs=True),
    Column("pair_words", "Pair"),
    *_worded("status", "Status", _FOUND),
    *_bounds("apart", "Distance that leads"),
    Column("unit", "Unit of distances", for_programs=True),
    *_recomputed("on_record", "On record only", may_lack=True),
    *_recomputed("fresh", "On fresh evidence only"),
    Column("carrier_count", "Single statements that carry the status", "whole"),
    _ids("carriers", "Single statements that carry the status, by id", "statement"),
    Column("rests_on_words", "Rests on"),
    Column("less_words", "On less evidence"),
    replace(_STATEMENTS, title="Statements"),
)
COVERAGE: Columns = (
    *_ISSUE,
    *_PARTY,
    *_worded("kind", "Kind", PLACED_KINDS),
    Column("statement_count", "Statements held", "whole"),
    replace(_STATEMENTS, title="Statements"),
)
BRIEFING: Columns = (
    Column("negotiation_id", "Negotiation id", thing="negotiation"),
    Column("negotiation_name", "Negotiation"),
    Column("version", "Data version"),
    Column("as_of", "As of", "date"),
    Column("since", "Movement since", "date", may_lack=True),
    *_EVIDENCE,
    Column("agenda_id", "Agenda id", thing="agenda"),
    Column("agenda_name", "Agenda"),
    _ids("issues", "Issue ids", "issue"),
    _ids("parties", "Party ids", "party"),
    Column("handling_words", "Handling", may_lack=True),
    *_worded("edition", "Edition", _words_of(Edition))[:1],
    Column("edition_words", "Edition", may_lack=True),
    Column("is_incomplete", "Incomplete or wrong", "flag"),
    Column("incomplete_words", "What is incomplete or wrong", may_lack=True),
    Column("summary_words", "In short"),
    Column("standing_line_words", "What this is not"),
)
SUMMARY: Columns = (
    _id("counted", "What is counted", _words_of(Counted)),
    _id("status", "Status of the issues counted", _words_of(Status), may_lack=True),
    Column("count", "How many", "whole"),
    _ids("issues", "Issue ids", "issue"),
    _ids("sources", "Source ids", "source"),
    _STATEMENTS,
)
COLUMNS: Mapping[str, Columns] = {
    "briefing": BRIEFING,
    "summary": SUMMARY,
    "matrix": MATRIX,
    "positions": POSITIONS,
    "statements": STATEMENTS,
    "gaps": GAPS,
    "movement": MOVEMENT,
    "sources": SOURCES,
    "robustness": ROBUSTNESS,
    "coverage": COVERAGE,
}
# What every row of a CSV file carries besides, because a file may travel alone, and a row be copied out of it.
CARRIED: Columns = (
    Column("as_of", "As of", "date"),
    _EVIDENCE[0],
    Column("notice_words", "Handling, and what is internal or incomplete", may_lack=True),
)
