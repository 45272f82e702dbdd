"""What single cells say: numbers in two ways of writing, stretches, dates, nothing, and what can be read in two ways."""

from __future__ import annotations

from fractions import Fraction

import pytest

from parley.importing.values import AmbiguousError, Amount, amount_of, date_of, decimal_sign, is_nothing, number_beside


@pytest.mark.parametrize(
    ("cell", "decimal", "found"),
    [
        ("12", ".", Amount(Fraction(12), Fraction(12))),
        ("-0.5", ".", Amount(Fraction(-1, 2), Fraction(-1, 2))),
        ("12,5", ",", Amount(Fraction(25, 2), Fraction(25, 2))),
        ("12 %", ".", Amount(Fraction(12), Fraction(12), "%")),
        ("12.5 bn", ".", Amount(Fraction(25, 2), Fraction(25, 2), "bn")),
        ("1,200,000", ".", Amount(Fraction(1_200_000), Fraction(1_200_000))),
        ("1.200.000,5", ",", Amount(Fraction(2_400_001, 2), Fraction(2_400_001, 2))),
        ("1,200", ".", Amount(Fraction(1200), Fraction(1200))),
        ("25-30", ".", Amount(Fraction(25), Fraction(30))),
        ("25 – 30 %", ".", Amount(Fraction(25), Fraction(30), "%")),
        ("between 30 and 25", ".", Amount(Fraction(25), Fraction(30))),
        ("€1200", ".", Amount(Fraction(1200), Fraction(1200), "€")),
        ("$5–$7 bn", ".", Amount(Fraction(5), Fraction(7), "$ bn")),
        ("EUR 1,200", ".", Amount(Fraction(1200), Fraction(1200), "EUR")),
        ("5 m²", ".", Amount(Fraction(5), Fraction(5), "m²")),
        ("10*", ".", None),
        ("2030-01-01", ".", Amount(Fraction(2030), Fraction(2030))),
        ("2030-06-30", ".", None),
        ("15 April", ".", None),
        ("1-15 avr.", ".", None),
        ("15 months", ".", Amount(Fraction(15), Fraction(15), "months")),
        ("yes", ".", None),
        ("", ".", None),
    ],
)
def test_a_cell_is_a_number_or_a_stretch(cell: str, decimal: str, found: Amount | None) -> None:
    """With the unit that stands behind it, or the currency before it. A day of a month is neither: no distance is counted in Aprils."""
    assert amount_of(cell, decimal) == found


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (">= 40", (">=", "40")), ("≥40 %", ("≥", "40 %")), ("ca. 20", ("ca.", "20")), ("c. 20", ("c.", "20")), ("~5", ("~", "5")), ("10*", ("*", "10")),
        ("12%*", ("*", "12%")), ("40+", ("+", "40")), ("10²", ("²", "10")), ("10 (2)", ("(2)", "10")), ("up to € 5 bn*", ("up to *", "€ 5 bn")),
        ("at least 2 years", ("at least", "2 years")), ("no more than 20 kt", ("no more than", "20 kt")), ("not less than 3", ("not less than", "3")),
        ("Maximum 5 %", ("Maximum", "5 %")), ("below 20", ("below", "20")), ("no more talks", None), ("5 m²", None), ("10", None), ("-5", None), ("20-30", None), ("cap 3", None), ("> many", None),
        ("under discussion", None), ("about to change*", None),
    ],
)  # fmt: skip
def test_a_sign_stands_beside_a_number(cell: str, found: tuple[str, str] | None) -> None:
    """A unit, a stretch and a sign of less are none, nor is a word without a number."""
    assert number_beside(cell, ".") == found


@pytest.mark.parametrize(("cell", "decimal"), [("1.200", "."), ("1,200", ",")])
def test_three_digits_behind_a_decimal_sign_may_be_thousands(cell: str, decimal: str) -> None:
    """Nobody but the reader can tell, so nobody guesses."""
    with pytest.raises(AmbiguousError):
        amount_of(cell, decimal)


@pytest.mark.parametrize(
    ("cells", "sign"), [(["12,5", "3"], ","), (["12.5"], "."), (["12,5", "12.5"], "."), (["1,200", "3"], "."), (["1.234,5"], ","), ([], ".")]
)
def test_the_decimal_sign_is_that_of_the_column(cells: list[str], sign: str) -> None:
    """A comma before one, two or four digits is one; before three it is none by itself."""
    assert decimal_sign(cells) == sign


def test_blank_is_never_nought() -> None:
    """Nor is anything else that tables write where nothing is known of a position."""
    assert all(map(is_nothing, ["", "-", "–", "N/A", "n.a.", "No position", "#N/A", "NaN", "No answer", "--", "not stated", "k.A."]))
    assert not any(map(is_nothing, ["0", "no", "none", "nothing changes"]))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("2018-05-02", "2018-05-02"), ("2018-05", "2018-05"), ("2018", "2018"), ("2.10.2015", "2015-10-02"), ("02/10/2015", None), ("13/10/2015", "2015-10-13"),
        ("10/13/2015", "2015-10-13"), ("2 October 2015", "2015-10-02"), ("October 2, 2015", "2015-10-02"), ("Oct 2015", "2015-10"), ("31.2.2015", None),
        ("soon", None), ("before 2018-05-02", "before 2018-05-02"), ("1er février 2014", "2014-02-01"),
        ("5. März 2016", "2016-03-05"), ("4 de octubre de 2015", "2015-10-04"), ("before 3 mai 2014", "before 2014-05-03"), ("spring 2014", None),
        ("31 febbraio 2014", None), ("sept. 2014", "2014-09"), ("May 3rd, 2014", "2014-05-03"),
    ],
)  # fmt: skip
def test_a_date_is_read_where_it_can_be_read_in_one_way(cell: str, found: str | None) -> None:
    """Whether the day or the month comes first in 02/10/2015, nobody can tell."""
    read = date_of(cell)
    assert (read.text if read else None) == found
