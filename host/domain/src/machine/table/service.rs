//! Replacements, missing parts and repairs.

use super::REPLACED;
use crate::event::EventKind as E;
use crate::machine::guard::Guard::Kind;
use crate::machine::row::Row;
use crate::machine::step::Step::{Notify, Timer};
use crate::status::CaseStatus::{Approved, Completed, Fulfilling, InspectedOk, Settling};
use crate::status::GoodsStatus;
use crate::timer::TimerKind::CloseDue;

/// The rows.
pub(super) const ROWS: &[Row] = &[
    Row::on(E::ReplacementReserved, &[Approved, InspectedOk])
        .when(&[Kind(REPLACED)])
        .case(Fulfilling)
        .then(&[Notify("replacement.reserved")]),
    Row::on(E::OutOfStock, &[Approved, InspectedOk, Fulfilling])
        .when(&[Kind(REPLACED)])
        .case(Settling)
        .then(&[Notify("replacement.out_of_stock")]),
    Row::on(E::DifferenceDue, &[Approved, InspectedOk]).when(&[Kind(REPLACED)]).then(&[Notify("replacement.difference_due")]),
    Row::on(E::DifferencePaid, &[Approved, InspectedOk]).when(&[Kind(REPLACED)]).case(Fulfilling),
    Row::on(E::ReplacementShipped, &[Fulfilling]).goods(GoodsStatus::ReplacementShipped).then(&[Notify("replacement.shipped")]),
    Row::on(E::ReplacementDelivered, &[Fulfilling])
        .case(Completed)
        .goods(GoodsStatus::ReplacementDelivered)
        .then(&[Notify("ticket.completed"), Timer(CloseDue)]),
];
