"""The steps in which an issue is revealed: each a heading and lines, with the layer of the drawing that appears with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from parley.analysis.evidence import EvidenceCut
from parley.analysis.movement import IssueMovement
from parley.analysis.overview import OverviewRow
from parley.analysis.positions import Position
from parley.analysis.robustness import robustness
from parley.analysis.voices import PartVoices
from parley.dataset import Dataset
from parley.telling.evidence import citation
from parley.telling.gap import conditions_told, pivots_told, status_told, table_distance
from parley.telling.movement import all_told, issue_told
from parley.telling.position import PartLine, no_evidence, tags_told
from parley.telling.robustness import rests_on
from parley.telling.said import Argument, Said, Verbatim, begun, said, together
from parley.telling.voices import voice_place

StepKind = Literal["question", "party", "silent", "limits", "gap", "change", "moved"]


@dataclass(frozen=True)
class StepLine:
    """One line of a step: what is told, who said it and when, where it tells of statements, and the statements' ids.

    `is_voice` says that it is one speaker's word, of those of which the line above it is made.
    """

    told: Argument
    ids: tuple[str, ...] = ()
    cite: Argument | None = None
    is_voice: bool = False


@dataclass(frozen=True)
class Step:
    """One step in which an issue is revealed: its heading and lines, and the layer of the drawing that appears with it, if any.

    `party_id` is that of the party told of, empty where the step tells of several.
    """

    kind: StepKind
    heading: Argument
    lines: tuple[StepLine, ...]
    layer: str = ""
    party_id: str = ""


def meaning(row: OverviewRow) -> tuple[Said, ...]:
    """Return what lies between the parties in fixed sentences: the distance that leads, the status, and what is available at a price."""
    gap = row.gap
    if gap is None:
        return ()
    first = [status_told(row.stands_in_for)] if row.stands_in_for else []
    lead = table_distance(gap)
    return (*first, *([lead] if lead else []), status_told(gap), *conditions_told(gap))


class Steps:
    """The steps in which one issue is revealed."""

    def __init__(
        self,
        dataset: Dataset,
        row: OverviewRow,
        lines: Sequence[Sequence[PartLine]],
        voices: Sequence[PartVoices],
        moved: IssueMovement | None,
        cut: EvidenceCut,
    ) -> None:
        self.dataset, self.row, self.lines, self.voices, self.moved, self.cut = dataset, row, lines, voices, moved, cut

    def all(self) -> tuple[Step, ...]:
        """Return the steps in their order; one that would say nothing is left out."""
        found = [Step("question", Verbatim(self.row.issue.question), ())]
        pairs = list(zip(self.row.positions, self.lines, strict=True))
        found += [self._party(position, lines) for position, lines in pairs if not _is_silent(lines)]
        silent = [position for position, lines in pairs if _is_silent(lines)]
        found += [self._silent(silent)] if silent else []
        found += [one for one in (self._limits(), self._gap(), self._change(), self._moved()) if one is not None]
        return tuple(found)

    def _party(self, position: Position, lines: Sequence[PartLine]) -> Step:
        own = [one for one in lines if one.kind != "limit"]
        told = [each for one in own for each in self._told(position, one.labelled, one)]
        if not told:
            told = [StepLine(said("limit-alone"))]
        return Step("party", Verbatim(position.party.name), tuple(told), f"party:{position.party.id}", position.party.id)

    def _silent(self, silent: Sequence[Position]) -> Step:
        parties = together(*(one.party for one in silent), how="or")
        return Step("silent", no_evidence(), (StepLine(said("no-evidence-held", parties=parties)),))

    def _limits(self) -> Step | None:
        told = []
        for position, lines in zip(self.row.positions, self.lines, strict=True):
            stated = [one for one in lines if one.kind == "limit"]
            told += [each for one in stated for each in self._told(position, said("labelled", label=begun(position.party), told=one.told), one)]
            if not stated and position.is_evidenced:
                told.append(StepLine(said("stated-no", party=position.party, noun="limit", firmly="any")))
        return Step("limits", said("heading-limits"), tuple(told), "limits") if told else None

    def _gap(self) -> Step | None:
        if self.row.gap is None:
            return None
        return Step("gap", said("heading-gap"), tuple(_line(one) for one in meaning(self.row)), "gap")

    def _change(self) -> Step | None:
        gap = self.row.gap
        if gap is None:
            return None
        told = [_line(one) for one in pivots_told(gap)]
        as_of = self.row.positions[0].as_of
        found = robustness(self.dataset, self.row, as_of, self.cut)
        if found is not None:
            told.append(_line(rests_on(found)))
        return Step("change", said("heading-change"), tuple(told)) if told else None

    def _moved(self) -> Step | None:
        if self.moved is None:
            return None
        heading = said("heading-since", day=self.moved.since)
        if not self.moved.has_news:
            return Step("moved", heading, (StepLine(said("nothing-new")),))
        return Step("moved", heading, (_line(issue_told(self.moved)), *(self._dated(one) for one in all_told(self.moved, self.dataset))))

    def _told(self, position: Position, told: Argument, one: PartLine) -> list[StepLine]:
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
        spoken = [StepLine(voice_place(voice), voice.ids, begun(citation(voice.newest, self.dataset)), is_voice=True) for voice in counting]
        return [StepLine(_tagged(told, one), one.ids), *spoken]

    def _line(self, told: Argument, one: PartLine) -> StepLine:
        """Return a line of a position, cited."""
        cite = self._cited(one.ids)
        # Whoever took no position is not said to have said so in the newest statement.
        if cite is not None:
            cite = said("the-newest", cite=cite) if one.kind == "unplaced" else begun(cite)
        return StepLine(_tagged(told, one), one.ids, cite)

    def _dated(self, one: Said) -> StepLine:
        """Return a sentence about what moved, cited."""
        cite = self._cited(one.ids)
        return StepLine(one, one.ids, begun(cite) if cite else None)

    def _cited(self, ids: Sequence[str]) -> Said | None:
        """Return who said the newest of these statements, when and where, and how many more there are; None where there is none."""
        newest = max((self.dataset.statement_by_id[key] for key in ids), key=lambda each: (each.day, each.id), default=None)
        if newest is None:
            return None
        told = citation(newest, self.dataset)
        return said("citation-and-more", cite=told, more=len(ids) - 1) if len(ids) > 1 else told


def _tagged(told: Argument, one: PartLine) -> Argument:
    tags = tags_told(one)
    return said("with-aside", place=told, aside=tags) if tags else told


def _is_silent(lines: Sequence[PartLine]) -> bool:
    return all(one.kind == "no_evidence" for one in lines)


def _line(one: Said) -> StepLine:
    return StepLine(one, one.ids)
