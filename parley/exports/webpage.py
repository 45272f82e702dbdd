"""A briefing as one HTML file that needs no network and, to be read, no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from parley.directions import isolated
from parley.exports.cited import MOST_CITED
from parley.exports.live_links import live_link
from parley.exports.shell import PLAIN, PROGRAM, Shell
from parley.exports.source_tables import authors_words, cited_sources
from parley.exports.tables import why_not_counted
from parley.exports.webpage_values import Block, Cell, Document, Entry, Glance, Number, Reference, Section, Silent, Told, Whose
from parley.figures.issue_pictures import gap_picture_of, glance_picture_of
from parley.figures.palette import party_colours
from parley.figures.picture import Picture
from parley.figures.spots import Citing, Spot, spots_of
from parley.figures.svg import Link, svg_of
from parley.model import Source, Statement
from parley.telling import documents, headings
from parley.telling import webpage as words
from parley.telling.briefing import BriefedIssue, Briefing, readable, standing_line
from parley.telling.briefing import Section as SectionName
from parley.telling.evidence import bare_words_of, citation, found_at, how_dated, published_told
from parley.telling.front import front, open_beneath
from parley.telling.glance import NOBODY_SPOKE
from parley.telling.issue import Block as ToldBlock
from parley.telling.issue import BlockKind
from parley.telling.matrix import Cell as GridCell
from parley.telling.overview import Count, counts_told
from parley.telling.places import place_of
from parley.telling.position import PartLine
from parley.telling.said import Argument, Said, begun
from parley.telling.statement import kind_asked_of
from parley.words import said_all, say
from parley.words.language import english

HERE = Path(__file__).parent
WIDE, NARROW = 1000, 640  # the widths of the two drawings of an issue: for a desk, and for a phone, where it is moved under the finger
GLANCES = 620, 360  # those of an issue in the summary
_OF_ISSUES: tuple[SectionName, ...] = ("drawings", "positions", "movement")
_BLOCKS: Mapping[SectionName, tuple[BlockKind, ...]] = {
    "drawings": ("gap",),
    "positions": ("limits", "gap", "others", "voices", "change"),
    "movement": ("moved",),
}
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'  # needless inside a page, which names no address at all


def webpage(briefing: Briefing, link: str = "", shell: Shell = PLAIN) -> str:
    """Return the briefing as one HTML page; `link` is the address of the live comparison, where there is one.

    Raises `WrongArgumentError` for a link that is not a web address.
    """
    script = (HERE / "webpage.js").read_text(encoding="utf-8")
    made, holds = _Page(briefing), briefing.sections.__contains__
    shown = made.briefing.compared.issues if any(map(holds, _OF_ISSUES)) or holds("overview") else ()
    first, marks = front(briefing), said_all(briefing.marks)
    return _template().render(
        briefing=briefing,
        say=say,
        pieces=english().pieces,
        words=words,
        headings=headings,
        sections_told=documents,
        link=live_link(briefing, link),
        shell=shell,
        program=PROGRAM,
        numbers=[made.number(one) for one in counts_told(briefing.tally)],
        standing_line=say(standing_line()),
        is_cited=made.cited.__contains__,
        loose=made.loose,
        first=[made.line(one) for one in first.told],
        drawn=[made.glance(one, is_linked=any(map(holds, _OF_ISSUES))) for one in first.drawn] if holds("summary") else [],
        sections=[made.section(one) for one in shown],
        silent=[made.silent(one) for one in made.briefing.silent] if holds("overview") or holds("positions") else [],
        NOBODY_SPOKE=NOBODY_SPOKE,
        holds_summary=holds("summary"),
        holds_overview=holds("overview"),
        holds_issues=any(map(holds, _OF_ISSUES)),
        holds_sources=holds("sources"),
        parties=[Whose(one.name, made.colours[one.id]) for one in made.briefing.parties],
        documents=[_document(one) for one in cited_sources(briefing)],
        style=(HERE / "webpage.css").read_text(encoding="utf-8"),
        script=script,
        script_hash=f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}",
        marks=marks,
        marks_css=css_text(" · ".join(marks)),
        dated_css=css_text(say(briefing.dated)),
    )


@cache
def _template() -> Template:
    options: dict[str, Any] = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True, "finalize": _isolated}
    return Environment(loader=FileSystemLoader(HERE), autoescape=True, **options).get_template("webpage.html")


def _isolated(value: object) -> object:
    """Return a text so that what turns it about stays inside it; what is markup of our own already has been made so."""
    return isolated(value) if type(value) is str else value


def css_text(text: str) -> str:
    """Return words as a style sheet holds them: in quotation marks, and all that is not a plain letter or digit by its number."""
    return '"' + "".join(one if one.isascii() and one.isalnum() else f"\\{ord(one):x} " for one in text) + '"'


class _Page:
    """The sections of one page; a statement has one number on all of it."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = readable(briefing)
        self.whole = {one.issue.id: one for one in briefing.issues}
        self.colours = party_colours(briefing.dataset.negotiation)
        self.numbers = {one.id: number for number, one in enumerate(briefing.statements, 1)}
        self.cited: set[str] = set()  # ids of the statements to which some line leads
        self.rows = {row.issue.id: row for row in self.briefing.compared.matrix.rows}
        self.citing = Citing(briefing.dataset.statement, self._numbered, most=None)

    def number(self, one: Count) -> Number:
        """Return a number of the line that sums up, with ways to the issues that it counts, or to the statements."""
        return Number(say(begun(one.told)), self._rows_of(one.ids))

    def line(self, one: Said) -> Told:
        """Return a sentence with ways to the statements behind it."""
        return Told(say(one), "", self._rows_of(one.ids))

    def glance(self, one: BriefedIssue, *, is_linked: bool) -> Glance:
        """Return what the summary shows of an issue."""
        wide, narrow = (self._with_links(glance_picture_of(self.briefing, one, width)) for width in GLANCES)
        asked = open_beneath(one)
        return Glance(_issue_target(one) if is_linked else "", say(one.heading), wide, narrow, (self.line(asked),) if asked else ())

    def silent(self, one: BriefedIssue) -> Silent:
        """Return what the page lists of an issue on which there is nothing to compare."""
        whose = (each for each in one.blocks if each.kind in ("party", "others"))
        blocks, evidence = tuple(self._block(each.in_full()) for each in whose), tuple(self._evidence(one))
        return Silent(one.number, _issue_target(one), one.issue.name, one.row.status.value, self._status(one, one.status_in_list), blocks, evidence)

    def _status(self, one: BriefedIssue, told: Argument | None = None) -> Told:
        return self._told(say(told or one.status), "", one.row.gap.ids if one.row.gap else ())

    def loose(self, held: Iterable[int]) -> list[Whose]:
        """Return the statements to which some line leads and that stand with none of the issues with these numbers, issue by issue."""
        numbers = set(held)
        left = [one for one in self.whole.values() if one.number not in numbers and self.cited.intersection(each.id for each in one.statements)]
        return [Whose(one.issue.name, "", tuple(self._entries(one, self.cited))) for one in left]

    def section(self, one: BriefedIssue) -> Section:
        """Return what the page shows of an issue."""
        holds = self.briefing.sections.__contains__
        kinds = [kind for name, several in _BLOCKS.items() if holds(name) for kind in several]
        return Section(
            one.number,
            _issue_target(one),
            one.issue.name,
            one.issue.question,
            one.row.status.value,
            self._status(one),
            tuple(self._overview(one)),
            self._drawing(one, WIDE) if holds("drawings") else "",
            self._drawing(one, NARROW) if holds("drawings") else "",
            tuple(self._block(each) for each in one.blocks if each.kind in ("party", "silent") and holds("positions")),
            tuple(self._block(each) for each in one.blocks if each.kind in kinds),
            tuple(self._evidence(one)),
        )

    def _overview(self, one: BriefedIssue) -> Iterator[Cell]:
        """Yield the cells of the issue's row in the overview; the status stands in a column of its own."""
        for column, cell in zip(self.briefing.matrix.columns, self.rows[one.issue.id].cells, strict=True):
            party = column.party
            head, colour = (party.name, self.colours[party.id]) if party else (say(headings.APART), "")
            yield Cell(head, colour, tuple(self._lines(cell)), all(line.kind in ("unplaced", "no_evidence") for line in cell))

    def _lines(self, cell: GridCell) -> Iterator[Told]:
        """Yield the lines of a cell without the status, which stands beside it."""
        for line in cell:
            if line.kind not in ("status", "alone"):
                yield self._told(say(line.whole if isinstance(line, PartLine) else line.labelled), "", line.ids)

    def _drawing(self, one: BriefedIssue, width: int) -> str:
        """Return the drawing of an issue; nothing where none can be drawn."""
        picture = gap_picture_of(self.briefing, one, width)
        return self._with_links(picture) if picture else ""

    def _with_links(self, picture: Picture) -> str:
        """Return a drawing in which every mark leads to the newest of its statements and names them all."""
        links = [self._link(spot) for spot in spots_of(picture, self.citing)]
        return svg_of(picture, holds_width=True, links=links).replace(_NAMESPACE, "", 1)

    def _link(self, spot: Spot) -> Link:
        newest = self.citing.newest_first(spot.ids)[:1]
        return Link(spot.areas, "".join(f"#{_statement_target(one.id)}" for one in newest), "\n".join((spot.words, *spot.said)))

    def _numbered(self, one: Statement) -> str:
        return f"{self.numbers[one.id]}: {say(citation(one, self.briefing.dataset))}"

    def _block(self, one: ToldBlock) -> Block:
        lines = tuple(self._told(say(line.told), say(line.cite), line.ids) for line in one.lines)
        return Block(one.kind, say(one.heading), lines, self.colours.get(one.party_id, ""))

    def _told(self, text: str, cite: str, ids: Iterable[str]) -> Told:
        several = tuple(ids)
        if len(several) > MOST_CITED:
            return Told(text, cite, self._rows_of(several))
        return Told(text, cite, tuple(sorted((self._reference(key) for key in several), key=lambda one: one.number)))

    def _reference(self, key: str) -> Reference:
        self.cited.add(key)
        said = say(citation(self.briefing.dataset.statement(key), self.briefing.dataset))
        return Reference(self.numbers[key], _statement_target(key), said)

    def _rows_of(self, ids: Iterable[str]) -> tuple[Reference, ...]:
        """Return ways to many statements: one to the first of each row of numbers without a gap; those of issues left out are not here."""
        found: list[Reference] = []
        for key in sorted((one for one in ids if one in self.numbers), key=self.numbers.__getitem__):
            number = self.numbers[key]
            self.cited.add(key)
            if found and number == (found[-1].last or found[-1].number) + 1:
                found[-1] = replace(found[-1], last=number)
            else:
                found.append(self._reference(key))
        return tuple(found)

    def _evidence(self, one: BriefedIssue) -> Iterator[Whose]:
        """Yield every party that has spoken on the issue with its statements."""
        whole = self.whole[one.issue.id]
        names = {position.party.id: position.party.name for position in whole.row.positions}
        for party_id, said in groupby(whole.statements, key=lambda each: each.party):
            yield Whose(names[party_id], self.colours[party_id], tuple(self._entries(whole, {each.id for each in said})))

    def _entries(self, whole: BriefedIssue, ids: Container[str]) -> Iterator[Entry]:
        """Yield the statements of an issue that have one of these ids."""
        positions = {position.party.id: position for position in whole.row.positions}
        for each in whole.statements:
            if each.id in ids:
                yield self._entry(each, why_not_counted(each, positions[each.party], self.briefing.dataset))

    def _entry(self, one: Statement, why_not: str) -> Entry:
        dataset = self.briefing.dataset
        return Entry(
            one.id,
            self.numbers[one.id],
            _statement_target(one.id),
            say(begun(kind_asked_of(one, dataset))),
            say(place_of(one, dataset)) if one.place.is_placed else "",
            say(bare_words_of(one, dataset)),
            say(words.under_condition(one.condition)) if one.condition else "",
            say(begun(citation(one, dataset))),
            one.locator.anchor or "",
            _document_target(one.source) if one.source else "",
            say(words.not_counted(why_not)) if why_not else "",
            say(words.note(one.note)) if one.note else "",
        )


def _document(one: Source) -> Document:
    origin = "; ".join(filter(None, (authors_words(one), say(published_told(one)), one.genre, say(how_dated(one)), *map(say, found_at(one)))))
    return Document(_document_target(one.id), one.title, origin, one.abstract or "")


def _issue_target(one: BriefedIssue) -> str:
    return f"issue-{one.issue.id}"


def _statement_target(key: str) -> str:
    return f"statement-{key}"


def _document_target(key: str) -> str:
    return f"document-{key}"
