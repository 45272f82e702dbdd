"""Saving: two writers at once and what of theirs is lost, a writer killed at each of its steps, and the processor time of a save.

`python -m benchmarks.saving` works on copies of the shipped data. A writer that is killed is a process of its own, ended by the system (SIGKILL) when it
is about to open, write through, rename or remove its n-th file; every n is tried until a save comes to its end.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.timing import percentile, print_table
from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE
from parley.dataset import Dataset, load
from parley.editing import history
from parley.editing.edits import Add, Change, Edit
from parley.editing.opening import opened
from parley.editing.saving import Saved, save, save_beside
from parley.editing.trying import tried
from parley.exports.files import Maker
from parley.telling.briefing import brief

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike

ROOT = Path(__file__).parents[1]
NAME = "us-china-trade"
STATEMENT, SOURCE = "cn-deficit-ready-to-talk", "wire-2018-06-02"
EDITS, SAVES = 500, 40
# What a process is about to do when it is counted as a step.
STEPS = frozenset(("open", "os.rename", "os.remove", "os.mkdir", "os.chmod", "os.link"))


def copied(room: Path) -> Path:
    """Return the folder of a copy of the shipped negotiation; the records lie beside it."""
    shutil.copytree(ROOT / "positions" / NAME, room / "positions" / NAME, ignore=shutil.ignore_patterns(".*"))
    shutil.copytree(ROOT / "seeds", room / "seeds", ignore=shutil.ignore_patterns(".*", "texts"))
    return room / "positions" / NAME


def saved(folder: Path, edits: Sequence[Edit], who: str) -> str:
    """Save changes, again where somebody else was quicker, and return the version."""
    found = save_beside(tried(opened(folder), edits), who, f"Saved by {who}")
    assert isinstance(found, Saved), "Two writers changed one record."
    assert found.version, found
    return found.version


def write(folder: Path, who: str, count: int) -> None:
    """Add so many events, and change a field of a statement of one's own in each second save."""
    own = {"one": "cn-deficit-ready-to-talk", "two": "us-deficit-200-target"}[who]
    for number in range(count):
        event = Add("event", {"id": f"by-{who}-{number}", "date": "2018-05-04", "what": f"Event {number} of {who}.", "source": SOURCE})
        also = [Change("statement", own, {"firmness": 1 + number // 2 % 5})] if number % 2 else []
        saved(folder, [event, *also], who)


def two_writers(count: int = EDITS) -> tuple[int, int]:
    """Let two processes save at once, half the edits each; return how many of them are in the files, and how many are versions of the history."""
    with tempfile.TemporaryDirectory() as room:
        folder = copied(Path(room))
        command = [sys.executable, "-m", "benchmarks.saving", "--writer"]
        writers = [subprocess.Popen([*command, who, str(folder), str(count // 2)], cwd=ROOT) for who in ("one", "two")]
        assert [one.wait() for one in writers] == [0, 0]
        found = load(folder)
        assert not found.left_out
        kept = sum(one.id.startswith("by-") for one in found.negotiation.events)
        by = Counter(one.who for one in history.versions(folder, most=10 * count))
        return kept, by["one"] + by["two"]


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do some work in a process of its own that is killed when it is about to take a step, counted from 1; return whether it was."""
    child = os.fork()
    if child == 0:
        left = step

        def count(event: str, told: tuple[Any, ...]) -> None:
            nonlocal left
            if event in STEPS and ".py" not in str(told[0]):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        flush = os.fsync

        def counted(fd: FileDescriptorLike) -> None:
            count("open", ("",))
            flush(fd)

        os.fsync = counted
        with Path(os.devnull).open("w") as nowhere, redirect_stderr(nowhere):
            sys.addaudithook(count)
            try:
                work()
            finally:
                os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def state(folder: Path) -> tuple[str | None, str | None]:
    """Return what the two files of the save that is broken off say."""
    found = load(folder)
    assert not found.left_out
    return found.statement(STATEMENT).says, found.sources[SOURCE].genre


def kill_everywhere(folder: Path, stride: int = 1) -> tuple[int, int, list[str]]:
    """Kill a save of two files at each of its steps, or at every few; return how many there were, after how many the save stood, and what was lost.

    After each the next save must work, and the history hold what the files say.
    """
    lost = []
    done = step = tries = 0
    while True:
        step += stride
        tries += 1
        before = state(folder)
        words = (f"Words {step}.", f"kind {step}")
        edits = [Change("statement", STATEMENT, {"says": words[0]}), Change("source", SOURCE, {"genre": words[1]})]
        work = tried(opened(folder), edits)
        was_killed = killed_at(step, partial(save, work, "killed", "A save that is broken off"))
        now = state(folder)
        if now not in (before, words) or (not was_killed and now != words):
            lost.append(f"step {step}: {before} became {now}")
        done += now == words
        version = saved(folder, [Change("statement", STATEMENT, {"note": f"After step {step}."})], "next")
        if state(folder) != now or {path: path.read_bytes() for path in history.texts_of(folder, version)} != history.texts_of(folder, version):
            lost.append(f"after step {step}: the history differs from the files")
        if not was_killed:
            return tries - 1, done, lost


def draw_issue(dataset: Dataset) -> bytes:
    """Return the picture of the issue on which the statement stands that is saved."""
    negotiation = dataset.negotiation
    key = dataset.statement(STATEMENT).issue
    agenda = Agenda.model_validate({"id": "one", "title": "One", "items": [{"issue": key}]})
    briefing = brief(dataset, agenda, negotiation.shown_first, dataset.last_day(date.today()), ALL_EVIDENCE)
    return Maker(briefing, dataset).figure(briefing.issues[0], "gap", "svg")


def times(saves: int = SAVES) -> list[float]:
    """Return the milliseconds of processor time of each of so many saves of one statement: opened, tried, saved, read again and its issue drawn anew."""
    found = []
    with tempfile.TemporaryDirectory() as room:
        folder = copied(Path(room))
        for number in range(saves + 1):
            start = time.process_time()
            saved(folder, [Change("statement", STATEMENT, {"firmness": 1 + number % 5, "says": f"Words {number}."})], "one")
            assert draw_issue(load(folder))
            found.append((time.process_time() - start) * 1000)
    return found


def main(arguments: Sequence[str] = ()) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.saving")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--writer", nargs=3, metavar=("WHO", "DIR", "COUNT"), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if given.writer:
        write(Path(given.writer[1]), given.writer[0], int(given.writer[2]))
        return
    kept, noted = two_writers()
    with tempfile.TemporaryDirectory() as room:
        steps, done, lost = kill_everywhere(copied(Path(room)))
    first, *others = times()
    print(*lost, sep="\n")
    rows = [
        (f"two writers in separate processes, {EDITS} saves: lost", f"{EDITS - kept}"),
        ("of them versions in the history", f"{noted}"),
        (f"a writer killed at each of {steps} steps of a save of two files: lost", f"{len(lost)}"),
        ("of them after which the save stood; after the others all was as before", f"{done}"),
        ("the first save, which makes the history, ms of processor time", f"{first:.0f}"),
        ("a save on the shipped data, until its issue is drawn anew, ms of processor time", f"{percentile(others, 0.5):.0f}"),
        ("the same, 95 of 100", f"{percentile(others, 0.95):.0f}"),
    ]
    print_table("Saving", ("measured", ""), rows, is_markdown=given.markdown)


if __name__ == "__main__":
    main(sys.argv[1:])
