"""What the heads of a table say: in which row they stand, if in any, what each column holds, and what a sheet lists beside the statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from parley.handed_in import TableError
from parley.importing.kind_words import kind_columns
from parley.importing.mapping import PLACES, ColumnMeaning, Holds, Part, PartColumn, PartHolds, PartTable
from parley.importing.naming import plain
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english
from parley.importing.values import date_of, is_nothing, looks_like_number
from parley.importing.ways import way_of

PARTIES = (
    "party", "parties", "actor", "country", "countries", "stakeholder", "member state", "state", "delegation", "government", "player", "group",
    "who",
)  # fmt: skip
# Words that call a column only where they are all of its head: "Who" is a party, "Who wrote it" is not.
WHOLE = ("who",)
ISSUES = ("issue", "topic", "question", "article", "provision", "item", "subject", "dimension", "variable", "dossier", "thesis")
# How heads call what a column holds, without case and accents; the first that a head is, or that it holds as a word, is taken.
CALLED: Mapping[Holds, tuple[str, ...]] = {
    "id": ("id", "statement id", "key"),
    "party": PARTIES,
    "issue": ISSUES,
    "kind": ("kind", "type", "statement type"),
    "speaker": ("speaker", "said by", "spokesperson", "who said"),
    "said": ("said", "date", "day", "when", "year", "said on"),
    "source": ("source", "document", "reference", "url", "link", "where from", "taken from"),
    "page": ("page", "pages", "p"),
    "paragraph": ("paragraph", "para"),
    "line": ("line",),
    "anchor": ("anchor", "anchor words"),
    "wants": ("wants", "direction", "which way", "wants more or less", "more or less"),
    "confidence": ("confidence", "certainty"),
    "firmness": ("firmness",),
    "salience": ("salience", "saliency", "importance", "priority"),
    "power": ("power", "influence", "capability", "capabilities", "resources", "voting power", "voting weight"),
    "says": ("says", "statement", "what was said", "quote", "text", "wording", "summary", "description"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "explanation", "justification"),
    "place": ("place", "position", "stance", "value", "level", "answer", "score", "option", "response", "vote", "preference", "step", "rung"),
}
ASKED = ("demand", "ask", "proposal", "claim")  # how a position is called beside an issue; by themselves they may be issues
_MEANINGS = ("meaning", "means", "description", "text", "words", "explanation")
_ID = ("id", "code", "key", "no", "nr")
# How heads call what the columns of each list hold, which of them it cannot do without, and how sheets of it are called.
PARTS: Mapping[Part, tuple[Mapping[PartHolds, tuple[str, ...]], tuple[tuple[PartHolds, ...], ...], tuple[str, ...]]] = {
    "links": (
        {
            "statement": ("statement", "statement id", "statement key", "statement code"),
            "party": (*PARTIES, *(f"{one} {key}" for one in PARTIES for key in _ID)),
            "source": ("source", "source id", "document", "document id"),
        },
        (("statement", "party"), ("statement", "source")),
        ("links", "link", "said by", "statement parties", "statement party"),
    ),
    "events": (
        {
            "id": (*_ID, "event id"),
            "date": ("date", "day", "when", "year"),
            "what": ("what", "event", "what happened", "description", "name", "title"),
            "issue": (*ISSUES, "issues"),
            "source": ("source", "source id", "document"),
        },
        (("date", "what"),),
        ("events", "event", "timeline", "calendar", "chronology"),
    ),
    "sources": (
        {
            "id": (*_ID, "source id", "document id", "source key"),
            "title": ("title", "source", "document", "name", "source title", "document title"),
            "issued": ("issued", "date", "published", "year", "publication date"),
            "url": ("url", "link", "address", "web address"),
            "author": ("author", "authors", "by"),
            "publisher": ("publisher", "publication", "outlet"),
        },
        (("title",),),
        ("sources", "source", "documents", "document", "references", "bibliography"),
    ),
    "levels": (
        {
            "issue": (*ISSUES, *(f"{one} {key}" for one in ISSUES for key in _ID)),
            "number": ("number", "order", "rank", "level", "step", "rung", "value", "position", "code", "score", "answer", "key", "no", "nr"),
            "name": ("name", "label", "level", "step", "rung", "position", "value", "answer", "option", "place", *_MEANINGS),
            "means": _MEANINGS,
            "levels": (),  # a column for each issue, called like it
        },
        (("name",),),
        ("levels", "level", "scale", "scales", "codebook", "codes", "labels", "answers", "options", "steps"),
    ),
    "issues": (
        {
            "id": (*_ID, *(f"{one} {key}" for one in ISSUES for key in _ID)),
            "name": ("name", "label", "title", "issue", "topic", "issue name", "thesis", "variable", "dimension"),
            "question": ("question", "text", "description", "wording"),
            "unit": ("unit", "units"),
            "bottom": ("bottom", "min", "minimum", "lowest", "lower end"),
            "top": ("top", "max", "maximum", "highest", "upper end"),
        },
        (("name",), ("id", "question")),
        ("issues", "issue", "topics", "questions", "theses", "variables", "dimensions"),
    ),
    "parties": (
        {
            "id": (*_ID, "iso", "iso3", *(f"{one} {key}" for one in PARTIES for key in _ID)),
            "name": ("name", "full name", "party name", "country name", "actor name", *PARTIES[:9], *WHOLE),
            "short": ("short", "short name", "abbreviation", "acronym", "label"),
            "bloc": ("bloc", "group", "coalition", "alliance", "region", "family"),
            "wants": ("wants", "direction", "which way", "wants more or less", "more or less"),
        },
        (("name",),),
        ("parties", "party", "actors", "countries", "delegations", "members", "stakeholders", "governments"),
    ),
}  # fmt: skip
# What beside its name tells a list whose sheet is not called after it.
_TELLING: Mapping[Part, tuple[PartHolds, ...]] = {
    "links": (), "events": (), "sources": ("issued", "url", "author", "publisher"), "levels": ("issue",),
    "issues": ("question", "unit", "bottom", "top"), "parties": ("id", "short", "bloc", "wants"),
}  # fmt: skip
_STATEMENTS = ("statements", "positions", "data", "main", "coding", "coded")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
LOOKED_AT = 10  # first rows among which the heads are looked for
_What = TypeVar("_What", bound=str)
_Meaning = TypeVar("_Meaning", ColumnMeaning, PartColumn)


def head_row_of(sheet: Sheet, title: str) -> int:
    """Return the row of heads, counted from 1: the first that fills as many columns as any among the first rows; 0 where it is data already."""
    # A title over the whole table says one thing in all its cells.
    filled = [sum(map(bool, row)) if len(set(filter(None, row))) > 1 else 1 for row in sheet.rows[:LOOKED_AT]]
    widest = max(filled, default=0)
    found = next((number for number, count in enumerate(filled, 1) if count >= max(2, widest - 1)), 0)
    if not found or (found >= len(sheet.rows) and not _is_data(sheet.rows[found - 1], sheet.rows[found:])):
        raise TableError.no_shape(title)
    if is_over(sheet.rows[found - 1], sheet.rows[found] if found < len(sheet.rows) else ()):
        return found + 1
    return 0 if found == 1 and _is_data(sheet.rows[0], sheet.rows[1:]) else found


def is_over(row: Sequence[str], beneath: Sequence[str]) -> bool:
    """Return whether a row only groups the heads beneath it: it says some things several times, and those are all there, unlike and words."""
    if not beneath or not all(beneath):
        return False
    # Other words at the beginning of both are heads over heads only where those beneath are known ones.
    if row[0] and row[0] != beneath[0] and _known(beneath) <= max(1, _known(row)):
        return False
    is_repeated = len(set(filter(None, row))) < sum(map(bool, row))
    return is_repeated and len(set(beneath)) == len(beneath) and not any(looks_like_number(one) or date_of(one) for one in beneath)


def _known(heads: Sequence[str]) -> int:
    return len(called(heads, CALLED, in_part=False))


def _is_data(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Return whether a first row holds no heads: nothing in it is a word for what a column holds, and it is like the rows beneath."""
    if not rest or not all(first) or any(_is_head(cell) for cell in first):
        return False
    columns = [[cell for cell in column if not is_nothing(cell)] for column in zip(*rest, strict=True)]
    numbers = [cell for cell in first[1:] if looks_like_number(cell)]
    if len(numbers) == len(first) - 1 and all(_YEAR.fullmatch(cell) for cell in numbers):
        return False  # years are heads
    for cell, column in zip(first, columns, strict=True):
        if column and any(reads(cell) and all(map(reads, column)) for reads in (looks_like_number, _is_day)):
            return True
    # Words that come again beneath themselves are cells: a head stands once.
    again = [plain(cell) in {plain(one) for one in column} for cell, column in zip(first, columns, strict=True)]
    return sum(again) >= 2 or any(is_one and _repeats(column) for is_one, column in zip(again, columns, strict=True))


