"""What a document cites: statements as its notes tell them, and the documents behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.model import Name, Source, Statement
from parley.telling.briefing import Briefing
from parley.telling.evidence import citation, cited_in_short, date_inferred, found_at, where_in_it, where_it_stands, words_of
from parley.telling.said import Argument, Said, Verbatim, begun
from parley.words import say

MOST_CITED = 30  # statements that a sentence cites in print; one that tells of many parties rests on more, which the workbook names


@dataclass(frozen=True)
class Evidence:
    """One statement as it is cited: what was said in our words, by whom and where, and its id."""

    says: str
    citation: str
    id: str


@dataclass(frozen=True)
class Record:
    """The full record of a document in the list at the end, under its number: its words, and its address on the web where it has one."""

    number: int
    words: str
    address: str


class Sources:
    """The documents behind a briefing's statements, numbered once, the oldest first."""

    def __init__(self, briefing: Briefing) -> None:
        self.dataset = briefing.dataset
        named = {one.source for one in briefing.statements}
        found = [source for key, source in briefing.dataset.sources.items() if key in named]
        self.listed = sorted(found, key=lambda one: (one.issued.text, one.id))
        self.numbers = {one.id: number for number, one in enumerate(self.listed, 1)}

    def records(self) -> tuple[Record, ...]:
        """Return the full records: "A. Berg: Talks open. Gazette, 5 Mar 2025 (news report)", and where each is found."""
        return tuple(Record(self.numbers[one.id], _document(one), one.url or one.archived or "") for one in self.listed)

    def evidence(self, ids: Iterable[str]) -> tuple[Evidence, ...]:
        """Return the statements with these ids as they are cited, in the order given, each with the number of its document."""
        return tuple(Evidence(say(words_of(one, self.dataset)), say(begun(self.citation(one))), one.id) for one in map(self.dataset.statement, ids))

    def citation(self, one: Statement) -> Said:
        """Return who said it, and where it stands."""
        return citation(one, self.dataset, self.numbers.get(one.source or ""))

    def places(self, ids: Iterable[str]) -> Iterator[tuple[str, Argument]]:
        """Yield statements with where they stand, those of a document one after the other: the first names it, the others their place in it."""
        found = sorted(map(self.dataset.statement, ids), key=lambda one: self.numbers.get(one.source or "", 0))
        before = None
        for one in found:
            number = self.numbers.get(one.source or "")
            inside = where_in_it(one) if one.source and one.source == before else None
            yield one.id, inside or where_it_stands(one, self.dataset, number)
            before = one.source

    def in_short(self, ids: Iterable[str]) -> Said:
        """Return only where the statements with these ids stand, by the numbers of their documents."""
        return cited_in_short(map(self.dataset.statement, ids), self.numbers)


def _document(source: Source) -> str:
    authors = ", ".join(_name_words(one) for one in source.author)
    aside = filter(None, (source.genre, say(date_inferred()) if source.date_basis == "inferred" else ""))
    told = f" ({words})" if (words := ", ".join(aside)) else ""
    title = source.title if source.title.endswith((".", "?", "!", "]")) else f"{source.title}."
    publication = f"{say(begun(Verbatim(source.publication)))}, " if source.publication else ""
    found = "".join(f"; {say(one)}" for one in found_at(source))
    return f"{f'{authors}: ' if authors else ''}{title} {publication}{source.issued.shown()}{told}{found}"


def _name_words(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, name.family)))
