"""The commands: check the files, export the sources, write the schemas, measure the agreement of two coders."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from parley import __version__
from parley.checks import check, repeated_ids
from parley.dataset import Dataset, load, negotiation_folders, seeds_folder
from parley.errors import BadFilesError, NoFolderError, ParleyError, Problem, quoted
from parley.exports.sources import csl_json
from parley.files import shown_path
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
    """Print every problem and one closing line for each negotiation; return 1 if there is any error."""
    checked = [_checked(folder, given) for folder in negotiation_folders(_folder(given.positions))]
    repeated = repeated_ids([one.dataset for one in checked if one.dataset])
    # A record of a source may be used by several negotiations, and is found by each of them.
    problems = sorted({problem for one in checked for problem in one.problems} | set(repeated))
    if given.json:
        negotiations = [{"id": one.name, **one.counts} for one in checked]
        severities = Counter(problem.severity for problem in problems)
        counts = {"errors": severities["error"], "warnings": severities["warning"]}
        found = {"negotiations": negotiations, "counts": counts, "problems": [problem.as_dict() for problem in problems]}
        print(json.dumps(found, indent=2, ensure_ascii=False))
    else:
        print(*problems, *checked, sep="\n")
    return int(any(problem.severity == "error" for problem in problems))


def run_export(given: argparse.Namespace) -> int:
    """Write the sources that the negotiations cite as CSL-JSON, each once; to the screen or a file."""
    datasets = [load(folder, _optional(given.seeds)) for folder in negotiation_folders(_folder(given.positions))]
    cited = {key: source for dataset in datasets for key, source in dataset.cited.items()}
    text = json.dumps(csl_json(cited[key] for key in sorted(cited)), indent=2, ensure_ascii=False)
    if given.to is None:
        print(text)
    else:
        given.to.write_text(text + "\n", encoding="utf-8")
    return 0


def run_schema(_: argparse.Namespace) -> int:
    """Write the JSON Schemas that editors read, and print where they are."""
    print(*(shown_path(path) for path in write_schemas()), sep="\n")
    return 0


def run_agreement(given: argparse.Namespace) -> int:
    """Print how far the two coders of each double-coded negotiation agree."""
    # numpy takes longer to import than all the other commands to run.
    from parley.agreement import CODING_FILE, agreement_in, agreement_lines

    folders = [folder for folder in negotiation_folders(_folder(given.positions)) if (folder / CODING_FILE).exists()]
    if not folders:
        raise NoFolderError(f"No '{CODING_FILE}' in '{given.positions}'.")
    for folder in folders:
        negotiation = load(folder, _optional(given.seeds)).negotiation
        print(f"{negotiation.id}:", *agreement_lines(agreement_in(folder, negotiation)), sep="\n")
    return 0


def _checked(folder: Path, given: argparse.Namespace) -> _Checked:
    seeds = _optional(given.seeds) or seeds_folder(folder)
    held = seeds / "texts"
    texts = Texts(_folder(given.texts)) if given.texts else Texts(held) if held.is_dir() else None
    try:
        dataset = load(folder, seeds)
    except BadFilesError as error:
        return _Checked(folder.resolve().name, None, error.problems)
    return _Checked(dataset.negotiation.id, dataset, check(dataset, texts, given.today))


def _folder(path: Path) -> Path:
    if not path.is_dir():
        raise NoFolderError.at(str(path))
    return path


def _optional(path: Path | None) -> Path | None:
    return None if path is None else _folder(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m parley", description="Read, check and export what the parties to a negotiation have said.")
    parser.add_argument("--version", action="version", version=f"parley {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("positions", nargs="?", type=Path, default=Path("positions"), metavar="DIR", help="one negotiation, or a folder of several")
    shared.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")

    one = commands.add_parser("check", parents=[shared], help="report everything wrong with the files")
    one.add_argument("--texts", type=Path, metavar="DIR", help="the documents' texts, where they are held; 'texts' in the seeds if left out")
    one.add_argument("--json", action="store_true", help="print one JSON object")
    one.set_defaults(run=run_check)

    one = commands.add_parser("export", parents=[shared], help="write values for other programs")
    one.add_argument("--sources", action="store_true", required=True, help="the sources as CSL-JSON, for Zotero and pandoc")
    one.add_argument("--to", type=Path, metavar="FILE", help="the file to write; the screen if left out")
    one.set_defaults(run=run_export)

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
    except OSError as error:
        print(f"{quoted(str(error.filename))}: {error.strerror}.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file's name or content may hold what the screen cannot show.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
