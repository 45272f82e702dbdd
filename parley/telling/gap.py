"""What is said of a gap: the distance that leads, its status, what stands at a price, and what would change it (method, section 8)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from parley.analysis.aside import LEFT_OUT
from parley.analysis.gaps import DEFINITE, Gap, GapName, GroupGap, Pivot, Price, Status, prices
from parley.analysis.leading import names_a_place, table_gap
from parley.analysis.outcomes import Distance
from parley.analysis.positions import Part, Position, PositionSet
from parley.model import Party
from parley.scales import Axis
from parley.telling.aside import left_out
from parley.telling.conditions import stands
from parley.telling.places import standing
from parley.telling.said import Apart, Argument, Place, Said, Side, begun, said, together

_KIND_OF = {"limit": "red_line", "offer": "offer", "demand": "demand"}


def apart(distance: Distance, axis: Axis, ids: tuple[str, ...] = ()) -> Said:
    """Return how far apart two sets are; `ids` are the statements on which that rests."""
    return said("no-distance", ids) if distance.high == 0 else said("apart", ids, distance=Apart(distance, axis))


def leading_distance(gap: Gap) -> Said | None:
    """Return the distance that leads; None where nobody asks or one is silent."""
    lead = table_gap(gap)
    return apart(lead.apart, lead.asker.axis, lead.ids) if lead else None


def table_distance(gap: Gap) -> Said | None:
    """Return what one asks for against the best the other has put on the table, or None where nothing can be said."""
    lead = table_gap(gap)
    if lead is None:
        return None
    asker, other = lead.asker, lead.other
    if other.offer.is_stated:
        on_table = said(
            "best-on-the-table", party=other.party, place=_placed(other.offer, other, "offer"), way="hinted" if other.offer.is_hint else "offered"
        )
    elif other.demand.is_stated:
        on_table = said("nothing-offered-beyond-demand", party=other.party, place=_placed(other.demand, other, "demand"))
    elif other.measure.is_stated:
        on_table = _measure_taken(other)
    else:
        on_table = said("no-offer-but-a-limit", party=other.party, place=_placed(other.limit, other, "limit"))
    distance = apart(lead.apart, asker.axis)
    asked = _asked_for(asker) if asker.demand.is_stated else _measure_taken(asker)
    return said("table-gap", lead.ids, asked=begun(asked), table=on_table, distance=distance)


def _asked_for(asker: Position) -> Said:
    """Return what a party asks for, and which governments it asks to obtain it."""
    place = _placed(asker.demand, asker, "demand")
    if not asker.demand.asked_of:
        return said("asks-for", party=asker.party, place=place)
    return said("asks-government-for", party=asker.party, place=place, asked=together(*asker.demand.asked_of))


def _measure_taken(position: Position) -> Said:
    """Return what a party that asks for nothing does."""
    own = position.measure
    return said("measure-taken", party=position.party, stage=own.stage or "in_force", place=_placed(own, position, "measure"))


def _placed(own: PositionSet, position: Position, part: Part) -> Argument:
    return standing(own, position, part) if names_a_place(own, position) else said("unnamed-outcome")


def status_told(gap: Gap) -> Said:
    """Return the sentence that goes with the status of a gap."""
    match gap.status:
        case Status.NO_EVIDENCE | Status.NO_ASK:
            return _no_evidence(gap)
        case Status.AGREED:
            return said("agreed", gap.ids, both=together(gap.a.party, gap.b.party))
        case Status.SAME_WAY:
            return _same_way(gap)
        case Status.OFFERS_MEET:
            return said("offers-meet", gap.ids)
        case Status.BRIDGEABLE:
            return _bridgeable(gap)
        case Status.BLOCKED:
            scale = "ladder" if gap.a.axis.is_ladder else "quantity"
            return said("blocked", gap.ids, distance=Apart(gap.limit, gap.a.axis), scale=scale)
    return said("told-together", gap.ids, all=together(*_unknown(gap), how="sentences"))


def further_told(gap: Gap) -> Said | None:
    """Return which of two that want the same way asks for more, and by how much; None where that cannot be asked."""
    found = gap.further
    if found is None:
        return None
    if found.party is not None:
        return said("goes-further", found.ids, party=found.party, distance=Apart(found.by, gap.a.axis), way=gap.a.direction or "up")
    return said("go-as-far" if found.by.high == 0 else "perhaps-further", found.ids)


def _same_way(gap: Gap) -> Said:
    told = said("same-way", gap.ids, both=together(gap.a.party, gap.b.party))
    more = further_told(gap)
    return said("told-together", gap.ids, all=together(told, said("sentence", told=begun(more)), how="sentences")) if more else told


def status_name(status: Status) -> Said:
    """Return the word of a status."""
    return said("status", status=status.value)


def status_label(status: Status) -> Said:
    """Return the word of a status as it stands by itself."""
    return begun(status_name(status))


def possible_statuses(gap: Gap | GroupGap) -> Argument:
    """Return the statuses still possible, one or the other."""
    return _either(gap.possible)


def status_known(status: Status, possible: frozenset[Status]) -> Said:
    """Return the status, with what is still possible where it is not known."""
    return said("status-open", possible=_either(possible)) if status is Status.UNKNOWN else status_name(status)


def _either(possible: frozenset[Status]) -> Argument:
    return together(*(status_name(one) for one in DEFINITE if one in possible), how="any")


def conditions_told(gap: Gap) -> tuple[Said, ...]:
    """Return, for each demand, limit and offer under a condition, what it depends on, and gap and status without and with it."""
    return tuple(price_told(price) for price in prices(gap))


def price_told(price: Price) -> Said:
    """Return what one demand, limit or offer under a condition depends on, and gap and status without and with it."""
    told = [said("price-stands", stands=stands(price.statement, price.by.party))]
    if price.without or price.with_it:
        measured = "limits" if price.statement.kind == "red_line" else "table"
        without, with_it = (_known_distance(one, price.by.axis) for one in (price.without, price.with_it))
        told.append(said("price-in-distance", measured=measured, without=without, with_it=with_it))
    before, after = (status_known(*one) for one in zip(price.statuses, price.possible, strict=True))
    if before != after:
        told.append(said("price-in-status", without=before, with_it=after))
    return said("told-together", price.ids if len(told) > 1 else (price.statement.id,), all=together(*told, how="sentences"))


def _known_distance(distance: Distance | None, axis: Axis) -> Argument:
    return said("not-known") if distance is None else Apart(distance, axis)


def at_a_price(gap: Gap) -> Said | None:
    """Return the distance that leads and the status, counting what stands under a condition; None where that changes neither."""
    return _otherwise(gap, gap.with_conditions)


def if_hints_stand(gap: Gap) -> Said | None:
    """Return the distance that leads and the status, counting what was only hinted, too (rule 4a); None where that changes neither."""
    told = _otherwise(gap, gap.with_hints)
    return said("if-hints-stand", told.ids, told=told) if told else None


def changes_what_is_told(gap: Gap, counted: Gap | None) -> bool:
    """Return whether the gap that also counts what is kept apart has another leading distance or other statuses possible."""
    if counted is None:
        return False
    before, after = (table_gap(one) for one in (gap, counted))
    return counted.possible != gap.possible or (before.apart if before else None) != (after.apart if after else None)


def _otherwise(gap: Gap, counted: Gap | None) -> Said | None:
    if counted is None or not changes_what_is_told(gap, counted):
        return None
    distance, status = leading_distance(counted), status_known(counted.status, counted.possible)
    words = [distance, status] if distance else [status]
    return said("told-together", counted.ids, all=together(*words, how="comma"))


def pivots_told(gap: Gap, *, beyond_status: bool = False) -> tuple[Said, ...]:
    """Return what would change the status: a line for each uncertain end and threshold.

    `beyond_status` leaves out what the status sentence itself already says.
    """
    known = _said_by_status(gap) if beyond_status else set()
    return tuple(told for pivot in gap.pivots for value, told in _thresholds_told(gap, pivot) if (pivot, value) not in known)


def pivot_told(gap: Gap, pivot: Pivot) -> tuple[Said, ...]:
    """Return what would change the status at one uncertain end: a line for each threshold."""
    return tuple(told for _, told in _thresholds_told(gap, pivot))


def _thresholds_told(gap: Gap, pivot: Pivot) -> Iterator[tuple[Fraction, Said]]:
    thresholds = {pivot.needed: "only-if", pivot.enough: "surely-if"}
    if pivot.needed == pivot.enough:
        thresholds[pivot.needed] = "only-if"
    for value, how in thresholds.items():
        if value is not None:
            yield value, said("pivot", pivot.ids, outcome=said("outcome", gap=pivot.gap), how=how, would=_would(gap, pivot, value))


def _position(gap: Gap, pivot: Pivot) -> Position:
    return gap.a if gap.a.party.id == pivot.party else gap.b


def _would(gap: Gap, pivot: Pivot, value: Fraction, *, it: bool = False) -> Said:
    """Return what the party would have to accept, offer or ask for; `it` where it was named just before."""
    return said("it-would" if it else "would", gap=pivot.gap, party=_position(gap, pivot).party, side=_side(gap, pivot, value))


def _side(gap: Gap, pivot: Pivot, value: Fraction) -> Side:
    return Side(value, _position(gap, pivot).axis, pivot.is_low_end)


def _leading_pivots(gap: Gap) -> list[Pivot]:
    """Return the pivots of the gap that matters most: whether a zone exists, then whether offers meet, then demands."""
    order: tuple[GapName, ...] = ("limit", "bid", "headline")
    return next((found for name in order if (found := [one for one in gap.pivots if one.gap == name])), [])


def _said_by_status(gap: Gap) -> set[tuple[Pivot, Fraction | None]]:
    pivots = _leading_pivots(gap)
    needed = [one for one in pivots if one.needed is not None]
    return {(needed[0], needed[0].needed)} if needed else {(one, one.enough) for one in pivots}


def _no_evidence(gap: Gap) -> Said:
    silent = together(*(one.party for one in gap.silent), how="or")
    aside = {key: reason for one in gap.silent for key, reason in one.set_aside.items()}
    if not aside:
        return said("no-evidence-held", parties=silent)
    firmly = "no" if any(one.conditional for one in gap.silent) else "any"
    why = left_out(aside.values())
    if why is None:
        return said("no-evidence-shown", parties=silent, firmly=firmly)
    ids = tuple(sorted(key for key, reason in aside.items() if reason.kind in LEFT_OUT))
    return said("no-evidence-shown-because", ids, parties=silent, firmly=firmly, why=why)


def _bridgeable(gap: Gap) -> Said:
    axis = gap.a.axis
    sets = [one.limit.outcomes for one in (gap.a, gap.b)]
    certain_low, certain_high = max(one.lo.high for one in sets), min(one.hi.low for one in sets)
    low, high = max(one.lo.low for one in sets), min(one.hi.high for one in sets)
    whose = "stated" if all(one.limit.is_stated for one in (gap.a, gap.b)) else "bounded"
    if certain_low == certain_high:
        where = said("overlap-at", place=Place(certain_low, axis))
    elif certain_low < certain_high:
        where = said("overlap-between", low=Place(certain_low, axis), high=Place(certain_high, axis))
    else:
        # They surely overlap, but no outcome is surely within both: one of them is a single value not known exactly.
        where = said("overlap-somewhere", low=Place(low, axis), high=Place(high, axis))
    return said("bridgeable", gap.ids, whose=whose, where=where, distance=Apart(gap.bid, axis))


def _firmly(noun: str, stated: Position | Gap) -> str:
    """Return whether a demand, limit or offer was stated under a condition, and so does not stand here."""
    held = [stated.a, stated.b] if isinstance(stated, Gap) else [stated]
    return "no" if any(one.kind == _KIND_OF[noun] for position in held for one in position.conditional) else "any"


def _unknown(gap: Gap) -> list[Said]:
    """Return what is missing, what would have to be so for the better status, and that it is not known."""
    pivots = _leading_pivots(gap)
    if not pivots:
        return [said("possible-statuses", possible=_either(gap.possible)), said("we-do-not-know")]
    opening, missing = _what_is_missing(gap, pivots)
    needed = next((one for one in pivots if one.needed is not None), None)
    if needed is not None and needed.needed is not None:
        would = _would(gap, needed, needed.needed, it=missing == [_position(gap, needed).party])
        return [*opening, said("pivot", outcome=said("outcome", gap=needed.gap), how="only-if", would=would), said("we-do-not-know")]
    ways = [_would(gap, one, one.enough) for one in pivots if one.enough is not None]
    if ways:
        return [*opening, said("enough", outcome=said("outcome", gap=pivots[0].gap), ways=together(*ways, how="ways")), said("short-of-that")]
    return [*opening, said("possible-statuses", possible=_either(gap.possible)), said("we-do-not-know")]


def _what_is_missing(gap: Gap, pivots: list[Pivot]) -> tuple[list[Said], list[Party]]:
    """Return what was not stated, or not exactly, and the parties that stated nothing."""
    noun = pivots[0].part
    # A target has two ends, so a party may stand here twice.
    missing = list({one.party: _position(gap, one) for one in pivots if not one.is_stated}.values())
    vague = list({one.party: _position(gap, one).party for one in pivots if one.is_stated}.values())
    if len(missing) == 2:
        one, other = (position.party for position in missing)
        return [said("neither-stated", one=one, other=other, noun=noun, firmly=_firmly(noun, gap))], [one, other]
    if missing:
        party = missing[0].party
        return [said("stated-no", party=party, noun=noun, firmly=_firmly(noun, missing[0]))], [party]
    return ([said("not-exact", parties=together(*vague), noun=noun)] if vague else []), []
