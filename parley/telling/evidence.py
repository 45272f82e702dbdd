"""Who said something, on whose word, in which document and when: what stands beside every statement and number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parley.dates import PartialDate
from parley.evidence import Evidence
from parley.model import Attribution, Conveyance, Entry, Source, Speaker, Statement
from parley.telling.conditions import under_condition
from parley.telling.counting import counted
from parley.telling.places import place_of
from parley.telling.said import Argument, Said, Verbatim, begun, said, together
from parley.telling.terms import kind_name

SOFT_WAYS: frozenset[Conveyance | None] = frozenset({"hint", "implied"})


def words_of(statement: Statement, dataset: Evidence) -> Argument:
    """Return what was said with what it depends on, without a full stop where that follows."""
    return in_short(statement) if statement.says else under_condition(bare_words_of(statement, dataset), statement)


def in_short(entry: Entry) -> Argument:
    """Return the same of what is no part of any position yet: without words, only what kind of statement it is."""
    words = Verbatim(entry.says.rstrip(".") if entry.condition else entry.says) if entry.says else begun(kind_name(entry.kind))
    return under_condition(words, entry)


def bare_words_of(statement: Statement, dataset: Evidence) -> Argument:
    """Return what was said, in the coders' words; where they gave none, what kind of statement it is and where it stands.

    Only for whoever tells beside it what it depends on.
    """
    if statement.says:
        return Verbatim(statement.says)
    kind = kind_name(statement.kind)
    return said("says-where", kind=kind, place=place_of(statement, dataset)) if statement.place.is_placed else begun(kind)


def marks_of(statement: Statement, dataset: Evidence) -> tuple[Said, ...]:
    """Return what nobody may miss who reads of a statement alone: that it is less than said, and that it stays inside."""
    weak = [conveyed(statement.conveyance)] if statement.conveyance in ("hint", "forecast", "implied") else []
    return (*weak, *stays_inside(statement, dataset))


def stays_inside(statement: Statement, dataset: Evidence) -> tuple[Said, ...]:
    """Return that a statement stays inside, by itself or with its document; empty where it does not."""
    source = dataset.source_of(statement)
    return (said("stays-inside"),) if statement.internal or (source and source.internal) else ()


def day_and_marks(statement: Statement, dataset: Evidence) -> Argument:
    """Return when it was said, with what nobody may miss who reads of it alone."""
    marks = marks_of(statement, dataset)
    return together(statement.said, *marks, how="comma") if marks else statement.said


def attribution_of(statement: Statement) -> Said:
    """Return on whose word a statement rests; of one that was coded by an expert, on whose."""
    if statement.coded is None:
        return attributed(statement.attribution)
    by, on = Verbatim(statement.coded.by), statement.coded.on
    return said("coded-by-on", by=by, on=on) if on else said("coded-by", by=by)


def attributed(grade: Attribution | None) -> Said:
    """Return a grade of attribution; that it is not stated, where it is not."""
    return said("attribution", grade=grade or "unstated")


def conveyance_of(statement: Statement) -> Said | None:
    """Return how a statement came across, if that is stated."""
    return conveyed(statement.conveyance) if statement.conveyance else None


def conveyed(way: Conveyance) -> Said:
    """Return a way of coming across."""
    return said("conveyance", way=way)


def soft_ways(statements: Iterable[Statement]) -> tuple[Said, ...]:
    """Return that all the evidence is no more than hinted at or implied; empty where some is more."""
    ways = {one.conveyance for one in statements}
    return tuple(conveyed(one) for one in sorted(one for one in ways if one)) if ways <= SOFT_WAYS else ()


def whose_word(statement: Statement, dataset: Evidence) -> Said:
    """Return who said it, on whose word; what others read into a party is not put into the mouth of those who speak for it."""
    speaker = speaker_of(statement, dataset)
    shown = Verbatim(speaker.shown)
    if statement.attribution == "reporter":
        return said("according-to-reporter", speaker=shown)
    if statement.attribution is None:
        return said("own-word", speaker=shown)
    is_read_into = statement.attribution == "third_party_analysis" and speaker.commits
    return said("third-party-word" if is_read_into else "whose-word", speaker=shown, grade=attribution_of(statement))


def speaker_of(statement: Statement, dataset: Evidence) -> Speaker:
    """Return who said it: a speaker of the party, or the bloc that spoke for it, where nobody in particular did."""
    speaker = dataset.negotiation.party_by_id[statement.party].speaker(statement.speaker)
    if statement.bloc is None or statement.speaker != statement.party:
        return speaker
    return speaker.model_copy(update={"name": dataset.negotiation.bloc_by_id[statement.bloc].name})


def source_told(source: Source) -> Said:
    """Return a document's publication and date in short; where it has none, its title."""
    return said("source", publication=Verbatim(source.cited_as), day=source.issued)


