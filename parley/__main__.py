"""The command line: one command is run, and what goes wrong is told in a sentence."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from parley.commands.parser import command_parser, with_command
from parley.errors import ParleyError, told_of


def main(arguments: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command and return its exit status: 1 for any error, else 0; `today` is the clock's if left out."""
    words = with_command(sys.argv[1:] if arguments is None else arguments)
    given = command_parser(_called()).parse_args(words, argparse.Namespace(today=today or date.today()))
    try:
        return int(given.run(given))
    except BrokenPipeError:
        # Whoever reads has read enough; what is left unwritten must not be tried again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (ParleyError, OSError) as error:
        print(told_of(error), file=sys.stderr)
    return 1


def _called() -> str:
    """Return how the program was called: by its own name, or as a module."""
    return "parley" if Path(sys.argv[0]).stem.lower() == "parley" else "python -m parley"


def program() -> int:
    """Run what stands on the command line, and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file's name or content may hold what the screen cannot show.
            stream.reconfigure(errors="backslashreplace")
    return main()


if __name__ == "__main__":
    sys.exit(program())
