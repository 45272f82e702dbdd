"""The command `agreement`: how far the codings of two people agree."""

from __future__ import annotations

import argparse

from parley.agreement import CODING_FILE, agreement_in, agreement_lines
from parley.asking import existing_folder, folder_if_given
from parley.commands.options import add_folders
from parley.dataset import load
from parley.errors import NoFolderError
from parley.folders import negotiation_folders, why_unread


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    add_folders(parser)


def run(given: argparse.Namespace) -> int:
    """Print how far the two coders of each double-coded negotiation agree."""
    found = negotiation_folders(existing_folder(given.positions))
    folders = [folder for folder in found if why_unread(folder) or (folder / CODING_FILE).exists()]
    if not folders:
        raise NoFolderError(f"No '{CODING_FILE}' in '{given.positions}'.")
    for folder in folders:
        negotiation = load(folder, folder_if_given(given.seeds)).negotiation
        print(f"{negotiation.id}:", *agreement_lines(agreement_in(folder, negotiation)), sep="\n")
    return 0
