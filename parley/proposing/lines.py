"""A file of proposals: JSON Lines, each line an object of its own, read as strictly as the files of positions and told of as they are."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

from parley.editing.emitting import as_text
from parley.errors import BadFilesError, Problem
from parley.files import Document, Loc, content_of, document_of, shown_path
from parley.model import Proposal
from parley.reading import read_record
from parley.strict_yaml import Text

MOST_LINES, LONGEST_LINE = 10_000, 50_000
# A sign beyond the first 65,536 is written in JSON as two halves.
_TWO_HALVES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_AS_JSON = "Write one JSON object on one line, each name and each text in double quotes."


@dataclass(frozen=True, eq=False)
class Given:
    """A proposal with the line on which it stands, and what it says there."""

    line: int
    document: Document
    proposal: Proposal

    @cached_property
    def statement(self) -> dict[str, Text]:
        """Return the statement as it was given, key by key, numbers as numbers."""
        found = as_text(json.loads(self.document.content, parse_float=Decimal)["statement"])
        assert isinstance(found, dict)
        return found

    @cached_property
    def key(self) -> str:
        """Return by what the same proposal is known wherever it stands: a fingerprint of all that it says."""
        return hashlib.sha256(json.dumps(self.document.value, sort_keys=True).encode()).hexdigest()[:16]

    def problem(self, loc: Loc, what: str, mend: str = "") -> Problem:
        """Return a problem at what a way through its keys leads to, or at the nearest that is there."""
        while loc and not _leads(self.document.value, loc):
            loc = loc[:-1]
        return self.document.problem(loc, what, mend)._replace(line=self.line)


def read_proposals(path: Path) -> tuple[Given, ...]:
    """Return the proposals in a file; raise `BadFilesError` with all that is wrong in it."""
    return proposals_in(content_of(path), path)


def proposals_in(content: str, path: Path) -> tuple[Given, ...]:
    """Return the proposals that a text holds, which is that of the file at `path`; raise as `read_proposals`."""
    given: list[Given] = []
    problems: list[Problem] = []
    for number, line in lines_of(content, path):
        try:
            document = object_in(line, path)
            given.append(Given(number, document, read_record(Proposal, path, document)[0]))
        except BadFilesError as error:
            problems += [one._replace(line=number) for one in error.problems]
    if problems:
        raise BadFilesError(problems)
    return tuple(given)


def lines_of(content: str, path: Path) -> Iterator[tuple[int, str]]:
    """Yield each line that is not empty with its number; raise `BadFilesError` where there are too many."""
    lines = content.split("\n")
    if len(lines) > MOST_LINES + 1:
        what = f"The file has more than {MOST_LINES:,} lines."
        raise BadFilesError([Problem(shown_path(path), MOST_LINES + 1, 1, what, "Put in a part of it at a time.")])
    yield from ((number, line.rstrip("\r")) for number, line in enumerate(lines, 1) if line.strip())


def object_in(line: str, path: Path) -> Document:
    """Return the JSON object on a line; raise `BadFilesError` with the column, as if the line were the file's first."""
    name = shown_path(path)
    if len(line) > LONGEST_LINE:
        raise BadFilesError([Problem(name, 1, LONGEST_LINE + 1, f"The line has more than {LONGEST_LINE:,} signs.", _AS_JSON)])
    try:
        found = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadFilesError([Problem(name, 1, error.colno, f"This is no JSON: {error.msg[:1].lower()}{error.msg[1:]}.", _AS_JSON)]) from error
    except RecursionError as error:
        raise BadFilesError([Problem(name, 1, 1, "This line holds brackets within brackets without end.", _AS_JSON)]) from error
    except ValueError as error:
        raise BadFilesError([Problem(name, 1, 1, "This line holds a number of very many digits.", _AS_JSON)]) from error
    if not isinstance(found, dict):
        raise BadFilesError([Problem(name, 1, 1, "This line holds no object.", _AS_JSON)])
    return document_of(path, _TWO_HALVES.sub(lambda pair: str(json.loads(f'"{pair[0]}"')), line))


def line_of(proposer: str, statement: dict[str, Text], reason: str = "") -> str:
    """Return a proposal as a line of a file."""
    return json.dumps({"proposer": proposer, **({"reason": reason} if reason else {}), "statement": statement}, ensure_ascii=False)


def whole(given: Sequence[Given]) -> str:
    """Return a file of proposals, each line as it was given."""
    return "".join(f"{one.document.content}\n" for one in given)


def _leads(value: Text, loc: Loc) -> bool:
    here: Text = value
    for step in loc:
        if isinstance(here, dict) and step in here:
            here = here[str(step)]
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
        else:
            return False
    return True
