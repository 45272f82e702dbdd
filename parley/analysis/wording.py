"""The fixed sentences that put a result into words, each with the ids of the statements it rests on (method, section 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from parley.analysis.aside import left_out_words
from parley.analysis.gaps import DEFINITE, Gap, GapName, GroupGap, Pivot, Price, Status, prices, status_word
from parley.analysis.leading import names_a_place, table_gap
from parley.analysis.outcomes import Distance, Span, threshold
from parley.analysis.positions import Part, Position, PositionSet
from parley.dataset import Dataset
from parley.model import Party, Statement
from parley.scales import Axis

# What a party says of each part, and what that makes of its position.
PART_NAMES: Mapping[Part, str] = {"demand": "demand", "limit": "stated limit", "offer": "offer"}
POSITION_NAMES: Mapping[Part, str] = {**PART_NAMES, "offer": "best offer"}
UNKNOWN_TAIL = "We do not know."
_WOULD: Mapping[GapName, str] = {"limit": "would accept", "bid": "would offer", "headline": "would ask for"}
_OUTCOME: Mapping[GapName, str] = {"limit": "A zone exists", "bid": "The best offers meet", "headline": "The demands meet"}


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the ids of the statements it rests on."""

    text: str
    ids: tuple[str, ...] = ()


def capital(text: str) -> str:
    """Return the text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def has(party: Party) -> str:
    """Return "has" or "have", as the party takes it."""
    return "have" if party.plural else "has"


def asks(party: Party) -> str:
    """Return "asks" or "ask", as the party takes it."""
    return "ask" if party.plural else "asks"


def _it(party: Party) -> str:
    return "they" if party.plural else "it"


def span_words(span: Span, axis: Axis) -> str:
    """Return a span in the scale's words: "“Scrapped”", "“Rethought” to “Scrapped”", "25 to 30 %"."""
    if span.is_exact:
        return axis.shown(span.low)
    if axis.is_ladder:
        return f"{axis.shown(span.low)} to {axis.shown(span.high)}"
    return f"{axis.shown(span.low).removesuffix(' ' + axis.unit)} to {axis.shown(span.high)}"


def set_words(part: PositionSet, position: Position) -> str:
    """Return where a demand, offer or limit stands, in the scale's words; "not stated" where it was not."""
    if not part.is_stated:
        return "not stated"
    if not names_a_place(part, position):
        return "stated, but no place named"
    return span_words(threshold(part.outcomes, position.direction), position.axis)


def bare(words: str) -> str:
    """Return the scale's words without the quotation marks that sentences need."""
    return words.replace("“", "").replace("”", "")


def place_words(statement: Statement, dataset: Dataset) -> str:
    """Return where a statement stands, in the scale's words as they stand by themselves."""
    return bare(quoted_place(statement, dataset))


def quoted_place(statement: Statement, dataset: Dataset) -> str:
    """Return where a statement stands as it is told in a sentence, the names of rungs in quotation marks."""
    place, axis = statement.place, dataset.axes[statement.issue]
    if place.at is not None:
        words = axis.shown(axis.value(place.at))
        wants_more = dataset.negotiation.issue_by_id[statement.issue].directions.get(statement.party) == "up"
        return f"{'above' if wants_more else 'below'} {words}" if place.strict else words
    if place.from_ is not None and place.to is not None:
        words = span_words(Span(axis.value(place.from_), axis.value(place.to)), axis)
        return words + (" (anything between)" if place.reading == "acceptable" else "")
    return "no place named"


def side_words(value: Fraction, axis: Axis, *, or_lower: bool) -> str:
    """Return a threshold in words: "15 % or lower", "“Rung 3” or higher"; at the scale's end the value alone."""
    if value == (axis.bottom if or_lower else axis.top):
        return axis.shown(value)
    return f"{axis.shown(value)} or {'lower' if or_lower else 'higher'}"


def apart_words(apart: Distance, axis: Axis) -> str:
    """Return how far apart two sets are: "5 rungs apart", "1 to 5 rungs apart", "no distance"."""
    if apart.high == 0:
        return "no distance"
    return f"{axis.shown_gap(apart.low, apart.high)} apart"


def table_sentence(gap: Gap) -> Sentence | None:
    """Return what one asks for against the best the other has put on the table, or None where nothing can be said."""
    lead = table_gap(gap)
    if lead is None:
        return None
    asker, other, axis = lead.asker, lead.other, lead.asker.axis
    name, its = other.party.in_sentence, "their" if other.party.plural else "its"
    asked = f"{capital(asker.party.in_sentence)} {asks(asker.party)} for {_place_words(asker.demand, asker)}"
    if other.offer.is_stated:
        best = "the most {} {} hinted at is" if other.offer.is_hint else "the best {} {} put on the table is"
        on_table = f"{best.format(name, has(other.party))} {_place_words(other.offer, other)}"
    elif other.demand.is_stated:
        on_table = f"{name} {asks(other.party)} for {_place_words(other.demand, other)} and {has(other.party)} offered nothing beyond it"
    else:
        on_table = f"{name} {has(other.party)} made no offer; {its} stated limit is {_place_words(other.limit, other)}"
    return Sentence(f"{asked}; {on_table}: {apart_words(lead.apart, axis)}.", lead.ids)


