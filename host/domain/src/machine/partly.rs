//! A refund of which a part was paid. The axis shows the rest (`refund_pending`, `refund_failed`), so the table alone takes it for one of
//! which nothing has left.

use super::Refusal;
use crate::event::EventKind;
use crate::status::{Axes, MoneyStatus};

/// Where a ticket stands after an event that led from `from` to `to`, given that an instruction of it has been paid. Only while the rest is
/// to be paid or under way that is a part; a refund that was fetched back, or goods that came after it, begin anew.
///
/// # Errors
/// A [`Refusal`] of what is only possible before money has left.
pub(super) fn with_part_paid(event: EventKind, from: Axes, to: Axes) -> Result<Axes, Refusal> {
    use MoneyStatus as M;
    if !matches!(from.money, M::RefundPending | M::Refunding | M::RefundUnknown | M::RefundFailed) {
        return Ok(to);
    }
    if matches!(event, EventKind::Cancelled | EventKind::AmountChanged) {
        let why =
            "a part of the refund has been paid: book what is left with POST /tickets/{id}/settlements, or fetch it back after the end";
        return Err(Refusal { from, event: event.as_str(), why: why.to_owned() });
    }
    // Nothing more is paid, and the customer has the part: it can be fetched back like a whole one.
    let money = if to.money == MoneyStatus::None { MoneyStatus::Refunded } else { to.money };
    Ok(Axes { money, ..to })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::{CaseStatus, DisputeStatus, GoodsStatus};

    fn axes(money: MoneyStatus) -> Axes {
        Axes { case: CaseStatus::Settling, goods: GoodsStatus::WithCustomer, money, dispute: DisputeStatus::None }
    }

    #[test]
    fn a_part_stays_paid_and_cannot_be_cancelled_away() {
        for from in [MoneyStatus::RefundPending, MoneyStatus::RefundFailed] {
            for event in [EventKind::Cancelled, EventKind::AmountChanged] {
                assert!(with_part_paid(event, axes(from), axes(MoneyStatus::None)).is_err(), "{event}");
            }
            let after = |to| with_part_paid(EventKind::DisputeRuled, axes(from), axes(to)).map(|axes| axes.money);
            assert_eq!(after(MoneyStatus::None), Ok(MoneyStatus::Refunded));
            assert_eq!(after(MoneyStatus::RefundedExternally), Ok(MoneyStatus::RefundedExternally));
        }
        let collected = with_part_paid(EventKind::ClawbackCollected, axes(MoneyStatus::Clawback), axes(MoneyStatus::None));
        assert_eq!(collected.map(|axes| axes.money), Ok(MoneyStatus::None));
    }
}
