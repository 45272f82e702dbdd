"""The sheet in which a reader puts a party elsewhere: its formulas worked out, beside the gaps that the analysis finds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Any

import pytest
from openpyxl.utils import column_index_from_string

from parley.analysis.bounds import gap_bounds
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.gaps import Gap, gap_as_of
from parley.exports.what_if import DISTANCES_AT, HIDDEN, MEASURED, rows_of, typed_at
from parley.telling.briefing import Briefing, brief
from tests.briefings import many_tongues, shipped
from tests.exports.test_tables import small
from tests.making import TODAY, dataset, issue, ladder, percent, statement

NONE = "not measured"
_CALL = re.compile(r"\b(IF|AND|OR|MAX|MIN|ROUND)\(")
_FUNCTIONS: dict[str, Any] = {
    "IF": lambda test, one, other: one() if test() else other(),
    "AND": lambda *all_of: all(one() for one in all_of),
    "OR": lambda *any_of: any(one() for one in any_of),
    "MAX": lambda *several: max(one() for one in several),
    "MIN": lambda *several: min(one() for one in several),
    "ROUND": lambda number, places: round(number(), places()),
    "TRUE": True,
}


def worked_out(briefing: Briefing, number: int = 0, typed: Mapping[tuple[int, int], Any] | None = None) -> list[Any]:
    """Return what the formulas of a row come to, the lower and the upper bound of each distance, after places were typed for parts of the two."""
    (row,) = [one for at, one in enumerate(rows_of(briefing, 0)) if at == number]
    cells: dict[int, Any] = {typed_at(*key): value for key, value in (typed or {}).items()}

    @cache
    def value(name: str) -> Any:
        column = column_index_from_string(name) - 1
        return evaluate(row.formulas[column][0]) if column in row.formulas else cells.get(column, "")

    def evaluate(formula: str) -> Any:
        # Every argument is worked out only when it is asked for, as a sheet does it.
        text = re.sub(r"MATCH\(\$([A-Z]+)\d+,[^,]+,0\)", lambda one: f'steps("{one[1]}")', formula)
        text = re.sub(r"\$([A-Z]+)\d+", lambda one: f'value("{one[1]}")', text)
        text = re.sub(r"(?<![<>!])=", "==", text.replace("<>", "!="))
        return eval(_lazy(text), {**_FUNCTIONS, "value": value, "steps": lambda name: row.steps.index(value(name)) + 1})

    return [evaluate(row.formulas[DISTANCES_AT + at][0]) for at in range(2 * len(MEASURED))]


def _lazy(text: str) -> str:
    """Return a formula in which each argument of a function is a function without arguments."""
    found, at = "", 0
    while match := _CALL.search(text, at):
        depth, end, parts, is_quoted = 1, match.end(), [match.end()], False
        while depth:
            sign = text[end]
            is_quoted ^= sign == '"'
            depth += 0 if is_quoted else (sign == "(") - (sign == ")")
            if sign == "," and depth == 1 and not is_quoted:
                parts.append(end + 1)
            end += 1
        arguments = [text[one : other - 1] for one, other in zip(parts, [*parts[1:], end], strict=True)]
        found += text[at : match.start()] + f"{match[1]}({', '.join(f'lambda: ({_lazy(one)})' for one in arguments)})"
        at = end
    return found + text[at:]


def shown(gap: Gap) -> list[Any]:
    """Return the bounds of a gap as the sheet shows them."""
    bounds = gap_bounds(gap)
    return [
        float(end) if (span := bounds[name]) and (end := (span.low, span.high)[place]) is not None else NONE for name in MEASURED for place in (0, 1)
    ]


def quota(*said: Any, scale: Any = None) -> Briefing:
    data = dataset([issue(scale or percent(), {"a": "up", "b": "down"})], said)
    return brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)


@pytest.mark.parametrize("briefing", [shipped, many_tongues, small])
def test_as_long_as_nothing_is_typed_the_distances_are_those_of_the_gaps(briefing: Any) -> None:
    """By formula, and as the file holds them for programs that do not reckon; an issue without formulas says why."""
    for number, (row, one) in enumerate(zip(rows_of(briefing(), 0), briefing().issues, strict=True)):
        assert bool(row.formulas) is not bool(row.reason)
        if row.formulas:
            assert worked_out(briefing(), number) == [row.formulas[DISTANCES_AT + at][1] for at in range(2 * len(MEASURED))] == shown(one.row.gap)


def test_another_place_counts_as_if_it_had_been_said() -> None:
    """Every way to put demand, offer and limit of A among 10, 20 and 30 % beside what B said: the same gap as from statements of just that."""
    theirs = [statement("b", "demand", 0), statement("b", "offer", (10, 12)), statement("b", "red_line", 20)]
    mine = [statement("a", "demand", 27), statement("a", "offer", 24), statement("a", "red_line", 17)]
    base = quota(*mine, *theirs)
    kinds, refused = ("demand", "offer", "red_line"), 0
    for places in product((None, 10, 30), (None, 20), (None, 5, 25)):
        said = [statement("a", kind, own) if own is not None else held for kind, own, held in zip(kinds, places, mine, strict=True)]
        found = worked_out(base, typed={(0, part): own for part, own in enumerate(places) if own is not None})
        gap = gap_as_of(quota(*said, *theirs).dataset, ("a", "b"), "quota", TODAY, ALL_EVIDENCE)
        if any(flag.kind == "incoherent" for flag in gap.a.flags):
            refused += 1
            assert set(found) == {"offer beyond limit"}
        else:
            assert found == shown(gap), places
    assert 0 < refused < 12


def test_signs_in_the_name_of_a_step_stand_for_themselves() -> None:
    """A question mark would be taken for any letter."""
    scale = {"ladder": [{"id": "r0", "name": "Bans"}, {"id": "r1", "name": "Ban?"}]}
    (row,) = rows_of(quota(statement("a", "demand", "r1"), scale=scale), 0)
    assert row.formulas[HIDDEN][0] == ('IF($F1="","",MATCH(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE($F1,"~","~~"),"?","~?"),"*","~*"),$BK1:$BL1,0)-1)')


def test_a_place_may_stand_for_what_was_never_said() -> None:
    """On a ladder by the name of the step: B, of whom nothing is held, asks for the lowest of six and offers the second; A asks for the highest."""
    held = quota(statement("a", "demand", "r5"), scale=ladder(6))
    assert worked_out(held) == [NONE] * 10
    steps = next(iter(rows_of(held, 0))).steps
    # Demands 5 apart, the demand of A 4 from the offer of B, and that of B 5 from A, which offers no more than it asks; offers 4; limits unknown.
    assert worked_out(held, typed={(1, 0): steps[0], (1, 1): steps[1]}) == [5, 5, 4, 4, 5, 5, 4, 4, 0, 4]
    assert worked_out(held, typed={(0, 2): steps[3], (1, 0): steps[0], (1, 2): steps[2]})[8:] == [1, 1]


def test_an_issue_on_which_no_place_can_be_put_says_why() -> None:
    """Both want more; one alone; a value of its own; a limit crossed; an offer that its own demand outdoes."""
    a, b = statement("a", "demand", 30), statement("b", "demand", 10)

    def why(briefing: Briefing) -> str:
        return next(iter(rows_of(briefing, 0))).reason

    ways = {("up", "up"): "Both want the same way: there is no gap between them.", ("up", "target"): "One of the two wants a value of its own, "}
    for (one, other), told in ways.items():
        data = dataset([issue(percent(), {"a": one, "b": other})], [a, b])
        assert why(brief(data, None, data.negotiation.parties, TODAY, ALL_EVIDENCE)).startswith(told)
    data = dataset([issue(percent(), {"a": "up", "b": "down"})], [a])
    assert why(brief(data, None, data.negotiation.parties[:1], TODAY, ALL_EVIDENCE)) == "There is no pair of parties to measure."
    assert why(quota(a, statement("a", "offer", 10), statement("a", "red_line", 20), b)).startswith("An offer crosses the party's own stated limit")
    assert why(quota(a, statement("a", "offer", 40), b)).startswith("An offer goes less far than the party's own demand")
