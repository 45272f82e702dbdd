"""What a table probably means: where its heads are, what its columns hold, which parties and issues it names, and on which scales they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from parley.dates import PartialDate
from parley.errors import TableError
from parley.importing.mapping import ColumnMeaning, Holds, IssueMeaning, Level, Named, Shape, TableMapping
from parley.importing.naming import exactly, id_of, plain, spellings
from parley.importing.sheets import Sheet
from parley.importing.values import AmbiguousError, amount_of, decimal_sign, is_nothing, is_unknown, unit_of
from parley.model import Quantity

# How heads call what a column holds, without case and accents; the first that a head is, or that it holds as a word, is taken.
CALLED: Mapping[Holds, tuple[str, ...]] = {
    "id": ("id", "statement id", "key"),
    "party": (
        "party",
        "parties",
        "actor",
        "country",
        "countries",
        "stakeholder",
        "member state",
        "state",
        "delegation",
        "government",
        "player",
        "group",
    ),
    "issue": ("issue", "topic", "question", "article", "provision", "item", "subject", "dimension", "variable", "dossier"),
    "kind": ("kind", "type", "statement type"),
    "speaker": ("speaker", "said by", "spokesperson", "who said"),
    "said": ("said", "date", "day", "when", "year", "said on"),
    "source": ("source", "document", "reference", "url", "link"),
    "page": ("page", "pages", "p"),
    "paragraph": ("paragraph", "para"),
    "line": ("line",),
    "anchor": ("anchor", "anchor words"),
    "confidence": ("confidence", "certainty"),
    "firmness": ("firmness",),
    "says": ("says", "statement", "what was said", "quote", "text", "wording", "summary", "description"),
    "note": ("note", "notes", "comment", "comments", "remark", "remarks", "explanation"),
    "place": ("place", "position", "stance", "value", "level", "answer", "score", "option", "response", "vote", "preference"),
}  # fmt: skip
# Words that come in an order of their own, lowest first.
ORDERS: tuple[tuple[str, ...], ...] = (
    ("no", "partly", "yes"), ("no", "partially", "yes"), ("no", "maybe", "yes"), ("against", "abstain", "for"), ("no", "abstain", "yes"),
    ("oppose", "neutral", "support"), ("opposed", "neutral", "in favour"), ("disagree", "neutral", "agree"), ("reject", "accept"),
    ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
    ("strongly oppose", "oppose", "neutral", "support", "strongly support"),
    ("none", "low", "medium", "high"), ("very low", "low", "medium", "high", "very high"), ("low", "moderate", "high"), ("weak", "medium", "strong"),
    ("never", "rarely", "sometimes", "often", "always"), ("voluntary", "mandatory"), ("false", "true"), ("small", "medium", "large"),
)  # fmt: skip
_UNIT = re.compile(r"[(\[]([^()\[\]\d]{1,20})[)\]]\s*$")
# A number before a word, by which levels are ordered: "1 - none", "-2: strongly against".
_LED = re.compile(r"[(\[]?([-−+]?\d{1,3})[)\]]?(?:\s*[:.)=–—-]\s*|\s+)(?=[^\d\s])(.*[^\W\d_].*)")
ONE_ISSUE = "Position"
MOST_LEVELS = 15
MOST_UNITS = 2  # behind the numbers of one issue: "%" and "per cent"
LOOKED_AT = 10  # first rows among which the heads are looked for


def guess(sheet: Sheet, title: str, shape: Shape | None = None, columns: tuple[ColumnMeaning, ...] = ()) -> TableMapping:
    """Return how the table is probably read, as far as that is not given; raise `TableError` where no table can be made out."""
    head_row = _head_row(sheet, title)
    heads, rows = sheet.heads(head_row), sheet.rows[head_row:]
    meanings = columns or _columns(heads)
    has_both = {"party", "place"} <= {one.holds for one in meanings}
    shape = shape or ("long" if has_both else _shape_of_wide(heads, rows))
    if shape == "long":
        if not has_both:
            raise TableError.no_columns(title)
        return _of_long(sheet, title, head_row, meanings)
    return _of_wide(sheet, title, head_row, shape)


def _head_row(sheet: Sheet, title: str) -> int:
    """Return the row of heads, counted from 1: the first that fills as many columns as any among the first rows."""
    filled = [sum(map(bool, row)) for row in sheet.rows[:LOOKED_AT]]
    widest = max(filled, default=0)
    found = next((number for number, count in enumerate(filled, 1) if count >= max(2, widest - 1)), 0)
    if not found or found >= len(sheet.rows):
        raise TableError.no_shape(title)
    return found


def _columns(heads: Sequence[str]) -> tuple[ColumnMeaning, ...]:
    """Return what each column probably holds by its head, each meaning once; the other columns hold nothing."""
    taken: dict[int, Holds] = {}
    for is_whole in (True, False):
        for holds, names in CALLED.items():
            if holds in taken.values():
                continue
            for number, head in enumerate(heads):
                words = plain(head)
                if head and number not in taken and any(words == one if is_whole else re.search(rf"\b{one}\b", words) for one in names):
                    taken[number] = holds
                    break
    return tuple(ColumnMeaning(head=head, holds=taken.get(number, "nothing")) for number, head in enumerate(heads) if head)


def _shape_of_wide(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Shape:
    """Return whether a wide table has its parties down its first column or along its heads."""
    first = plain(heads[0])
    if any(re.search(rf"\b{one}\b", first) for one in CALLED["issue"]):
        return "issues_down"
    if any(re.search(rf"\b{one}\b", first) for one in CALLED["party"]):
        return "parties_down"
    # What stands on one scale is alike: down a column of an issue, along a row of one.
    down = [_unlike(row[number] for row in rows) for number in range(1, len(heads))]
    along = [_unlike(row[1:]) for row in rows]
    return "parties_down" if sum(down) / max(1, len(down)) <= sum(along) / max(1, len(along)) else "issues_down"


def _unlike(cells: Iterable[str]) -> float:
    """Return how unlike cells are: the share of different ones among those that say something."""
    held = [plain(cell) for cell in cells if not is_nothing(cell)]
    return len(set(held)) / len(held) if held else 0.0


def _of_long(sheet: Sheet, title: str, head_row: int, meanings: tuple[ColumnMeaning, ...]) -> TableMapping:
    column = {one.holds: number for number, one in enumerate(_by_place(sheet.heads(head_row), meanings)) if one}
    rows = sheet.rows[head_row:]
    parties = _parties(row[column["party"]] for row in rows)
    cells: dict[str, list[str]] = {}
    for row in rows:
        name = row[column["issue"]] if "issue" in column else ONE_ISSUE
        if name:
            cells.setdefault(plain(name), []).append(row[column["place"]])
    written = spellings(row[column["issue"]] for row in rows) if "issue" in column else {ONE_ISSUE: [ONE_ISSUE]}
    issues = _issues((name, several, cells[plain(name)]) for name, several in written.items())
    return TableMapping(
        negotiation=id_of(title, "negotiation", ()), title=title, sheet=sheet.name or None, shape="long", head_row=head_row, columns=meanings,
        parties=parties, issues=issues,
    )  # fmt: skip


def _of_wide(sheet: Sheet, title: str, head_row: int, shape: Shape) -> TableMapping:
    heads, rows = sheet.heads(head_row), sheet.rows[head_row:]
    names, along = [row[0] for row in rows], [head for head in heads[1:] if head]
    columns = {head: [row[number] for row in rows] for number, head in enumerate(heads) if number and head}
    if shape == "parties_down":
        parties, issues = _parties(names), _issues((head, [head], cells) for head, cells in columns.items())
    else:
        parties = _parties(along)
        written = spellings(names)
        of_issue: dict[str, list[str]] = {plain(name): [] for name in written}
        for row in rows:
            if row[0]:
                of_issue[plain(row[0])] += row[1:]
        issues = _issues((name, several, of_issue[plain(name)]) for name, several in written.items())
    return TableMapping(
        negotiation=id_of(title, "negotiation", ()),
        title=title,
        sheet=sheet.name or None,
        shape=shape,
        head_row=head_row,
        parties=parties,
        issues=issues,
    )


def _by_place(heads: Sequence[str], meanings: Sequence[ColumnMeaning]) -> list[ColumnMeaning | None]:
    """Return the meaning of each column by its place; None where it has no head."""
    rest = iter(meanings)
    return [next(rest) if head else None for head in heads]


def _parties(cells: Iterable[str]) -> tuple[Named, ...]:
    found: list[Named] = []
    for name, several in spellings(cells).items():
        found.append(Named(id=id_of(name, "party", {one.id for one in found}), name=name, cells=tuple(several)))
    return tuple(found)


def _issues(found: Iterable[tuple[str, Sequence[str], Sequence[str]]]) -> tuple[IssueMeaning, ...]:
    made: list[IssueMeaning] = []
    for name, written, cells in found:
        shown = _UNIT.sub("", name).strip() or name
        key = id_of(shown, "issue", {one.id for one in made})
        made.append(IssueMeaning(id=key, name=shown, cells=tuple(written), levels=levels_of(cells), quantity=quantity_of(cells, name)))
    return tuple(made)


def quantity_of(cells: Sequence[str], head: str = "") -> Quantity | None:
    """Return the quantity on which cells stand; None where no more than half of them are numbers."""
    held = [cell for cell in cells if not is_nothing(cell) and not is_unknown(cell)]
    sign = decimal_sign(held)
    numbers, units = [], Counter[str]()
    for cell in held:
        try:
            found = amount_of(cell, sign)
        except AmbiguousError:
            continue
        if found is not None:
            numbers += [found.low, found.high]
            units[unit_of(found.unit)] += 1
    # Numbers with a different word behind each are levels that are numbered.
    if not held or 2 * sum(units.values()) <= len(held) or len(set(units) - {""}) > MOST_UNITS:
        return None
    low, high = min(numbers), max(numbers)
    bottom, top = next(((a, b) for a, b in ((0, 1), (0, 10), (0, 100), (-1, 1), (-10, 10), (-100, 100)) if a <= low and high <= b), (low, high))
    if bottom == top:
        return None
    finest = max((_decimals(one) for one in numbers), default=0)
    common, count = max(((one, many) for one, many in units.items() if one), key=lambda each: each[1], default=("", 0))
    unit = common if 2 * count > sum(units.values()) else _unit_in(head)
    ends = {"bottom": _written(Fraction(bottom)), "top": _written(Fraction(top)), "resolution": _written(Fraction(1, 10**finest))}
    return Quantity.model_validate({"unit": unit or "points", **({"gap_unit": "points"} if unit == "%" else {}), **ends})


def _unit_in(head: str) -> str:
    """Return the unit that a head names in brackets: "Tariff (%)"."""
    found = _UNIT.search(head)
    return found[1] if found else ""


def _decimals(number: Fraction) -> int:
    return next((places for places in range(7) if (number * 10**places).denominator == 1), 6)


def _written(number: Fraction) -> str:
    return format((Decimal(number.numerator) / Decimal(number.denominator)).normalize(), "f")


def levels_in_order(issue: IssueMeaning, sheet: Sheet, mapping: TableMapping) -> tuple[str, ...]:
    """Return the words that the table has on an issue without a scale, in the order of their coming, so that somebody can put them in order."""
    written = set(issue.cells)
    heads, rows = sheet.heads(mapping.head_row), sheet.rows[mapping.head_row :]
    if mapping.shape == "long":
        column = {one.holds: number for number, one in enumerate(_by_place(heads, mapping.columns)) if one}
        cells = [row[column["place"]] for row in rows if "issue" not in column or row[column["issue"]] in written]
    elif mapping.shape == "parties_down":
        cells = [row[number] for number, head in enumerate(heads) if head in written for row in rows]
    else:
        cells = [cell for row in rows if row[0] in written for cell in row[1:]]
    return tuple(spellings(cell for cell in cells if not is_nothing(cell) and not is_unknown(cell)))


def levels_of(cells: Sequence[str]) -> tuple[Level, ...]:
    """Return levels, lowest first, of which the cells or the language tell the order; empty where nothing does, or where they are numbers."""
    held = [cell for cell in cells if not is_nothing(cell) and not is_unknown(cell)]
    if not held or quantity_of(held) is not None:
        return ()
    written = spellings(held, exactly)
    order = _order_of(list(written))
    if order is None or not 2 <= len(order) <= MOST_LEVELS:
        return ()
    made: list[Level] = []
    for name in order:
        led = _LED.fullmatch(name)
        shown = led[2] if led else name
        made.append(Level(id=id_of(shown, "level", {one.id for one in made}), name=shown, cells=tuple(written[name])))
    return tuple(made)


def _order_of(names: Sequence[str]) -> list[str] | None:
    """Return names in the order that the numbers before their words give, or that their words have in the language; None where neither tells."""
    led = {name: _LED.fullmatch(name) for name in names}
    if all(led.values()):
        numbers = {name: int(found[1].replace("−", "-")) for name, found in led.items() if found}
        return sorted(names, key=lambda one: numbers[one]) if len(set(numbers.values())) == len(names) else None
    plains = {plain(name): name for name in names}
    for order in ORDERS:
        if len(plains) == len(names) and set(plains) <= set(order) and len(plains) > 1:
            return [plains[one] for one in order if one in plains]
    return None


def date_of(cell: str) -> PartialDate | None:
    """Return the date in a cell as files write it, or as 2.10.2015, 2/10/2015 where the day cannot be the month, and 2 October 2015; None else."""
    if (read := _parsed(cell)) is not None:
        return read
    if found := re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", cell):
        first, second, year = int(found[1]), int(found[2]), found[3]
        if "." in cell or (first > 12 and second <= 12):
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    if found := re.fullmatch(r"(?:(\d{1,2})\.?\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})|([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})", cell):
        day, word, year = (found[1], found[2], found[3]) if found[3] else (found[5], found[4], found[6])
        month = _MONTHS.get(word.lower())
        if month:
            return _parsed(f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}")
    return None


_NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_MONTHS = {word: number for number, name in enumerate(_NAMES, 1) for word in (name, name[:3], *(("sept",) if number == 9 else ()))}


def _parsed(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _day(year: str, month: int, day: int) -> PartialDate | None:
    return _parsed(f"{year}-{month:02}-{day:02}")
