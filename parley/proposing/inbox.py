"""The inbox of a negotiation: what was proposed, and what became of it, in a folder that no reading of positions looks into.

`proposals.jsonl` holds the proposals as they were given, `settled.jsonl` who accepted, mended or refused which and when, `read.jsonl` which
paragraphs somebody has read. Lines are only ever added.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel

from parley.errors import BadFilesError, Problem
from parley.fields import Fingerprint, Id, Text, Whole, described
from parley.files import content_of
from parley.journal import locked
from parley.model import Closed
from parley.proposing.lines import Given, lines_of, object_in, proposals_in
from parley.reading import read_record
from parley.writing import write_whole

FOLDER, PROPOSALS, SETTLED, READ = "inbox", "proposals.jsonl", "settled.jsonl", "read.jsonl"
How = Literal["accepted", "mended", "refused"]
State = Literal["read", "unread"]
Record = TypeVar("Record", bound=BaseModel)


class Settled(Closed):
    """What became of a proposal; one line of `settled.jsonl`."""

    proposal: Fingerprint = described("The fingerprint of the proposal.", good="0f3a5c7e9b1d2f40", bad="1")
    proposer: Text = described("Who or what made it.", good="A. Berg", bad="me")
    how: How = described("accepted, mended or refused.", good="accepted", bad="ok")
    by: Text = described("Who settled it.", good="K. Lund", bad="us")
    on: Text = described("When, to the minute.", good="2026-11-30T11:45", bad="today")
    statement: Id | None = described("The statement that it became.", good="cn-deficit-ready", bad="1", default=None)


class Seen(Closed):
    """That a paragraph was read, or is to be read again; one line of `read.jsonl`."""

    source: Id = described("The document.", good="gazette-2025-03", bad="newspaper")
    line: Whole = described("The line of the paragraph.", good=10, bad=0, ge=1)
    state: State = described("read or unread.", good="read", bad="done")
    by: Text = described("Who read it.", good="K. Lund", bad="us")
    on: Text = described("When, to the minute.", good="2026-11-30T11:45", bad="today")


@dataclass(frozen=True)
class Counts:
    """What became of the proposals of one proposer."""

    proposer: str
    accepted: int
    mended: int
    refused: int
    open: int

    @property
    def settled(self) -> int:
        """Return how many were settled."""
        return self.accepted + self.mended + self.refused


@dataclass(frozen=True, eq=False)
class Inbox:
    """The proposals in the order of their coming, and what became of those that are settled, by their fingerprints."""

    proposed: Sequence[Given]
    settled: Mapping[str, Settled]

    @cached_property
    def open(self) -> tuple[Given, ...]:
        """Return what waits to be settled."""
        return tuple(one for one in self.proposed if one.key not in self.settled)

    def one(self, key: str) -> Given | None:
        """Return the proposal with a fingerprint; None where there is none."""
        return next((one for one in self.proposed if one.key == key), None)

    @cached_property
    def counts(self) -> tuple[Counts, ...]:
        """Return what became of the proposals of each proposer, by name."""
        found: dict[str, Counter[str]] = {}
        for one in self.proposed:
            settled = self.settled.get(one.key)
            found.setdefault(one.proposal.proposer, Counter())[settled.how if settled else "open"] += 1
        return tuple(Counts(name, one["accepted"], one["mended"], one["refused"], one["open"]) for name, one in sorted(found.items()))


def inbox_of(folder: Path) -> Inbox:
    """Return the inbox of the negotiation in a folder, empty where there is none; raise `BadFilesError` where it cannot be read."""
    held = folder / FOLDER / PROPOSALS
    proposed = proposals_in(_content(held), held)
    settled = {one.proposal: one for one in _records(Settled, folder / FOLDER / SETTLED)}
    return Inbox(tuple({one.key: one for one in proposed}.values()), settled)


def put(folder: Path, given: Sequence[Given]) -> int:
    """Put proposals into the inbox, each once, and return how many were not there; raise as `inbox_of`, and `NotMadeError`."""
    with locked((folder,)):
        there = {one.key for one in inbox_of(folder).proposed}
        new = {one.key: one for one in given if one.key not in there}
        if new:
            _add(folder / FOLDER / PROPOSALS, [one.document.content.strip() for one in new.values()])
    return len(new)


def settle(folder: Path, one: Given, how: How, by: str, on: str, statement: str = "") -> bool:
    """Note what became of a proposal; return whether nobody had settled it before."""
    with locked((folder,)):
        if one.key in inbox_of(folder).settled:
            return False
        values = {"proposal": one.key, "proposer": one.proposal.proposer, "how": how, "by": by, "on": on}
        _add(folder / FOLDER / SETTLED, [json.dumps({**values, **({"statement": statement} if statement else {})}, ensure_ascii=False)])
    return True


def seen_in(folder: Path) -> Mapping[tuple[str, int], Seen]:
    """Return the paragraphs that somebody has read, by document and line; raise `BadFilesError` where that cannot be read."""
    last = {(one.source, one.line): one for one in _records(Seen, folder / FOLDER / READ)}
    return {key: one for key, one in last.items() if one.state == "read"}


def see(folder: Path, source: str, lines: Iterable[int], state: State, by: str, on: str) -> None:
    """Note that paragraphs were read, or are to be read again."""
    values = [{"source": source, "line": str(line), "state": state, "by": by, "on": on} for line in lines]
    with locked((folder,)):
        _add(folder / FOLDER / READ, [json.dumps(one, ensure_ascii=False) for one in values])


def _content(path: Path) -> str:
    return content_of(path) if path.exists() else ""


def _records(model: type[Record], path: Path) -> list[Record]:
    found: list[Record] = []
    problems: list[Problem] = []
    for number, line in lines_of(_content(path), path):
        try:
            found.append(read_record(model, path, object_in(line, path))[0])
        except BadFilesError as error:
            problems += [one._replace(line=number) for one in error.problems]
    if problems:
        raise BadFilesError(problems)
    return found


def _add(path: Path, lines: Sequence[str]) -> None:
    before = _content(path)
    path.parent.mkdir(exist_ok=True)
    between = "" if not before or before.endswith("\n") else "\n"
    write_whole(path, "".join([before, between, *(f"{line}\n" for line in lines)]).encode())
