"""The scale of an issue as other sheets give it: unit and ends, or levels with their numbers and names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from parley.errors import quoted
from parley.importing.guessing import quantity_of, short_of
from parley.importing.lists import Lists, Row, number_in, of_cells
from parley.importing.mapping import IssueMeaning, Level
from parley.importing.naming import exactly, id_of
from parley.importing.values import decimal_sign, is_nothing, is_unknown
from parley.model import Anchor, Quantity
from parley.numbers import plain as written
from parley.suggestions import did_you_mean


def measured(lists: Lists, row: Row, issue: IssueMeaning) -> Quantity | None:
    """Return the quantity of an issue with the unit and the ends that its row names."""
    if not any(row.cell(one) for one in ("unit", "bottom", "top")):
        return issue.quantity
    base = issue.quantity or quantity_of(["0", "1"])
    assert base is not None
    ends = {}
    for end in ("bottom", "top"):
        number = number_in(row.cell(end))
        if row.cell(end) and number is None:
            lists.refuse("issues", row, end, "It is no number.", "Write a number, or leave the cell empty.")
        ends[end] = written(number) if number is not None else str(getattr(base, end))
    unit = row.cell("unit") or base.unit
    gap_unit = {"gap_unit": "points"} if unit == "%" else {}
    if Fraction(ends["bottom"]) >= Fraction(ends["top"]):
        lists.refuse("issues", row, "top", "It is not above the bottom.", "Mend one of the two.")
        return issue.quantity
    return Quantity.model_validate({"unit": unit, **gap_unit, **ends, "resolution": str(base.resolution)})


def with_levels(lists: Lists, issues: Sequence[IssueMeaning], cells: Mapping[str, Sequence[str]], *, is_kept: bool) -> tuple[IssueMeaning, ...]:
    """Return issues on the scales that a list of levels makes; `cells` are those of positions by the id of the issue."""
    of_issue: dict[str, list[Row]] = {one.id: [] for one in issues}
    is_for_all = all("issue" not in row.cells for row in lists.rows("levels"))
    for row in lists.rows("levels"):
        met = [one for one in issues if is_for_all or of_cells([one], [row.cell("issue")])]
        for one in met:
            of_issue[one.id].append(row)
        if not met:
            names = sorted(one.name for one in issues)
            lists.refuse("levels", row, "issue", f"No statement is on an issue {quoted(row.cell('issue'))}.", did_you_mean(row.cell("issue"), names))
    scaled = [_scaled(lists, one, of_issue[one.id], cells.get(one.id, ())) for one in issues]
    is_given = [is_kept and bool(one.levels or (one.quantity and one.quantity.anchors)) for one in issues]
    return tuple(one if given else new for one, given, new in zip(issues, is_given, scaled, strict=True))


def _scaled(lists: Lists, issue: IssueMeaning, rows: Sequence[Row], cells: Sequence[str]) -> IssueMeaning:
    """Return an issue on the scale that its levels make: steps where their numbers count them, else named points of a quantity."""
    numbers: dict[Fraction, Row] = {}
    for place, row in enumerate(rows, 1):
        # Without a column of numbers the levels stand in their order, lowest first.
        number = number_in(row.cell("number")) if "number" in row.cells else Fraction(place)
        if number is None or not row.cell("name"):
            holds = "number" if number is None else "name"
            lists.refuse("levels", row, holds, "A level has a number, by which it is ordered, and a name.", "Fill both cells.")
        elif number in numbers:
            lists.refuse("levels", row, "number", f"The level stands in row {numbers[number].number} already.", "Take one of the two rows out.")
        else:
            numbers[number] = row
    if len(numbers) == 1:
        (row,) = numbers.values()
        lists.refuse(
            "levels", row, "name", f"It is the only level of {quoted(issue.name)}, and a scale has two or more.", "Add a row for each other one."
        )
    if len(numbers) < 2:
        return issue
    order = sorted(numbers)
    is_counted = all(high - low == 1 for low, high in pairwise(order))
    return (_as_steps if is_counted else _as_points)(issue, order, numbers, cells)


def _as_steps(issue: IssueMeaning, order: Sequence[Fraction], rows: Mapping[Fraction, Row], cells: Sequence[str]) -> IssueMeaning:
    made: list[Level] = []
    for number in order:
        name, cell = rows[number].cell("name"), rows[number].cell("number")
        short = short_of(name, {one.name for one in made})
        own = tuple(dict.fromkeys([cell, written(number), name, f"{cell} - {name}"] if cell else [name]))
        means = rows[number].cell("means") or (name if short != name else None)
        made.append(Level(id=id_of(short, "level", {one.id for one in made}), name=short, cells=own, means=means))
    known = {exactly(cell) for one in made for cell in one.cells}
    held = [cell for cell in cells if not is_nothing(cell) and not is_unknown(cell)]
    between = [one for cell in held if exactly(cell) not in known and (one := number_in(cell)) is not None and order[0] < one < order[-1]]
    if between:
        return _as_points(issue, order, rows, cells)  # places between the steps are no steps
    return issue.model_copy(update={"levels": tuple(made), "quantity": None})


def _as_points(issue: IssueMeaning, order: Sequence[Fraction], rows: Mapping[Fraction, Row], cells: Sequence[str]) -> IssueMeaning:
    base = issue.quantity or quantity_of([written(one) for one in order])
    if base is None:
        return issue
    bottom, top = (min(order[0], Fraction(base.bottom)), max(order[-1], Fraction(base.top)))
    if all(order[0] <= one <= order[-1] for one in _numbers(cells)):
        bottom, top = order[0], order[-1]
    anchors = tuple(Anchor.model_validate({"at": written(one), "name": rows[one].cell("name")}) for one in order)
    ends = {"bottom": written(bottom), "top": written(top), "anchors": anchors}
    return issue.model_copy(update={"quantity": Quantity.model_validate({**base.model_dump(exclude_none=True), **ends}), "levels": ()})


def _numbers(cells: Sequence[str]) -> list[Fraction]:
    sign = decimal_sign(cells)
    return [one for cell in cells if (one := number_in(cell, sign)) is not None]
