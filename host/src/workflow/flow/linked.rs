//! Tickets that the platform opens beside others: that of a sub-task (工单共享, U11), on which another team works while both see how the
//! other stands, and the claim on the carrier that lost a parcel (`domain.md` §2).

use redress_domain::definition::Noun;
use redress_domain::id::{TaskId, TenantId, TicketId, TimerId};
use redress_domain::link::{Link, LinkKind};
use redress_domain::ticket::{LINKED_CHANNEL, TicketKind, TicketLine};
use redress_domain::timeline::Actor;
use redress_flow::{Event, Node, NodeKind};
use redress_store::{link, timer};

use super::Running;
use crate::workflow::submit::{CustomerDraft, LineDraft, NewTicket, OrderDraft};
use crate::workflow::turn::{Facts, Turn};
use crate::workflow::{Error, Workflow};

/// Who claims by hand.
const TOLD: &str = "supervisor";
/// Longest title of their task.
const TITLE: usize = 300;

impl Workflow {
    /// Opens the ticket that a sub-task asks for, and links it. What keeps it from being opened is told on the parent, whose task
    /// a person can do by hand. `timer` asked for it and is done with it.
    ///
    /// # Errors
    /// No free sandbox, the database: it is tried again then.
    pub async fn open_linked(&self, tenant: TenantId, parent: TicketId, timer: TimerId, task: TaskId) -> Result<(), Error> {
        let facts = self.facts(tenant, parent, Actor::System).await?;
        let Some(draft) = facts.running.as_ref().and_then(|running| draft(&facts, running, task)) else {
            return self.done(tenant, timer).await;
        };
        let kind = if draft.kind == TicketKind::FreightClaim { LinkKind::FreightClaim } else { LinkKind::Subtask };
        // A workflow that opens tickets of its own kind would open them for ever: those go the way without a drawing.
        let drawn = facts.snapshot.drawing(Noun::Workflow, draft.kind).map(|drawing| drawing.key.as_str());
        let own = facts.running.as_ref().map(|running| running.run.definition.as_str());
        let has_workflow = drawn != own && facts.case.ticket.channel != LINKED_CHANNEL;
        self.open_beside(facts, draft, Beside { kind, task: Some(task), timer, has_workflow }).await
    }

    /// Opens the claim on the carrier that lost the parcel of a ticket, once for each ticket.
    ///
    /// # Errors
    /// No free sandbox, the database: it is tried again then.
    pub async fn open_claim(&self, tenant: TenantId, parent: TicketId, timer: TimerId) -> Result<(), Error> {
        let facts = self.facts(tenant, parent, Actor::System).await?;
        let name = if facts.snapshot.tenant.locale.starts_with("zh") { "向承运商索赔" } else { "Claim on the carrier" };
        let draft = beside(&facts, TicketKind::Inquiry, parent.to_string(), name);
        self.open_beside(facts, draft, Beside { kind: LinkKind::FreightClaim, task: None, timer, has_workflow: false }).await
    }

    async fn open_beside(&self, facts: Box<Facts>, draft: NewTicket, how: Beside) -> Result<(), Error> {
        let (tenant, parent, timer) = (facts.snapshot.tenant.id, facts.case.ticket.id, how.timer);
        let turn = match self.submit_with(tenant, Actor::System, draft, false, how.has_workflow).await {
            Ok(turn) => turn,
            // It was opened before the timer was done.
            Err(Error::Duplicate { .. }) => return self.done(tenant, timer).await,
            Err(refused @ Error::Invalid(_)) => return self.tell_parent(facts, &how, refused.to_string()).await,
            Err(error) => return Err(error),
        };
        let linked = Link { parent, child: turn.ticket().id, kind: how.kind, task: how.task, created_at: turn.now() };
        self.commit::<Error>(turn, move |tx| {
            Box::pin(async move {
                link::insert(tx, &linked).await?;
                Ok(timer::done(tx, timer).await.map(drop)?)
            })
        })
        .await
    }

