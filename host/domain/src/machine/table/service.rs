//! Replacements, missing parts and repairs.

use super::{ANY, MOVING, REPLACED, SETTLED, UNPAID};
use crate::event::EventKind as E;
use crate::machine::guard::Guard::{AmountPays, DisputeOpen, Goods, Kind, Money};
use crate::machine::row::Row;
use crate::machine::step::Step::{AskMoney, BookEvent, Cancel, IssueEvent, Notify, Stop, Timer};
use crate::status::CaseStatus::{
    self, Approved, AwaitingReturn, Closed, Completed, Exception, Fulfilling, InTransit, InspectedOk, InspectionHold, PartiallyReceived,
    Received, Settling,
};
use crate::status::GoodsStatus::{ReplacementDelivered, ReplacementShipped};
use crate::status::MoneyStatus::{self, Clawback, RefundFailed, RefundPending, RefundUnknown, Refunded, Refunding};
use crate::timer::TimerKind::{CloseDue, ParcelSilent, ReturnExpired};

/// Allowed, and nothing has begun to leave. That an exchange waits for its goods, unless it ships first, is for the workflow
/// to know.
const ALLOWED: &[CaseStatus] = &[Approved, AwaitingReturn, InTransit, PartiallyReceived, Received, InspectedOk];
/// The same, or on its way.
const UNDER_WAY: &[CaseStatus] = &[Approved, AwaitingReturn, InTransit, PartiallyReceived, Received, InspectedOk, Fulfilling];
/// Where the customer may have been asked whether they take money instead, wherever the goods that come back are by now.
const ASKED: &[CaseStatus] =
    &[Approved, AwaitingReturn, InTransit, Exception, PartiallyReceived, Received, InspectionHold, InspectedOk, Fulfilling, Settling];
/// Where goods may be overdue that are owed for a replacement.
const OWING: &[CaseStatus] = &[Fulfilling, Completed, Closed];
/// Where the rest of an exchange may be instructed: none is under way.
const STILL: &[MoneyStatus] = &[MoneyStatus::None, RefundPending, RefundFailed, Refunded];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    Row::on(E::ReplacementReserved, ALLOWED)
        .when(&[Kind(REPLACED)])
        .case(Fulfilling)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("replacement.reserved")]),
    Row::on(E::OutOfStock, UNDER_WAY).when(&[Kind(REPLACED), Money(UNPAID)]).case(Settling).then(&[
        AskMoney,
        Stop(&[ReturnExpired, ParcelSilent]),
        Notify("replacement.out_of_stock"),
    ]),
    // Nothing is decided for the customer: somebody asks them.
    Row::on(E::ConsentExpired, ASKED).when(&[Kind(REPLACED)]).then(&[Notify("replacement.unanswered")]),
    Row::on(E::DifferenceDue, UNDER_WAY).when(&[Kind(REPLACED)]).then(&[Notify("replacement.difference_due")]),
    Row::on(E::DifferencePaid, ALLOWED)
        .when(&[Kind(REPLACED)])
        .case(Fulfilling)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("replacement.difference_paid")]),
    Row::on(E::DifferencePaid, &[Fulfilling]).when(&[Kind(REPLACED)]).then(&[Notify("replacement.difference_paid")]),
    Row::on(E::ReplacementShipped, &[Fulfilling]).goods(ReplacementShipped).then(&[Notify("replacement.shipped")]),
    // The rest of an exchange goes back while the replacement is on its way; whichever arrives last ends the case.
    Row::on(E::SettlementAgreed, &[Fulfilling])
        .when(&[Kind(REPLACED), Money(STILL), DisputeOpen(false), AmountPays(true)])
        .money(RefundPending)
        .then(&[Cancel, BookEvent, IssueEvent, Notify("refund.pending")]),
    Row::on(E::RefundPaid, &[Fulfilling])
        .when(&[Money(&[RefundPending]), DisputeOpen(false)])
        .money(Refunded)
        .then(&[Notify("refund.paid")]),
    Row::on(E::RefundPaid, &[Fulfilling]).when(&[Money(&[Refunding, RefundUnknown])]).money(Refunded).then(&[Notify("refund.paid")]),
    Row::on(E::ReplacementDelivered, &[Fulfilling])
        .when(&[Money(MOVING)])
        .case(Settling)
        .goods(ReplacementDelivered)
        .then(&[Notify("replacement.delivered")]),
    Row::on(E::ReplacementDelivered, &[Fulfilling])
        .case(Completed)
        .goods(ReplacementDelivered)
        .then(&[Notify("ticket.completed"), Timer(CloseDue)]),
    // It arrives when the case has gone on or ended meanwhile: the price of what it is for is being fetched back, or the platform ruled.
    Row::on(E::ReplacementDelivered, ANY)
        .when(&[Goods(&[ReplacementShipped])])
        .goods(ReplacementDelivered)
        .then(&[Notify("replacement.delivered")]),
    // Shipped first, and the goods never came: their price is fetched back (追缴).
    Row::on(E::GoodsOverdue, OWING).when(&[Kind(REPLACED)]).then(&[Notify("goods.overdue")]),
    Row::on(E::ClawbackStarted, OWING)
        .when(&[Kind(REPLACED), Money(SETTLED)])
        .case(Settling)
        .money(Clawback)
        .then(&[Stop(&[CloseDue]), Notify("refund.clawback")]),
    Row::on(E::ClawbackWaived, &[Settling])
        .when(&[Kind(REPLACED), Money(&[Clawback])])
        .case(Completed)
        .money(MoneyStatus::None)
        .then(&[Notify("ticket.completed"), Timer(CloseDue)]),
];
