//! Who has to move next, so that no state is nobody's.

use serde::{Deserialize, Serialize};

use crate::status::{CaseStatus, names};

names! {
    /// Who has to move next.
    Owner {
        /// Redress: the rules are asked.
        System = "system",
        /// The customer.
        Customer = "customer",
        /// An agent of the ticket's queue.
        Agent = "agent",
        /// The people whose agreement is missing.
        Approver = "approver",
        /// The warehouse.
        Warehouse = "warehouse",
        /// Finance.
        Finance = "finance",
        /// Risk and supervisor: goods are not as they should be.
        Risk = "risk",
        /// Nobody has to; the supervisor may reopen it.
        Archive = "archive",
    }
}

/// Who owns a case in this state.
pub const fn owner(case: CaseStatus) -> Owner {
    match case {
        CaseStatus::Submitted => Owner::System,
        CaseStatus::AwaitingCustomer | CaseStatus::RefusedOnce | CaseStatus::AwaitingReturn => Owner::Customer,
        CaseStatus::FirstReview | CaseStatus::Approved | CaseStatus::Exception => Owner::Agent,
        CaseStatus::Approval => Owner::Approver,
        CaseStatus::InTransit
        | CaseStatus::PartiallyReceived
        | CaseStatus::Received
        | CaseStatus::InspectedOk
        | CaseStatus::SendBack
        | CaseStatus::Fulfilling => Owner::Warehouse,
        CaseStatus::InspectionHold => Owner::Risk,
        CaseStatus::Settling => Owner::Finance,
        CaseStatus::Merged
        | CaseStatus::ClosedExpired
        | CaseStatus::RefusedFinal
        | CaseStatus::Completed
        | CaseStatus::Cancelled
        | CaseStatus::Closed => Owner::Archive,
    }
}

impl CaseStatus {
    /// True while somebody still has to do something.
    pub const fn is_open(self) -> bool {
        !matches!(owner(self), Owner::Archive)
    }
}
