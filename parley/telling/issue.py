"""An issue told in ordered blocks: each a heading and lines, most of them a step in which the issue is revealed, with the layer that appears."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from parley.analysis.clusters import Cluster
from parley.analysis.drift import Drift
from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Gap, Status
from parley.analysis.moved import IssueMovement
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.analysis.robustness import robustness
from parley.analysis.voices import PartVoices
from parley.evidence import Evidence
from parley.model import Issue
from parley.telling import headings
from parley.telling.cluster import CLUSTERS, cluster_told, drift_told
from parley.telling.evidence import citation
from parley.telling.gap import conditions_told, if_hints_stand, pivots_told, status_told, table_distance
from parley.telling.gap_cell import GapLine, status_line
from parley.telling.glance import place_of
from parley.telling.glance_answer import open_in_short
from parley.telling.issue_page import field
from parley.telling.movement import all_told, issue_told, moved_since
from parley.telling.older import older_counts
from parley.telling.overview import not_shown
from parley.telling.parties import pair_of
from parley.telling.position import PartLine, no_evidence, tags_told
from parley.telling.robustness import rests_on
from parley.telling.said import Argument, Said, Verbatim, begun, said, together
from parley.telling.voices import rule_told, voice_place, voices_heading, whole_voice
from parley.telling.whole import whole_told

BlockKind = Literal["question", "party", "silent", "limits", "gap", "others", "voices", "change", "moved"]
VerdictKind = Literal["not_shown", "first", "apart", "status", "hints", "change", "price", "whole"]


@dataclass(frozen=True)
class BlockLine:
    """One line of a block: what is told, who said it and when, where it tells of statements, and the statements' ids.

    `is_voice` says that it is one speaker's word, of those of which the line above it is made.
    """

    told: Argument
    ids: tuple[str, ...] = ()
    cite: Argument | None = None
    is_voice: bool = False


@dataclass(frozen=True)
class Block:
    """One block of an issue: its heading and lines, and the layer of the drawing that appears with it, if any.

    `party_id` is that of the party told of, empty where the block tells of several. `is_marked` is whether anything of it has a place on the
    scale, or stands in a lane, and `has_news` whether anything moved. `telling` makes its lines when they are first read, for of a long agenda
    most are never shown, and `telling_in_full` those of what is drawn, when it is told aloud: of a party also its own limit.
    """

    kind: BlockKind
    heading: Argument
    telling: Callable[[], Iterable[BlockLine]]
    layer: str = ""
    party_id: str = ""
    telling_in_full: Callable[[], Iterable[BlockLine]] = tuple
    is_marked: bool = False
    has_news: bool = False

    @cached_property
    def lines(self) -> tuple[BlockLine, ...]:
        """Return the lines in their order."""
        return tuple(self.telling())

    def in_full(self) -> Block:
        """Return the block as it is told aloud."""
        return replace(self, telling=self.telling_in_full)


@dataclass(frozen=True)
class VerdictPart:
    """One part of what lies between the parties: its heading and its sentences; `status` is the line before them, where they explain one."""

    kind: VerdictKind
    heading: Argument
    told: tuple[Said, ...]
    status: GapLine | None = None


def numbered(number: int, issue: Issue) -> Said:
    """Return the name of an issue after its number on an agenda."""
    return said("numbered", number=number, name=Verbatim(issue.name))


def verdict(row: OverviewRow, dataset: Evidence) -> tuple[VerdictPart, ...]:
    """Return what lies between the parties in fixed sentences, part by part; none where there is no gap.

    First comes the pair compared first where it is not the one told of, then the distance that leads, and why it rests on an older word than the
    newest of a party, the status or the question that is open
    instead, both with hints, what would change it, what is available at a price, and how all pairs stand.
    """
    gap, first, hidden, all_pairs = row.gap, row.stands_in_for, not_shown(row), whole_told(row)
    if gap is None:
        return ()
    apart, hints = (table_distance(gap), older_counts(gap, dataset)), if_hints_stand(gap)
    parts = (
        VerdictPart("not_shown", field("first"), (hidden,) if hidden else ()),
        VerdictPart("first", pair_of(first), (status_told(first),), status_line(first)) if first else None,
        VerdictPart("apart", field("apart"), tuple(filter(None, apart))),
        _status(gap, open_in_short(row)),
        VerdictPart("hints", field("hints"), (_as_sentence(hints),) if hints else ()),
        VerdictPart("change", field("change"), pivots_told(gap)),
        VerdictPart("price", field("price"), conditions_told(gap)),
        VerdictPart("whole", field("whole"), (all_pairs,) if all_pairs else ()),
    )
    return tuple(one for one in parts if one is not None and one.told)


def _status(gap: Gap, question: Said | None) -> VerdictPart:
    if gap.status is Status.UNKNOWN and question is not None:
        return VerdictPart("status", field("status"), (question,))
    return VerdictPart("status", field("status"), (status_told(gap),), status_line(gap))


class Blocks:
    """The blocks in which one issue is told; `since` is the day from which movement is told, as it is called.

    `others` are the parties that are told together and have no positions in the row, and `others_moved` is which way they moved.
    """

    def __init__(
        self,
        dataset: Evidence,
        row: OverviewRow,
        lines: Sequence[Sequence[PartLine]],
        voices: Callable[[], Sequence[PartVoices]],
        moved: IssueMovement | None,
        cut: EvidenceCut,
        since: Argument | None,
        others: Sequence[Cluster] = (),
        others_moved: Drift | None = None,
    ) -> None:
        self.others, self.others_moved = others, others_moved
        self.dataset, self.row, self.lines, self.asking_voices, self.moved, self.cut, self.since = dataset, row, lines, voices, moved, cut, since

    @cached_property
    def voices(self) -> Sequence[PartVoices]:
        """Return the speakers who differ within a party."""
        return self.asking_voices()

    def all(self) -> tuple[Block, ...]:
        """Return the blocks in their order."""
        return (*self._standing, *map(self._voices, self.voices), *self._outlook)

    def presented(self) -> tuple[Block, ...]:
        """Return the blocks that are told aloud: the voices within a party are for readers, and no part of a presentation."""
        return (*self._standing, *self._outlook)

    @cached_property
    def _standing(self) -> tuple[Block, ...]:
        """Return how the issue stands; a block that would say nothing is left out."""
        pairs = list(zip(self.row.positions, self.lines, strict=True))
        silent = [position for position, lines in pairs if _is_silent(lines)]
        found = [
            Block("question", Verbatim(self.row.issue.question), tuple),
            *(self._party(position, lines) for position, lines in pairs if not _is_silent(lines)),
            _silent(silent) if silent else None,
            self._limits(),
            Block("gap", headings.LIES_BETWEEN, self._gap, "gap") if self.row.gap is not None else None,
            self._others(),
        ]
        return tuple(one for one in found if one is not None)

    @cached_property
    def _outlook(self) -> tuple[Block, ...]:
        """Return what would change the status, and what moved; a block that would say nothing is left out."""
        gap, found = self.row.gap, []
        if gap is not None and gap.possible:
            found.append(Block("change", headings.CHANGE, self._change))
        if self.moved is not None and self.since is not None:
            found.append(Block("moved", moved_since(self.since), self._moved, has_news=self.moved.has_news))
        return tuple(found)

    def _party(self, position: Position, lines: Sequence[PartLine]) -> Block:
        def told(*, is_limit: bool) -> Iterator[BlockLine]:
            return (each for one in lines if (one.kind == "limit") is is_limit for each in self._told(position, one.labelled, one))

        def own() -> Iterable[BlockLine]:
            return tuple(told(is_limit=False)) or (BlockLine(said("limit-alone")),)

        def in_full() -> Iterable[BlockLine]:
            return (*told(is_limit=False), *told(is_limit=True))

        layer, is_marked = f"party:{position.party.id}", any(place_of(one, position) for one in lines)
        return Block("party", Verbatim(position.party.name), own, layer, position.party.id, in_full, is_marked)

    def _limits(self) -> Block | None:
        stated = [[one for one in lines if one.kind == "limit"] for lines in self.lines]
        if not any(of_one or position.is_evidenced for position, of_one in zip(self.row.positions, stated, strict=True)):
            return None

        def told() -> Iterator[BlockLine]:
            for position, of_one in zip(self.row.positions, stated, strict=True):
                for one in of_one:
                    yield from self._told(position, said("labelled", label=begun(position.party), told=one.told), one)
                if not of_one and position.is_evidenced:
                    yield BlockLine(said("stated-no", party=position.party, noun="limit", firmly="any"))

        return Block("limits", headings.LIMITS, told, "limits")

    def _gap(self) -> list[BlockLine]:
        return self._verdict("not_shown", "first", "apart", "status", "hints", "price", "whole")

    def _others(self) -> Block | None:
        moved = drift_told(self.others_moved) if self.others_moved else None
        if not self.others and moved is None:
            return None

        def told() -> Iterator[BlockLine]:
            yield from (_line(cluster_told(one)) for one in self.others)
            yield from [_line(moved)] if moved else []

        return Block("others", headings.OTHERS, told, f"party:{CLUSTERS}", telling_in_full=told, is_marked=True)

    def _change(self) -> Iterator[BlockLine]:
        yield from self._verdict("change")
        found = robustness(self.dataset, self.row, self.row.positions[0].as_of, self.cut)
        if found is not None:
            yield _line(rests_on(found))

    @cached_property
    def _parts(self) -> tuple[VerdictPart, ...]:
        return verdict(self.row, self.dataset)

    def _verdict(self, *kinds: VerdictKind) -> list[BlockLine]:
        return [_line(one) for part in self._parts if part.kind in kinds for one in part.told]

    def _voices(self, several: PartVoices) -> Block:
        """Return who says what of one part of a party's position, each under its letter, and the rule that decides."""

        def told() -> Iterator[BlockLine]:
            yield from (BlockLine(whole_voice(one), one.ids, is_voice=True) for one in several.voices)
            yield BlockLine(rule_told(several), several.rule.ids)

        return Block("voices", voices_heading(several.party.name, several.part), told)

    def _moved(self) -> Iterator[BlockLine]:
        assert self.moved is not None
        if not self.moved.has_news:
            yield BlockLine(said("nothing-new"))
            return
        yield _line(issue_told(self.moved))
        yield from (self._dated(one) for one in all_told(self.moved, self.dataset))

    def _told(self, position: Position, told: Argument, one: PartLine) -> list[BlockLine]:
        """Return a line of a position, and under it, where those that count name different places, what each of them says."""
        counting = [
            voice
            for several in self.voices
            if several.party.id == position.party.id and several.part == one.kind
            for voice in several.voices
            if voice.counts and set(voice.ids) & set(one.ids)
        ]
        if len({voice.place for voice in counting}) < 2:
            return [self._line(told, one)]
        spoken = [BlockLine(voice_place(voice), voice.ids, begun(citation(voice.newest, self.dataset)), is_voice=True) for voice in counting]
        return [BlockLine(_tagged(told, one), one.ids), *spoken]

    def _line(self, told: Argument, one: PartLine) -> BlockLine:
        """Return a line of a position, cited."""
        cite = self._cited(one.ids)
        # Whoever took no position is not said to have said so in the newest statement.
        if cite is not None:
            cite = said("the-newest", cite=cite) if one.kind == "unplaced" else begun(cite)
        return BlockLine(_tagged(told, one), one.ids, cite)

    def _dated(self, one: Said) -> BlockLine:
        """Return a sentence about what moved, cited."""
        cite = self._cited(one.ids)
        return BlockLine(one, one.ids, begun(cite) if cite else None)

    def _cited(self, ids: Sequence[str]) -> Said | None:
        """Return who said the newest of these statements, when and where, and how many more there are; None where there is none."""
        newest = max(map(self.dataset.statement, ids), key=lambda each: (each.day, each.id), default=None)
        if newest is None:
            return None
        told = citation(newest, self.dataset)
        return said("citation-and-more", cite=told, more=len(ids) - 1) if len(ids) > 1 else told


def _tagged(told: Argument, one: PartLine) -> Argument:
    tags = tags_told(one)
    return said("with-aside", place=told, aside=tags) if tags else told


def _silent(silent: Sequence[Position]) -> Block:
    parties = together(*(one.party for one in silent), how="or")
    return Block("silent", no_evidence(), lambda: (BlockLine(said("no-evidence-held", parties=parties)),))


def _is_silent(lines: Sequence[PartLine]) -> bool:
    return all(one.kind == "no_evidence" for one in lines)


def _line(one: Said) -> BlockLine:
    return BlockLine(one, one.ids)


def _as_sentence(one: Said) -> Said:
    return said("sentence", one.ids, told=begun(one))
