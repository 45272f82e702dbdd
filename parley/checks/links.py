"""Rules on what a statement leads to: those that it supersedes or repeats, and its line in the record of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from parley.checks.pointing import in_statement
from parley.dataset import NEGOTIATION_FILE, Dataset
from parley.errors import Problem, quoted
from parley.files import Loc
from parley.model import Source, Statement

# More names than these are counted in a message and not listed.
LISTED = 6


def supersession_in_circles(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that supersede each other in a circle."""
    for circle in _circles({one.id: one.supersedes for one in dataset.statements if one.supersedes}):
        what = f"{_listed(circle)} supersede each other in a circle." if len(circle) > 1 else "The statement supersedes itself."
        yield in_statement(dataset, dataset.statement_by_id[circle[0]], ("supersedes",), what, "Let only the later supersede the earlier.")


def superseding_older(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that are certainly older than one they supersede."""
    for new, old, loc in _supersessions(dataset):
        if old.said.earliest and new.day < old.said.earliest:
            what = f"It is older ({new.said.shown()}) than {quoted(old.id)} ({old.said.shown()}), which it supersedes."
            yield in_statement(dataset, new, loc, what, "Exchange the two, or mend a date.")


def superseding_without_standing(dataset: Dataset) -> Iterator[Problem]:
    """Find statements by someone who cannot commit the party that supersede one by someone who can."""
    for new, old, loc in _supersessions(dataset):
        party = dataset.negotiation.party_by_id[new.party]
        speaker, before = party.speaker(new.speaker), party.speaker(old.speaker)
        if before.commits and not speaker.commits:
            what = (
                f"The speaker {quoted(speaker.id)} cannot commit {party.in_sentence}, so {quoted(old.id)}, by {quoted(before.id)}, is not superseded."
            )
            yield in_statement(dataset, new, loc, what, f"Leave it out, or let the speaker commit in {NEGOTIATION_FILE}.", "warning")


def repeats_astray(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that repeat each other in a circle, or one of another party or issue."""
    for circle in _circles({one.id: (one.repeats,) for one in dataset.statements if one.repeats}):
        what = f"{_listed(circle)} repeat each other in a circle." if len(circle) > 1 else "The statement repeats itself."
        yield in_statement(dataset, dataset.statement_by_id[circle[0]], ("repeats",), what, "Let only the later repeat the earlier.")
    for one in dataset.statements:
        first = dataset.statement_by_id.get(one.repeats or "")
        if first and (first.party, first.issue) != (one.party, one.issue):
            what = f"{quoted(first.id)} is on another issue." if first.party == one.party else f"{quoted(first.id)} is another party's statement."
            yield in_statement(dataset, one, ("repeats",), what, "A statement repeats one of its own party on the same issue.")


def locators_not_in_record(dataset: Dataset) -> Iterator[Problem]:
    """Find locators whose line the source's record does not know, or knows as another paragraph."""
    numbers = {key: _paragraph_numbers(source) for key, source in dataset.sources.items()}
    for one in dataset.statements:
        line, given = one.locator.line, one.locator.paragraph
        if line is None or one.source is None or not numbers[one.source]:
            continue
        known = numbers[one.source].get(line)
        if known is None:
            record = dataset.files[one.source][0].name
            what = f"Line {line} is neither a heading nor a paragraph of {quoted(one.source)}."
            yield in_statement(dataset, one, ("locator", "line"), what, f"See 'headings' and 'body' in {record}.")
        elif given is not None and known != given:
            what = f"Line {line} of {quoted(one.source)} is {f'paragraph {known}' if known else 'a heading'}, not paragraph {given}."
            yield in_statement(dataset, one, ("locator", "paragraph"), what, f"Write {known}, or mend the line.")


def _supersessions(dataset: Dataset) -> Iterator[tuple[Statement, Statement, Loc]]:
    """Yield each superseding statement with one it supersedes, and where it says so."""
    for new in dataset.statements:
        for index, old in enumerate(new.supersedes):
            yield new, dataset.statement_by_id[old], ("supersedes", index)


def _circles(leads_to: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the circles in which ids lead to each other, each once and from its first id in the alphabet."""
    left = {key: set(others) for key, others in leads_to.items()}
    while True:
        try:
            TopologicalSorter(left).prepare()
        except CycleError as error:
            # Each in the list is led to by the next, and the last is the first again.
            circle = error.args[1][:0:-1]
            start = circle.index(min(circle))
            yield (*circle[start:], *circle[:start])
            left[circle[0]].discard(circle[1 % len(circle)])
        else:
            return


def _paragraph_numbers(source: Source) -> Mapping[int, int]:
    """Return the number of each line of the record: 0 for headings, then 1 and up through the body."""
    return {one.line: 0 for one in source.headings} | {one.line: number for number, one in enumerate(source.body, 1)}


def _listed(ids: Sequence[str]) -> str:
    named = [quoted(one) for one in ids] if len(ids) <= LISTED else [*(quoted(one) for one in ids[: LISTED - 1]), f"{len(ids) - LISTED + 1} others"]
    return f"{', '.join(named[:-1])} and {named[-1]}"
