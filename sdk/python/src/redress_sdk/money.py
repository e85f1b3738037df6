"""Money as integers. There are no floats; sums are checked."""

from __future__ import annotations

from typing import Iterable

from . import types

MAX_MINOR = 2**53 - 1
"""Largest amount in minor units: what every guest language and JSON reader holds exactly."""

_NO_DIGITS = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
_THREE_DIGITS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())


class MoneyError(ValueError):
    """Mixed currencies, a fraction of a minor unit, or a result out of range."""


class MoneyMethods:
    """What an amount of money can do."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise MoneyError(f"{self.minor!r} is not a whole number: money counts minor units, such as fen or cents")
        if not -MAX_MINOR <= self.minor <= MAX_MINOR:
            raise MoneyError("the amount leaves the range of ±9007199254740991 minor units")

    def __add__(self, other: types.Money) -> types.Money:
        return types.Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: types.Money) -> types.Money:
        return types.Money(self.minor - self._same(other), self.currency)

    def __mul__(self, quantity: int) -> types.Money:
        return types.Money(self.minor * quantity, self.currency)

    def __neg__(self) -> types.Money:
        return types.Money(-self.minor, self.currency)

    def __lt__(self, other: types.Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: types.Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: types.Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: types.Money) -> bool:
        return self.minor >= self._same(other)

    def share(self, numerator: int, denominator: int) -> types.Money:
        """`numerator`/`denominator` of the amount, cut towards zero: `share(15, 100)` is 15 %."""
        if denominator == 0:
            raise MoneyError("an amount cannot be divided by zero")
        cut = abs(self.minor * numerator) // abs(denominator)
        negative = (self.minor < 0) ^ (numerator < 0) ^ (denominator < 0)
        return types.Money(-cut if negative else cut, self.currency)

    def decimal(self) -> str:
        """The amount in major units as text, without the currency: `288.00`."""
        digits = minor_digits(self.currency)
        text = str(abs(self.minor)).rjust(digits + 1, "0")
        sign = "-" if self.minor < 0 else ""
        return f"{sign}{text[:-digits]}.{text[-digits:]}" if digits else f"{sign}{text}"

    def __str__(self) -> str:
        """For people: `288.00 CNY`."""
        return f"{self.decimal()} {self.currency}"

    @staticmethod
    def sum(currency: str, amounts: Iterable[types.Money]) -> types.Money:
        """The sum of many amounts; nothing in `currency` for none."""
        total = types.Money(0, currency)
        for amount in amounts:
            total = total + amount
        return total

    @staticmethod
    def zero(currency: str) -> types.Money:
        """Nothing, in a currency."""
        return types.Money(0, currency)

    def _same(self, other: types.Money) -> int:
        if other.currency != self.currency:
            raise MoneyError(f"{self.currency} and {other.currency} cannot be compared or added: convert one of them first")
        return other.minor


def minor_digits(currency: str) -> int:
    """How many digits a currency's minor unit has (ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD."""
    return 0 if currency in _NO_DIGITS else 3 if currency in _THREE_DIGITS else 2


def decimal_minor(text: str, digits: int) -> int | None:
    """A decimal text times 10^`digits`, exactly; None when it is no number or has more digits than that."""
    sign, unsigned = (-1, text[1:]) if text.startswith("-") else (1, text.removeprefix("+"))
    whole, _, fraction = unsigned.partition(".")
    fraction = fraction.rstrip("0")
    if not (whole.isascii() and whole.isdigit()) or (fraction and not (fraction.isascii() and fraction.isdigit())):
        return None
    if len(fraction) > digits:
        return None
    value = int(whole + fraction.ljust(digits, "0"))
    return sign * value if value <= MAX_MINOR else None
