"""The briefing as a deck for PowerPoint: title, overview, the drawn gap and the positions side by side of each issue, and at the end what is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from parley.analysis.positions import Position
from parley.exports.cited import Sources
from parley.exports.live_links import live_link
from parley.exports.shapes import draw
from parley.exports.shell import PLAIN, Shell
from parley.exports.slide_boxes import ISSUES, SUBTITLE, key_of, piece, set_fitting, text_box
from parley.exports.slide_deck import Deck, lead_to, notes_of
from parley.exports.slide_frame import LINK_HIGH, LINK_WIDE
from parley.exports.slide_front import add_drawn, drawn_in
from parley.exports.slide_look import Look, look_of
from parley.exports.slide_master import ISSUE_LAYOUT, TITLE_LAYOUT
from parley.exports.slide_sheets import Sheets
from parley.exports.slide_tables import Table, add_table
from parley.exports.slide_text import (
    ACCENT,
    MUTED,
    SMALLEST,
    Paragraph,
    Words,
    cut_to,
    element_of,
    height_of,
    letters_as_wide,
    plainly,
    poured,
    sized,
)  # fmt: skip
from parley.exports.slide_ways import Ways
from parley.exports.slide_words import (
    blocks_of,
    evidence,
    layers_told,
    meaning,
    overview_table,
    positions_table,
    sentences,
    shares_of,
    silent,
)  # fmt: skip
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import GapSheet
from parley.figures.picture import Picture
from parley.figures.sheet import BASE, GAP, KEY, LIMITS, party_layer
from parley.figures.source_note import source_note
from parley.telling import closing, documents, headings
from parley.telling.briefing import BriefedIssue, Briefing, readable
from parley.telling.front import Front, front
from parley.telling.glance import NOBODY_SPOKE
from parley.telling.issue import BlockKind
from parley.telling.parties import short
from parley.telling.position import no_evidence
from parley.telling.said import Said, together
from parley.telling.titles import title_answer
from parley.words import said_all, say

Add = Callable[[], object]  # adds one slide
GUTTER = 24.0
LEGIBLE, LEAST_LEGIBLE = 0.64, 0.56  # points for a pixel of a drawing: its smallest letters are then 8 and 7 points high


def slides(briefing: Briefing, link: str = "", shell: Shell = PLAIN) -> bytes:
    """Return the briefing as a PowerPoint file of native text, tables and shapes; the same briefing gives the same bytes.

    `link` is the address of the live dashboard: every issue's slides lead to it, and what rests on statements to the newest of them; empty for none.
    """
    look = look_of(shell, shell.template("pptx"))
    with letters_as_wide(look.letters):
        deck = _Slides(readable(briefing), link, shell, look)
        for add in _planned(deck, briefing):
            add()
        deck.link_contents()
        return deck.written()


def slide_count(briefing: Briefing, link: str = "", shell: Shell = PLAIN) -> int:
    """Return how many slides the briefing makes: all is laid out, and nothing is made."""
    look = look_of(shell, shell.template("pptx"))
    with letters_as_wide(look.letters):
        return sum(1 for _ in _planned(_Slides(readable(briefing), link, shell, look), briefing))


def _planned(deck: _Slides, whole: Briefing) -> Iterator[Add]:
    """Yield what adds each slide, one after another; the `whole` briefing is that of which the deck shows what can be read."""
    holds, issues = deck.briefing.sections.__contains__, deck.briefing.compared.issues
    if holds("title"):
        yield deck.front
    if holds("summary"):
        yield lambda: deck.in_short(front(whole))
    if holds("overview") and issues:
        yield from deck.overview()
    for issue in issues:
        if holds("drawings"):
            yield from deck.drawn(issue)
        if holds("positions") or holds("movement"):
            yield from deck.side_by_side(issue)
    if deck.briefing.silent and (holds("overview") or holds("positions")):
        yield from deck.nothing_to_compare()
    if holds("next"):
        yield from deck.closing()
    if holds("sources"):
        yield from deck.documents()


class _Slides(Deck):
    """The slides of a briefing: the first, the overview, those of every issue, and the last."""

    def __init__(self, briefing: Briefing, link: str, shell: Shell, look: Look) -> None:
        super().__init__(briefing, link, shell, look)
        self.evidence: dict[int, Sequence[Any]] = {}  # of each issue, as the notes of all its slides tell it
        self.sources, self.ways = Sources(briefing), Ways(briefing, link)
        self.contents: list[tuple[Any, Sequence[int]]] = []  # frames that list issues, and the numbers of these
        self.begins: dict[int, Any] = {}  # the first slide of each issue

    def front(self) -> None:
        """Add the title slide: what it is, for whom, as of when, how it may be passed on, and the issues if they fit."""
        agenda, negotiation = self.briefing.agenda, self.briefing.dataset.negotiation
        slide, in_full = self.add_slide(TITLE_LAYOUT, agenda.title, key="front")
        told = [] if negotiation.title == agenda.title else [plainly(negotiation.title, 18)]
        if agenda.audience:
            told.append(Paragraph((Words(f"{say(documents.FOR)}: ", colour=MUTED), Words(agenda.audience)), 16))
        told.append(plainly(say(self.briefing.dated), 16, is_bold=True))
        told += self.cut_note()
        told.append(plainly(say(self.briefing.summary), 13, colour=MUTED))
        issues, listed = self.briefing.issues, piece(slide, ISSUES)
        if listed and set_fitting(listed, [plainly(say(one.heading), 16, after=5) for one in issues]):
            set_fitting(listed, [plainly(say(documents.see_overview(len(issues))), 16)])
        elif listed:
            self.contents.append((listed.text_frame, [one.number for one in issues]))
        if self.briefing.handling and listed:
            self.prominent_mark(slide)
        elif self.briefing.handling:
            # A template has no room of its own for the mark.
            told.insert(0, plainly(self.briefing.handling, 16, is_bold=True, colour=ACCENT))
        in_full += [one.text for one in set_fitting(piece(slide, SUBTITLE), [replace(one, after=8) for one in told])]
        self.note(slide, [*in_full, *said_all(self.briefing.foot)])

    def in_short(self, first: Front) -> None:
        """Add the slide that is read first: its lines, and the issues drawn beneath them; in its notes the statements behind both."""
        title = say(documents.IN_SHORT) if "title" in self.briefing.sections else self.briefing.agenda.title
        slide, in_full = self.add_slide(ISSUE_LAYOUT, title, key="in-short")
        dated = plainly(say(self.briefing.dated), 13, is_bold=True, after=5)
        lines = [dated, *self.cut_note(), *(Paragraph((Words(say(one)), *self.ways.behind(one.ids)), 13, 5) for one in first.told)]
        top = self.set_line(slide, lines)
        add_drawn(
            slide, drawn_in(self.briefing, first.drawn, self.frame.inner, self.room(lines), self.colours, self.ways), self.frame.left, top, self.ways
        )
        ids = dict.fromkeys(key for one in first.told for key in one.ids)
        drawn = dict.fromkeys(key for one in first.drawn for position in one.row.positions for key in position.ids)
        self.note(slide, [*in_full, say(self.briefing.dated), *said_all(first.told), *self._cited({**ids, **drawn})])

    def nothing_to_compare(self) -> Iterator[Add]:
        """Yield the list of the issues on which there is nothing to compare, a line for each, on as many slides as it needs."""
        rest = [plainly(say(documents.NOTHING_TO_COMPARE_MEANS), 13, colour=MUTED, after=10), *map(self._held, self.briefing.silent)]

        def held() -> list[str]:
            return [line for one in self.briefing.silent for line in (say(one.heading), *evidence(one, self.sources))]

        for add in self._listed(documents.NOTHING_TO_COMPARE, rest, held, "nothing-to-compare"):
            yield partial(self._begin_all, add)

    def _begin_all(self, add: Add) -> None:
        slide = add()
        for one in self.briefing.silent:
            self.begins.setdefault(one.number, slide)

    def _held(self, issue: BriefedIssue) -> Paragraph:
        """Return the line of an issue on which there is nothing to compare."""
        told: list[Words] = []
        for whose, line in issue.held_in_short:
            told += [Words(f"{'; ' if told else ''}{say(whose)}: ", colour=MUTED), Words(say(line.told)), *self.ways.behind(line.ids)]
        names = (Words(f"{say(issue.heading)}. ", is_bold=True), Words(f"{say(issue.status_in_list)}. "))
        return Paragraph((*names, *(told or [Words(say(NOBODY_SPOKE), colour=MUTED)])), 14, 7)

    def documents(self) -> Iterator[Add]:
        """Yield the full records of the documents, under the numbers by which the notes name them."""
        records = [Paragraph((Words(f"[{one.number}] {one.words}", link=one.address),), 13, 6) for one in self.sources.records()]
        return self._listed(documents.DOCUMENTS_USED, records or [plainly(say(headings.NONE), 13)], tuple, "documents")

    def _listed(self, heading: Said, paragraphs: Sequence[Paragraph], notes: Callable[[], Sequence[str]], key: str) -> Iterator[Add]:
        """Yield a list, in smaller letters where it takes that to fit on one slide, else on as many as it needs."""
        room = self.room(self.cut_note())
        smaller = (tuple(replace(one, size=one.size - less, after=one.after - less) for one in paragraphs) for less in (0, 1, 2, 3))
        rest, number = list(next((one for one in smaller if height_of(one, self.frame.inner) <= room), paragraphs)), 0
        while rest:
            found, rest = poured(rest, self.frame.inner, room)
            yield partial(self._add_listed, say(heading), found, notes, key, number)
            number += 1

    def _add_listed(self, heading: str, found: Sequence[Paragraph], notes: Callable[[], Sequence[str]], key: str, number: int) -> Any:
        slide, in_full = self.add_slide(ISSUE_LAYOUT, heading, _continued(number), f"{key}-{number}")
        top = self.set_line(slide, self.cut_note())
        text_box(slide, heading, (self.frame.left, top, self.frame.inner, height_of(found, self.frame.inner)), found)
        self.note(slide, [*in_full, *notes()])
        return slide

    def _cited(self, ids: Iterable[str]) -> list[str]:
        return [f"{one.id}: {one.says} - {one.citation}" for one in self.sources.evidence(ids)]

    def link_contents(self) -> None:
        """Let each issue of the first slide's list lead to its own first slide."""
        for frame, numbers in self.contents:
            for paragraph, number in zip(frame.paragraphs, numbers, strict=False):
                if number in self.begins:
                    lead_to(paragraph, self.begins[number])

    def overview(self) -> Iterator[Add]:
        """Yield the matrix of issues and parties, on as many slides as it needs."""
        summary = [plainly(say(self.briefing.summary), 14, colour=MUTED), *self.cut_note()]
        blocks = blocks_of(len(self.briefing.parties))
        whole = self.briefing.compared
        tables = [
            one for columns in blocks for one in overview_table(whole, columns, self.frame.inner, self.colours, self.ways).pages(self.room(summary))
        ]
        for number, table in enumerate(tables, 1):
            yield partial(self._add_overview, table, summary, number, len(tables))

    def _add_overview(self, table: Table, summary: Sequence[Paragraph], number: int, count: int) -> None:
        name, part = say(documents.OVERVIEW), say(documents.part_of(number, count))
        slide, in_full = self.add_slide(ISSUE_LAYOUT, f"{name} {part}" if part else name, key=f"overview-{number}")
        add_table(slide.shapes, table, self.frame.left, self.set_line(slide, summary), name, say(self.briefing.summary))
        self.note(slide, [*in_full, say(self.briefing.summary)])

    def drawn(self, issue: BriefedIssue) -> Iterator[Add]:
        """Yield the slide with the drawn gap of an issue, or with what is known of the parties where none took a position.

        Where the rows of all parties would be too small to read, the pair compared comes first, and the others on further slides.
        """
        question = self._question(issue)
        if not any(one.is_evidenced for one in issue.row.positions):
            line = [question, meaning(issue, self.frame.inner, 4, self.ways), *self.cut_note()]
            known = [[plainly(say(no_evidence()), 28, is_bold=True, after=10), *silent(issue, self.ways)]]
            yield from self._poured(lambda: self._lined_slide(issue, line, 0), issue, self.top_of(line) + 24, known, 0)
            return
        for parts in shares_of(issue.row):
            sheets = [self._sheets(issue, part, number) for number, part in enumerate(parts)]
            first = [[question, meaning(issue, self.frame.inner, most, self.ways)] for most in (4, 2)]
            line = next((one for one in first if sheets[0].largest(self.room(one))[0] >= LEGIBLE), first[-1])
            found = [(told, *each.largest(self.room(told))) for each, told in zip(sheets, [line, *[[question]] * len(sheets)], strict=False)]
            if min(scale for _, scale, _ in found) >= LEAST_LEGIBLE:
                break
        for number, (told, scale, sheet) in enumerate(found):
            yield partial(self._add_drawn, issue, sheet, told, scale, number)

    def _add_drawn(self, issue: BriefedIssue, sheet: GapSheet, told: Sequence[Paragraph], scale: float, number: int) -> None:
        slide, picture = self._issue_slide(issue, number), sheet.picture(say(issue.status))
        draw(slide.shapes, picture, self.frame.left, self.set_line(slide, told), scale, self._named(issue, picture), self.ways)

    def _sheets(self, issue: BriefedIssue, positions: Sequence[Position], number: int) -> Sheets:
        """Return the drawing of some positions on sheets of several widths.

        What lies between the pair compared is drawn with the first of several. Speakers who differ are left to the notes: their letters
        need a list that nobody can read on a wall.
        """
        gap = issue.row.gap if number == 0 else None
        drawing = gap_drawing(gap, positions, self.briefing.dataset.statement)
        note, cut = source_note(say(self.briefing.dated), drawing.ids, self.briefing.dataset.statement), say(self.briefing.cut_note)
        return Sheets(lambda wide: GapSheet(drawing, self.colours, note, cut, wide), self.frame.inner)

    def _named(self, issue: BriefedIssue, picture: Picture) -> dict[str, tuple[str, str]]:
        """Return by layer what its group is called, and what it shows in words."""
        told = layers_told(issue)
        names = {BASE: documents.SCALE, KEY: documents.LEGEND, LIMITS: headings.LIMITS, GAP: headings.GAP}
        in_words = {**told, BASE: picture.alt, KEY: say(documents.LEGEND_IN_WORDS)}
        named = {key: (say(name), in_words.get(key, "")) for key, name in names.items()}
        parties = {party_layer(one.id): say(documents.demand_and_offer(short(one))) for one in self.briefing.parties}
        return named | {key: (name, told.get(key, "")) for key, name in parties.items()}

    def side_by_side(self, issue: BriefedIssue) -> Iterator[Add]:
        """Yield the table of positions and the sentences beneath it; on slides of their own where they do not fit together."""
        holds = self.briefing.sections.__contains__
        kinds: tuple[BlockKind, ...] = ("gap", "others", "change") if holds("positions") else ()
        line, told = [self._question(issue), *self.cut_note()], sentences(issue, (*kinds, "moved") if holds("movement") else kinds, self.ways)
        blocks = blocks_of(len(self.briefing.parties)) if holds("positions") else []
        tables = [positions_table(self.briefing, issue, block, self.frame.inner, self.colours, self.ways) for block in blocks]
        room, top = self.room(line), self.top_of(line)
        for size, small in ((15, 15), (14, 14), (14, 13), (13, 12), (12, 12), (12, SMALLEST), (SMALLEST, SMALLEST)) if len(tables) == 1 else ():
            table, columns = tables[0].sized(size), [sized(one, small) for one in told]
            if table.height + 16 + self._highest(columns) <= room:
                # One party alone, without an earlier date, has nothing beneath its positions.
                yield from self._poured(partial(self._table_slide, issue, table, line, 0), issue, top + table.height + 16, columns, 1)
                return
        number = 0
        for whole in tables:
            made = (whole.sized(size) for size in (15, 14, 13, 12))
            fitting = next((one for one in made if one.height <= room), whole.sized(SMALLEST))
            for table in fitting.pages(room):
                yield partial(self._table_slide, issue, table, line, number)
                number += 1
        sizes = [[sized(one, size) for one in told] for size in (16, 15, 14, 13, 12)]
        yield from self._onward(issue, next((one for one in sizes if self._highest(one) <= room - 4), sizes[-1]), number)

    def _table_slide(self, issue: BriefedIssue, table: Table, line: Sequence[Paragraph], number: int) -> Any:
        slide = self._issue_slide(issue, number, is_beside=True)
        words = "; ".join(f"{row[0][0].text}: {', '.join(one.text for cell in row[1:] for one in cell)}" for row in table.rows)
        add_table(slide.shapes, table, self.frame.left, self.set_line(slide, line), say(documents.SIDE_BY_SIDE), words)
        return slide

    def _poured(self, begin: Add, issue: BriefedIssue, top: float, columns: Sequence[Sequence[Paragraph]], number: int) -> Iterator[Add]:
        """Yield the slide that `begin` adds, with columns beside each other from a height on, and further slides for what finds no room."""
        wide = self._width_of_each(columns) if columns else 0
        parts = [poured(column, wide, self.frame.foot - 10 - top) for column in columns]
        yield partial(self._pour, begin, top, wide, [found for found, _ in parts])
        yield from self._onward(issue, [rest for _, rest in parts], number)

    def _pour(self, begin: Add, top: float, wide: float, columns: Sequence[Sequence[Paragraph]]) -> None:
        slide = begin()
        for at, found in enumerate(columns):
            if found:
                place = (self.frame.left + at * (wide + GUTTER), top, wide, height_of(found, wide))
                text_box(slide, found[0].text, place, found)

    def _onward(self, issue: BriefedIssue, columns: Sequence[Sequence[Paragraph]], number: int) -> Iterator[Add]:
        """Yield slides for what found no room before; the first with number 1, or 0 where nothing is side by side."""
        if any(columns):
            line = [self._question(issue), *self.cut_note()]
            # Where nothing is side by side, that of the parties goes on.
            begin = partial(self._lined_slide, issue, line, number or 1, is_beside=number > 0)
            yield from self._poured(begin, issue, self.top_of(line) + 4, columns, number + 1)

    def _lined_slide(self, issue: BriefedIssue, line: Sequence[Paragraph], number: int, *, is_beside: bool = False) -> Any:
        slide = self._issue_slide(issue, number, is_beside=is_beside)
        self.set_line(slide, line)
        return slide

    def closing(self) -> Iterator[Add]:
        """Yield the last slide, or several: what is open on each issue, and what comes next."""
        asked = [
            Paragraph((Words(f"{say(one.heading)}: ", is_bold=True), Words(say(told)), *self.ways.behind(told.ids)), 16, 8)
            for one, told in closing.open_questions(self.briefing)
        ]
        ahead = [plainly(say(one), 16, after=8) for one in closing.comes_next(self.briefing)]
        heading = plainly(say(closing.COMES_NEXT), 16, is_bold=True, colour=ACCENT, after=6)
        rest = [*(asked or [plainly(say(closing.NOTHING_OPEN), 16, after=8)]), heading, *(ahead or [plainly(say(closing.NOTHING_AHEAD), 16)])]
        return self._listed(closing.OPEN_AND_NEXT, rest, tuple, "closing")

    def _highest(self, columns: Sequence[Sequence[Paragraph]]) -> float:
        """Return the height of the highest of some columns that stand beside each other."""
        return max((height_of(one, self._width_of_each(columns)) for one in columns), default=0)

    def _width_of_each(self, columns: Sequence[Sequence[Paragraph]]) -> float:
        return (self.frame.inner - GUTTER * (len(columns) - 1)) / len(columns)

    def _question(self, issue: BriefedIssue) -> Paragraph:
        return cut_to(plainly(issue.issue.question, 16, colour=MUTED), self.frame.inner, 2)

    def _issue_slide(self, issue: BriefedIssue, number: int, *, is_beside: bool = False) -> Any:
        """Return a new slide of an issue, whose title says what that comes to, with its evidence in the notes and the way to the live view."""
        beside = [documents.BESIDE] if is_beside else []
        told = [*filter(None, [title_answer(issue.row)]), *beside]
        answered = f": {say(together(*told, how='comma'))}" if told else ""
        # By what it comes to it would not be known again once that has changed.
        key = key_of(issue.issue.id, *map(say, beside), _continued(number))
        slide, in_full = self.add_slide(ISSUE_LAYOUT, say(issue.heading), f"{answered}{_continued(number)}", key)
        self.begins.setdefault(issue.number, slide)
        if self._question(issue).text.endswith("…"):
            in_full.append(say(documents.in_full("question", issue.issue.question)))
        if issue.number not in self.evidence:
            self.evidence[issue.number] = [element_of(one) for one in notes_of(evidence(issue, self.sources))]
        self.note(slide, in_full, self.evidence[issue.number])
        if self.link:
            words = Words(say(documents.LIVE_VIEW), colour=ACCENT, link=live_link(self.briefing, self.link, issue.issue))
            place = (self.frame.right - LINK_WIDE, self.frame.link, LINK_WIDE, LINK_HIGH)
            text_box(slide, say(documents.LIVE_VIEW), place, [Paragraph((words,), 12, 0, "r")])
        return slide


def _continued(number: int) -> str:
    """Return what stands after the title of a slide that goes on; nothing on the first."""
    return f" {say(documents.continued(number))}" if number else ""