def _place_words(part: PositionSet, position: Position) -> str:
    """Return where a stated part stands, so that it reads inside a sentence."""
    if names_a_place(part, position):
        return set_words(part, position)
    return f"an outcome {_it(position.party)} {has(position.party)} not named"


def status_sentence(gap: Gap) -> Sentence:
    """Return the sentence that goes with the status of a gap."""
    axis = gap.a.axis
    match gap.status:
        case Status.NO_EVIDENCE:
            return _no_evidence(gap)
        case Status.AGREED:
            same_way = gap.a.direction == gap.b.direction and gap.a.direction != "target"
            both = f"{gap.a.party.in_sentence} and {gap.b.party.in_sentence}"
            overlap = f"{capital(both)} want the same way; what they ask for overlaps." if same_way else f"What {both} ask for already overlaps."
            return Sentence(overlap, gap.ids)
        case Status.OFFERS_MEET:
            return Sentence("The best offers already overlap; the public demands do not.", gap.ids)
        case Status.BRIDGEABLE:
            return Sentence(_bridgeable(gap), gap.ids)
        case Status.BLOCKED:
            no_value = "rung" if axis.is_ladder else "figure"
            by = axis.shown_gap(gap.limit.low, gap.limit.high)
            return Sentence(f"Stated limits exclude each other by {by}. No {no_value} satisfies both as stated.", gap.ids)
    return Sentence(_unknown(gap), gap.ids)


def possible_words(gap: Gap | GroupGap) -> str:
    """Return the statuses still possible: "Bridgeable or Blocked"."""
    return _either(gap.possible)


def conditional_sentences(gap: Gap) -> tuple[Sentence, ...]:
    """Return, for each demand, limit and offer under a condition, what it depends on, and gap and status without and with it."""
    return tuple(_price_sentence(price) for price in prices(gap))


def _price_sentence(price: Price) -> Sentence:
    said = [stands_words(price.statement, price.by.party, "This")]
    if price.without or price.with_it:
        measured = "between the limits" if price.statement.kind == "red_line" else "between demand and offer"
        without, with_it = (_known_gap(one, price.by.axis) for one in (price.without, price.with_it))
        said.append(f"Without it the gap {measured} is {without}, with it {with_it}")
    before, after = price.possible
    if before != after:
        said.append(f"Without it: {status_words(before).lower()}; with it: {status_words(after).lower()}")
    return Sentence(f"{'. '.join(said)}.", price.ids if len(said) > 1 else (price.statement.id,))


def _known_gap(apart: Distance | None, axis: Axis) -> str:
    return "not known" if apart is None else axis.shown_gap(apart.low, apart.high)


def at_a_price(gap: Gap) -> Sentence | None:
    """Return the distance that leads and the status, counting what stands under a condition; None where that changes neither."""
    counted = gap.with_conditions
    if counted is None:
        return None
    lead, lead_without = table_gap(counted), table_gap(gap)
    apart = (lead.apart if lead else None, lead_without.apart if lead_without else None)
    if counted.possible == gap.possible and apart[0] == apart[1]:
        return None
    words = [apart_words(lead.apart, lead.asker.axis)] if lead else []
    return Sentence(", ".join([*words, status_words(counted.possible).lower()]), counted.ids)


def status_words(possible: frozenset[Status]) -> str:
    """Return the status in words, with what is still possible where it is not known: "Unknown (bridgeable or blocked)"."""
    word = status_word(possible)
    return f"{word.value} ({_either(possible).lower()})" if word is Status.UNKNOWN else word.value


def _either(possible: frozenset[Status]) -> str:
    return " or ".join(status.value for status in DEFINITE if status in possible)


def pivot_sentences(gap: Gap, *, beyond_status: bool = False) -> tuple[Sentence, ...]:
    """Return what would change the status: a line for each uncertain end and threshold.

    `beyond_status` leaves out what the status sentence itself already says.
    """
    positions = {gap.a.party.id: gap.a, gap.b.party.id: gap.b}
    said = _said_by_status(gap) if beyond_status else set()
    found = []
    for pivot in gap.pivots:
        position = positions[pivot.party]
        who, verb, outcome = position.party.in_sentence, _WOULD[pivot.gap], _OUTCOME[pivot.gap]
        thresholds = {pivot.needed: "only if", pivot.enough: "for sure if"}
        if pivot.needed == pivot.enough:
            thresholds[pivot.needed] = "only if"
        for value, how in thresholds.items():
            if value is not None and (pivot, value) not in said:
                found.append(Sentence(f"{outcome} {how} {who} {verb} {side_words(value, position.axis, or_lower=pivot.is_low_end)}.", pivot.ids))
    return tuple(found)


def _leading_pivots(gap: Gap) -> list[Pivot]:
    """Return the pivots of the gap that matters most: whether a zone exists, then whether offers meet, then demands."""
    by_gap = [[one for one in gap.pivots if one.gap == name] for name in ("limit", "bid", "headline")]
    return next((group for group in by_gap if group), [])


