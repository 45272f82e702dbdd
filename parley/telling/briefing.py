"""The briefing: an agenda of issues with all that is shown of each, step by step; what is projected, mailed and printed is made of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, get_args

from parley import __version__
from parley.agendas import ALL_ISSUES, Agenda, order_of_negotiation
from parley.analysis.clusters import MOST_COLUMNS, Cluster, Gathered, clusters, focus_of, gathered
from parley.analysis.drift import Drift, drift
from parley.analysis.evidence import EvidenceCut
from parley.analysis.gaps import Status
from parley.analysis.moved import IssueMovement, Movement
from parley.analysis.movement import movement
from parley.analysis.overview import OverviewRow, Tally, is_nothing_to_compare, overview_row, tally
from parley.analysis.voices import PartVoices, voices_of
from parley.collecting import uncollected
from parley.dataset import Dataset
from parley.errors import Problem
from parley.folders import from_its_folder
from parley.model import Issue, Party, Statement
from parley.sharing import holds_internal, shareable, shareable_agenda
from parley.telling.cuts import cut_leaves_out, cut_note, dated
from parley.telling.issue import Block, BlockKind, BlockLine, Blocks, numbered
from parley.telling.matrix import Grid, agenda_matrix, matrix_row
from parley.telling.movement import moved_since
from parley.telling.overview import not_shown, row_status, summary
from parley.telling.position import PartLine, position_lines
from parley.telling.said import Argument, Said, Verbatim, said, together
from parley.telling.side_by_side import PartyCell, party_cell
from parley.telling.steps import Step, steps_of

Section = Literal["title", "summary", "overview", "drawings", "positions", "movement", "next", "sources"]
SECTIONS: tuple[Section, ...] = get_args(Section)
NAMED = 3  # places that the foot of an incomplete edition names


@dataclass(frozen=True)
class BriefedIssue:
    """One issue of a briefing; `number` counts from 1 in the agenda's order, `notes` are the speaker's.

    What is told of it is worked out when it is first asked for. `clusters` are the parties told together, which have no positions in the row, and
    `others_moved` is which way they moved.
    """

    dataset: Dataset
    cut: EvidenceCut
    number: int
    row: OverviewRow
    moved: IssueMovement | None
    notes: str
    clusters: tuple[Cluster, ...] = ()
    others_moved: Drift | None = None

    @property
    def issue(self) -> Issue:
        """Return the issue."""
        return self.row.issue

    @cached_property
    def lines(self) -> tuple[tuple[PartLine, ...], ...]:
        """Return the position of each party, line by line."""
        return tuple(position_lines(position, self.dataset) for position in self.row.positions)

    @cached_property
    def voices(self) -> tuple[PartVoices, ...]:
        """Return the speakers who differ within a party."""
        return voices_of(self.dataset, self.row.positions)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return every statement by the parties on the issue, said by then, in the order of parties and days."""
        held = ((position, self.dataset.statements_of(position.party.id, self.issue.id)) for position in self.row.positions)
        return tuple(one for position, said_by_it in held for one in said_by_it if one.day <= position.as_of)

    @cached_property
    def _blocks(self) -> Blocks:
        since = _day_told(self.moved.since, self.dataset) if self.moved else None
        return Blocks(self.dataset, self.row, self.lines, lambda: self.voices, self.moved, self.cut, since, self.clusters, self.others_moved)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Return the blocks in which the issue is told."""
        return self._blocks.all()

    @property
    def is_evidenced(self) -> bool:
        """Return whether any position is evidenced, so that there is something to draw."""
        return any(one.is_evidenced for one in self.row.positions)

    @cached_property
    def is_silent(self) -> bool:
        """Return whether there is nothing to compare."""
        return is_nothing_to_compare([*self.row.positions, *(one for each in self.clusters for one in each.positions)])

    @cached_property
    def held_in_short(self) -> tuple[tuple[Argument, BlockLine], ...]:
        """Return what is held of each party that has spoken, after its name, as a list holds it of issues on which there is nothing to compare."""
        whose = [one for one in self.blocks if one.kind in ("party", "others")]
        return tuple((one.heading, line) for one in whose for line in one.in_full().lines or one.lines)

    @cached_property
    def gathered(self) -> Gathered:
        """Return how the parties are shown where the issue is drawn."""
        return gathered(self.row, self.dataset.negotiation)

    @cached_property
    def in_focus(self) -> BriefedIssue:
        """Return the issue as it is told aloud: of many parties those in focus by themselves, and all others in clusters."""
        found = self.gathered
        return self if found.alone is self.row else self.told_of({one.id for one in found.focus}, found.clusters)

    def told_of(self, alone: Collection[str], clusters: tuple[Cluster, ...]) -> BriefedIssue:
        """Return the issue told of some parties by themselves, by their ids, and of the others together; what moved is that of the former."""
        positions = tuple(one for one in self.row.positions if one.party.id in alone)
        moved, others_moved = None, None
        if self.moved is not None:
            moved = self.moved.of(alone)
            others_moved = drift(self.moved, {one.party.id for one in self.row.positions} - {*alone, *self.moved.pair})
        return replace(self, row=replace(self.row, positions=positions), moved=moved, clusters=clusters, others_moved=others_moved)

    @property
    def heading(self) -> Said:
        """Return the number and the name."""
        return numbered(self.number, self.issue)

    @property
    def status(self) -> Said:
        """Return the status, as its row tells it."""
        return row_status(self.row)

    @property
    def status_in_list(self) -> Argument:
        """Return the status as a list tells it in which nothing else says that the pair compared first is not shown."""
        hidden = not_shown(self.row)
        return together(self.status, hidden, how="semicolon") if hidden else self.status

    @property
    def settled(self) -> Said | None:
        """Return the status where only one is possible; None where it is open, which is told with its question."""
        return None if self.row.status is Status.UNKNOWN else self.status

    @property
    def presented(self) -> tuple[Block, ...]:
        """Return the blocks that are told aloud."""
        return self._blocks.presented()

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps in which the issue is revealed."""
        return steps_of(self.row, self.presented)

    @property
    def has_news(self) -> bool:
        """Return whether anything new was said since the first date."""
        return self.moved is not None and self.moved.has_news

    @cached_property
    def cells(self) -> tuple[PartyCell, ...]:
        """Return what every party says, part by part, as it stands side by side."""
        positions = zip(self.row.positions, self.lines, strict=True)
        return tuple(party_cell(position, lines, self.statements) for position, lines in positions)

    def told(self, kind: BlockKind) -> tuple[BlockLine, ...]:
        """Return the lines of the blocks of a kind; none where nothing is said of it."""
        return tuple(line for block in self.blocks if block.kind == kind for line in block.lines)


