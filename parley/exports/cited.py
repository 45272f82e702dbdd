"""What a document cites: statements as its notes tell them, and the documents behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.dataset import Dataset
from parley.model import Name, Source
from parley.telling.briefing import Briefing
from parley.telling.evidence import citation, date_inferred, words_of
from parley.telling.said import Verbatim, begun
from parley.words import say

MOST_CITED = 30  # statements that a sentence cites in print; one that tells of many parties rests on more, which the workbook names


@dataclass(frozen=True)
class Evidence:
    """One statement as it is cited: what was said in our words, by whom and where, and its id."""

    says: str
    citation: str
    id: str


def evidence(ids: Iterable[str], dataset: Dataset) -> tuple[Evidence, ...]:
    """Return the statements with these ids as they are cited, in the order given."""
    told = map(dataset.statement, ids)
    return tuple(Evidence(say(words_of(one, dataset)), say(begun(citation(one, dataset))), one.id) for one in told)


def documents_used(briefing: Briefing) -> tuple[str, ...]:
    """Return the documents behind the briefing's statements, the oldest first: "A. Berg: Talks open. Gazette, 5 Mar 2025 (news report)"."""
    named = {one.source for one in briefing.statements}
    found = [source for key, source in briefing.dataset.sources.items() if key in named]
    return tuple(_document(one) for one in sorted(found, key=lambda one: (one.issued.text, one.id)))


def _document(source: Source) -> str:
    authors = ", ".join(_name_words(one) for one in source.author)
    aside = filter(None, (source.genre, say(date_inferred()) if source.date_basis == "inferred" else ""))
    told = f" ({words})" if (words := ", ".join(aside)) else ""
    title = source.title if source.title.endswith((".", "?", "!", "]")) else f"{source.title}."
    publication = f"{say(begun(Verbatim(source.publication)))}, " if source.publication else ""
    return f"{f'{authors}: ' if authors else ''}{title} {publication}{source.issued.shown()}{told}"


def _name_words(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, name.family)))