def _is_head(cell: str) -> bool:
    words = in_english(cell)
    return any(words == one or (words.count(" ") < 3 and re.search(rf"\b{one}\b", words)) for names in CALLED.values() for one in names)


def _is_day(cell: str) -> bool:
    found = date_of(cell)
    return found is not None and found.is_day


def _repeats(column: Sequence[str]) -> bool:
    """Return whether a column says few things many times, as one of parties or of issues does."""
    held = [plain(cell) for cell in column if cell]
    return 2 * len(set(held)) <= len(held) + 1


def called(heads: Sequence[str], names: Mapping[_What, Sequence[str]], *, in_part: bool = True) -> dict[int, _What]:
    """Return what each column holds by its head, each thing once; a head that is a name comes before one that has it among its words."""
    taken: dict[int, _What] = {}
    words = [in_english(head) for head in heads]
    for is_whole in (True, False)[: 1 + in_part]:
        for holds, several in names.items():
            if holds in taken.values():
                continue
            for number, word in enumerate(words):
                if word and number not in taken and any(word == one if is_whole else _is_in(one, word) for one in several):
                    taken[number] = holds
                    break
    return taken


def _is_in(name: str, head: str) -> bool:
    return name not in WHOLE and re.search(rf"\b{name}\b", head) is not None


