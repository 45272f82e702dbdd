"""The commands: check the files, tell what moved, export the sources, write the schemas, measure the agreement of two coders."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parley import __version__
from parley.analysis.movement import movement
from parley.analysis.versions import versions
from parley.arguments import Parser, add_view, cut_named, existing_folder, folder_if_given, one_day, one_negotiation, parties_named
from parley.checks import check, repeated_ids
from parley.dataset import Dataset, load, negotiation_folders, seeds_folder, why_unread
from parley.errors import BadFilesError, NoFolderError, ParleyError, Problem, UnreadableFolderError, WrongArgumentError, quoted
from parley.exporting import add_export
from parley.exports.movement import movement_lines, movement_values, versions_lines, versions_values
from parley.files import shown_path
from parley.grouping import told_by_kind
from parley.schemas import write_schemas
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
        read = {"statements": len(self.dataset.statements), "sources": len(self.dataset.cited)} if self.dataset else {}
        by_severity = Counter(problem.severity for problem in self.problems)
        return {**read, "errors": by_severity["error"], "warnings": by_severity["warning"]}

    def __str__(self) -> str:
        """Return the closing line: "fjords: 15 statements, 2 sources, 0 errors, 1 warning."."""
        counted = ", ".join(f"{number} {what.removesuffix('s') if number == 1 else what}" for what, number in self.counts.items())
        return f"{self.name}: {'' if self.dataset else 'cannot be read, '}{counted}."


def run_check(given: argparse.Namespace) -> int:
    """Print what is wrong and one closing line for each negotiation; return 1 if there is any error."""
    try:
        checked = [_checked(folder, given) for folder in negotiation_folders(existing_folder(given.positions))]
        problems = _of_all(checked)
    except (UnreadableFolderError, OSError) as error:
        if not given.json:
            raise
        # Whatever reads the object reads one also where a folder may not be looked into.
        checked, problems = [], [Problem(shown_path(given.positions), 1, 1, _told_of(error))]
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


def run_schema(_: argparse.Namespace) -> int:
    """Write the JSON Schemas that editors read, and print where they are."""
    print(*(shown_path(path) for path in write_schemas()), sep="\n")
    return 0


def run_agreement(given: argparse.Namespace) -> int:
    """Print how far the two coders of each double-coded negotiation agree."""
    # numpy takes longer to import than all the other commands to run.
    from parley.agreement import CODING_FILE, agreement_in, agreement_lines

    found = negotiation_folders(existing_folder(given.positions))
    folders = [folder for folder in found if why_unread(folder) or (folder / CODING_FILE).exists()]
    if not folders:
        raise NoFolderError(f"No '{CODING_FILE}' in '{given.positions}'.")
    for folder in folders:
        negotiation = load(folder, folder_if_given(given.seeds)).negotiation
        print(f"{negotiation.id}:", *agreement_lines(agreement_in(folder, negotiation)), sep="\n")
    return 0


def run_diff(given: argparse.Namespace) -> int:
    """Print what moved between two dates, or what differs between two versions of the files."""
    old = _told(one_negotiation(given.old, given.seeds))
    cut = cut_named(given.evidence)
    if given.new is None:
        since, until = _two_days(old, given.since, given.until, given.today)
        found = movement(old, parties_named(old, given.parties), since, until, cut)
        _print(movement_lines(found, old, cut), movement_values(found, old, cut), as_json=given.json)
        return 0
    if given.since or given.until:
        raise WrongArgumentError.dates_with_two_folders()
    new = _told(one_negotiation(given.new, given.seeds))
    if old.negotiation.id != new.negotiation.id:
        raise WrongArgumentError.different_negotiations(old.negotiation.id, new.negotiation.id)
    if not old.days or not new.days:
        raise WrongArgumentError.nothing_said(str(given.new if old.days else given.old))
    differing = versions(old, new, parties_named(new, given.parties), cut)
    _print(versions_lines(differing, old, new, cut), versions_values(differing, old, new, cut), as_json=given.json)
    return 0


def _told(dataset: Dataset) -> Dataset:
    """Return the dataset, after telling on the side what is left out of it."""
    for line in told_by_kind(dataset.left_out):
        print(line, file=sys.stderr)
    return dataset


def _print(lines: Iterable[str], values: Mapping[str, object], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(values, indent=2, ensure_ascii=False))
    else:
        print(*lines, sep="\n")


def _two_days(dataset: Dataset, since: date | None, until: date | None, today: date) -> tuple[date, date]:
    """Return the days between which movement is told; by default the last two on which anything was said."""
    if not dataset.days:
        raise WrongArgumentError.nothing_said(dataset.negotiation.id)
    until = until or dataset.last_day(today)
    since = since or max((day for day in dataset.days if day < until), default=until)
    if until < since:
        raise WrongArgumentError.days_exchanged(since.isoformat(), until.isoformat())
    return since, until


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


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="python -m parley", description="Read, check and export what the parties to a negotiation have said.")
    parser.add_argument("--version", action="version", version=f"parley {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shared = Parser(add_help=False)
    shared.add_argument("positions", nargs="?", type=Path, default=Path("positions"), metavar="DIR", help="one negotiation, or a folder of several")
    shared.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")

    one = commands.add_parser("check", parents=[shared], help="report everything wrong with the files")
    one.add_argument("--texts", type=Path, metavar="DIR", help="the documents' texts, where they are held; 'texts' in the seeds if left out")
    one.add_argument("--all", action="store_true", help="list every place, also of many errors of one kind")
    one.add_argument("--json", action="store_true", help="print one JSON object, with every place")
    one.set_defaults(run=run_check)

    add_export(commands.add_parser("export", help="write slides, documents, figures and tables"))

    one = commands.add_parser("diff", help="tell what moved between two dates, or what differs between two versions of the files")
    one.add_argument("old", type=Path, metavar="DIR", help="one negotiation; its older version where two are given")
    one.add_argument("new", nargs="?", type=Path, metavar="NEW_DIR", help="its newer version: tells what the coders changed, apart from the parties")
    one.add_argument(
        "--from", dest="since", type=one_day, metavar="DATE", help="the first date; the last but one on which anything was said if left out"
    )
    one.add_argument("--to", dest="until", type=one_day, metavar="DATE", help="the second date; the last on which anything was said if left out")
    add_view(one)
    one.add_argument("--json", action="store_true", help="print one JSON object")
    one.set_defaults(run=run_diff)

    commands.add_parser("schema", help="write the JSON Schemas for editors").set_defaults(run=run_schema)
    commands.add_parser("agreement", parents=[shared], help="compare the codings of two people").set_defaults(run=run_agreement)
    return parser


def main(arguments: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command and return its exit status: 1 for any error, else 0; `today` is the clock's if left out."""
    given = _parser().parse_args(arguments, argparse.Namespace(today=today or date.today()))
    try:
        return int(given.run(given))
    except ParleyError as error:
        print(error, file=sys.stderr)
    except BrokenPipeError:
        # Whoever reads has read enough; what is left unwritten must not be tried again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        print(_told_of(error), file=sys.stderr)
    return 1


def _told_of(error: ParleyError | OSError) -> str:
    """Return in words why a command ends."""
    if isinstance(error, ParleyError):
        return str(error)
    return f"{f'{quoted(str(error.filename))}: ' if error.filename else ''}{error.strerror}."


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file's name or content may hold what the screen cannot show.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
