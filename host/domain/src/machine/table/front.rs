//! From the submission to the decision, and what can happen at any time.

use super::{OPEN, REVIEW, SETTLED, UNPAID, WITH_US};
use crate::event::{Correction, EventKind as E};
use crate::machine::guard::Guard::{
    Correction as To, Customers, DisputeOpen, Goods, InWindow, Internal, Manual, Money, NoVerdict, NothingShipped, RefusedAtLeast, Verdict,
};
use crate::machine::row::Row;
use crate::machine::step::Step::{Cancel, CountRefusal, Forget, ForgetAgreements, NewRound, Notify, Reverse, Stop, Timer};
use crate::rule::VerdictKind;
use crate::status::CaseStatus::{
    Approval, AwaitingCustomer, AwaitingReturn, Cancelled, Closed, ClosedExpired, Completed, FirstReview, InspectionHold, Merged,
    RefusedFinal, RefusedOnce, SendBack, Submitted,
};
use crate::status::{CaseStatus, GoodsStatus, MoneyStatus};
use crate::timer::TimerKind::{self, CloseDue, CustomerAnswerExpired, ReturnExpired};

const DECIDABLE: &[CaseStatus] = &[Submitted, FirstReview, Approval];
const ALL_TIMERS: &[TimerKind] = TimerKind::ALL;
/// Nothing was booked.
const UNDECIDED: &[CaseStatus] = &[Submitted, AwaitingCustomer, FirstReview, Approval];
/// Nothing is with us, or on its way to us.
const UNMOVED: &[GoodsStatus] = &[GoodsStatus::NotShipped, GoodsStatus::WithCustomer];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    // A duplicate goes into the ticket that is open already, as long as nothing was allowed and the goods are where they were.
    Row::on(E::Merged, UNDECIDED).when(&[Goods(UNMOVED), DisputeOpen(false)]).case(Merged).then(&[
        Stop(ALL_TIMERS),
        Notify("ticket.merged"),
        Timer(CloseDue),
    ]),
    // The rules have spoken. Approval has its own file; these are the other verdicts.
    Row::on(E::Decided, DECIDABLE).when(&[Manual]).case(FirstReview).then(&[Notify("ticket.review_needed")]),
    Row::on(E::Decided, DECIDABLE).when(&[NoVerdict]).case(FirstReview).then(&[Notify("ticket.review_needed")]),
    Row::on(E::Decided, DECIDABLE).when(&[Verdict(VerdictKind::NeedsApproval)]).case(Approval).then(&[Notify("ticket.approval_needed")]),
    Row::on(E::Decided, DECIDABLE)
        .when(&[Verdict(VerdictKind::NeedInformation)])
        .case(AwaitingCustomer)
        .then(&[Notify("ticket.information_requested"), Timer(CustomerAnswerExpired)]),
    Row::on(E::Decided, DECIDABLE).when(&[Verdict(VerdictKind::Reject), RefusedAtLeast(1)]).case(RefusedFinal).then(&[
        CountRefusal,
        Stop(ALL_TIMERS),
        Notify("ticket.refused"),
        Timer(CloseDue),
    ]),
    Row::on(E::Decided, DECIDABLE).when(&[Verdict(VerdictKind::Reject)]).case(RefusedOnce).then(&[
        CountRefusal,
        Stop(ALL_TIMERS),
        Notify("ticket.refused"),
        Timer(CloseDue),
    ]),
    // People refuse, or send it back (驳回).
    Row::on(E::Rejected, REVIEW).when(&[RefusedAtLeast(1)]).case(RefusedFinal).then(&[
        CountRefusal,
        Stop(ALL_TIMERS),
        Notify("ticket.refused"),
        Timer(CloseDue),
    ]),
    Row::on(E::Rejected, REVIEW).case(RefusedOnce).then(&[CountRefusal, Stop(ALL_TIMERS), Notify("ticket.refused"), Timer(CloseDue)]),
    Row::on(E::SentForCorrection, REVIEW)
        .when(&[To(Correction::Customer), Customers])
        .case(AwaitingCustomer)
        .then(&[Notify("ticket.information_requested"), Timer(CustomerAnswerExpired)]),
    Row::on(E::SentForCorrection, REVIEW)
        .when(&[To(Correction::FirstReviewer)])
        .case(FirstReview)
        .then(&[ForgetAgreements, Notify("ticket.review_needed")]),
    // The customer is asked, answers, or does not. The clock of the service level stands still meanwhile.
    Row::on(E::InformationRequested, &[Submitted, FirstReview, Approval, AwaitingCustomer])
        .when(&[Customers])
        .case(AwaitingCustomer)
        .then(&[Notify("ticket.information_requested"), Timer(CustomerAnswerExpired)]),
    Row::on(E::CustomerAnswered, &[AwaitingCustomer])
        .case(Submitted)
        .then(&[Stop(&[CustomerAnswerExpired]), Notify("ticket.customer_answered")]),
    Row::on(E::Amended, &[RefusedOnce, AwaitingCustomer])
        .case(Submitted)
        .then(&[Stop(&[CustomerAnswerExpired, CloseDue]), Notify("ticket.amended")]),
    Row::on(E::Expired, &[AwaitingCustomer]).case(ClosedExpired).then(&[Stop(ALL_TIMERS), Notify("ticket.expired"), Timer(CloseDue)]),
    // A missing part did not come: the goods that are here wait again.
    Row::on(E::Expired, &[AwaitingReturn])
        .when(&[Goods(&[GoodsStatus::PartiallyReceived])])
        .case(InspectionHold)
        .then(&[Stop(&[ReturnExpired]), Notify("goods.problem")]),
    Row::on(E::Expired, &[AwaitingReturn]).case(ClosedExpired).then(&[
        Cancel,
        Reverse,
        Stop(ALL_TIMERS),
        Notify("ticket.expired"),
        Timer(CloseDue),
    ]),
    // The customer withdraws before money has left. Goods that are on their way go back.
    Row::on(E::Cancelled, OPEN).when(&[Money(UNPAID), NothingShipped, Goods(WITH_US)]).case(SendBack).money(MoneyStatus::None).then(&[
        Cancel,
        Reverse,
        Stop(ALL_TIMERS),
        Notify("ticket.cancelled"),
    ]),
    Row::on(E::Cancelled, OPEN).when(&[Money(UNPAID), NothingShipped]).case(Cancelled).money(MoneyStatus::None).then(&[
        Cancel,
        Reverse,
        Stop(ALL_TIMERS),
        Notify("ticket.cancelled"),
        Timer(CloseDue),
    ]),
    // The end, and back. A new round decides afresh; what was decided and booked stays on record.
    Row::on(E::Closed, &[Completed, RefusedOnce, RefusedFinal, Cancelled, ClosedExpired, Merged])
        .when(&[DisputeOpen(false), Money(SETTLED)])
        .case(Closed)
        .then(&[Stop(TimerKind::ARCHIVED), Notify("ticket.closed")]),
    Row::on(E::Reopened, &[Closed, Completed, RefusedFinal, Cancelled, ClosedExpired, Merged])
        .when(&[InWindow, Money(SETTLED)])
        .case(Submitted)
        .money(MoneyStatus::None)
        .then(&[Forget, NewRound, Stop(ALL_TIMERS), Notify("ticket.reopened")]),
    // What changes no axis.
    Row::on(E::Accepted, OPEN),
    Row::on(E::Transferred, OPEN).then(&[Notify("ticket.transferred")]),
    Row::on(E::MessageAdded, CaseStatus::ALL).when(&[Internal(true)]),
    Row::on(E::MessageAdded, CaseStatus::ALL).when(&[Internal(false), Customers]).then(&[Notify("ticket.message_added")]),
    Row::on(E::RuleFailed, CaseStatus::ALL).then(&[Notify("rule.failed")]),
];
