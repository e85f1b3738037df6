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
mod field;
mod flow;
mod fulfil;
mod gateway;
mod keep;
mod level;
mod money;
mod notify;
mod place;
mod portal;
mod trial;
mod write;

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use redress_domain::credit::CreditEntry;
use redress_domain::decide::Failure;
use redress_domain::decision::Decision;
use redress_domain::fulfilment::{Goods, Replacement};
use redress_domain::id::{AttachmentId, BindingId, Entropy, UserId};
use redress_domain::outbox::OutboxMessage;
use redress_domain::portal::PortalLink;
use redress_domain::report::fact::Fact;
use redress_domain::rule::{CaseFile, RuleEvent};
use redress_domain::settlement::{RefundInstruction, SettlementEntry};
use redress_domain::sla::Record;
use redress_domain::status::CaseStatus;
use redress_domain::survey::Survey;
use redress_domain::task::Task;
use redress_domain::ticket::Ticket;
use redress_domain::timeline::{Actor, NewEntry};
use redress_domain::timer::{Timer, TimerKind};
use redress_domain::{Clock, Digest, Money, Timestamp};
use redress_flow::Flow;

pub use automate::Ticked;
pub(in crate::workflow) use fulfil::withdraw;
pub use gateway::{GatewayRule, SecretText};
pub use keep::{Keep, NUMBER_DAYS};
use level::Place;
use redress_store::decision::{self, Seal};
use redress_store::{Packed, order};

use super::Error;
use super::flow::Running;
use super::look::Taken;
use crate::clock::SharedEntropy;
use crate::config::Portal;
use crate::gateways::Vault;
use crate::rules::{RuleCache, Snapshot};

/// What a turn needs to end.
pub(in crate::workflow) struct Ending {
    /// How customers are asked.
    pub(in crate::workflow) portal: Arc<Portal>,
    /// Makes the tokens of their links.
    pub(in crate::workflow) vault: Arc<Vault>,
}

/// What a turn begins with.
pub struct Facts {
    /// The tenant's rules and words.
    pub snapshot: Arc<Snapshot>,
    /// Where turns and loads are counted.
    pub rules: RuleCache,
    /// Where identifiers and seeds come from.
    pub entropy: SharedEntropy,
    /// "Now" of everything in the turn.
    pub now: Timestamp,
    /// Who caused it.
    pub actor: Actor,
    /// The ticket and what is known around it.
    pub case: CaseFile,
    /// Version of the ticket in the database; `None` when it is new.
    pub stored: Option<i64>,
    /// What must be written of the customer.
    pub customer: Change,
    /// What must be written of the order.
    pub order: Change,
    /// What other tickets of the order have refunded or agreed to refund.
    pub refunded_elsewhere: Option<Money>,
    /// What was read of a known order; it must still hold when money or goods of it are taken.
    pub seen: Option<Taken>,
    /// The ticket's ledger so far.
    pub ledger: Vec<SettlementEntry>,
    /// The ticket's refund instructions so far.
    pub instructions: Vec<RefundInstruction>,
    /// Its replacements so far.
    pub replacements: Vec<Replacement>,
    /// The seal of the ticket's last decision.
    pub sealed: Option<Seal>,
    /// What the ticket's clocks know; `None` for a new ticket, and for one that is older than they are.
    pub level: Option<Record>,
    /// What the ticket adds to reports so far; `None` when it is new, or when that is not known.
    pub counted: Option<Fact>,
    /// The customer was asked about the ticket before.
    pub surveyed: bool,
    /// Where it stands in its workflow.
    pub running: Option<Running>,
    /// The workflow that it begins when none runs.
    pub begins: Option<Arc<Flow>>,
}

/// What must be written of a thing beside the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Nothing.
    None,
    /// All: it was not there when the turn began.
    New,
    /// What the caller told of it.
    Told,
}

impl Change {
    /// From what is stored to what is known now.
    pub fn between<T: PartialEq>(stored: Option<&T>, now: &T) -> Self {
        match stored {
            None => Self::New,
            Some(stored) if stored == now => Self::None,
            Some(_) => Self::Told,
        }
    }
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

