//! A ticket is submitted: the main path of the server.

mod check;
mod draft;
pub(super) mod goods;
mod people;

use redress_domain::id::{CustomerId, OrderId, TenantId, TicketId, TicketLineId};
use redress_domain::machine;
use redress_domain::rule::CaseFile;
use redress_domain::ticket::{LINKED_CHANNEL, Priority, Ticket, TicketLine};
use redress_domain::timeline::Actor;
use redress_domain::{Clock, Timestamp};
use redress_forms::Audience;
use redress_store::arrival::Names;
use serde_json::json;

pub use draft::{CustomerDraft, DeadlineDraft, FormDraft, LineDraft, NewTicket, OrderDraft, OrderLineDraft};

use super::form::Judged;
use super::look::{self, Known, Taken};
use super::turn::{At, Facts, Turn};
use super::violation::Violations;
use super::{Error, Workflow};
use crate::rules::Snapshot;

impl Workflow {
    /// Checks a new ticket, asks the rules and decides. The result is ready to be written with [`Workflow::commit`]. Only who
    /// `may_change_orders` changes what is known of an order; everybody may name one or bring a new one.
    ///
    /// # Errors
    /// Everything that is wrong with the draft at once; a duplicate of the channel's number; no free sandbox; the database.
    pub async fn submit(&self, tenant: TenantId, actor: Actor, draft: NewTicket, may_change_orders: bool) -> Result<Turn, Error> {
        self.submit_with(tenant, actor, draft, may_change_orders, true).await
    }

    /// The same, with the workflow of its kind only when it is to go through one.
    pub(super) async fn submit_with(
        &self,
        tenant: TenantId,
        actor: Actor,
        mut draft: NewTicket,
        may_change_orders: bool,
        has_workflow: bool,
    ) -> Result<Turn, Error> {
        let snapshot = self.rules.get(tenant).await?;
        let mut found = check::shape(&draft);
        // A linked ticket is found again by its channel and the task that it does.
        let reserved = draft.channel == LINKED_CHANNEL && actor != Actor::System;
        found.require(!reserved, "reserved", "/channel", "'workflow' is the channel of tickets that workflows open: name another");
        let names = Names {
            reference: draft.external_ref.as_ref().map(|reference| (draft.channel.clone(), reference.clone())),
            customer: draft.customer.as_ref().map(|customer| customer.external_id.clone()),
            order: draft.order.as_ref().map(|order| order.external_id.clone()),
        };
        let currency = snapshot.tenant.currency;
        let known = self.tenant(tenant).read(move |tx| Box::pin(look::names(tx, names, currency))).await?;
        if let Some((ticket, number)) = known.duplicate {
            let (channel, external_ref) = (draft.channel, draft.external_ref.unwrap_or_default());
            return Err(Error::Duplicate { ticket, number, channel, external_ref });
        }
        let now = self.now();
        let arrived = self.resolve(&draft, known, now, &Terms { currency, may_change_orders }, &mut found);
        let form = self.answered(&snapshot, &actor, &mut draft, &arrived, now, &mut found).await?;
        found.finish().map_err(Error::Invalid)?;
        let form = form.map(|judged| {
            draft.fields.extend(judged.answers);
            (judged.key, judged.edition)
        });
        let number = self.rules.next_number(tenant).await?;
        let deadlines = std::mem::take(&mut draft.deadlines);
        let begins = if has_workflow { self.begins(&snapshot, draft.kind).await } else { None };
        let ticket = self.ticket(draft, &arrived, number, now);
        let Arrived { customer, order, history, taken, order_known, .. } = arrived;
        let facts = Box::new(Facts {
            rules: self.rules.clone(),
            entropy: self.entropy.clone(),
            now,
            actor,
            case: CaseFile { ticket, customer: customer.value, order: order.value, history, parameters: snapshot.parameters.clone() },
            snapshot,
            stored: None,
            customer: customer.change,
            order: order.change,
            refunded_elsewhere: Some(taken.refunded),
            seen: order_known.then_some(taken),
            ledger: Vec::new(),
            instructions: Vec::new(),
            replacements: Vec::new(),
            sealed: None,
            level: None,
            counted: None,
            surveyed: false,
            running: None,
            begins,
        });
        self.think(facts, move |turn| {
            let ticket = turn.ticket();
            let data = json!({
                "kind": ticket.kind, "channel": ticket.channel, "external_ref": ticket.external_ref, "number": ticket.number,
                "problem_type": ticket.problem_type,
            });
            turn.note("ticket.created", data.clone());
            if let Some((key, edition)) = form {
                turn.note("form.submitted", json!({ "form": key, "edition": edition }));
            }
            turn.announce("ticket.created", data);
            for deadline in deadlines {
                turn.demand(&deadline.goal, Some(deadline.due));
            }
            turn.decide()?;
            turn.begin_flow();
            Ok(())
        })
        .await
    }

