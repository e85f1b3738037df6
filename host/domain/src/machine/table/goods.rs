//! Goods on their way back, in the warehouse, and what the inspection finds.

use super::PAID_ON_RETURN;
use crate::event::EventKind as E;
use crate::machine::guard::Guard::{Complete, DisputeOpen, InspectionOk, Kind, Pays, RefundDecided, RefusedAtLeast};
use crate::machine::row::Row;
use crate::machine::step::Step::{BookDeduction, Cancel, Forget, Notify, RefuseForGood, Release, Reverse, Stop, Timer};
use crate::status::CaseStatus::{
    Approved, AwaitingReturn, Cancelled, Closed, ClosedExpired, Completed, Exception, InTransit, InspectedOk, InspectionHold,
    PartiallyReceived, Received, RefusedFinal, SendBack, Settling, Submitted,
};
use crate::status::{CaseStatus, GoodsStatus, MoneyStatus};
use crate::timer::TimerKind::{CloseDue, ParcelSilent, ReturnExpired};

const COMING: &[CaseStatus] = &[Approved, AwaitingReturn, InTransit, Exception, PartiallyReceived];
const INSPECTABLE: &[CaseStatus] = &[Approved, AwaitingReturn, InTransit, PartiallyReceived, Received, InspectionHold];
const FINISHED: &[CaseStatus] = &[Closed, ClosedExpired, Cancelled];

/// The rows.
pub(super) const ROWS: &[Row] = &[
    Row::on(E::ReturnRequested, &[Approved, AwaitingReturn]).case(AwaitingReturn).then(&[Notify("return.requested"), Timer(ReturnExpired)]),
    Row::on(E::TrackingAdded, &[Approved, AwaitingReturn, InTransit, Exception])
        .case(InTransit)
        .goods(GoodsStatus::Returning)
        .then(&[Stop(&[ReturnExpired]), Timer(ParcelSilent)]),
    Row::on(E::TrackingRejected, &[AwaitingReturn, InTransit])
        .case(Exception)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("parcel.exception")]),
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
    // A parcel that comes late opens the ticket again; the rules decide afresh after the inspection.
    Row::on(E::GoodsReceived, FINISHED).case(Received).goods(GoodsStatus::Received).money(MoneyStatus::None).then(&[
        Forget,
        Stop(&[CloseDue]),
        Notify("ticket.reopened"),
    ]),
    Row::on(E::GoodsReceived, &[SendBack, Completed, Settling]).goods(GoodsStatus::Received),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(false)])
        .case(InspectionHold)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("goods.problem")]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true), Kind(PAID_ON_RETURN), RefundDecided(false)])
        .case(Submitted)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("goods.inspected_ok")]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true), Kind(PAID_ON_RETURN), Pays(true), DisputeOpen(false)])
        .case(Settling)
        .goods(GoodsStatus::Inspected)
        .money(MoneyStatus::RefundPending)
        .then(&[Release, Stop(&[ReturnExpired, ParcelSilent]), Notify("goods.inspected_ok")]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true), Kind(PAID_ON_RETURN), Pays(false)])
        .case(Completed)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("ticket.completed"), Timer(CloseDue)]),
    Row::on(E::GoodsInspected, INSPECTABLE)
        .when(&[InspectionOk(true)])
        .case(InspectedOk)
        .goods(GoodsStatus::Inspected)
        .then(&[Stop(&[ReturnExpired, ParcelSilent]), Notify("goods.inspected_ok")]),
    // Goods on hold: keep something back (D7), get the part, or give everything back.
    // The held instruction promises what the ledger no longer owes: it goes, and the settlement instructs the rest.
    Row::on(E::DeductionAgreed, &[InspectionHold]).case(Settling).then(&[Cancel, BookDeduction, Notify("settlement.changed")]),
    Row::on(E::PartRequested, &[InspectionHold])
        .case(AwaitingReturn)
        .goods(GoodsStatus::PartiallyReceived)
        .then(&[Notify("return.requested"), Timer(ReturnExpired)]),
    Row::on(E::AgreementFailed, &[InspectionHold]).case(SendBack).then(&[RefuseForGood, Cancel, Reverse, Notify("ticket.refused")]),
    Row::on(E::GoodsSentBack, &[SendBack])
        .when(&[RefusedAtLeast(2)])
        .case(RefusedFinal)
        .goods(GoodsStatus::SentBack)
        .then(&[Notify("goods.sent_back"), Timer(CloseDue)]),
    Row::on(E::GoodsSentBack, &[SendBack]).case(Cancelled).goods(GoodsStatus::SentBack).then(&[Notify("goods.sent_back"), Timer(CloseDue)]),
];
