//! Time acts: tickets' clocks need somebody.

use std::collections::HashMap;
use std::sync::Arc;

use redress_domain::id::{CustomerId, OrderId, TenantId, TicketId};
use redress_domain::order::{Customer, Order};
use redress_domain::rule::{CaseFile, Hook};
use redress_domain::sla::Record;
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Actor;
use redress_store::{TenantTx, customer, order, service_level, ticket};

use crate::rules::Snapshot;
use crate::workflow::turn::{Change, Facts, Turn, batch};
use crate::workflow::{Error, Workflow};

/// What came of looking at tickets.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// Tickets for which something was done.
    pub acted: u64,
    /// Tickets to be looked at one by one with [`Workflow::escalate`]: rules have a say in what happens to them.
    pub left: Vec<TicketId>,
}

impl Workflow {
    /// Does what a ticket's policy says is due, and notes when something will be. True when something was done.
    ///
    /// # Errors
    /// An unknown ticket, no free sandbox, the database; a stale version when somebody else was faster, who has noted it then.
    pub async fn escalate(&self, tenant: TenantId, id: TicketId) -> Result<bool, Error> {
        let facts = self.facts(tenant, id, Actor::System).await?;
        let snapshot = Arc::clone(&facts.snapshot);
        let ending = self.ending();
        let thought = self.rules.run(&snapshot, move || {
            let mut turn = Turn::new(facts);
            let acted = turn.escalate();
            if acted {
                turn.end(&ending)?;
            }
            Ok::<_, Error>((turn, acted))
        });
        let (turn, acted) = thought.await??;
        if acted {
            self.commit::<Error>(turn, |_| Box::pin(async { Ok(()) })).await?;
        } else if let Some(record) = turn.look_again() {
            self.tenant(tenant).write(move |tx| Box::pin(async move { service_level::reset(tx, &record).await })).await?;
        }
        Ok(acted)
    }

    /// [`Self::escalate`] for many tickets at once, with a handful of statements. Tickets that somebody else changes at the same
    /// moment are left to them.
    ///
    /// # Errors
    /// The database; nothing is written then.
    pub async fn escalate_many(&self, tenant: TenantId, ids: Vec<TicketId>) -> Result<Looked, Error> {
        let snapshot = self.rules.get(tenant).await?;
        if !snapshot.bound(Hook::Automation).is_empty() || !snapshot.bound(Hook::Notification).is_empty() {
            return Ok(Looked { acted: 0, left: ids });
        }
        let found = self.tenant(tenant).read(move |tx| Box::pin(read(tx, ids))).await?;
        let (this, now) = (self.clone(), self.now());
        // Thousands of clocks are some work: not on the thread that answers requests.
        let thought = tokio::task::spawn_blocking(move || {
            let (mut turns, mut calm, mut left) = (Vec::new(), Vec::new(), Vec::new());
            for (case, level) in found {
                let id = case.ticket.id;
                let mut turn = Turn::new(this.quiet_facts(&snapshot, case, level, now));
                if !turn.escalate() {
                    calm.extend(turn.look_again());
                    continue;
                }
                turn.notify();
                turn.seal();
                if turn.is_slight() { turns.push(turn) } else { left.push(id) }
            }
            (turns, calm, left)
        });
        let (turns, calm, left) = thought.await.map_err(|error| Error::Job(error.to_string()))?;
        let leaves = turns.iter().any(|turn| !turn.outbox().is_empty());
        let acted = self
            .tenant(tenant)
            .write(move |tx| {
                Box::pin(async move {
                    let written = batch::write_many(turns, tx).await?;
                    for record in &calm {
                        service_level::reset(tx, record).await?;
                    }
                    Ok::<_, Error>(u64::try_from(written.len()).unwrap_or(u64::MAX))
                })
            })
            .await?;
        if leaves {
            self.wake.outbox();
        }
        Ok(Looked { acted, left })
    }

    /// Facts for a turn in which no rule is asked and no money moves.
    fn quiet_facts(&self, snapshot: &Arc<Snapshot>, case: Case, level: Option<Record>, now: redress_domain::Timestamp) -> Box<Facts> {
        let Case { ticket, customer, order } = case;
        Box::new(Facts {
            rules: self.rules.clone(),
            entropy: self.entropy.clone(),
            now,
            actor: Actor::System,
            stored: Some(ticket.version),
            case: CaseFile { ticket, customer, order, history: None, parameters: std::collections::BTreeMap::new() },
            snapshot: Arc::clone(snapshot),
            customer: Change::None,
            order: Change::None,
            refunded_elsewhere: None,
            seen: None,
            ledger: Vec::new(),
            instructions: Vec::new(),
            replacements: Vec::new(),
            sealed: None,
            counted: None,
            surveyed: true,
            level,
            running: None,
            begins: None,
        })
    }
}

/// A ticket with who bought what, as messages show it.
struct Case {
    ticket: Ticket,
    customer: Option<Customer>,
    order: Option<Order>,
}

/// Reads tickets and what is kept of their clocks in five queries.
async fn read(tx: &mut TenantTx, ids: Vec<TicketId>) -> Result<Vec<(Case, Option<Record>)>, Error> {
    let tickets = ticket::find_many(tx, &ids).await?;
    let mut levels: HashMap<TicketId, Record> =
        service_level::find_many(tx, &ids).await?.into_iter().map(|record| (record.ticket, record)).collect();
    let buyers: Vec<CustomerId> = tickets.iter().filter_map(|ticket| ticket.customer).collect();
    let bought: Vec<OrderId> = tickets.iter().filter_map(|ticket| ticket.order).collect();
    let customers: HashMap<CustomerId, Customer> =
        customer::find_many(tx, &buyers).await?.into_iter().map(|customer| (customer.id, customer)).collect();
    let orders: HashMap<OrderId, Order> = order::find_many(tx, &bought).await?.into_iter().map(|order| (order.id, order)).collect();
    let case = |ticket: Ticket| {
        let level = levels.remove(&ticket.id);
        let customer = ticket.customer.and_then(|id| customers.get(&id).cloned());
        let order = ticket.order.and_then(|id| orders.get(&id).cloned());
        (Case { ticket, customer, order }, level)
    };
    Ok(tickets.into_iter().map(case).collect())
}
