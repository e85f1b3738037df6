//! Price protection (价保): the price fell after the sale, and the customer gets the difference back.

use crate::clock::Timestamp;
use crate::money::{Money, MoneyError};

/// What is claimed for one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PriceFall {
    /// What was paid for these pieces.
    pub paid: Money,
    /// What of it was given back before, for whatever reason.
    pub given_back: Money,
    /// What one costs today.
    pub today: Money,
    /// How many.
    pub quantity: u32,
    /// When they were bought.
    pub bought_at: Option<Timestamp>,
}

/// Why nothing is owed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProtectError {
    /// Nobody knows when it was bought.
    #[error("the order does not say when it was placed, so nobody knows whether its price is still protected: complete the order")]
    NoDate,
    /// Too late.
    #[error("the price was protected until {0}")]
    Over(Timestamp),
    /// The price did not fall.
    #[error("{today} today is not below the {paid} that were paid and not given back")]
    NotLower {
        /// What they cost today.
        today: Money,
        /// What was paid less what went back.
        paid: Money,
    },
    /// A price below zero.
    #[error("a price is not negative")]
    Negative,
    /// Mixed currencies, or sums out of range.
    #[error(transparent)]
    Money(#[from] MoneyError),
}

/// What the customer gets back: what was paid and not given back, less what the same costs today.
///
/// # Errors
/// Why nothing is owed.
pub fn protect(fall: &PriceFall, days: u16, now: Timestamp) -> Result<Money, ProtectError> {
    let bought_at = fall.bought_at.ok_or(ProtectError::NoDate)?;
    let until = bought_at.plus(chrono::Duration::days(days.into()));
    if now > until {
        return Err(ProtectError::Over(until));
    }
    if fall.today.is_negative() {
        return Err(ProtectError::Negative);
    }
    let paid = fall.paid.checked_sub(fall.given_back)?;
    let today = fall.today.checked_mul(fall.quantity)?;
    let owed = paid.checked_sub(today)?;
    if owed.minor() > 0 { Ok(owed) } else { Err(ProtectError::NotLower { today, paid }) }
}
