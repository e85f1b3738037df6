//! `POST /tickets/{id}/replacements`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::fulfilment::Proposal;
use redress_domain::id::TicketId;

use super::{LONGEST, ReplacementAnswer};
use crate::app::App;
use crate::http::once::{Once, once, print};
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Can, ChangeProblems, Command, IfMatch, Path, Problem, permit};
use crate::problem::check::{reference, text_between};
use crate::workflow::fulfil::Proposer;
use crate::workflow::view::TicketView;

/// Most lines of a proposal.
const MOST_LINES: usize = 100;

/// Propose goods for the customer: an exchange, a resend or a repair, as the ticket asks.
///
/// Its stock is set aside over the inventory connector; where none is at work, `…/reserved` confirms it. An exchange leaves when
/// its goods are here and inspected (or at once with `ship_first`): the price difference is booked then, the customer pays what
/// they owe before anything leaves (`…/paid`), and the rest that they are owed goes back over the tenders of the order. What goes
/// back needs what the refund rules ask for: a role above the caller's is refused.
#[utoipa::path(post, path = "/tickets/{id}/replacements", tag = "replacements", request_body = Proposal,
    params(("id" = TicketId, Path), IdempotencyHeader, IfMatchHeader),
    responses((status = 201, body = ReplacementAnswer), ChangeProblems))]
pub async fn propose_replacement(
    State(app): State<App>,
    caller: Can<permit::TicketWrite>,
    Path(id): Path<TicketId>,
    expected: IfMatch,
    command: Command<Proposal>,
) -> Result<Response, Problem> {
    let proposal = checked(command.body)?;
    let tenant = caller.tenant.id;
    let by = Proposer { user: caller.user.id, roles: caller.user.roles.clone() };
    once(&app, &caller, command.idempotency, expected.0.is_none(), || {
        let (workflow, by, proposal) = (app.workflow.clone(), by.clone(), proposal.clone());
        async move {
            let turn = workflow.propose_replacement(tenant, by, id, expected.0, proposal).await?;
            let version = turn.ticket().version;
            Once::new(turn, StatusCode::CREATED, version, |turn| {
                print(&ReplacementAnswer { replacement: turn.replacements().last(), ticket: TicketView::of_turn(turn) })
            })
        }
    })
    .await
}

/// Lengths; what they mean is judged against the ticket.
fn checked(proposal: Proposal) -> Result<Proposal, Problem> {
    if proposal.lines.len() > MOST_LINES || proposal.returned.len() > MOST_LINES {
        return Err(Problem::invalid("/lines", format!("a replacement has at most {MOST_LINES} lines")));
    }
    let reason = text_between("/reason", proposal.reason, 0, LONGEST)?;
    let mut lines = proposal.lines;
    for (at, line) in lines.iter_mut().enumerate() {
        line.sku = line.sku.take().map(|sku| reference(&format!("/lines/{at}/sku"), sku)).transpose()?;
        line.title = line.title.take().map(|title| text_between(&format!("/lines/{at}/title"), title, 0, 300)).transpose()?;
        line.reason = text_between(&format!("/lines/{at}/reason"), std::mem::take(&mut line.reason), 0, LONGEST)?;
    }
    Ok(Proposal { lines, reason, ..proposal })
}
