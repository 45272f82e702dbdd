"""Who said something, on whose word, in which document and when: the words that stand beside every statement and number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.dataset import Dataset
from parley.model import Attribution, Conveyance, Kind, Party, Source, Statement
from parley.numbers import counted

ATTRIBUTIONS: Mapping[Attribution, str] = {
    "on_record": "on record",
    "document": "in a document",
    "anonymous_official": "unnamed official",
    "anonymous_source": "unnamed source",
    "reporter": "reporter's account",
    "third_party_analysis": "third party's analysis",
}
CONVEYANCES: Mapping[Conveyance, str] = {
    "stated": "stated",
    "reported": "reported",
    "enacted": "enacted",
    "intention": "stated intention",
    "hint": "hint",
    "forecast": "forecast",
    "implied": "implied",
}
KIND_WORDS: Mapping[Kind, str] = {"demand": "Demand", "red_line": "Stated limit", "offer": "Offer", "threat": "Threat", "rationale": "Reason"}
SOFT_WAYS = {CONVEYANCES["hint"], CONVEYANCES["implied"]}
ROLES: Mapping[str, str] = {"principal": "principal", "third_party": "third party", "advocate": "advocate"}


def soft_words(statements: Sequence[Statement]) -> tuple[str, ...]:
    """Return "hint" or "implied" where all the evidence is no more than that."""
    ways = sorted({CONVEYANCES[one.conveyance] for one in statements})
    return tuple(ways) if statements and set(ways) <= SOFT_WAYS else ()


def speaker_words(statement: Statement, party: Party) -> str:
    """Return who said it; that nobody was named is left to the attribution, which says so."""
    return party.speaker(statement.speaker).name.removesuffix(" (unnamed)")


def source_words(source: Source) -> str:
    """Return a document's publication and date in short."""
    return f"{source.publication}, {source.issued.shown()}"


def citation_words(statement: Statement, dataset: Dataset) -> str:
    """Return who said it, on whose word, when, and where it stands: "minister, on record, 3 Mar 2025; Gazette, 5 Mar 2025, paragraph 2"."""
    party, source, at = dataset.negotiation.party_by_id[statement.party], dataset.sources[statement.source], statement.locator
    place = f"paragraph {at.paragraph}" if at.paragraph else "heading"
    speaker, grade = speaker_words(statement, party), ATTRIBUTIONS[statement.attribution]
    # What others read into a party is not put into its mouth.
    who = f"{grade}, on {speaker}" if statement.attribution == "third_party_analysis" else f"{speaker}, {grade}"
    who = f"{who}, {statement.said.shown()}"
    return f"{who}; {source_words(source)}, {place}"


def evidence_words(statements: Sequence[Statement]) -> str:
    """Return how many statements a number rests on, and the oldest date."""
    if not statements:
        return "No statements"
    oldest = min(statements, key=lambda one: one.day)
    return f"{counted(len(statements), 'statement')}, the oldest {oldest.said.shown()}"


def newest_words(statements: Sequence[Statement]) -> str:
    """Return the date of the newest of these statements; empty where there is none."""
    return max(statements, key=lambda one: one.day).said.shown() if statements else ""
