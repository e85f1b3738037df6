//! Whose turn it is while a case stands somewhere.

use serde::{Deserialize, Serialize};

use super::Field;
use crate::status::{CaseStatus, names};

names! {
    /// Whose turn it is (Z28 环节).
    Stage {
        /// The desk reviews (客服审核).
        Review = "review",
        /// The customer or the carrier.
        Customer = "customer",
        /// The warehouse (仓库质检).
        Warehouse = "warehouse",
        /// Finance (财务退款).
        Finance = "finance",
        /// Replacements, and goods that go back.
        Fulfilment = "fulfilment",
    }
}

impl Stage {
    /// Whose turn it is; `None` when nobody's.
    pub const fn of(case: CaseStatus) -> Option<Self> {
        Some(match case {
            CaseStatus::Submitted | CaseStatus::FirstReview | CaseStatus::Approval => Self::Review,
            CaseStatus::AwaitingCustomer
            | CaseStatus::Approved
            | CaseStatus::AwaitingReturn
            | CaseStatus::InTransit
            | CaseStatus::Exception => Self::Customer,
            CaseStatus::PartiallyReceived | CaseStatus::Received | CaseStatus::InspectedOk | CaseStatus::InspectionHold => Self::Warehouse,
            CaseStatus::Settling => Self::Finance,
            CaseStatus::Fulfilling | CaseStatus::SendBack => Self::Fulfilment,
            CaseStatus::Merged
            | CaseStatus::ClosedExpired
            | CaseStatus::RefusedOnce
            | CaseStatus::RefusedFinal
            | CaseStatus::Completed
            | CaseStatus::Cancelled
            | CaseStatus::Closed => return None,
        })
    }

    /// Where its time is added up.
    pub const fn field(self) -> Field {
        match self {
            Self::Review => Field::ReviewTime,
            Self::Customer => Field::CustomerTime,
            Self::Warehouse => Field::WarehouseTime,
            Self::Finance => Field::FinanceTime,
            Self::Fulfilment => Field::FulfilmentTime,
        }
    }
}
