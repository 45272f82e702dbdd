"""Rules that a dataset which loads can still break: each returns what it finds, at its place in the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from parley.checks.contents import analysis_by_the_party, internal_named_outside, names_too_long, silent_issues, too_few_statements
from parley.checks.days import (
    after_today,
    ended_before_said,
    inferred_without_note,
    long_before_source,
    overdue_review,
    own_days_astray,
    said_after_publication,
)
from parley.checks.links import (
    locators_not_in_record,
    repeats_astray,
    superseding_older,
    superseding_without_standing,
    supersession_in_circles,
)
from parley.checks.pointing import in_header
from parley.checks.wording import anchors_not_in_text, texts_not_as_recorded
from parley.collecting import uncollected
from parley.dataset import Dataset
from parley.doubts import SHOWN_DOUBTS, letters_astray, parties_without_file
from parley.errors import Problem, quoted
from parley.printable import unprintable
from parley.texts import Texts

Finder = Callable[[Dataset], Iterable[Problem]]
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
            found.append(in_header(dataset, ("id",), what, f"It stands first in {file}:{line}."))
        first.setdefault(key, dataset)
    return tuple(found)
