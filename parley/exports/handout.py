"""The briefing as a printed handout: a tagged PDF with the drawings, the positions beside each other, and the evidence as numbered notes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

import typst

from parley.analysis.positions import PARTS
from parley.directions import is_right_to_left, isolated, names_isolated
from parley.exports.cited import MOST_CITED, Evidence, Sources
from parley.exports.live_links import live_link, statement_link
from parley.exports.shell import PLAIN, PROGRAM, Shell
from parley.figures.issue_pictures import gap_picture_of, glance_picture_of
from parley.figures.lettering import CHINESE, family_of
from parley.figures.palette import LIGHT_INK, LIGHT_PAGE, party_colours
from parley.figures.picture import INK, PALER, Label, Layer, Picture
from parley.figures.svg import THICKER, svg_of
from parley.fonts import FAMILIES, font_folders
from parley.printable import printable
from parley.telling import documents, headings
from parley.telling.briefing import BriefedIssue, Briefing, readable
from parley.telling.drawings import not_drawn
from parley.telling.front import ON_PAGES, Front, front, open_beneath
from parley.telling.glance import NOBODY_SPOKE
from parley.telling.issue import BlockLine
from parley.telling.position import PartLine
from parley.telling.said import Verbatim, begun, together
from parley.telling.side_by_side import PartyCell, parts_told
from parley.telling.terms import part_of_position
from parley.words import said_all, say

TEMPLATE = Path(__file__).with_name("handout.typ")
PICTURE_WIDTH = 900  # pixels across the text of a page, so that the smallest letters of a drawing can still be read
GLANCE_WIDTH = 700  # pixels of a drawing on the first page
ABREAST = 4  # parties in one table; more stand in a second one beneath it

Values = dict[str, Any]


def handout(briefing: Briefing, shell: Shell = PLAIN, link: str = "") -> bytes:
    """Return the briefing as a PDF, tagged for screen readers (PDF/UA-1); the same briefing gives the same bytes.

    A form of one page has one, and one of four as many as issues are drawn: what finds no room is left out, which the page says. There each
    statement leads to the dashboard at `link`, if that is given.

    A letter that no font holds, such as an emoji, is printed as an empty box: a tagged PDF may not hold letters that nobody can see.
    The words of drawings are set by the page, which shapes every script; in an image, marks and signs of several parts would be refused.
    """
    data = printable(json.dumps(_Handout(readable(briefing), front(briefing), link).values() | _made(briefing, shell), ensure_ascii=False))
    printed = typst.compile(
        str(TEMPLATE),
        font_paths=[str(one) for one in font_folders()],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=["ua-1"],
        timestamp=round(shell.made.replace(tzinfo=UTC).timestamp()),
    )
    assert isinstance(printed, bytes)
    return printed


def _made(briefing: Briefing, shell: Shell) -> Values:
    """Return the paper, and what the properties of the file say beside its title."""
    about = {"author": shell.by, "subject": briefing.dataset.negotiation.title, "program": PROGRAM}
    return {"paper": {"a4": "a4", "letter": "us-letter"}[shell.paper or "a4"], **about}


class _Handout:
    """What the template sets, as values for JSON; statements are numbered in the order in which they are first cited."""

    def __init__(self, briefing: Briefing, first: Front, link: str) -> None:
        self.briefing, self.first, self.link = briefing, first, link
        self.colours = party_colours(briefing.dataset.negotiation)
        self.numbers: dict[str, int] = {}
        self.sources = Sources(briefing)
        self.is_bare = briefing.form in ON_PAGES

    def values(self) -> Values:
        """Return everything that is printed: the title block, the issues, the evidence cited in them, the documents."""
        briefing, negotiation = self.briefing, self.briefing.dataset.negotiation
        holds = briefing.sections.__contains__
        # In the order in which they are read, by which the notes are numbered.
        summary = self._front() if holds("summary") else None
        issues = [self._issue(one) for one in briefing.compared.issues] if holds("drawings") or holds("positions") or holds("movement") else []
        silent = [self._silent(one) for one in briefing.silent] if holds("overview") or issues else []
        return {
            "families": list(FAMILIES),
            "page": LIGHT_PAGE,
            "ink": LIGHT_INK,
            "title": _words(briefing.agenda.title),
            "negotiation": _words(negotiation.title) if negotiation.title != briefing.agenda.title else None,
            "audience": _words(briefing.agenda.audience) if briefing.agenda.audience else None,
            "dated": say(briefing.dated),
            "cut": say(briefing.cut_note),
            "handling": _words(briefing.handling) if briefing.handling else None,
            "foot": list(said_all(briefing.foot)),
            "summary": say(briefing.summary),
            "heads": _heads(),
            "meaning": say(headings.MEANING),
            "landing": say(headings.LANDING) if holds("positions") and not briefing.is_shareable else "",
            "none": say(headings.NONE),
            "moved": say(briefing.moved_heading),
            "front": summary,
            "contents": holds("overview"),
            "apart": briefing.sections == {"drawings"},
            "issues": issues,
            "silent": silent,
            "bare": self.is_bare,
            "left_out": say(documents.left_out_of(briefing.form)) if self.is_bare else "",
            "live": live_link(briefing, self.link) if self.is_bare else "",
            "evidence": [self._cited(number, one) for number, one in enumerate(self.sources.evidence(self.numbers), 1)],
            "documents": [{"words": _words(one.words), "address": one.address} for one in self.sources.records()] if holds("sources") else None,
        }

    def _cited(self, number: int, one: Evidence) -> Values:
        """Return a statement as a note tells it, under its number."""
        address = statement_link(self.briefing, self.link, one.id) if self.is_bare else ""
        return {"number": number, "says": _words(one.says), "citation": one.citation, "id": one.id, "address": address}

    def _front(self) -> Values:
        """Return what is read first: its lines, and the issues drawn beneath them with what is open on each."""
        told = self._lines(BlockLine(one, one.ids) for one in self.first.told)
        drawn = [
            {
                "number": one.number,
                "heading": _words(say(one.heading)),
                "picture": _set(glance_picture_of(self.briefing, one, GLANCE_WIDTH)),
                "open": self._lines(BlockLine(asked, asked.ids) for asked in filter(None, [open_beneath(one)])),
            }
            for one in self.first.drawn
        ]
        # By how many of them are drawn, the issues for which there was no room.
        undrawn = [[Verbatim(one.issue.name) for one in self.first.drawn[count:]] for count in range(len(drawn))]
        return {"told": told, "drawn": drawn, "undrawn": [say(documents.not_drawn_for_room(together(*names, how="semicolon"))) for names in undrawn]}

    def _silent(self, one: BriefedIssue) -> Values:
        """Return the line of an issue on which there is nothing to compare."""
        held = [{"party": _words(say(whose)), "words": _words(say(line.told)), "notes": self._notes(line.ids)} for whose, line in one.held_in_short]
        return {"heading": _words(say(one.heading)), "status": say(one.status_in_list), "held": held, "none": "" if held else say(NOBODY_SPOKE)}

    def _issue(self, one: BriefedIssue) -> Values:
        groups = [one.cells[at : at + ABREAST] for at in range(0, len(one.cells), ABREAST)]
        holds = self.briefing.sections.__contains__
        told = "positions" if holds("positions") else ""
        known = len(self.numbers)
        values: Values = {
            "number": one.number,
            "heading": _words(say(one.heading)),
            "name": _words(one.issue.name),
            "question": _words(one.issue.question),
            "status": say(one.status) if one.row.gap else "",
            "settled": say(one.settled),
            **(self._picture(one) if holds("drawings") else {"picture": None, "undrawn": ""}),
            "tables": [self._table(cells) for cells in groups] if told else [],
            "meaning": self._lines((*one.told("gap"), *one.told("others"))) if told or holds("drawings") else [],
            "rules": self._lines(line for line in one.told("voices") if not line.is_voice) if told else [],
            "change": self._lines(one.told("change")) if told else [],
            "moved": self._lines(one.told("moved")) if holds("movement") else [],
        }
        # The statements that are cited here and not before.
        fresh = list(self.numbers)[known:] if self.is_bare else []
        return values | {"cited": [self._cited(number, each) for number, each in enumerate(self.sources.evidence(fresh), known + 1)]}

    def _picture(self, one: BriefedIssue) -> Values:
        """Return the drawing as SVG, with its size and its words; where nothing is drawn, the sentence that says so."""
        picture = gap_picture_of(self.briefing, one, PICTURE_WIDTH)
        if picture is None:
            return {"picture": None, "undrawn": say(not_drawn())}
        return {"picture": _set(picture), "undrawn": ""}

    def _table(self, cells: Sequence[PartyCell]) -> Values:
        """Return some parties beside each other, a row for each part; a party without a position has one cell over all rows."""
        parts = parts_told(cells) if any(one.takes_position for one in cells) else PARTS[:1]
        rows = []
        for number, part in enumerate(parts):
            label = say(begun(part_of_position(part)))
            found = []
            for cell in cells:
                if cell.takes_position:
                    lines = (*cell.of(part), *(cell.also if number == len(parts) - 1 else ()))
                    found.append({"span": 1, "lines": [self._cell_line(line, label) for line in lines]})
                elif number == 0:
                    found.append({"span": len(parts), "lines": [self._cell_line(line, "") for line in cell.lines]})
            rows.append({"label": label if len(parts) > 1 else "", "cells": found})
        return {"parties": [{"name": _words(one.party.name), "colour": self.colours[one.party.id]} for one in cells], "rows": rows}

    def _cell_line(self, line: PartLine, said_already: str) -> Values:
        label = say(line.heading) if say(line.heading) != said_already else ""
        return {"label": label, "words": _words(say(line.told)), "aside": say(line.aside), "notes": self._notes(line.ids)}

    def _lines(self, lines: Iterable[BlockLine]) -> list[Values]:
        return [{"words": _words(say(one.told)), "notes": self._notes(one.ids) if len(one.ids) <= MOST_CITED else []} for one in lines]

    def _notes(self, ids: Iterable[str]) -> list[Values]:
        """Return the notes that cite these statements, as they stand after a line: one number, or the ends of three and more in a row."""
        runs: list[list[int]] = []
        for number in sorted(self.numbers.setdefault(one, len(self.numbers) + 1) for one in ids):
            if runs and number == runs[-1][-1] + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        short = (part for run in runs for part in ([run] if len(run) > 2 else [[one] for one in run]))
        return [{"to": run[0], "shown": str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}"} for run in short]


def _heads() -> Values:
    """Return the headings that are the same in every handout."""
    return {
        "position": say(headings.POSITION),
        "change": say(headings.CHANGE),
        "issues": say(documents.ISSUES),
        "in_short": say(documents.IN_SHORT),
        "silent": say(documents.NOTHING_TO_COMPARE),
        "silent_means": say(documents.NOTHING_TO_COMPARE_MEANS),
        "columns": list(said_all([headings.NUMBER, headings.ISSUE, headings.STATUS, documents.PAGE])),
        "live": say(documents.LIVE_VIEW),
        "documents": say(documents.DOCUMENTS_USED),
        "evidence": say(documents.EVIDENCE),
        "evidence_by_id": say(headings.EVIDENCE_BY_ID),
    }


def _without_words(picture: Picture) -> Picture:
    """Return the drawing without its words, which the page sets itself: in an image, a letter of several parts would make the file be refused."""
    layers = tuple(Layer(one.id, tuple(item for item in one.items if not isinstance(item, Label))) for one in picture.layers)
    return replace(picture, layers=layers)


def _set(picture: Picture) -> Values:
    """Return a drawing as SVG, with its size and its words."""
    return {
        "svg": svg_of(_without_words(picture), LIGHT_INK),
        "alt": picture.alt,
        "width": picture.width,
        "ratio": picture.width / picture.height,
        "labels": [_label(one) for one in picture.items if isinstance(one, Label)],
    }


def _label(one: Label) -> Values:
    """Return a word of a drawing, with its place on the sheet, and what follows it."""
    family = family_of(printable(one.whole))
    return {
        "text": names_isolated(one.text, is_part=bool(one.aside)),
        "aside": names_isolated(one.aside, is_part=True) if one.aside else "",
        "paler": PALER,
        "slanted": one.is_italic,
        "rtl": is_right_to_left(one.whole),
        "x": one.x,
        "y": one.y,
        "size": one.size,
        "anchor": one.anchor,
        "bold": one.is_bold,
        "families": list(dict.fromkeys([family, *FAMILIES])),
        "thicker": THICKER if one.is_bold and family == CHINESE else 0,
        "colour": LIGHT_INK if one.colour == INK else one.colour,
        "opacity": one.opacity,
    }


def _words(text: str) -> Mapping[str, Any]:
    """Return a text with whether it is written from right to left."""
    return {"text": isolated(text), "rtl": is_right_to_left(text)}
