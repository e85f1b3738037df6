//! What the gateway has really done.

use std::collections::BTreeMap;

use super::Request;

/// A refund in the books.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// The gateway's own id.
    pub id: String,
    /// The payment it goes back on.
    pub payment: String,
    /// How much.
    pub minor: i64,
    /// Currency, upper case.
    pub currency: String,
    /// Queries until it is done; 0 when it is.
    pub pending: u32,
    /// How often a request for it arrived.
    pub arrivals: u32,
    /// It came back.
    pub failed: bool,
}

/// What came in and what went back.
#[derive(Debug, Default)]
pub struct Books {
    /// Payments that came in.
    pub paid_in: BTreeMap<String, i64>,
    /// Refunds by key: `Idempotency-Key`, `out_refund_no`.
    pub refunds: BTreeMap<String, Refund>,
    /// Requests that are still on their way.
    pub(super) late: Vec<Request>,
}

/// Why a refund is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refused {
    /// There is no such payment.
    NoPayment,
    /// More than what is left of it.
    TooMuch,
    /// The key was used for something else.
    OtherKey,
}

impl Books {
    /// Pays back once for each key.
    pub(super) fn refund(&mut self, key: &str, payment: &str, minor: i64, currency: &str) -> Result<Refund, Refused> {
        if let Some(known) = self.refunds.get_mut(key) {
            known.arrivals += 1;
            return if known.minor == minor && known.payment == payment { Ok(known.clone()) } else { Err(Refused::OtherKey) };
        }
        let paid = *self.paid_in.get(payment).ok_or(Refused::NoPayment)?;
        let back: i64 = self.refunds.values().filter(|refund| refund.payment == payment).map(|refund| refund.minor).sum();
        if back + minor > paid {
            return Err(Refused::TooMuch);
        }
        let number = self.refunds.len() + 1;
        let refund = Refund {
            id: format!("re_{number:06}"),
            payment: payment.to_owned(),
            minor,
            currency: currency.to_owned(),
            pending: u32::from(number.is_multiple_of(3)),
            arrivals: 1,
            failed: false,
        };
        self.refunds.insert(key.to_owned(), refund.clone());
        Ok(refund)
    }

    /// Somebody asks about a refund: one that is pending comes nearer to its end.
    pub(super) fn look(&mut self, key: &str) -> Option<Refund> {
        let refund = self.refunds.get_mut(key)?;
        let seen = refund.clone();
        refund.pending = refund.pending.saturating_sub(1);
        Some(seen)
    }
}
