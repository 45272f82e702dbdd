"""What an issue comes to at a glance: how far apart the pair is that leads, between whom that is measured, and what is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.analysis.gaps import DEFINITE, Gap, Pivot, Status
from parley.analysis.leading import TableGap, table_gap
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.telling.gap import apart, at_a_price, changes_what_is_told, possible_statuses, status_known
from parley.telling.glance import GlanceLine
from parley.telling.overview import ONE_PARTY, not_shown
from parley.telling.parties import short
from parley.telling.position import doing_told
from parley.telling.said import Apart, Argument, Said, Side, Verbatim, said, together
from parley.telling.whole import whole_told

NO_DISTANCE = said("no-distance-to-measure")


@dataclass(frozen=True)
class Answer:
    """What an issue comes to: how far apart, or why that is not told; the status where only one is possible; who is measured; what is open.

    `whole` tells of all pairs of several principals, beside the one that leads.
    """

    told: Said
    is_measured: bool
    ids: tuple[str, ...]
    status: Status | None = None
    measured: Said | None = None
    hidden: Said | None = None
    hints: Said | None = None
    price: Said | None = None
    question: Said | None = None
    whole: Said | None = None


def answer(row: OverviewRow) -> Answer:
    """Return what an issue comes to between the pair that leads."""
    gap = row.gap
    if gap is None:
        return Answer(ONE_PARTY, False, ())
    lead = table_gap(gap)
    status = gap.status if gap.status in DEFINITE else None
    nothing = _alike(gap) if gap.status is Status.SAME_WAY else NO_DISTANCE
    return Answer(
        apart(lead.apart, lead.asker.axis, lead.ids) if lead else nothing,
        lead is not None,
        lead.ids if lead else gap.ids,
        status,
        _measured(lead) if lead else None,
        not_shown(row),
        _if_hints_stand(gap),
        _price(gap),
        open_in_short(row),
        whole_told(row),
    )


def _measured(lead: TableGap) -> Said:
    """Return what is measured: what one asks for, against the best that the other has put on the table."""
    other = lead.other
    if other.offer.is_stated:
        does = said("put-on-the-table", what="hint") if other.offer.is_hint else doing_told("offer")
    else:
        does = _asks(other) if other.asked.is_stated else said("put-on-the-table", what="limit")
    return said("measured-between", lead.ids, asker=short(lead.asker.party), asks=_asks(lead.asker), other=short(other.party), does=does)


def _asks(position: Position) -> Said:
    """Return what a party does with what it asks for; one that asks for nothing, with its measure."""
    return doing_told(position.asked.stage or "demand", position.asked.asked_of)


def _alike(gap: Gap) -> Said:
    """Return who of two that want the same way asks for more, and by how much."""
    found = gap.further
    if found is None or found.party is None:
        return said("ask-the-same" if found and found.by.high == 0 else "want-the-same", found.ids if found else gap.ids)
    return said("asks-more", found.ids, party=short(found.party), distance=Apart(found.by, gap.a.axis), way=gap.a.direction or "up")


def _price(gap: Gap) -> Said | None:
    """Return distance and status counting what stands under a condition; None where that changes neither."""
    counted = gap.with_conditions
    return said("labelled", counted.ids, label=said("label-price"), told=_in_short(counted)) if counted and at_a_price(gap) else None


def _if_hints_stand(gap: Gap) -> Said | None:
    """Return distance and status counting what was only hinted, too; None where that changes neither."""
    counted = gap.with_hints
    if counted is None or not changes_what_is_told(gap, counted):
        return None
    lead = table_gap(counted) if counted.possible == gap.possible else None
    told = apart(lead.apart, lead.asker.axis) if lead else _in_short(counted)
    return said("if-hints-stand", counted.ids, told=told)


def _in_short(gap: Gap) -> Argument:
    """Return the distance that leads and the status."""
    lead, status = table_gap(gap), status_known(gap.status, gap.possible)
    return together(apart(lead.apart, lead.asker.axis), status, how="comma") if lead else status


def open_in_short(row: OverviewRow) -> Said | None:
    """Return what would have to be found out, first of all what the pair compared first asks for; None where nothing is."""
    gap = row.stands_in_for or row.gap
    return open_told(gap) if gap else None


def question_in_short(row: OverviewRow) -> Said | None:
    """Return what would have to be found out, for a place whose heading says already that it is open."""
    gap = row.stands_in_for or row.gap
    question = _question(gap) if gap else None
    return said("begun", gap.ids, words=question) if gap and question else None


def open_told(gap: Gap) -> Said | None:
    """Return what would have to be found out of a gap, or what it could be where no question tells that; None where nothing is open."""
    question = _question(gap)
    return said("open-in-short", gap.ids, question=question) if question else None


def _question(gap: Gap) -> Argument | None:
    question: Argument | None = _what_asked(gap) if gap.silent else _would(gap)
    return said("sentence", told=possible_statuses(gap)) if question is None and gap.status is Status.UNKNOWN else question


def _what_asked(gap: Gap) -> Said:
    """Return what the parties ask for of whom no demand, offer or limit is known, or none that stands without a condition."""
    firmly = "no" if any(one.conditional for one in gap.silent) else "any"
    return said("what-asked", parties=together(*(one.party for one in gap.silent)), firmly=firmly)


def _would(gap: Gap) -> Said | None:
    if not gap.pivots:
        return None
    first = next((one for one in gap.pivots if one.needed is not None), gap.pivots[0])
    value = first.needed if first.needed is not None else first.enough
    if value is None:
        unstated = [one.party for one in (gap.a, gap.b) if any(each.party == one.party.id and not each.is_stated for each in gap.pivots)]
        return said("how-far", parties=together(*unstated), noun=first.part) if unstated else None
    position = _position(gap, first)
    side = Side(value, position.axis, first.is_low_end)
    return said("would-take", party=position.party, gap=first.gap, side=side, missing=_missing(first, position))


def _missing(pivot: Pivot, position: Position) -> Said:
    if pivot.is_stated:
        return said("is-not-exact", party=position.party, noun=pivot.part)
    kind = "red_line" if pivot.part == "limit" else pivot.part
    firmly = "no" if any(one.kind == kind for one in position.conditional) else "any"
    return said("has-stated-none", party=position.party, noun=pivot.part, firmly=firmly)


def _position(gap: Gap, pivot: Pivot) -> Position:
    return gap.a if gap.a.party.id == pivot.party else gap.b


def drawn_at_a_glance(row: OverviewRow, lines: Iterable[GlanceLine], found: Answer) -> Said:
    """Return all that is drawn of an issue, in words."""
    told = [*(one.words for one in lines), found.told, *([found.hints] if found.hints else [])]
    return said("drawn-at-a-glance", issue=Verbatim(row.issue.name), told=together(*told, how="semicolon"))
