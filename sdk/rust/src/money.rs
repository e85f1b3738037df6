//! Money as integers. There are no floats; sums are checked.

use std::cmp::Ordering;
use std::fmt;

use crate::Money;

/// Largest amount in minor units, 2^53 − 1: what every guest language and JSON reader holds exactly.
pub const MAX_MINOR: i64 = (1 << 53) - 1;

/// What is wrong with a sum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies met.
    #[error("{left} and {right} cannot be compared or added: convert one of them first")]
    Mixed {
        /// Currency of the left amount.
        left: String,
        /// Currency of the right amount.
        right: String,
    },
    /// The result lies outside ±(2^53 − 1).
    #[error("the amount leaves the range of ±9007199254740991 minor units")]
    Range,
    /// A share of nothing.
    #[error("an amount cannot be divided by zero")]
    DivisionByZero,
}

impl Money {
    /// An amount of `minor` units (fen, cents) of `currency`.
    ///
    /// ```
    /// use redress_sdk::Money;
    /// let price = Money::new(28_800, "CNY");
    /// assert_eq!(price.to_string(), "288.00 CNY");
    /// assert_eq!(price.checked_sub(&Money::new(300, "CNY"))?, Money::new(28_500, "CNY"));
    /// # Ok::<(), redress_sdk::MoneyError>(())
    /// ```
    pub fn new(minor: i64, currency: impl Into<String>) -> Self {
        Self { minor, currency: currency.into() }
    }

    /// Nothing, in a currency.
    pub fn zero(currency: impl Into<String>) -> Self {
        Self::new(0, currency)
    }

    /// True for nothing.
    pub fn is_zero(&self) -> bool {
        self.minor == 0
    }

    /// True below zero.
    pub fn is_negative(&self) -> bool {
        self.minor < 0
    }

    /// The sum.
    ///
    /// # Errors
    /// Mixed currencies, or a sum out of range.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        self.ranged(self.minor.checked_add(other.minor))
    }

    /// The difference.
    ///
    /// # Errors
    /// Mixed currencies, or a difference out of range.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        self.ranged(self.minor.checked_sub(other.minor))
    }

    /// `quantity` times the amount.
    ///
    /// # Errors
    /// A product out of range.
    pub fn checked_mul(&self, quantity: u32) -> Result<Self, MoneyError> {
        self.ranged(self.minor.checked_mul(i64::from(quantity)))
    }

    /// `numerator`/`denominator` of the amount, cut towards zero: `share(15, 100)` is 15 %.
    ///
    /// # Errors
    /// A denominator of zero, or a result out of range.
    pub fn share(&self, numerator: u32, denominator: u32) -> Result<Self, MoneyError> {
        let product = i128::from(self.minor) * i128::from(numerator);
        let cut = product.checked_div(i128::from(denominator)).ok_or(MoneyError::DivisionByZero)?;
        self.ranged(i64::try_from(cut).ok())
    }

    /// The order of two amounts.
    ///
    /// # Errors
    /// Mixed currencies.
    pub fn compare(&self, other: &Self) -> Result<Ordering, MoneyError> {
        self.same(other)?;
        Ok(self.minor.cmp(&other.minor))
    }

    /// True when this is not more than `limit`.
    ///
    /// # Errors
    /// Mixed currencies.
    pub fn at_most(&self, limit: &Self) -> Result<bool, MoneyError> {
        Ok(self.compare(limit)?.is_le())
    }

    /// The smaller of two amounts.
    ///
    /// # Errors
    /// Mixed currencies.
    pub fn min(&self, other: &Self) -> Result<Self, MoneyError> {
        Ok(if self.compare(other)?.is_le() { self.clone() } else { other.clone() })
    }

    /// The sum of many amounts; nothing in `currency` for none.
    ///
    /// # Errors
    /// Mixed currencies, or a sum out of range.
    pub fn sum<'a>(currency: &str, amounts: impl IntoIterator<Item = &'a Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), |sum, amount| sum.checked_add(amount))
    }

    /// How many digits a currency's minor unit has (ISO 4217): 2 for CNY, 0 for JPY, 3 for KWD.
    pub fn minor_digits(currency: &str) -> u32 {
        match currency {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV" | "XAF" | "XOF"
            | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// The amount in major units as text, without the currency: `288.00`.
    pub fn to_decimal(&self) -> String {
        let digits = Self::minor_digits(&self.currency);
        let sign = if self.minor < 0 { "-" } else { "" };
        let base = 10_u64.pow(digits);
        let (whole, rest) = (self.minor.unsigned_abs() / base, self.minor.unsigned_abs() % base);
        if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest:0width$}", width = digits as usize) }
    }

    fn same(&self, other: &Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::Mixed { left: self.currency.clone(), right: other.currency.clone() })
        }
    }

    fn ranged(&self, minor: Option<i64>) -> Result<Self, MoneyError> {
        let minor = minor.filter(|minor| (-MAX_MINOR..=MAX_MINOR).contains(minor)).ok_or(MoneyError::Range)?;
        Ok(Self::new(minor, self.currency.clone()))
    }
}

impl fmt::Display for Money {
    /// For people: `288.00 CNY`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.to_decimal(), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cny(minor: i64) -> Money {
        Money::new(minor, "CNY")
    }

    #[test]
    fn sums_refuse_mixed_currencies_and_overflow() {
        assert_eq!(cny(1).checked_add(&cny(2)), Ok(cny(3)));
        assert!(matches!(cny(1).checked_add(&Money::new(1, "USD")), Err(MoneyError::Mixed { .. })));
        assert_eq!(cny(MAX_MINOR).checked_add(&cny(1)), Err(MoneyError::Range));
        assert_eq!(cny(i64::MAX).checked_mul(2), Err(MoneyError::Range));
        assert_eq!(Money::sum("CNY", [&cny(1), &cny(2)]), Ok(cny(3)));
    }

    #[test]
    fn shares_are_cut_towards_zero() {
        assert_eq!(cny(999).share(15, 100), Ok(cny(149)));
        assert_eq!(cny(-999).share(15, 100), Ok(cny(-149)));
        assert_eq!(cny(1).share(1, 0), Err(MoneyError::DivisionByZero));
    }

    #[test]
    fn text_follows_the_currency() {
        assert_eq!(cny(5).to_decimal(), "0.05");
        assert_eq!(cny(-12_345).to_string(), "-123.45 CNY");
        assert_eq!(Money::new(1200, "JPY").to_string(), "1200 JPY");
        assert_eq!(Money::new(1, "KWD").to_decimal(), "0.001");
    }

    #[test]
    fn comparisons_need_one_currency() {
        assert_eq!(cny(1).at_most(&cny(1)), Ok(true));
        assert_eq!(cny(3).min(&cny(2)), Ok(cny(2)));
        assert!(cny(1).compare(&Money::new(1, "USD")).is_err());
    }
}
