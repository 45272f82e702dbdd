"""The records of the sources as BibTeX and RIS, which reference managers and typesetters read; CSL-JSON stands in `sources`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import rispy
from pybtex.database import BibliographyData, Entry, Person

from parley.dates import PartialDate
from parley.model import Name, Source
from parley.telling.evidence import how_dated_in_sentences
from parley.words import say

_MISC, _GENERIC = "misc", "GEN"
_BIBTEX_TYPES = {
    "article-newspaper": "article",
    "article-magazine": "article",
    "article": "article",
    "report": "techreport",
}
_RIS_TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article": "JOUR",
    "report": "RPRT",
    "post-weblog": "BLOG",
    "legislation": "STAT",
    "bill": "BILL",
    "hearing": "HEAR",
    "dataset": "DATA",
    "webpage": "ELEC",
}
# What TeX would take for an order of its own, and its library leaves as it is; braces have to be balanced, so none is kept.
_FOR_TEX = str.maketrans({"\\": "/", "{": "(", "}": ")", "$": r"\$", "^": r"\^{}"})


def bibtex(sources: Iterable[Source]) -> str:
    """Return an entry for each source, under its id."""
    return str(BibliographyData({one.id: _entry(one) for one in sources}).to_string("bibtex"))


def ris(sources: Iterable[Source]) -> str:
    """Return a record for each source, with its id."""
    return str(rispy.dumps([_record(one) for one in sources], implementation=_Unnumbered, enforce_list_tags=False))


class _Unnumbered(rispy.RisWriter):  # type: ignore[misc] # the library has no types
    """Writes records one after another, without a number of their own before each."""

    def set_header(self, count: int) -> str:
        return ""


def _entry(one: Source) -> Entry:
    kind = _BIBTEX_TYPES.get(one.type, _MISC)
    holder = {"article": "journal", "techreport": "institution"}.get(kind, "howpublished")
    year, month, day = _parts(one.issued)
    fields = {
        "title": one.title,
        holder: one.container_title or one.publisher,
        "publisher": one.publisher if one.container_title else None,
        "date": "-".join(filter(None, (year, month, day))),
        "year": year,
        "month": month.lstrip("0"),
        "url": one.url or one.archived,
        "urldate": one.accessed.text if one.accessed else None,
        "type": one.genre,
        "language": one.language,
        "abstract": one.abstract,
        "note": _note(one),
    }
    told = {key: " ".join(text.split()).translate(_FOR_TEX) for key, text in fields.items() if text}
    return Entry(kind, fields=told, persons={"author": [_person(each) for each in one.author]} if one.author else {})


def _person(name: Name) -> Person:
    # A name without parts stands in braces, so that none of its words is taken for a given name.
    if name.literal:
        return Person(f"{{{name.literal.translate(_FOR_TEX)}}}")
    return Person(first=(name.given or "").translate(_FOR_TEX), last=(name.family or "").translate(_FOR_TEX))


def _record(one: Source) -> dict[str, Any]:
    year, month, day = _parts(one.issued)
    fields: dict[str, Any] = {
        "type_of_reference": _RIS_TYPES.get(one.type, _GENERIC),
        "id": one.id,
        "title": one.title,
        "authors": [each.literal or ", ".join(filter(None, (each.family, each.given))) for each in one.author],
        "secondary_title": one.container_title,
        "publisher": one.publisher,
        "year": year,
        "date": "/".join((year, month, day, "")) if year else "",
        "urls": [address for address in (one.url, one.archived) if address],
        "access_date": one.accessed.text.replace("-", "/") if one.accessed else "",
        "type_of_work": one.genre,
        "language": one.language,
        "abstract": one.abstract,
        "notes": [_note(one)] if _note(one) else [],
    }
    return {key: [_line(each) for each in value] if isinstance(value, list) else _line(value) for key, value in fields.items() if value}


def _line(text: str) -> str:
    return " ".join(text.split())


def _parts(when: PartialDate) -> tuple[str, str, str]:
    """Return year, month and day as far as they are known; of a span those of its beginning, none where it has no beginning or no end."""
    if when.earliest is None or when.latest is None:
        return "", "", ""
    year, month, day, *_ = [*when.text.split("/")[0].split("-"), "", ""]
    return year, month, day


def _note(one: Source) -> str:
    """Return how it is dated: in full where the date is a span or has no beginning or end."""
    is_whole = one.issued.earliest is None or one.issued.latest is None or "/" in one.issued.text
    return " ".join(filter(None, (one.issued.shown() + "." if is_whole else "", say(how_dated_in_sentences(one)))))
