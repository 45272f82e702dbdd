"""A briefing as typed tables: the matrix, the positions, the statements, the gaps and what moved, for spreadsheets and programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from parley.analysis.addressing import government_asked
from parley.analysis.bounds import gap_bounds, part_place, place_form, statement_place
from parley.analysis.gaps import Gap
from parley.analysis.leading import table_gap
from parley.analysis.moved import ToldOf
from parley.analysis.moves import part_of
from parley.analysis.positions import KIND_OF, Part, Position, replaced_by
from parley.dataset import Dataset
from parley.exports.cells import (
    Cell,
    Cells,
    Table,
    bound_cells,
    distance_cells,
    issue_cells,
    move_cells,
    number_cell,
    party_cells,
    place_cells,
    possible_cells,
    status_cells,
    status_ids,
    table_of,
)
from parley.exports.columns import position_key
from parley.exports.pairs import gaps_listed, holds_pairs
from parley.model import Statement
from parley.telling.aside import why_aside
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.conditions import condition_of
from parley.telling.evidence import attribution_of, conveyance_of, speaker_of
from parley.telling.gap import conditions_told, pivots_told
from parley.telling.matrix import Cell as MatrixCell
from parley.telling.matrix import Column as MatrixColumn
from parley.telling.matrix import Row as MatrixRow
from parley.telling.movement import also_told, conditional_told, threat_told
from parley.telling.moves import move_told, step_told
from parley.telling.parties import pair_of
from parley.telling.places import place_of, standing
from parley.telling.position import PartLine
from parley.telling.said import Said, begun, together
from parley.telling.tables import NOTHING_COMPARED
from parley.telling.tables import told_of as told_of_what
from parley.telling.terms import kind_name, part_name
from parley.words import say

_PART_OF: Mapping[str, Part] = {kind: part for part, kind in KIND_OF.items()}


def matrix_table(briefing: Briefing) -> Table:
    """Return a row per issue: where every party stands in words, the status, and the distance that leads."""
    rows = zip(briefing.issues, briefing.matrix.rows, strict=True)
    return table_of("matrix", briefing, (_matrix_cells(one, told, briefing.matrix.columns) for one, told in rows))


def _matrix_cells(one: BriefedIssue, told: MatrixRow, columns: Iterable[MatrixColumn]) -> Cells:
    """Return the row of an issue: its words are those of the matrix, beside which stand the ids and numbers that they tell of."""
    lines = {column.party.id: _part_lines(cell) for column, cell in zip(columns, told.cells, strict=True) if column.party}
    first, instead = one.row.stands_in_for, told.gap_line("compared_first") or told.gap_line("not_shown")
    compared: dict[str, Cell] = {}
    if first:
        compared = {"first_party_a_id": first.a.party.id, "first_party_b_id": first.b.party.id, "first_status": first.status.value}
    return {
        **issue_cells(one.issue, told.number),
        "question": one.issue.question or None,
        **{position_key(party): "\n".join(say(line.whole) for line in own) for party, own in lines.items()},
        **status_cells(one.row.status),
        **(_leading_cells(one.row.gap, told) if one.row.gap else {}),
        **compared,
        "first_pair_words": say(instead.told) if instead else None,
        "statements": tuple(dict.fromkeys(key for own in lines.values() for line in own for key in line.ids)),
    }


def _part_lines(cell: MatrixCell) -> list[PartLine]:
    return [line for line in cell if isinstance(line, PartLine)]


def _leading_cells(gap: Gap, told: MatrixRow) -> Cells:
    """Return the pair told of, what is possible, and the distance that leads, without and with what stands under a condition."""
    lead, priced = table_gap(gap), gap.with_conditions
    distance, price, hints, hinted = told.gap_line("distance"), told.gap_line("price"), told.gap_line("hints"), gap.with_hints
    return {
        **possible_cells(gap),
        "party_a_id": gap.a.party.id,
        "party_b_id": gap.b.party.id,
        "pair_words": say(pair_of(gap)),
        "asker_id": lead.asker.party.id if lead else None,
        "unit": gap.a.axis.gap_unit if lead else None,
        "apart_words": say(distance.told) if distance else None,
        **distance_cells("apart", gap),
        **(distance_cells("with_hints", hinted) if hinted and hints else {}),
        "with_hints_possible": status_ids(hinted.possible) if hinted and hints else (),
        "with_hints_words": say(hints.told) if hints else None,
        "with_hints_statements": hints.ids if hints else (),
        **(distance_cells("at_a_price", priced) if priced and price else {}),
        "at_a_price_possible": status_ids(priced.possible) if priced and price else (),
        "at_a_price_words": say(price.told) if price else None,
        "at_a_price_statements": price.ids if price else (),
    }


def positions_table(briefing: Briefing) -> Table:
    """Return a row per issue, party and part of its position: where it stands in numbers and rungs, stated or bounded by the others."""
    rows = (
        _position_cells(position, part, lines)
        for one in briefing.issues
        for position, lines in zip(one.row.positions, one.lines, strict=True)
        for part in position.told
    )
    return table_of("positions", briefing, rows)


def _position_cells(position: Position, part: Part, lines: Iterable[PartLine]) -> dict[str, Cell]:
    own, axis = part_of(position, part), position.axis
    of_part = [one for one in lines if one.kind == part and not one.is_conditional]
    stated, hinted = (next((one for one in of_part if one.is_hinted is is_hinted), None) for is_hinted in (False, True))
    return {
        **issue_cells(position.issue),
        **party_cells(position.party),
        "part": part,
        "part_words": say(begun(part_name(part))),
        "is_stated": own.is_stated,
        "is_hint": own.is_hint,
        **place_cells("", part_place(position, part), axis),
        "unit": axis.unit or axis.gap_unit,
        "place_words": say(standing(own, position, part)),
        "stated_words": say(stated.told) if stated else None,
        "stated_on": say(stated.newest) if stated else None,
        "stated_statements": stated.ids if stated else (),
        "besides_words": say(stated.besides) if stated and stated.besides else None,
        "hinted_words": say(hinted.told) if hinted else None,
        "hinted_statements": hinted.ids if hinted else (),
        "flags": tuple(flag.kind for flag in position.flags_of(part)),
        "statements": own.ids,
    }


def statements_table(briefing: Briefing) -> Table:
    """Return a row per statement: what was said, where and when it was found, and whether it counts in the position now."""
    rows = (
        _statement_cells(briefing, one, {each.party.id: each for each in issue.row.positions}[one.party])
        for issue in briefing.issues
        for one in issue.statements
    )
    return table_of("statements", briefing, rows)


def _statement_cells(briefing: Briefing, one: Statement, position: Position) -> Cells:
    dataset = briefing.dataset
    asked = government_asked(one, dataset.negotiation)
    aside, source, axis, speaker = position.set_aside.get(one.id), dataset.source_of(one), position.axis, speaker_of(one, dataset)
    internal = {} if briefing.is_shareable else {"is_internal": dataset.is_internal(one), "is_note_internal": one.note_internal}
    return {
        "statement_id": one.id,
        **issue_cells(position.issue),
        **party_cells(position.party),
        "speaker_id": one.speaker,
        "speaker_name": speaker.shown,
        "bloc_id": one.bloc,
        "bloc_name": dataset.negotiation.bloc_by_id[one.bloc].name if one.bloc else None,
        "kind": one.kind,
        "kind_words": say(begun(kind_name(one.kind))),
        "asked_of": tuple(party.id for party in asked),
        "asked_of_words": say(together(*asked, how="comma")) if asked else None,
        "stage": one.stage,
        "says": one.says,
        "place": place_form(one.place),
        **place_cells("", statement_place(one, dataset), axis),
        "unit": axis.unit or axis.gap_unit,
        "place_words": say(place_of(one, dataset)) if one.place.is_placed else None,
        "amount": number_cell(Fraction(one.amount.value)) if one.amount else None,
        "amount_unit": one.amount.unit if one.amount else None,
        "condition_type": one.condition.type if one.condition else None,
        "condition_says": one.condition.says if one.condition else None,
        "condition_words": say(condition_of(one.condition)) if one.condition else None,
        "said": one.said.text,
        "said_words": one.said.shown(),
        "said_from": one.said.earliest,
        "said_until": one.said.latest,
        "date_basis": one.date_basis,
        "source_id": one.source,
        "publication": source.publication if source else None,
        "paragraph": one.locator.paragraph,
        "line": one.locator.line,
        "page": one.locator.page,
        "anchor": one.locator.anchor,
        "attribution": one.attribution,
        "attribution_words": say(attribution_of(one)) if one.attribution else None,
        "coded_by": one.coded.by if one.coded else None,
        "coded_on": one.coded.on.text if one.coded and one.coded.on else None,
        "conveyance": one.conveyance,
        "conveyance_words": say(conveyance_of(one)) or None,
        "firmness": one.firmness,
        "confidence": one.confidence,
        "is_counted": aside is None,
        "why_not": aside.kind.name.lower() if aside else None,
        "why_not_words": why_not_counted(one, position, dataset),
        "replaced_by": replaced_by(position, one.id),
        "note": one.note,
        **internal,
    }


def why_not_counted(one: Statement, position: Position, dataset: Dataset) -> str:
    """Return why a statement carries no part of its party's position; empty where it carries one."""
    aside = position.set_aside.get(one.id)
    return say(why_aside(aside, one, dataset)) if aside is not None else ""


