//! Goods on their way back, in the warehouse, and what the inspection finds.

use super::{PAID_ON_RETURN, REPLACED};
use crate::event::EventKind as E;
use crate::machine::guard::Guard::{Complete, DisputeOpen, Goods, InspectionOk, Kind, Pays, RefundDecided, RefusedAtLeast};
use crate::machine::row::Row;
use crate::machine::step::Step::{BookDeduction, Cancel, Forget, NewRound, Notify, RefuseForGood, Release, Reverse, Stop, Timer};
use crate::status::CaseStatus::{
    Approval, Approved, AwaitingCustomer, AwaitingReturn, Cancelled, Closed, ClosedExpired, Completed, Exception, FirstReview, Fulfilling,
    InTransit, InspectedOk, InspectionHold, PartiallyReceived, Received, RefusedFinal, RefusedOnce, SendBack, Settling, Submitted,
};
use crate::status::{CaseStatus, GoodsStatus, MoneyStatus};
use crate::ticket::FOR_GOOD;
use crate::timer::TimerKind::{self, CloseDue, GoodsOverdue, OfferExpired, ParcelSilent, ReturnExpired};

const COMING: &[CaseStatus] = &[Approved, AwaitingReturn, InTransit, Exception, PartiallyReceived];
const INSPECTABLE: &[CaseStatus] = &[Approved, AwaitingReturn, InTransit, PartiallyReceived, Received, InspectionHold];
const UNDECIDED: &[CaseStatus] = &[Submitted, AwaitingCustomer, FirstReview, Approval, RefusedOnce];
const FINISHED: &[CaseStatus] = &[Closed, ClosedExpired, Cancelled];

/// The customer has the replacement, or soon will.
const REPLACED_FIRST: &[GoodsStatus] = &[GoodsStatus::ReplacementShipped, GoodsStatus::ReplacementDelivered];

