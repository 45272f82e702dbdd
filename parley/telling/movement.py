"""What is said of movement between two dates: on each issue, and on the whole (method, sections 6 and 8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Status
from parley.analysis.leading import table_gap
from parley.analysis.moved import MOVED, Course, IssueMovement, LeadChange, Movement, ThreatChange
from parley.analysis.moves import NOTHING, Cause, Move, Turn
from parley.analysis.outcomes import Distance
from parley.analysis.positions import Part, Position
from parley.evidence import Evidence
from parley.model import PLACED_KINDS, Issue, Kind, Party, Statement
from parley.scales import Axis
from parley.telling.conditions import condition_of, under_condition
from parley.telling.counting import counted, counted_kind
from parley.telling.cuts import cut_name
from parley.telling.evidence import bare_words_of, day_and_marks
from parley.telling.gap import apart, status_name
from parley.telling.moves import move_told, step_told, way_of
from parley.telling.parties import several
from parley.telling.places import place_of
from parley.telling.said import Apart, Argument, Listed, Said, Verbatim, said, together
from parley.telling.terms import part_of_position

_ALSO: tuple[Kind, ...] = (*PLACED_KINDS, "threat")


def all_told(one: IssueMovement, dataset: Evidence) -> tuple[Said, ...]:
    """Return all that happened on an issue, sentence by sentence: moves, steps on the way, threats, what else was said, and new conditions."""
    told = [told for _, told in changes_told(one, dataset)]
    told += [threat_told(change, dataset) for change in one.threats]
    also = also_told(one)
    told += [also] if also else []
    return (*told, *(conditional_told(offer, dataset) for offer in one.conditional))


def changes_told(one: IssueMovement, dataset: Evidence) -> list[tuple[Move, Said]]:
    """Return the moves on an issue and the steps on the way, each with its sentence, by the last day on which it can have been made.

    Of one day the steps stand before what the comparison of the two dates comes to.
    """
    changes = [(step, step_told(step, dataset)) for step in one.on_the_way] + [(move, move_told(move)) for move in one.moves]
    return sorted(changes, key=lambda each: _day_of(each[0], dataset))


def _day_of(move: Move, dataset: Evidence) -> date:
    """Return the day of the last statement behind a move; of what ran out, the day as of which it had."""
    return move.became.as_of if move.cause is Cause.LAPSED else max(dataset.statement(one).day for one in move.ids)


def movement_of(dataset: Evidence, cut: EvidenceCut) -> Said:
    """Return of which negotiation movement is told, by which version of the files, and on which evidence."""
    return said("movement-of", title=Verbatim(dataset.negotiation.title), version=Verbatim(dataset.version), cut=cut_name(cut))


def statuses_counted(found: Movement) -> Said:
    """Return how many issues had each status on the two days; one that none had is left out."""
    counts = [(status, *found.counts(status)) for status in Status]
    told = (said("status-counted", status=status_name(status), then=then, now=now) for status, then, now in counts if then or now)
    return said("issues-by-status", since=found.since, until=found.until, statuses=together(*told, how="semicolon"))


def on_issue(issue: Issue, told: Argument) -> Said:
    """Return what is told, after the name of the issue."""
    return said("labelled", label=Verbatim(issue.name), told=told)


def moved_since(since: Argument) -> Said:
    """Return the heading over what moved, with the first date as it is called."""
    return said("heading-moved", since=since)


def threat_told(change: ThreatChange, dataset: Evidence) -> Said:
    """Return the newest threat of a party and the one before it, with their dates; where no day tells which is newest, all that may be."""
    told: list[Argument] = [_on_their_days(change.after, dataset)]
    if len(change.after) > 1:
        told.append(said("which-threat-was-last"))
    older = [one for one in change.before if one not in change.after]
    if older:
        told.append(said("threat-before", threats=_on_their_days(older, dataset)))
    return said("newest-threat", change.ids, party=change.party, told=together(*told, how="semicolon"))


def _on_their_days(threats: Sequence[Statement], dataset: Evidence) -> Listed:
    return together(*(said("threat-on-a-day", place=under_condition(place_of(one, dataset), one), when=one.said) for one in threats))


def also_told(one: IssueMovement) -> Said | None:
    """Return how much was said between the dates that changed no position; None where nothing was."""
    if not one.also:
        return None
    counts = [(kind, sum(each.kind == kind for each in one.also)) for kind in _ALSO]
    kinds = [counted_kind(count, kind) for kind, count in counts if count]
    return said("also-said", tuple(each.id for each in one.also), kinds=together(*kinds, how="comma"))


def conditional_told(one: Statement, dataset: Evidence) -> Said:
    """Return a new demand, limit or offer that stands only under a condition.

    Raises ValueError for a statement without a condition.
    """
    if one.condition is None:
        raise ValueError(f"{one.id} depends on nothing.")
    party = dataset.negotiation.party_by_id[one.party]
    says, day = bare_words_of(one, dataset), day_and_marks(one, dataset)
    return said("new-under-condition", (one.id,), kind=one.kind, party=party, condition=condition_of(one.condition), says=says, day=day)


def issue_told(one: IssueMovement) -> Said:
    """Return what happened on an issue: who moved, which way, how far, and what is between the two now."""
    ids, lead = {key for move in one.moves for key in move.ids}, one.lead
    unchanged = _unchanged_told(one, lead) if lead is not None and one.course is Course.SAME else None
    told = [unchanged or _course_told(one)]
    told += [unsure] if (unsure := _unsure_told(one)) else []
    if lead is not None and one.now is not None:
        axis, stays = one.now.a.axis, _stays_told(one, lead)
        told += [stays] if stays else []
        told.extend(_ran_out_told(lead, axis) if unchanged or stays else _lead_told(lead, axis, shared=bool(one.deciding)))
        ids.update(lead.ids)
    return said("told-together", tuple(sorted(ids)), all=together(*told, how="sentences"))


def issue_told_beneath(one: IssueMovement) -> Said | None:
    """Return what `issue_told` tells beneath the heading of its course, without what that says of all of them; None where nothing is left."""
    whole = issue_told(one)
    told = whole.args["all"]
    if one.course in MOVED or not isinstance(told, Listed):
        return whole
    rest = told.items[1:]
    return said("told-together", whole.ids, all=together(*rest, how="sentences")) if rest else None


def others_told(several: Sequence[IssueMovement]) -> Said:
    """Return that other parties than those in focus are told of, and of how many changes that tells."""
    changes = sum(len(one.moves) + len(one.on_the_way) + len(one.threats) + len(one.conditional) for one in several)
    also = sum(len(one.also) for one in several)
    return said("others-changed", changes=changes, also="some" if also else "none", statements=counted(also, "statements"))


def course_name(course: Course) -> Said:
    """Return the words for the way on which an issue is filed."""
    return said("course", course=course.value)


def course_heading(course: Course) -> Said:
    """Return the heading under which the issues that went this way stand."""
    return said("filed-under", course=course.value)


def nothing_told(found: Movement) -> Said | None:
    """Return which issues have nothing new; None where each has something."""
    still = [Verbatim(one.issue.label) for one in found.issues if not one.has_news]
    return said("nothing-said-on", issues=together(*still, how="comma")) if still else None


def alone_told(one: IssueMovement) -> Said | None:
    """Return whose own words alone changed what is possible; None where nobody's did."""
    match one.alone:
        case (party,):
            return said("alone-changes", party=party)
        case (party, other):
            return said("either-alone-changes", one=party, other=other)
    return None


