"""Numbers as they are read and written: exact in files, in groups of three digits for readers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from parley.numbers import grouped, number_in, plain
from parley.scales import Axis
from parley.telling.said import Place, said
from parley.words import say


@pytest.mark.parametrize(
    ("number", "exact", "shown"),
    [
        (Fraction(0), "0", "0"),
        (Fraction(2018), "2018", "2018"),
        (Fraction(9999), "9999", "9999"),
        (Fraction(10000), "10000", "10\u202f000"),
        (Fraction(-200000), "-200000", "-200\u202f000"),
        (Fraction(12345678901232767, 100), "123456789012327.67", "123\u202f456\u202f789\u202f012\u202f327.67"),
        (Fraction(1, 100000), "0.00001", "0.00001"),
        (Fraction(123456789, 10000000), "12.3456789", "12.3456789"),
        (Fraction(1000000, 3), "1000000/3", "1\u202f000\u202f000/3"),
    ],
)
def test_whole_digits_are_grouped_by_threes_for_readers(number: Fraction, exact: str, shown: str) -> None:
    """From five digits on, and never behind the point; what programs read stays in plain digits."""
    assert (plain(number), grouped(number)) == (exact, shown)


@pytest.mark.parametrize("text", ["9" * 24, "-" + "9" * 16, "0." + "1" * 13])
def test_a_number_of_too_many_digits_is_told_the_limit(text: str) -> None:
    """It is a number, so it is not called none; as many digits as are told are read."""
    with pytest.raises(ValueError, match=rf"^'{text}' has too many digits\. Write at most fifteen before the point and twelve after it\.$"):
        number_in(text)
    assert number_in(f"-{'9' * 15}.{'1' * 12}") == Decimal(f"-{'9' * 15}.{'1' * 12}")


def test_a_value_and_a_distance_are_told_in_groups() -> None:
    """On both ends of a stretch, with the unit behind."""
    dong = Axis(Fraction(0), Fraction(10**15), Fraction(1), "VND", "VND", (), ())
    assert dong.shown(Fraction(20000)) == "20\u202f000 VND"
    assert dong.shown_gap(Fraction(1000), Fraction(1234567)) == "1000 to 1\u202f234\u202f567 VND"


def test_a_year_is_told_by_its_number_alone() -> None:
    """Where it is one of the calendar and no length of time; one year, day or point is told without the s."""
    start = Axis(Fraction(2026), Fraction(2029), Fraction(1), "year", "years", (), ())
    assert (start.shown(Fraction(2027)), say(said("overlap-at", place=Place(Fraction(2027), start)))) == ("2027", "at 2027")
    assert (start.shown_gap(Fraction(2), Fraction(2)), start.shown_gap(Fraction(1), Fraction(1))) == ("2 years", "1 year")
    term = Axis(Fraction(0), Fraction(10), Fraction(1), "year", "year", (), ())
    assert (term.shown(Fraction(3)), term.shown_gap(Fraction(1), Fraction(3))) == ("3 year", "1 to 3 year")
