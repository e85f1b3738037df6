//! Money, from the agreed amount to the bank's answer. Only `settling` pays, and `fulfilling` the rest of an exchange, so goods on hold and
//! refused tickets cannot.

use super::{MOVING, OPEN, PAID, UNPAID, WITH_US};
use crate::event::EventKind as E;
use crate::machine::Step;
use crate::machine::guard::Guard::{AmountPays, DisputeOpen, Goods, Money, RuledAgainst, Together};
use crate::machine::row::Row;
use crate::machine::step::Step::{BookClawback, BookEvent, BookExternal, Cancel, Forget, IssueEvent, Notify, Reverse, Stop, Timer};
use crate::status::CaseStatus::{
    self, Approval, Approved, AwaitingReturn, Closed, Completed, Exception, FirstReview, Fulfilling, InTransit, InspectedOk,
    PartiallyReceived, Received, RefusedFinal, SendBack, Settling, Submitted,
};
use crate::status::MoneyStatus::{self, Clawback, RefundFailed, RefundPending, RefundUnknown, Refunded, RefundedExternally, Refunding};
use crate::timer::TimerKind::{self, CloseDue};

/// Where other amounts may be asked for: the goods are where they are, and nothing has been paid.
const CHANGEABLE: &[CaseStatus] =
    &[FirstReview, Approval, Approved, AwaitingReturn, InTransit, PartiallyReceived, Received, InspectedOk, Settling];

/// Where money moves: while the case settles, and while the rest of an exchange goes back with the replacement on its way.
const PAYING: &[CaseStatus] = &[Settling, Fulfilling];

