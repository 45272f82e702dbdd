"""What is held of one statement, field by field: who said it, when, how it is known, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Literal

from parley.analysis.addressing import government_asked
from parley.analysis.aside import Aside, AsideKind
from parley.evidence import Evidence
from parley.model import Source, Statement
from parley.telling.aside import why_aside
from parley.telling.conditions import condition_of, under_condition
from parley.telling.evidence import attribution_of, conveyance_of, day_and_marks, published_told, speaker_of, stays_inside, whose_word, words_of
from parley.telling.parties import asked_of
from parley.telling.places import place_of
from parley.telling.said import Argument, Listed, Said, Verbatim, bracketed, said, together
from parley.telling.terms import kind_name
from parley.telling.voices import not_counted

Field = Literal[
    "who", "said", "reported", "document", "locator", "scale", "figure", "condition", "addressed", "replaces", "replaced", "repeats",
    "firmness", "note", "counted",
]  # fmt: skip
HELD = said("held-of-statement")
PARAGRAPH_HELD = said("paragraph-held")
PARAGRAPH_NOT_HELD = said("paragraph-not-held")


def field_name(field: Field) -> Said:
    """Return the name of a field."""
    return said("field", field=field)


def more_held(fields: Iterable[Field]) -> Said:
    """Return under what words the fields stand that are not shown at once: their names."""
    return said("more-held", fields=together(*map(field_name, fields), how="comma"))


def evidence_opened(count: int) -> Said:
    """Return the title over so many statements."""
    return said("evidence-opened", count=count)


def kind_by_on(one: Statement, dataset: Evidence) -> Said:
    """Return what a statement is, whose, and on which issue."""
    negotiation = dataset.negotiation
    issue = Verbatim(negotiation.issue_by_id[one.issue].name)
    return said("kind-by-on", (one.id,), kind=kind_asked_of(one, dataset), party=negotiation.party_by_id[one.party], issue=issue)


def kind_asked_of(one: Statement, dataset: Evidence) -> Said:
    """Return what a statement is, and which governments it asks to obtain it, where it does."""
    of = government_asked(one, dataset.negotiation)
    return said("kind-asked-of", kind=kind_of(one), asked=asked_of(of)) if of else kind_of(one)


def kind_of(one: Statement) -> Said:
    """Return what a statement is; of a measure, how far it has come."""
    return said("measure-at-stage", stage=one.stage) if one.stage else kind_name(one.kind)


def what_is_held(one: Statement, dataset: Evidence) -> dict[Field, Argument]:
    """Return who said it and when, who reported it, the document and the place in it, its place on the scale, figure and condition."""
    source, at = dataset.source_of(one), place_in_document(one)
    found: dict[Field, Argument | None] = {
        "who": speaker_told(one, dataset),
        "said": said_when(one),
        "reported": reported_in(source) if source else None,
        "document": Verbatim(source.title) if source else said("no-document"),
        "locator": at,
        "scale": place_on_scale(one, dataset),
        "figure": amount_told(one),
        "condition": condition_of(one.condition) if one.condition else None,
    }
    return {field: told for field, told in found.items() if told}


def speaker_told(one: Statement, dataset: Evidence) -> Said:
    """Return who said it, on whose word it rests, how it came across, and whether it stays inside."""
    speaker = Verbatim(speaker_of(one, dataset).shown)
    way, inside = conveyance_of(one), stays_inside(one, dataset)
    if one.attribution == "reporter":
        # What a reporter tells is reported, unless something else is said of it.
        told, grades = whose_word(one, dataset), [way if one.conveyance != "reported" else None]
    else:
        told, grades = said("own-word", speaker=speaker), [attribution_of(one) if one.attribution else None, way]
    aside = [*filter(None, grades), *inside]
    return said("with-aside", place=told, aside=bracketed(together(*aside, how="comma"))) if aside else told


def said_when(one: Statement) -> Argument:
    """Return when it was said, and how that is known."""
    if one.date_basis is None:
        return one.said
    basis, note = Verbatim(one.date_basis), (one.date_note or "").rstrip(".")
    if one.date_basis in note.casefold():
        # The note tells it itself.
        return said("dated-how", day=one.said, basis=Verbatim(note))
    return said("dated-how-because", day=one.said, basis=basis, note=Verbatim(note)) if note else said("dated-how", day=one.said, basis=basis)


def reported_in(source: Source) -> Argument:
    """Return in which publication of which day it was reported."""
    told = published_told(source)
    return said("with-date-inferred", source=told) if source.date_basis == "inferred" else told


def place_in_document(one: Statement) -> Argument | None:
    """Return where in the document it stands, and by which words it is found there, as far as that is held."""
    at = one.locator
    places = [said("on-page", number=Verbatim(at.page))] if at.page is not None else []
    if at.paragraph is not None:
        places.append(said("paragraph", number=Verbatim(str(at.paragraph))) if at.paragraph else said("heading"))
    if at.line is not None:
        places.append(said("on-line", number=Verbatim(str(at.line))))
    place, anchor = together(*places, how="comma") if places else None, said("by-anchor", words=Verbatim(at.anchor)) if at.anchor else None
    return said("labelled", label=place, told=anchor) if place and anchor else place or anchor


def place_on_scale(one: Statement, dataset: Evidence) -> Argument:
    """Return where on the scale it stands, or why it stands nowhere."""
    return place_of(one, dataset) if one.place.is_placed else said("no-place-because", reason=Verbatim(one.place.not_placeable or ""))


def amount_told(one: Statement) -> Said | None:
    """Return the figure that it names beside its place; None where it names none."""
    if one.amount is None:
        return None
    return said("amount", number=Fraction(one.amount.value), unit=Verbatim(one.amount.unit), what=Verbatim(one.amount.what))


def addressees(one: Statement, dataset: Evidence) -> Listed | None:
    """Return to whom it is addressed; None where it is addressed to nobody in particular."""
    names = [dataset.negotiation.party_by_id[party].name for party in one.to]
    names += [one.to_others] if one.to_others else []
    return together(*map(Verbatim, names), how="comma") if names else None


def quoted(ids: Iterable[str], dataset: Evidence) -> Listed | None:
    """Return other statements in short, each with its date; None where none of these is held."""
    known = map(dataset.statement, filter(dataset.holds, ids))
    told = [said("quoted-statement", (one.id,), says=_short_of(one, dataset), day=day_and_marks(one, dataset)) for one in known]
    return together(*told, how="semicolon") if told else None


def _short_of(one: Statement, dataset: Evidence) -> Argument:
    return under_condition(Verbatim(one.says.rstrip(".")), one) if one.says else words_of(one, dataset)


def firmness_told(one: Statement) -> Listed | None:
    """Return how firm the party was, and how sure we are of the coding, as far as that is held."""
    told = [said("firmness-of-five", firmness=Verbatim(str(one.firmness)))] if one.firmness else []
    told += [said("confidence-in-coding", confidence=Verbatim(one.confidence))] if one.confidence else []
    return together(*told, how="semicolon") if told else None


def counted_how(one: Statement, reason: Aside | None, dataset: Evidence, *, bounds: bool) -> Said:
    """Return whether it counts in its party's position, and why not; `bounds` where an end of the position rests on it."""
    if reason is not None:
        return said("counted-aside", how="apart" if _is_apart(reason) else "no", why=why_aside(reason, one, dataset))
    return said("counted-or-not", counted="yes" if bounds else "further")


def counted_tag(reason: Aside) -> Said:
    """Return in few words that it is counted apart, or not at all."""
    return said("counted-apart") if _is_apart(reason) else not_counted()


def _is_apart(reason: Aside) -> bool:
    return reason.kind is AsideKind.CONDITIONAL
