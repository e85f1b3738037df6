//! Asks gateways about messages that contradict what is known of an instruction that is over. Instructions on their way need no
//! worker of their own: a message wakes the one that pays.

use std::sync::Arc;

use redress_domain::gateway::{GatewayNotice, NoticeState};
use redress_domain::id::{RefundInstructionId, TenantId};
use redress_domain::settlement::RefundInstruction;
use redress_domain::{Timestamp, rule};
use redress_store::{Error as StoreError, gateway, refund};

use super::poll::{lease, poll};
use crate::app::App;
use crate::gateways;
use crate::workflow::Error;
use crate::workflow::settle::{PATIENCE, Rechecked, Verdict};
use crate::workflow::turn::GatewayRule;

/// Messages asked about in one round.
const AT_ONCE: u32 = 16;
/// Most times an answer is taken in again because others wrote to the ticket at the same moment.
const TRIES: u32 = 5;

/// Asks until the server stops.
pub(super) async fn run(app: App) {
    poll(app, |app| async move { round(&app).await > 0 }).await;
}

/// Goes on with all that is due. Answers how many that were.
pub async fn round(app: &App) -> usize {
    let now = app.clock.now();
    let until = now.plus(lease(app));
    let claimed = app.store.write(move |tx| Box::pin(async move { gateway::notice::claim_due(tx, now, until, AT_ONCE).await })).await;
    let claimed = claimed.unwrap_or_else(|error| {
        tracing::warn!(%error, "messages of gateways cannot be read; the next look tries again");
        Vec::new()
    });
    let count = claimed.len();
    for (tenant, notice) in claimed {
        let id = notice.id;
        if let Err(error) = Box::pin(step(app, tenant, notice)).await {
            tracing::warn!(tenant.id = %tenant, notice.id = %id, %error, "message {id} was not gone on with; its lease ends and it is looked at again");
        }
    }
    count
}

async fn step(app: &App, tenant: TenantId, notice: GatewayNotice) -> Result<(), Error> {
    let Some(instruction) = found(app, tenant, notice.instruction).await? else {
        return close(app, tenant, &notice, NoticeState::Unknown).await;
    };
    let by = match gateways::open_any(app, tenant, notice.gateway).await {
        Ok(Some(by)) => by,
        // With the gateway gone nobody can be asked any more.
        Ok(None) => return close(app, tenant, &notice, NoticeState::Contradicts).await,
        Err(gateways::NotOpen::Store(error)) => return Err(error.into()),
        Err(why) => return later(app, tenant, &notice, &why.to_string()).await,
    };
    let (courier, guard) = (app.courier.clone(), Arc::clone(&by));
    let check = move |request: &rule::HttpRequest| gateways::allowed(&courier, &guard, request).map(drop);
    match app.workflow.prepare_recheck(tenant, &notice, &instruction, Arc::clone(&by), check).await? {
        Rechecked::Over(NoticeState::Looked) => look_at(app, tenant, &notice, instruction.id).await,
        Rechecked::Over(state) => close(app, tenant, &notice, state).await,
        Rechecked::Stuck(why) => Box::pin(judge(app, tenant, notice, instruction, by, Err(why))).await,
        Rechecked::Ask(turn, request) => {
            let request = gateways::allowed(&app.courier, &by, &request);
            app.workflow.commit(*turn, |_| Box::pin(async { Ok::<(), Error>(()) })).await?;
            let answer = match request {
                Ok(request) => gateways::send(&app.courier, request).await,
                Err(why) => Err(why),
            };
            Box::pin(judge(app, tenant, notice, instruction, by, answer)).await
        }
    }
}

async fn found(app: &App, tenant: TenantId, id: Option<RefundInstructionId>) -> Result<Option<RefundInstruction>, Error> {
    let Some(id) = id else { return Ok(None) };
    Ok(app.store.tenant(tenant).read(move |tx| Box::pin(async move { refund::find(tx, id).await })).await?)
}

/// Notes what the gateway holds to, again when others wrote to the ticket at the same moment.
async fn judge(
    app: &App,
    tenant: TenantId,
    notice: GatewayNotice,
    instruction: RefundInstruction,
    by: Arc<GatewayRule>,
    answer: Result<rule::HttpResponse, String>,
) -> Result<(), Error> {
    let looks = notice.looks.saturating_add(1);
    let mut tries = 1;
    loop {
        let last = looks >= PATIENCE.looks;
        let judged = app.workflow.judge_recheck(tenant, notice.clone(), &instruction, Arc::clone(&by), answer.clone(), last).await?;
        let Verdict { turn, state } = judged;
        let id = notice.id;
        let (state, due) = state.map_or_else(|| (NoticeState::Contradicts, Some(next(app, looks))), |state| (state, None));
        let written = app
            .workflow
            .commit(turn, move |tx| Box::pin(async move { Ok::<(), Error>(gateway::notice::write(tx, id, state, looks, due).await?) }));
        match written.await {
            Err(Error::Raced { .. } | Error::Store(StoreError::Stale { .. } | StoreError::Contended(_))) if tries < TRIES => tries += 1,
            other => return other,
        }
    }
}

async fn close(app: &App, tenant: TenantId, notice: &GatewayNotice, state: NoticeState) -> Result<(), Error> {
    let (id, looks) = (notice.id, notice.looks);
    let store = app.store.tenant(tenant);
    Ok(store.write(move |tx| Box::pin(async move { gateway::notice::write(tx, id, state, looks, None).await })).await?)
}

/// The instruction is on its way again: whoever pays it looks.
async fn look_at(app: &App, tenant: TenantId, notice: &GatewayNotice, instruction: RefundInstructionId) -> Result<(), Error> {
    let (id, looks, now) = (notice.id, notice.looks, app.clock.now());
    let store = app.store.tenant(tenant);
    let written = store.write(move |tx| {
        Box::pin(async move {
            gateway::look_at(tx, instruction, now).await?;
            gateway::notice::write(tx, id, NoticeState::Looked, looks, None).await
        })
    });
    Ok(written.await?)
}

/// The gateway cannot be opened now.
async fn later(app: &App, tenant: TenantId, notice: &GatewayNotice, why: &str) -> Result<(), Error> {
    let (id, looks) = (notice.id, notice.looks.saturating_add(1));
    tracing::info!(tenant.id = %tenant, notice.id = %id, why, "message {id} waits: {why}");
    let due = Some(next(app, looks));
    let store = app.store.tenant(tenant);
    Ok(store.write(move |tx| Box::pin(async move { gateway::notice::write(tx, id, NoticeState::Contradicts, looks, due).await })).await?)
}

/// When to ask again: later each time.
fn next(app: &App, looks: u32) -> Timestamp {
    app.clock.now().plus((PATIENCE.first_pause * (1 << looks.min(20))).min(PATIENCE.longest_pause))
}
