//! Takes the ticket's run further.

use std::sync::Arc;

use redress_domain::event::EventKind;
use redress_domain::id::{TaskId, TimerId};
use redress_domain::status::CaseStatus;
use redress_domain::task::Task;
use redress_domain::ticket::LINKED_CHANNEL;
use redress_domain::timeline::Actor;
use redress_domain::timer::{CLOSE_LINKED, Timer};
use redress_flow::{Context, Event, Flow, Ids, Refusal, Run};
use serde_json::{Map, Value, json};

use crate::workflow::Error;
use crate::workflow::flow::{CaseFacts, Running};
use crate::workflow::turn::Turn;

/// Most events that reach a run within one turn: questions to rules and signals among them.
const MOST: usize = 64;
/// Who is told when a workflow cannot go on.
const TOLD: &str = "supervisor";
/// Longest title of that task.
const TITLE: usize = 300;

/// Identifiers of a turn.
struct TurnIds<'a>(&'a Turn);

impl Ids for TurnIds<'_> {
    fn task(&mut self) -> TaskId {
        self.0.id(TaskId::generate)
    }

    fn timer(&mut self) -> TimerId {
        self.0.id(TimerId::generate)
    }
}

impl Turn {
    /// Where the ticket stands in its workflow, when it ever began one.
    pub fn running(&self) -> Option<&Running> {
        self.walk.running.as_ref()
    }

    /// True when a workflow runs, or will begin with this decision.
    pub(in crate::workflow::turn) fn is_steered(&self) -> bool {
        self.facts.begins.is_some() || self.hears()
    }

    /// Begins the workflow of the ticket's kind, unless one runs or the case is over. One that cannot begin is told to a person and
    /// loses no ticket.
    pub fn begin_flow(&mut self) {
        if over(self.ticket().axes.case) || self.hears() {
            return;
        }
        let Some(flow) = self.facts.begins.take() else { return };
        let (mark, event) = (self.mark(), self.beginning(&flow));
        let round = self.running().map_or(1, |before| before.round + 1);
        let run = Run::new(flow.definition());
        if let Some(before) = self.walk.running.replace(Running { flow: Arc::clone(&flow), run, round, stored: false })
            && self.walk.moved
        {
            self.walk.over.push(before);
        }
        if let Err(error) = self.advance(event.clone()) {
            self.go_back(mark);
            self.stuck(&flow, &event, &error);
        }
    }

    /// Values of the ticket's form become first values of the workflow's fields (L3).
    fn beginning(&self, flow: &Flow) -> Event {
        let declared = &flow.definition().fields;
        let fits = |name: &String, value: &Value| declared.get(name).is_some_and(|field| field.kind.takes(value));
        let fields = self.ticket().fields.iter().filter(|(name, value)| fits(name, value));
        let form: Map<String, Value> = fields.map(|(name, value)| (name.clone(), value.clone())).collect();
        Event::Begin { actor: self.facts.actor.clone(), form }
    }

    /// Takes the run over to another edition.
    ///
    /// # Errors
    /// What the engine or the ticket refuses. The turn must be thrown away then.
    pub fn migrate_flow(&mut self, to: &Arc<Flow>) -> Result<(), Error> {
        let Some(running) = self.walk.running.clone() else {
            return Err(Error::not_found("workflow of ticket", self.ticket().id));
        };
        let (run, effects) = self.with_context(|context| redress_flow::migrate(&running.flow, to, running.run, context))?;
        self.note("flow.migrated", json!({ "workflow": run.definition, "from": running.flow.definition().version, "to": run.version }));
        self.moved(Arc::clone(to), run);
        effects.into_iter().try_for_each(|effect| self.carry(to, effect))?;
        self.drain()
    }

    /// Takes the run one event further for somebody who waits for the answer.
    ///
    /// # Errors
    /// What the engine or the ticket refuses. The turn must be thrown away then.
    pub fn advance(&mut self, event: Event) -> Result<(), Error> {
        self.step(event)?;
        self.drain()
    }

    /// Lets what happened to the ticket reach its workflow. What the workflow cannot take is undone and told to a person: a
    /// drawing that does not fit loses no scan and no payment.
    pub fn walk(&mut self) {
        while let Some(event) = self.next_waiting() {
            self.try_to(event);
        }
    }

    /// Takes the run one event further for nobody in particular. What it cannot take is undone and told to a person.
    pub fn try_to(&mut self, event: Event) {
        let Some(flow) = self.running().filter(|running| running.run.is_running()).map(|running| Arc::clone(&running.flow)) else {
            return;
        };
        let (mark, told) = (self.mark(), event.clone());
        match self.advance(event) {
            Ok(()) => {}
            // A signal that nobody waits for, or a timer that came too late, is no defect of the drawing.
            Err(Error::Flow(Refusal::NothingWaits { .. } | Refusal::TimerGone { .. } | Refusal::Ended)) => self.go_back(mark),
            Err(error) => {
                self.go_back(mark);
                self.stuck(&flow, &told, &error);
            }
        }
    }

