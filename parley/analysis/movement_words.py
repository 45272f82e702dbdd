"""The fixed sentences about movement: one for each issue, one for the whole (method, sections 6 and 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.analysis.calendar import newest_date
from parley.analysis.conditions import condition_words, under_condition
from parley.analysis.leading import names_a_place
from parley.analysis.movement import MOVED, Course, IssueMovement, LeadChange, Movement, ThreatChange
from parley.analysis.moves import NOTHING, Cause, Move, Turn, part_of
from parley.analysis.outcomes import Distance
from parley.analysis.positions import Part, Position
from parley.analysis.wording import PART_NAMES, Sentence, apart_words, capital, quoted_place, set_words
from parley.dataset import Dataset
from parley.dates import shown_day
from parley.model import Kind, Party, Statement
from parley.numbers import counted
from parley.scales import Axis

ALSO: dict[Kind, str] = {"demand": "demand", "red_line": "stated limit", "offer": "offer", "threat": "threat"}
_COURSES = {
    Course.TOWARDS: "closer on {}",
    Course.AWAY: "further apart on {}",
    Course.SAME: "as far apart as before on {}",
    Course.UNSURE: "not known whether closer on {}",
}


def _its(party: Party) -> str:
    return "their" if party.plural else "its"


def place_then(move: Move) -> str:
    """Return where the part stood before, in the scale's words; the demand's place for an offer that is measured from it."""
    return _place(move.was, "demand" if move.from_demand and not part_of(move.was, move.part).is_stated else move.part)


def place_now(move: Move) -> str:
    """Return where the part stands after, in the scale's words; the demand's place for an offer that was taken back."""
    return _place(move.became, "demand" if move.from_demand and not part_of(move.became, move.part).is_stated else move.part)


def _place(position: Position, part: Part) -> str:
    own = part_of(position, part)
    return set_words(own, position) if names_a_place(own, position) or not own.is_stated else "no named place"


def amount_words(move: Move) -> str:
    """Return how far the part went, without a direction: "1 rung", "1 to 3 rungs", "2 points"."""
    low, high = sorted(abs(end) for end in move.by)
    return move.became.axis.shown_gap(low, high)


def step_sentence(move: Move, said: Sequence[Statement]) -> Sentence:
    """Return a step that the comparison of the two dates does not show; `said` are the statements behind it."""
    when = newest_date(said, move.became.as_of).shown()
    return Sentence(f"On the way, {when}: {lower(move_sentence(move).text)}", move.ids)


def lower(text: str) -> str:
    """Return a sentence as it goes on after a colon; a name keeps its capital."""
    return text[:1].lower() + text[1:] if text.startswith("The ") else text


def threat_sentence(change: ThreatChange, dataset: Dataset) -> Sentence:
    """Return the newest threat of a party and the one before it, with their dates; where no day tells which is newest, all that may be."""
    now = " and ".join(_dated_place(one, dataset) for one in change.after)
    unsure = "; which came last is not known" if len(change.after) > 1 else ""
    older = [one for one in change.before if one not in change.after]
    before = f"; before it {' and '.join(_dated_place(one, dataset) for one in older)}" if older else ""
    return Sentence(f"Newest threat by {change.party.in_sentence}: {now}{unsure}{before}. Threats are never placed in a gap.", change.ids)


def _dated_place(one: Statement, dataset: Dataset) -> str:
    return f"{under_condition(quoted_place(one, dataset), one)} ({one.said.shown()})"


def also_sentence(one: IssueMovement) -> Sentence | None:
    """Return how much was said between the dates that changed no position; None where nothing was."""
    if not one.also:
        return None
    kinds = [(kind, sum(said.kind == kind for said in one.also)) for kind in ALSO]
    words = ", ".join(counted(number, ALSO[kind]) for kind, number in kinds if number)
    return Sentence(f"Also said, changing no position: {words}.", tuple(said.id for said in one.also))


def told_sentences(one: IssueMovement, dataset: Dataset) -> tuple[Sentence, ...]:
    """Return all that happened on an issue, sentence by sentence: moves, steps on the way, threats, new conditions, and what else was said."""
    told = [move_sentence(move) for move in one.moves]
    told += [step_sentence(step, [dataset.statement_by_id[key] for key in step.ids]) for step in one.on_the_way]
    told += [threat_sentence(change, dataset) for change in one.threats]
    also = also_sentence(one)
    told += [also] if also else []
    return (*told, *(conditional_sentence(offer, dataset) for offer in one.conditional))


def conditional_sentence(one: Statement, dataset: Dataset) -> Sentence:
    """Return a new demand, limit or offer that stands only under a condition."""
    assert one.condition is not None
    whose = dataset.negotiation.party_by_id[one.party].in_sentence
    kind = ALSO[one.kind]
    return Sentence(f"New {kind} by {whose}, {condition_words(one.condition)}: {one.says}", (one.id,))


def move_sentence(move: Move) -> Sentence:
    """Return one change of one party in a sentence, with the statements that made it."""
    return Sentence(_with_date_known(move, _move_words(move)), move.ids)


def _with_date_known(move: Move, words: str) -> str:
    if move.is_dated:
        return f"{words}."
    return f"{words} (not every day is known, perhaps earlier)."


def _move_words(move: Move) -> str:
    who, part = capital(move.party.in_sentence), PART_NAMES[move.part]
    if move.cause is Cause.FOUND and move.turn is Turn.AGAIN:
        return f"Another account of the {part} of {move.party.in_sentence}, published only later, says the same: {place_now(move)}"
    if move.cause is Cause.FOUND and move.turn is not Turn.FIRST:
        places = f"{place_then(move)} without it, {place_now(move)} with it"
        return f"{'An' if part == 'offer' else 'A'} {part} of {move.party.in_sentence} was said before, and published only later: {places}"
    if move.cause is Cause.FOUND:
        return f"The {part} of {move.party.in_sentence} was said before, and published only later: {place_now(move)}"
    if move.cause is Cause.LAPSED:
        return f"The {part} of {move.party.in_sentence} ran out: {place_then(move)}" + (
            "" if move.turn is Turn.GONE else f"; left is {place_now(move)}"
        )
    if move.turn in (Turn.TOWARDS, Turn.AWAY):
        return _moved_words(move)
    if move.from_demand and move.turn is not Turn.GONE:
        return f"{who} made an offer, {place_now(move)}, perhaps beyond {_its(move.party)} demand"
    changed = f"{place_then(move)} before, {place_now(move)} now"
    return {
        Turn.FIRST: f"{capital(part)} of {move.party.in_sentence} where none stood before: {place_now(move)}",
        Turn.GONE: f"{who} took back {_its(move.party)} {part}: {place_then(move)}",
        Turn.AGAIN: f"{who} said {_its(move.party)} {part} again: {place_now(move)}",
        Turn.CLEARER: f"The {part} of {move.party.in_sentence} is told more exactly: {changed}",
        Turn.VAGUER: f"The {part} of {move.party.in_sentence} is told less exactly: {changed}",
    }.get(move.turn, f"The {part} of {move.party.in_sentence} is told otherwise; whether it came closer is not known: {changed}")


def _moved_words(move: Move) -> str:
    who, far, its = capital(move.party.in_sentence), amount_words(move), _its(move.party)
    if move.from_demand and not part_of(move.became, "offer").is_stated:
        return f"{who} took back {its} offer, {place_then(move)}, {far} beyond {its} demand"
    if move.from_demand:
        demand = "demand" if move.was.demand.outcomes == move.became.demand.outcomes else "earlier demand"
        return f"{who} made an offer, {place_now(move)}, {far} {'beyond' if move.turn is Turn.TOWARDS else 'short of'} {its} {demand}"
    return f"{who} {way_words(move, ('moved', 'asked for', 'offered'))} by {far}: {_from_to(move)}"


def way_words(move: Move, verbs: tuple[str, str, str]) -> str:
    """Return which way a part went, with the verbs for to move, to ask and to offer: "moved towards China", "asked for less,"."""
    moves, asks, offers = verbs
    is_closer = move.turn is Turn.TOWARDS
    if move.facing is not None and not move.same_wish:
        return f"{moves} {'towards' if is_closer else 'away from'} {move.facing.in_sentence}"
    if move.became.direction == "down":
        return f"{moves} {'up' if is_closer else 'down'}"  # "asked for less" would read as a lower place
    if move.part == "offer":
        return f"{offers} {'more' if is_closer else 'less'},"
    return f"{asks} {'less' if is_closer else 'more'},"


def _from_to(move: Move) -> str:
    return f"{PART_NAMES[move.part]} {place_then(move)} before, {place_now(move)} now"


def then_and_now(before: Distance, after: Distance, gap_words: tuple[str, str]) -> str:
    """Return what became of a distance: "still 3 rungs apart", "4 rungs apart then, 2 rungs now"."""
    if before == after:
        return f"still {gap_words[0]}"
    return f"{gap_words[0]} then, {gap_words[1]} now"


def issue_sentence(one: IssueMovement) -> Sentence:
    """Return what happened on an issue in one sentence: who moved, which way, how far, and what is between the two now."""
    lead = one.lead
    axis = one.now.a.axis if one.now else None
    tail, ids = "", {move_id for move in one.moves for move_id in move.ids}
    if lead is not None and axis is not None:
        words = (apart_words(lead.before, axis), apart_words(lead.after, axis))
        shares = _share_words(lead, axis) if one.deciding else ""
        tail = f" {capital(lead.asker.in_sentence)} and {lead.other.in_sentence}: {then_and_now(lead.before, lead.after, words)}{shares}."
        if lead.now != lead.after:
            tail += f" After what ran out: {apart_words(lead.now, axis) if lead.now else 'not known'}."
        ids.update(lead.ids)
    return Sentence(f"{_course_words(one)}.{tail}", tuple(sorted(ids)))


def _share_words(lead: LeadChange, axis: Axis) -> str:
    """Return whose share of the change is whose, where both are exact and either moved: " (the US added 1 rung, China took off 1 rung)"."""
    if lead.shares is None:
        return ""
    shares = [(party, by) for party, by in ((lead.asker, lead.shares.by_a), (lead.other, lead.shares.by_b)) if by != NOTHING]
    if not shares or any(low != high for _, (low, high) in shares):
        return ""
    said = [f"{party.in_sentence} {'took off' if by > 0 else 'added'} {axis.shown_gap(abs(by), abs(by))}" for party, (by, _) in shares]
    return f" ({', '.join(said)})"


def _course_words(one: IssueMovement) -> str:
    if one.course is Course.NEW:
        return capital("; ".join(_new_words(one)))
    if one.course not in MOVED:
        return "No party surely moved" if one.course is Course.LOOKS else "No position changed"
    way = {Turn.TOWARDS: "closer", Turn.AWAY: "further away"}
    said = []
    for party in one.movers:
        own = [move for move in (*one.deciding, *one.undated) if move.party is party]
        turns = {move.turn for move in own}
        word = "both ways" if len(turns) > 1 else way[next(iter(turns))]
        when = "" if any(move.is_movement for move in own) else " (perhaps earlier)"
        said.append(f"{party.in_sentence} moved {word}{when}")
    return capital(", ".join(said))


def _new_words(one: IssueMovement) -> list[str]:
    """Return who took a position where none stood, and who took one back."""
    found = []
    for turn, words in ((Turn.FIRST, "{} took a position where none stood"), (Turn.GONE, "{} took back a position")):
        said = (move for move in one.moves if move.turn is turn and move.cause is Cause.SAID and move.is_dated)
        parties = list(dict.fromkeys(move.party.in_sentence for move in said))
        if parties:
            found.append(words.format(", ".join([*parties[:-2], " and ".join(parties[-2:])])))
    return found


def whole_sentence(found: Movement) -> str:
    """Return what happened on all issues in one sentence."""
    moved = found.with_course(*MOVED)
    opening = f"From {shown_day(found.since)} to {shown_day(found.until)}"
    total = len(found.issues)
    if not moved:
        said = f"{opening} no position surely moved on {_of(total)}."
    else:
        ways = [_COURSES[course].format(len(of)) for course in MOVED if (of := found.with_course(course))]
        said = f"{opening} positions moved on {len(moved)} of {_of(total)}: {', '.join(ways)}."
    rest = [*_new_and_gone(found.with_course(Course.NEW))]
    looks = len(found.with_course(Course.LOOKS))
    rest += [f"it only looks like movement on {looks}"] if looks else []
    return f"{said} {capital('; '.join(rest))}." if rest else said


def _new_and_gone(issues: Sequence[IssueMovement]) -> Iterator[str]:
    """Yield on how many issues who took a position where none stood, and on how many one was only taken back."""
    new = [[move.party.in_sentence for move in one.moves if move.turn is Turn.FIRST and move.cause is Cause.SAID and move.is_dated] for one in issues]
    first = [names for names in new if names]
    if first:
        yield f"{_listed(list(dict.fromkeys(name for names in first for name in names)))} took a position where none stood on {len(first)}"
    if len(first) < len(issues):
        yield f"a position was taken back on {len(issues) - len(first)}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def published_sentence(found: Movement) -> Sentence | None:
    """Return how many statements said by the first date were published only after it, or None where there are none."""
    if not found.published:
        return None
    number, day = len(found.published), shown_day(found.since)
    said = "statement said by then was" if number == 1 else "statements said by then were"
    return Sentence(
        f"{number} {said} published only after {day}: a briefing on that day could not show them.", tuple(one.id for one in found.published)
    )


def _of(total: int) -> str:
    return "1 issue" if total == 1 else f"{total} issues"
