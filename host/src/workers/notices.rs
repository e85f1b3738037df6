//! Asks gateways about messages that contradict what is known of an instruction that is over. Instructions on their way need no
//! worker of their own: a message wakes the one that pays.

use std::sync::Arc;

use redress_domain::gateway::{GatewayNotice, NoticeState};
use redress_domain::id::{GatewayNoticeId, RefundInstructionId, TenantId};
use redress_domain::settlement::RefundInstruction;
use redress_domain::{Timestamp, rule};
use redress_store::{gateway, refund};

use super::poll::{lease, poll};
use crate::app::App;
use crate::gateways;
use crate::workflow::settle::{PATIENCE, Rechecked, Verdict};
use crate::workflow::turn::{GatewayRule, Turn};
use crate::workflow::{Error, again};

/// Messages asked about in one round.
const AT_ONCE: u32 = 16;
/// What two have gone on with.
const MESSAGE: &str = "the message of the gateway";

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
        match Box::pin(step(app, tenant, notice, until)).await {
            // Our claim ended before we came to it, or while we waited for the answer: whoever has it now asks for themselves.
            Ok(()) | Err(Error::Raced { what: MESSAGE }) => {}
            Err(error) => {
                tracing::warn!(tenant.id = %tenant, notice.id = %id, %error, "message {id} was not gone on with; its lease ends and it is looked at again");
            }
        }
    }
    count
}

async fn step(app: &App, tenant: TenantId, notice: GatewayNotice, until: Timestamp) -> Result<(), Error> {
    let Some(instruction) = found(app, tenant, notice.instruction).await? else {
        return close(app, tenant, &notice, NoticeState::Unknown, until).await;
    };
    let by = match gateways::open_any(app, tenant, notice.gateway).await {
        Ok(Some(by)) => by,
        Ok(None) => return give_up(app, tenant, &notice, &instruction, until).await,
        Err(gateways::NotOpen::Store(error)) => return Err(error.into()),
        Err(why) => return later(app, tenant, &notice, &why.to_string(), until).await,
    };
    let (courier, guard) = (app.courier.clone(), Arc::clone(&by));
    let check = move |request: &rule::HttpRequest| gateways::allowed(&courier, &guard, request).map(drop);
    let asked = Asked { notice, instruction, by, until };
    match app.workflow.prepare_recheck(tenant, &asked.notice, &asked.instruction, Arc::clone(&asked.by), check).await? {
        Rechecked::Over(NoticeState::Looked) => look_at(app, tenant, &asked.notice, asked.instruction.id, until).await,
        Rechecked::Over(state) => close(app, tenant, &asked.notice, state, until).await,
        Rechecked::Stuck(why) => Box::pin(judge(app, tenant, asked, Err(why))).await,
        Rechecked::Ask(turn, request) => {
            let request = gateways::allowed(&app.courier, &asked.by, &request);
            app.workflow.commit(*turn, |_| Box::pin(async { Ok::<(), Error>(()) })).await?;
            let answer = match request {
                Ok(request) => gateways::send(&app.courier, request).await,
                Err(why) => Err(why),
            };
            Box::pin(judge(app, tenant, asked, answer)).await
        }
    }
}

/// A message about which a gateway is asked.
struct Asked {
    notice: GatewayNotice,
    instruction: RefundInstruction,
    by: Arc<GatewayRule>,
    /// Until when it is ours.
    until: Timestamp,
}

async fn found(app: &App, tenant: TenantId, id: Option<RefundInstructionId>) -> Result<Option<RefundInstruction>, Error> {
    let Some(id) = id else { return Ok(None) };
    Ok(app.store.tenant(tenant).read(move |tx| Box::pin(async move { refund::find(tx, id).await })).await?)
}

