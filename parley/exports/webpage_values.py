"""What the page in one file is filled with: words and where they lead, as its template reads them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """A way from a line to the statement behind it: the statement's number and place in the page, and in words who said it and when.

    Where a line tells of many, `last` is the number of the last of a row of them, to the first of which it leads.
    """

    number: int
    target: str
    words: str
    last: int | None = None


@dataclass(frozen=True)
class Told:
    """A line with the statements behind it."""

    text: str
    cite: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Block:
    """Lines under a heading, in the colour of a party where they are about one."""

    kind: str
    heading: str
    lines: tuple[Told, ...]
    colour: str = ""


@dataclass(frozen=True)
class Entry:
    """A statement in the list of evidence."""

    id: str
    number: int
    target: str
    kind: str
    place: str
    says: str
    condition: str
    cite: str
    anchor: str
    document: str
    why_not: str
    note: str


@dataclass(frozen=True)
class Whose:
    """A party with its colour, and its entries in a list of evidence, if any are asked for."""

    name: str
    colour: str
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Cell:
    """A cell of the overview, with the head of its column and a party's colour; `quiet` where the party took no position."""

    head: str
    colour: str
    lines: tuple[Told, ...]
    quiet: bool


@dataclass(frozen=True)
class Number:
    """A number of the line that sums up, in words, with ways to what it counts."""

    words: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class Section:
    """All that the page shows of one issue."""

    number: int
    target: str
    name: str
    question: str
    status: str
    status_told: Told
    overview: tuple[Cell, ...]
    wide: str
    narrow: str
    parties: tuple[Block, ...]
    blocks: tuple[Block, ...]
    evidence: tuple[Whose, ...]


@dataclass(frozen=True)
class Glance:
    """An issue drawn in the summary: where it is told in full, empty where it is not, its two drawings, and what is open on it."""

    target: str
    heading: str
    wide: str
    narrow: str
    asked: tuple[Told, ...]


@dataclass(frozen=True)
class Silent:
    """An issue on which there is nothing to compare: what each party that has spoken says, and the evidence."""

    number: int
    target: str
    name: str
    status: str
    status_told: Told
    parties: tuple[Block, ...]
    evidence: tuple[Whose, ...]


@dataclass(frozen=True)
class Document:
    """A document in the list at the end."""

    target: str
    title: str
    origin: str
    abstract: str