def came_from(issue: Issue, before: Status) -> Said:
    """Return which status an issue had before."""
    return said("status-before", issue=Verbatim(issue.label), status=status_name(before))


def _course_told(one: IssueMovement) -> Said:
    if one.course is Course.NEW:
        return said("as-a-sentence", what=together(*_new_told(one), how="semicolon"))
    if one.course not in MOVED:
        return said("no-party-surely-moved" if one.course is Course.LOOKS else "no-position-changed")
    return said("as-a-sentence", what=together(*(_mover_told(party, one) for party in one.movers), how="comma"))


def _unchanged_told(one: IssueMovement, lead: LeadChange) -> Said | None:
    """Return by how much each party hardened or eased, with equal weight, where the distance is what it was; None where the shares are not exact."""
    shares = _exact_shares(lead)
    if one.now is None or shares is None or {party.id for party in one.movers} != {party.id for party, _ in shares}:
        return None
    axis, surely = one.now.a.axis, {move.party.id for move in one.deciding}
    told = together(*(_hardened_told(party, by, axis, is_sure=party.id in surely) for party, by in shares), how="comma")
    return said("distance-unchanged", moves=told, distance=Apart(lead.after, axis))


def _hardened_told(party: Party, by: Fraction, axis: Axis, *, is_sure: bool) -> Said:
    amount = Apart(Distance(abs(by), abs(by)), axis)
    told = said("party-eased" if by > 0 else "party-hardened", party=party, amount=amount)
    return told if is_sure else said("perhaps-already-earlier", what=told)


