"""A position told part by part: what a party asks, rules out and offers, from when, and by which statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.addressing import government_asked
from parley.analysis.aside import UNHEARD, AsideKind
from parley.analysis.calendar import newest_of
from parley.analysis.evidence import is_soft
from parley.analysis.moves import part_of
from parley.analysis.outcomes import threshold
from parley.analysis.positions import KIND_OF, PARTS, SPOKEN, Flag, Part, Position, PositionSet, hinted_part, last_word
from parley.dates import PartialDate, grown_old
from parley.evidence import Evidence
from parley.model import Kind, Party, Stage, Statement
from parley.telling.aside import left_out
from parley.telling.conditions import under_condition
from parley.telling.counting import counted
from parley.telling.evidence import conveyed, newest_day, soft_ways
from parley.telling.parties import asked_of
from parley.telling.places import place_of, standing
from parley.telling.said import Argument, Listed, Place, Said, begun, bracketed, said, together
from parley.telling.terms import part_name, part_of_position

PartLineKind = Literal["demand", "limit", "offer", "measure", "threat", "last_word", "unplaced", "no_evidence"]
Doing = Part | Stage | Literal["threat", "last_word"]

_DOING: Mapping[Kind, Doing] = {**{kind: part for part, kind in KIND_OF.items()}, "threat": "threat"}


@dataclass(frozen=True)
class PartLine:
    """One line of a position: of which kind, what the party does, what is told, the newest day behind it, tags, and the statements' ids.

    `last_word` is what a party said after all that its position rests on, `unplaced` one that spoke and took no position, `no_evidence` one
    that has not spoken; neither of these two does anything. What a party does with a measure depends on how far that has come. `asked_of` are the
    governments that are asked to obtain it from others. `is_soft` says that all behind it only hints or implies.
    """

    kind: PartLineKind
    doing: Doing | None
    told: Argument
    newest: PartialDate | None
    tags: tuple[Said, ...]
    ids: tuple[str, ...]
    is_conditional: bool = False
    is_hinted: bool = False
    own: PositionSet | None = None
    besides: Said | None = None
    asked_of: tuple[Party, ...] = ()
    is_soft: bool = False

    @property
    def is_apart(self) -> bool:
        """Return whether it is kept apart from the position: it stands under a condition, or is only hinted beside what commits the party."""
        return self.is_conditional or self.is_hinted

    @property
    def label(self) -> Said | None:
        """Return what the party does; None where it does nothing."""
        return doing_told(self.doing) if self.doing else None

    @property
    def name(self) -> Said | None:
        """Return the part of the position by its name; what stands under a condition, or is only hinted, is none, and such an offer not the best."""
        match self.kind:
            case "demand" | "limit" | "offer" | "measure":
                return part_name(self.kind) if self.is_apart else part_of_position(self.kind)
        return None

    @property
    def heading(self) -> Said | None:
        """Return what stands over the line: the part; of a measure and of a threat what the party does; None where it does nothing."""
        named = self.name if self.name and self.kind != "measure" else self.label
        return begun(named) if named else None

    @property
    def aside(self) -> Listed | None:
        """Return the tags, the newest day, and what other words show; None where there is nothing of these."""
        told: list[Argument] = [together(*self.tags, how="comma")] if self.tags else []
        told += [one for one in (self.newest, self.besides) if one is not None]
        return together(*told, how="semicolon") if told else None

    @property
    def with_aside(self) -> Argument:
        """Return the line without its label: what is told, then tags and newest day in brackets."""
        return said("with-aside", place=self.told, aside=bracketed(self.aside)) if self.aside else self.told

    @property
    def labelled(self) -> Argument:
        """Return what is told after the label, without what stands in brackets."""
        return _labelled(self.label, self.told)

    @property
    def whole(self) -> Argument:
        """Return the whole line: label, what is told, and tags and newest day in brackets."""
        return _labelled(self.label, self.with_aside)


def doing_told(doing: Doing, asked_of: Sequence[Party] = ()) -> Said:
    """Return what a party does with a part of its position; of which governments it asks it, where it does."""
    return said("asks-of", parties=together(*asked_of, how="comma")) if asked_of else said("doing", doing=doing)


def does_at(doing: Doing, asked_of: Sequence[Party], place: Argument) -> Said:
    """Return what a party does, and where that stands."""
    return said("does-of-place" if asked_of else "does-place", does=doing_told(doing, asked_of), place=place)


def tags_told(line: PartLine) -> Said | None:
    """Return the tags of a line in brackets, and what other words show; None where there is neither."""
    told: list[Argument] = [together(*line.tags, how="comma")] if line.tags else []
    told += [line.besides] if line.besides else []
    return bracketed(together(*told, how="semicolon")) if told else None


def position_lines(position: Position, dataset: Evidence) -> tuple[PartLine, ...]:
    """Return a position line by line: demand, measure, stated limit, best offer, then what is only hinted and what stands under a condition.

    Last comes what the party said after all of these, where it did. Where there is nothing of these, what is there instead.
    """
    order: tuple[Part, ...] = ("demand", "measure", "limit", "offer")
    found = [_part_line(position, part, dataset) for part in order if part_of(position, part).is_stated]
    found.extend(_hinted_line(part, own, position, dataset) for part in order if (own := hinted_part(dataset, position, part)) is not None)
    found.extend(_conditional_line(part, one, position, dataset) for part in PARTS for one in position.conditional if one.kind == KIND_OF[part])
    if not found:
        return _unplaced_lines(position, dataset)
    last = last_word(dataset, position)
    return (*found, _last_line(last, position, dataset)) if last else tuple(found)


def missing_part(part: Part, lines: Sequence[PartLine], position: Position, statements: Iterable[Statement]) -> Said | None:
    """Return what is there instead of a part that no line tells of: nothing held, why nothing of it counts, or that it counts under a condition only.

    `statements` is what anyone said on the issue; None where a line of the position tells of the part.
    """
    own = [line for line in lines if line.kind == part]
    if any(not line.is_apart for line in own):
        return None
    if own:
        return said("none-committing" if all(line.is_hinted for line in own) else "none-unconditional")
    of_part = [one for one in statements if one.party == position.party.id and one.kind == KIND_OF[part] and one.place.is_placed]
    if not of_part:
        return none_held()
    why = _left_out(position, of_part)
    return said("none-standing-because", why=why) if why else said("none-standing")


def disputed(position: Position, flag: Flag) -> Said:
    """Return whose demand, limit or offer is told in different ways, and between which places; or what crosses the party's own limit.

    Whoever has stated no offer is not told to have made one: what it asks for crosses its limit then.
    """
    if flag.kind == "incoherent":
        part: Part = "offer" if position.offer.is_stated else "measure" if position.asked.stage else "demand"
        return said("own-limit-crossed", flag.ids, part=part_name(part), party=position.party)
    place = standing(part_of(position, flag.part), position, flag.part)
    return said("told-in-different-ways", flag.ids, part=part_name(flag.part), party=position.party, place=place)


def none_held() -> Said:
    """Return that nothing of a kind is held."""
    return said("none-held")


def no_evidence() -> Said:
    """Return that nothing is held of a party."""
    return said("no-evidence")


def _labelled(label: Said | None, told: Argument) -> Argument:
    return said("labelled", label=begun(label), told=told) if label else told


def _part_line(position: Position, part: Part, dataset: Evidence) -> PartLine:
    own = position.as_stated(part)
    statements = [*map(dataset.statement, own.ids)]
    hint = [] if soft_ways(statements) or not own.is_hint else [conveyed("hint")]
    flags = [said("flag", kind=flag.kind) for flag in position.flags if flag.part == part]
    tags = *_asked_tag(own.asked_of), *soft_ways(statements), *hint, *flags
    besides = _shown_besides(position, part, dataset)
    return PartLine(
        part,
        own.stage or part,
        _place(own, part, position),
        newest_day(statements),
        tags,
        own.ids,
        own=own,
        besides=besides,
        asked_of=own.asked_of,
        is_soft=_are_soft(statements, position),
    )


def _place(own: PositionSet, part: Part, position: Position) -> Argument:
    """Return where a stated part stands, a limit with the side that it refuses."""
    return standing(own, position, part)


def _hinted_line(part: Part, own: PositionSet, position: Position, dataset: Evidence) -> PartLine:
    statements = [*map(dataset.statement, own.ids)]
    newest = max(statements, key=lambda one: one.day)
    tags = *_asked_tag(own.asked_of), conveyed("hint"), *_grown_stale(newest, position, dataset)
    place, asked = _place(own, part, position), own.asked_of
    return PartLine(part, part, place, newest.said, tags, own.ids, is_hinted=True, own=own, asked_of=asked, is_soft=_are_soft(statements, position))


def _are_soft(statements: Iterable[Statement], position: Position) -> bool:
    return all(is_soft(one, position.party.committing) for one in statements)


def _asked_tag(parties: Sequence[Party]) -> tuple[Said, ...]:
    """Return of which governments something is asked, as a tag; empty where of none."""
    return (asked_of(parties),) if parties else ()


def _shown_besides(position: Position, part: Part, dataset: Evidence) -> Said | None:
    """Return what a party's other words show of a part beyond what it stated: by which of them, of when, from where or up to where (rule 6a)."""
    own, fitted = position.as_stated(part), part_of(position, part)
    if own.outcomes == fitted.outcomes or any(flag.kind == "incoherent" for flag in position.flags):
        return None
    was, now = (threshold(one.outcomes, position.direction) for one in (own, fitted))
    others = [one for one in map(dataset.statement, fitted.ids) if one.id not in own.ids]
    if not others or was == now:
        return None
    parts = [other for other in SPOKEN if any(one.kind == KIND_OF[other] for one in others)]
    ends = ((now.low, "least") if now.low != was.low else None, (now.high, "most") if now.high != was.high else None)
    bounds = together(*(said("bound-shown", end=end[1], place=Place(end[0], position.axis)) for end in ends if end))
    words, newest = together(*(said("word-of-a-part", part=one) for one in parts)), max(others, key=lambda one: one.day)
    return said("shown-besides", tuple(one.id for one in others), party=position.party, words=words, when=newest.said, bounds=bounds)


