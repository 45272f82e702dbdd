"""Rules that a dataset which loads can still break: each returns what it finds, at its place in the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Any

from parley.collecting import uncollected
from parley.dataset import NEGOTIATION_FILE, Dataset
from parley.dates import PartialDate, days_later, shown_day
from parley.doubts import SHOWN_DOUBTS, letters_astray, parties_without_file
from parley.errors import Problem, Severity, quoted
from parley.files import Loc, shown_path
from parley.model import Event, Source, Statement
from parley.printable import unprintable
from parley.sharing import internal_sources, internal_statements
from parley.texts import Texts, fingerprint, has_anchor

# Charts clip what is longer.
SHORT_NAME = 12
RUNG_NAME = 34
# Days, of fifty and of ten years: what is told of so much later, or is due in so long a time, is rather a mistyped year.
LONG_AGO = 18263
FAR_AHEAD = 3653
# More names than these are counted in a message and not listed.
LISTED = 6

Finder = Callable[[Dataset], Iterable[Problem]]


@uncollected
def check(dataset: Dataset, texts: Texts | None, today: date) -> tuple[Problem, ...]:
    """Return everything found, errors and warnings, sorted by place; what needs the documents only where `texts` are held."""
    found = [problem for rule in RULES for problem in rule(dataset)]
    found += overdue_review(dataset, today)
    found += after_today(dataset, today)
    found += own_days_astray(dataset, today)
    if texts is not None:
        found += texts_not_as_recorded(dataset, texts)
        found += anchors_not_in_text(dataset, texts)
    return tuple(sorted(set(found)))


def repeated_ids(datasets: Sequence[Dataset]) -> tuple[Problem, ...]:
    """Return an error for each negotiation whose id another one before it has."""
    first: dict[str, Dataset] = {}
    found = []
    for dataset in datasets:
        key = dataset.negotiation.id
        if key in first:
            file, line = first[key].place_in_files(key) or ("", 0)
            what = f"The id {quoted(key)} of this negotiation is used twice."
            found.append(_in_header(dataset, ("id",), what, f"It stands first in {file}:{line}."))
        first.setdefault(key, dataset)
    return tuple(found)


def supersession_in_circles(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that supersede each other in a circle."""
    for circle in _circles({one.id: one.supersedes for one in dataset.statements if one.supersedes}):
        what = f"{_listed(circle)} supersede each other in a circle." if len(circle) > 1 else "The statement supersedes itself."
        yield _in_statement(dataset, dataset.statement_by_id[circle[0]], ("supersedes",), what, "Let only the later supersede the earlier.")


