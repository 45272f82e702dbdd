"""What a table probably means: where its heads are, what its columns hold, which parties and issues it names, and on which scales they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from parley.handed_in import TableError
from parley.importing.beside import is_compared
from parley.importing.head_groups import groups_over
from parley.importing.heads import ISSUES, PARTIES, by_place, columns_of, head_row_of, is_sure, places_of
from parley.importing.mapping import PLACES, ColumnMeaning, Holds, IssueMeaning, Level, Named, Shape, TableMapping
from parley.importing.naming import exactly, id_of, plain, spellings
from parley.importing.sheets import Sheet
from parley.importing.tongues import in_english
from parley.importing.values import (
    AmbiguousError,
    amount_of,
    date_of,
    decimal_sign,
    is_nothing,
    is_unknown,
    looks_like_number,
    number_beside,
    same_unit,
    unit_of,
)
from parley.model import Quantity

# Answers that all statements of a table share, lowest first: what was never answered to one of them could have been.
ANSWERS: tuple[tuple[str, ...], ...] = (
    ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
    ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
    ("completely disagree", "tend to disagree", "neutral", "tend to agree", "completely agree"),
    ("disagree", "neutral", "agree"), ("disagree", "no opinion", "agree"), ("disagree", "neither", "agree"),
    ("stimme nicht zu", "neutral", "stimme zu"), ("against", "abstain", "for"), ("no", "abstain", "yes"),
    ("strongly oppose", "oppose", "neutral", "support", "strongly support"), ("oppose", "neutral", "support"), ("opposed", "neutral", "in favour"),
)  # fmt: skip
# Words that come in an order of their own, lowest first.
ORDERS: tuple[tuple[str, ...], ...] = (
    ("none", "partial", "full"), ("no", "partial", "full"), ("no", "partly", "yes"), ("no", "partially", "yes"), ("no", "maybe", "yes"),
    ("reject", "accept"), *ANSWERS,
    ("none", "low", "medium", "high"), ("very low", "low", "medium", "high", "very high"), ("low", "moderate", "high"), ("weak", "medium", "strong"),
    ("nein", "teilweise", "ja"), ("non", "partiellement", "oui"), ("no", "parcialmente", "si"), ("dagegen", "enthaltung", "dafur"),
    ("contre", "abstention", "pour"), ("en contra", "abstencion", "a favor"), ("niedrig", "mittel", "hoch"), ("faible", "moyen", "eleve"),
    ("bajo", "medio", "alto"), ("freiwillig", "verpflichtend"), ("volontaire", "obligatoire"), ("voluntario", "obligatorio"),
    ("never", "rarely", "sometimes", "often", "always"), ("voluntary", "mandatory"), ("false", "true"), ("small", "medium", "large"),
)  # fmt: skip
_UNIT = re.compile(r"[(\[]([^()\[\]\d]{1,20})[)\]]\s*$")
# A number before a word, by which levels are ordered: "1 - none", "-2: strongly against".
_LED = re.compile(r"[(\[]?([-−+]?\d{1,3})[)\]]?(?:\s*[:.)=–—-]\s*|\s+)(?=[^\d\s])(.*[^\W\d_].*)")
_MARKS = re.compile(r"\s*[¹²³⁴⁵⁶⁷⁸⁹*†‡§]+$")  # behind a head, of a note beneath the table
ONE_ISSUE = "Position"
MOST_LEVELS = 15
LONGEST_ALONE = 4  # letters of a unit at the head of the one column of positions
LONGEST_NAME = 60  # letters of an issue's name; a longer one is the question, and its first words are the name
TIMES = ("year", "month", "week", "day", "hour")  # units of which several are called otherwise
MOST_UNITS = 2  # behind the numbers of one issue: "%" and "per cent"


def guess(
    sheet: Sheet,
    title: str,
    shape: Shape | None = None,
    columns: tuple[ColumnMeaning, ...] = (),
    head_row: int | None = None,
    *,
    is_linked: bool = False,
) -> TableMapping:
    """Return how the table is probably read, as far as that is not given; raise `TableError` where no table can be made out.

    `head_row` is counted from 1; 0 stands for a table without heads. Where it `is_linked`, another sheet says whose a statement is, by its id.
    """
    row = head_row_of(sheet, title) if head_row is None else head_row
    if row >= len(sheet.rows):
        raise TableError.no_shape(title)
    heads, rows = sheet.heads(row), sheet.rows[row:]
    meanings = columns or (columns_of(heads, rows) if row else _by_content(heads, rows))
    held = {one.holds for one in meanings}
    has_both = not held.isdisjoint(PLACES) and ("party" in held or (is_linked and "id" in held))
    if shape is None:
        is_long = has_both and (bool(columns) or not row or not _are_issues(heads, rows, meanings))
        shape = "long" if is_long else _shape_of_wide(heads, rows)
    if shape == "long":
        if not has_both:
            raise TableError.no_columns(title)
        return _of_long(sheet, title, row, meanings)
    return _of_wide(sheet, title, row, shape)


def _are_issues(heads: Sequence[str], rows: Sequence[Sequence[str]], meanings: Sequence[ColumnMeaning]) -> bool:
    """Return whether columns are issues, though one of them is called like a position: each party has one row, and no column names an issue."""
    holds = dict(enumerate(by_place(heads, meanings)))
    by = {one.holds: number for number, one in holds.items() if one}
    if "party" not in by:
        return False
    parties = [plain(row[by["party"]]) for row in rows if row[by["party"]]]
    if "issue" in by or "power" in by or "salience" in by or len(set(parties)) < len(parties):
        return False
    if not is_sure(heads, meanings):
        return True
    others = ([row[number] for row in rows] for number, one in holds.items() if one and one.holds == "nothing")
    return any(levels_of(cells) or quantity_of(cells) is not None for cells in others)


def _by_content(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[ColumnMeaning, ...]:
    """Return what the columns of a table without heads probably hold, by what stands in them.

    The first is the party's; a column of dates tells when; where parties come several times, what then says few things many times is the issue,
    and the next is the position.
    """
    cells = [[row[number] for row in rows] for number in range(len(heads))]
    holds: list[Holds] = ["party"]
    holds += ["nothing"] * (len(heads) - 1)
    rest = list(range(1, len(heads)))
    for number in list(rest):
        held = [cell for cell in cells[number] if not is_nothing(cell)]
        if held and all(date_of(cell) is not None for cell in held) and len(rest) > 1:
            holds[number] = "said"
            rest.remove(number)
            break
    is_several = len({plain(cell) for cell in cells[0] if cell}) < sum(map(bool, cells[0]))
    if is_several and len(rest) > 1:
        holds[rest.pop(0)] = "issue"
    if len(rest) == 1 or is_several:
        holds[rest[0]] = "place"
    return tuple(ColumnMeaning(head=head, holds=one) for head, one in zip(heads, holds, strict=True))


def _shape_of_wide(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Shape:
    """Return whether a wide table has its parties down its first column or along its heads."""
    first = in_english(heads[0])
    if any(re.search(rf"\b{one}\b", first) for one in ISSUES):
        return "issues_down"
    if any(re.search(rf"\b{one}\b", first) for one in PARTIES):
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
    heads = sheet.heads(head_row)
    column = {one.holds: number for number, one in enumerate(by_place(heads, meanings)) if one}
    places = [number for number, _ in places_of(heads, meanings)]
    rows = sheet.rows[head_row:]
    parties = _parties(row[column["party"]] for row in rows) if "party" in column else ()
    cells: dict[str, list[str]] = {}
    for row in rows:
        name = row[column["issue"]] if "issue" in column else ONE_ISSUE
        if name:
            cells.setdefault(plain(name), []).extend(row[number] for number in places)
    written = spellings(row[column["issue"]] for row in rows) if "issue" in column else {ONE_ISSUE: [ONE_ISSUE]}
    issues = _issues(((name, several, cells[plain(name)]) for name, several in written.items()), _unit_of_all([heads[one] for one in places]))
    return TableMapping(
        negotiation=id_of(title, "negotiation", ()), title=title, sheet=sheet.name or None, shape="long", head_row=head_row, columns=meanings,
        parties=parties, issues=issues,
    )  # fmt: skip


def _of_wide(sheet: Sheet, title: str, head_row: int, shape: Shape) -> TableMapping:
    heads, rows = sheet.heads(head_row), sheet.rows[head_row:]
    names, along = [row[0] for row in rows], [head for head in heads[1:] if head]
    columns = {head: [row[number] for row in rows] for number, head in enumerate(heads) if number and head}
    over, before = groups_over(sheet, head_row), dict(sheet.headings)
    if shape == "parties_down":
        parties = tuple(one.model_copy(update={"bloc": before.get(one.cells[0])}) for one in _parties(names))
        found = _issues((head, [head], cells) for head, cells in columns.items())
        issues = tuple(one.model_copy(update={"group": over.get(one.cells[0])}) for one in found)
    else:
        parties = tuple(one.model_copy(update={"bloc": over.get(one.cells[0])}) for one in _parties(along))
        written = spellings(names)
        of_issue: dict[str, list[str]] = {plain(name): [] for name in written}
        for row in rows:
            if row[0]:
                of_issue[plain(row[0])] += row[1:]
        found = _issues((name, several, of_issue[plain(name)]) for name, several in written.items())
        issues = tuple(one.model_copy(update={"group": before.get(one.cells[0])}) for one in found)
    return TableMapping(
        negotiation=id_of(title, "negotiation", ()),
        title=title,
        sheet=sheet.name or None,
        shape=shape,
        head_row=head_row,
        parties=parties,
        issues=issues,
    )


def _parties(cells: Iterable[str]) -> tuple[Named, ...]:
    found: list[Named] = []
    for name, several in spellings(cells).items():
        found.append(Named(id=id_of(name, "party", {one.id for one in found}), name=name, cells=tuple(several)))
    return tuple(found)


def _unit_of_all(heads: Sequence[str]) -> str:
    """Return the unit that all columns of positions name in brackets; of one column alone a short one, since other words may stand there."""
    units = {_unit_in(head) for head in heads}
    unit = units.pop() if len(units) == 1 else ""
    return unit if len(heads) > 1 or len(unit) <= LONGEST_ALONE else ""


def _issues(found: Iterable[tuple[str, Sequence[str], Sequence[str]]], unit: str = "") -> tuple[IssueMeaning, ...]:
    made: list[IssueMeaning] = []
    several = list(found)
    shared = _shared([cell for _, _, cells in several for cell in cells])
    for name, written, cells in several:
        full = _UNIT.sub("", _MARKS.sub("", name)).strip() or name
        shown = short_of(full, {one.name for one in made})
        key = id_of(shown, "issue", {one.id for one in made})
        levels = shared if shared and any(map(_says, cells)) else levels_of(cells)
        quantity = None if levels else quantity_of(cells, _unit_in(name) or unit)
        question = full if shown != full else None
        made.append(IssueMeaning(id=key, name=shown, cells=tuple(written), question=question, levels=levels, quantity=quantity))
    return tuple(made)


def _shared(cells: Sequence[str]) -> tuple[Level, ...]:
    """Return the levels of a table in which every cell is an answer of one kind; empty where it is not."""
    held = {plain(cell) for cell in cells if _says(cell)}
    return levels_of(cells) if any(held <= set(order) for order in ANSWERS) else ()


def _says(cell: str) -> bool:
    return not is_nothing(cell) and not is_unknown(cell)


def short_of(name: str, taken: Collection[str]) -> str:
    """Return a name that finds room: of a sentence the first words, as many as tell it from those taken."""
    if len(name) <= LONGEST_NAME:
        return name
    words = name.split()
    for count in range(1, len(words)):
        short = " ".join(words[:count]).rstrip(",;:.") + "…"
        if len(" ".join(words[: count + 1])) > LONGEST_NAME and short not in taken:
            return short
    return name


def quantity_of(cells: Sequence[str], told: str = "") -> Quantity | None:
    """Return the quantity on which cells stand, in the unit `told` where most name none; None where no more than half of them are numbers."""
    held = [cell for cell in cells if _says(cell)]
    sign = decimal_sign(held)
    amounts, units = [], Counter[str]()
    for cell in _numbers(held, sign):
        try:
            found = amount_of(cell, sign)
        except AmbiguousError:
            continue
        if found is not None:
            amounts.append(found)
            units[unit_of(found.unit)] += 1
    # Numbers with a different word behind each are levels that are numbered.
    if not held or 2 * sum(units.values()) <= len(held) or len(set(units) - {""}) > MOST_UNITS:
        return None
    common, count = max(((one, many) for one, many in units.items() if one), key=lambda each: each[1], default=("", 0))
    is_only = not told and set(units) == {"", "%"}
    unit = "%" if is_only else common if 2 * count > sum(units.values()) else told
    # What stands in another unit than most lies nowhere on this scale.
    numbers = [end for one in amounts if not (unit and one.unit) or same_unit(one.unit, unit) for end in (one.low, one.high)]
    if not numbers:
        return None
    low, high = min(numbers), max(numbers)
    bottom, top = next(((a, b) for a, b in ((0, 1), (0, 10), (0, 100), (-1, 1), (-10, 10), (-100, 100)) if a <= low and high <= b), (low, high))
    if bottom == top:
        return None
    finest = max((_decimals(one) for one in numbers), default=0)
    ends = {"bottom": _written(Fraction(bottom)), "top": _written(Fraction(top)), "resolution": _written(Fraction(1, 10**finest))}
    apart = "points" if unit == "%" else f"{unit}s" if unit in TIMES else ""
    return Quantity.model_validate({"unit": unit or "points", **({"gap_unit": apart} if apart else {}), **ends})


def _numbers(held: Sequence[str], sign: str) -> Iterator[str]:
    """Yield cells without signs beside their numbers; what only begins with one of more or less is no number where none stands alone."""
    is_alone = any(looks_like_number(cell) for cell in held)
    for cell in held:
        if (found := number_beside(cell, sign)) is None:
            yield cell
        elif is_alone or not is_compared(cell):
            yield found.number


def _unit_in(head: str) -> str:
    """Return the unit that a head names in brackets: "Tariff (%)"."""
    found = _UNIT.search(_MARKS.sub("", head))
    return found[1] if found else ""


def _decimals(number: Fraction) -> int:
    return next((places for places in range(7) if (number * 10**places).denominator == 1), 6)


def _written(number: Fraction) -> str:
    return format((Decimal(number.numerator) / Decimal(number.denominator)).normalize(), "f")


def values_on(issue: IssueMeaning, sheet: Sheet, mapping: TableMapping) -> tuple[str, ...]:
    """Return what the table has on an issue without a scale; nothing of one that has a scale."""
    return () if issue.levels or issue.quantity else levels_in_order(issue, sheet, mapping)


def levels_in_order(issue: IssueMeaning, sheet: Sheet, mapping: TableMapping) -> tuple[str, ...]:
    """Return the words that the table has on an issue without a scale, in the order of their coming, so that somebody can put them in order."""
    return tuple(spellings(filter(_says, cells_on(issue, sheet, mapping))))


def cells_on(issue: IssueMeaning, sheet: Sheet, mapping: TableMapping) -> list[str]:
    """Return the cells of positions that the table has on an issue."""
    written = set(issue.cells)
    heads, rows = sheet.heads(mapping.head_row), sheet.rows[mapping.head_row :]
    if mapping.shape == "long":
        column = {one.holds: number for number, one in enumerate(by_place(heads, mapping.columns)) if one}
        places = [number for number, _ in places_of(heads, mapping.columns)]
        return [row[number] for row in rows if "issue" not in column or row[column["issue"]] in written for number in places]
    if mapping.shape == "parties_down":
        return [row[number] for number, head in enumerate(heads) if head in written for row in rows]
    places = [number for number, head in enumerate(heads) if number and not mapping.leaves_out("parties", [head])]
    return [row[number] for row in rows if row[0] in written for number in places]


def levels_of(cells: Sequence[str]) -> tuple[Level, ...]:
    """Return levels, lowest first, of which the cells or the language tell the order; empty where nothing does, or where they are numbers."""
    held = [cell for cell in cells if _says(cell)]
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