/// What an inspection ends: the wait for the goods, and an offer about what an earlier one found.
const INSPECTED: &[TimerKind] = &[ReturnExpired, ParcelSilent, OfferExpired];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    Row::on(E::ReturnRequested, &[Approved, AwaitingReturn]).case(AwaitingReturn).then(&[Notify("return.requested"), Timer(ReturnExpired)]),
    Row::on(E::TrackingAdded, &[Approved, AwaitingReturn, InTransit, Exception])
        .case(InTransit)
        .goods(GoodsStatus::Returning)
        .then(&[Stop(&[ReturnExpired]), Timer(ParcelSilent)]),
    // A further parcel is announced: what was complete is so no longer; goods on hold stay on hold.
    Row::on(E::TrackingAdded, &[PartiallyReceived, Received])
        .case(PartiallyReceived)
        .goods(GoodsStatus::PartiallyReceived)
        .then(&[Timer(ParcelSilent)]),
    Row::on(E::TrackingAdded, &[InspectionHold]),
    // The replacement leaves first, and the goods it is for are on their way.
    Row::on(E::TrackingAdded, &[Fulfilling, Completed]).when(&[Kind(REPLACED)]),
    Row::on(E::TrackingRejected, &[Approved, AwaitingReturn, InTransit, Exception])
        .case(Exception)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("parcel.exception")]),
    Row::on(E::TrackingRejected, &[PartiallyReceived, Received, InspectionHold]).then(&[Notify("parcel.exception")]),
    // The outbound parcel that the customer did not take (拒签) is the return.
    Row::on(E::DeliveryRefused, &[Approved, AwaitingReturn, InTransit])
        .case(InTransit)
        .goods(GoodsStatus::Returning)
        .then(&[Stop(&[ReturnExpired]), Timer(ParcelSilent)]),
    Row::on(E::ParcelLost, &[InTransit]).case(Exception).goods(GoodsStatus::Lost).then(&[Stop(&[ParcelSilent]), Notify("parcel.lost")]),
    Row::on(E::ParcelFound, &[Exception]).case(InTransit).goods(GoodsStatus::Returning).then(&[Timer(ParcelSilent)]),
    Row::on(E::GoodsReceived, COMING)
        .when(&[Complete(true)])
        .case(Received)
        .goods(GoodsStatus::Received)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("goods.received")]),
    Row::on(E::GoodsReceived, COMING)
        .when(&[Complete(false)])
        .case(PartiallyReceived)
        .goods(GoodsStatus::PartiallyReceived)
        .then(&[Stop(&[ReturnExpired])]),
    // The replacement left first: what comes now is what was owed for it, and nothing begins anew.
    Row::on(E::GoodsReceived, &[Closed])
        .when(&[Kind(REPLACED), Goods(REPLACED_FIRST)])
        .goods(GoodsStatus::Received)
        .then(&[Stop(&[GoodsOverdue]), Notify("goods.received")]),
    // A parcel that comes late opens the ticket again; the rules decide afresh after the inspection.
    Row::on(E::GoodsReceived, FINISHED).case(Received).goods(GoodsStatus::Received).money(MoneyStatus::None).then(&[
        Forget,
        NewRound,
        Stop(&[CloseDue]),
        Notify("ticket.reopened"),
    ]),
    Row::on(E::GoodsReceived, &[SendBack, Completed, Settling]).goods(GoodsStatus::Received).then(&[Stop(&[GoodsOverdue])]),
    // More than was awaited: it waits for the inspection with the rest, and goods on hold stay on hold until they are
    // inspected again.
    Row::on(E::GoodsReceived, &[Received, InspectedOk, InspectionHold]).then(&[Stop(&[ParcelSilent]), Notify("goods.received")]),
    // Sent before it was allowed: the goods are here when it is.
    Row::on(E::GoodsReceived, UNDECIDED).goods(GoodsStatus::Received).then(&[Notify("goods.received")]),
    Row::on(E::GoodsReceived, &[Fulfilling]).then(&[Stop(&[GoodsOverdue]), Notify("goods.received")]),
    // Refused for good, and here all the same: it goes back.
    Row::on(E::GoodsReceived, &[RefusedFinal]).case(SendBack).goods(GoodsStatus::Received).then(&[
        RefuseForGood,
        Stop(&[CloseDue]),
        Notify("goods.received"),
    ]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(false)])
        .case(InspectionHold)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(INSPECTED), Notify("goods.problem")]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true), Kind(PAID_ON_RETURN), RefundDecided(false)])
        .case(Submitted)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(INSPECTED), Notify("goods.inspected_ok")]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true), Kind(PAID_ON_RETURN), Pays(true), DisputeOpen(false)])
        .case(Settling)
        .goods(GoodsStatus::Inspected)
        .money(MoneyStatus::RefundPending)
        .then(&[Release, Stop(INSPECTED), Notify("goods.inspected_ok")]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true), Kind(PAID_ON_RETURN), Pays(false)])
        .case(Completed)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(INSPECTED), Notify("ticket.completed"), Timer(CloseDue)]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true)])
        .case(InspectedOk)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(INSPECTED), Notify("goods.inspected_ok")]),
    // The replacement has left or leaves already: what is found wrong is a matter for people.
    Row::on(E::GoodsInspected, &[Fulfilling, Completed, Closed])
        .when(&[Kind(REPLACED), InspectionOk(true)])
        .then(&[Stop(&[GoodsOverdue]), Notify("goods.inspected_ok")]),
    Row::on(E::GoodsInspected, &[Fulfilling, Completed, Closed])
        .when(&[Kind(REPLACED), InspectionOk(false)])
        .then(&[Stop(&[GoodsOverdue]), Notify("goods.problem")]),
    // Goods on hold: keep something back (D7), get the part, or give everything back.
    // The held instruction promises what the ledger no longer owes: it goes, and the settlement instructs the rest.
    Row::on(E::DeductionAgreed, &[InspectionHold]).case(Settling).then(&[
        Cancel,
        BookDeduction,
        Stop(&[OfferExpired]),
        Notify("settlement.changed"),
    ]),
    Row::on(E::OfferExpired, &[InspectionHold]).then(&[Notify("offer.expired")]),
    Row::on(E::PartRequested, &[InspectionHold]).case(AwaitingReturn).goods(GoodsStatus::PartiallyReceived).then(&[
        Stop(&[OfferExpired]),
        Notify("return.requested"),
        Timer(ReturnExpired),
    ]),
    Row::on(E::AgreementFailed, &[InspectionHold]).case(SendBack).then(&[
        RefuseForGood,
        Cancel,
        Reverse,
        Stop(&[OfferExpired]),
        Notify("ticket.refused"),
    ]),
    Row::on(E::GoodsSentBack, &[SendBack])
        .when(&[RefusedAtLeast(FOR_GOOD)])
        .case(RefusedFinal)
        .goods(GoodsStatus::SentBack)
        .then(&[Notify("goods.sent_back"), Timer(CloseDue)]),
    Row::on(E::GoodsSentBack, &[SendBack]).case(Cancelled).goods(GoodsStatus::SentBack).then(&[Notify("goods.sent_back"), Timer(CloseDue)]),
];
