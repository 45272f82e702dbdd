"""The command `check`: everything wrong with the files, and one closing line for each negotiation."""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from parley.asking import existing_folder, folder_if_given
from parley.checks import check, repeated_ids
from parley.commands.options import add_folders
from parley.dataset import Dataset, load
from parley.errors import BadFilesError, Problem, UnreadableFolderError, told_of
from parley.files import shown_path
from parley.folders import negotiation_folders, seeds_folder
from parley.grouping import told_by_kind
from parley.numbers import so_many
from parley.texts import Texts


@dataclass(frozen=True)
class _Checked:
    """One negotiation's folder, what was read from it if it could be, and what was found."""

    name: str
    dataset: Dataset | None
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Return the numbers of statements, sources, errors and warnings; the first two only where the files could be read."""
        read = {"statements": self.dataset.count, "sources": len(self.dataset.cited)} if self.dataset else {}
        by_severity = Counter(problem.severity for problem in self.problems)
        return {**read, "errors": by_severity["error"], "warnings": by_severity["warning"]}

    def __str__(self) -> str:
        """Return the closing line: "fjords: 15 statements, 2 sources, 0 errors, 1 warning."."""
        counted = ", ".join(so_many(number, what) for what, number in self.counts.items())
        return f"{self.name}: {'' if self.dataset else 'cannot be read, '}{counted}."


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    add_folders(parser)
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the documents' texts, where they are held; 'texts' in the seeds if left out")
    parser.add_argument("--all", action="store_true", help="list every place, also of many errors of one kind")
    parser.add_argument("--json", action="store_true", help="print one JSON object, with every place")


def run(given: argparse.Namespace) -> int:
    """Print what is wrong and one closing line for each negotiation; return 1 if there is any error."""
    try:
        checked = [_checked(folder, given) for folder in negotiation_folders(existing_folder(given.positions))]
        problems = _of_all(checked)
    except (UnreadableFolderError, OSError) as error:
        if not given.json:
            raise
        # Whatever reads the object reads one also where a folder may not be looked into.
        checked, problems = [], [Problem(shown_path(given.positions), 1, 1, told_of(error))]
    if given.json:
        negotiations = [{"id": one.name, **one.counts} for one in checked]
        severities = Counter(problem.severity for problem in problems)
        counts = {"errors": severities["error"], "warnings": severities["warning"]}
        found = {"negotiations": negotiations, "counts": counts, "problems": [problem.as_dict() for problem in problems]}
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        print(*(problems if given.all else told_by_kind(problems)), *checked, sep="\n")
    return int(any(problem.severity == "error" for problem in problems))


def _of_all(checked: Sequence[_Checked]) -> list[Problem]:
    """Return the problems of all negotiations in their order, each once: a record of a source may be used by several, and is found by each."""
    repeated = repeated_ids([one.dataset for one in checked if one.dataset])
    return sorted({problem for one in checked for problem in one.problems}.union(repeated))


def _checked(folder: Path, given: argparse.Namespace) -> _Checked:
    seeds = folder_if_given(given.seeds)
    held = (seeds or seeds_folder(folder)) / "texts"
    # Where it may not be looked into, reading the records says so.
    texts = Texts(existing_folder(given.texts)) if given.texts else Texts(held) if os.path.isdir(held) else None  # noqa: PTH112
    try:
        dataset = load(folder, seeds)
    except BadFilesError as error:
        return _Checked(folder.resolve().name, None, error.problems)
    return _Checked(dataset.negotiation.id, dataset, (*dataset.left_out, *check(dataset, texts, given.today)))
