//! What is to be fetched from the shelves (D11).

use std::collections::BTreeMap;

use redress_domain::fulfilment::{Replacement, ReplacementKind, ReplacementLine, ReplacementState};
use redress_domain::id::{TenantId, TicketId};
use redress_domain::order::Order;
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::KeptInspection;
use redress_domain::warehouse::picklist::{PickNeed, PickPurpose, needs};
use redress_store::{inspection, pick, replacement, ticket};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow, look};

/// Most tickets on one list.
const MOST: u32 = 500;
/// Order attribute that names the warehouse.
const WAREHOUSE: &str = "warehouse";

/// What is to be fetched in one warehouse, urgent and old things first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Picking {
    /// Name of the warehouse, as the order says; null when it says none.
    pub warehouse: Option<String>,
    /// What is needed.
    pub needs: Vec<PickNeed>,
}

impl Workflow {
    /// Everything that is to be fetched, per warehouse.
    ///
    /// # Errors
    /// What the database says.
    pub async fn pickings(&self, tenant: TenantId) -> Result<Vec<Picking>, Error> {
        let store = self.tenant(tenant);
        let read = store.read(|tx| {
            Box::pin(async move {
                let mut found = Vec::new();
                let mut after = None;
                // What needs nothing after all takes nobody's place on the list.
                loop {
                    let open = pick::open(tx, after, MOST).await?;
                    for id in &open {
                        let Some(ticket) = ticket::find(tx, *id).await? else { continue };
                        let order = look::optional_order(tx, ticket.order).await?;
                        let inspected = inspection::last(tx, *id).await?;
                        let sent = if ticket.kind.replaces_goods() { replacement::by_ticket(tx, *id).await? } else { Vec::new() };
                        let needs = needed(&ticket, inspected.as_ref(), &sent)?;
                        if !needs.is_empty() {
                            found.push((warehouse(order.as_ref()), needs));
                        }
                    }
                    after = open.last().copied();
                    let full = u32::try_from(open.len()).is_ok_and(|count| count == MOST);
                    if !full || found.len() >= MOST as usize {
                        return Ok::<_, Error>(found);
                    }
                }
            })
        });
        let mut lists: BTreeMap<Option<String>, Vec<PickNeed>> = BTreeMap::new();
        for (place, needed) in read.await? {
            lists.entry(place).or_default().extend(needed);
        }
        let sorted = |(warehouse, mut needs): (_, Vec<PickNeed>)| {
            needs.sort_by(|a, b| b.priority.cmp(&a.priority).then_with(|| (a.since, a.ticket, &a.sku).cmp(&(b.since, b.ticket, &b.sku))));
            Picking { warehouse, needs }
        };
        Ok(lists.into_iter().map(sorted).collect())
    }

    /// Notes that the goods of a ticket were fetched. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, one that needs nothing or whose goods were fetched before, no free sandbox, the database.
    pub async fn picked(&self, tenant: TenantId, by: Actor, id: TicketId) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, by.clone()).await?;
        let (before, inspected) = self
            .tenant(tenant)
            .read(move |tx| Box::pin(async move { Ok::<_, Error>((pick::find(tx, id).await?, inspection::last(tx, id).await?)) }))
            .await?;
        let ticket = &facts.case.ticket;
        let refuse = |state: String, why| Err(Error::NotNow { what: "ticket", id: id.to_string(), state, why });
        if before.is_some() {
            return refuse("picked".to_owned(), "its goods were fetched already");
        }
        if needed(ticket, inspected.as_ref(), &facts.replacements)?.is_empty() {
            return refuse(ticket.axes.case.to_string(), "nothing is to be fetched for it");
        }
        self.think(facts, move |turn| {
            let at = turn.now();
            turn.note("goods.picked", json!({}));
            turn.keep_goods(Keep::Picked(id, by, at));
            Ok(())
        })
        .await
    }
}

fn warehouse(order: Option<&Order>) -> Option<String> {
    order.and_then(|order| order.attributes.get(WAREHOUSE).cloned())
}

/// What a ticket needs from the shelves: for the customer, or back to the customer. What goes back is what an inspection found,
/// or everything when the goods were not looked at; what leaves is what its replacements say that may leave, or its own lines
/// when nobody proposed any.
fn needed(ticket: &Ticket, inspected: Option<&KeptInspection>, sent: &[Replacement]) -> Result<Vec<PickNeed>, Error> {
    let here = matches!(ticket.axes.goods, GoodsStatus::Received | GoodsStatus::PartiallyReceived | GoodsStatus::Inspected);
    if ticket.axes.case != CaseStatus::SendBack && !sent.is_empty() {
        let ready = sent.iter().filter(|one| one.state == ReplacementState::Ready);
        let lines = ready.flat_map(|one| one.lines.iter().map(move |line| (one, line)));
        return Ok(lines.map(|(one, line)| for_customer(ticket, one, line)).collect());
    }
    if ticket.axes.case != CaseStatus::SendBack {
        return Ok(if ticket.axes.goods == GoodsStatus::ReplacementShipped { Vec::new() } else { needs(ticket) });
    }
    let need = |sku: String, quantity| PickNeed {
        ticket: ticket.id,
        number: ticket.number.clone(),
        sku,
        quantity,
        purpose: PickPurpose::SendBack,
        priority: ticket.priority,
        since: ticket.updated_at,
    };
    match inspected {
        Some(inspected) => {
            let moves = inspected.moves(ticket.axes.case).map_err(|error| Error::invalid("invalid", "", error.to_string()))?;
            Ok(moves.into_iter().map(|back| need(back.sku, back.quantity)).collect())
        }
        None if here => Ok(ticket.lines.iter().map(|line| need(line.sku.clone(), line.quantity)).collect()),
        None => Ok(Vec::new()),
    }
}

fn for_customer(ticket: &Ticket, one: &Replacement, line: &ReplacementLine) -> PickNeed {
    PickNeed {
        ticket: ticket.id,
        number: ticket.number.clone(),
        sku: line.sku.clone(),
        quantity: line.quantity,
        purpose: match one.kind {
            ReplacementKind::Exchange => PickPurpose::Exchange,
            ReplacementKind::Resend => PickPurpose::Resend,
            ReplacementKind::Repair => PickPurpose::Repair,
        },
        priority: ticket.priority,
        since: one.updated_at,
    }
}