def published_told(source: Source) -> Argument:
    """Return the same beside its title: of one without a publication the date alone."""
    return source_told(source) if source.publication else source.issued


def citation(statement: Statement, dataset: Evidence, number: int | None = None) -> Said:
    """Return who said it, on whose word, when, and where it stands; `number` is that of the document, where a list at the end has its full record.

    What is no more than a hint, a forecast or implied is told so, and so is what stays inside.
    """
    whose = together(whose_word(statement, dataset), *marks_of(statement, dataset), how="comma")
    if dataset.source_of(statement) is None:
        return said("citation-without-document", (statement.id,), whose=whose, day=statement.said)
    return said("citation", (statement.id,), whose=whose, day=statement.said, found=where_it_stands(statement, dataset, number))


def where_it_stands(statement: Statement, dataset: Evidence, number: int | None = None) -> Argument:
    """Return only the document and the place in it: "[3] Reuters, 2 June 2018, paragraph 4"; that there is none, where there is none."""
    source, at = dataset.source_of(statement), where_in_it(statement)
    if source is None:
        return said("no-document", (statement.id,))
    document = source_told(source)
    found = together(document, at, how="comma") if at else document
    return found if number is None else said("numbered-document", (statement.id,), number=number, document=found)


def cited_in_short(statements: Iterable[Statement], numbers: Mapping[str, int]) -> Said:
    """Return only where statements stand: the numbers of their documents, each once, with the places in it."""
    by_source: dict[str | None, list[Statement]] = {}
    for one in statements:
        by_source.setdefault(one.source, []).append(one)
    told = [_places_in(numbers.get(key or ""), several) for key, several in sorted(by_source.items(), key=lambda one: numbers.get(one[0] or "", 0))]
    return said("cited-in-short", tuple(each.id for several in by_source.values() for each in several), documents=together(*told, how="semicolon"))


def _places_in(number: int | None, statements: Sequence[Statement]) -> Said:
    if number is None:
        return said("no-document")
    places = sorted({one.locator.paragraph for one in statements if one.locator.paragraph})
    numbered = [said("paragraphs", count=len(places), numbers=together(*(Verbatim(str(one)) for one in places)))] if places else []
    others = dict.fromkeys(where_in_it(one) for one in statements if not one.locator.paragraph)
    found = [*numbered, *(one for one in others if one is not None)]
    return said("numbered-document", number=number, document=together(*found, how="comma")) if found else said("document-by-number", number=number)


def document_of(statement: Statement, dataset: Evidence) -> Said:
    """Return how the document is cited that tells of a statement, or that none does."""
    source = dataset.source_of(statement)
    return source_told(source) if source else said("no-document")


def where_in_it(statement: Statement) -> Said | None:
    """Return where in its document a statement stands, as it is cited; None where only its words tell."""
    at = statement.locator
    if at.paragraph is not None:
        return said("paragraph", number=Verbatim(str(at.paragraph))) if at.paragraph else said("heading")
    if at.page is not None:
        return said("on-page", number=Verbatim(at.page))
    return said("on-line", number=Verbatim(str(at.line))) if at.line is not None else None


def date_inferred() -> Said:
    """Return that a document does not print its date."""
    return said("date-inferred")


def found_at(source: Source) -> tuple[Said, ...]:
    """Return where a document is found on the web, and where a copy of it is kept, as far as that is held."""
    looked_up = said("looked-up", day=source.accessed) if source.accessed else None
    own = [said("found-at", address=Verbatim(source.url))] if source.url else []
    kept = [said("copy-at", address=Verbatim(source.archived))] if source.archived else []
    return (*own, *kept, *([looked_up] if looked_up and (own or kept) else []))


def how_dated(source: Source) -> Said | None:
    """Return whether a document's date was printed, or how it was inferred; None where that is not told."""
    if source.date_basis is None:
        return None
    if source.date_basis == "inferred" and source.date_note:
        return said("labelled", label=date_inferred(), told=Verbatim(source.date_note))
    return date_inferred() if source.date_basis == "inferred" else said("date-printed")


def how_dated_in_sentences(source: Source) -> Said | None:
    """Return the same in a sentence, for a list of documents that other programs read."""
    if source.date_basis is None:
        return None
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