def _mover_told(party: Party, one: IssueMovement) -> Said:
    """Return which way a party moved, from whom or towards whom, and whether that may be older than the first date."""
    own = [move for move in (*one.deciding, *one.undated) if move.party is party]
    verb, way = way_of(own[0])
    is_both = len({move.turn for move in own}) > 1
    told = said("party-moved-both-ways", party=party) if is_both else said("party-moved", party=party, verb=verb, way=way)
    return told if any(move.is_movement for move in own) else said("perhaps-already-earlier", what=told)


def _unsure_told(one: IssueMovement) -> Said | None:
    """Return that it is not known whether the two came closer, and why; None where it is known."""
    why = one.why_unsure
    if why is None:
        return None
    if why == "alone" or one.now is None:
        return said("one-party-not-measured")
    reasons = {
        "then": said("nothing-to-measure-then", day=one.since),
        "now": said("nothing-to-measure-now", day=one.until),
        "unlike": said("not-of-one-kind"),
        "bounds": said("known-within-bounds"),
        "undated": said("may-be-older", day=one.since),
    }
    return said("not-known-whether-closer", both=together(one.now.a.party, one.now.b.party), why=reasons[why])


def _stays_told(one: IssueMovement, lead: LeadChange) -> Said | None:
    """Return that the distance stays though a party moved, and how both are true; None where it does not, or whose doing that is can be told."""
    why, now = one.why_same, table_gap(one.lasting) if one.lasting else None
    if why is None or now is None or _exact_shares(lead) is not None:
        return None
    both, distance = together(lead.asker, lead.other), Apart(lead.after, now.asker.axis)
    if not lead.after.high:
        return said("still-no-distance", both=both)
    if why == "bounds":
        return said("distance-stays", both=both, distance=distance, why=said("known-within-bounds"))
    asked: Part = "demand" if now.asker.demand.is_stated else "measure"
    met = _on_the_table(now.other)
    elsewhere = said("measured-elsewhere", asked=part_of_position(asked), asker=lead.asker, met=part_of_position(met), other=lead.other)
    return said("distance-stays", both=both, distance=distance, why=elsewhere)


def _on_the_table(other: Position) -> Part:
    """Return which part of a position is the best that its party has put on the table: stated first what is meant for the other."""
    if other.offer.is_stated:
        return "offer"
    return "demand" if other.demand.is_stated else "measure" if other.measure.is_stated else "limit"


def _new_told(one: IssueMovement) -> Iterator[Said]:
    """Yield who took a position where none stood, and who took one back."""
    for key, turn in (("took-a-position", Turn.FIRST), ("took-back-a-position", Turn.GONE)):
        parties = _parties(move for move in one.moves if _is_new(move, turn))
        if parties:
            yield said(key, parties=several(parties))


def _is_new(move: Move, turn: Turn) -> bool:
    return move.turn is turn and move.cause is Cause.SAID and move.is_dated