def _said_by_status(gap: Gap) -> set[tuple[Pivot, Fraction | None]]:
    pivots = _leading_pivots(gap)
    needed = [one for one in pivots if one.needed is not None]
    return {(needed[0], needed[0].needed)} if needed else {(one, one.enough) for one in pivots}


def open_question(gap: Gap) -> Sentence | None:
    """Return the question whose answer would tell most about the status: "Would the US accept “Rung 3” or lower?"."""
    if not gap.pivots:
        return None
    first = next((one for one in gap.pivots if one.needed is not None), gap.pivots[0])
    value = first.needed if first.needed is not None else first.enough
    if value is None:
        return None
    position = gap.a if gap.a.party.id == first.party else gap.b
    verb = _WOULD[first.gap].removeprefix("would ")
    return Sentence(f"Would {position.party.in_sentence} {verb} {side_words(value, position.axis, or_lower=first.is_low_end)}?", first.ids)


def _no_evidence(gap: Gap) -> Sentence:
    names = " or ".join(one.party.in_sentence for one in gap.silent)
    aside = {key: reason for one in gap.silent for key, reason in one.set_aside.items()}
    if not aside:
        return Sentence(f"No statement by {names} on this issue in the sources held.")
    unconditional = " without a condition" if any(one.conditional for one in gap.silent) else ""
    why = left_out_words(aside.values())
    text = f"No demand, offer or stated limit{unconditional} by {names} on this issue in the evidence shown{f': {why}' if why else ''}."
    return Sentence(text, tuple(sorted(key for key, reason in aside.items() if left_out_words([reason]))))


def _bridgeable(gap: Gap) -> str:
    axis = gap.a.axis
    sets = [one.limit.outcomes for one in (gap.a, gap.b)]
    certain_low, certain_high = max(one.lo.high for one in sets), min(one.hi.low for one in sets)
    low, high = max(one.lo.low for one in sets), min(one.hi.high for one in sets)
    whose = "Stated limits" if all(one.limit.is_stated for one in (gap.a, gap.b)) else "Limits, as far as the offers bound them,"
    if certain_low == certain_high:
        where = f"at {axis.shown(certain_low)}"
    elif certain_low < certain_high:
        where = f"between {axis.shown(certain_low)} and {axis.shown(certain_high)}"
    else:
        # They surely overlap, but no outcome is surely within both: one of them is a single value not known exactly.
        where = f"somewhere between {axis.shown(low)} and {axis.shown(high)}"
    apart = axis.shown_gap(gap.bid.low, gap.bid.high)
    return f"{whose} overlap {where}. Best offers are still {apart} apart."


def _firmly(noun: str, stated: Position | Gap) -> str:
    """Return " without a condition" where a demand, limit or offer was stated under one, and so does not stand here."""
    kind = "red_line" if noun == "limit" else noun
    held = [stated.a, stated.b] if isinstance(stated, Gap) else [stated]
    return " without a condition" if any(one.kind == kind for position in held for one in position.conditional) else ""


def _unknown(gap: Gap) -> str:
    axis = gap.a.axis
    pivots = _leading_pivots(gap)
    positions = {gap.a.party.id: gap.a, gap.b.party.id: gap.b}
    if not pivots:
        return f"{possible_words(gap)}. {UNKNOWN_TAIL}"
    noun = pivots[0].part
    # A target has two ends, so a party may stand here twice.
    missing = list({one.party: positions[one.party].party for one in pivots if not one.is_stated}.values())
    vague = list({one.party: positions[one.party].party for one in pivots if one.is_stated}.values())
    opening = ""
    if len(missing) == 2:
        a_noun = f"{'an' if noun == 'offer' else 'a'} {noun}{_firmly(noun, gap)}"
        opening = f"Neither {missing[0].in_sentence} nor {missing[1].in_sentence} has stated {a_noun}. "
    elif missing:
        opening = f"{capital(missing[0].in_sentence)} {has(missing[0])} stated no {noun}{_firmly(noun, positions[missing[0].id])}. "
    elif len(vague) == 2:
        opening = f"The {noun}s stated by {vague[0].in_sentence} and {vague[1].in_sentence} are not exact. "
    elif vague:
        opening = f"The {noun} stated by {vague[0].in_sentence} is not exact. "
    verb, outcome = _WOULD[pivots[0].gap], _OUTCOME[pivots[0].gap]
    needed = [one for one in pivots if one.needed is not None]
    if needed:
        one = needed[0]
        assert one.needed is not None
        party = positions[one.party].party
        who = _it(party) if missing == [party] else party.in_sentence
        return f"{opening}{outcome} only if {who} {verb} {side_words(one.needed, axis, or_lower=one.is_low_end)}. {UNKNOWN_TAIL}"
    ways = [
        f"{positions[one.party].party.in_sentence} {verb} {side_words(one.enough, axis, or_lower=one.is_low_end)}"
        for one in pivots
        if one.enough is not None
    ]
    if ways:
        return f"{opening}{outcome} if {', or if '.join(ways)}. Short of that we do not know."
    return f"{opening}{possible_words(gap)}. {UNKNOWN_TAIL}"
