"""The command `diff`: what moved between two dates, or what differs between two versions of the files."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from parley.analysis.movement import movement
from parley.analysis.versions import versions
from parley.asking import cut_named, day_asked, day_before, one_negotiation
from parley.commands.options import add_view, one_day, parties_given
from parley.dataset import Dataset
from parley.errors import WrongArgumentError
from parley.exports.movement import movement_lines, movement_values, versions_lines, versions_values
from parley.grouping import told_by_kind


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("old", type=Path, metavar="DIR", help="one negotiation; its older version where two are given")
    parser.add_argument(
        "new", nargs="?", type=Path, metavar="NEW_DIR", help="its newer version: tells what the coders changed, apart from the parties"
    )
    for option, name, which, default in (("--from", "since", "first", "last but one"), ("--to", "until", "second", "last")):
        told = f"the {which} date; the {default} on which anything was said if left out"
        parser.add_argument(option, dest=name, type=one_day, metavar="DATE", help=told)
    add_view(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(given: argparse.Namespace) -> int:
    """Print what moved between two dates, or what differs between two versions of the files."""
    old = _told(one_negotiation(given.old, given.seeds))
    cut = cut_named(given.evidence)
    if given.new is None:
        since, until = _two_days(old, given.since, given.until, given.today)
        found = movement(old, parties_given(old, given.parties), since, until, cut)
        _print(movement_lines(found, old, cut), movement_values(found, old, cut), as_json=given.json)
        return 0
    if given.since or given.until:
        raise WrongArgumentError.dates_with_two_folders()
    new = _told(one_negotiation(given.new, given.seeds))
    if old.negotiation.id != new.negotiation.id:
        raise WrongArgumentError.different_negotiations(old.negotiation.id, new.negotiation.id)
    if not old.days or not new.days:
        raise WrongArgumentError.nothing_said(str(given.new if old.days else given.old))
    differing = versions(old, new, parties_given(new, given.parties), cut)
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
    until = day_asked(dataset, until, today)
    since = since or day_before(dataset, until)
    if until < since:
        raise WrongArgumentError.days_exchanged(since.isoformat(), until.isoformat())
    return since, until
