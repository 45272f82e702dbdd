"""What a statement depends on: the one way in which a condition is told."""

from __future__ import annotations

from parley.model import Condition, Entry, Party, Statement
from parley.telling.said import Argument, Said, Verbatim, said


def condition_of(condition: Condition) -> Said:
    """Return the condition as it follows what depends on it, without a full stop."""
    return said("condition", link=condition.type, what=Verbatim(condition.says.rstrip(".")))


def under_condition(place: Argument, statement: Entry) -> Argument:
    """Return where a statement stands, with what it depends on."""
    return said("under-condition", place=place, condition=condition_of(statement.condition)) if statement.condition else place


def stands(statement: Statement, party: Party) -> Said:
    """Return that this statement stands under its condition, without a full stop.

    Raises ValueError for a statement without a condition.
    """
    return _stands("stands-under-condition", statement, party)


def one_stands(statement: Statement, party: Party) -> Said:
    """Return that a statement of this kind stands under its condition; as `stands`."""
    return _stands("one-stands-under-condition", statement, party)


def _stands(key: str, statement: Statement, party: Party) -> Said:
    if statement.condition is None:
        raise ValueError(f"{statement.id} depends on nothing.")
    return said(key, kind=statement.kind, party=party, condition=condition_of(statement.condition))
