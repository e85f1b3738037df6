//! Money as integer minor units. There are no floats and no implicit conversions between currencies.

use std::fmt;
use std::str::FromStr;

use iso_currency::Currency as Iso;
use serde::{Deserialize, Serialize};

/// Largest amount in minor units, 2^53 − 1: the largest integer that every guest language and every JSON reader holds
/// exactly (RFC 8259 §6).
pub const MAX_MINOR: i64 = (1 << 53) - 1;

/// An ISO 4217 currency code in force: three upper-case letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(value_type = String, examples("CNY")))]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    /// Chinese yuan, the default of the demo shop.
    pub const CNY: Self = Self(*b"CNY");

    /// The code, for example `CNY`.
    pub fn as_str(&self) -> &str {
        // Only ASCII letters get in.
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits behind the decimal point, by ISO 4217: 2 for most, 0 for example for JPY, 3 for example for KWD.
    pub fn digits(&self) -> u32 {
        Iso::from_code(self.as_str()).and_then(Iso::exponent).map_or(2, u32::from)
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        match text.as_bytes().try_into() {
            Ok(code) if Iso::from_code(text).is_some() => Ok(Self(code)),
            _ => Err(MoneyError::Currency(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = MoneyError;

    fn try_from(text: String) -> Result<Self, MoneyError> {
        text.parse()
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned()
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is wrong with an amount or with a sum.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// ISO 4217 has no such code.
    #[error("'{0}' is not a currency code: use one of ISO 4217, such as CNY for the Chinese yuan, in upper case")]
    Currency(String),
    /// The amount lies outside ±(2^53 − 1).
    #[error("{0} minor units are out of range: amounts lie within ±9007199254740991")]
    Range(i128),
    /// Two currencies met in one sum.
    #[error("{left} and {right} cannot be added: convert one of them first")]
    Mixed {
        /// Currency of the left amount.
        left: Currency,
        /// Currency of the right amount.
        right: Currency,
    },
    /// An allocation without a positive weight.
    #[error("an amount cannot be allocated over weights whose sum is zero")]
    NoWeights,
}

/// An amount in minor units (fen, cents) of one currency, within ±[`MAX_MINOR`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(try_from = "RawMoney", into = "RawMoney")]
pub struct Money {
    minor: i64,
    currency: Currency,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMoney {
    minor: i64,
    currency: Currency,
}

impl TryFrom<RawMoney> for Money {
    type Error = MoneyError;

    fn try_from(raw: RawMoney) -> Result<Self, MoneyError> {
        Self::new(raw.minor, raw.currency)
    }
}

impl From<Money> for RawMoney {
    fn from(money: Money) -> Self {
        Self { minor: money.minor, currency: money.currency }
    }
}

impl Money {
    /// An amount of `minor` units.
    ///
    /// # Errors
    /// [`MoneyError::Range`] outside ±[`MAX_MINOR`].
    pub fn new(minor: i64, currency: Currency) -> Result<Self, MoneyError> {
        if (-MAX_MINOR..=MAX_MINOR).contains(&minor) { Ok(Self { minor, currency }) } else { Err(MoneyError::Range(minor.into())) }
    }

    /// Nothing, in a currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { minor: 0, currency }
    }

    /// The amount in minor units.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// True for nothing.
    pub const fn is_zero(self) -> bool {
        self.minor == 0
    }

    /// True below zero.
    pub const fn is_negative(self) -> bool {
        self.minor < 0
    }

    /// Sum of two amounts of one currency.
    ///
    /// # Errors
    /// Mixed currencies, or a sum out of range.
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        Self::ranged(i128::from(self.minor) + i128::from(other.minor), self.currency)
    }

    /// Difference of two amounts of one currency.
    ///
    /// # Errors
    /// Mixed currencies, or a difference out of range.
    pub fn checked_sub(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        Self::ranged(i128::from(self.minor) - i128::from(other.minor), self.currency)
    }

    /// `quantity` times the amount.
    ///
    /// # Errors
    /// A product out of range.
    pub fn checked_mul(self, quantity: u32) -> Result<Self, MoneyError> {
        Self::ranged(i128::from(self.minor) * i128::from(quantity), self.currency)
    }

    /// The larger of two amounts of one currency.
    ///
    /// # Errors
    /// Mixed currencies.
    pub fn max(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        Ok(if other.minor > self.minor { other } else { self })
    }

    /// Order of two amounts of one currency.
    ///
    /// # Errors
    /// Mixed currencies.
    pub fn compare(self, other: Self) -> Result<std::cmp::Ordering, MoneyError> {
        self.same(other)?;
        Ok(self.minor.cmp(&other.minor))
    }

    /// Sum of many amounts; nothing in `currency` for none.
    ///
    /// # Errors
    /// Mixed currencies, or a sum out of range.
    pub fn sum(currency: Currency, amounts: impl IntoIterator<Item = Self>) -> Result<Self, MoneyError> {
        amounts.into_iter().try_fold(Self::zero(currency), Self::checked_add)
    }

    /// Splits the amount by weights without losing a unit: the largest remainders get the odd units, earlier parts first
    /// among equals.
    ///
    /// # Errors
    /// [`MoneyError::NoWeights`] when the weights sum to zero.
    pub fn allocate(self, weights: &[u64]) -> Result<Vec<Self>, MoneyError> {
        let total: i128 = weights.iter().map(|&w| i128::from(w)).sum();
        if total == 0 {
            return Err(MoneyError::NoWeights);
        }
        let amount = i128::from(self.minor);
        let mut parts: Vec<(i128, i128)> =
            weights.iter().map(|&w| ((amount * i128::from(w)).div_euclid(total), (amount * i128::from(w)).rem_euclid(total))).collect();
        let left = amount - parts.iter().map(|p| p.0).sum::<i128>();
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|&i| (-parts[i].1, i));
        for &i in order.iter().take(usize::try_from(left).unwrap_or(0)) {
            parts[i].0 += 1;
        }
        parts.into_iter().map(|(minor, _)| Self::ranged(minor, self.currency)).collect()
    }

    fn same(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency { Ok(()) } else { Err(MoneyError::Mixed { left: self.currency, right: other.currency }) }
    }

    fn ranged(minor: i128, currency: Currency) -> Result<Self, MoneyError> {
        i64::try_from(minor).map_err(|_| MoneyError::Range(minor)).and_then(|minor| Self::new(minor, currency))
    }
}

/// As people write it, with the code behind: `288.00 CNY`, `1200 JPY`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (minor, digits) = (self.minor.unsigned_abs(), self.currency.digits());
        let sign = if self.minor < 0 { "-" } else { "" };
        let unit = 10_u64.pow(digits);
        match digits {
            0 => write!(f, "{sign}{minor} {}", self.currency),
            _ => write!(f, "{sign}{}.{:0width$} {}", minor / unit, minor % unit, self.currency, width = digits as usize),
        }
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.minor, self.currency)
    }
}
