//! `GET /portal/v1/ticket`

use axum::Json;
use axum::extract::State;
use redress_domain::event::Author;
use redress_domain::id::QueueId;
use redress_domain::machine::{Owner, owner};
use redress_domain::portal::{Beside, Deed, Language, Words, awaited_at, deeds, next_step, owner_words, state_words, told};
use redress_domain::settlement::RefundState;
use redress_domain::sla::{Clock, Goal};
use redress_domain::status::{CaseStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::timeline::Entry;
use redress_domain::timer::{Timer, TimerKind};
use redress_domain::warehouse::kept::{KeptOffer, OfferState};
use redress_domain::warehouse::offer::Choice;
use redress_domain::{Money, Timestamp};
use redress_store::flow_run::{self, StoredRun};
use redress_store::{TenantTx, offer, refund, survey, timeline, timer, user};
use serde::Serialize;
use utoipa::ToSchema;

use super::Visitor;
use crate::app::App;
use crate::http::tickets::sla;
use crate::http::{PortalProblems, Problem};
use crate::rules::Snapshot;
use crate::workflow::flow::CustomerTask;
use crate::workflow::form::Asked;

/// Most entries of the timeline that are read: the newest.
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
    /// Which team has it, in public words: queues are named for the shop's own people.
    team: Option<&'static str>,
    /// What they were asked for and have not answered; `fields` of the answer takes it (U9).
    asked: Vec<Asked>,
    /// What the shop's workflow waits for from the customer; `POST /portal/v1/ticket/task` does it.
    task: Option<CustomerTask>,
    /// What they may choose between, while an offer is open (D7).
    offer: Option<OfferView>,
    /// What happens next.
    next_step: &'static str,
    /// Where to send the goods, while they are awaited.
    send_to: Option<String>,
    /// What must happen by when.
    deadlines: Vec<Deadline>,
    /// Steps so far, oldest first.
    steps: Vec<StepView>,
    /// What was written, oldest first.
    messages: Vec<MessageView>,
    /// What the customer may do now.
    may: Vec<Deed>,
    /// True while a survey takes an answer, or another one, by this link.
    survey: bool,
    /// When it was submitted.
    created_at: Timestamp,
    /// When it last changed.
    updated_at: Timestamp,
}

/// Parts that were missing, and what may be done about them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalOffer)]
pub struct OfferView {
    /// The words to the customer.
    text: String,
    /// What would be kept back of the refund; null where only sending the parts is possible.
    deduction: Option<Money>,
    /// What may be chosen.
    choices: Vec<Choice>,
    /// Until when.
    expires_at: Timestamp,
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
    let mut read = visitor.store.read(move |tx| Box::pin(read(tx, id))).await?;
    let snapshot = app.rules.get(visitor.tenant.id).await?;
    let running = app.workflow.running(visitor.tenant.id, read.run.take()).await?;
    let task = running.as_ref().and_then(CustomerTask::of);
    let asked = app.workflow.asked(&snapshot, &read.ticket, &read.entries, running.as_ref(), visitor.language).await?;
    let mut seen = view(&read, (task, asked), &snapshot, visitor.language, app.clock.now());
    seen.survey &= visitor.link.answers_surveys();
    Ok(Json(seen))
}

struct Read {
    ticket: Ticket,
    member_level: Option<String>,
    log: Vec<redress_domain::sla::Entry>,
    policies: sla::Policies,
    offer: Option<KeptOffer>,
    part_paid: bool,
    entries: Vec<Entry>,
    timers: Vec<Timer>,
    handler: Option<String>,
    survey: Option<redress_domain::survey::Survey>,
    run: Option<StoredRun>,
}

async fn read(tx: &mut TenantTx, id: redress_domain::id::TicketId) -> Result<Read, Problem> {
    let (ticket, member_level, log, policies) = sla::look(tx, id).await?;
    let entries = timeline::latest(tx, id, MOST).await?;
    let timers = timer::list_by_ticket(tx, id).await?;
    let handler = match ticket.assignee {
        Some(assignee) => user::find(tx, assignee).await?.map(|user| user.name),
        None => None,
    };
    let survey = survey::find_by_ticket(tx, id).await?;
    let offer = offer::last(tx, id).await?.filter(|offer| offer.state == OfferState::Open);
    let run = flow_run::last(tx, id).await?;
    let instructions = refund::by_ticket(tx, id).await?;
    let part_paid = instructions.iter().any(|one| one.state == RefundState::Paid && one.is_since(ticket.reopened_at));
    Ok(Read { ticket, member_level, log, policies, offer, part_paid, entries, timers, handler, survey, run })
}

