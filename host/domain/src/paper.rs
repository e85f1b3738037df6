//! Papers: what is printed about a ticket or for the warehouse, and the templates that tenants write for it.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::status::names;

names! {
    /// What a paper is for; it says which data its template gets.
    PaperKind {
        /// What was found and done (服务报告, Z33).
        ServiceReport = "service_report",
        /// Who goes where, when and for what (派工单, Z33).
        DispatchOrder = "dispatch_order",
        /// What the customer agrees to have mended (维修确认单, Z33).
        RepairConfirmation = "repair_confirmation",
        /// What to fetch from which shelf (拣货单, D11).
        PickList = "pick_list",
        /// What the customer lays into the parcel (退货单).
        ReturnSlip = "return_slip",
    }
}

impl PaperKind {
    /// True when the paper is about one ticket; a pick list is about many.
    pub const fn is_about_a_ticket(self) -> bool {
        !matches!(self, Self::PickList)
    }
}

/// A tenant's own template. One whose key is the name of a kind takes the place of the shipped template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PrintTemplate {
    /// Its name in addresses, unique within the tenant.
    pub key: String,
    /// Counts changes.
    pub version: i64,
    /// Display name.
    pub name: String,
    /// What it is for.
    pub kind: PaperKind,
    /// Typst source.
    pub source: String,
    /// When it last changed.
    pub updated_at: Timestamp,
}