    /// The ticket as it stands now.
    pub fn ticket(&self) -> &Ticket {
        &self.facts.case.ticket
    }

    /// The case as it stands now.
    pub fn case(&self) -> &CaseFile {
        &self.facts.case
    }

    /// What was read of the order's other tickets.
    pub const fn taken(&self) -> Option<&Taken> {
        self.facts.seen.as_ref()
    }

    /// The goods of the ticket's order, and what other tickets have of them.
    pub(in crate::workflow) fn goods(&self) -> Option<Goods<'_>> {
        let order = self.case().order.as_ref()?;
        Some(self.taken().map_or_else(|| Goods::untouched(order), |taken| taken.goods(order)))
    }

    /// The tenant's rules and words.
    pub fn snapshot(&self) -> &Arc<Snapshot> {
        &self.facts.snapshot
    }

    /// "Now" of the turn.
    pub fn now(&self) -> Timestamp {
        self.facts.now
    }

    /// Who causes it.
    pub const fn actor(&self) -> &Actor {
        &self.facts.actor
    }

    /// Rule calls made in this turn, in order.
    pub fn decisions(&self) -> &[Decision] {
        &self.decisions
    }

    /// Refund instructions that this turn wrote or changed.
    pub fn instructions(&self) -> impl Iterator<Item = &RefundInstruction> {
        self.issued.iter().chain(self.changed.iter().map(|(instruction, _)| instruction))
    }

    /// Bindings with guardrails that decided something in this turn.
    pub fn guarded(&self) -> Vec<BindingId> {
        let bound = self.facts.snapshot.bound.values().flatten();
        let guarded =
            bound.flat_map(|bound| std::iter::once(bound).chain(&bound.trials)).filter(|bound| !bound.binding.guardrails.is_empty());
        let decided = |id: &BindingId| self.decisions.iter().any(|decision| decision.binding == Some(*id));
        guarded.map(|bound| bound.binding.id).filter(decided).collect()
    }

    /// Rules that failed in this turn.
    pub fn failures(&self) -> &[Failure] {
        &self.failures
    }

    /// Texts of this turn that other decisions share.
    pub fn shared(&self) -> &[Digest] {
        &self.shared
    }

    /// The person who has the ticket now and had it not before.
    pub fn newly_assigned(&self) -> Option<UserId> {
        self.ticket().assignee.filter(|_| self.ticket().assignee != self.assignee_before)
    }

    /// Messages that leave with this turn.
    pub fn outbox(&self) -> &[OutboxMessage] {
        &self.outbox
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

    /// A new identifier at the turn's "now"; later ones sort behind earlier ones.
    pub(super) fn id<T>(&self, make: fn(&dyn Clock, &mut dyn Entropy) -> T) -> T {
        let place = self.made.fetch_add(1, Ordering::Relaxed);
        make(&At(self.facts.now), &mut Counted { place: Some(place), entropy: self.facts.entropy.clone() })
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

/// Randomness whose first word begins with a counter: the 12 bits of a UUIDv7 that follow its millisecond (RFC 9562 §6.2,
/// method 1), so that what one turn makes keeps its order.
struct Counted {
    place: Option<u16>,
    entropy: SharedEntropy,
}

impl Entropy for Counted {
    fn next_u64(&mut self) -> u64 {
        let random = self.entropy.next_u64();
        match self.place.take() {
            Some(place) => (u64::from(place & 0xfff) << 48) | (random >> 16),
            None => random,
        }
    }
}

/// Two words of randomness for one rule call.
pub(super) fn seed(entropy: &SharedEntropy) -> (u32, u32) {
    let bits = entropy.clone().next_u64();
    #[expect(clippy::cast_possible_truncation, reason = "the two halves of a 64-bit word")]
    ((bits >> 32) as u32, bits as u32)
}

/// A clock that stands still, so that all identifiers of a turn carry its moment.
pub struct At(pub Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}
