//! What follows when a request is allowed, by the rules or by people: it depends on the kind.

use super::{PAID_AT_ONCE, PAID_ON_RETURN, REVIEW, TALKED};
use crate::event::EventKind as E;
use crate::machine::guard::Guard::{AllAgreed, DisputeOpen, Goods, Kind, Pays, Verdict};
use crate::machine::row::Row;
use crate::machine::step::Step::{Book, Issue, Notify, Timer};
use crate::rule::VerdictKind::Approve;
use crate::status::CaseStatus::{Approval, Approved, Completed, FirstReview, Settling, Submitted};
use crate::status::{CaseStatus, GoodsStatus, MoneyStatus};
use crate::timer::TimerKind::CloseDue;

const DECIDABLE: &[CaseStatus] = &[Submitted, FirstReview, Approval];
/// Goods that need not come back: never shipped, or here and inspected.
pub(super) const NOTHING_TO_RETURN: &[GoodsStatus] = &[GoodsStatus::NotShipped, GoodsStatus::Inspected];

const PAY: &[crate::machine::Step] = &[Book, Issue { held: false }, Notify("ticket.approved")];
const HOLD: &[crate::machine::Step] = &[Book, Issue { held: true }, Notify("ticket.approved")];
const ALLOW: &[crate::machine::Step] = &[Notify("ticket.approved")];
const FINISH: &[crate::machine::Step] = &[Notify("ticket.completed"), Timer(CloseDue)];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    // By the rules.
    Row::on(E::Decided, DECIDABLE)
        .when(&[Verdict(Approve), Kind(PAID_AT_ONCE), Pays(true), DisputeOpen(false)])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .then(PAY),
    Row::on(E::Decided, DECIDABLE)
        .when(&[Verdict(Approve), Kind(PAID_ON_RETURN), Pays(true), Goods(NOTHING_TO_RETURN), DisputeOpen(false)])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .then(PAY),
    Row::on(E::Decided, DECIDABLE).when(&[Verdict(Approve), Pays(true)]).case(Approved).then(HOLD),
    Row::on(E::Decided, DECIDABLE).when(&[Verdict(Approve), Kind(PAID_AT_ONCE)]).case(Completed).then(FINISH),
    Row::on(E::Decided, DECIDABLE).when(&[Verdict(Approve)]).case(Approved).then(ALLOW),
    // By people: more agreements are missing, or this was the last.
    Row::on(E::Agreed, REVIEW).when(&[AllAgreed(false)]).case(Approval).then(&[Notify("ticket.approval_needed")]),
    Row::on(E::Agreed, REVIEW)
        .when(&[AllAgreed(true), Kind(PAID_AT_ONCE), Pays(true), DisputeOpen(false)])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .then(PAY),
    Row::on(E::Agreed, REVIEW)
        .when(&[AllAgreed(true), Kind(PAID_ON_RETURN), Pays(true), Goods(NOTHING_TO_RETURN), DisputeOpen(false)])
        .case(Settling)
        .money(MoneyStatus::RefundPending)
        .then(PAY),
    Row::on(E::Agreed, REVIEW).when(&[AllAgreed(true), Pays(true)]).case(Approved).then(HOLD),
    Row::on(E::Agreed, REVIEW).when(&[AllAgreed(true), Kind(PAID_AT_ONCE)]).case(Completed).then(FINISH),
    Row::on(E::Agreed, REVIEW).when(&[AllAgreed(true), Kind(TALKED)]).case(Completed).then(FINISH),
    Row::on(E::Agreed, REVIEW).when(&[AllAgreed(true)]).case(Approved).then(ALLOW),
];
