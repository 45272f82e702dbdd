"""Movement and versions as lines for a terminal or a mail, and as values for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import DEFINITE, Gap, Status
from parley.analysis.leading import table_gap
from parley.analysis.movement import Course, IssueMovement, Movement
from parley.analysis.moves import Move, Turn
from parley.analysis.outcomes import Distance
from parley.analysis.versions import Recoded, Versions
from parley.dataset import Dataset
from parley.dates import shown_day
from parley.model import Statement
from parley.numbers import plain
from parley.telling.briefing import standing_line
from parley.telling.cuts import cut_name
from parley.telling.gap import status_label, status_name
from parley.telling.movement import all_told, course_name, issue_told, published_told, whole_told
from parley.telling.moves import place_now, place_then
from parley.telling.versions import field_name, recast_places, recast_told
from parley.words import say

Values = dict[str, Any]


def movement_lines(found: Movement, dataset: Dataset, cut: EvidenceCut) -> Iterator[str]:
    """Yield the movement as text: the whole in a sentence, the statuses, each issue with its sentences and the ids behind them."""
    yield f"{dataset.negotiation.title} (data version {dataset.version}; {say(cut_name(cut))})"
    yield say(whole_told(found))
    late = published_told(found)
    if late:
        yield say(late)
    counts = [(status, found.counts(status)) for status in Status]
    held = "; ".join(f"{say(status_name(status))} {then}, then {now}" for status, (then, now) in counts if then or now)
    yield f"Issues by status, on {shown_day(found.since)} and on {shown_day(found.until)}: {held}."
    for one in found.issues:
        if one.has_news:
            yield ""
            yield from _issue_lines(one, dataset)
    yield ""
    yield say(standing_line())


def _issue_lines(one: IssueMovement, dataset: Dataset) -> Iterator[str]:
    yield f"{one.issue.name}: {say(course_name(one.course))}"
    if one.course is not Course.STILL:
        yield f"  {say(issue_told(one))}"
    for told in all_told(one, dataset):
        yield f"  - {say(told)} [{', '.join(told.ids)}]"


def movement_values(found: Movement, dataset: Dataset, cut: EvidenceCut) -> Values:
    """Return the movement as values for JSON.

    Distances, shares and how far a part went are pairs of numbers, in rungs or units, never rounded; None where nothing can be compared.
    """
    return {
        "negotiation": dataset.negotiation.id,
        "version": dataset.version,
        "evidence": cut.id,
        "from": found.since.isoformat(),
        "to": found.until.isoformat(),
        "sentence": say(whole_told(found)),
        "published_since": [one.id for one in found.published],
        "statuses": {say(status_label(status)): dict(zip(("from", "to"), found.counts(status), strict=True)) for status in Status},
        "issues": [_issue_values(one) for one in found.issues],
        "standing_line": say(standing_line()),
    }


def _issue_values(one: IssueMovement) -> Values:
    lead = one.lead
    return {
        "id": one.issue.id,
        "course": one.course.value,
        "sentence": say(issue_told(one)),
        "from_as_published": _gap_values(one.known),
        "from": _gap_values(one.then),
        "to": _gap_values(one.now),
        "apart": None
        if lead is None
        else {
            "asker": lead.asker.id,
            "other": lead.other.id,
            "from": _bounds(lead.before),
            "to": _bounds(lead.after),
            "to_after_what_ran_out": _bounds(lead.now) if lead.now else None,
            "shares": None
            if lead.shares is None
            else {lead.asker.id: [*map(_number, lead.shares.by_a)], lead.other.id: [*map(_number, lead.shares.by_b)]},
            "statements": list(lead.ids),
        },
        "moves": [_move_values(move) for move in one.moves],
        "on_the_way": [_move_values(step) for step in one.on_the_way],
        "also_said": [said.id for said in one.also],
        "threats": [{"party": change.party.id, "statements": list(change.ids)} for change in one.threats],
        "conditional": [offer.id for offer in one.conditional],
    }


def _gap_values(gap: Gap | None) -> Values | None:
    if gap is None:
        return None
    lead = table_gap(gap)
    return {
        "pair": [gap.a.party.id, gap.b.party.id],
        "status": say(status_label(gap.status)),
        "possible": [say(status_label(status)) for status in DEFINITE if status in gap.possible],
        "apart": _bounds(lead.apart) if lead else None,
    }


def _move_values(move: Move) -> Values:
    return {
        "party": move.party.id,
        "part": move.part,
        "cause": move.cause.value,
        "turn": move.turn.value,
        "by": None if move.turn in (Turn.FIRST, Turn.GONE) else [*map(_number, move.by)],
        "unit": move.became.axis.gap_unit,
        "before": say(place_then(move)),
        "now": say(place_now(move)),
        "dated": move.is_dated,
        "counts_as_movement": move.is_movement,
        "statements": list(move.ids),
    }


def _bounds(distance: Distance) -> list[int | str]:
    return [_number(distance.low), _number(distance.high)]


def _number(value: Fraction) -> int | str:
    """Return a whole number as such, and any other as text that loses nothing: "2.5", "1/3"."""
    return value.numerator if value.denominator == 1 else plain(value)


def versions_lines(found: Versions, old: Dataset, new: Dataset, cut: EvidenceCut) -> Iterator[str]:
    """Yield what differs between two versions: what the coders changed first, then what was found, then what the parties said."""
    day = shown_day(found.movement.since)
    yield f"{new.negotiation.title}: data version {old.version} to {new.version} ({say(cut_name(cut))})"
    yield ""
    yield "What the coders changed"
    yield from _or_none([*_coding_lines(found, old, new)])
    yield ""
    yield f"What new documents tell of the time up to {day}"
    yield from _or_none([_statement_line("found", one, new) for one in found.found])
    yield ""
    yield f"What this makes of the positions as of {day}"
    yield from _or_none([f"  {say(recast_told(one))} [{', '.join(one.ids)}]" for one in found.recast])
    yield ""
    yield f"What the parties said after {day}"
    yield from _or_none([_statement_line("said", one, new) for one in found.said_since])
    if found.movement.until > found.movement.since:
        yield ""
        yield say(whole_told(found.movement))
        yield from (f"  {one.issue.name}: {say(issue_told(one))}" for one in found.movement.issues if one.course is not Course.STILL)
    yield ""
    yield say(standing_line())


def _coding_lines(found: Versions, old: Dataset, new: Dataset) -> Iterator[str]:
    yield from (_statement_line("added", one, new) for one in found.added)
    yield from (_statement_line("removed", one, old) for one in found.removed)
    for one in (*found.recoded, *found.records):
        yield from _recoded_lines(one)
    yield from (f"  added {kind} {key}" for kind, key in found.new_records)
    yield from (f"  removed {kind} {key}" for kind, key in found.gone_records)


def _recoded_lines(one: Recoded) -> Iterator[str]:
    yield f"  changed {one.kind} {one.id}"
    for change in one.changes:
        before, after = (json.dumps(value, ensure_ascii=False) if value is not None else "left out" for value in (change.before, change.after))
        yield f"    {say(field_name(change))}: {before} -> {after}"


def _statement_line(what: str, one: Statement, dataset: Dataset) -> str:
    negotiation = dataset.negotiation
    party, issue = negotiation.party_by_id[one.party].short, negotiation.issue_by_id[one.issue].name
    return f"  {what}: {party}, {_kind(one)} on {issue}, {one.said.shown()}: {one.says} [{one.id}]"


def _kind(one: Statement) -> str:
    return "stated limit" if one.kind == "red_line" else one.kind


def _or_none(lines: Sequence[str]) -> Sequence[str]:
    return lines or ["  nothing"]


def versions_values(found: Versions, old: Dataset, new: Dataset, cut: EvidenceCut) -> Values:
    """Return what differs between two versions as values for JSON."""
    return {
        "old": old.version,
        "new": new.version,
        "coders": {
            "added": [one.id for one in found.added],
            "removed": [one.id for one in found.removed],
            "changed": [
                {"kind": one.kind, "id": one.id, "fields": {say(field_name(change)): [change.before, change.after] for change in one.changes}}
                for one in (*found.recoded, *found.records)
            ],
            "added_records": [list(one) for one in found.new_records],
            "removed_records": [list(one) for one in found.gone_records],
        },
        "found": [one.id for one in found.found],
        "positions": [
            {
                "issue": one.issue.id,
                "party": one.party.id,
                "part": one.part,
                **dict(zip(("old", "new"), map(say, recast_places(one)), strict=True)),
                "statements": list(one.ids),
            }
            for one in found.recast
        ],
        "said_since": [one.id for one in found.said_since],
        "movement": movement_values(found.movement, new, cut),
    }
