//! A replacement is proposed, and stock is asked for.

use redress_domain::Money;
use redress_domain::fulfilment::{Made, Proposal, Replacement, ReplacementKind, Wish, propose};
use redress_domain::id::{ReplacementId, TenantId, TicketId, UserId};
use redress_domain::status::CaseStatus;
use redress_domain::timeline::Actor;
use redress_store::inventory;
use serde_json::json;

use crate::workflow::act::check_version;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// Who proposes.
#[derive(Debug, Clone)]
pub struct Proposer {
    /// The person or program.
    pub user: UserId,
    /// Names of the roles held: what goes back to the customer needs what the rules of refunds ask for (D3).
    pub roles: Vec<String>,
}

impl Workflow {
    /// Proposes goods for the customer and asks for their stock. The result is ready to be written with [`Workflow::commit`]; the
    /// replacement is the last one of [`Turn::replacements`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `seen`, a case in which nothing may leave, a proposal that cannot be, a rest that
    /// this person may not let go back, no free sandbox, the database.
    pub async fn propose_replacement(
        &self,
        tenant: TenantId,
        by: Proposer,
        id: TicketId,
        seen: Option<i64>,
        proposal: Proposal,
    ) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, Actor::User(by.user)).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        let connector = self.tenant(tenant).read(|tx| Box::pin(async move { inventory::find(tx).await })).await?;
        let connected = connector.is_some_and(|connector| connector.enabled);
        self.think(facts, move |turn| {
            allowed(turn)?;
            let (id, actor, at) = (turn.id(ReplacementId::generate), turn.actor().clone(), turn.now());
            let made = Made { id, by: actor, at, connected };
            let others: Vec<_> = turn.replacements().cloned().collect();
            let new = propose(&proposal, turn.ticket(), turn.goods(), &others, made)?;
            if new.difference.is_negative() {
                turn.judge_rest(rest(&new, &others)?, &by.roles)?;
            }
            turn.note(
                "replacement.proposed",
                json!({ "replacement": id, "kind": new.kind, "lines": new.lines, "returned": new.returned,
                        "difference": new.difference, "ship_first": new.ship_first }),
            );
            let asks = new.is_connected() && new.kind != ReplacementKind::Repair;
            turn.add_replacement(new);
            if asks { turn.want_stock(id, Wish::Reserve) } else { Ok(()) }
        })
        .await
    }
}

/// What would go back: with what was proposed before and is not booked yet, so that nobody gets past their tier in parts.
fn rest(new: &Replacement, others: &[Replacement]) -> Result<Money, Error> {
    let waits = |one: &&Replacement| !one.state.is_settled() && one.state.can_be_cancelled() && one.difference.is_negative();
    let zero = Money::zero(new.difference.currency());
    let mut rest = zero.checked_sub(new.difference)?;
    for other in others.iter().filter(waits) {
        rest = rest.checked_sub(other.difference)?;
    }
    Ok(rest)
}

/// Goods may leave from the moment that it is allowed until the case ends.
fn allowed(turn: &Turn) -> Result<(), Error> {
    use CaseStatus as C;
    let (ticket, case) = (turn.ticket(), turn.ticket().axes.case);
    let open = matches!(
        case,
        C::Approved | C::AwaitingReturn | C::InTransit | C::PartiallyReceived | C::Received | C::InspectedOk | C::Fulfilling
    );
    if open || !ticket.kind.replaces_goods() {
        return Ok(());
    }
    let why = "goods are proposed once a ticket is approved, by a person or by its workflow, and until it ends";
    Err(Error::NotNow { what: "ticket", id: ticket.id.to_string(), state: case.to_string(), why })
}
