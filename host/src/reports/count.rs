//! Keeps the figures: folds what tickets wrote into the sums of the days, and counts tickets that were there before they were counted.

use redress_domain::id::{TenantId, TicketId};
use redress_domain::report::fact::{Fact, Terms, paid_back};
use redress_store::{Error, TenantTx, fact, refund, settlement, ticket, timeline};

use crate::app::App;
use crate::rules::RulesError;

/// Facts folded in one transaction: on SQLite everybody else's writes wait meanwhile.
const FOLD: u32 = 500;
/// Orders counted in one transaction.
const ORDERS: u32 = 2_000;
/// Tickets counted afresh in one transaction.
const PAGE: u32 = 100;

/// Why figures could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum CountError {
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
    /// The tenant's parameters cannot be read.
    #[error(transparent)]
    Rules(#[from] RulesError),
}

/// Brings everything that waits into the sums, of all tenants; answers how many facts and orders.
///
/// # Errors
/// What the database says; what was folded before stays folded.
pub async fn fold_all(app: &App) -> Result<u32, CountError> {
    let waiting = app.store.read(|tx| Box::pin(async move { fact::waiting(tx).await })).await?;
    let mut folded = 0;
    for tenant in waiting {
        let zone = terms(app, tenant).await?.zone;
        let store = app.store.tenant(tenant);
        while !app.stop.is_cancelled() {
            let facts = store.write(|tx| Box::pin(async move { fact::fold(tx, FOLD).await })).await?;
            let orders = store.write(move |tx| Box::pin(async move { fact::count_orders(tx, zone, ORDERS).await })).await?;
            folded += facts + orders;
            if facts < FOLD && orders < ORDERS {
                break;
            }
        }
    }
    Ok(folded)
}

/// Counts the tickets of tenants that are not counted yet; answers how many tickets.
///
/// # Errors
/// What the database says; it goes on from the beginning the next time, and what was counted is left as it is.
pub async fn count_all(app: &App) -> Result<u32, CountError> {
    let tenants = app.store.read(|tx| Box::pin(async move { fact::uncounted(tx).await })).await?;
    let mut counted = 0;
    for tenant in tenants {
        let terms = terms(app, tenant).await?;
        let (store, mut after) = (app.store.tenant(tenant), None);
        loop {
            if app.stop.is_cancelled() {
                return Ok(counted);
            }
            let page = store.read(move |tx| Box::pin(async move { fact::next_uncounted(tx, after, PAGE).await })).await?;
            let Some(last) = page.last().copied() else { break };
            let (tickets, terms) = (page, terms.clone());
            counted += store.write(move |tx| Box::pin(async move { count(tx, &tickets, &terms).await })).await?;
            after = Some(last);
        }
        store.write(|tx| Box::pin(async move { fact::counted(tx).await })).await?;
    }
    Ok(counted)
}

/// Counts those of some tickets that have no fact yet.
async fn count(tx: &mut TenantTx, tickets: &[TicketId], terms: &Terms) -> Result<u32, Error> {
    let mut counted = 0;
    for id in tickets {
        let Some(ticket) = ticket::find(tx, *id).await? else { continue };
        if fact::find(tx, *id, ticket.created_at).await?.is_some() {
            continue;
        }
        let fact = derive(tx, &ticket, terms).await?;
        fact::put(tx, &fact, None).await?;
        ticket::index_words(tx, &ticket).await?;
        counted += 1;
    }
    Ok(counted)
}

/// What a ticket's whole timeline says it adds.
///
/// # Errors
/// What the database says.
pub async fn derive(tx: &mut TenantTx, ticket: &redress_domain::ticket::Ticket, terms: &Terms) -> Result<Fact, Error> {
    let entries = timeline::list(tx, ticket.id, 0, u32::MAX).await?;
    let refunded = paid_back(&refund::by_ticket(tx, ticket.id).await?, &settlement::list(tx, ticket.id).await?);
    Ok(Fact::derive(ticket, entries.iter().map(Into::into), refunded, terms))
}

async fn terms(app: &App, tenant: TenantId) -> Result<Terms, RulesError> {
    let snapshot = app.rules.get(tenant).await?;
    Ok(Terms::of(&snapshot.parameters, snapshot.tenant.currency))
}
