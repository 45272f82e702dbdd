"""How a command line is read: each command learns its options from its own module when it is the one asked for."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from parley import __version__
from parley.errors import WrongArgumentError, quoted
from parley.suggestions import with_suggestion

DEFAULT = "serve"  # what is done where nothing but a folder is named, or nothing at all
# Every command, with what it does; its module stands beside this one, under the same name with _ for -, and has `add_options` and `run`.
COMMANDS: Mapping[str, str] = {
    DEFAULT: "open the dashboard on a folder of positions, or on the example",
    "new": "begin a negotiation: two files that explain themselves",
    "import": "bring in a table: a workbook, or comma-separated text",
    "check": "report everything wrong with the files",
    "export": "write slides, documents, figures and tables",
    "diff": "tell what moved between two dates, or what differs between two versions of the files",
    "search": "find words in all that a negotiation holds",
    "schema": "write the JSON Schemas: for editors, and of exported tables",
    "store": "bring negotiations into a database, for many of them or for several servers",
    "mcp": "answer an assistant's questions, read only",
    "agreement": "compare the codings of two people",
    "brief-a-coder": "write the coding guide, the scales and the schema of proposals for somebody outside",
    "propose": "put proposed statements into the inbox, where they wait to be accepted",
}


class Parser(argparse.ArgumentParser):
    """Reads a command line, and answers a wrong word with what may have been meant; no option may be cut short.

    `command` names the command whose options it takes; they are added when there is something to read.
    """

    def __init__(self, *, command: str = "", **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)
        self._command = command

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Return what is known; end with a hint where anything else stands on the command line."""
        self._learn()
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            options = [word for action in self._actions for word in action.option_strings if word.startswith("--")]
            self.error(str(WrongArgumentError.unknown_word(unknown[0].partition("=")[0], options)))
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """End with the usage and one sentence that begins and ends like all others."""
        super().error(f"{message[:1].upper()}{message[1:]}{'' if message.endswith(('.', '?')) else '.'}")

    def _learn(self) -> None:
        name, self._command = self._command, ""
        if name:
            module = import_module(f"parley.commands.{name.replace('-', '_')}")
            module.add_options(self)
            self.set_defaults(run=module.run)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        known = None if action.choices is None else list(action.choices)
        if known is None or value in known:
            return
        if isinstance(action, argparse._SubParsersAction):
            self.error(str(WrongArgumentError.unknown_command(value, known)))
        raise argparse.ArgumentError(action, with_suggestion(f"It cannot be {quoted(str(value))}.", str(value), known))


def with_command(arguments: Sequence[str]) -> Sequence[str]:
    """Return what stands on the command line with its command: that of the dashboard where only a folder, or its options, or nothing is named."""
    first = arguments[0] if arguments else ""
    is_folder = any(mark in first for mark in "/\\.") or Path(first).is_dir()
    is_option = first.startswith("-") and first not in ("-h", "--help", "--version")
    return [DEFAULT, *arguments] if not first or (first not in COMMANDS and (is_folder or is_option)) else arguments


def command_parser(name: str = "python -m parley") -> Parser:
    """Return the parser of the whole command line; what it reads has `run`, which takes it and returns the exit status."""
    parser = Parser(prog=name, description="Read, check and export what the parties to a negotiation have said.")
    parser.add_argument("--version", action="version", version=f"parley {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, does in COMMANDS.items():
        commands.add_parser(name, help=does, command=name)
    return parser
