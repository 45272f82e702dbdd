"""Whether proposals fit the negotiation: tried together as if all were accepted, and what is wrong told at the line of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.dataset import Dataset
from parley.editing.edits import Add
from parley.editing.errors import RefusedError
from parley.editing.opening import Opened
from parley.editing.trying import tried
from parley.errors import BadFilesError, Problem, quoted
from parley.files import Loc
from parley.importing.naming import id_of
from parley.proposing.lines import Given


def accepting(given: Given, taken: Sequence[str] | set[str]) -> Add:
    """Return the change by which a proposal becomes a statement; one without an id is given one unlike those taken."""
    one = given.proposal.statement
    whose = one.party or one.bloc or " ".join(one.parties)
    called = one.id or id_of(f"{whose} {one.issue} {one.kind}", "statement", taken)
    return Add("statement", {"id": called, **given.statement})


def fitted(talks: Opened, given: Sequence[Given]) -> Dataset:
    """Return the negotiation as it would be if every proposal were accepted; raise `BadFilesError` with what does not fit, line by line."""
    taken = set(talks.statements)
    edits: dict[int, Add] = {}
    first: dict[str, int] = {}
    problems: list[Problem] = []
    for one in given:
        key = one.proposal.statement.id
        if key in taken:
            told = f"There is a statement {quoted(key)} already"
            where = f", proposed on line {first[key]}" if key in first else ""
            problems.append(one.problem(("statement", "id"), f"{told}{where}.", "Choose another id, or leave it out."))
            continue
        edit = accepting(one, taken)
        edits[one.line] = edit
        taken.add(edit.id)
        first[edit.id] = one.line
    problems += _unowned(talks, given)
    if not problems:
        try:
            return tried(talks, edits.values()).dataset
        except RefusedError as error:
            by_edit = {id(edits[one.line]): one for one in given}
            problems += [_placed(by_edit.get(id(fault.edit)), fault.field, fault.problem) for fault in error.faults]
    raise BadFilesError(problems)


def _unowned(talks: Opened, given: Sequence[Given]) -> Iterator[Problem]:
    """Yield the proposals of parties that the negotiation does not have: into no file could they be put."""
    from parley.suggestions import did_you_mean

    negotiation = talks.dataset.negotiation
    known = {"party": list(negotiation.party_by_id), "parties": list(negotiation.party_by_id), "bloc": [one.id for one in negotiation.blocs]}
    for one in given:
        for key, ids in known.items():
            held = getattr(one.proposal.statement, key) or ()
            for place, name in enumerate([held] if isinstance(held, str) else held):
                if name not in ids:
                    loc: Loc = ("statement", key, place) if key == "parties" else ("statement", key)
                    yield one.problem(loc, f"There is no {'bloc' if key == 'bloc' else 'party'} {quoted(name)}.", did_you_mean(name, ids))


def _placed(given: Given | None, field: Loc, problem: Problem) -> Problem:
    if given is None:
        return problem
    return given.problem(("statement", *field), problem.what, problem.mend)
