"""A briefing as one HTML file that needs no network and, to be read, no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
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
from parley.exports.webpage_values import Block, Cell, Document, Entry, Number, Reference, Section, Told, Whose
from parley.figures.issue_pictures import gap_picture_of
from parley.figures.palette import party_colours
from parley.figures.spots import Citing, Spot, spots_of
from parley.figures.svg import Link, svg_of
from parley.model import Source, Statement
from parley.telling import documents, headings
from parley.telling import webpage as words
from parley.telling.briefing import BriefedIssue, Briefing, readable, standing_line
from parley.telling.evidence import citation, found_at, how_dated, published_told, words_of
from parley.telling.issue import Block as ToldBlock
from parley.telling.matrix import Cell as GridCell
from parley.telling.overview import Count, counts_told
from parley.telling.places import place_of
from parley.telling.position import PartLine
from parley.telling.said import begun
from parley.telling.statement import kind_asked_of
from parley.words import say
from parley.words.language import english

HERE = Path(__file__).parent
WIDE, NARROW = 1000, 640  # the widths of the two drawings of an issue: for a desk, and for a phone, where it is moved under the finger
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'  # needless inside a page, which names no address at all


def webpage(briefing: Briefing, link: str = "", shell: Shell = PLAIN) -> str:
    """Return the briefing as one HTML page; `link` is the address of the live comparison, where there is one.

    Raises `WrongArgumentError` for a link that is not a web address.
    """
    script = (HERE / "webpage.js").read_text(encoding="utf-8")
    made = _Page(briefing)
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
        sections=[made.section(one) for one in made.briefing.issues],
        parties=[Whose(one.name, made.colours[one.id]) for one in made.briefing.parties],
        documents=[_document(one) for one in cited_sources(briefing)],
        style=(HERE / "webpage.css").read_text(encoding="utf-8"),
        script=script,
        script_hash=f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}",
        handling_css=css_text(briefing.handling),
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
        self.rows = {row.issue.id: row for row in self.briefing.matrix.rows}
        self.citing = Citing(briefing.dataset.statement, self._numbered, most=None)

    def number(self, one: Count) -> Number:
        """Return a number of the line that sums up, with ways to the issues that it counts, or to the statements."""
        return Number(say(begun(one.told)), self._rows_of(one.ids))

    def section(self, one: BriefedIssue) -> Section:
        """Return what the page shows of an issue."""
        return Section(
            one.number,
            f"issue-{one.issue.id}",
            one.issue.name,
            one.issue.question,
            one.row.status.value,
            self._told(say(one.status), "", one.row.gap.ids if one.row.gap else ()),
            tuple(self._overview(one)),
            self._drawing(one, WIDE),
            self._drawing(one, NARROW),
            tuple(self._block(each) for each in one.blocks if each.kind in ("party", "silent")),
            tuple(self._block(each) for each in one.blocks if each.kind not in ("question", "party", "silent")),
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
        """Return the drawing of an issue, in which every mark leads to the newest of its statements and names them all."""
        picture = gap_picture_of(self.briefing, one, width)
        if picture is None:
            return ""
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
        said = say(citation(self.briefing.dataset.statement(key), self.briefing.dataset))
        return Reference(self.numbers[key], _statement_target(key), said)

    def _rows_of(self, ids: Iterable[str]) -> tuple[Reference, ...]:
        """Return ways to many statements: one to the first of each row of numbers without a gap."""
        found: list[Reference] = []
        for key in sorted(ids, key=self.numbers.__getitem__):
            number = self.numbers[key]
            if found and number == (found[-1].last or found[-1].number) + 1:
                found[-1] = replace(found[-1], last=number)
            else:
                found.append(self._reference(key))
        return tuple(found)

    def _evidence(self, one: BriefedIssue) -> Iterator[Whose]:
        """Yield every party that has spoken on the issue with its statements."""
        whole = self.whole[one.issue.id]
        positions = {position.party.id: position for position in whole.row.positions}
        for party_id, said in groupby(whole.statements, key=lambda each: each.party):
            position = positions[party_id]
            entries = tuple(self._entry(each, why_not_counted(each, position, self.briefing.dataset)) for each in said)
            yield Whose(position.party.name, self.colours[party_id], entries)

    def _entry(self, one: Statement, why_not: str) -> Entry:
        dataset = self.briefing.dataset
        return Entry(
            self.numbers[one.id],
            _statement_target(one.id),
            say(begun(kind_asked_of(one, dataset))),
            say(place_of(one, dataset)) if one.place.is_placed else "",
            say(words_of(one, dataset)),
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


def _statement_target(key: str) -> str:
    return f"statement-{key}"


def _document_target(key: str) -> str:
    return f"document-{key}"
