"""The documents that a briefing cites, as a typed table, and how their authors are written."""

from __future__ import annotations

from parley.analysis.calendar import is_told_of
from parley.exports.cells import Cells, Table, table_of
from parley.model import Source
from parley.telling.briefing import Briefing


def sources_table(briefing: Briefing) -> Table:
    """Return a row per document that the statements or the events of these issues cite."""
    return table_of("sources", briefing, (_source_cells(one, briefing) for one in cited_sources(briefing)))


def cited_sources(briefing: Briefing) -> tuple[Source, ...]:
    """Return the documents that the statements or the events of the briefing's issues cite, in the order of the records."""
    cited = {one.source for one in briefing.statements}
    events = [one for one in briefing.dataset.negotiation.events if any(one.bears_on(issue.issue.id) for issue in briefing.issues)]
    cited |= {one.source for one in events if is_told_of(briefing.dataset, one, briefing.as_of)}
    return tuple(one for key, one in briefing.dataset.sources.items() if key in cited)


def authors_words(source: Source) -> str:
    """Return the authors as they are written: "Kari Sund; Ministry of the Sea"."""
    return "; ".join(_authors(source))


def _authors(source: Source) -> tuple[str, ...]:
    return tuple(one.literal or " ".join(filter(None, (one.given, one.family))) for one in source.author)


def _source_cells(one: Source, briefing: Briefing) -> Cells:
    ids = tuple(each.id for each in briefing.statements if each.source == one.id)
    return {
        "source_id": one.id,
        "type": one.type,
        "genre": one.genre,
        "title": one.title,
        "authors_words": _authors(one),
        "publication": one.publication,
        "published": one.issued.text,
        "published_words": one.issued.shown(),
        "published_from": one.issued.earliest,
        "published_until": one.issued.latest,
        "date_basis": one.date_basis,
        "date_note": one.date_note,
        "url": one.url,
        "archived": one.archived,
        "accessed": one.accessed.text if one.accessed else None,
        "language": one.language,
        "statement_count": len(ids),
        "statements": ids,
        "abstract": one.abstract,
        **({} if briefing.is_shareable else {"is_internal": one.internal}),
    }
