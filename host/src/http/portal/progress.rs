//! `GET /portal/v1/ticket`

use axum::Json;
use axum::extract::State;
use redress_domain::event::Author;
use redress_domain::machine::owner;
use redress_domain::portal::{Deed, Language, Words, deeds, next_step, owner_words, state_words, told};
use redress_domain::status::{CaseStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::timeline::Entry;
use redress_domain::timer::{Timer, TimerKind};
use redress_domain::{Money, Timestamp};
use redress_store::{TenantTx, survey, ticket, timeline, timer, user};
use serde::Serialize;
use utoipa::ToSchema;

use super::Visitor;
use crate::app::App;
use crate::http::{PortalProblems, Problem};
use crate::rules::Snapshot;

/// Most entries of the timeline that are read.
const MOST: u32 = 500;

/// Where a request stands, in the customer's words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalProgress)]
pub struct Progress {
    /// Name of the shop.
    shop: String,
    /// The number people use.
    number: String,
    /// What was asked for.
    kind: TicketKind,
    /// One line of text.
    subject: String,
    /// Where it stands.
    state: Words,
    /// Where the goods are.
    goods: GoodsStatus,
    /// Where the money is.
    money: MoneyStatus,
    /// What is or would be paid back.
    refund: Option<Money>,
    /// Who moves next.
    owner: Words,
    /// Display name of the agent who has it.
    handler: Option<String>,
    /// Display name of the queue it waits in.
    team: Option<String>,
    /// What happens next.
    next_step: &'static str,
    /// What must happen by when.
    deadlines: Vec<Deadline>,
    /// Steps so far, oldest first.
    steps: Vec<StepView>,
    /// What was written, oldest first.
    messages: Vec<MessageView>,
    /// What the customer may do now.
    may: Vec<Deed>,
    /// True while a survey waits for an answer, or takes another one.
    survey: bool,
    /// When it was submitted.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
}

/// Something that must happen by a time.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalDeadline)]
pub struct Deadline {
    /// What.
    what: Words,
    /// By when.
    by: Timestamp,
}

/// A step of the way.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalStep)]
pub struct StepView {
    /// When.
    at: Timestamp,
    /// Where the request came to.
    state: Words,
}

/// Something that was written.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalMessage)]
pub struct MessageView {
    /// When.
    at: Timestamp,
    /// Who wrote it.
    from: Author,
    /// The text.
    body: String,
}

/// Read where a request stands.
#[utoipa::path(get, path = "/ticket", tag = "portal", responses((status = 200, body = Progress), PortalProblems))]
pub async fn get_progress(State(app): State<App>, visitor: Visitor) -> Result<Json<Progress>, Problem> {
    let id = visitor.link.ticket;
    let read = visitor.store.read(move |tx| Box::pin(read(tx, id))).await?;
    let snapshot = app.rules.get(visitor.tenant.id).await?;
    Ok(Json(view(&read, &snapshot, visitor.language, app.clock.now())))
}

struct Read {
    ticket: Ticket,
    entries: Vec<Entry>,
    timers: Vec<Timer>,
    handler: Option<String>,
    survey: Option<redress_domain::survey::Survey>,
}

async fn read(tx: &mut TenantTx, id: redress_domain::id::TicketId) -> Result<Read, Problem> {
    let ticket = ticket::find(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
    let entries = timeline::list(tx, id, 0, MOST).await?;
    let timers = timer::list_by_ticket(tx, id).await?;
    let handler = match ticket.assignee {
        Some(assignee) => user::find(tx, assignee).await?.map(|user| user.name),
        None => None,
    };
    let survey = survey::find_by_ticket(tx, id).await?;
    Ok(Read { ticket, entries, timers, handler, survey })
}

fn view(read: &Read, snapshot: &Snapshot, language: Language, now: Timestamp) -> Progress {
    let ticket = &read.ticket;
    let case = ticket.axes.case;
    let (mut steps, mut messages) =
        (vec![StepView { at: ticket.created_at, state: state_words(CaseStatus::Submitted, language) }], Vec::new());
    for entry in &read.entries {
        let Some(told) = told(entry, language) else { continue };
        steps.extend(told.step.map(|state| StepView { at: entry.at, state }));
        messages.extend(told.message.map(|(from, body)| MessageView { at: entry.at, from, body }));
    }
    Progress {
        shop: snapshot.tenant.name.clone(),
        number: ticket.number.clone(),
        kind: ticket.kind,
        subject: ticket.subject.clone(),
        state: state_words(case, language),
        goods: ticket.axes.goods,
        money: ticket.axes.money,
        refund: ticket.refund.as_ref().filter(|_| promised(case)).map(|refund| refund.amount),
        owner: owner_words(owner(case), language),
        handler: read.handler.clone(),
        team: ticket.queue.and_then(|id| snapshot.queues.iter().find(|queue| queue.id == id)).map(|queue| queue.name.clone()),
        next_step: next_step(case, language),
        deadlines: read.timers.iter().filter_map(|timer| deadline(timer, language)).collect(),
        steps,
        messages,
        may: deeds(ticket, now),
        survey: read.survey.as_ref().is_some_and(|survey| survey.is_open(now)),
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
    }
}

/// An amount is told once it was agreed, not while people still think about it.
const fn promised(case: CaseStatus) -> bool {
    !matches!(
        case,
        CaseStatus::Submitted
            | CaseStatus::FirstReview
            | CaseStatus::Approval
            | CaseStatus::AwaitingCustomer
            | CaseStatus::RefusedOnce
            | CaseStatus::RefusedFinal
            | CaseStatus::Merged
            | CaseStatus::Cancelled
            | CaseStatus::ClosedExpired
    )
}

/// The timers that concern the customer.
fn deadline(timer: &Timer, language: Language) -> Option<Deadline> {
    let kind: TimerKind = timer.kind.parse().ok()?;
    let (chinese, english) = match kind {
        TimerKind::CustomerAnswerExpired => ("请在此之前回复", "please answer by then"),
        TimerKind::ReturnExpired => ("请在此之前寄回商品", "please send the goods by then"),
        TimerKind::RefundOverdue => ("退款预计在此之前办理", "the refund should be on its way by then"),
        TimerKind::Unaccepted | TimerKind::UnacceptedLong | TimerKind::ReviewOverdue | TimerKind::ParcelSilent | TimerKind::CloseDue => {
            return None;
        }
    };
    let text = if language == Language::Chinese { chinese } else { english };
    Some(Deadline { what: Words { code: kind.as_str(), text }, by: timer.due_at })
}