def superseding_older(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that are certainly older than one they supersede."""
    for new, old, loc in _supersessions(dataset):
        if old.said.earliest and new.day < old.said.earliest:
            what = f"It is older ({new.said.shown()}) than {quoted(old.id)} ({old.said.shown()}), which it supersedes."
            yield _in_statement(dataset, new, loc, what, "Exchange the two, or mend a date.")


def superseding_without_standing(dataset: Dataset) -> Iterator[Problem]:
    """Find statements by someone who cannot commit the party that supersede one by someone who can."""
    for new, old, loc in _supersessions(dataset):
        party = dataset.negotiation.party_by_id[new.party]
        speaker, before = party.speaker(new.speaker), party.speaker(old.speaker)
        if before.commits and not speaker.commits:
            what = (
                f"The speaker {quoted(speaker.id)} cannot commit {party.in_sentence}, so {quoted(old.id)}, by {quoted(before.id)}, is not superseded."
            )
            yield _in_statement(dataset, new, loc, what, f"Leave it out, or let the speaker commit in {NEGOTIATION_FILE}.", "warning")


def analysis_by_the_party(dataset: Dataset) -> Iterator[Problem]:
    """Find third parties' analyses whose speaker can commit the party: what others read into it is not its own word."""
    for one in dataset.statements:
        party = dataset.negotiation.party_by_id[one.party]
        if one.attribution == "third_party_analysis" and party.speaker(one.speaker).commits:
            what = f"It is a third party's analysis, and the speaker {quoted(one.speaker)} commits {party.in_sentence}."
            mend = f"Let the analyst speak, under a speaker with 'commits: false' in {NEGOTIATION_FILE}, or mend 'attribution'."
            yield _in_statement(dataset, one, ("speaker",), what, mend)


def said_after_publication(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that were certainly said after their source was published."""
    for one in dataset.statements:
        if one.said.earliest and one.reported and one.reported.latest and one.said.earliest > one.reported.latest:
            what = f"It was said ({one.said.shown()}) after its source was published ({one.reported.shown()})."
            yield _in_statement(dataset, one, ("said",), what, "Mend one of the two dates.")


def long_before_source(dataset: Dataset) -> Iterator[Problem]:
    """Find statements and events that certainly lie more than fifty years before the publication of the source that tells of them."""
    mend = "Look at both years."
    for one in dataset.statements:
        if one.reported and _long_before(one.said, one.reported.earliest):
            what = f"It was said ({one.said.shown()}) more than fifty years before its source was published ({one.reported.shown()})."
            yield _in_statement(dataset, one, ("said",), what, mend, "warning")
    for event in dataset.negotiation.events:
        published = dataset.sources[event.source].issued
        if _long_before(event.date, published.earliest):
            what = f"It happened ({event.date.shown()}) more than fifty years before its source was published ({published.shown()})."
            yield _in_event(dataset, event, what, mend)


def _long_before(day: PartialDate, other: date | None) -> bool:
    return bool(day.latest and other and day.latest < days_later(other, -LONG_AGO))


def ended_before_said(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that certainly ran out, or were withdrawn, before they were said."""
    for one in dataset.statements:
        for key, end, words in (("expires", one.expires, "It ran out"), ("withdrawn", one.withdrawn, "It was withdrawn")):
            if end and end.latest and one.said.earliest and end.latest < one.said.earliest:
                what = f"{words} ({end.shown()}) before it was said ({one.said.shown()})."
                yield _in_statement(dataset, one, (key,), what, "Mend one of the two dates.")


def inferred_without_note(dataset: Dataset) -> Iterator[Problem]:
    """Find inferred dates, of statements and sources, of which nobody says how they were found."""
    what, mend = "Nothing says how the date was inferred.", "Add 'date_note'."
    for one in dataset.statements:
        if one.date_basis == "inferred" and one.date_note is None:
            yield _in_statement(dataset, one, ("date_basis",), what, mend, "warning")
    for source in dataset.sources.values():
        if source.date_basis == "inferred" and source.date_note is None:
            yield _in_source(dataset, source, ("date_basis",), what, mend, "warning")


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
            yield _in_statement(dataset, one, ("locator", "line"), what, f"See 'headings' and 'body' in {record}.")
        elif given is not None and known != given:
            what = f"Line {line} of {quoted(one.source)} is {f'paragraph {known}' if known else 'a heading'}, not paragraph {given}."
            yield _in_statement(dataset, one, ("locator", "paragraph"), what, f"Write {known}, or mend the line.")


def repeats_astray(dataset: Dataset) -> Iterator[Problem]:
    """Find statements that repeat each other in a circle, or one of another party or issue."""
    for circle in _circles({one.id: (one.repeats,) for one in dataset.statements if one.repeats}):
        what = f"{_listed(circle)} repeat each other in a circle." if len(circle) > 1 else "The statement repeats itself."
        yield _in_statement(dataset, dataset.statement_by_id[circle[0]], ("repeats",), what, "Let only the later repeat the earlier.")
    for one in dataset.statements:
        first = dataset.statement_by_id.get(one.repeats or "")
        if first and (first.party, first.issue) != (one.party, one.issue):
            what = f"{quoted(first.id)} is on another issue." if first.party == one.party else f"{quoted(first.id)} is another party's statement."
            yield _in_statement(dataset, one, ("repeats",), what, "A statement repeats one of its own party on the same issue.")


def too_few_statements(dataset: Dataset) -> Iterator[Problem]:
    """Find whether fewer statements are there than the negotiation expects."""
    count, expected = len(dataset.statements), dataset.negotiation.expect_statements
    if count < expected:
        what = f"There are {count} statements, fewer than the {expected} expected."
        yield _in_header(dataset, ("expect_statements",), what, "Look for what is missing, or expect fewer.")


def silent_issues(dataset: Dataset) -> Iterator[Problem]:
    """Find issues on which nobody has said anything; where all that was said is left out, that is told already."""
    for index, issue in enumerate(dataset.negotiation.issues):
        if issue.id in dataset.never_named:
            what = f"There is no statement on the issue {quoted(issue.id)}."
            yield _in_header(dataset, ("issues", index, "id"), what, "Add one, or leave the issue out.", "warning")


def names_too_long(dataset: Dataset) -> Iterator[Problem]:
    """Find names of parties and rungs that charts would clip."""
    for index, party in enumerate(dataset.negotiation.parties):
        if len(party.short) > SHORT_NAME:
            what = f"The short name has {len(party.short)} characters; charts clip it after {SHORT_NAME}."
            yield _in_header(dataset, ("parties", index, "short"), what, "Shorten it.", "warning")
    for index, issue in enumerate(dataset.negotiation.issues):
        for number, rung in enumerate(issue.scale.ladder or ()):
            if len(rung.name) > RUNG_NAME:
                what = f"The rung's name has {len(rung.name)} characters; charts clip it after {RUNG_NAME}."
                yield _in_header(dataset, ("issues", index, "scale", "ladder", number, "name"), what, "Shorten it.", "warning")


def internal_named_outside(dataset: Dataset) -> Iterator[Problem]:
    """Find texts that may be passed on and name a statement or document that may not; the shareable edition would be refused for it."""
    hidden = {one.id for one in internal_statements(dataset)} | {source.id for source in internal_sources(dataset)}
    for one in dataset.statements if hidden else ():
        if one.id not in hidden:
            for loc, text in _passed_on(one):
                named = next((word for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) if word in hidden), None)
                if named:
                    what = f"It names {quoted(named)}, which is internal, and is not internal itself."
                    yield _in_statement(dataset, one, loc, what, "Say it without the id, or mark this as internal too.")


def _passed_on(one: Statement) -> Iterator[tuple[Loc, str]]:
    """Yield each free text of a statement that the shareable edition holds, and where it stands."""
    texts: tuple[tuple[Loc, str | None], ...] = (
        (("says",), one.says),
        (("note",), None if one.note_internal else one.note),
        (("date_note",), one.date_note),
        (("place", "unknown"), one.place.unknown),
        (("place", "not_placeable"), one.place.not_placeable),
        (("condition", "says"), one.condition.says if one.condition else None),
    )
    yield from ((loc, text) for loc, text in texts if text)


def overdue_review(dataset: Dataset, today: date) -> Iterator[Problem]:
    """Find whether the coding should have been reviewed before `today`."""
    due = dataset.negotiation.review_by
    if due and due.latest and due.latest < today:
        what = f"The review was due by {due.shown()}."
        yield _in_header(dataset, ("review_by",), what, "Review the coding, then set 'reviewed' and 'review_by'.", "warning")


def after_today(dataset: Dataset, today: date) -> Iterator[Problem]:
    """Find statements, withdrawals and documents that certainly lie after `today`, and events that lie far ahead; others may be due."""
    mend = f"Today is {shown_day(today)}: mend the date."
    for one in dataset.statements:
        for key, day, words in (("said", one.said, "It was said"), ("withdrawn", one.withdrawn, "It was withdrawn")):
            if day and day.earliest and day.earliest > today:
                yield _in_statement(dataset, one, (key,), f"{words} ({day.shown()}) after today.", mend, "warning")
    for source in dataset.cited.values():
        if source.issued.earliest and source.issued.earliest > today:
            yield _in_source(dataset, source, ("issued",), f"It was published ({source.issued.shown()}) after today.", mend, "warning")
    for event in dataset.negotiation.events:
        if event.date.earliest and event.date.earliest > days_later(today, FAR_AHEAD):
            yield _in_event(dataset, event, f"It is due ({event.date.shown()}) more than ten years after today.", mend)


def own_days_astray(dataset: Dataset, today: date) -> Iterator[Problem]:
    """Find whether a review or an edition certainly lies after `today`, or more than fifty years before."""
    negotiation, mend = dataset.negotiation, f"Today is {shown_day(today)}: mend the date."
    days: list[tuple[Loc, PartialDate, str]] = [(("reviewed",), negotiation.reviewed, "It was reviewed")]
    days += [(("editions", index, "day"), edition.day, "It was presented") for index, edition in enumerate(negotiation.editions)]
    for loc, day, words in days:
        if day.earliest and day.earliest > today:
            yield _in_header(dataset, loc, f"{words} ({day.shown()}) after today.", mend, "warning")
        elif _long_before(day, today):
            yield _in_header(dataset, loc, f"{words} ({day.shown()}) more than fifty years before today.", mend, "warning")


def texts_not_as_recorded(dataset: Dataset, texts: Texts) -> Iterator[Problem]:
    """Find sources whose text is not held, and lines of a text that are not those the record was made from."""
    for source in dataset.sources.values():
        if source.file is None:
            continue
        lines = texts.lines(source)
        if lines is None:
            what = f"The text {quoted(source.file)} is not held, so nothing can be compared with it."
            yield _in_source(dataset, source, ("file",), what, f"Put it into {shown_path(texts.folder)}.", "warning")
            continue
        for key, paragraphs in (("headings", source.headings), ("body", source.body)):
            for index, one in enumerate(paragraphs):
                if one.line > len(lines) or fingerprint(lines[one.line - 1]) != one.fingerprint:
                    what, mend = f"Line {one.line} of the text held is not the one recorded.", "Hold the text the record was made from."
                    yield _in_source(dataset, source, (key, index, "fingerprint"), what, mend)


def anchors_not_in_text(dataset: Dataset, texts: Texts) -> Iterator[Problem]:
    """Find anchors that do not stand in their line; a line that is not the one recorded is reported as such and not here."""
    for one in dataset.statements:
        source, line, anchor = dataset.source_of(one), one.locator.line, one.locator.anchor
        paragraph = texts.paragraph(source, line) if source and line else None
        if source and anchor and paragraph is not None and not has_anchor(paragraph, anchor):
            what = f"These words do not stand in line {line} of {quoted(source.id)}."
            yield _in_statement(dataset, one, ("locator", "anchor"), what, "Copy a few words of that line.")


RULES: tuple[Finder, ...] = (
    supersession_in_circles,
    superseding_older,
    superseding_without_standing,
    analysis_by_the_party,
    said_after_publication,
    long_before_source,
    ended_before_said,
    inferred_without_note,
    locators_not_in_record,
    repeats_astray,
    too_few_statements,
    silent_issues,
    names_too_long,
    internal_named_outside,
    unprintable,
    letters_astray,
    parties_without_file,
    *SHOWN_DOUBTS,
)


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


def _in_statement(dataset: Dataset, statement: Statement, loc: Loc, what: str, mend: str, severity: Severity = "error") -> Problem:
    document, (*above, _) = dataset.files[statement.id]
    return document.problem((*above, *loc), what, mend, severity=severity)


def _in_source(dataset: Dataset, source: Source, loc: Loc, what: str, mend: str, severity: Severity = "error") -> Problem:
    return dataset.files[source.id][0].problem(loc, what, mend, severity=severity)


def _in_header(dataset: Dataset, loc: Loc, what: str, mend: str, severity: Severity = "error") -> Problem:
    return dataset.files[dataset.negotiation.id][0].problem(loc, what, mend, severity=severity)


def _in_event(dataset: Dataset, event: Event, what: str, mend: str) -> Problem:
    # Those left out still have their places in the file.
    listed: Any = dataset.files[dataset.negotiation.id][0].value["events"]
    index = next(index for index, one in enumerate(listed) if one["id"] == event.id)
    return _in_header(dataset, ("events", index, "date"), what, mend, "warning")