@dataclass(frozen=True)
class Briefing:
    """What one briefing shows: the agenda's issues as of a date, under an evidence cut, for some parties, and what moved on them since a date.

    `dataset` is already without what stays inside where the edition is the shareable one. `faults` is what was wrong with the data, or left
    out of them, when it was made all the same. `counted` is what is counted where that is more than what is shown, and `sections` are the
    parts of a document that are wanted; `form` is the short form that they make up, empty for none.
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
    counted: Tally | None = None
    sections: frozenset[Section] = frozenset(SECTIONS)
    form: str = ""

    @cached_property
    def compared(self) -> Briefing:
        """Return the briefing of the issues on which there is something to compare, with what is counted of all."""
        return replace(self, issues=tuple(one for one in self.issues if not one.is_silent), counted=self.tally)

    @cached_property
    def silent(self) -> tuple[BriefedIssue, ...]:
        """Return the issues on which there is nothing to compare."""
        return tuple(one for one in self.issues if one.is_silent)

    @property
    def handling(self) -> str:
        """Return the handling mark; empty where there is none."""
        return self.agenda.handling_of(is_shareable=self.is_shareable)

    @property
    def marks(self) -> tuple[Argument, ...]:
        """Return what stands on every page that has no room for all of the foot: that it holds what is internal, and the handling."""
        internal = not self.is_shareable and holds_internal(self.dataset)
        return (*([said("internal-mark")] if internal else []), *([Verbatim(self.handling)] if self.handling else []))

    @property
    def dated(self) -> Said:
        """Return the as-of date and the evidence cut."""
        return dated(self.as_of, self.cut)

    @property
    def cut_note(self) -> Said | None:
        """Return what is written in bold where the evidence cut is not the default; None where it is."""
        return cut_note(self.cut)

    @property
    def counts(self) -> tuple[int, int]:
        """Return how many issues are on the agenda, and how many there are."""
        return len(self.issues), len(self.dataset.negotiation.issues)

    @property
    def file_word(self) -> str:
        """Return by which word files are called after the agenda: its id, and how many of all issues are on it where these are not all."""
        count, whole = self.counts
        if count == whole:
            return self.agenda.id
        return "-".join(([] if self.agenda.id == ALL_ISSUES else [self.agenda.id]) + [f"{count}-of-{whole}-issues"])

    @property
    def since_told(self) -> Argument | None:
        """Return the first date of what moved, with the name of the edition of that day where there is one; None without a date."""
        return None if self.since is None else _day_told(self.since, self.dataset)

    @property
    def moved_heading(self) -> Said | None:
        """Return the heading over what moved; None where no first date is compared."""
        return None if self.since_told is None else moved_since(self.since_told)

    @property
    def data_version(self) -> Said:
        """Return by which version of the files it was made."""
        return data_version(self.dataset)

    @property
    def foot(self) -> tuple[Argument, ...]:
        """Return what stands at the foot of everything.

        Date and evidence, negotiation, the versions of files and program, handling, then the edition, what is wrong with it, and the standing line.
        """
        made_of = said("made-of", title=Verbatim(self.dataset.negotiation.title), version=self.data_version, program=Verbatim(__version__))
        handling = (Verbatim(self.handling),) if self.handling else ()
        return (self.dated, made_of, *handling, *self.foot_warnings)

    @property
    def foot_warnings(self) -> tuple[Argument, ...]:
        """Return the last lines of the foot: which edition it is, that something is missing, and the standing line."""
        return tuple(one for one in (self.edition, self.incomplete, standing_line()) if one is not None)

    @property
    def edition(self) -> Said | None:
        """Return which edition it is; None for one that could not be any other."""
        if self.is_shareable:
            return said("shareable-edition")
        return said("internal-edition") if holds_internal(self.dataset) else None

    @property
    def incomplete(self) -> Said | None:
        """Return that something is missing or wrong, and where; None where nothing is.

        The shareable edition names no place: the line of a file would tell of what stands before it.
        """
        if not self.faults:
            return None
        if self.is_shareable:
            return said("incomplete")
        named = map(from_its_folder, self.faults[:NAMED])
        places: Argument = together(*(Verbatim(f"{one.file}:{one.line}") for one in named), how="comma")
        more = len(self.faults) - NAMED
        return said("incomplete-at", places=said("and-more", first=places, more=more) if more > 0 else places)

    @cached_property
    def summary(self) -> Said:
        """Return the line above the overview, over the agenda's issues and the parties shown, and how much the evidence cut leaves out."""
        counted = summary(self.tally)
        left_out = cut_leaves_out(self.cut, self.statements)
        return said("told-together", counted.ids, all=together(counted, left_out, how="sentences")) if left_out else counted

    @cached_property
    def tally(self) -> Tally:
        """Return what is counted of the agenda's issues: statements, documents, and the issues by status."""
        return self.counted or tally(self.dataset, [one.row for one in self.issues], self.as_of, self.cut)

    @cached_property
    def matrix(self) -> Grid:
        """Return the matrix of the agenda's issues by the parties shown."""
        return agenda_matrix((matrix_row(one.row, one.lines, one.number) for one in self.issues), self.parties)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Return every statement by the parties on the issues, said by then, in the order of agenda, parties and days."""
        return tuple(one for issue in self.issues for one in issue.statements)


@uncollected
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
    """Return the briefing of an agenda, or of all issues in the order of the negotiation; nothing is computed of an issue that is not on it.

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
    moved = movement(dataset, parties, since, as_of, cut, issues=[item.issue for item in agenda.items]) if since is not None else None
    moved_on = {one.issue.id: one for one in moved.issues} if moved else {}
    rows = [overview_row(dataset, dataset.negotiation.issue_by_id[item.issue], parties, as_of, cut) for item in agenda.items]
    on_agenda = enumerate(zip(agenda.items, rows, strict=True), 1)
    issues = tuple(BriefedIssue(dataset, cut, number, row, moved_on.get(item.issue), item.notes or "") for number, (item, row) in on_agenda)
    return Briefing(dataset, agenda, tuple(parties), as_of, cut, since, moved, issues, is_shareable, faults)


