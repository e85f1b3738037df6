//! Keeps the figures: folds what tickets wrote into the sums of the days, and counts tickets that were there before they were counted.

use redress_domain::id::TenantId;
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
/// Tickets of a tenant counted afresh between two foldings: whoever reads a report adds them up until they are folded.
const ROUND: u32 = 3_000;
/// Tickets or orders put on the list in one transaction.
const SLICE: u32 = 2_000;
/// Such transactions in one round.
const SLICES: u32 = 50;

/// Why figures could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum CountError {
    /// The database.
    #[error(transparent)]
    Store(#[from] Error),
    /// A table cannot be printed.
    #[error("the table cannot be printed: {0}")]
    Print(#[from] csv::Error),
    /// The tenant's parameters cannot be read.
    #[error(transparent)]
    Rules(#[from] RulesError),
}

/// Brings everything that waits into the sums, of all tenants; answers how many facts and orders. What stops one tenant's figures stops
/// no other's.
///
/// # Errors
/// What the database says of who waits.
pub async fn fold_all(app: &App) -> Result<u32, CountError> {
    let waiting = app.store.read(|tx| Box::pin(async move { fact::waiting(tx).await })).await?;
    let mut folded = 0;
    for tenant in waiting {
        folded += told(tenant, "figures were not folded", fold(app, tenant).await);
    }
    Ok(folded)
}

async fn fold(app: &App, tenant: TenantId) -> Result<u32, CountError> {
    let zone = terms(app, tenant).await?.zone;
    let store = app.store.tenant(tenant);
    let mut folded = 0;
    while !app.stop.is_cancelled() {
        let facts = store.write(|tx| Box::pin(async move { fact::fold(tx, FOLD).await })).await?;
        let orders = store.write(move |tx| Box::pin(async move { fact::count_orders(tx, zone, ORDERS).await })).await?;
        folded += facts + orders;
        if facts < FOLD && orders < ORDERS {
            break;
        }
    }
    Ok(folded)
}

/// Counts tickets that are to be counted afresh, of every tenant as many as one folding takes in its stride; answers how many. A ticket that
/// changes in the meantime remembers its fact from before; as long as nobody thinks for longer than until the next folding, that is still
/// the one that is kept. What stops one tenant stops no other.
///
/// # Errors
/// What the database says of who waits; what was not counted stays on the list.
pub async fn count_all(app: &App) -> Result<u32, CountError> {
    let again = app.store.read(|tx| Box::pin(async move { fact::recounting(tx).await })).await?;
    for tenant in again {
        told(tenant, "tickets were not listed to be counted", list_all(app, tenant).await);
    }
    let tenants = app.store.read(|tx| Box::pin(async move { fact::postponed(tx).await })).await?;
    let mut counted = 0;
    for tenant in tenants {
        counted += told(tenant, "tickets were not counted", count_some(app, tenant).await);
    }
    Ok(counted)
}

/// Goes on with counting all of a tenant afresh.
async fn list_all(app: &App, tenant: TenantId) -> Result<u32, CountError> {
    let store = app.store.tenant(tenant);
    let mut slices = 0;
    while slices < SLICES && !app.stop.is_cancelled() {
        slices += 1;
        if !store.write(|tx| Box::pin(async move { fact::go_on(tx, SLICE).await })).await? {
            break;
        }
    }
    Ok(slices)
}

async fn count_some(app: &App, tenant: TenantId) -> Result<u32, CountError> {
    let terms = terms(app, tenant).await?;
    let store = app.store.tenant(tenant);
    let mut counted = 0;
    while counted < ROUND && !app.stop.is_cancelled() {
        let terms = terms.clone();
        let page = store.write(move |tx| Box::pin(async move { count(tx, &terms).await })).await?;
        counted += page;
        if page < PAGE {
            break;
        }
    }
    Ok(counted)
}

/// How much was done for a tenant; what went wrong is in the log, with whose it is.
pub(super) fn told<E: std::fmt::Display>(tenant: TenantId, what: &str, done: Result<u32, E>) -> u32 {
    done.unwrap_or_else(|error| {
        tracing::warn!(%tenant, %error, "{what}; the next round tries again");
        0
    })
}

async fn count(tx: &mut TenantTx, terms: &Terms) -> Result<u32, Error> {
    let tickets = fact::take_postponed(tx, PAGE).await?;
    for id in &tickets {
        let Some(ticket) = ticket::find(tx, *id).await? else { continue };
        let before = fact::find(tx, &ticket).await?;
        let fact = derive(tx, &ticket, terms).await?;
        match before {
            None => {
                ticket::index_words(tx, &ticket).await?;
                fact::put(tx, &fact, None).await?;
            }
            Some(before) if before == fact => {}
            // The tenant's days begin at another hour than when it was counted.
            Some(before) if before.day != fact.day => {
                fact::remove(tx, &ticket, &before).await?;
                fact::put(tx, &fact, None).await?;
            }
            Some(before) => fact::put(tx, &fact, Some(&before)).await?,
        }
    }
    Ok(u32::try_from(tickets.len()).unwrap_or(u32::MAX))
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
