"""The columns of every table that can be taken away, defined once: sheets, CSV, JSON and their schemas are made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import get_args

from parley.analysis.aside import AsideKind
from parley.analysis.bounds import DISTANCES, PlaceForm
from parley.analysis.evidence import CUTS
from parley.analysis.gaps import DEFINITE, GapName, Status
from parley.analysis.moved import TOLD_OF
from parley.analysis.moves import Cause, Turn
from parley.analysis.parts import FlagKind
from parley.analysis.positions import PARTS, SPOKEN
from parley.exports.columns import (
    SENTENCES,
    Column,
    Columns,
    Counted,
    Edition,
    bounds,
    choices_of,
    chosen,
    ids_of,
    named,
    placed,
    position_key,
    recomputed,
    worded,
)
from parley.model import SPOKEN_KINDS, Attribution, Basis, ConditionType, Confidence, Conveyance, Kind, Source, Stage
from parley.telling.ratings import Name as RatingName

_ISSUE = named("issue", "Issue", in_sheets=True)
_NUMBERED_ISSUE = (Column("issue_number", "No.", "whole"), *_ISSUE)
_PARTY = named("party", "Party")
_POSSIBLE = (
    Column("possible", "Still possible, as ids", "list", allowed=tuple(one.value for one in DEFINITE), for_programs=True),
    Column("possible_words", "Still possible", may_lack=True),
)
_STATUS = worded("status", "Status", choices_of(Status))
_FOUND = tuple(one.value for one in (*DEFINITE, Status.UNKNOWN))  # where both have said something
_STATEMENTS = ids_of("statements", "Statement ids", "statement", in_sheets=True)
_IS_INTERNAL = Column("is_internal", "Internal", "flag", in_full_edition=True)
_DISTANCE_TITLES = {
    "headline": "Demands apart",
    "table_a": "Demand of A from the best offer of B",
    "table_b": "Demand of B from the best offer of A",
    "bid": "Best offers apart",
    "limit": "Limits apart",
    "zone": "Zone between the limits",
}
_EVIDENCE = worded("evidence", "Evidence", (one.id for one in CUTS))

MATRIX: Columns = (
    *_NUMBERED_ISSUE,
    Column("question", "Question", may_lack=True),
    Column(position_key(""), "Positions of a party", per_party=True),
    *_STATUS,
    *_POSSIBLE,
    Column("party_a_id", "Party A, of those told of", thing="party", may_lack=True, for_programs=True),
    Column("party_b_id", "Party B, of those told of", thing="party", may_lack=True, for_programs=True),
    Column("pair_words", "Parties told of", may_lack=True),
    Column("asker_id", "Whose demand the distance that leads begins at", thing="party", may_lack=True, for_programs=True),
    *bounds("apart", "Distance that leads"),
    Column("unit", "Unit of distances", may_lack=True, for_programs=True),
    Column("apart_words", "Distance that leads", may_lack=True),
    *bounds("with_hints", "Distance that leads, with what was only hinted"),
    replace(_POSSIBLE[0], key="with_hints_possible", title="Still possible with what was only hinted, as ids"),
    Column("with_hints_words", "If what was only hinted stands", may_lack=True),
    ids_of("with_hints_statements", "Statements behind that, with hints", "statement"),
    *bounds("at_a_price", "Distance that leads, with what stands under a condition"),
    replace(_POSSIBLE[0], key="at_a_price_possible", title="Still possible with what stands under a condition, as ids"),
    Column("at_a_price_words", "At a price: with what stands under a condition", may_lack=True),
    ids_of("at_a_price_statements", "Statements behind the price", "statement"),
    Column("first_party_a_id", "Party A, compared first, where others are told of", thing="party", may_lack=True, for_programs=True),
    Column("first_party_b_id", "Party B, compared first, where others are told of", thing="party", may_lack=True, for_programs=True),
    # Another pair stands in for it only where one of the two is silent.
    chosen("first_status", "Status of the parties compared first", [Status.NO_ASK.value, Status.NO_EVIDENCE.value], may_lack=True),
    Column("first_pair_words", "Parties compared first, where others are told of", may_lack=True),
    _STATEMENTS,
)
POSITIONS: Columns = (
    *_ISSUE,
    *_PARTY,
    *worded("part", "Part of the position", PARTS),
    Column("is_stated", "Stated", "flag"),
    Column("is_hint", "Only hinted at", "flag"),
    *placed("", "Place on the scale"),
    Column("unit", "Unit of the scale"),
    Column("place_words", "Place, in words"),
    Column("stated_words", "Place as it was stated", may_lack=True),
    Column("stated_on", "Newest day on which it was stated", may_lack=True),
    ids_of("stated_statements", "Statements by which it was stated", "statement"),
    Column("besides_words", "What other words of the party show of it", may_lack=True),
    Column("hinted_words", "Place that was only hinted, where others commit the party", may_lack=True),
    ids_of("hinted_statements", "Statements that only hint at it", "statement"),
    Column("flags", "What to know of it", "list", allowed=get_args(FlagKind)),
    _STATEMENTS,
)
STATEMENTS: Columns = (
    Column("statement_id", "Statement id", thing="statement"),
    *named("issue", "Issue"),
    *_PARTY,
    *named("speaker", "Speaker"),
    *named("bloc", "Bloc that said it", may_lack=True),
    *worded("kind", "Kind", choices_of(Kind)),
    ids_of("asked_of", "Governments that are asked to obtain it, by id", "party"),
    Column("asked_of_words", "Asked of", may_lack=True),
    chosen("stage", "How far a measure has come", choices_of(Stage), may_lack=True),
    Column("says", "What was said", may_lack=True),
    chosen("place", "How the place is given", choices_of(PlaceForm)),
    *placed("", "Place on the scale"),
    Column("unit", "Unit of the scale", for_programs=True),
    Column("place_words", "Place on the scale", may_lack=True),
    Column("amount", "Amount", "number", may_lack=True),
    Column("amount_unit", "Unit of the amount", may_lack=True),
    chosen("condition_type", "What joins the condition", choices_of(ConditionType), may_lack=True),
    Column("condition_says", "Condition, as it stands in the files", may_lack=True, for_programs=True),
    Column("condition_words", "Condition", may_lack=True),
    Column("said", "Said, as it stands in the files", for_programs=True),
    Column("said_words", "Said"),
    Column("said_from", "Said from", "date", may_lack=True),
    Column("said_until", "Said until", "date", may_lack=True),
    chosen("date_basis", "Date basis", choices_of(Basis), may_lack=True, for_programs=False),
    Column("source_id", "Source id", thing="source", may_lack=True),
    Column("publication", "Publication", may_lack=True),
    Column("paragraph", "Paragraph (0: heading)", "whole", may_lack=True),
    Column("line", "Line", "whole", may_lack=True),
    Column("page", "Page", may_lack=True),
    Column("anchor", "Anchor", may_lack=True),
    *worded("attribution", "Attribution", choices_of(Attribution), may_lack=True),
    Column("coded_by", "Coded by", may_lack=True),
    Column("coded_on", "Coded on", may_lack=True),
    *worded("conveyance", "Conveyance", choices_of(Conveyance), may_lack=True),
    Column("firmness", "Firmness (1 to 5)", "whole", may_lack=True),
    chosen("confidence", "Confidence in the coding", choices_of(Confidence), may_lack=True, for_programs=False),
    Column("is_counted", "Counts in the position", "flag"),
    # What is listed was said by the date shown, so that none is set aside for lying after it.
    *worded("why_not", "Why it does not count", (one.name.lower() for one in AsideKind if one is not AsideKind.FUTURE), may_lack=True),
    ids_of("replaced_by", "Statements that replace it", "statement"),
    Column("note", "Note", may_lack=True),
    _IS_INTERNAL,
    Column("is_note_internal", "Note is internal", "flag", in_full_edition=True),
)
GAPS: Columns = (
    *_NUMBERED_ISSUE,
    *named("party", "Party A", "_a"),
    *named("party", "Party B", "_b"),
    *_STATUS,
    *_POSSIBLE,
    *(column for name in DISTANCES for column in bounds(name, _DISTANCE_TITLES[name], in_sheets=True)),
    Column("unit", "Unit"),
    Column("conditions_words", "What stands under a condition", "list", joint=SENTENCES),
    Column("pivots_words", "What would change it", "list", joint=SENTENCES),
    _STATEMENTS,
    ids_of("conditions_statements", "Statement ids behind what stands under a condition", "statement"),
)
_PAIR_IDS = (
    Column("party_a_id", "Party A", thing="party", for_programs=True),
    Column("party_b_id", "Party B", thing="party", for_programs=True),
)
PIVOTS: Columns = (
    *_ISSUE,
    *_PAIR_IDS,
    chosen("distance", "Distance that the end bounds", get_args(GapName)),
    *worded("better", "Status if the end is near enough", (one.value for one in DEFINITE[:-1])),
    *worded("worse", "Status if it is not", (one.value for one in DEFINITE[1:])),
    *_PARTY,
    *worded("part", "Part of the position", SPOKEN),
    Column("is_stated", "Stated", "flag"),
    Column("is_low_end", "Lower end", "flag"),
    Column("needed", "Value needed", "number", may_lack=True),
    Column("needed_rung_id", "Step needed", thing="rung", may_lack=True),
    Column("enough", "Value that is enough", "number", may_lack=True),
    Column("enough_rung_id", "Step that is enough", thing="rung", may_lack=True),
    Column("unit", "Unit of the scale"),
    Column("sentences_words", "In sentences", "list", joint=SENTENCES),
    _STATEMENTS,
)
PRICES: Columns = (
    *_ISSUE,
    *_PAIR_IDS,
    Column("statement_id", "Statement under a condition", thing="statement"),
    *_PARTY,
    *worded("kind", "Kind", SPOKEN_KINDS),
    *bounds("without", "Distance without it", in_sheets=True),
    *bounds("with_it", "Distance with it", in_sheets=True),
    Column("unit", "Unit of distances"),
    replace(_POSSIBLE[0], key="without_possible", title="Still possible without it, as ids"),
    replace(_POSSIBLE[0], key="with_it_possible", title="Still possible with it, as ids"),
    Column("sentence_words", "In a sentence"),
    _STATEMENTS,
)


def _of_move(*, may_lack: bool) -> Columns:
    return (
        *named("party", "Party", may_lack=may_lack),
        *worded("part", "Part", PARTS, may_lack=may_lack),
        *worded("cause", "Cause", choices_of(Cause), may_lack=may_lack),
        *worded("turn", "What became of it", choices_of(Turn), may_lack=may_lack),
        *bounds("by", "Towards the other", in_sheets=True),
        Column("unit", "Unit", may_lack=True),
        *placed("before", "Before"),
        Column("before_words", "Before", may_lack=may_lack),
        *placed("after", "Now"),
        Column("after_words", "Now", may_lack=may_lack),
        Column("is_movement", "Counts as movement", "flag"),
    )


MOVE: Columns = (*_of_move(may_lack=False), Column("is_dated", "Surely between the dates", "flag"), _STATEMENTS)  # as a value by itself
MOVEMENT: Columns = (
    *_NUMBERED_ISSUE,
    *worded("told_of", "Told of", TOLD_OF),
    *_of_move(may_lack=True),
    Column("sentence_words", "In a sentence"),
    _STATEMENTS,
)
SOURCES: Columns = (
    Column("source_id", "Source id", thing="source"),
    chosen("type", "Type", choices_of(Source.model_fields["type"].annotation), for_programs=False),
    Column("genre", "Kind of document", may_lack=True),
    Column("title", "Title"),
    Column("authors_words", "Authors", "list", joint="; "),
    Column("publication", "Publication", may_lack=True),
    Column("published", "Published, as it stands in the files", for_programs=True),
    Column("published_words", "Published"),
    Column("published_from", "Published from", "date", may_lack=True, for_programs=True),
    Column("published_until", "Published until", "date", may_lack=True, for_programs=True),
    chosen("date_basis", "Date basis", choices_of(Basis), may_lack=True, for_programs=False),
    Column("date_note", "Date note", may_lack=True),
    Column("url", "Address on the web", may_lack=True),
    Column("archived", "Address of an archived copy", may_lack=True),
    Column("accessed", "Looked up", may_lack=True),
    Column("language", "Language", may_lack=True),
    Column("statement_count", "Statements", "whole"),
    ids_of("statements", "Statement ids", "statement"),
    Column("abstract", "Abstract", may_lack=True),
    _IS_INTERNAL,
)
ROBUSTNESS: Columns = (
    *_ISSUE,
    *_PAIR_IDS,
    Column("pair_words", "Pair"),
    *worded("status", "Status", _FOUND),
    *bounds("apart", "Distance that leads"),
    Column("unit", "Unit of distances", for_programs=True),
    *recomputed("on_record", "On record only", may_lack=True),
    *recomputed("fresh", "On fresh evidence only"),
    Column("carrier_count", "Single statements that carry the status", "whole"),
    ids_of("carriers", "Single statements that carry the status, by id", "statement"),
    Column("rests_on_words", "Rests on"),
    Column("less_words", "On less evidence"),
    replace(_STATEMENTS, title="Statements"),
)
COVERAGE: Columns = (
    *_ISSUE,
    *_PARTY,
    *worded("kind", "Kind", SPOKEN_KINDS),
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
    ids_of("issues", "Issue ids", "issue"),
    ids_of("parties", "Party ids", "party"),
    Column("handling_words", "Handling", may_lack=True),
    *worded("edition", "Edition", choices_of(Edition))[:1],
    Column("edition_words", "Edition", may_lack=True),
    Column("is_incomplete", "Incomplete or wrong", "flag"),
    Column("incomplete_words", "What is incomplete or wrong", may_lack=True),
    Column("summary_words", "In short"),
    Column("standing_line_words", "What this is not"),
)
SUMMARY: Columns = (
    chosen("counted", "What is counted", choices_of(Counted)),
    chosen("status", "Status of the issues counted", choices_of(Status), may_lack=True),
    Column("count", "How many", "whole"),
    ids_of("issues", "Issue ids", "issue"),
    ids_of("sources", "Source ids", "source"),
    _STATEMENTS,
)
WHOLE: Columns = (
    *_NUMBERED_ISSUE,
    Column("party_count", "Parties shown", "whole"),
    ids_of("spoken", "Parties that have spoken", "party"),
    Column("spoken_count", "Parties that have spoken, how many", "whole"),
    Column("placed_count", "Parties that have stated a place", "whole"),
    *placed("", "Where they stand"),
    Column("unit", "Unit of the scale"),
    Column("place_words", "Where they stand", may_lack=True),
    ids_of("low_parties", "Who stands at the low end, or may", "party"),
    Column("low_words", "Who stands at the low end, or may, by name", may_lack=True),
    ids_of("low_statements", "Statements by which they do", "statement"),
    ids_of("high_parties", "Who stands at the high end, or may", "party"),
    Column("high_words", "Who stands at the high end, or may, by name", may_lack=True),
    ids_of("high_statements", "Statements by which they do", "statement"),
    Column("pair_count", "Pairs of parties", "whole"),
    Column("widest_party_a_id", "Party A of the widest pair", thing="party", may_lack=True),
    Column("widest_party_b_id", "Party B of the widest pair", thing="party", may_lack=True),
    *bounds("widest", "Distance of the widest pair"),
    Column("widest_unit", "Unit of distances", may_lack=True),
    Column("widest_words", "Distance of the widest pair", may_lack=True),
    ids_of("widest_statements", "Statements behind that distance", "statement"),
    _STATEMENTS,
)
PAIRS: Columns = (*_ISSUE, *_STATUS, Column("pair_count", "Pairs with this status", "whole"), _STATEMENTS)
CLUSTERS: Columns = (
    *_ISSUE,
    Column("cluster_number", "Which cluster of the issue", "whole"),
    Column("is_in_focus", "A party in focus, by itself", "flag"),
    *named("bloc", "Bloc", may_lack=True),
    ids_of("parties", "Party ids", "party"),
    Column("party_count", "Parties in it", "whole"),
    *worded("part", "Part of the positions", PARTS, may_lack=True),
    Column("stated_count", "Parties that have stated that part at a place", "whole"),
    *placed("", "From the lowest to the highest of their places"),
    Column("unit", "Unit of the scale"),
    Column("place_words", "From the lowest to the highest of their places", may_lack=True),
    Column("sentence_words", "The cluster in a sentence"),
    _STATEMENTS,
)
RATINGS: Columns = (
    *_ISSUE,
    *_PARTY,
    chosen("judged", "What is judged", get_args(RatingName)),
    Column("from", "At least", "number"),
    Column("to", "At most", "number"),
    Column("out_of", "Out of", "number", may_lack=True),
    Column("by", "Judged by"),
    Column("on", "Judged on", may_lack=True),
)
COLUMNS: Mapping[str, Columns] = {
    "briefing": BRIEFING,
    "summary": SUMMARY,
    "matrix": MATRIX,
    "positions": POSITIONS,
    "statements": STATEMENTS,
    "gaps": GAPS,
    "pivots": PIVOTS,
    "prices": PRICES,
    "movement": MOVEMENT,
    "sources": SOURCES,
    "robustness": ROBUSTNESS,
    "coverage": COVERAGE,
    "whole": WHOLE,
    "pairs": PAIRS,
    "clusters": CLUSTERS,
    "weights": RATINGS,
}
# What every row of a CSV file carries besides, because a file may travel alone, and a row be copied out of it.
CARRIED: Columns = (
    Column("as_of", "As of", "date"),
    _EVIDENCE[0],
    Column("notice_words", "Handling, and what is internal or incomplete", may_lack=True),
)