def _conditional_line(part: Part, statement: Statement, position: Position, dataset: Evidence) -> PartLine:
    place = place_of(statement, dataset)
    asked = government_asked(statement, dataset.negotiation)
    tags = (*_asked_tag(asked), *soft_ways([statement]), said("conditional"), *_grown_stale(statement, position, dataset))
    told, soft = under_condition(place, statement), _are_soft([statement], position)
    return PartLine(part, part, told, statement.said, tags, (statement.id,), is_conditional=True, asked_of=asked, is_soft=soft)


def _last_line(last: Statement, position: Position, dataset: Evidence) -> PartLine:
    """Return what a party last said: what it does by it, and where that stands."""
    doing, asked = last.stage or _DOING[last.kind], government_asked(last, dataset.negotiation)
    has_place = last.place.is_placed and last.place.unknown is None
    if has_place:
        place = under_condition(place_of(last, dataset), last)
        told = said("threat-of", place=place) if last.kind == "threat" else does_at(doing, asked, place)
    else:
        told = said("does-somehow", does=doing_told(doing, asked))
    return PartLine("last_word", "last_word", told, last.said, _grown_stale(last, position, dataset), (last.id,))


def _grown_stale(one: Statement, position: Position, dataset: Evidence) -> tuple[Said, ...]:
    """Return that a statement is older than evidence on its issue stays fresh; empty where it is not (rule 7)."""
    is_stale = grown_old(one.day, position.as_of, dataset.negotiation.freshness_of(position.issue))
    return (said("flag", kind="stale"),) if is_stale else ()


