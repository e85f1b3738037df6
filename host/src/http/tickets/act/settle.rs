//! `POST /tickets/{id}/settlements`

use axum::extract::State;
use axum::response::Response;
use redress_domain::Money;
use redress_domain::id::{TicketId, TicketLineId};
use redress_domain::ledger::Draft;
use redress_domain::settlement::{EntryKind, Payer};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{act, said};
use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::workflow::act::Action;
use crate::workflow::view::TicketView;

/// Entries to book.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSettlement {
    /// 1 to 100 of them.
    entries: Vec<NewEntry>,
}

/// One entry.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = NewSettlementEntry)]
#[serde(deny_unknown_fields)]
pub struct NewEntry {
    /// Ticket line, when it is about one.
    line: Option<TicketLineId>,
    /// What for; what was paid elsewhere or fetched back has routes of its own.
    kind: EntryKind,
    /// Who bears it.
    #[serde(default = "merchant")]
    payer: Payer,
    /// How much the customer gets (positive) or loses (negative); never zero.
    amount: Money,
    /// Why, 1 to 10,000 characters.
    reason: String,
}

const fn merchant() -> Payer {
    Payer::Merchant
}

/// Book entries on the ledger of a ticket, and pay what is due then.
///
/// Freight, tax, fees, compensation, or what is kept back. Instructions that have not left are replaced by one over what is due.
/// More than people agreed to needs the highest approving role.
#[utoipa::path(post, path = "/tickets/{id}/settlements", tag = "tickets", request_body = NewSettlement,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 200, body = TicketView), ChangeProblems))]
pub async fn settle_ticket(
    State(app): State<App>,
    caller: Can<permit::FinanceWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<NewSettlement>,
) -> Result<Response, Problem> {
    let entries = command.body.entries;
    if !(1..=100).contains(&entries.len()) {
        return Err(Problem::invalid("/entries", "book 1 to 100 entries"));
    }
    let drafts = entries.into_iter().enumerate().map(|(index, entry)| draft(index, entry)).collect::<Result<Vec<Draft>, Problem>>()?;
    act(&app, &caller, id, expected, command.idempotency, Action::Settle { entries: drafts }).await
}

fn draft(index: usize, entry: NewEntry) -> Result<Draft, Problem> {
    let NewEntry { line, kind, payer, amount, reason } = entry;
    let refuse = |field: &str, why: &str| Err(Problem::invalid(format!("/entries/{index}/{field}"), why));
    match kind {
        EntryKind::External => return refuse("kind", "money that somebody else paid is noted with POST /tickets/{id}/refunded-elsewhere"),
        EntryKind::Clawback => return refuse("kind", "money is fetched back with POST /tickets/{id}/clawback"),
        EntryKind::Replacement | EntryKind::Difference => {
            return refuse("kind", "what goods in exchange cost, and what was paid on top, is booked with /tickets/{id}/replacements");
        }
        EntryKind::Deduction if amount.minor() >= 0 => return refuse("amount", "what is kept back is negative"),
        EntryKind::Compensation if amount.minor() <= 0 => return refuse("amount", "a compensation is positive"),
        _ if amount.is_zero() => return refuse("amount", "an entry over nothing says nothing"),
        _ => {}
    }
    Ok(Draft { line, kind, payer, amount, reason: said(&format!("/entries/{index}/reason"), reason)? })
}
