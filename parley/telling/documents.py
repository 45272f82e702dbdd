"""What a document says of itself: its sections, what goes on or is told elsewhere, and what the pieces of a slide are called."""

from __future__ import annotations

from collections.abc import Sequence

from parley.telling.counting import counted
from parley.telling.said import Argument, Said, Verbatim, said, together

COMPARISON = said("section-comparison")
DRAWINGS_IN_WORDS = said("drawings-in-words")
IN_SHORT = said("in-short")
CONTENTS = said("section-contents")
NOTHING_TO_COMPARE = said("section-nothing-to-compare")
NOTHING_TO_COMPARE_MEANS = said("nothing-to-compare-means")
OVERVIEW = said("section-overview")
ISSUES = said("section-issues")
EVIDENCE = said("section-evidence")
DOCUMENTS = said("section-documents")
DOCUMENTS_USED = said("section-documents-used")
BESIDE = said("side-by-side")
FOR = said("for")
SIDE_BY_SIDE = said("positions-side-by-side")
PAGE = said("page")
LIVE_VIEW = said("live-view")
NOTHING_NEW_ON = said("nothing-new-on")
CONTINUED_BELOW = said("continued-under-side-by-side")
STATEMENTS_ON_ISSUE = said("statements-on-issue")
NO_STATEMENTS_ON_ISSUE = said("no-statements-on-issue")
HANDLING_MARK = said("piece", piece="mark")
LEGEND = said("piece", piece="legend")
LEGEND_IN_WORDS = said("legend-in-words")
SCALE = said("piece", piece="scale")


def purpose(ending: str, form: str = "") -> Said:
    """Return what a kind of document is for, by the ending of its files, or what it holds in a short form that promises its pages."""
    if ending in ("docx", "pdf") and form in ("one-page", "four-pages"):
        return said("purpose-of-form", form=form)
    return said("purpose", ending=ending)


def form_not_of(formats: Sequence[str]) -> Said:
    """Return that these kinds of documents have no such short form."""
    return said("form-not-of", formats=together(*map(Verbatim, formats)))


def references_as(ending: str) -> Said:
    """Return in which form other programs get the documents cited, by the ending of the file."""
    return said("references-as", ending=ending)


def drawn(what: str) -> Said:
    """Return what a drawing of an issue shows: the "gap", or the issue over "time"."""
    return said("drawn", drawn=what)


def page_of(page: str, pages: str) -> Said:
    """Return where in a document a page stands; the two are names of fields that the reader's program fills in."""
    return said("page-of", page=Verbatim(page), pages=Verbatim(pages))


def part_of(number: int, count: int) -> Said | None:
    """Return which of several parts this is, in brackets; None where there is one alone."""
    return said("part-of", number=number, count=count) if count > 1 else None


def continued(number: int) -> Said | None:
    """Return that something goes on, and for the how many-th time; None where it begins."""
    if number == 0:
        return None
    return said("continued") if number == 1 else said("continued-again", number=number)


def see_overview(issues: int) -> Said:
    """Return how many issues there are, where a list of them finds no room."""
    return said("see-overview", issues=counted(issues, "issues"))


def left_out_of(form: str) -> Said:
    """Return what the pages of a short form leave out, and where it is found."""
    return said("left-out-of-form", form=form)


def not_drawn_for_room(issues: Argument) -> Said:
    """Return for which issues a page had no room."""
    return said("not-drawn-for-room", issues=issues)


def in_full(what: str, text: str) -> Said:
    """Return in full what had to be cut: a "title" or a "question"."""
    return said("labelled", label=said("in-full", what=what), told=Verbatim(text))


def comparison_in_words(*, has_notes: bool) -> Said:
    """Return how the comparison table is made, and whether there is room for notes."""
    return said("comparison-in-words", notes="yes" if has_notes else "no")


def demand_and_offer(party: Argument) -> Said:
    """Return what the group of a party's marks is called."""
    return said("demand-and-offer", party=party)