def by_place(heads: Sequence[str], meanings: Sequence[_Meaning]) -> list[_Meaning | None]:
    """Return the meaning of each column by its place; None where its head has none. Of two with the same head the first is the first."""
    known: dict[str, list[_Meaning]] = {}
    for one in meanings:
        known.setdefault(one.head, []).append(one)
    return [known[head].pop(0) if known.get(head) else None for head in heads]


def places_of(heads: Sequence[str], meanings: Sequence[ColumnMeaning]) -> list[tuple[int, Holds]]:
    """Return the columns that hold positions, by their places."""
    return [(number, one.holds) for number, one in enumerate(by_place(heads, meanings)) if one and one.holds in PLACES]


def columns_of(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnMeaning, ...]:
    """Return what each column probably holds; the other columns hold nothing."""
    taken = called(heads, CALLED)
    wanted = [row[number] for number, holds in taken.items() if holds == "wants" for row in rows]
    if not all(is_nothing(cell) or way_of(cell) for cell in wanted):  # what a party wants in its own words is no direction
        taken = called(heads, {holds: names for holds, names in CALLED.items() if holds != "wants"})
    taken |= _of_kinds(heads, taken)
    by = {holds: number for number, holds in taken.items()}
    if "party" in by and "issue" in by and by.keys().isdisjoint(("place", "demand")):
        taken |= dict.fromkeys([number for number, head in enumerate(heads) if in_english(head) in ASKED and number not in taken][:1], "place")
    if "issue" not in by and "says" in by and "place" in by and _repeats([row[by["says"]] for row in rows]):
        taken[by["says"]] = "issue"  # a statement that many parties answer is what they are asked
    return tuple(ColumnMeaning(head=head, holds=taken.get(number, "nothing")) for number, head in enumerate(heads) if head)


