"""Where a cell stands on a scale of numbers, or why it cannot be taken."""

from __future__ import annotations

from fractions import Fraction

from parley.errors import quoted
from parley.importing.drafted import Entry
from parley.importing.mapping import Signs
from parley.importing.values import AmbiguousError, amount_of, number_beside, same_unit
from parley.model import Quantity
from parley.numbers import plain as written


class NotTakenError(ValueError):
    """A cell that cannot be taken: the reason, and a remedy."""

    def __init__(self, why: str, mend: str) -> None:
        super().__init__(why)
        self.why, self.mend = why, mend


def measured(cell: str, scale: Quantity, decimal: str, signs: Signs, *, has_percents: bool) -> Entry:
    """Return the place of a cell on a scale; raise `NotTakenError` where it has none.

    `decimal` is the sign before decimals, `signs` what becomes of a sign beside the number, and others on the issue may be written as percents.
    """
    beside = number_beside(cell, decimal)
    if beside and signs == "left_out":
        why = f"A sign stands beside the number: {quoted(beside.sign)}."
        raise NotTakenError(why, "Have such numbers read without their signs, or write the number alone.")
    try:
        found = amount_of(beside.number if beside else cell, decimal)
    except AmbiguousError as error:
        raise NotTakenError("The number can be read in two ways.", "Write it without a sign between thousands.") from error
    if found is None:
        raise NotTakenError("It is no number, and the others on this issue are.", "Write a number, or leave the cell empty.")
    if found.unit and not same_unit(found.unit, scale.unit):
        raise NotTakenError(f"The unit is {quoted(found.unit)}, and that of the issue is {quoted(scale.unit)}.", f"Write it in {scale.unit}.")
    if not found.unit and same_unit(scale.unit, "%") and 0 < found.high <= 1 and has_percents:
        raise NotTakenError("It may be a share of one or of a hundred.", "Write it with its unit, as the others are.")
    if not Fraction(scale.bottom) <= found.low <= found.high <= Fraction(scale.top):
        why = f"It lies outside the scale, which runs from {scale.bottom} to {scale.top}."
        raise NotTakenError(why, "Mend the number, or the ends of the scale in the mapping.")
    if found.low == found.high:
        return {"at": written(found.low)}
    return {"from": written(found.low), "to": written(found.high), "reading": "imprecise"}
