"""Every file that can be taken away: its ending and name, how it is made of a briefing, and the check that nothing internal is in it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Literal, Protocol

from parley.dataset import Dataset
from parley.errors import NotMadeError, ParleyError, WrongArgumentError
from parley.exports.shell import PLAIN, Shell
from parley.printable import not_plain, texts_in, unprintable_words
from parley.sharing import holds_internal
from parley.telling.briefing import SECTIONS, BriefedIssue, Briefing, Section, readable
from parley.telling.evidence import citation
from parley.telling.front import FORMS, Form
from parley.words import said_all, say

if TYPE_CHECKING:
    from parley.exports.leaks import LeakSearch
    from parley.exports.slide_update import Updated
    from parley.exports.templates import Template

Drawn = Literal["gap", "time"]
DRAWN: tuple[Drawn, ...] = ("gap", "time")
FIGURE_TYPES: Mapping[str, str] = {"png": "image/png", "svg": "image/svg+xml"}
TABLE_TYPES: Mapping[str, str] = {"csv": "text/csv", "json": "application/json"}
REFERENCE_TYPES: Mapping[str, str] = {
    "json": "application/vnd.citationstyles.csl+json",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
}
FEED, FEED_FILE, FEED_TYPE = "atom", "feed.atom", "application/atom+xml"
BOXED = ("pdf", "png", "docx", "zip")  # in which a letter that no font here holds is an empty box
PACK, PACK_TYPE = "zip", "application/zip"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the date of every file in the pack, so that the same data make the same pack


class Make(Protocol):
    """Makes a document of a briefing, the live address, and what its words are put in."""

    def __call__(self, briefing: Briefing, link: str, shell: Shell = PLAIN, /) -> bytes:
        """Return the file."""


@dataclass(frozen=True)
class Format:
    """A kind of document: its ending, its name, its media type, what makes it, the parts that it has, and the short forms."""

    ending: str
    name: str
    media_type: str
    make: Make
    sections: tuple[Section, ...]
    forms: tuple[Form, ...] = FORMS


# The libraries behind the formats take longer to load than a page to draw, so each is loaded when it is first used.
def _drawing(briefing: Briefing, issue: BriefedIssue, drawn: Drawn, ending: str) -> bytes | None:
    from parley.figures.framed_picture import framed
    from parley.figures.issue_pictures import gap_picture_of, timeline_picture_of
    from parley.figures.palette import LIGHT_INK, LIGHT_PAGE
    from parley.figures.svg import svg_of

    picture = gap_picture_of(briefing, issue) if drawn == "gap" else timeline_picture_of(briefing, issue)
    if picture is None:
        return None
    svg = svg_of(framed(picture, issue.issue.name, issue.issue.question, said_all(briefing.foot)), LIGHT_INK, LIGHT_PAGE)
    if ending == "svg":
        return svg.encode()
    from parley.figures.raster import png_of

    return png_of(svg)


def _slides(briefing: Briefing, link: str, shell: Shell = PLAIN, /) -> bytes:
    from parley.exports.slides import slides

    return slides(briefing, link, shell)


def _document(briefing: Briefing, link: str, shell: Shell = PLAIN, /) -> bytes:
    from parley.exports.document import document

    return document(briefing, shell, link)


def _handout(briefing: Briefing, link: str, shell: Shell = PLAIN, /) -> bytes:
    from parley.exports.handout import handout

    return handout(briefing, shell, link)


def _workbook(briefing: Briefing, link: str, shell: Shell = PLAIN, /) -> bytes:
    from parley.exports.workbook import workbook

    return workbook(briefing, shell, link)


def _webpage(briefing: Briefing, link: str, shell: Shell = PLAIN, /) -> bytes:
    from parley.exports.webpage import webpage

    return webpage(briefing, link, shell).encode()


_PRINTED: tuple[Section, ...] = ("summary", "overview", "drawings", "positions", "movement", "sources")
_WITHOUT_DRAWINGS: tuple[Section, ...] = ("summary", "overview", "positions", "movement", "sources")
_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: tuple[Format, ...] = (
    Format("pptx", "PowerPoint", f"{_OFFICE}.presentationml.presentation", _slides, SECTIONS),
    Format("docx", "Word", f"{_OFFICE}.wordprocessingml.document", _document, _WITHOUT_DRAWINGS, ("one-page", "short")),
    Format("pdf", "PDF", "application/pdf", _handout, _PRINTED),
    Format("xlsx", "Excel", f"{_OFFICE}.spreadsheetml.sheet", _workbook, _WITHOUT_DRAWINGS, ()),
    Format("html", "HTML", "text/html", _webpage, _PRINTED),
)


def format_of(ending: str) -> Format | None:
    """Return the document format with this ending, None where there is none."""
    return next((one for one in FORMATS if one.ending == ending), None)


def formats_of(briefing: Briefing) -> tuple[Format, ...]:
    """Return the document formats that have the form of a briefing: all where it is none of the short ones."""
    return tuple(one for one in FORMATS if briefing.form in ("", *one.forms))


def file_name(briefing: Briefing, ending: str, part: str = "") -> str:
    """Return how a file is called: negotiation, agenda, what it holds where it is a part, a short form or of some parts, date and edition."""
    some = "" if briefing.sections >= set(SECTIONS) else f"{len(briefing.sections)}-of-{len(SECTIONS)}-parts"
    part = part or briefing.form or some
    edition = "shareable" if briefing.is_shareable else "internal" if holds_internal(briefing.dataset) else ""
    parts = (briefing.dataset.negotiation.id, briefing.file_word, part, briefing.as_of.isoformat(), edition)
    return f"{'-'.join(filter(None, parts))}.{ending}"


def told_by(briefing: Briefing) -> tuple[str, ...]:
    """Return the sentences that a briefing tells by itself, with who said what."""
    blocks = [block for one in briefing.issues for block in one.blocks]
    lines = [text for block in blocks for line in block.lines for text in (say(line.told), say(line.cite))]
    cited = [say(citation(one, briefing.dataset)) for one in briefing.statements]
    return (say(briefing.summary), *said_all(briefing.foot), *(say(block.heading) for block in blocks), *lines, *cited)


@dataclass(frozen=True)
class Maker:
    """Makes files of one briefing; `whole` is the dataset with all that is internal, against which the shareable edition is checked.

    Every method raises `LeakError` where something internal is found in a shareable file, and `NotMadeError` where the program that makes
    the file gives up; it then returns nothing.
    """

    briefing: Briefing
    whole: Dataset
    link: str = ""
    shell: Shell = PLAIN

    def document(self, form: Format) -> bytes:
        """Return a document in one of the formats."""
        return self._checked(form.ending, lambda: form.make(self.briefing, self.link, self.shell))

    @property
    def slide_count(self) -> int:
        """Return of how many slides the deck is made, which are laid out for it and not made."""
        from parley.exports.slides import slide_count

        return slide_count(self.briefing, self.link, self.shell)

    def updated(self, old: Template) -> Updated:
        """Return a deck of slides brought up to date: what Parley made in it anew, and the rest as it is; raise `TemplateError` where it cannot."""
        from parley.exports.slide_update import shell_of, updated

        found: list[Updated] = []
        shell = shell_of(old, self.shell)

        def make() -> bytes:
            found.append(updated(old, _slides(self.briefing, self.link, shell)))
            return found[-1].data

        self._checked("pptx", make)
        return found[-1]

    def figure(self, issue: BriefedIssue, drawn: Drawn, ending: str) -> bytes:
        """Return a drawing of an issue as PNG or SVG; raise `WrongArgumentError` where nothing is there to draw."""

        def make() -> bytes:
            drawing = _drawing(self.briefing, issue, drawn, ending)
            if drawing is None:
                raise WrongArgumentError.nothing_to_draw(issue.issue.id)
            return drawing

        return self._checked(ending, make)

    def table(self, name: str, ending: str) -> bytes:
        """Return one of the tables as CSV or JSON."""
        from parley.exports.plain_tables import table_csv, table_json
        from parley.exports.table_list import TABLES

        write = table_csv if ending == "csv" else table_json
        return self._checked(ending, lambda: write(TABLES[name](self.briefing), self.briefing).encode())

    def references(self, ending: str) -> bytes:
        """Return the records of the documents cited as CSL-JSON, BibTeX or RIS."""
        from parley.exports.references import WRITTEN
        from parley.exports.source_tables import cited_sources

        return self._checked(ending, lambda: WRITTEN[ending](cited_sources(self.briefing)).encode())

    def feed(self, own: str, dashboard: str) -> bytes:
        """Return what moved since the last edition as an Atom feed, found at `own`, with links to the pages below `dashboard`."""
        from parley.exports.feed import feed

        return self._checked(FEED, lambda: feed(self.briefing, own, dashboard))

    def pack(self, progress: Callable[[str, int, int], None] = lambda name, number, total: None) -> bytes:
        """Return everything in one archive: documents, tables and drawings; `progress` is told each name, its number and how many there are."""
        from parley.exports.table_list import TABLES

        documents = formats_of(self.briefing)
        made: dict[str, Callable[[], bytes]] = {file_name(self.briefing, one.ending): partial(self.document, one) for one in documents}
        for name in TABLES:
            made |= {f"tables/{name}.{ending}": partial(self.table, name, ending) for ending in TABLE_TYPES}
        for one in self.briefing.issues:
            if one.is_evidenced:
                made |= {f"figures/{one.number:02}-{one.issue.id}.{ending}": partial(self.figure, one, "gap", ending) for ending in FIGURE_TYPES}
        written = io.BytesIO()
        with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
            for number, (name, make) in enumerate(made.items(), 1):
                progress(name, number, len(made))
                archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), make(), zipfile.ZIP_DEFLATED)
        return written.getvalue()

    def noted(self, ending: str) -> tuple[str, ...]:
        """Return what of the templates is not used in files of this kind, or stands in for what they lack."""
        if not self.shell.templates:
            return ()
        from parley.exports.houses import noted

        return said_all(noted(self.shell, readable(self.briefing).parties, [ending] if ending != PACK else ["pptx", "docx"]))

    @cached_property
    def unprintable(self) -> str:
        """Return the sentence that names letters of this briefing which PDF and PNG cannot show; empty where there are none."""
        dataset = self.briefing.dataset
        cited = [dataset.sources[one] for one in dict.fromkeys(each.source for each in self.briefing.statements if each.source)]
        records = not_plain(dataset, (dataset.negotiation, *self.briefing.statements, *cited))
        return unprintable_words(texts_in(self.briefing.agenda, *records))

    def _checked(self, ending: str, make: Callable[[], bytes]) -> bytes:
        try:
            data = make()
        except ParleyError:
            raise
        except Exception as error:
            # Every format has a library of its own, with errors of its own: whoever asked for the file is told in words, whatever it was.
            raise NotMadeError.of(file_name(self.briefing, ending), error) from error
        if self.briefing.is_shareable:
            self._search.require_none_in(file_name(self.briefing, ending), data)
        return data

    @cached_property
    def _search(self) -> LeakSearch:
        from parley.exports.leaks import LeakSearch

        return LeakSearch(self.whole, told_by(self.briefing))