/// What did not arrive is owed no more.
const GIVEN_UP: &[Step] = &[Cancel, Reverse, Notify("ticket.refused")];
const GIVEN_UP_FOR_GOOD: &[Step] = &[Cancel, Reverse, Stop(TimerKind::ALL), Notify("ticket.refused"), Timer(CloseDue)];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    // A higher amount finds its tier, a lower one too: what was agreed was agreed about another amount (D3).
    Row::on(E::AmountChanged, CHANGEABLE).when(&[Money(UNPAID), DisputeOpen(false)]).case(Submitted).money(MoneyStatus::None).then(&[
        Forget,
        Cancel,
        Reverse,
        Stop(TimerKind::ALL),
        Notify("ticket.amount_changed"),
    ]),
    Row::on(E::SettlementAgreed, &[Settling, Approved, InspectedOk, Exception])
        .when(&[Money(UNPAID), DisputeOpen(false), AmountPays(true)])
        .case(Settling)
        .money(RefundPending)
        .then(&[Cancel, BookEvent, IssueEvent, Notify("refund.pending")]),
    Row::on(E::SettlementAgreed, &[Settling, Approved, InspectedOk, Exception])
        .when(&[Money(UNPAID), DisputeOpen(false), AmountPays(false)])
        .case(Completed)
        .money(MoneyStatus::None)
        .then(&[Cancel, BookEvent, Reverse, Stop(TimerKind::ALL), Notify("ticket.completed"), Timer(CloseDue)]),
    Row::on(E::RefundSent, PAYING).when(&[Money(&[RefundPending]), DisputeOpen(false)]).money(Refunding),
    // Finance pays by hand what is pending: that is ours to stop while a dispute is open.
    Row::on(E::RefundPaid, &[Settling]).when(&[Money(&[RefundPending]), DisputeOpen(false)]).case(Completed).money(Refunded).then(&[
        Stop(TimerKind::ALL),
        Notify("refund.paid"),
        Timer(CloseDue),
    ]),
    // What the gateway reports about money that has left is a fact, dispute or not.
    Row::on(E::RefundPaid, &[Settling]).when(&[Money(&[Refunding, RefundUnknown])]).case(Completed).money(Refunded).then(&[
        Stop(TimerKind::ALL),
        Notify("refund.paid"),
        Timer(CloseDue),
    ]),
    // The platform has ruled for the seller since: what did not arrive is not tried again.
    Row::on(E::RefundFailed, &[Settling])
        .when(&[Money(MOVING), RuledAgainst, Goods(WITH_US)])
        .case(SendBack)
        .money(MoneyStatus::None)
        .then(GIVEN_UP),
    Row::on(E::RefundFailed, &[Settling])
        .when(&[Money(MOVING), RuledAgainst])
        .case(RefusedFinal)
        .money(MoneyStatus::None)
        .then(GIVEN_UP_FOR_GOOD),
    Row::on(E::RefundFailed, &[Fulfilling]).when(&[Money(MOVING), RuledAgainst]).money(MoneyStatus::None).then(GIVEN_UP),
    Row::on(E::RefundShared, &[Settling])
        .when(&[Together(RefundFailed), RuledAgainst, Goods(WITH_US)])
        .case(SendBack)
        .money(MoneyStatus::None)
        .then(GIVEN_UP),
    Row::on(E::RefundShared, &[Settling])
        .when(&[Together(RefundFailed), RuledAgainst])
        .case(RefusedFinal)
        .money(MoneyStatus::None)
        .then(GIVEN_UP_FOR_GOOD),
    Row::on(E::RefundShared, &[Fulfilling]).when(&[Together(RefundFailed), RuledAgainst]).money(MoneyStatus::None).then(GIVEN_UP),
    Row::on(E::RefundFailed, PAYING)
        .when(&[Money(&[RefundPending, Refunding, RefundUnknown])])
        .money(RefundFailed)
        .then(&[Notify("refund.failed")]),
    Row::on(E::RefundUnknown, PAYING).when(&[Money(&[Refunding])]).money(RefundUnknown).then(&[Notify("refund.unknown")]),
    // Several instructions: the axis shows what matters most of all of them.
    Row::on(E::RefundShared, PAYING).when(&[Together(RefundPending), Money(MOVING)]).money(RefundPending),
    Row::on(E::RefundShared, PAYING).when(&[Together(Refunding), Money(&[Refunding])]),
    Row::on(E::RefundShared, PAYING).when(&[Together(Refunding), Money(MOVING), DisputeOpen(false)]).money(Refunding),
    Row::on(E::RefundShared, PAYING).when(&[Together(RefundUnknown), Money(MOVING)]).money(RefundUnknown).then(&[Notify("refund.unknown")]),
    Row::on(E::RefundShared, PAYING).when(&[Together(RefundFailed), Money(MOVING)]).money(RefundFailed).then(&[Notify("refund.failed")]),
    Row::on(E::RefundRetried, PAYING)
        .when(&[Money(&[RefundFailed]), DisputeOpen(false)])
        .money(RefundPending)
        .then(&[IssueEvent, Notify("refund.pending")]),
    Row::on(E::RefundedExternally, OPEN).when(&[Money(UNPAID)]).case(Completed).money(RefundedExternally).then(&[
        Cancel,
        Reverse,
        BookExternal,
        Stop(TimerKind::ALL),
        Notify("refund.external"),
        Timer(CloseDue),
    ]),
    Row::on(E::ClawbackStarted, &[Completed, Closed])
        .when(&[Money(PAID)])
        .case(Settling)
        .money(Clawback)
        .then(&[Stop(&[CloseDue]), Notify("refund.clawback")]),
    Row::on(E::ClawbackCollected, &[Settling]).when(&[Money(&[Clawback])]).case(Completed).money(MoneyStatus::None).then(&[
        BookClawback,
        Notify("refund.clawed_back"),
        Timer(CloseDue),
    ]),
    Row::on(E::ClawbackWaived, &[Settling])
        .when(&[Money(&[Clawback])])
        .case(Completed)
        .money(Refunded)
        .then(&[Notify("ticket.completed"), Timer(CloseDue)]),
];
