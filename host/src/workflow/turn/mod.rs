//! One turn of a ticket: what one event changes, gathered in memory and then written in one transaction.
//!
//! A turn is made of what was read ([`Facts`]) and does no I/O: rules are asked, their answers combined, the transition applied
//! and notifications composed, all on one thread of the sandbox. Only [`Turn::write`] touches the database.

mod address;
mod ask;
mod automate;
mod award;
pub mod batch;
mod call;
mod count;
mod effect;
mod escalate;
mod facts;
mod field;
mod flow;
mod fulfil;
mod gateway;
mod identify;
mod keep;
mod level;
mod money;
mod notify;
mod place;
mod portal;
mod trial;
mod view;
mod write;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::AtomicU16;

use redress_domain::Digest;
use redress_domain::credit::CreditEntry;
use redress_domain::decide::Failure;
use redress_domain::decision::Decision;
use redress_domain::id::{AttachmentId, UserId};
use redress_domain::outbox::OutboxMessage;
use redress_domain::portal::PortalLink;
use redress_domain::report::fact::Fact;
use redress_domain::rule::RuleEvent;
use redress_domain::settlement::{RefundInstruction, SettlementEntry};
use redress_domain::sla::Record;
use redress_domain::status::CaseStatus;
use redress_domain::survey::Survey;
use redress_domain::task::Task;
use redress_domain::timeline::NewEntry;
use redress_domain::timer::{Timer, TimerKind};

pub use automate::Ticked;
pub use facts::{Change, Facts};
pub(in crate::workflow) use fulfil::withdraw;
pub use gateway::{GatewayRule, SecretText};
pub use identify::At;
pub(in crate::workflow) use identify::seed;
pub use keep::{Keep, NUMBER_DAYS};
use level::Place;
use redress_store::decision::{self, Seal};
use redress_store::{Packed, order};

use super::Error;
use crate::config::Portal;
use crate::gateways::Vault;

/// What a turn needs to end.
pub(in crate::workflow) struct Ending {
    /// How customers are asked.
    pub(in crate::workflow) portal: Arc<Portal>,
    /// Makes the tokens of their links.
    pub(in crate::workflow) vault: Arc<Vault>,
}

/// Everything one event changes.
pub struct Turn {
    /// Boxed, because turns are held across awaits of every request.
    facts: Box<Facts>,
    entries: Vec<NewEntry>,
    decisions: Vec<Decision>,
    blobs: Vec<(Digest, Vec<u8>)>,
    shared: Vec<Digest>,
    known: HashSet<Digest>,
    order: Option<order::Record>,
    packed: Vec<Packed>,
    records: Vec<decision::Record>,
    timers: Vec<Timer>,
    stopped: Vec<TimerKind>,
    events: Vec<RuleEvent>,
    outbox: Vec<OutboxMessage>,
    tasks: Vec<Task>,
    kept: Vec<Keep>,
    settled: Vec<SettlementEntry>,
    issued: Vec<RefundInstruction>,
    /// Instructions that changed, with the version in the database.
    changed: Vec<(RefundInstruction, i64)>,
    failures: Vec<Failure>,
    credits: Vec<CreditEntry>,
    replacements: fulfil::Replacements,
    /// Over which tender to pay what is issued next, when not over those it came over.
    tender: Option<String>,
    /// What the ticket adds to reports from now on.
    fact: Option<Fact>,
    /// Files that the ticket takes over, and whether the customer must not see them.
    attached: Vec<(AttachmentId, bool)>,
    survey: Option<(Survey, PortalLink)>,
    case_before: CaseStatus,
    walk: flow::Walk,
    /// The rules were asked for a decision in this turn.
    decided: bool,
    assignee_before: Option<UserId>,
    before: Place,
    /// The clocks as the turn leaves them.
    record: Option<Record>,
    /// How many identifiers the turn has made.
    made: AtomicU16,
}