def _of_kinds(heads: Sequence[str], taken: Mapping[int, Holds]) -> dict[int, Holds]:
    """Return the columns of which each holds positions of one kind; none where such words may as well be the names of issues.

    One column alone that is called a demand is simply the position.
    """
    held = set(taken.values())
    is_long = {"party", "issue"} <= held
    found = kind_columns(heads, [number for number, head in enumerate(heads) if is_long and head and number not in taken])
    if not held & {"party", "id"} or ("place" not in held and set(found.values()) <= {"demand"}):
        return {}
    is_whole = len(found) > 1 and all(number in taken or number in found for number, head in enumerate(heads) if head)
    return found if "issue" in held or is_whole else {}


def is_sure(heads: Sequence[str], meanings: Sequence[ColumnMeaning]) -> bool:
    """Return whether heads tell of a row per statement: one names an issue, one is a position and nothing more, or there are several positions."""
    places = places_of(heads, meanings)
    is_told = any(one.holds == "issue" for one in meanings) or len(places) > 1
    return is_told or any(holds == "place" and in_english(heads[number]) in CALLED["place"] for number, holds in places)


def part_of(sheet: Sheet) -> PartTable | None:
    """Return what a sheet lists beside the statements, by its name or its heads; None where it lists statements, or nothing that is known."""
    try:
        row = head_row_of(sheet, sheet.name)
    except TableError:
        return None
    if row == 0:
        return None
    heads, name = sheet.heads(row), in_english(sheet.name)
    for is_named in (True, False):
        for part, (_, needed, sheets) in PARTS.items():
            found = _columns(sheet, row, part, in_part=is_named)
            if not any(set(one) <= set(found.values()) for one in needed):
                continue
            if is_named and name in sheets:
                return _part(sheet, part, row, found)
            if not is_named and name not in _STATEMENTS and _is_told(part, found, heads):
                return _part(sheet, part, row, found)
    return None


def _columns(sheet: Sheet, row: int, part: Part, *, in_part: bool) -> dict[int, PartHolds]:
    """Return what each column of a list holds, by its head; which of those of levels are numbers, and which names, by their cells."""
    heads, names = sheet.heads(row), PARTS[part][0]
    if part != "levels":
        return called(heads, names, in_part=in_part)
    numbers = {number for number in range(len(heads)) if all(looks_like_number(one[number]) for one in sheet.rows[row:] if one[number])}
    counted = [head if number in numbers else "" for number, head in enumerate(heads)]
    of_numbers = called(counted, {holds: several for holds, several in names.items() if holds == "number"}, in_part=in_part)
    others = {holds: several for holds, several in names.items() if holds != "number"}
    of_words = called(["" if number in of_numbers else head for number, head in enumerate(heads)], others, in_part=in_part)
    return {**of_words, **of_numbers}


def _is_told(part: Part, found: Mapping[int, PartHolds], heads: Sequence[str]) -> bool:
    """Return whether heads alone tell what a sheet lists: it holds no positions of parties, and what only such a list holds."""
    main = {*called(heads, CALLED, in_part=False).values(), *("place" for _ in kind_columns(heads))}
    if {"party", "place"} <= main or (part != "levels" and "place" in main) or (part not in ("links", "parties") and "party" in main):
        return False
    if part == "events":
        return any(in_english(head) in ("event", "what happened") for head in heads)
    if part == "levels" and "number" not in found.values():
        return False
    return part == "links" or any(one in found.values() for one in _TELLING[part])


def _part(sheet: Sheet, part: Part, row: int, found: Mapping[int, PartHolds]) -> PartTable:
    columns = tuple(PartColumn(head=head, holds=found.get(number, "nothing")) for number, head in enumerate(sheet.heads(row)) if head)
    return PartTable(sheet=sheet.name, lists=part, head_row=row, columns=columns)


def read_as_part(sheet: Sheet, part: Part) -> PartTable:
    """Return how a sheet is read as a list of something, whatever it looks like."""
    row = head_row_of(sheet, sheet.name)
    return _part(sheet, part, row, _columns(sheet, row, part, in_part=True))


def is_called_a_list(sheet: Sheet) -> bool:
    """Return whether a sheet is called like one that lists something beside the statements."""
    return any(in_english(sheet.name) in sheets for _, _, sheets in PARTS.values())
