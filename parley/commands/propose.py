"""The command `propose`: proposed statements put into the inbox of a negotiation, where nothing counts before somebody accepts it."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path

from parley.asking import existing_folder, folder_if_given
from parley.editing.opening import opened
from parley.errors import NoFolderError, quoted
from parley.folders import seeds_folder
from parley.proposing.anchors import anchored
from parley.proposing.fitting import fitted
from parley.proposing.inbox import inbox_of, put
from parley.proposing.lines import read_proposals
from parley.telling import proposing as told
from parley.texts import Texts
from parley.words import say


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("proposals", type=Path, metavar="FILE", help="JSON Lines: a proposed statement on each line, by proposal.schema.json")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="the folder of the negotiation")
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="the records of the sources; 'seeds' beside the positions if left out")
    parser.add_argument("--texts", type=Path, metavar="DIR", help="the documents' texts, where they are held; 'texts' in the seeds if left out")


def run(given: argparse.Namespace) -> int:
    """Put all of them in, or none where one is wrong; say how many are new, whose anchors were found, and what became of earlier ones."""
    if not given.proposals.is_file():
        raise NoFolderError(f"There is no file {quoted(str(given.proposals))}.")
    folder = existing_folder(given.to)
    talks = opened(folder, folder_if_given(given.seeds))
    proposals = read_proposals(given.proposals)
    known = {one.key for one in inbox_of(folder).proposed}
    new = tuple({one.key: one for one in proposals if one.key not in known}.values())
    fitted(talks, new)
    count = put(folder, new)
    print(say(told.put_in(count, len(proposals) - count)))
    texts = Texts(existing_folder(given.texts)) if given.texts else Texts((given.seeds or seeds_folder(folder)) / "texts")
    if new and os.path.isdir(texts.folder):  # noqa: PTH112
        sources = talks.dataset.sources
        entries = [one.proposal.statement for one in new]
        found = Counter(anchored(one.locator, sources.get(one.source or ""), texts).found for one in entries)
        print(*(say(told.anchors_counted(found[one], one)) for one in told.ANCHORS if found[one]), sep="\n")
    print(*(say(told.counts_of(one)) for one in inbox_of(folder).counts), sep="\n")
    return 0