fn view(
    read: &Read,
    (task, asked): (Option<CustomerTask>, Vec<Asked>),
    snapshot: &Snapshot,
    language: Language,
    now: Timestamp,
) -> Progress {
    let ticket = &read.ticket;
    let case = ticket.axes.case;
    let promises = sla::clocks(snapshot, ticket, read.member_level.as_deref(), &read.log, &read.policies, now).clocks;
    let (mut steps, mut messages) =
        (vec![StepView { at: ticket.created_at, state: state_words(CaseStatus::Submitted, language) }], Vec::new());
    for entry in &read.entries {
        let Some(told) = told(entry, language) else { continue };
        steps.extend(told.step.map(|state| StepView { at: entry.at, state }));
        messages.extend(told.message.map(|(from, body)| MessageView { at: entry.at, from, body }));
    }
    let mut may = deeds(ticket, Beside { offered: read.offer.is_some(), part_paid: read.part_paid }, now);
    may.extend(task.as_ref().map(|_| Deed::Press));
    Progress {
        task,
        asked,
        shop: snapshot.tenant.name.clone(),
        number: ticket.number.clone(),
        kind: ticket.kind,
        subject: ticket.subject.clone(),
        state: state_words(case, language),
        goods: ticket.axes.goods,
        money: ticket.axes.money,
        refund: ticket.refund.as_ref().filter(|_| promised(case)).map(|refund| refund.amount),
        owner: owner_words(owner(case), language),
        handler: ticket.assignee.filter(|id| !looks_into_doubts(snapshot.people.roles(*id))).and(read.handler.clone()),
        team: ticket.queue.filter(|id| !serves_risk(snapshot, *id)).map(|_| owner_words(Owner::Agent, language).text),
        next_step: next_step(case, language),
        offer: read.offer.as_ref().filter(|offer| now <= offer.offer.expires_at).map(offered),
        send_to: awaited_at(ticket, &read.entries).map(str::to_owned),
        deadlines: read
            .timers
            .iter()
            .filter_map(|timer| deadline(timer, language))
            .chain(promises.iter().filter_map(|clock| promise(clock, now, language)))
            .collect(),
        steps,
        messages,
        may,
        survey: read.survey.as_ref().is_some_and(|survey| survey.is_open(now)),
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
    }
}

/// Who looks into doubts is nothing that a customer is told.
fn looks_into_doubts(roles: &[String]) -> bool {
    roles.iter().any(|role| role == Owner::Risk.as_str())
}

/// True when somebody who looks into doubts works in a queue or leads it.
fn serves_risk(snapshot: &Snapshot, id: QueueId) -> bool {
    let Some(queue) = snapshot.queues.iter().find(|queue| queue.id == id) else { return false };
    let led = queue.lead.is_some_and(|lead| looks_into_doubts(snapshot.people.roles(lead)));
    led || snapshot.people.in_queue(&queue.key).any(|user| looks_into_doubts(&user.roles))
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

/// What is offered, without what is only the merchant's to know.
fn offered(kept: &KeptOffer) -> OfferView {
    let offer = &kept.offer;
    let choices = Choice::ALL.iter().copied().filter(|choice| *choice != Choice::Deduct || offer.deduction.is_some());
    OfferView { text: offer.text.clone(), deduction: offer.deduction, choices: choices.collect(), expires_at: offer.expires_at }
}

/// The timers that concern the customer.
fn deadline(timer: &Timer, language: Language) -> Option<Deadline> {
    let kind: TimerKind = timer.kind.parse().ok()?;
    let words = match kind {
        TimerKind::CustomerAnswerExpired => ("请在此之前回复", "please answer by then"),
        TimerKind::ReturnExpired | TimerKind::GoodsOverdue => ("请在此之前寄回商品", "please send the goods by then"),
        TimerKind::OfferExpired | TimerKind::ConsentExpired => ("请在此之前选择", "please choose by then"),
        TimerKind::ParcelSilent | TimerKind::CloseDue => return None,
    };
    Some(Deadline { what: words_of(kind.as_str(), words, language), by: timer.due_at })
}

/// Of the merchant's promises only the payment's is told (Z42), and not once it is broken: the rest is how they organise their work.
fn promise(clock: &Clock, now: Timestamp, language: Language) -> Option<Deadline> {
    let pays = matches!(&clock.goal, Goal::Case { case } if case.contains(&CaseStatus::Settling));
    let by = clock.due.filter(|by| pays && clock.stopped.is_none() && *by >= now)?;
    Some(Deadline {
        what: words_of("payment", ("退款预计在此之前办理", "the refund should be on its way by then"), language), by
    })
}

const fn words_of(code: &'static str, (chinese, english): (&'static str, &'static str), language: Language) -> Words {
    Words { code, text: if matches!(language, Language::Chinese) { chinese } else { english } }
}
