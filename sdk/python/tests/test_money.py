import pytest
from redress_sdk import MAX_MINOR, Money, MoneyError, Parameter, ParameterValueNumber


def cny(minor: int) -> Money:
    return Money(minor, "CNY")


def test_sums_refuse_mixed_currencies_overflow_and_fractions() -> None:
    assert cny(1) + cny(2) == cny(3)
    assert Money.sum("CNY", [cny(1), cny(2)]) == cny(3)
    with pytest.raises(MoneyError):
        cny(1) + Money(1, "USD")
    with pytest.raises(MoneyError):
        cny(MAX_MINOR) + cny(1)
    with pytest.raises(MoneyError):
        cny(MAX_MINOR) * 3
    with pytest.raises(MoneyError, match="0.5 is not a whole number"):
        Money(0.5, "CNY")  # type: ignore[arg-type]


def test_shares_are_cut_towards_zero() -> None:
    assert cny(999).share(15, 100) == cny(149)
    assert cny(-999).share(15, 100) == cny(-149)
    assert cny(MAX_MINOR).share(999_999, 1_000_000) == cny(9_007_190_247_541_736)
    with pytest.raises(MoneyError, match="zero"):
        cny(1).share(1, 0)


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(5, "CNY", "0.05 CNY"), (-12_345, "CNY", "-123.45 CNY"), (1200, "JPY", "1200 JPY"), (1, "KWD", "0.001 KWD")],
)
def test_text_follows_the_currency(minor: int, currency: str, text: str) -> None:
    assert str(Money(minor, currency)) == text


def test_comparisons_need_one_currency() -> None:
    assert cny(1) <= cny(1) < cny(2)
    assert max(cny(1), cny(3)) == cny(3)
    with pytest.raises(MoneyError, match="CNY and USD"):
        assert cny(1) < Money(2, "USD")


def test_decimals_are_exact_or_refused() -> None:
    def read(text: str) -> int | None:
        return Parameter(ParameterValueNumber(text)).as_minor(2)

    assert [read("12.50"), read("-0.5"), read("+3")] == [1250, -50, 300]
    for wrong in ("", ".", ".5", "1e3", "--1", "1.2.3", "12,5", "12.345", "９", "9223372036854775808"):
        assert read(wrong) is None, wrong
