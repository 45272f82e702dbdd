"""The briefing: an agenda of issues with all that is shown of each, step by step; what is projected, mailed and printed is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from parley import STANDING_LINE
from parley.agendas import Agenda, order_of_negotiation
from parley.analysis.evidence import EvidenceCut
from parley.analysis.movement import IssueMovement, Movement, movement
from parley.analysis.overview import OverviewRow, overview, tally
from parley.analysis.positions import Position
from parley.analysis.robustness import robustness
from parley.analysis.voices import PartVoices, voices_of
from parley.analysis.wording import Sentence, capital, conditional_sentences, has, pivot_sentences, status_sentence, table_sentence
from parley.dataset import Dataset, from_its_folder
from parley.dates import shown_day
from parley.errors import Problem
from parley.model import Issue, Party, Statement
from parley.sharing import holds_internal, shareable, shareable_agenda
from parley.telling.cuts import cut_leaves_out, cut_name, cut_note
from parley.telling.evidence import citation
from parley.telling.movement import all_told, issue_told
from parley.telling.overview import row_status, summary
from parley.telling.position import PartLine, no_evidence, position_lines, tags_told
from parley.telling.robustness import rests_on
from parley.telling.said import Said, begun
from parley.telling.voices import voice_place
from parley.words import say

StepKind = Literal["question", "party", "silent", "limits", "gap", "change", "moved"]
SHAREABLE = "Shareable edition"
INTERNAL = "Internal edition: made with statements, notes or documents that stay inside; not to be passed on."
INCOMPLETE = "Incomplete or wrong: some entries of the files are left out or break a rule."
NAMED = 3  # places that the foot of an incomplete edition names


@dataclass(frozen=True)
class StepLine:
    """One line of a step: its words, who said it and when, where it tells of statements, and the statements' ids.

    `is_voice` says that it is one speaker's word, of those of which the line above it is made.
    """

    text: str
    cite: str
    ids: tuple[str, ...]
    is_voice: bool = False


@dataclass(frozen=True)
class Step:
    """One step in which an issue is revealed: its heading and lines, and the layer of the drawing that appears with it, if any.

    `party_id` is that of the party told of, empty where the step tells of several.
    """

    kind: StepKind
    heading: str
    lines: tuple[StepLine, ...]
    layer: str = ""
    party_id: str = ""


@dataclass(frozen=True)
class BriefedIssue:
    """One issue of a briefing; `number` counts from 1 in the agenda's order, `notes` are the speaker's."""

    number: int
    issue: Issue
    row: OverviewRow
    lines: tuple[tuple[PartLine, ...], ...]
    voices: tuple[PartVoices, ...]
    meaning: tuple[Sentence, ...]
    moved: IssueMovement | None
    statements: tuple[Statement, ...]
    steps: tuple[Step, ...]
    notes: str

    @property
    def status_words(self) -> str:
        """Return the status in words, as its row tells it."""
        return say(row_status(self.row))


@dataclass(frozen=True)
class Briefing:
    """What one briefing shows: the agenda's issues as of a date, under an evidence cut, for some parties, and what moved since a date.

    `dataset` is already without what stays inside where the edition is the shareable one. `faults` is what was wrong with the data, or left
    out of them, when it was made all the same.
    """

    dataset: Dataset
    agenda: Agenda
    parties: tuple[Party, ...]
    as_of: date
    cut: EvidenceCut
    since: date | None
    movement: Movement | None
    issues: tuple[BriefedIssue, ...]
    is_shareable: bool
    faults: tuple[Problem, ...] = ()

    @property
    def handling(self) -> str:
        """Return the handling mark; empty where there is none."""
        return self.agenda.handling_of(is_shareable=self.is_shareable)

    @property
    def dated(self) -> str:
        """Return the as-of date and the evidence cut: "As of 2 Jun 2018 · All evidence"."""
        return f"As of {shown_day(self.as_of)} · {say(begun(cut_name(self.cut)))}"

    @property
    def cut_note(self) -> str:
        """Return what is written in bold where the evidence cut is not the default; empty where it is."""
        return say(cut_note(self.cut))

    @property
    def since_words(self) -> str:
        """Return the first date of what moved, with the name of the edition of that day where there is one; empty without a date."""
        if self.since is None:
            return ""
        named = next((one.name for one in self.dataset.negotiation.editions if one.on == self.since), "")
        return f"{shown_day(self.since)}{f' ({named})' if named else ''}"

    @property
    def foot(self) -> tuple[str, ...]:
        """Return what stands at the foot of everything.

        Date and evidence, negotiation and version, handling, then the edition, what is wrong with it, and the standing line.
        """
        made_of = f"{self.dataset.negotiation.title} · Data version {self.dataset.version}"
        return tuple(filter(None, (self.dated, made_of, self.handling, *self.foot_warnings)))

    @property
    def foot_warnings(self) -> tuple[str, ...]:
        """Return the last lines of the foot: which edition it is, that something is missing, and the standing line."""
        return tuple(filter(None, (self.edition, self.incomplete, STANDING_LINE)))

    @property
    def edition(self) -> str:
        """Return which edition it is; empty for one that could not be any other."""
        if self.is_shareable:
            return SHAREABLE
        return INTERNAL if holds_internal(self.dataset) else ""

    @property
    def incomplete(self) -> str:
        """Return that something is missing or wrong, and where; empty where nothing is.

        The shareable edition names no place: the line of a file would tell of what stands before it.
        """
        if not self.faults:
            return ""
        if self.is_shareable:
            return INCOMPLETE
        places = [f"{one.file}:{one.line}" for one in map(from_its_folder, self.faults[:NAMED])]
        more = len(self.faults) - len(places)
        return f"{INCOMPLETE} See {', '.join(places)}{f' and {more} more' if more else ''}."

    @cached_property
    def summary(self) -> str:
        """Return the line above the overview, over the agenda's issues and the parties shown, and how much the evidence cut leaves out."""
        counted = say(summary(tally(self.dataset, [one.row for one in self.issues], self.as_of, self.cut)))
        return " ".join(filter(None, (counted, say(cut_leaves_out(self.cut, self.statements)))))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return every statement by the parties on the issues, said by then, in the order of agenda, parties and days."""
        return tuple(one for issue in self.issues for one in issue.statements)


def brief(
    dataset: Dataset,
    agenda: Agenda | None,
    parties: Sequence[Party],
    as_of: date,
    cut: EvidenceCut,
    since: date | None = None,
    *,
    is_shareable: bool = False,
    faults: Sequence[Problem] = (),
) -> Briefing:
    """Return the briefing of an agenda, or of all issues in the order of the negotiation.

    In the shareable edition a day on which only something internal was said gives way to the last one before it, and what lies after the
    last day of what may be shared to that day: else the dates themselves would tell. What moved is told from `since`, where it lies before the date.
    What was left out of the dataset, and the other `faults` found in it, are told in the foot.
    """
    faults = tuple(dict.fromkeys((*dataset.left_out, *faults)))
    agenda = agenda or order_of_negotiation(dataset.negotiation)
    if is_shareable:
        whole, dataset, agenda = dataset, shareable(dataset), shareable_agenda(agenda)
        as_of = _passed_on(as_of, whole, dataset)
        since = _passed_on(since, whole, dataset) if since is not None else None
        parties = [dataset.negotiation.party_by_id[one.id] for one in parties]
    since = since if since is not None and since < as_of else None
    moved = movement(dataset, parties, since, as_of, cut) if since is not None else None
    rows = {row.issue.id: row for row in overview(dataset, parties, as_of, cut)}
    by_issue = {one.issue.id: one for one in moved.issues} if moved else {}
    issues = tuple(
        _briefed(dataset, number, rows[item.issue], by_issue.get(item.issue), item.notes or "", cut) for number, item in enumerate(agenda.items, 1)
    )
    return Briefing(dataset, agenda, tuple(parties), as_of, cut, since, moved, issues, is_shareable, faults)


def last_edition(dataset: Dataset, as_of: date) -> date | None:
    """Return the day from which movement is told if none is chosen: the last edition before the date, else the last day before it."""
    editions = [one.on for one in dataset.negotiation.editions if one.on < as_of]
    return max(editions, default=max((day for day in dataset.days if day < as_of), default=None))


def _passed_on(day: date, whole: Dataset, public: Dataset) -> date:
    """Return the day, or in its place one that tells nothing of what stays inside."""
    if not public.days:
        return public.negotiation.reviewed.latest or day
    if day > public.days[-1] or (day in whole.days and day not in public.days):
        return max((one for one in public.days if one < day), default=public.days[0])
    return day


def _briefed(dataset: Dataset, number: int, row: OverviewRow, moved: IssueMovement | None, notes: str, cut: EvidenceCut) -> BriefedIssue:
    lines = tuple(position_lines(position, dataset) for position in row.positions)
    said = tuple(one for position in row.positions for one in dataset.statements_of(position.party.id, row.issue.id) if one.day <= position.as_of)
    voices = voices_of(dataset, row.positions)
    steps = _Steps(dataset, row, lines, voices, moved, cut).all()
    return BriefedIssue(number, row.issue, row, lines, voices, _meaning(row), moved, said, steps, notes)


def _meaning(row: OverviewRow) -> tuple[Sentence, ...]:
    """Return what lies between the parties in fixed sentences: the distance that leads, the status, and what is available at a price."""
    gap = row.gap
    if gap is None:
        return ()
    first = [status_sentence(row.stands_in_for)] if row.stands_in_for else []
    lead = table_sentence(gap)
    return (*first, *([lead] if lead else []), status_sentence(gap), *conditional_sentences(gap))


class _Steps:
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
        found = [Step("question", self.row.issue.question, ())]
        pairs = list(zip(self.row.positions, self.lines, strict=True))
        found += [self._party(position, lines) for position, lines in pairs if not _is_silent(lines)]
        silent = [position for position, lines in pairs if _is_silent(lines)]
        found += [self._silent(silent)] if silent else []
        found += [one for one in (self._limits(), self._gap(), self._change(), self._moved()) if one is not None]
        return tuple(found)

    def _party(self, position: Position, lines: Sequence[PartLine]) -> Step:
        own = [one for one in lines if one.told != "limit"]
        told = [each for one in own for each in self._told(position, say(one.labelled), one)]
        if not told:
            told = [StepLine("States a limit, and no demand or offer.", "", ())]
        return Step("party", position.party.name, tuple(told), f"party:{position.party.id}", position.party.id)

    def _silent(self, silent: Sequence[Position]) -> Step:
        names = " or ".join(one.party.in_sentence for one in silent)
        return Step("silent", say(no_evidence()), (StepLine(f"No statement by {names} on this issue in the sources held.", "", ()),))

    def _limits(self) -> Step | None:
        told = []
        for position, lines in zip(self.row.positions, self.lines, strict=True):
            stated = [one for one in lines if one.told == "limit"]
            told += [each for one in stated for each in self._told(position, f"{capital(position.party.in_sentence)}: {say(one.place)}", one)]
            if not stated and position.is_evidenced:
                told.append(StepLine(f"{capital(position.party.in_sentence)} {has(position.party)} stated no limit.", "", ()))
        return Step("limits", "Stated limits", tuple(told), "limits") if told else None

    def _gap(self) -> Step | None:
        if self.row.gap is None:
            return None
        return Step("gap", "What lies between", tuple(_said(one) for one in _meaning(self.row)), "gap")

    def _change(self) -> Step | None:
        gap = self.row.gap
        if gap is None:
            return None
        told = [_said(one) for one in pivot_sentences(gap)]
        as_of = self.row.positions[0].as_of
        found = robustness(self.dataset, self.row, as_of, self.cut)
        if found is not None:
            told.append(_told(rests_on(found)))
        return Step("change", "What would change it", tuple(told)) if told else None

    def _moved(self) -> Step | None:
        if self.moved is None:
            return None
        heading = f"Since {shown_day(self.moved.since)}"
        if not self.moved.has_news:
            return Step("moved", heading, (StepLine("Nothing new was said on this issue.", "", ()),))
        return Step("moved", heading, (_told(issue_told(self.moved)), *(self._dated(one) for one in all_told(self.moved, self.dataset))))

    def _told(self, position: Position, text: str, one: PartLine) -> list[StepLine]:
        """Return a line of a position, and under it, where those that count name different places, what each of them says."""
        counting = [
            voice
            for several in self.voices
            if several.party.id == position.party.id and several.part == one.told
            for voice in several.voices
            if voice.counts and set(voice.ids) & set(one.ids)
        ]
        if len({voice.place for voice in counting}) < 2:
            return [self._line(text, one)]
        said = [StepLine(say(voice_place(voice)), say(begun(citation(voice.newest, self.dataset))), voice.ids, is_voice=True) for voice in counting]
        return [StepLine(_tagged(text, one), "", one.ids), *said]

    def _line(self, text: str, one: PartLine) -> StepLine:
        """Return a line of a position, cited."""
        cite = self._cited(one.ids)
        # Whoever took no position is not said to have said so in the newest statement.
        return StepLine(_tagged(text, one), f"The newest: {cite}" if one.told == "unplaced" else capital(cite), one.ids)

    def _dated(self, one: Said) -> StepLine:
        """Return a sentence about what moved, cited."""
        return StepLine(say(one), capital(self._cited(one.ids)), one.ids)

    def _cited(self, ids: Sequence[str]) -> str:
        """Return who said the newest of these statements, when and where, and how many more there are; empty where there is none."""
        newest = max((self.dataset.statement_by_id[key] for key in ids), key=lambda each: (each.day, each.id), default=None)
        more = f" (and {len(ids) - 1} more)" if len(ids) > 1 else ""
        return f"{say(citation(newest, self.dataset))}{more}" if newest else ""


def _tagged(text: str, one: PartLine) -> str:
    return " ".join(filter(None, (text, say(tags_told(one)))))


def _is_silent(lines: Sequence[PartLine]) -> bool:
    return all(one.told == "no_evidence" for one in lines)


def _said(one: Sentence) -> StepLine:
    return StepLine(one.text, "", one.ids)


def _told(one: Said) -> StepLine:
    return StepLine(say(one), "", one.ids)
