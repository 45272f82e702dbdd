"""Whose each statement of the files is, and by which id it is called: one that several parties make stands once for each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.errors import Problem, quoted
from parley.files import Document, Loc
from parley.model import Entry, PartyFile
from parley.reading import Sound, guideline

# Between the id of a statement that several make and the party of which it is; no id in a file has two hyphens.
OF_PARTY = "--"


@dataclass(frozen=True, eq=False)
class Placed:
    """An entry that is sound in itself, as one party's: its id, and where it stands in the files."""

    id: str
    party: str
    entry: Entry
    document: Document
    loc: Loc
    party_loc: Loc


class Placing:
    """The entries of all party files as statements of one party each; `unclear` are those of which nobody can tell whose they are.

    `unnamed` are the ids of those that have none in the files; `together` holds, by the id in the files, who makes a statement with others.
    """

    def __init__(self, files: Sequence[Sound[PartyFile]]) -> None:
        self.unclear: list[tuple[str, Entry, Problem]] = []
        self._taken = {entry.id for read in files for entry in read.record.statements if entry.id}
        self.unnamed: set[str] = set()
        self._made: Counter[str] = Counter()
        self.together: dict[str, frozenset[str]] = {}
        found = [one for read in files for one in self._of_file(read)]
        self.entries: Sequence[Placed] = [self._meant(one) for one in found] if self.together else found
        self.party_of: Mapping[str, str] = {one.id: one.party for one in self.entries}

    def _of_file(self, read: Sound[PartyFile]) -> Iterator[Placed]:
        whole = read.record.party
        for place, entry in zip(read.places, read.record.statements, strict=True):
            loc: Loc = ("statements", place)
            own = entry.parties or ((entry.party,) if entry.party else ())
            if bool(own) is bool(whole):
                what, mend = self._unclear(whole)
                name = f"statement {quoted(entry.id)}" if entry.id else f"entry {place + 1} of 'statements'"
                self.unclear.append((name, entry, read.document.problem(loc, what, mend)))
                continue
            called = entry.id or self._called(entry, whole or (own[0] if len(own) == 1 else ""))
            if len(own) > 1:
                self.together[called] = frozenset(own)
            for number, party in enumerate(own or (whole or "",)):
                key = f"{called}{OF_PARTY}{party}" if len(own) > 1 else called
                party_loc: Loc = ("party",) if whole else (*loc, "parties", number) if entry.parties else (*loc, "party")
                if entry.id is None:
                    self.unnamed.add(key)
                one = entry if key == entry.id else entry.model_copy(update={"id": key})
                yield Placed(key, party, one, read.document, loc, party_loc)

    @staticmethod
    def _unclear(whole: str | None) -> tuple[str, str]:
        if whole:
            return "The file is that of one party, and the statement names its own.", "Leave 'party' out here, or at the top of the file."
        return "The key 'party' is missing.", guideline(Entry, "party")

    def _called(self, entry: Entry, party: str) -> str:
        """Return an id for an entry that has none: that of its party, issue and kind, with a number from the second on."""
        words = "-".join(filter(None, (party, entry.issue, entry.kind.replace("_", "-"))))
        while True:
            self._made[words] += 1
            found = words if self._made[words] == 1 else f"{words}-{self._made[words]}"
            if found not in self._taken:
                return found

    def _meant(self, one: Placed) -> Placed:
        """Return a statement of which what it overtakes and repeats are its own party's, where several made that together."""
        entry = one.entry
        supersedes = tuple(self._own(key, one.party) for key in entry.supersedes)
        repeats = self._own(entry.repeats, one.party) if entry.repeats else None
        if (supersedes, repeats) == (entry.supersedes, entry.repeats):
            return one
        meant = entry.model_copy(update={"supersedes": supersedes, "repeats": repeats})
        return Placed(one.id, one.party, meant, one.document, one.loc, one.party_loc)

    def _own(self, key: str, party: str) -> str:
        return f"{key}{OF_PARTY}{party}" if party in self.together.get(key, ()) else key
