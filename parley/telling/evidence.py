"""Who said something, on whose word, in which document and when: what stands beside every statement and number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Attribution, Conveyance, Source, Statement
from parley.telling.counting import counted
from parley.telling.said import Said, Verbatim, said

SOFT_WAYS: frozenset[Conveyance] = frozenset({"hint", "implied"})


def attribution_of(statement: Statement) -> Said:
    """Return on whose word a statement rests."""
    return attributed(statement.attribution)


def attributed(grade: Attribution) -> Said:
    """Return a grade of attribution."""
    return said("attribution", grade=grade)


def conveyance_of(statement: Statement) -> Said:
    """Return how a statement came across."""
    return conveyed(statement.conveyance)


def conveyed(way: Conveyance) -> Said:
    """Return a way of coming across."""
    return said("conveyance", way=way)


def soft_ways(statements: Iterable[Statement]) -> tuple[Said, ...]:
    """Return that all the evidence is no more than hinted at or implied; empty where some is more."""
    ways = {one.conveyance for one in statements}
    return tuple(conveyed(one) for one in sorted(ways)) if ways <= SOFT_WAYS else ()


def whose_word(statement: Statement, dataset: Evidence) -> Said:
    """Return who said it, on whose word; what others read into a party is not put into the mouth of those who speak for it."""
    speaker = dataset.negotiation.party_by_id[statement.party].speaker(statement.speaker)
    if statement.attribution == "reporter":
        return said("according-to-reporter", speaker=Verbatim(speaker.shown))
    is_read_into = statement.attribution == "third_party_analysis" and speaker.commits
    return said("third-party-word" if is_read_into else "whose-word", speaker=Verbatim(speaker.shown), grade=attribution_of(statement))


def source_told(source: Source) -> Said:
    """Return a document's publication and date in short."""
    return said("source", publication=Verbatim(source.publication), day=source.issued)


def citation(statement: Statement, dataset: Evidence) -> Said:
    """Return who said it, on whose word, when, and where it stands."""
    at = statement.locator
    place = said("paragraph", number=Verbatim(str(at.paragraph))) if at.paragraph else said("heading")
    whose, source = whose_word(statement, dataset), source_told(dataset.sources[statement.source])
    return said("citation", (statement.id,), whose=whose, day=statement.said, source=source, at=place)


def date_inferred() -> Said:
    """Return that a document does not print its date."""
    return said("date-inferred")


def how_dated(source: Source) -> Said:
    """Return whether a document's date was printed, or how it was inferred."""
    if source.date_basis == "inferred" and source.date_note:
        return said("labelled", label=date_inferred(), told=Verbatim(source.date_note))
    return date_inferred() if source.date_basis == "inferred" else said("date-printed")


def how_dated_in_sentences(source: Source) -> Said:
    """Return the same in a sentence, for a list of documents that other programs read."""
    if source.date_basis == "printed":
        return said("prints-its-date")
    return said("date-was-inferred-from", note=Verbatim(source.date_note)) if source.date_note else said("date-was-inferred")


def statements_behind(statements: Sequence[Statement]) -> Said:
    """Return how many statements a number rests on, and the oldest date."""
    if not statements:
        return said("no-statements")
    oldest = min(statements, key=lambda one: one.day).said
    ids = tuple(one.id for one in statements)
    return said("statements-with-oldest", ids, statements=counted(len(statements), "statements"), oldest=oldest)


def all_held(dataset: Evidence) -> Said:
    """Return how many documents and statements are held."""
    ids = tuple(one.id for one in dataset.about())
    return said("all-held", ids, documents=counted(len(dataset.cited), "documents"), statements=counted(len(ids), "statements"))


def newest_day(statements: Iterable[Statement]) -> PartialDate | None:
    """Return when the newest of these statements was made; None where there is none."""
    newest = max(statements, key=lambda one: one.day, default=None)
    return newest.said if newest else None
