"""The command line: one command is run, and what goes wrong is told in a sentence."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from datetime import date

from parley.commands.parser import command_parser
from parley.errors import ParleyError, told_of


def main(arguments: Sequence[str] | None = None, today: date | None = None) -> int:
    """Run one command and return its exit status: 1 for any error, else 0; `today` is the clock's if left out."""
    given = command_parser().parse_args(arguments, argparse.Namespace(today=today or date.today()))
    try:
        return int(given.run(given))
    except BrokenPipeError:
        # Whoever reads has read enough; what is left unwritten must not be tried again at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (ParleyError, OSError) as error:
        print(told_of(error), file=sys.stderr)
    return 1


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A file's name or content may hold what the screen cannot show.
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
