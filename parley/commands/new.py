"""The command `new`: a first negotiation in two files that explain themselves, to be written over; it passes the check and opens."""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path

from parley.errors import WrongArgumentError
from parley.importing.naming import id_of
from parley.schemas import FOLDER as SCHEMAS
from parley.writing import write_whole

SKELETON = Path(__file__).resolve().parents[1] / "skeleton"
FILES = ("negotiation.yaml", "statements.yaml")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make, such as positions/NAME")
    parser.add_argument("--title", metavar="WORDS", help="the title of the negotiation; the name of the folder if left out")


def run(given: argparse.Namespace) -> int:
    """Write the two files; nothing is written where something stands already."""
    folder: Path = given.folder
    if os.path.lexists(folder):
        raise WrongArgumentError.folder_there(str(folder))
    key = id_of(folder.name, "negotiation", ())
    if key != folder.name:
        raise WrongArgumentError.no_folder_name(folder.name, key)
    title = given.title or key.replace("-", " ").capitalize()
    told = {"SCHEMA": os.path.relpath(SCHEMAS, folder), "ID": key, "TITLE": json.dumps(title, ensure_ascii=False), "TODAY": given.today.isoformat()}
    folder.mkdir(parents=True)
    for name in FILES:
        text = (SKELETON / name).read_text(encoding="utf-8")
        for word, value in told.items():
            text = text.replace(word, value)
        write_whole(folder / name, text.encode())
    print(f"{folder}: write over {' and '.join(FILES)}; 'python -m parley check {folder}' says what is wrong.")
    return 0
