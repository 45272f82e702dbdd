"""References by id: what leads nowhere is told, with the nearest there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from parley.errors import Problem, quoted
from parley.files import Document, Loc
from parley.suggestions import did_you_mean

# To look for the nearest of many thousand ids takes long, and nobody mends a mistake made so often by one hint after the other.
MOST_SUGGESTED = 20


class References:
    """The references of one negotiation; only the first of many that lead nowhere get a suggestion."""

    def __init__(self) -> None:
        self.suggested: Counter[str] = Counter()

    def problems(self, given: str, known: Collection[str], what: str, document: Document, loc: Loc, of: str = "") -> Sequence[Problem]:
        """Return the problem of a reference that leads nowhere, or none; `what` it names, and `of` whom."""
        if given in known:
            return ()
        self.suggested[what] += 1
        mend = did_you_mean(given, sorted(known)) if self.suggested[what] <= MOST_SUGGESTED else ""
        return (document.problem(loc, f"There is no {what} {quoted(given)}{of}.", mend),)