impl Turn {
    /// A turn in which nothing has happened yet.
    pub fn new(mut facts: Box<Facts>) -> Self {
        Self {
            replacements: fulfil::Replacements::of(std::mem::take(&mut facts.replacements)),
            case_before: facts.case.ticket.axes.case,
            assignee_before: facts.case.ticket.assignee,
            before: Place::of(&facts.case.ticket),
            record: None,
            made: AtomicU16::new(0),
            walk: flow::Walk { running: facts.running.clone(), ..flow::Walk::default() },
            decided: false,
            facts,
            entries: Vec::new(),
            decisions: Vec::new(),
            blobs: Vec::new(),
            shared: Vec::new(),
            known: HashSet::new(),
            order: None,
            packed: Vec::new(),
            records: Vec::new(),
            timers: Vec::new(),
            stopped: Vec::new(),
            events: Vec::new(),
            outbox: Vec::new(),
            tasks: Vec::new(),
            kept: Vec::new(),
            settled: Vec::new(),
            issued: Vec::new(),
            changed: Vec::new(),
            failures: Vec::new(),
            credits: Vec::new(),
            tender: None,
            fact: None,
            attached: Vec::new(),
            survey: None,
        }
    }

    /// Ends the turn, whoever or whatever began it: goods of the ticket go on, its workflow and the automations hear what happened, the
    /// customer is asked about it, and messages are composed. Nothing may happen to the turn afterwards.
    ///
    /// # Errors
    /// What the ticket's table says; the turn must be thrown away then.
    pub(in crate::workflow) fn end(&mut self, ending: &Ending) -> Result<(), Error> {
        self.fulfil()?;
        self.walk();
        self.ask_for_goods()?;
        self.automate();
        // What the workflow or an automation did may end the case.
        self.fulfil()?;
        self.ask_for_survey(&ending.portal, &ending.vault);
        self.notify();
        self.seal();
        Ok(())
    }

    /// Brings the clocks up to date and compresses what will be stored, so that no writer waits for it. Nothing may happen to the turn afterwards.
    pub fn seal(&mut self) {
        self.keep_time();
        // Whatever stands on the timeline moves the version: two who think at once would each write the fact that the other has not seen.
        if self.facts.stored.is_some() && !self.entries.is_empty() {
            self.touch();
        }
        self.count();
        let facts = &self.facts;
        self.order = facts.case.order.as_ref().filter(|_| facts.order != Change::None).map(order::Record::of);
        self.packed = self.blobs.drain(..).map(|(digest, bytes)| Packed::named(digest, &bytes)).collect();
        let mut last = facts.sealed;
        let seal = |decision: &Decision| {
            let seal = Seal::after(last.as_ref(), decision);
            last = Some(seal);
            decision::Record::of(decision).sealed(seal)
        };
        self.records = self.decisions.iter().map(seal).collect();
    }

    /// Takes over form values, and notes which.
    ///
    /// # Errors
    /// 422 when the ticket would have more or larger fields than one takes.
    pub fn fill_in(&mut self, fields: serde_json::Map<String, serde_json::Value>) -> Result<(), Error> {
        if fields.is_empty() {
            return Ok(());
        }
        field::check(&self.ticket().fields, &fields)?;
        let names: Vec<&String> = fields.keys().collect();
        let data = serde_json::json!({ "fields": names });
        self.facts.case.ticket.fields.extend(fields);
        self.note("ticket.fields_changed", data);
        Ok(())
    }

    /// Notes something on the timeline that is no transition.
    pub fn note(&mut self, kind: &str, data: serde_json::Value) {
        self.entries.push(NewEntry { at: self.facts.now, actor: self.facts.actor.clone(), kind: kind.to_owned(), data });
    }

    /// Puts an event on the list that notification rules are asked about.
    pub fn announce(&mut self, name: &str, details: serde_json::Value) {
        let details = match details {
            serde_json::Value::Object(map) => map.into_iter().collect(),
            _ => std::collections::BTreeMap::new(),
        };
        let (at, actor) = (self.facts.now, self.facts.actor.to_string());
        self.events.push(RuleEvent { name: name.to_owned(), at, actor, details });
    }

    /// Puts a text into the shared blobs once; `common` when many decisions of the tenant share it.
    fn keep(&mut self, digest: Digest, common: bool, bytes: impl FnOnce() -> Vec<u8>) {
        if !self.known.insert(digest) || (common && self.facts.rules.has_blob(self.facts.snapshot.tenant.id, &digest)) {
            return;
        }
        if common {
            self.shared.push(digest);
        }
        self.blobs.push((digest, bytes()));
    }
}