    /// Tells the parent's workflow that a linked ticket has ended, by the button that is called as the ticket's case, else by the
    /// first one.
    ///
    /// # Errors
    /// No free sandbox, the database: it is tried again then.
    pub async fn close_linked(&self, tenant: TenantId, child: TicketId, timer: TimerId) -> Result<(), Error> {
        let (found, links) = self
            .tenant(tenant)
            .read(move |tx| {
                Box::pin(async move {
                    let ticket = redress_store::ticket::find(tx, child).await?;
                    Ok::<_, Error>((ticket, link::of_ticket(tx, child).await?))
                })
            })
            .await?;
        let up = links.into_iter().find(|link| link.child == child && link.task.is_some());
        let (Some(ticket), Some(Link { parent, task: Some(task), .. })) = (found, up) else { return self.done(tenant, timer).await };
        let facts = self.facts(tenant, parent, Actor::System).await?;
        let Some(button) = facts.running.as_ref().and_then(|running| button(running, task, ticket.axes.case.as_str())) else {
            return self.done(tenant, timer).await;
        };
        let turn = self
            .think(facts, move |turn| {
                turn.try_to(Event::SubtaskDone { task, button, data: serde_json::Map::new() });
                Ok(())
            })
            .await?;
        self.commit::<Error>(turn, move |tx| Box::pin(async move { Ok(timer::done(tx, timer).await.map(drop)?) })).await
    }

    async fn tell_parent(&self, facts: Box<Facts>, how: &Beside, why: String) -> Result<(), Error> {
        let (timer, has_task) = (how.timer, how.task.is_some());
        let turn = self
            .think(facts, move |turn: &mut Turn| {
                // A sub-task stays with whom it is for; nobody has a claim yet.
                if !has_task {
                    turn.put_task(format!("claim on the carrier by hand: {why}").chars().take(TITLE).collect(), TOLD);
                }
                turn.note("flow.link_refused", serde_json::json!({ "why": why }));
                turn.touch();
                Ok(())
            })
            .await?;
        self.commit::<Error>(turn, move |tx| Box::pin(async move { Ok(timer::done(tx, timer).await.map(drop)?) })).await
    }

    pub(super) async fn done(&self, tenant: TenantId, timer: TimerId) -> Result<(), Error> {
        let store = self.tenant(tenant);
        Ok(store.write(move |tx| Box::pin(async move { timer::done(tx, timer).await })).await.map(drop)?)
    }
}

/// The ticket that an open sub-task asks for: the same customer, order and goods.
fn draft(facts: &Facts, running: &Running, task: TaskId) -> Option<NewTicket> {
    let node = node_of(running, task)?;
    let NodeKind::Subtask { ticket: Some(kind), .. } = &node.kind else { return None };
    let name = node.name.in_language(&facts.snapshot.tenant.locale);
    Some(beside(facts, *kind, task.to_string(), name))
}

/// How a ticket is opened beside another.
struct Beside {
    kind: LinkKind,
    task: Option<TaskId>,
    /// What asked for it.
    timer: TimerId,
    has_workflow: bool,
}

/// A ticket about the same: `reference` is what it is for, by which it is found again.
fn beside(facts: &Facts, kind: TicketKind, reference: String, name: &str) -> NewTicket {
    let (parent, case) = (&facts.case.ticket, &facts.case);
    NewTicket {
        kind,
        channel: LINKED_CHANNEL.to_owned(),
        external_ref: Some(reference),
        subject: format!("{name} · {}", parent.number),
        description: parent.description.clone(),
        problem_type: parent.problem_type.clone(),
        priority: Some(parent.priority),
        customer: case.customer.as_ref().map(|customer| CustomerDraft::reference(&customer.external_id)),
        order: case.order.as_ref().map(|order| OrderDraft::reference(&order.external_id)),
        lines: parent.lines.iter().map(line).collect(),
        deadlines: Vec::new(),
        fields: serde_json::Map::new(),
        form: None,
    }
}

/// The same goods.
fn line(line: &TicketLine) -> LineDraft {
    LineDraft {
        order_line: line.order_line.clone(),
        sku: Some(line.sku.clone()).filter(|sku| !sku.is_empty()),
        quantity: line.quantity,
        reason: line.reason.clone(),
        requested: None,
    }
}

fn node_of(running: &Running, task: TaskId) -> Option<&Node> {
    running.run.task(task).and_then(|task| running.flow.node(&task.node))
}

fn button(running: &Running, task: TaskId, case: &str) -> Option<String> {
    let buttons = &node_of(running, task)?.work.as_ref()?.buttons;
    let mut moving = buttons.iter().filter(|button| button.does.moves());
    let named = moving.clone().find(|button| button.code == case);
    named.or_else(|| moving.next()).map(|button| button.code.clone())
}