def readable(briefing: Briefing) -> Briefing:
    """Return a briefing as it can be read on paper or on a wall: of many parties those in focus by themselves, and all others in clusters.

    What is counted, the pair told of, and how all pairs stand are those of all parties. A briefing of few parties stays as it is.
    """
    dataset, parties = briefing.dataset, focus_of(briefing.dataset.negotiation, briefing.parties, MOST_COLUMNS)
    if len(parties) == len(briefing.parties):
        return briefing
    alone = {one.id for one in parties}
    issues = tuple(one.told_of(alone, clusters(one.row.positions, dataset.negotiation.blocs, alone)) for one in briefing.issues)
    return replace(briefing, parties=parties, issues=issues, counted=briefing.tally)


def standing_line() -> Said:
    """Return what stands at the foot of everything."""
    return said("standing-line")


def data_version(dataset: Dataset) -> Said:
    """Return which version of the files it is."""
    return said("data-version", version=Verbatim(dataset.version))


def standing_and_version(dataset: Dataset) -> Said:
    """Return what stands at the foot of every page."""
    return said("standing-and-version", standing=standing_line(), version=data_version(dataset))


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


def _day_told(day: date, dataset: Dataset) -> Argument:
    """Return the day, with the name of its edition where it has one."""
    named = next((one.name for one in dataset.negotiation.editions if one.on == day), "")
    return said("day-of-edition", day=day, edition=Verbatim(named)) if named else day
