//! `GET /tickets/{id}`

use axum::extract::State;
use axum::response::IntoResponse as _;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_store::{decision, flow_run, ticket};

use crate::app::App;
use crate::http::{Answer, Can, Path, Problem, ReadProblems, permit};
use crate::workflow::look::{optional_customer, optional_order};
use crate::workflow::view::{Around, FailureItem, TicketView};

/// Get a ticket with its decisions.
#[utoipa::path(get, path = "/tickets/{id}", tag = "tickets", params(("id" = TicketId, Path)),
    responses((status = 200, body = TicketView), ReadProblems))]
pub async fn get_ticket(State(app): State<App>, caller: Can<permit::TicketRead>, Path(id): Path<TicketId>) -> Result<Response, Problem> {
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let (found, customer, order, run, decisions) = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                let found = ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                let customer = optional_customer(tx, found.customer).await?;
                let order = optional_order(tx, found.order).await?;
                let run = flow_run::last(tx, id).await?;
                let decisions = decision::list_by_ticket(tx, id).await?;
                Ok::<_, Problem>((found, customer, order, run, decisions))
            })
        })
        .await?;
    let failures = FailureItem::recorded(&decisions);
    let around = Around {
        customer: customer.as_ref(),
        order: order.as_ref(),
        workflow: run.as_ref().map(|run| run.definition.as_str()),
        snapshot: &snapshot,
        now: app.clock.now(),
    };
    let view = TicketView::of(&found, around, &decisions, failures);
    Ok(Answer::ok(view).version(found.version).into_response())
}
