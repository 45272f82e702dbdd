"""The same as the functions of `parley`, as pandas frames with typed columns; needs pandas, and waits for it only when first used.

Every function takes what its namesake in `parley` takes. Columns are called as in the tables that `export` writes: `_id` ends the id of a
record of the files, a bare word such as `part` or `status` holds an id of a fixed list, a plural such as `statements` a tuple of ids, and both
bounds of a distance or place end in `_low` and `_high`. Ids are categories, days datetimes, flags booleans, counts Int64 and distances Float64.
What is not known is missing (`<NA>`, `NaT`), never 0. The exact numbers are in the values.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any, get_args

import pandas as pd

from parley import library
from parley.analysis.addressing import government_asked
from parley.analysis.bounds import (
    DISTANCES,
    PlaceForm,
    gap_bounds,
    keys_of,
    move_places,
    moved_by,
    part_place,
    place_form,
    rung_keys_of,
    rungs_at,
    statement_place,
)  # fmt: skip
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import DEFINITE, Gap, Status
from parley.analysis.moved import TOLD_OF, ToldOf
from parley.analysis.moves import Cause, Move, Turn, part_of
from parley.analysis.outcomes import Span
from parley.analysis.positions import PARTS, Part, Position
from parley.analysis.robustness import Robustness
from parley.dataset import Dataset
from parley.library import Day
from parley.model import Attribution, ConditionType, Confidence, Conveyance, Kind, Stage, Statement
from parley.scales import Axis

Row = dict[str, Any]  # a cell is whatever pandas turns into the column's type
_PAIR = ("issue_id", "party_a_id", "party_b_id", "as_of")
_POSITIONS = (
    "issue_id", "party_id", "part", "as_of", "is_stated", "is_hint", *keys_of(""), *rung_keys_of(""), "unit", "flags", "statements",
)  # fmt: skip
_GAPS = (*_PAIR, "status", "possible", *(key for name in DISTANCES for key in keys_of(name)), "unit", "statements")
_MOVEMENT = (
    "issue_id", "party_id", "part", "since", "until", "told_of", "cause", "turn", "is_movement", *keys_of("before"), *rung_keys_of("before"),
    *keys_of("after"), *rung_keys_of("after"), *keys_of("by"), "unit", "statements",
)  # fmt: skip
_ROBUSTNESS = (*_PAIR, "status", "on_record", "on_record_holds", "fresh", "fresh_holds", "carriers", "statements")
_STATEMENTS = (
    "statement_id", "issue_id", "party_id", "speaker_id", "kind", "asked_of", "stage", "says", "place", *keys_of(""), *rung_keys_of(""),
    "condition_type", "condition_says", "said", "said_from", "said_until", "day", "source_id", "attribution", "conveyance", "firmness",
    "confidence", "is_internal",
)  # fmt: skip


def positions(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> pd.DataFrame:
    """Return a row for each issue, party and part of its position (demand, limit, offer, and measure where one was taken).

    `low` and `high` bound where the part stands on the scale, on a ladder in rungs from 0 with their ids in `low_rung_id` and
    `high_rung_id`; they are missing where nothing tells. A part that was not stated may still be bounded by the others.

    >>> talks = library.load("positions/us-china-trade")
    >>> frame = positions(talks, "2018-06-02", parties=["china"])
    >>> frame[frame["issue_id"] == "trade-deficit"][["part", "is_stated", "low", "high", "low_rung_id"]]
         part  is_stated  low  high             low_rung_id
    0  demand      False  0.0   3.0               no-action
    1   limit       True  3.0   4.0  considerable-purchases
    2   offer       True  3.0   3.0  considerable-purchases
    """
    found = library.positions(talks, as_of, parties=parties, evidence=evidence)
    return _frame((_position_row(one, part) for one in found for part in one.told), _POSITIONS, talks)


def _position_row(one: Position, part: Part) -> Row:
    own = part_of(one, part)
    return {
        "issue_id": one.issue.id, "party_id": one.party.id, "part": part, "as_of": one.as_of, "is_stated": own.is_stated, "is_hint": own.is_hint,
        **_place("", part_place(one, part), one.axis), "unit": one.axis.unit or one.axis.gap_unit,
        "flags": tuple(flag.kind for flag in one.flags_of(part)), "statements": own.ids,
    }  # fmt: skip


def gaps(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> pd.DataFrame:
    """Return a row for each issue and pair of parties: the status, the statuses still possible, and the bounds of gaps and zone.

    >>> talks = library.load("positions/us-china-trade")
    >>> frame = gaps(talks, "2018-06-02", parties=["us", "china"])
    >>> frame[["issue_id", "status", "table_a_low", "table_a_high", "table_b_low"]].head(2)
                 issue_id   status  table_a_low  table_a_high  table_b_low
    0       trade-deficit  unknown          3.0           3.0          3.0
    1  made-in-china-2025  unknown          1.0           5.0          1.0
    """
    found = library.gaps(talks, as_of, parties=parties, evidence=evidence)
    return _frame(map(_gap_row, found), _GAPS, talks)


def _gap_row(one: Gap) -> Row:
    return {
        **_pair(one), "status": one.status.value,
        "possible": tuple(status.value for status in DEFINITE if status in one.possible),
        **{key: cell for name, span in gap_bounds(one).items() for key, cell in _bounds(name, span).items()},
        "unit": one.a.axis.gap_unit, "statements": one.ids,
    }  # fmt: skip


def movement(
    talks: Dataset, since: Day | None = None, until: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id
) -> pd.DataFrame:
    """Return a row for each change of a part of a position between two dates, and for each on the way that the comparison does not show.

    `told_of` tells the two apart. `by` is how far the part went towards the other party, negative where it went away; `is_movement` whether
    that is sure, and the party's own doing between the dates.

    >>> talks = library.load("positions/us-china-trade")
    >>> frame = movement(talks, "2018-04-30", "2018-06-02", parties=["us", "china"])
    >>> frame[frame["is_movement"]][["issue_id", "party_id", "part", "turn", "by_low"]]
                 issue_id party_id     part     turn  by_low
    0       trade-deficit       us   demand     away    -1.0
    2       trade-deficit    china    offer  towards     1.0
    7          us-tariffs       us  measure     away    -2.0
    10  high-tech-exports       us  measure     away    -1.0
    """
    found = library.movement(talks, since, until, parties=parties, evidence=evidence)
    kinds: tuple[ToldOf, ToldOf] = ("between", "on_the_way")
    rows = ((move, kind) for one in found.issues for kind, moves in zip(kinds, (one.moves, one.on_the_way), strict=True) for move in moves)
    return _frame((_move_row(move, kind) for move, kind in rows), _MOVEMENT, talks)


def _move_row(one: Move, told_of: ToldOf) -> Row:
    axis, by, (before, after) = one.became.axis, moved_by(one), move_places(one)
    return {
        "issue_id": one.became.issue.id, "party_id": one.party.id, "part": one.part, "since": one.was.as_of, "until": one.became.as_of,
        "told_of": told_of, "cause": one.cause.value, "turn": one.turn.value, "is_movement": one.is_movement,
        **_place("before", before, axis), **_place("after", after, axis), **_bounds("by", by),
        "unit": axis.gap_unit if by else None, "statements": one.ids,
    }  # fmt: skip


def robustness(talks: Dataset, as_of: Day | None = None, *, parties: Iterable[str] | None = None, evidence: str = ALL_EVIDENCE.id) -> pd.DataFrame:
    """Return a row for the leading gap of each issue, the weakest first: its status, what it becomes on less evidence, what carries it.

    The same word may hide that other statuses are possible: `on_record_holds` and `fresh_holds` tell. Both columns on the record are missing
    where the evidence is that already. `carriers` are the statements without any one of which the status is another.

    >>> talks = library.load("positions/us-china-trade")
    >>> robustness(talks, "2018-06-02")[["issue_id", "status", "on_record", "fresh", "fresh_holds"]].head(2)
                issue_id   status on_record    fresh  fresh_holds
    0  high-tech-exports  unknown    no_ask  unknown         True
    1    steel-aluminium  unknown    no_ask  unknown         True
    """
    found = library.robustness(talks, as_of, parties=parties, evidence=evidence)
    return _frame(map(_robustness_row, found), _ROBUSTNESS, talks)


def _robustness_row(one: Robustness) -> Row:
    on_record = one.on_record
    return {
        **_pair(one.gap), "status": one.gap.status.value,
        "on_record": on_record.status.value if on_record else None, "on_record_holds": on_record.status_holds if on_record else None,
        "fresh": one.fresh.status.value, "fresh_holds": one.fresh.status_holds,
        "carriers": tuple(said.id for each in one.carriers for said in each.left_out), "statements": one.ids,
    }  # fmt: skip


def statements(talks: Dataset) -> pd.DataFrame:
    """Return a row for each statement, as the files hold it: who said what when, where it stands, and on whose word it rests.

    `day` is the last day on which it can have been said, `said_from` and `said_until` the first and last; `low` and `high` bound its place on the
    scale, and are missing where it names none; `place` says how it was given.

    >>> frame = statements(library.load("positions/us-china-trade"))
    >>> frame.groupby("kind", observed=True).size().to_dict()
    {'demand': 23, 'red_line': 13, 'offer': 25, 'measure': 11, 'threat': 8, 'rationale': 95}
    """
    return _frame((_statement_row(one, talks) for one in talks.statements), _STATEMENTS, talks)


def _statement_row(one: Statement, talks: Dataset) -> Row:
    return {
        "statement_id": one.id, "issue_id": one.issue, "party_id": one.party, "speaker_id": one.speaker, "kind": one.kind,
        "asked_of": tuple(party.id for party in government_asked(one, talks.negotiation)), "stage": one.stage, "says": one.says,
        "place": place_form(one.place), **_place("", statement_place(one, talks), talks.axes[one.issue]),
        "condition_type": one.condition.type if one.condition else None, "condition_says": one.condition.says if one.condition else None,
        "said": one.said.text, "said_from": one.said.earliest, "said_until": one.said.latest, "day": one.day, "source_id": one.source,
        "attribution": one.attribution, "conveyance": one.conveyance, "firmness": one.firmness, "confidence": one.confidence,
        "is_internal": talks.is_internal(one),
    }  # fmt: skip


def _frame(rows: Iterable[Row], columns: Sequence[str], talks: Dataset) -> pd.DataFrame:
    types = _types(talks)
    return pd.DataFrame(list(rows), columns=list(columns)).astype({name: types.get(name, "Float64") for name in columns})


def _types(talks: Dataset) -> Mapping[str, Any]:
    """Return the type of a column by its name, the same in every frame; what is not named here is a number, Float64."""
    parties = _words(one.id for one in talks.negotiation.parties)
    status = _words(one.value for one in Status)
    rungs = (key for name in ("", "before", "after") for key in rung_keys_of(name))
    return {
        "issue_id": _words(one.id for one in talks.negotiation.ordered_issues), "source_id": _words(talks.sources),
        **dict.fromkeys(("party_id", "party_a_id", "party_b_id"), parties), **dict.fromkeys(("status", "on_record", "fresh"), status),
        "part": _words(PARTS), "kind": _words(get_args(Kind)), "stage": _words(get_args(Stage)), "place": _words(get_args(PlaceForm)),
        "condition_type": _words(get_args(ConditionType)),
        "told_of": _words(TOLD_OF), "cause": _words(one.value for one in Cause), "turn": _words(one.value for one in Turn),
        "attribution": _words(get_args(Attribution)), "conveyance": _words(get_args(Conveyance)), "confidence": _words(get_args(Confidence)),
        **dict.fromkeys(("as_of", "since", "until", "said_from", "said_until", "day"), "datetime64[s]"),
        **dict.fromkeys(("is_stated", "is_hint", "is_movement", "is_internal", "on_record_holds", "fresh_holds"), "boolean"),
        **dict.fromkeys((*rungs, "unit", "statement_id", "speaker_id", "says", "condition_says", "said"), "string"),
        **dict.fromkeys(("flags", "possible", "carriers", "asked_of", "statements"), "object"),
        "firmness": "Int64",
    }  # fmt: skip


def _words(known: Iterable[str]) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(known))


def _pair(gap: Gap) -> Row:
    return dict(zip(_PAIR, (gap.a.issue.id, gap.a.party.id, gap.b.party.id, gap.a.as_of), strict=True))


def _place(name: str, span: Span | None, axis: Axis) -> Row:
    return {**_bounds(name, span), **dict(zip(rung_keys_of(name), rungs_at(span, axis), strict=True))}


def _bounds(name: str, span: Span | None) -> Row:
    ends = (span.low, span.high) if span else (None, None)
    return dict(zip(keys_of(name), map(_float, ends), strict=True))


def _float(value: Fraction | None) -> float | None:
    return None if value is None else float(value)
