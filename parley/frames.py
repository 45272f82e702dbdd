"""The same as the functions of `parley`, as pandas frames with typed columns; needs pandas, and waits for it only when first used.

Every function takes what its namesake in `parley` takes. Issue, party, part, status and the like are categories of ids,
days are datetimes, flags are booleans, counts Int64 and distances Float64, each distance by its two bounds `_lo` and `_hi`;
`statements` is the tuple of the ids behind a row. What is not known is missing (`<NA>`, `NaT`), never 0. The exact numbers are in the values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, get_args

import pandas as pd

from parley import library
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import DEFINITE, Gap, Status, gap_bounds
from parley.analysis.leading import names_a_place
from parley.analysis.moves import NOTHING, Cause, Move, Turn, part_of
from parley.analysis.outcomes import Span, threshold
from parley.analysis.positions import PARTS, Part, Position
from parley.analysis.robustness import Robustness
from parley.dataset import Dataset
from parley.library import Day
from parley.model import Attribution, ConditionType, Confidence, Conveyance, Kind, Statement

Row = dict[str, Any]  # a cell is whatever pandas turns into the column's type
_DISTANCES = ("headline", "table_a", "table_b", "bid", "limit", "zone")
_POSITIONS = (
    "issue", "party", "part", "as_of", "is_stated", "is_hint", "lo", "hi", "rung_lo", "rung_hi", "unit", "flags", "statements",
)  # fmt: skip
_GAPS = (
    "issue", "a", "b", "as_of", "status", "possible", *(f"{name}_{end}" for name in _DISTANCES for end in ("lo", "hi")), "unit", "statements",
)  # fmt: skip
_MOVEMENT = (
    "issue", "party", "part", "since", "until", "is_on_the_way", "cause", "turn", "is_movement",
    "before_lo", "before_hi", "after_lo", "after_hi", "by_lo", "by_hi", "unit", "statements",
)  # fmt: skip
_ROBUSTNESS = (
    "issue", "a", "b", "as_of", "status", "on_record", "on_record_holds", "fresh", "fresh_holds", "carriers", "statements",
)  # fmt: skip
_STATEMENTS = (
    "statement", "issue", "party", "speaker", "kind", "says", "lo", "hi", "condition_type", "condition",
    "said", "said_from", "said_until", "day", "source", "attribution", "conveyance", "firmness", "confidence", "is_internal",
)  # fmt: skip


def positions(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> pd.DataFrame:
    """Return a row for each issue, party and part of its position (demand, offer, limit).

    `lo` and `hi` bound where the part stands on the scale, on a ladder in rungs from 0 with their ids in `rung_lo` and `rung_hi`; they are
    missing where nothing tells. A part that was not stated may still be bounded by the others.

    >>> talks = library.load("positions/us-china-trade")
    >>> frame = positions(talks, "2018-06-02", parties=["china"])
    >>> frame[frame["issue"] == "trade-deficit"][["part", "is_stated", "lo", "hi", "rung_lo"]]
         part  is_stated   lo   hi                 rung_lo
    0  demand      False  0.0  3.0               no-action
    1   limit       True  3.0  4.0  considerable-purchases
    2   offer       True  3.0  3.0  considerable-purchases
    """
    found = library.positions(talks, as_of, parties=parties, evidence=evidence)
    return _frame((_position_row(one, part) for one in found for part in PARTS), _POSITIONS, talks)


def _position_row(one: Position, part: Part) -> Row:
    own, place = part_of(one, part), _place(one, part)
    rungs = [one.axis.ids[int(end)] for end in (place.low, place.high)] if place and one.axis.is_ladder else [None, None]
    return {
        "issue": one.issue.id, "party": one.party.id, "part": part, "as_of": one.as_of, "is_stated": own.is_stated, "is_hint": own.is_hint,
        **_bounds("", place), "rung_lo": rungs[0], "rung_hi": rungs[1], "unit": one.axis.unit or one.axis.gap_unit,
        "flags": tuple(flag.kind for flag in one.flags_of(part)), "statements": own.ids,
    }  # fmt: skip


def gaps(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> pd.DataFrame:
    """Return a row for each issue and pair of parties, `a` and `b`: the status, the statuses still possible, and the bounds of gaps and zone.

    >>> talks = library.load("positions/us-china-trade")
    >>> frame = gaps(talks, "2018-06-02", parties=["us", "china"])
    >>> frame[["issue", "status", "table_a_lo", "table_a_hi", "table_b_lo"]].head(2)
                    issue   status  table_a_lo  table_a_hi  table_b_lo
    0       trade-deficit  unknown         3.0         3.0         3.0
    1  made-in-china-2025  unknown         1.0         5.0         1.0
    """
    found = library.gaps(talks, as_of, parties=parties, evidence=evidence)
    return _frame(map(_gap_row, found), _GAPS, talks)


def _gap_row(one: Gap) -> Row:
    return {
        **_pair(one), "as_of": one.a.as_of, "status": one.status.value,
        "possible": tuple(status.value for status in DEFINITE if status in one.possible),
        **{key: cell for name, ends in gap_bounds(one).items() for key, cell in _bounds(f"{name}_", Span(*ends) if ends else None).items()},
        "unit": one.a.axis.gap_unit, "statements": one.ids,
    }  # fmt: skip


def movement(
    talks: Dataset, since: Day | None = None, until: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id
) -> pd.DataFrame:
    """Return a row for each change of a part of a position between two dates, and for each on the way that the comparison does not show.

    `by` is how far the part went towards the other party, negative where it went away; `is_movement` whether that is sure, and the party's
    own doing between the dates.

    >>> talks = library.load("positions/us-china-trade")
    >>> frame = movement(talks, "2018-04-30", "2018-06-02", parties=["us", "china"])
    >>> frame[frame["is_movement"]][["issue", "party", "part", "turn", "by_lo"]]
               issue  party    part     turn  by_lo
    0  trade-deficit     us  demand     away   -1.0
    1  trade-deficit  china   offer  towards    1.0
    6     us-tariffs     us  demand     away   -3.0
    """
    found = library.movement(talks, since, until, parties=parties, evidence=evidence)
    rows = ((move, is_on_the_way) for one in found.issues for is_on_the_way, moves in enumerate((one.moves, one.on_the_way)) for move in moves)
    return _frame((_move_row(move, bool(is_on_the_way)) for move, is_on_the_way in rows), _MOVEMENT, talks)


def _move_row(one: Move, is_on_the_way: bool) -> Row:
    by = None if one.by == NOTHING else Span(*one.by)
    return {
        "issue": one.became.issue.id, "party": one.party.id, "part": one.part, "since": one.was.as_of, "until": one.became.as_of,
        "is_on_the_way": is_on_the_way, "cause": one.cause.value, "turn": one.turn.value, "is_movement": one.is_movement,
        **_bounds("before_", _place(one.was, one.part)), **_bounds("after_", _place(one.became, one.part)), **_bounds("by_", by),
        "unit": one.became.axis.gap_unit, "statements": one.ids,
    }  # fmt: skip


def robustness(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> pd.DataFrame:
    """Return a row for the leading gap of each issue, the weakest first: its status, what it becomes on less evidence, what carries it.

    The same word may hide that other statuses are possible: `on_record_holds` and `fresh_holds` tell. Both columns on the record are missing
    where the evidence is that already. `carriers` are the statements without any one of which the status is another.

    >>> talks = library.load("positions/us-china-trade")
    >>> robustness(talks, "2018-06-02")[["issue", "status", "on_record", "fresh", "fresh_holds"]].head(2)
                   issue   status    on_record    fresh  fresh_holds
    0    steel-aluminium  unknown  no_evidence  unknown         True
    1  high-tech-exports  unknown  no_evidence  unknown         True
    """
    found = library.robustness(talks, as_of, parties=parties, evidence=evidence)
    return _frame(map(_robustness_row, found), _ROBUSTNESS, talks)


def _robustness_row(one: Robustness) -> Row:
    on_record = one.on_record
    return {
        **_pair(one.gap), "as_of": one.gap.a.as_of, "status": one.gap.status.value,
        "on_record": on_record.status.value if on_record else None, "on_record_holds": on_record.status_holds if on_record else None,
        "fresh": one.fresh.status.value, "fresh_holds": one.fresh.status_holds,
        "carriers": tuple(said.id for each in one.carriers for said in each.left_out), "statements": one.ids,
    }  # fmt: skip


def statements(talks: Dataset) -> pd.DataFrame:
    """Return a row for each statement, as the files hold it: who said what when, where it stands, and on whose word it rests.

    `day` is the last day on which it can have been said, `said_from` and `said_until` the first and last; `lo` and `hi` bound its place on the
    scale, and are missing where it names none.

    >>> frame = statements(library.load("positions/us-china-trade"))
    >>> frame.groupby("kind", observed=True).size().to_dict()
    {'demand': 38, 'red_line': 12, 'offer': 26, 'threat': 8, 'rationale': 94}
    """
    return _frame((_statement_row(one, talks) for one in talks.statements), _STATEMENTS, talks)


def _statement_row(one: Statement, talks: Dataset) -> Row:
    place, axis = one.place, talks.axes[one.issue]
    ends = (place.at, place.at) if place.at is not None else (place.from_, place.to)
    low, high = (None if end is None else axis.value(end) for end in ends)
    return {
        "statement": one.id, "issue": one.issue, "party": one.party, "speaker": one.speaker, "kind": one.kind, "says": one.says,
        **_bounds("", None if low is None or high is None else Span(low, high)),
        "condition_type": one.condition.type if one.condition else None, "condition": one.condition.says if one.condition else None,
        "said": one.said.text, "said_from": one.said.earliest, "said_until": one.said.latest, "day": one.day, "source": one.source,
        "attribution": one.attribution, "conveyance": one.conveyance, "firmness": one.firmness, "confidence": one.confidence,
        "is_internal": one.internal or talks.sources[one.source].internal,
    }  # fmt: skip


def _frame(rows: Iterable[Row], columns: Sequence[str], talks: Dataset) -> pd.DataFrame:
    types = _types(talks)
    return pd.DataFrame(list(rows), columns=list(columns)).astype({name: types.get(name, "Float64") for name in columns})


def _types(talks: Dataset) -> Mapping[str, Any]:
    """Return the type of a column by its name, the same in every frame; what is not named here is a number, Float64."""
    issues = _words(one.id for one in talks.negotiation.ordered_issues)
    parties = _words(one.id for one in talks.negotiation.parties)
    status = _words(one.value for one in Status)
    return {
        "issue": issues, "party": parties, "a": parties, "b": parties, "part": _words(PARTS), "source": _words(talks.sources),
        "status": status, "on_record": status, "fresh": status,
        "cause": _words(one.value for one in Cause), "turn": _words(one.value for one in Turn),
        "kind": _words(get_args(Kind)), "attribution": _words(get_args(Attribution)), "conveyance": _words(get_args(Conveyance)),
        "confidence": _words(get_args(Confidence)), "condition_type": _words(get_args(ConditionType)),
        **dict.fromkeys(("as_of", "since", "until", "said_from", "said_until", "day"), "datetime64[s]"),
        **dict.fromkeys(("is_stated", "is_hint", "is_on_the_way", "is_movement", "is_internal", "on_record_holds", "fresh_holds"), "boolean"),
        **dict.fromkeys(("rung_lo", "rung_hi", "unit", "statement", "speaker", "says", "condition", "said"), "string"),
        **dict.fromkeys(("flags", "possible", "carriers", "statements"), "object"),
        "firmness": "Int64",
    }  # fmt: skip


def _words(known: Iterable[str]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(known))


def _pair(gap: Gap) -> Row:
    return {"issue": gap.a.issue.id, "a": gap.a.party.id, "b": gap.b.party.id}


def _place(position: Position, part: Part) -> Span | None:
    """Return where a part of a position stands on the scale; None where nothing tells."""
    own = part_of(position, part)
    return threshold(own.outcomes, position.direction) if names_a_place(own, position) else None


def _bounds(name: str, span: Span | None) -> Row:
    low, high = (span.low, span.high) if span else (None, None)
    return {f"{name}lo": _float(low), f"{name}hi": _float(high)}


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
