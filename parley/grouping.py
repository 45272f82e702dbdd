"""Many problems in few lines: those of one kind are counted, and only the first of them are told in full."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, zip_longest

from parley.errors import Problem

# A kind with more places than the first of these is told by as many as the second.
MOST_OF_A_KIND, FIRST_OF_A_KIND = 20, 5
_DETAILS = re.compile(r"'[^']*'|\S*\d\S*")


def told_by_kind(problems: Sequence[Problem]) -> list[str]:
    """Return the lines that tell of all problems: each by itself, but of a kind with very many only the first, and then how many more there are."""
    kinds = _kinds(problems)
    hidden = {kind: found[FIRST_OF_A_KIND:] for kind, found in kinds.items() if len(found) > MOST_OF_A_KIND}
    silent = set(chain.from_iterable(hidden.values()))
    lines = [str(one) for one in problems if one not in silent]
    return [*lines, *(str(_more(kinds[kind][0], rest)) for kind, rest in hidden.items())]


def foremost(problems: Sequence[Problem], count: int) -> list[Problem]:
    """Return so many problems, the first of every kind before the second of any, in their order."""
    rounds = chain.from_iterable(zip_longest(*_kinds(problems).values()))
    chosen = set(islice((one for one in rounds if one is not None), count))
    return [one for one in problems if one in chosen]


def _kinds(problems: Iterable[Problem]) -> Mapping[tuple[str, str], Sequence[Problem]]:
    """Return the problems by kind: alike but for the words and numbers that they quote, or word for word where those are few."""
    alike: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for one in problems:
        alike[one.severity, _DETAILS.sub("", one.what)].append(one)
    kinds: dict[tuple[str, str], list[Problem]] = {}
    for (severity, words), found in alike.items():
        by_words: dict[tuple[str, str], list[Problem]] = defaultdict(list)
        for one in found:
            by_words[severity, one.what].append(one)
        kinds |= by_words if len(by_words) <= FIRST_OF_A_KIND else {(severity, words): found}
    return kinds


def _more(first: Problem, rest: Sequence[Problem]) -> Problem:
    files = len({one.file for one in rest})
    within = f"in {files:,} files" if files > 1 else f"in {rest[0].file}"
    what = f"And {len(rest):,} more {first.severity}s like this one, {within}."
    return first._replace(what=what, mend="'check --all' lists each.", left_out="")