def _left_out(position: Position, statements: Iterable[Statement]) -> Listed | None:
    return left_out(position.set_aside[one.id] for one in statements if one.id in position.set_aside)


def _unplaced_lines(position: Position, dataset: Evidence) -> tuple[PartLine, ...]:
    spoken = [one for one in dataset.statements_of(position.party.id, position.issue.id) if one.day <= position.as_of]
    heard = [one for one in spoken if position.set_aside[one.id].kind not in UNHEARD]
    threats = [one for one in heard if one.kind == "threat" and one.place.is_placed]
    if threats:
        # Where no day tells which is newest, all that may be are shown.
        return tuple(
            PartLine("threat", "threat", under_condition(place_of(one, dataset), one), one.said, _grown_stale(one, position, dataset), (one.id,))
            for one in newest_of(threats)
        )
    if spoken:
        statements = counted(len(spoken), "statements")
        why = _left_out(position, spoken)
        told = said("no-ask-because", why=why) if why else said("no-ask-stated", statements=statements)
        if why and not heard:
            is_cut = all(position.set_aside[one.id].kind is AsideKind.CUT for one in spoken)
            told = said("all-left-out", statements=statements) if is_cut else begun(why)
        return (PartLine("unplaced", None, told, newest_day(spoken), (), tuple(one.id for one in spoken)),)
    return (PartLine("no_evidence", None, no_evidence(), None, (), ()),)