def _parties(moves: Iterator[Move]) -> tuple[Party, ...]:
    """Return the parties that made these moves, each once."""
    return tuple({move.party.id: move.party for move in moves}.values())


def _lead_told(lead: LeadChange, axis: Axis, *, shared: bool) -> Iterator[Said]:
    """Yield what became of the distance that leads, and what is left of it after what ran out; `shared` also tells whose doing it was."""
    both, shares = together(lead.asker, lead.other), _shares(lead, axis) if shared else None
    before, after = apart(lead.before, axis), apart(lead.after, axis)
    if lead.before == lead.after:
        yield said("leads-still-by", both=both, apart=after, shares=shares) if shares else said("leads-still", both=both, apart=after)
    elif shares:
        yield said("leads-changed-by", both=both, before=before, after=after, shares=shares)
    else:
        yield said("leads-changed", both=both, before=before, after=after)
    yield from _ran_out_told(lead, axis)


def _ran_out_told(lead: LeadChange, axis: Axis) -> Iterator[Said]:
    """Yield what is left of the distance that leads after what ran out."""
    if lead.now != lead.after:
        yield said("after-what-ran-out", apart=apart(lead.now, axis) if lead.now else said("not-known"))


def _shares(lead: LeadChange, axis: Axis) -> Listed | None:
    """Return whose share of the change is whose, where both are exact and either moved; else None."""
    shares = _exact_shares(lead)
    if shares is None:
        return None
    exact = ((party, by, Apart(Distance(abs(by), abs(by)), axis)) for party, by in shares)
    return together(*(said("share", party=party, way="off" if by > 0 else "on", amount=amount) for party, by, amount in exact), how="comma")


def _exact_shares(lead: LeadChange) -> list[tuple[Party, Fraction]] | None:
    """Return what each party that moved took off the distance, a hardening as a negative; None where that is not exact or neither moved."""
    if lead.shares is None:
        return None
    shares = [(party, by) for party, by in ((lead.asker, lead.shares.by_a), (lead.other, lead.shares.by_b)) if by != NOTHING]
    if not shares or any(low != high for _, (low, high) in shares):
        return None
    return [(party, by) for party, (by, _) in shares]


def whole_told(found: Movement) -> Said:
    """Return what happened on all issues: on how many positions moved and which way, then what is new, and what only looks like movement."""
    told, rest = [_moved_told(found)], list(_new_on_issues(found.with_course(Course.NEW)))
    looks = len(found.with_course(Course.LOOKS))
    rest += [said("looks-like-movement-on", count=looks)] if looks else []
    told += [said("as-a-sentence", what=together(*rest, how="semicolon"))] if rest else []
    ids = {key for one in found.issues for move in one.moves for key in move.ids}
    return said("told-together", tuple(sorted(ids)), all=together(*told, how="sentences"))


def _moved_told(found: Movement) -> Said:
    moved, issues = len(found.with_course(*MOVED)), counted(len(found.issues), "issues")
    if not moved:
        return said("nothing-moved", since=found.since, until=found.until, issues=len(found.issues))
    counts = [(course, len(found.with_course(course))) for course in MOVED]
    ways = together(*(said("moved-on", course=course.value, count=count) for course, count in counts if count), how="comma")
    return said("positions-moved", since=found.since, until=found.until, moved=moved, issues=issues, ways=ways)


def _new_on_issues(issues: Sequence[IssueMovement]) -> Iterator[Said]:
    """Yield on how many issues who took a position where none stood, and on how many one was only taken back."""
    first = [moves for one in issues if (moves := [move for move in one.moves if _is_new(move, Turn.FIRST)])]
    if first:
        parties = _parties(move for moves in first for move in moves)
        yield said("took-a-position-on", parties=several(parties, "or"), count=len(first))
    if len(first) < len(issues):
        yield said("taken-back-on", count=len(issues) - len(first))


def published_told(found: Movement) -> Said | None:
    """Return how many statements said by the first date were published only after it, or None where there are none."""
    if not found.published:
        return None
    return said("published-later", tuple(one.id for one in found.published), count=len(found.published), day=found.since)
