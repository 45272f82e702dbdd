"""Reads a document in a process of its own, with little time and room: a hostile file takes nothing down but that.

Started as `python -m parley.documents.apart FORMAT NAME` with the file on its input; prints the document, or what is wrong with it, as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from parley.documents.blocks import Format, Read, as_plain, from_plain
from parley.documents.errors import DocumentError

SECONDS, BYTES = 60, 2_000_000_000  # of computing, and of memory
_PATIENCE = 4 * SECONDS  # on the clock, where others compute as well
_ROOT = Path(__file__).resolve().parents[2]


def read_apart(format_: Format, data: bytes, name: str) -> Read:
    """Return a document that was read in a process of its own; raise `DocumentError` where it cannot be read."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))}
    command = [sys.executable, "-m", "parley.documents.apart", format_]
    # A command takes neither every letter nor every length, so the name goes before what it names.
    given = json.dumps(name).encode() + b"\n" + data
    try:
        done = subprocess.run(command, input=given, capture_output=True, timeout=_PATIENCE, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise DocumentError.endless(name) from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise DocumentError.endless(name) from error
    if "told" in found:
        raise DocumentError(found["told"])
    return from_plain(found)


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return  # Windows has no such limits; the clock is one
    for limit, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, BYTES), (resource.RLIMIT_CORE, 0)):
        resource.setrlimit(limit, (most, resource.getrlimit(limit)[1]))


def _read(format_: str, data: bytes, name: str) -> Read:
    match format_:
        case "html":
            from parley.documents.html import read_html as reader
        case "word":
            from parley.documents.word import read_word as reader
        case _:
            from parley.documents.pdf import read_pdf as reader
    return reader(data, name)


def main() -> None:
    """Read what comes in, and print what it is."""
    _, format_ = sys.argv
    name, data = json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    _limit()
    try:
        found = dict(as_plain(_read(format_, data, name)))
    except DocumentError as error:
        found = {"told": str(error)}
    except (MemoryError, RecursionError):
        found = {"told": str(DocumentError.endless(name))}
    except Exception:  # whatever a library makes of a broken file, it is broken
        found = {"told": str(DocumentError.broken(name))}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
