//! Pays money back over gateways: claims instructions that are due under a lease, notes what it is about to ask, asks, and notes
//! what became of it.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::Timestamp;
use redress_domain::gateway::{RefundWork, is_ours};
use redress_domain::id::{RefundInstructionId, TenantId, TicketId};
use redress_domain::rule::{HttpResponse, Purpose};
use redress_store::{gateway, refund};
use tokio::task::JoinSet;

use super::poll::{lease, poll};
use crate::app::App;
use crate::gateways::{self, NotOpen};
use crate::workflow::settle::{Learnt, PATIENCE, Prepared};
use crate::workflow::turn::{GatewayRule, Turn};
use crate::workflow::{Error, Workflow, again};

/// Instructions on their way at once.
const AT_ONCE: usize = 16;
/// What two have gone on with.
const INSTRUCTION: &str = "the way of the instruction";

/// Pays until the server stops, then waits for what has begun.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await > 0 }).await;
}

/// Goes on with all that is due, at most [`AT_ONCE`]. Answers how many that were.
pub async fn round(app: &App) -> usize {
    let now = app.clock.now();
    let (until, limit) = (now.plus(lease(app)), u32::try_from(AT_ONCE).unwrap_or(u32::MAX));
    let claimed = app.store.write(move |tx| Box::pin(async move { gateway::claim_due(tx, now, until, limit).await })).await;
    let claimed = claimed.unwrap_or_else(|error| {
        tracing::warn!(%error, "instructions that are due cannot be read; the next look tries again");
        Vec::new()
    });
    let mut under_way = JoinSet::new();
    let count = claimed.len();
    // Those of one ticket go one after the other: together they would write the same ticket and be in each other's way.
    let mut tickets: BTreeMap<(TenantId, TicketId), Vec<RefundWork>> = BTreeMap::new();
    for (tenant, work) in claimed {
        tickets.entry((tenant, work.ticket)).or_default().push(work);
    }
    for ((tenant, _), all) in tickets {
        let app = app.clone();
        under_way.spawn(async move {
            for work in all {
                go_on(&app, tenant, work, until).await;
            }
        });
    }
    while under_way.join_next().await.is_some() {}
    count
}

async fn go_on(app: &App, tenant: TenantId, work: RefundWork, until: Timestamp) {
    let id = work.instruction;
    match Box::pin(step(app, tenant, work, until)).await {
        // Our claim ended before we came to it, or while we waited for the answer: whoever has it now asks for themselves.
        Ok(()) | Err(Error::Raced { what: INSTRUCTION }) => {}
        Err(error) => {
            tracing::warn!(tenant.id = %tenant, instruction.id = %id, %error, "instruction {id} was not gone on with; its lease ends and it is looked at again");
        }
    }
}

async fn step(app: &App, tenant: TenantId, work: RefundWork, until: Timestamp) -> Result<(), Error> {
    let id = work.instruction;
    let found = app.store.tenant(tenant).read(move |tx| Box::pin(async move { refund::find(tx, id).await })).await?;
    let Some(instruction) = found.filter(|instruction| !is_ours(&instruction.tender)) else { return over(app, tenant, id, until).await };
    let by = match gateways::open(app, tenant, &instruction.tender).await {
        Ok(by) => by,
        Err(NotOpen::Store(error)) => return Err(error.into()),
        Err(why) => return put_off(app, tenant, work, until, &why).await,
    };
    let (courier, guard) = (app.courier.clone(), Arc::clone(&by));
    let check = move |request: &_| gateways::allowed(&courier, &guard, request).map(drop);
    match app.workflow.prepare_refund(tenant, work, Arc::clone(&by), lease(app), check).await? {
        Prepared::Over => over(app, tenant, id, until).await,
        Prepared::Stuck(turn, work) => commit(&app.workflow, *turn, Some(work), id, until).await,
        Prepared::Ask(asked) => {
            let (work, purpose) = (asked.work.clone(), asked.purpose);
            let request = gateways::allowed(&app.courier, &by, &asked.request);
            // From here on it may have been paid, whatever happens to this process.
            let held = asked.work;
            let note = app.workflow.commit(asked.turn, move |tx| {
                Box::pin(
                    async move { if gateway::hold(tx, &held, until).await? { Ok(()) } else { Err(Error::Raced { what: INSTRUCTION }) } },
                )
            });
            note.await?;
            let answer = match request {
                Ok(request) => gateways::send(&app.courier, request).await,
                Err(why) => Err(why),
            };
            metrics::counter!("redress_gateway_requests_total", "purpose" => purpose.as_str(), "answered" => if answer.is_ok() { "yes" } else { "no" })
                .increment(1);
            Box::pin(take_in(app, tenant, work, by, purpose, answer)).await
        }
    }
}

/// Notes what came back, again when others wrote to the ticket at the same moment.
async fn take_in(
    app: &App,
    tenant: TenantId,
    work: RefundWork,
    by: Arc<GatewayRule>,
    purpose: Purpose,
    answer: Result<HttpResponse, String>,
) -> Result<(), Error> {
    let (id, until) = (work.instruction, work.due_at);
    again(is_race, || async {
        let learnt = app.workflow.learn_refund(tenant, work.clone(), Arc::clone(&by), purpose, answer.clone()).await?;
        let Some(Learnt { turn, work }) = learnt else { return over(app, tenant, id, until).await };
        commit(&app.workflow, turn, work, id, until).await
    })
    .await
}

/// Others wrote to the ticket, which is thought through again; not that somebody else has the instruction.
fn is_race(error: &Error) -> bool {
    !matches!(error, Error::Raced { what: INSTRUCTION }) && error.is_race()
}

/// Writes a turn with what is known of the instruction then, unless the claim on it is somebody else's by now.
async fn commit(workflow: &Workflow, turn: Turn, work: Option<RefundWork>, id: RefundInstructionId, until: Timestamp) -> Result<(), Error> {
    workflow
        .commit(turn, move |tx| {
            Box::pin(async move {
                let ours = match work {
                    Some(work) => gateway::write(tx, &work, until).await?,
                    None => gateway::done(tx, id, until).await?,
                };
                if ours { Ok(()) } else { Err(Error::Raced { what: INSTRUCTION }) }
            })
        })
        .await
}

async fn over(app: &App, tenant: TenantId, id: RefundInstructionId, until: Timestamp) -> Result<(), Error> {
    let store = app.store.tenant(tenant);
    Ok(store.write(move |tx| Box::pin(async move { gateway::done(tx, id, until).await })).await.map(drop)?)
}

/// No gateway can be asked now: finance may pay by hand, and it is looked at again later.
async fn put_off(app: &App, tenant: TenantId, mut work: RefundWork, until: Timestamp, why: &NotOpen) -> Result<(), Error> {
    tracing::info!(tenant.id = %tenant, instruction.id = %work.instruction, %why, "instruction {} waits: {why}", work.instruction);
    work.trouble = Some(why.to_string());
    work.wait(app.clock.now(), &PATIENCE);
    let store = app.store.tenant(tenant);
    Ok(store.write(move |tx| Box::pin(async move { gateway::write(tx, &work, until).await })).await.map(drop)?)
}
