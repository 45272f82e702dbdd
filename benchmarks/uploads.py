"""A hundred thousand uploads as nobody should hand them in: each is taken or told in clear words, and no file changes but where it may.

`python -m benchmarks.uploads` brings each to the door to which it would come: as a table, as an edited workbook, as proposals or as a document. What is
about to be written, removed or renamed outside of its own room is noted by the interpreter's audit, and so is whatever would reach for the network. Every
upload is made of its number and the seed: `--first N --count 1` does one again.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import hostile
from benchmarks.timing import percentile, print_table
from parley.documents import apart, reading
from parley.documents.drafting import Chosen, drafted, keep_text, record_of
from parley.documents.errors import DocumentError
from parley.editing.opening import Opened, opened
from parley.editing.saving import save_beside
from parley.editing.trying import tried
from parley.errors import BadFilesError, ParleyError
from parley.exports.for_editing import editing_workbook
from parley.importing import folder as importing
from parley.importing.naming import id_of
from parley.importing.whole import begun, sheets_of
from parley.proposing.fitting import fitted
from parley.proposing.inbox import put
from parley.proposing.lines import read_proposals
from parley.roundtrip.book import book_in
from parley.roundtrip.edits_in import edited, removing, taken

ROOT = Path(__file__).parents[1]
COUNT, SECONDS = 100_000, 30  # uploads; of processor time, after which one takes too long
WRITTEN, APART = 10, 50  # of so many that could be written one is, and of so many documents one is read in a process of its own
_WRITES = {"os.remove": 1, "os.rename": 2, "os.mkdir": 1, "os.rmdir": 1, "os.link": 2, "os.chmod": 1}  # and how many paths each names
_REACHES = ("os.symlink", "os.truncate", "os.chown", "socket.connect", "socket.getaddrinfo", "os.system", "os.exec", "webbrowser.open")
_UNCLEAR = re.compile(r"Traceback|object at 0x|<class|\b[A-Za-z]*(?:Error|Exception)\b|\bNone\b|[\x00-\x08\x0b-\x1f]")
Told = list[str]


class TooLongError(Exception):
    """One upload that takes too much time."""


class Room:
    """A folder of positions in which uploads are tried, and all that was attempted outside of it."""

    def __init__(self, path: Path) -> None:
        self.path = path.resolve()
        for name in ("fjords", "seeds"):
            shutil.copytree(ROOT / "tests" / "data" / name, path / name)
        self.outside: list[str] = []
        self.is_open = True
        self.talks: Opened = opened(path / "fjords")
        self.held = self.contents()
        sys.addaudithook(self._note)

    def contents(self) -> Mapping[str, bytes]:
        """Return what the files of the negotiation and its records hold."""
        files = (one for name in ("fjords", "seeds") for one in sorted((self.path / name).rglob("*")) if one.is_file() and ".parley" not in one.parts)
        return {str(one): one.read_bytes() for one in files}

    @contextmanager
    def copy(self) -> Iterator[Opened]:
        """Give a copy of the negotiation that may be written."""
        with tempfile.TemporaryDirectory(dir=self.path) as name:
            for one in ("fjords", "seeds"):
                shutil.copytree(self.path / one, Path(name) / one)
            yield opened(Path(name) / "fjords")

    def _note(self, event: str, given: tuple[Any, ...]) -> None:
        if not self.is_open:
            return
        if event == "open":
            path, mode, flags = given
            is_write = any(sign in mode for sign in "wax+") if isinstance(mode, str) else bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
            paths = [path] if is_write else []
        elif event in _WRITES:
            paths = [_whole(one, number) for one, number in zip(given[: _WRITES[event]], given[-_WRITES[event] :], strict=True)]
        elif event in _REACHES:
            self.outside.append(f"{event} {given[:2]!r}")
            return
        else:
            return
        for one in paths:
            self._look_at(event, one)

    def _look_at(self, event: str, path: object) -> None:
        if isinstance(path, str | bytes | os.PathLike):
            real = f"{os.path.realpath(os.fsdecode(path))}/"
            if not real.startswith((f"{self.path}/", "/dev/null/")) and "__pycache__" not in real:
                self.outside.append(f"{event} {real}")


def _whole(path: object, folder: object) -> object:
    """Return a path below the open folder to which it belongs; -1 stands for none."""
    if isinstance(folder, int) and folder >= 0 and isinstance(path, str | bytes):
        return Path(f"/proc/self/fd/{folder}").readlink() / os.fsdecode(path)
    return path


def as_table(data: bytes, name: str, room: Room, *, is_written: bool) -> Told:
    """Bring in a table as the page does, and return what is told of it."""
    if book_in(data, name) is not None:
        return as_edited(data, name, room, is_written=is_written)
    sheets = sheets_of([(data, name)])
    title = Path(name).stem.strip() or "Talks"
    target = room.path / id_of(title, "negotiation", ("fjords", "seeds"))
    read = begun(sheets, name, title, target.name, asked=sheets[0].name if len(sheets) > 1 else None)
    found = read.drafted(importing.known_in(target))
    if found.entries:
        change = importing.change_of(target, found, date(2026, 1, 1))
        importing.tried(target, change)
        if is_written:
            try:
                importing.bring_in(target, change, "A. Berg", "A table")
            finally:
                shutil.rmtree(target, ignore_errors=True)
    return [f"{one.why} {one.mend}".strip() for one in found.bad]


def as_edited(data: bytes, name: str, room: Room, *, is_written: bool) -> Told:
    """Take back a workbook for editing, with all rows that are gone taken out."""
    book = book_in(data, name)
    if book is None:
        return as_table(data, name, room, is_written=is_written)
    found = edited(book, room.talks)
    work, _, refused = taken(found, room.talks, removing(found.gone))
    if is_written and not work.is_empty:
        with room.copy() as talks:
            other = edited(book, talks)
            save_beside(taken(other, talks, removing(other.gone))[0], "A. Berg", "A workbook")
    return [f"{one.why} {one.mend}".strip() for one in (*found.bad, *refused)]


def as_proposals(data: bytes, _name: str, room: Room, *, is_written: bool) -> Told:
    """Read proposals, and put them into the inbox of a copy."""
    path = room.path / "proposals.jsonl"
    path.write_bytes(data)
    given = read_proposals(path)
    fitted(room.talks, given)
    if is_written:
        with room.copy() as talks:
            put(talks.folder, given)
    return []


def as_document(data: bytes, name: str, room: Room, *, is_written: bool) -> Told:
    """Read a document, and draft its record."""
    draft = drafted(data, name)
    edit = record_of(draft, Chosen(draft.title or "A document", draft.proposed_skips, {"language": draft.language}), room.talks.source_files)
    tried(room.talks, [edit])
    if is_written:
        keep_text(room.path / "texts", str(edit.values["file"]), draft.kept)
    return []


DOORS: Mapping[str, Callable[..., Told]] = {"table": as_table, "edited": as_edited, "proposals": as_proposals, "document": as_document}


def read_inside(format_: Any, data: bytes, name: str) -> Any:
    """Read a document as the process of its own does, here: a hundred thousand processes would take hours."""
    try:
        return apart._read(format_, data, name)
    except (DocumentError, TooLongError):
        raise
    except (MemoryError, RecursionError) as error:
        raise DocumentError.endless(name) from error
    except Exception as error:
        raise DocumentError.broken(name) from error


def unclear(told: Sequence[str]) -> str | None:
    """Return the first thing told that no reader understands; None where all is clear."""
    lines = [line for one in told for line in one.split("\n")] or ["."]
    return next((one for one in lines if not one.strip() or len(one) > 1_500 or _UNCLEAR.search(one) or one.strip()[-1] not in ".?!'\")"), None)


def tell(error: ParleyError) -> Told:
    """Return what is told of what was refused, problem by problem."""
    return [str(one) for one in error.problems] if isinstance(error, BadFilesError) else [str(error)]


def one_upload(number: int, seed: int, room: Room) -> tuple[str, str, float, str]:
    """Bring one upload to its door; return its kind, what became of it, the seconds it took, and what was wrong with that."""
    draw = random.Random(f"{seed}-{number}")
    kind, door, (name, data) = hostile.drawn(draw)
    vars(reading)["read_apart"] = apart.read_apart if number % APART == 0 else read_inside
    begun_at, fault, came = time.process_time(), "", "taken"
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        told = DOORS[door](data, name, room, is_written=number % WRITTEN == 0)
    except ParleyError as error:
        told, came = tell(error), "told"
    except Exception as error:  # what must never come to a page
        told, came = [], "fault"
        fault = f"{error!r:.300} at {''.join(traceback.format_tb(error.__traceback__)[-2:]):.600}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    if (wrong := unclear(told)) is not None and told:
        came, fault = "unclear", f"{wrong!r:.400}"
    return kind, came, time.process_time() - begun_at, fault


def _too_long(_signal: int, _frame: object) -> None:
    raise TooLongError


def main(arguments: Sequence[str] = ()) -> None:
    """Print what became of so many uploads, and each fault with its number."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.uploads")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--first", type=int, default=1, help="the number of the first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGPROF, _too_long)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    outcomes: dict[str, Counter[str]] = {kind: Counter() for kind in hostile.KINDS}
    times: list[float] = []
    changed = 0
    with tempfile.TemporaryDirectory() as path:
        tempfile.tempdir = path
        room = Room(Path(path))
        hostile.Edited.data = editing_workbook(room.talks)
        with suppress(KeyboardInterrupt):  # whoever ends it is told of those that were brought
            for number in range(given.first, given.first + given.count):
                kind, came, seconds, fault = one_upload(number, given.seed, room)
                outcomes[kind][came] += 1
                times.append(seconds)
                if fault:
                    print(f"{number} ({kind}): {came}: {fault}", flush=True)
                if number % 500 == 0 and room.contents() != room.held:
                    changed += 1
                    print(f"{number}: the negotiation is another", flush=True)
        changed += room.contents() != room.held
        room.is_open = False
        tempfile.tempdir = None
    names = ("taken", "told", "unclear", "fault")
    rows = [[kind, f"{sum(came.values()):,}", *(f"{came[name]:,}" for name in names)] for kind, came in outcomes.items()]
    rows.append(["all", f"{len(times):,}", *(f"{sum(came[name] for came in outcomes.values()):,}" for name in names)])
    print_table("Uploads", ("kind", "uploads", "taken", "told", "not clear", "tracebacks"), rows, is_markdown=given.markdown)
    print(f"Files changed, or reached for, outside: {len(room.outside)}; negotiations changed: {changed}.", *room.outside[:20], sep="\n")
    print(f"Seconds of processor time: {sum(times):.0f}; median {percentile(times, 0.5) * 1000:.0f} ms, slowest {max(times):.1f} s.")


if __name__ == "__main__":
    main(sys.argv[1:])