def gaps_table(briefing: Briefing) -> Table:
    """Return a row per issue and pair of parties: the bounds of the four gaps and of the zone, the status, and what would change it."""
    rows = (issue_cells(one.issue, one.number) | _gap_cells(gap) for one in briefing.issues for gap in gaps_listed(briefing, one.issue))
    return table_of("gaps", briefing, rows, holds_pairs("gaps", briefing))


def _gap_cells(gap: Gap) -> dict[str, Cell]:
    prices = conditions_told(gap)
    priced = {key for sentence in prices for key in sentence.ids}
    return {
        **party_cells(gap.a.party, "_a"),
        **party_cells(gap.b.party, "_b"),
        **status_cells(gap.status),
        **possible_cells(gap),
        **{key: cell for name, span in gap_bounds(gap).items() for key, cell in bound_cells(name, span).items()},
        "unit": gap.a.axis.gap_unit,
        "conditions_words": tuple(map(say, prices)),
        "pivots_words": tuple(map(say, pivots_told(gap))),
        "statements": tuple(sorted({*gap.ids, *priced})),
        "conditions_statements": tuple(sorted(priced)),
    }


def movement_table(briefing: Briefing) -> Table:
    """Return a row per change since the earlier date, in its fixed sentence; none where no earlier date is compared."""
    rows = (issue_cells(one.issue, one.number) | cells for one in briefing.issues for cells in _movement_rows(one, briefing.dataset))
    return table_of("movement", briefing, rows, None if briefing.movement else NOTHING_COMPARED)


def _movement_rows(one: BriefedIssue, dataset: Dataset) -> Iterator[dict[str, Cell]]:
    if one.moved is None:
        return
    for move in one.moved.moves:
        yield _told_cells("between", move_told(move)) | move_cells(move)
    for step in one.moved.on_the_way:
        yield _told_cells("on_the_way", step_told(step, dataset)) | move_cells(step)
    for change in one.moved.threats:
        yield _told_cells("threat", threat_told(change, dataset)) | party_cells(change.party)
    also = also_told(one.moved)
    if also is not None:
        yield _told_cells("also_said", also)
    for offer in one.moved.conditional:
        part = _PART_OF[offer.kind]
        whose = party_cells(dataset.negotiation.party_by_id[offer.party]) | {"part": part, "part_words": say(part_name(part))}
        yield _told_cells("under_condition", conditional_told(offer, dataset)) | whose


def _told_cells(told_of: ToldOf, told: Said) -> dict[str, Cell]:
    return {
        "told_of": told_of,
        "told_of_words": say(told_of_what(told_of)),
        "is_movement": False,
        "sentence_words": say(told),
        "statements": told.ids,
    }
