//! The rows, by the part of the case they belong to.

mod dispute;
mod front;
mod goods;
mod grant;
mod money;
mod service;

use super::row::Row;
use crate::status::CaseStatus::{
    self, Approval, Approved, AwaitingCustomer, AwaitingReturn, Cancelled, Closed, ClosedExpired, Completed, Exception, FirstReview,
    Fulfilling, InTransit, InspectedOk, InspectionHold, PartiallyReceived, Received, RefusedFinal, RefusedOnce, SendBack, Settling,
    Submitted,
};
use crate::status::{GoodsStatus, MoneyStatus};
use crate::ticket::TicketKind;

/// Every row of the table, in the order in which they are tried.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [front::ROWS, grant::ROWS, goods::ROWS, service::ROWS, money::ROWS, dispute::ROWS].into_iter().flatten()
}

/// Cases in which somebody still has to do something.
const OPEN: &[CaseStatus] = &[
    Submitted,
    AwaitingCustomer,
    FirstReview,
    Approval,
    Approved,
    RefusedOnce,
    AwaitingReturn,
    InTransit,
    Exception,
    PartiallyReceived,
    Received,
    InspectedOk,
    InspectionHold,
    SendBack,
    Fulfilling,
    Settling,
];

/// Everything but a merged ticket, whose disputes and goods belong to the one that goes on.
const ANY: &[CaseStatus] = &[
    Submitted,
    AwaitingCustomer,
    ClosedExpired,
    FirstReview,
    Approval,
    Approved,
    RefusedOnce,
    RefusedFinal,
    AwaitingReturn,
    InTransit,
    Exception,
    PartiallyReceived,
    Received,
    InspectedOk,
    InspectionHold,
    SendBack,
    Fulfilling,
    Settling,
    Completed,
    Cancelled,
    Closed,
];

/// Cases that a person decides.
const REVIEW: &[CaseStatus] = &[FirstReview, Approval];

/// Paid as soon as it is allowed.
const PAID_AT_ONCE: &[TicketKind] = &[TicketKind::RefundOnly, TicketKind::PriceProtect, TicketKind::FreightClaim];
/// Paid when the goods are back.
const PAID_ON_RETURN: &[TicketKind] = &[TicketKind::ReturnRefund];
/// Goods instead of money.
const REPLACED: &[TicketKind] = &[TicketKind::Exchange, TicketKind::Resend, TicketKind::Repair];
/// Neither goods nor money.
const TALKED: &[TicketKind] = &[TicketKind::Complaint, TicketKind::Inquiry];

/// Nothing has left and nothing is under way.
const UNPAID: &[MoneyStatus] = &[MoneyStatus::None, MoneyStatus::RefundPending, MoneyStatus::RefundFailed];
/// Money is to be paid, is under way, or did not arrive.
const MOVING: &[MoneyStatus] = &[MoneyStatus::RefundPending, MoneyStatus::Refunding, MoneyStatus::RefundUnknown, MoneyStatus::RefundFailed];
/// The customer has the money.
const PAID: &[MoneyStatus] = &[MoneyStatus::Refunded, MoneyStatus::RefundedExternally];
/// Nothing that finance still has to do.
const SETTLED: &[MoneyStatus] = &[MoneyStatus::None, MoneyStatus::Refunded, MoneyStatus::RefundedExternally];

/// The merchant has the goods, or soon will.
const WITH_US: &[GoodsStatus] = &[GoodsStatus::Returning, GoodsStatus::PartiallyReceived, GoodsStatus::Received, GoodsStatus::Inspected];
