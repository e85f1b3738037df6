//! Over which tenders an amount goes back.

use std::collections::BTreeMap;

use crate::gateway::MANUAL;
use crate::money::{Money, MoneyError};
use crate::order::Payment;

/// One part of an amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The tender.
    pub tender: String,
    /// The payment it goes back on.
    pub payment: Option<String>,
    /// How much, above zero.
    pub amount: Money,
}

/// Splits an amount over the payments it came with, in their order and as far as each reaches; `used` is what has gone back or
/// may still go back per payment. The rest is `manual`. The parts add up to the amount.
///
/// # Errors
/// Mixed currencies, or sums out of range.
pub fn share(payments: &[Payment], used: &BTreeMap<String, Money>, amount: Money) -> Result<Vec<Share>, MoneyError> {
    let zero = Money::zero(amount.currency());
    let (mut rest, mut shares) = (amount, Vec::new());
    for payment in payments {
        let room = payment.amount.checked_sub(used.get(&payment.reference).copied().unwrap_or(zero))?;
        let part = if room.compare(rest)?.is_gt() { rest } else { room };
        if part.minor() > 0 {
            rest = rest.checked_sub(part)?;
            shares.push(Share { tender: payment.tender.clone(), payment: Some(payment.reference.clone()), amount: part });
        }
    }
    if rest.minor() > 0 || shares.is_empty() {
        shares.push(Share { tender: MANUAL.to_owned(), payment: None, amount: rest });
    }
    Ok(shares)
}
