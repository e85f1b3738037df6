//! What must hold for a row, as data.

use super::context::Context;
use crate::clock::Timestamp;
use crate::event::{Correction, Event};
use crate::rule::VerdictKind;
use crate::status::{CaseStatus, GoodsStatus, MoneyStatus};
use crate::ticket::{Ticket, TicketKind};

/// How long after its last change a finished ticket may be reopened.
pub const REOPEN_WINDOW: chrono::Duration = chrono::Duration::days(90);

/// A condition on the ticket and the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// The ticket is of one of these kinds.
    Kind(&'static [TicketKind]),
    /// The goods are in one of these places.
    Goods(&'static [GoodsStatus]),
    /// The money is in one of these states.
    Money(&'static [MoneyStatus]),
    /// A dispute is open, or none is.
    DisputeOpen(bool),
    /// A refund was decided for this round of the ticket, or not.
    RefundDecided(bool),
    /// The decided refund is above zero, or not.
    Pays(bool),
    /// All agreements are there, or some are missing.
    AllAgreed(bool),
    /// The ticket was refused so often before (at least).
    RefusedAtLeast(u32),
    /// The combined verdict.
    Verdict(VerdictKind),
    /// The rules failed, so that people decide.
    Manual,
    /// The rules were not asked about money.
    NoVerdict,
    /// The correction goes there.
    Correction(Correction),
    /// All parcels are here, or some are missing.
    Complete(bool),
    /// The inspection found nothing wrong, or did.
    InspectionOk(bool),
    /// The platform ruled for the buyer, or for the seller.
    ForBuyer(bool),
    /// The message is internal, or the customer may see it.
    Internal(bool),
    /// All instructions of the ticket together stand there.
    Together(MoneyStatus),
    /// The amount in the event is above zero, or not.
    AmountPays(bool),
    /// The platform ruled for the seller in this round.
    RuledAgainst,
    /// No replacement is on its way to the customer.
    NothingShipped,
    /// It is a customer's, who hears of it; not work for colleagues.
    Customers,
    /// The last change is not longer ago than [`REOPEN_WINDOW`].
    InWindow,
}

impl Guard {
    /// True when it holds; an event without the part it asks about never satisfies it.
    pub(super) fn holds(self, context: &Context<'_>) -> bool {
        self.of_ticket(context.ticket, context.now).unwrap_or_else(|| self.of_event(context.event))
    }

    /// Whether it holds as the ticket stands; `None` when it asks about the event.
    pub(super) fn of_ticket(self, ticket: &Ticket, now: Timestamp) -> Option<bool> {
        let axes = ticket.axes;
        Some(match self {
            Self::Kind(kinds) => kinds.contains(&ticket.kind),
            Self::Goods(places) => places.contains(&axes.goods),
            Self::Money(states) => states.contains(&axes.money),
            Self::DisputeOpen(open) => axes.dispute.is_open() == open,
            Self::RefundDecided(decided) => ticket.refund.is_some() == decided,
            Self::Pays(pays) => ticket.refund.as_ref().is_some_and(|r| r.amount.minor() > 0) == pays,
            Self::AllAgreed(all) => ticket.approvals.iter().all(crate::ticket::Approval::is_met) == all,
            Self::RefusedAtLeast(times) => ticket.refusals >= times,
            Self::RuledAgainst => ticket.is_ruled_against(),
            Self::NothingShipped => axes.case != CaseStatus::Fulfilling || !axes.goods.is_replaced(),
            Self::Customers => !ticket.is_work(),
            Self::InWindow => now <= ticket.updated_at.plus(REOPEN_WINDOW),
            Self::Verdict(_)
            | Self::Manual
            | Self::NoVerdict
            | Self::Correction(_)
            | Self::Complete(_)
            | Self::InspectionOk(_)
            | Self::ForBuyer(_)
            | Self::Internal(_)
            | Self::AmountPays(_)
            | Self::Together(_) => return None,
        })
    }

    fn of_event(self, event: &Event) -> bool {
        match self {
            Self::Verdict(kind) => matches!(event, Event::Decided(c) if c.refund.as_ref().is_some_and(|r| r.verdict == kind)),
            Self::Manual => matches!(event, Event::Decided(c) if c.manual),
            Self::NoVerdict => matches!(event, Event::Decided(c) if c.refund.is_none()),
            Self::Correction(wanted) => matches!(event, Event::SentForCorrection { to, .. } if *to == wanted),
            Self::Complete(wanted) => matches!(event, Event::GoodsReceived { complete, .. } if *complete == wanted),
            Self::InspectionOk(wanted) => matches!(event, Event::GoodsInspected { ok, .. } if *ok == wanted),
            Self::ForBuyer(wanted) => matches!(event, Event::DisputeRuled { for_buyer } if *for_buyer == wanted),
            Self::Internal(wanted) => matches!(event, Event::MessageAdded { internal, .. } if *internal == wanted),
            Self::AmountPays(pays) => matches!(event, Event::SettlementAgreed { amount, .. } if (amount.minor() > 0) == pays),
            Self::Together(wanted) => matches!(event, Event::RefundShared { together, .. } if *together == wanted),
            _ => false,
        }
    }

    /// What to say when it does not hold.
    pub(super) fn complaint(self, context: &Context<'_>) -> String {
        let axes = context.ticket.axes;
        match self {
            Self::Kind(_) => format!("a ticket of kind {} does not take this step", context.ticket.kind),
            Self::Goods(_) => format!("the goods are '{}'", axes.goods),
            Self::Money(_) => format!("the money is '{}'", axes.money),
            Self::DisputeOpen(false) => "a dispute is open, and money stands still until it is ruled or withdrawn".to_owned(),
            Self::DisputeOpen(true) => "no dispute is open".to_owned(),
            Self::RefundDecided(_) => "no refund has been decided".to_owned(),
            Self::Pays(_) | Self::AmountPays(_) => "there is nothing to pay".to_owned(),
            Self::AllAgreed(_) => "agreements are missing".to_owned(),
            Self::NothingShipped => {
                "a replacement has left for the customer: record its delivery, and take it back with a ticket of its own".to_owned()
            }
            Self::Customers => {
                "it is work for colleagues, of which the customer hears nothing: write internally, or ask on the ticket that it is for"
                    .to_owned()
            }
            Self::InWindow => format!("it was finished more than {} days ago; open a new ticket", REOPEN_WINDOW.num_days()),
            Self::RefusedAtLeast(_)
            | Self::Verdict(_)
            | Self::Manual
            | Self::NoVerdict
            | Self::Correction(_)
            | Self::Complete(_)
            | Self::InspectionOk(_)
            | Self::ForBuyer(_)
            | Self::Internal(_)
            | Self::RuledAgainst
            | Self::Together(_) => "the event does not fit what the ticket waits for".to_owned(),
        }
    }
}
