"""The briefing as a deck for PowerPoint: title, overview, and for every issue the drawn gap and the positions side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from parley.analysis.positions import Position
from parley.exports.live_links import live_link
from parley.exports.shapes import draw
from parley.exports.slide_master import (
    FOOT_INDEX,
    FOOT_SIZE,
    FOOT_WIDE,
    FRONT_TITLE,
    FRONT_WIDE,
    INNER,
    ISSUE_LAYOUT,
    LINE_INDEX,
    LIST_INDEX,
    MADE,
    MARGIN,
    NUMBER_INDEX,
    TITLE_HIGH,
    TITLE_LAYOUT,
    TITLE_SIZE,
    WIDTH,
    empty_deck,
    frame_of,
    packed,
    slide_number,
)  # fmt: skip
from parley.exports.slide_sheets import Sheets
from parley.exports.slide_tables import CONTINUED, Table, add_table
from parley.exports.slide_text import ACCENT, MUTED, Paragraph, Words, cut_to, height_of, plainly, poured, set_paragraphs
from parley.exports.slide_words import (
    SMALLEST,
    blocks_of,
    evidence,
    layers_told,
    meaning,
    overview_table,
    positions_table,
    sentences,
    shares_of,
    silent,
    sized,
)  # fmt: skip
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import GapSheet
from parley.figures.lettering import longest
from parley.figures.palette import party_colours
from parley.figures.picture import Picture
from parley.figures.sheet import BASE, GAP, KEY, LIMITS, party_layer
from parley.figures.source_note import source_note
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.position import no_evidence
from parley.words import said_all, say

OVERVIEW, SIDE_BY_SIDE, LIVE, MARK = "Overview", "side by side", "Live view", "Handling mark"
GUTTER, LINK_WIDE = 24.0, 84.0
_TITLES, _FRONT_TITLES = (TITLE_SIZE, 24.0, 20.0, 16.0), (36.0, 30.0, 24.0, 20.0)
LONGEST_PROPERTY = 255
LEGIBLE, LEAST_LEGIBLE = 0.64, 0.56  # points for a pixel of a drawing: its smallest letters are then 8 and 7 points high


def slides(briefing: Briefing, link: str = "") -> bytes:
    """Return the briefing as a PowerPoint file of native text, tables and shapes; the same briefing gives the same bytes.

    `link` is the address of the live dashboard, to which every issue's slides lead; empty for none.
    """
    deck = _Deck(briefing, link)
    deck.front()
    deck.overview()
    for issue in briefing.issues:
        deck.drawn(issue)
        deck.side_by_side(issue)
    return deck.written()


class _Deck:
    """The deck while it is made, slide after slide."""

    def __init__(self, briefing: Briefing, link: str) -> None:
        self.briefing, self.link = briefing, link
        self.colours = party_colours(briefing.dataset.negotiation)
        self.mark = [cut_to(plainly(briefing.handling, 12, is_bold=True, colour=ACCENT, after=0), INNER, 2)] if briefing.handling else []
        last = said_all(briefing.foot_warnings)
        first = [one for one in said_all(briefing.foot) if one not in last]
        self.foot = [cut_to(plainly(" · ".join(one), FOOT_SIZE, colour=MUTED, after=0), FOOT_WIDE, 3) for one in (first, last)]
        self.frame = frame_of(height_of(self.mark, INNER), height_of(self.foot, FOOT_WIDE))
        self.deck = empty_deck(self.frame)

    def written(self) -> bytes:
        """Return the finished deck."""
        about, negotiation = self.deck.core_properties, self.briefing.dataset.negotiation
        about.title, about.subject, about.language = _property(self.briefing.agenda.title), _property(negotiation.title), "en-GB"
        about.author = about.last_modified_by = "Parley"
        about.created = about.modified = MADE
        about.revision, about.comments = 1, _property(" · ".join(said_all(self.briefing.foot)))
        return packed(self.deck)

    def front(self) -> None:
        """Add the title slide: what it is, for whom, as of when, how it may be passed on, and the issues if they fit."""
        agenda, negotiation = self.briefing.agenda, self.briefing.dataset.negotiation
        slide, in_full = self._slide(TITLE_LAYOUT, agenda.title)
        told = [] if negotiation.title == agenda.title else [plainly(negotiation.title, 18)]
        if agenda.audience:
            told.append(Paragraph((Words("For: ", colour=MUTED), Words(agenda.audience)), 16))
        told.append(plainly(say(self.briefing.dated), 16, is_bold=True))
        told += self._cut_note()
        told.append(plainly(say(self.briefing.summary), 13, colour=MUTED))
        in_full += [one.text for one in _set_fitting(slide.placeholders[1], [replace(one, after=8) for one in told])]
        numbered = [plainly(f"{one.number}. {one.issue.name}", 16, after=5) for one in self.briefing.issues]
        if _set_fitting(_placeholder(slide, LIST_INDEX), numbered):
            _set_fitting(_placeholder(slide, LIST_INDEX), [plainly(f"{len(self.briefing.issues)} issues: see the overview.", 16)])
        if self.briefing.handling:
            self._prominent_mark(slide)
        self._note(slide, [*in_full, *said_all(self.briefing.foot)])

    def _prominent_mark(self, slide: Any) -> None:
        whole = plainly(self.briefing.handling, 16, is_bold=True, colour=ACCENT, after=0)
        mark = cut_to(whole, FRONT_WIDE - 20, 3)
        box = _text_box(slide, MARK, (MARGIN, 30, FRONT_WIDE, mark.height(FRONT_WIDE - 20) + 12), [mark])
        box.line.width, box.line.color.theme_color = Pt(1.5), ACCENT
        box.text_frame.margin_left = box.text_frame.margin_right = Pt(10)
        box.text_frame.margin_top = box.text_frame.margin_bottom = Pt(5)
        box.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE

    def overview(self) -> None:
        """Add the matrix of issues and parties, on as many slides as it needs."""
        summary = [plainly(say(self.briefing.summary), 14, colour=MUTED), *self._cut_note()]
        blocks = blocks_of(len(self.briefing.parties))
        tables = [one for columns in blocks for one in overview_table(self.briefing, columns, INNER).pages(self._room(summary))]
        for number, table in enumerate(tables, 1):
            slide, in_full = self._slide(ISSUE_LAYOUT, OVERVIEW if len(tables) == 1 else f"{OVERVIEW} ({number} of {len(tables)})")
            add_table(slide.shapes, table, MARGIN, self._line(slide, summary), OVERVIEW, say(self.briefing.summary))
            self._note(slide, [*in_full, say(self.briefing.summary)])

    def drawn(self, issue: BriefedIssue) -> None:
        """Add the slide with the drawn gap of an issue, or with what is known of the parties where none took a position.

        Where the rows of all parties would be too small to read, the pair compared comes first, and the others on further slides.
        """
        question = self._question(issue)
        if not any(one.is_evidenced for one in issue.row.positions):
            slide = self._issue_slide(issue, "")
            top = self._line(slide, [question, meaning(issue, INNER, 4), *self._cut_note()])
            self._pour(slide, issue, top + 24, [[plainly(say(no_evidence()), 28, is_bold=True, after=10), *silent(issue)]], 0)
            return
        for parts in shares_of(issue.row):
            sheets = [self._sheets(issue, part, number) for number, part in enumerate(parts)]
            first = [[question, meaning(issue, INNER, most)] for most in (4, 2)]
            line = next((one for one in first if sheets[0].largest(self._room(one))[0] >= LEGIBLE), first[-1])
            found = [(told, *each.largest(self._room(told))) for each, told in zip(sheets, [line, *[[question]] * len(sheets)], strict=False)]
            if min(scale for _, scale, _ in found) >= LEAST_LEGIBLE:
                break
        for number, (told, scale, sheet) in enumerate(found):
            slide, picture = self._issue_slide(issue, _continued(number)), sheet.picture(say(issue.status))
            draw(slide.shapes, picture, MARGIN, self._line(slide, told), scale, self._named(issue, picture))

    def _sheets(self, issue: BriefedIssue, positions: Sequence[Position], number: int) -> Sheets:
        """Return the drawing of some positions on sheets of several widths.

        What lies between the pair compared is drawn with the first of several. Speakers who differ are left to the notes: their letters
        need a list that nobody can read on a wall.
        """
        gap = issue.row.gap if number == 0 else None
        drawing = gap_drawing(gap, positions, self.briefing.dataset.statement_by_id)
        note, cut = source_note(say(self.briefing.dated), drawing, self.briefing.dataset.statement_by_id), say(self.briefing.cut_note)
        return Sheets(lambda wide: GapSheet(drawing, self.colours, note, cut, wide))

    def _named(self, issue: BriefedIssue, picture: Picture) -> dict[str, tuple[str, str]]:
        """Return by layer what its group is called, and what it shows in words."""
        told = layers_told(issue)
        key = ("Legend", "What the marks mean, and which statements they rest on.")
        named = {BASE: ("Scale", picture.alt), KEY: key, LIMITS: ("Stated limits", told.get(LIMITS, "")), GAP: ("Gap", told.get(GAP, ""))}
        parties = {party_layer(one.id): f"{one.short}: demand and offer" for one in self.briefing.parties}
        return named | {key: (name, told.get(key, "")) for key, name in parties.items()}

    def side_by_side(self, issue: BriefedIssue) -> None:
        """Add the table of positions and the sentences beneath it; on slides of their own where they do not fit together."""
        line, blocks, told = [self._question(issue), *self._cut_note()], blocks_of(len(self.briefing.parties)), sentences(issue)
        room, top = self._room(line), self._top_of(line)
        for size, small in ((15, 15), (14, 14), (14, 13), (13, 12), (12, 12), (12, SMALLEST), (SMALLEST, SMALLEST)):
            table, columns = positions_table(self.briefing, issue, blocks[0], size, INNER), [sized(one, small) for one in told]
            if len(blocks) == 1 and table.height + 16 + _highest(columns) <= room:
                slide = self._table_slide(issue, table, line, 0)
                # One party alone, without an earlier date, has nothing beneath its positions.
                if columns:
                    self._pour(slide, issue, top + table.height + 16, columns, 1)
                return
        number = 0
        for block in blocks:
            made = [positions_table(self.briefing, issue, block, size, INNER) for size in (15, 14, 13, 12, SMALLEST)]
            fitting = next((one for one in made if one.height <= room), made[-1])
            for table in fitting.pages(room):
                self._table_slide(issue, table, line, number)
                number += 1
        sizes = [[sized(one, size) for one in told] for size in (16, 15, 14, 13, 12)]
        self._continue(issue, next((one for one in sizes if _highest(one) <= room - 4), sizes[-1]), number)

    def _table_slide(self, issue: BriefedIssue, table: Table, line: Sequence[Paragraph], number: int) -> Any:
        slide = self._issue_slide(issue, f": {SIDE_BY_SIDE}{_continued(number)}")
        words = "; ".join(f"{row[0][0].text}: {', '.join(one.text for cell in row[1:] for one in cell)}" for row in table.rows)
        add_table(slide.shapes, table, MARGIN, self._line(slide, line), "Positions side by side", words)
        return slide

    def _pour(self, slide: Any, issue: BriefedIssue, top: float, columns: Sequence[Sequence[Paragraph]], number: int) -> None:
        """Set columns of paragraphs beside each other from a height on; what finds no room goes on on further slides."""
        wide = _width_of_each(columns)
        left = []
        for at, column in enumerate(columns):
            found, rest = poured(column, wide, self.frame.foot - 10 - top)
            left.append(rest)
            if found:
                place = (MARGIN + at * (wide + GUTTER), top, wide, height_of(found, wide))
                _text_box(slide, found[0].text, place, found)
        if any(left):
            self._continue(issue, left, number)

    def _continue(self, issue: BriefedIssue, columns: Sequence[Sequence[Paragraph]], number: int) -> None:
        """Add a slide for what found no room before; the first with number 1, or 0 where nothing is side by side."""
        if not any(columns):
            return
        slide = self._issue_slide(issue, f": {SIDE_BY_SIDE}{_continued(number)}" if number else CONTINUED)
        top = self._line(slide, [self._question(issue), *self._cut_note()])
        self._pour(slide, issue, top + 4, columns, number + 1)

    def _question(self, issue: BriefedIssue) -> Paragraph:
        return cut_to(plainly(issue.issue.question, 16, colour=MUTED), INNER, 2)

    def _cut_note(self) -> list[Paragraph]:
        return [plainly(say(self.briefing.cut_note), 13, is_bold=True)] if self.briefing.cut_note else []

    def _issue_slide(self, issue: BriefedIssue, more: str) -> Any:
        """Return a new slide of an issue, with its evidence in the notes and the way to the live view."""
        slide, in_full = self._slide(ISSUE_LAYOUT, f"{issue.number}. {issue.issue.name}", more)
        if self._question(issue).text.endswith("…"):
            in_full.append(f"Question in full: {issue.issue.question}")
        self._note(slide, [*in_full, *evidence(issue, self.briefing)])
        if self.link:
            words = Words(LIVE, colour=ACCENT, link=live_link(self.briefing, self.link, issue.issue))
            place = (WIDTH - MARGIN - LINK_WIDE, self.frame.title + 12, LINK_WIDE, 16.0)
            _text_box(slide, LIVE, place, [Paragraph((words,), 12, 0, "r")])
        return slide

    def _slide(self, layout: int, title: str, more: str = "") -> tuple[Any, list[str]]:
        """Return a new slide with title, handling mark, foot and number, and the title in full for its notes where it had to be cut.

        `more` stands after the title, and is never cut.
        """
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        is_front = layout == TITLE_LAYOUT
        wide, high, sizes = (FRONT_WIDE, FRONT_TITLE, _FRONT_TITLES) if is_front else (INNER - LINK_WIDE - 6, TITLE_HIGH, _TITLES)
        whole = [plainly(f"{title}{more}", size, is_bold=True, after=0) for size in sizes]
        fitting = next((one for one in whole if one.height(wide) <= high), None)
        set_paragraphs(slide.shapes.title.text_frame, [fitting or _cut_title(title, more, sizes[-1], (wide, high))])
        if self.mark and not is_front:
            _text_box(slide, MARK, (MARGIN, 14, INNER, height_of(self.mark, INNER)), self.mark)
        for number in (FOOT_INDEX, NUMBER_INDEX):
            slide.shapes.clone_placeholder(next(one for one in slide.slide_layout.placeholders if one.placeholder_format.idx == number))
        set_paragraphs(_placeholder(slide, FOOT_INDEX).text_frame, self.foot)
        slide_number(_placeholder(slide, NUMBER_INDEX), len(self.deck.slides))
        return slide, [] if fitting else [f"Title in full: {whole[0].text}"]

    def _line(self, slide: Any, paragraphs: Sequence[Paragraph]) -> float:
        """Set what stands beneath the title, and return where the next begins."""
        place = _placeholder(slide, LINE_INDEX)
        place.left, place.top, place.width, place.height = map(Pt, (MARGIN, self.frame.body, INNER, height_of(paragraphs, INNER)))
        set_paragraphs(place.text_frame, paragraphs)
        return self._top_of(paragraphs)

    def _top_of(self, paragraphs: Sequence[Paragraph]) -> float:
        return self.frame.body + height_of(paragraphs, INNER) + 6

    def _room(self, paragraphs: Sequence[Paragraph]) -> float:
        """Return the height that is left beneath these paragraphs."""
        return self.frame.foot - 10 - self._top_of(paragraphs)

    def _note(self, slide: Any, lines: Iterable[str]) -> None:
        set_paragraphs(slide.notes_slide.notes_text_frame, [plainly(one, 12) for one in lines])


def _cut_title(title: str, more: str, size: float, room: tuple[float, float]) -> Paragraph:
    """Return as much of a title as fits into so wide and high a room, with an ellipsis and what stands after it, which is never cut."""

    def cut(beginning: str) -> Paragraph:
        return plainly(f"{beginning.rstrip()}…{more}", size, is_bold=True, after=0)

    wide, high = room
    return cut(title[: longest(title, lambda beginning: cut(beginning).height(wide) <= high)])


def _property(text: str) -> str:
    """Return a text as a property of the file holds it, which has room for so many letters."""
    return text if len(text) <= LONGEST_PROPERTY else f"{text[: LONGEST_PROPERTY - 1]}…"


def _continued(number: int) -> str:
    return "" if number == 0 else CONTINUED if number == 1 else f" (continued, {number})"


def _highest(columns: Sequence[Sequence[Paragraph]]) -> float:
    """Return the height of the highest of some columns that stand beside each other."""
    return max((height_of(one, _width_of_each(columns)) for one in columns), default=0)


def _width_of_each(columns: Sequence[Sequence[Paragraph]]) -> float:
    return (INNER - GUTTER * (len(columns) - 1)) / len(columns)


def _placeholder(slide: Any, index: int) -> Any:
    return next(one for one in slide.placeholders if one.placeholder_format.idx == index)


def _text_box(slide: Any, name: str, place: tuple[float, float, float, float], paragraphs: Sequence[Paragraph]) -> Any:
    """Add a text box at so many points, with no margins of its own, and return it."""
    box = slide.shapes.add_textbox(*map(Pt, place))
    box.name, frame = name, box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_top = frame.margin_right = frame.margin_bottom = 0
    set_paragraphs(frame, paragraphs)
    return box


def _set_fitting(place: Any, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Set paragraphs into a placeholder, smaller where it takes that to fit, and return those that found no room."""
    wide, high = place.width / Pt(1), place.height / Pt(1)
    smaller = ([replace(one, size=max(float(SMALLEST), one.size - less)) for one in paragraphs] for less in (0, 2, 4, 5))
    made = list(smaller)
    found, rest = poured(next((one for one in made if height_of(one, wide) <= high), made[-1]), wide, high)
    set_paragraphs(place.text_frame, found)
    return rest