    /// True when a workflow runs that events of the ticket could reach.
    pub(in crate::workflow::turn) fn hears(&self) -> bool {
        self.running().is_some_and(|running| running.run.is_running())
    }

    /// Says what a ticket's event means for its workflow.
    pub(in crate::workflow::turn) fn heard(&mut self, kind: EventKind, details: &Value) {
        let actor = self.facts.actor.clone();
        let data = details.as_object().cloned().unwrap_or_default();
        let signal = |name: &str| Event::Signal { name: name.to_owned(), actor: actor.clone(), data: data.clone() };
        let event = match kind {
            EventKind::GoodsReceived => signal("scan"),
            EventKind::RefundPaid | EventKind::RefundedExternally => signal("payment"),
            EventKind::CustomerAnswered | EventKind::PartRequested => signal("customer_answer"),
            EventKind::DeductionAgreed => signal("deduction_booked"),
            // What the platform ruled, or time, has decided what the drawing was about to.
            EventKind::Cancelled | EventKind::Merged | EventKind::Closed | EventKind::DisputeRuled | EventKind::Expired => {
                let reason = data.get("reason").and_then(Value::as_str).map(ToOwned::to_owned);
                Event::Cancelled { actor, reason: reason.or_else(|| Some(kind.as_str().to_owned())) }
            }
            _ => return,
        };
        self.walk.waiting.push(event);
    }

    /// A linked ticket that has ended tells the workflow that opened it.
    pub(in crate::workflow::turn) fn report_end(&mut self, before: CaseStatus) {
        let ended = |case| matches!(case, CaseStatus::Completed) || over(case);
        let case = self.ticket().axes.case;
        if self.ticket().channel == LINKED_CHANNEL && ended(case) && !ended(before) {
            let (id, ticket) = (self.id(TimerId::generate), self.ticket().id);
            self.timers.push(Timer { id, ticket, kind: CLOSE_LINKED.to_owned(), due_at: self.facts.now });
        }
    }

    fn next_waiting(&mut self) -> Option<Event> {
        if self.walk.waiting.is_empty() { None } else { Some(self.walk.waiting.remove(0)) }
    }

    fn drain(&mut self) -> Result<(), Error> {
        for _ in 0..MOST {
            let Some(event) = self.next_waiting() else { return Ok(()) };
            match self.step(event) {
                Ok(()) | Err(Error::Flow(Refusal::NothingWaits { .. } | Refusal::Ended)) => {}
                Err(error) => return Err(error),
            }
        }
        Err(Error::Flow(Refusal::Runaway { most: u32::try_from(MOST).unwrap_or(u32::MAX), node: "start".into() }))
    }

    fn step(&mut self, event: Event) -> Result<(), Error> {
        let Some(running) = self.walk.running.as_ref() else {
            return Err(Error::not_found("workflow of ticket", self.ticket().id));
        };
        let (flow, run) = (Arc::clone(&running.flow), running.run.clone());
        let (run, effects) = self.with_context(|context| redress_flow::advance(&flow, run, event, context))?;
        self.moved(Arc::clone(&flow), run);
        effects.into_iter().try_for_each(|effect| self.carry(&flow, effect))
    }

    /// What the engine may ask of this turn.
    fn with_context<T>(&self, ask: impl FnOnce(&mut Context<'_>) -> T) -> T {
        let snapshot = &self.facts.snapshot;
        let facts = CaseFacts { case: &self.facts.case, snapshot, now: self.facts.now };
        let mut ids = TurnIds(self);
        ask(&mut Context { now: self.facts.now, ids: &mut ids, facts: &facts, directory: &*snapshot.people })
    }

    fn moved(&mut self, flow: Arc<Flow>, run: Run) {
        if let Some(running) = self.walk.running.as_mut() {
            (running.flow, running.run) = (flow, run);
        }
        self.walk.moved = true;
        // The ticket's version keeps two writers of a run apart.
        self.touch();
    }

    /// A person must look: the workflow did not take what happened.
    fn stuck(&mut self, flow: &Flow, event: &Event, error: &Error) {
        let (workflow, edition, why) = (flow.definition().id.clone(), flow.definition().version, error.to_string());
        let data = json!({ "workflow": workflow, "edition": edition, "event": event, "why": why });
        self.note("flow.stuck", data.clone());
        self.announce("workflow.stuck", data);
        self.touch();
        let title: String = format!("workflow {workflow} cannot go on: {why}").chars().take(TITLE).collect();
        let (id, ticket, now) = (self.id(TaskId::generate), self.ticket().id, self.facts.now);
        self.tasks.push(Task::for_role(id, ticket, title, TOLD.to_owned(), Actor::System, now));
    }
}

/// True when nothing follows any more.
const fn over(case: CaseStatus) -> bool {
    matches!(case, CaseStatus::Merged | CaseStatus::ClosedExpired | CaseStatus::Cancelled | CaseStatus::Closed | CaseStatus::RefusedFinal)
}