    /// Judges the answers of the draft against what is known of the case. Values beside them cannot stand for an answer; without answers
    /// to the form of the ticket's kind, those that it knows must fit it, and nothing more is asked: a channel may not know the form.
    async fn answered(
        &self,
        snapshot: &Snapshot,
        actor: &Actor,
        draft: &mut NewTicket,
        arrived: &Arrived,
        now: Timestamp,
        found: &mut Violations,
    ) -> Result<Option<Judged>, Error> {
        let (audience, person) = match actor {
            Actor::User(id) => (Audience::Agent, Some(*id)),
            _ => (Audience::Customer, None),
        };
        let known = redress_forms::Facts {
            ticket: None,
            order: arrived.order.value.as_ref(),
            customer: arrived.customer.value.as_ref(),
            history: arrived.history.as_ref(),
            person,
        };
        let Some(FormDraft { key, answers }) = &draft.form else {
            if !draft.fields.is_empty()
                && let Some(form) = self.form_for_kind(snapshot, draft.kind).await?
            {
                self.judge_fields(snapshot, &form, &serde_json::Map::new(), &mut draft.fields, &known, found).await?;
            }
            return Ok(None);
        };
        let (form, key) = self.form_for(snapshot, key.as_deref(), draft.kind).await?;
        for name in draft.fields.keys().filter(|name| form.definition().field(name).is_some()) {
            let message = format!("'{name}' is a field of the form '{key}': send it in form.answers, where it is judged");
            found.add("belongs_to_form", super::form::place(name), message);
        }
        // Customers send files by the link to the request, which there is only once it is made.
        let without = if person.is_none() { super::form::without_files(&form) } else { None };
        match without.as_ref().unwrap_or(&form).submit(answers, &known, now, audience) {
            Ok(answers) => {
                self.check_references(snapshot, &form, answers.as_map(), "/form/answers", found).await?;
                Ok(Some(Judged { key, edition: form.definition().version, answers: answers.into_map() }))
            }
            Err(violations) => {
                found.answers("/form/answers", violations);
                Ok(None)
            }
        }
    }

    fn resolve(&self, draft: &NewTicket, known: Known, now: Timestamp, terms: &Terms, found: &mut Violations) -> Arrived {
        let order_known = known.order.is_some();
        let customer = people::customer(draft.customer.as_ref(), known.customer, || self.id(now, CustomerId::generate));
        let order =
            people::order(draft, known.order, customer.value.as_ref(), terms.may_change_orders, found, || self.id(now, OrderId::generate));
        let currency = order.value.as_ref().map_or(terms.currency, |order| order.paid.currency());
        let taken = known.taken.filter(|taken| taken.refunded.currency() == currency).unwrap_or(Taken::nothing(currency));
        let lines = goods::lines(draft, order.value.as_ref(), &taken, found, || self.id(now, TicketLineId::generate));
        let history = known.history.or_else(|| customer.value.as_ref().map(|_| people::no_history(currency)));
        Arrived { customer, order, taken, order_known, history, lines }
    }

    fn ticket(&self, draft: NewTicket, arrived: &Arrived, number: i64, now: Timestamp) -> Ticket {
        Ticket {
            id: self.id(now, TicketId::generate),
            number: format!("AS{number:06}"),
            // The decision makes it 1.
            version: 0,
            kind: draft.kind,
            channel: draft.channel,
            external_ref: draft.external_ref,
            subject: draft.subject,
            description: draft.description,
            problem_type: draft.problem_type,
            customer: arrived.customer.value.as_ref().map(|customer| customer.id),
            order: arrived.order.value.as_ref().map(|order| order.id),
            axes: machine::begin(draft.kind, arrived.order.value.as_ref()),
            queue: None,
            assignee: None,
            priority: draft.priority.unwrap_or(Priority::Normal),
            tags: Vec::new(),
            risk: None,
            refund: None,
            approvals: Vec::new(),
            deductions: Vec::new(),
            refusals: 0,
            lines: arrived.lines.clone(),
            fields: draft.fields,
            created_at: now,
            updated_at: now,
            reopened_at: None,
        }
    }

    fn id<T>(&self, now: Timestamp, make: fn(&dyn Clock, &mut dyn redress_domain::id::Entropy) -> T) -> T {
        make(&At(now), &mut self.entropy.clone())
    }
}

/// What a draft is read by besides what is known.
struct Terms {
    /// Currency of sums when there is no order.
    currency: redress_domain::Currency,
    /// The caller may change what is known of an order.
    may_change_orders: bool,
}

/// The draft put together with what is known.
struct Arrived {
    customer: people::Resolved<redress_domain::order::Customer>,
    order: people::Resolved<redress_domain::order::Order>,
    /// What other tickets take of the order.
    taken: Taken,
    /// The order was in the database before.
    order_known: bool,
    history: Option<redress_domain::history::History>,
    lines: Vec<TicketLine>,
}
