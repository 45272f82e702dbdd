"""Problems that point at their place in the files: in a statement, the record of a document, the negotiation's own file."""

from __future__ import annotations

from typing import Any

from parley.dataset import Dataset
from parley.errors import Problem, Severity
from parley.files import Loc
from parley.model import Event, Source, Statement


def in_statement(dataset: Dataset, statement: Statement, loc: Loc, what: str, mend: str, severity: Severity = "error") -> Problem:
    """Return a problem in a statement, or what stands within it."""
    document, (*above, _) = dataset.files[statement.id]
    return document.problem((*above, *loc), what, mend, severity=severity)


def in_source(dataset: Dataset, source: Source, loc: Loc, what: str, mend: str, severity: Severity = "error") -> Problem:
    """Return a problem in the record of a document."""
    return dataset.files[source.id][0].problem(loc, what, mend, severity=severity)


def in_header(dataset: Dataset, loc: Loc, what: str, mend: str, severity: Severity = "error") -> Problem:
    """Return a problem in the negotiation's own file."""
    return dataset.files[dataset.negotiation.id][0].problem(loc, what, mend, severity=severity)


def in_event(dataset: Dataset, event: Event, what: str, mend: str) -> Problem:
    """Return a warning at the date of an event."""
    # Those left out still have their places in the file.
    listed: Any = dataset.files[dataset.negotiation.id][0].value["events"]
    index = next(index for index, one in enumerate(listed) if one["id"] == event.id)
    return in_header(dataset, ("events", index, "date"), what, mend, "warning")
