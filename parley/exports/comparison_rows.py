"""The rows of the comparison table as negotiators know it, with the evidence and documents behind them; Word and PDF both set them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.analysis.positions import PARTS, Part, Position
from parley.dataset import Dataset
from parley.model import Name, Party, Source
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.evidence import citation
from parley.telling.position import PartLine, missing_part
from parley.telling.said import Verbatim, begun
from parley.telling.steps import StepKind, StepLine
from parley.telling.terms import part_of_position
from parley.telling.voices import rule_told
from parley.words import say

MEANING, LANDING, NONE = "What does this mean?", "Landing", "None"
SILENT = "No statement on this issue in the sources held"
NOT_DRAWN = "No demand, offer or stated limit without a condition by these parties on this issue in the evidence shown, so there is nothing to draw."


@dataclass(frozen=True)
class CellLine:
    """One line of a party's cell: its label ("Best offer"), the place in words, what stands in brackets after it, and the statements' ids.

    `part` is the part of the position that it tells of, None for a party without a position.
    """

    part: Part | None
    label: str
    words: str
    aside: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class PartyCell:
    """What one party says on one issue, line by line."""

    party: Party
    lines: tuple[CellLine, ...]


@dataclass(frozen=True)
class ComparisonRow:
    """One issue of the comparison: a cell for each party, what lies between them, what would change it and what moved.

    `status` and `meaning` are empty where fewer than two parties are compared, `change` and `moved` where there is nothing to say;
    `rules` say what counts where a party's speakers differ.
    """

    briefed: BriefedIssue
    cells: tuple[PartyCell, ...]
    status: str
    meaning: tuple[StepLine, ...]
    change: tuple[StepLine, ...]
    moved: tuple[StepLine, ...]
    rules: tuple[StepLine, ...]

    @property
    def heading(self) -> str:
        """Return the issue's number on the agenda and its name."""
        return f"{self.briefed.number}. {self.briefed.issue.name}"

    @property
    def has_news(self) -> bool:
        """Return whether anything new was said on the issue since the first date."""
        return self.briefed.moved is not None and self.briefed.moved.has_news


@dataclass(frozen=True)
class Evidence:
    """One statement as it is cited: what was said in our words, by whom and where, and its id."""

    says: str
    citation: str
    id: str


def comparison_rows(briefing: Briefing) -> tuple[ComparisonRow, ...]:
    """Return one row for each issue, in the order of the agenda."""
    return tuple(_row(one) for one in briefing.issues)


def evidence(ids: Iterable[str], dataset: Dataset) -> tuple[Evidence, ...]:
    """Return the statements with these ids as they are cited, in the order given."""
    told = (dataset.statement_by_id[one] for one in ids)
    return tuple(Evidence(one.says, say(begun(citation(one, dataset))), one.id) for one in told)


def documents_used(briefing: Briefing) -> tuple[str, ...]:
    """Return the documents behind the briefing's statements, the oldest first: "A. Berg: Talks open. Gazette, 5 Mar 2025 (news report)"."""
    named = {one.source for one in briefing.statements}
    found = [source for key, source in briefing.dataset.sources.items() if key in named]
    return tuple(_document(one) for one in sorted(found, key=lambda one: (one.issued.text, one.id)))


def moved_heading(briefing: Briefing) -> str:
    """Return the heading over what moved, with the first date and the name of its edition."""
    return f"What moved since {say(briefing.since_told)}"


def _row(one: BriefedIssue) -> ComparisonRow:
    cells = tuple(PartyCell(position.party, _cell_lines(position, lines, one)) for position, lines in zip(one.row.positions, one.lines, strict=True))
    return ComparisonRow(
        one,
        cells,
        say(one.status) if one.row.gap else "",
        _lines_of(one, "gap"),
        _lines_of(one, "change"),
        _lines_of(one, "moved"),
        tuple(StepLine(rule_told(voices), voices.rule.ids) for voices in one.voices),
    )


def _lines_of(one: BriefedIssue, kind: StepKind) -> tuple[StepLine, ...]:
    return tuple(line for step in one.steps if step.kind == kind for line in step.lines)


def _cell_lines(position: Position, lines: Sequence[PartLine], one: BriefedIssue) -> tuple[CellLine, ...]:
    found = [_line(line) for line in lines]
    if not any(line.part for line in found):
        return tuple(found)
    told = []
    for part in PARTS:
        missing = missing_part(part, lines, position, one.statements)
        if missing:
            told.append(CellLine(part, say(begun(part_of_position(part))), say(missing), "", ()))
        told += [line for line in found if line.part == part]
    return tuple(told)


def _line(line: PartLine) -> CellLine:
    match line.kind:
        case "no_evidence":
            return CellLine(None, "", SILENT, "", ())
        case "unplaced":
            return CellLine(None, "", say(line.told, quoted=False), "", line.ids)
    part = None if line.kind == "threat" else line.kind
    # A measure in force and a threat are told by what the party does, all else by the name of the part.
    label = line.name if line.name and line.doing != "holds" else line.label
    return CellLine(part, say(begun(label)) if label else "", say(line.told), say(line.aside), line.ids)


def _document(source: Source) -> str:
    authors = ", ".join(_name_words(one) for one in source.author)
    inferred = ", date inferred" if source.date_basis == "inferred" else ""
    title = source.title if source.title.endswith((".", "?", "!", "]")) else f"{source.title}."
    publication = say(begun(Verbatim(source.publication)))
    return f"{f'{authors}: ' if authors else ''}{title} {publication}, {source.issued.shown()} ({source.genre}{inferred})"


def _name_words(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, name.family)))
