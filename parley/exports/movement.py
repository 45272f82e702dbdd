"""Movement and versions as lines for a terminal or a mail, and as values for other programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from parley.analysis.bounds import stated_place
from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap, Status
from parley.analysis.moved import Course, IssueMovement, LeadChange, Movement
from parley.analysis.moves import Move
from parley.analysis.versions import FieldChange, Recast, Versions
from parley.evidence import Evidence
from parley.exports.cells import (
    bound_cells,
    distance_cells,
    issue_cells,
    move_cells,
    number_or_text,
    party_cells,
    place_cells,
    status_cells,
    status_ids,
)
from parley.telling.briefing import standing_line
from parley.telling.movement import all_told, course_name, issue_told, movement_of, on_issue, published_told, statuses_counted, whole_told
from parley.telling.said import Said
from parley.telling.terms import part_name
from parley.telling.versions import (
    Differing,
    field_told,
    nothing_differs,
    recast_places,
    recast_told,
    record_told,
    statement_told,
    version_heading,
    versions_of,
)
from parley.words import say

Values = dict[str, Any]


def movement_lines(found: Movement, dataset: Evidence, cut: EvidenceCut) -> Iterator[str]:
    """Yield the movement as text: the whole in a sentence, the statuses, each issue with its sentences and the ids behind them."""
    yield say(movement_of(dataset, cut))
    yield say(whole_told(found))
    late = published_told(found)
    if late:
        yield say(late)
    yield say(statuses_counted(found))
    for one in found.issues:
        if one.has_news:
            yield ""
            yield from _issue_lines(one, dataset)
    yield ""
    yield say(standing_line())


def _issue_lines(one: IssueMovement, dataset: Evidence) -> Iterator[str]:
    yield issue_title(one)
    is_told = one.course is not Course.STILL
    for number, line in enumerate(issue_body(one, dataset)):
        yield f"  {line}" if is_told and not number else f"  - {line}"


def issue_title(one: IssueMovement) -> str:
    """Return the issue with what became of the distance on it."""
    return say(on_issue(one.issue, course_name(one.course)))


def issue_body(one: IssueMovement, dataset: Evidence) -> Iterator[str]:
    """Yield what happened on an issue, on the whole where anything moved, then change by change with the ids behind it."""
    if one.course is not Course.STILL:
        yield say(issue_told(one))
    yield from map(_with_ids, all_told(one, dataset))


def _with_ids(told: Said) -> str:
    return f"{say(told)} [{', '.join(told.ids)}]"


def movement_values(found: Movement, dataset: Evidence, cut: EvidenceCut) -> Values:
    """Return the movement as values for JSON, under the names of the tables: an id, and beside it its words.

    Distances, places and how far a part went are given by both bounds, in rungs or units, never rounded; None where nothing can be compared.
    """
    return {
        "negotiation_id": dataset.negotiation.id,
        "version": dataset.version,
        "evidence": cut.id,
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "sentence_words": say(whole_told(found)),
        "published_since": [one.id for one in found.published],
        "statuses": [_status_values(status, found) for status in Status],
        "issues": [_issue_values(one) for one in found.issues],
        "standing_line_words": say(standing_line()),
    }


def _status_values(status: Status, found: Movement) -> Values:
    """Return on which issues the overview shows a status, then and now."""
    then, now = ([one.issue.id for one in shown.get(status, ())] for shown in found.by_status)
    return {**status_cells(status), "since_issues": then, "until_issues": now}


def _issue_values(one: IssueMovement) -> Values:
    return {
        **issue_cells(one.issue),
        "course": one.course.value,
        "course_words": say(course_name(one.course)),
        "sentence_words": say(issue_told(one)),
        "since_as_published": _gap_values(one.known),
        "since": _gap_values(one.then),
        "until": _gap_values(one.now),
        "apart": _lead_values(one.lead) if one.lead else None,
        "moves": [_move_values(move) for move in one.moves],
        "on_the_way": [_move_values(step) for step in one.on_the_way],
        "also_said": [said.id for said in one.also],
        "threats": [{**party_cells(change.party), "statements": list(change.ids)} for change in one.threats],
        "conditional": [offer.id for offer in one.conditional],
    }


def _gap_values(gap: Gap | None) -> Values | None:
    if gap is None:
        return None
    return {
        **party_cells(gap.a.party, "_a"),
        **party_cells(gap.b.party, "_b"),
        **status_cells(gap.status),
        "possible": list(status_ids(gap.possible)),
        **distance_cells("apart", gap, number_or_text),
        "statements": list(gap.ids),
    }


def _lead_values(lead: LeadChange) -> Values:
    """Return the distance that leads, before and after what the parties said, and after what ran out; and by how much each changed which bound."""
    shares = ((lead.asker.id, lead.shares.by_a), (lead.other.id, lead.shares.by_b)) if lead.shares else ()
    return {
        "asker_id": lead.asker.id,
        "other_id": lead.other.id,
        **bound_cells("before", lead.before, number_or_text),
        **bound_cells("after", lead.after, number_or_text),
        **bound_cells("after_what_ran_out", lead.now, number_or_text),
        "shares": [{"party_id": party, "of_low": number_or_text(low), "of_high": number_or_text(high)} for party, (low, high) in shares],
        "statements": list(lead.ids),
    }


def _move_values(move: Move) -> Values:
    return {**move_cells(move, number_or_text), "is_dated": move.is_dated, "statements": list(move.ids)}


def versions_lines(found: Versions, old: Evidence, new: Evidence, cut: EvidenceCut) -> Iterator[str]:
    """Yield what differs between two versions: what the coders changed first, then what was found, then what the parties said."""
    yield say(versions_of(old, new, cut))
    for what, lines in differing_lines(found, old, new).items():
        yield ""
        yield say(version_heading(what, found.movement.since))
        yield from (f"  {line}" for line in lines or [say(nothing_differs())])
    if found.movement.until > found.movement.since:
        yield ""
        yield say(whole_told(found.movement))
        yield from (f"  {say(on_issue(one.issue, issue_told(one)))}" for one in found.movement.issues if one.course is not Course.STILL)
    yield ""
    yield say(standing_line())


def differing_lines(found: Versions, old: Evidence, new: Evidence) -> Mapping[Differing, Sequence[str]]:
    """Return what differs between two versions, by what it comes of; a field stands below its record, moved in."""
    return {
        "coded": [*_coding_lines(found, old, new)],
        "found": [_with_ids(statement_told("found", one, new)) for one in found.found],
        "recast": [_with_ids(recast_told(one)) for one in found.recast],
        "said": [_with_ids(statement_told("said", one, new)) for one in found.said_since],
    }


def _coding_lines(found: Versions, old: Evidence, new: Evidence) -> Iterator[str]:
    yield from (_with_ids(statement_told("added", one, new)) for one in found.added)
    yield from (_with_ids(statement_told("removed", one, old)) for one in found.removed)
    for one in (*found.recoded, *found.records):
        yield say(record_told("changed", one.kind, one.id))
        yield from (f"  {say(field_told(change))}" for change in one.changes)
    yield from (say(record_told("added", kind, key)) for kind, key in found.new_records)
    yield from (say(record_told("removed", kind, key)) for kind, key in found.gone_records)


def versions_values(found: Versions, old: Evidence, new: Evidence, cut: EvidenceCut) -> Values:
    """Return what differs between two versions as values for JSON."""
    return {
        "old_version": old.version,
        "new_version": new.version,
        "coders": {
            "added": [one.id for one in found.added],
            "removed": [one.id for one in found.removed],
            "changed": [
                {"kind": one.kind, "id": one.id, "fields": [_field_values(change) for change in one.changes]}
                for one in (*found.recoded, *found.records)
            ],
            "added_records": [_record_values(*one) for one in found.new_records],
            "removed_records": [_record_values(*one) for one in found.gone_records],
        },
        "found": [one.id for one in found.found],
        "positions": [_recast_values(one) for one in found.recast],
        "said_since": [one.id for one in found.said_since],
        "movement": movement_values(found.movement, new, cut),
    }


def _field_values(change: FieldChange) -> Values:
    """Return a changed field by its way there; `is_order` where only the order of what stands there is another."""
    return {"field": change.name, "is_order": change.is_order, "before": change.before, "after": change.after}


def _record_values(kind: str, key: str) -> Values:
    return {"kind": kind, "id": key}


def _recast_values(one: Recast) -> Values:
    before, after = (say(place) for place in recast_places(one))
    then = stated_place(one.before, one.part) if one.before else None
    return {
        **issue_cells(one.issue),
        **party_cells(one.party),
        "part": one.part,
        "part_words": say(part_name(one.part)),
        **place_cells("before", then, one.before.axis if one.before else one.after.axis, number_or_text),
        "before_words": before,
        **place_cells("after", stated_place(one.after, one.part), one.after.axis, number_or_text),
        "after_words": after,
        "statements": list(one.ids),
    }
