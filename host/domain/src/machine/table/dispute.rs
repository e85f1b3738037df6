//! The platform arbitrates. Money stands still while a dispute is open, and the ruling forces settling or refusal.

use super::grant::NOTHING_TO_RETURN;
use super::{ANY, PAID, PAID_AT_ONCE, PAID_ON_RETURN, UNPAID, WITH_US};
use crate::event::EventKind as E;
use crate::machine::guard::Guard::{DisputeOpen, ForBuyer, Goods, Kind, Money, NothingShipped, Pays};
use crate::machine::row::Row;
use crate::machine::step::Step::{Cancel, Notify, RefuseForGood, Release, Reverse, Stop, Timer};
use crate::status::CaseStatus::{Approved, Completed, Fulfilling, InspectedOk, RefusedFinal, SendBack, Settling};
use crate::status::{DisputeStatus, MoneyStatus};
use crate::timer::TimerKind::{self, CloseDue};

/// Pays what was held back.
const RELEASE: &[crate::machine::Step] = &[Release, Notify("dispute.withdrawn"), Notify("refund.pending")];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    Row::on(E::DisputeOpened, ANY)
        .when(&[DisputeOpen(false)])
        .dispute(DisputeStatus::Evidence)
        .then(&[Stop(&[CloseDue]), Notify("dispute.opened")]),
    Row::on(E::EvidenceSubmitted, ANY).when(&[DisputeOpen(true)]).dispute(DisputeStatus::Negotiating),
    // For the buyer: what was not paid yet is settled now; a claw-back of what was paid ends.
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(true), Money(PAID)])
        .dispute(DisputeStatus::RuledBuyer)
        .then(&[Notify("dispute.ruled"), Timer(CloseDue)]),
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(true), Money(&[MoneyStatus::Clawback])])
        .case(Completed)
        .money(MoneyStatus::Refunded)
        .dispute(DisputeStatus::RuledBuyer)
        .then(&[Notify("dispute.ruled"), Timer(CloseDue)]),
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(true)])
        .case(Settling)
        .dispute(DisputeStatus::RuledBuyer)
        .then(&[Stop(TimerKind::ALL), Notify("dispute.ruled")]),
    // For the seller: nothing more is paid, goods go back; money that has left stays where it is.
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(false), Money(UNPAID), Goods(WITH_US)])
        .case(SendBack)
        .money(MoneyStatus::None)
        .dispute(DisputeStatus::RuledSeller)
        .then(&[RefuseForGood, Cancel, Reverse, Stop(TimerKind::ALL), Notify("dispute.ruled")]),
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(false), Money(UNPAID)])
        .case(RefusedFinal)
        .money(MoneyStatus::None)
        .dispute(DisputeStatus::RuledSeller)
        .then(&[RefuseForGood, Cancel, Reverse, Stop(TimerKind::ALL), Notify("dispute.ruled"), Timer(CloseDue)]),
    // A part is under way: what has left is a fact, what has not begun never will; so no case waits for a replacement that will not leave.
    Row::on(E::DisputeRuled, &[Fulfilling])
        .when(&[DisputeOpen(true), ForBuyer(false), NothingShipped, Money(&[MoneyStatus::Refunding, MoneyStatus::RefundUnknown])])
        .case(Settling)
        .dispute(DisputeStatus::RuledSeller)
        .then(&[RefuseForGood, Cancel, Reverse, Notify("dispute.ruled")]),
    Row::on(E::DisputeRuled, &[Fulfilling])
        .when(&[DisputeOpen(true), ForBuyer(false), NothingShipped])
        .case(Completed)
        .dispute(DisputeStatus::RuledSeller)
        .then(&[RefuseForGood, Stop(TimerKind::ALL), Notify("dispute.ruled"), Timer(CloseDue)]),
    Row::on(E::DisputeRuled, &[Fulfilling])
        .when(&[DisputeOpen(true), ForBuyer(false), Money(PAID)])
        .dispute(DisputeStatus::RuledSeller)
        .then(&[RefuseForGood, Notify("dispute.ruled")]),
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(false), Money(&[MoneyStatus::Refunding, MoneyStatus::RefundUnknown])])
        .dispute(DisputeStatus::RuledSeller)
        .then(&[RefuseForGood, Cancel, Reverse, Notify("dispute.ruled")]),
    Row::on(E::DisputeRuled, ANY)
        .when(&[DisputeOpen(true), ForBuyer(false)])
        .dispute(DisputeStatus::RuledSeller)
        .then(&[Notify("dispute.ruled"), Timer(CloseDue)]),
    // What was agreed meanwhile was only held back by the dispute.
    Row::on(E::DisputeWithdrawn, &[InspectedOk])
        .when(&[DisputeOpen(true), Kind(PAID_ON_RETURN), Pays(true), Money(&[MoneyStatus::None])])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .dispute(DisputeStatus::Withdrawn)
        .then(RELEASE),
    Row::on(E::DisputeWithdrawn, &[Approved])
        .when(&[DisputeOpen(true), Kind(PAID_AT_ONCE), Pays(true), Money(&[MoneyStatus::None])])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .dispute(DisputeStatus::Withdrawn)
        .then(RELEASE),
    Row::on(E::DisputeWithdrawn, &[Approved])
        .when(&[DisputeOpen(true), Kind(PAID_ON_RETURN), Pays(true), Goods(NOTHING_TO_RETURN), Money(&[MoneyStatus::None])])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .dispute(DisputeStatus::Withdrawn)
        .then(RELEASE),
    Row::on(E::DisputeWithdrawn, ANY)
        .when(&[DisputeOpen(true)])
        .dispute(DisputeStatus::Withdrawn)
        .then(&[Notify("dispute.withdrawn"), Timer(CloseDue)]),
];