/// Notes what the gateway holds to, again when others wrote to the ticket at the same moment.
async fn judge(app: &App, tenant: TenantId, asked: Asked, answer: Result<rule::HttpResponse, String>) -> Result<(), Error> {
    let Asked { notice, instruction, by, until } = asked;
    let looks = notice.looks.saturating_add(1);
    let last = looks >= PATIENCE.looks;
    again(is_race, || async {
        let judged = app.workflow.judge_recheck(tenant, notice.clone(), &instruction, Arc::clone(&by), answer.clone(), last).await?;
        let Verdict { turn, state } = judged;
        let (state, due) = state.map_or_else(|| (NoticeState::Contradicts, Some(next(app, looks))), |state| (state, None));
        commit(app, turn, notice.id, (state, looks, due), until).await
    })
    .await
}

/// With the gateway gone nobody can be asked any more: finance looks there.
async fn give_up(
    app: &App,
    tenant: TenantId,
    notice: &GatewayNotice,
    instruction: &RefundInstruction,
    until: Timestamp,
) -> Result<(), Error> {
    again(is_race, || async {
        let Verdict { turn, state } = app.workflow.abandon_recheck(tenant, notice.clone(), instruction).await?;
        commit(app, turn, notice.id, (state.unwrap_or(NoticeState::Escalated), notice.looks, None), until).await
    })
    .await
}

/// Writes a turn with what came of the message, unless the claim on it is somebody else's by now.
async fn commit(
    app: &App,
    turn: Turn,
    id: GatewayNoticeId,
    (state, looks, due): (NoticeState, u32, Option<Timestamp>),
    until: Timestamp,
) -> Result<(), Error> {
    let written = app.workflow.commit(turn, move |tx| {
        Box::pin(async move {
            let ours = gateway::notice::write(tx, id, state, looks, due, until).await?;
            if ours { Ok(()) } else { Err(Error::Raced { what: MESSAGE }) }
        })
    });
    written.await
}

/// Others wrote to the ticket, which is thought through again; not that somebody else has the message.
fn is_race(error: &Error) -> bool {
    !matches!(error, Error::Raced { what: MESSAGE }) && error.is_race()
}

async fn close(app: &App, tenant: TenantId, notice: &GatewayNotice, state: NoticeState, until: Timestamp) -> Result<(), Error> {
    let (id, looks) = (notice.id, notice.looks);
    let store = app.store.tenant(tenant);
    Ok(store.write(move |tx| Box::pin(async move { gateway::notice::write(tx, id, state, looks, None, until).await })).await.map(drop)?)
}

/// The instruction is on its way again: whoever pays it looks.
async fn look_at(
    app: &App,
    tenant: TenantId,
    notice: &GatewayNotice,
    instruction: RefundInstructionId,
    until: Timestamp,
) -> Result<(), Error> {
    let (id, looks, now) = (notice.id, notice.looks, app.clock.now());
    let store = app.store.tenant(tenant);
    let written = store.write(move |tx| {
        Box::pin(async move {
            gateway::look_at(tx, instruction, now).await?;
            gateway::notice::write(tx, id, NoticeState::Looked, looks, None, until).await
        })
    });
    Ok(written.await.map(drop)?)
}

/// The gateway cannot be opened now.
async fn later(app: &App, tenant: TenantId, notice: &GatewayNotice, why: &str, until: Timestamp) -> Result<(), Error> {
    let (id, looks) = (notice.id, notice.looks.saturating_add(1));
    tracing::info!(tenant.id = %tenant, notice.id = %id, why, "message {id} waits: {why}");
    let due = Some(next(app, looks));
    let store = app.store.tenant(tenant);
    let written =
        store.write(move |tx| Box::pin(async move { gateway::notice::write(tx, id, NoticeState::Contradicts, looks, due, until).await }));
    Ok(written.await.map(drop)?)
}

/// When to ask again: later each time.
fn next(app: &App, looks: u32) -> Timestamp {
    app.clock.now().plus((PATIENCE.first_pause * (1 << looks.min(20))).min(PATIENCE.longest_pause))
}
