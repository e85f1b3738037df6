//! From a timeline to a fact, entry by entry. What a turn writes is taken in as it is written; what [`Fact::derive`] makes of the whole
//! timeline is the same.

use std::collections::BTreeSet;
use std::str::FromStr as _;

use serde_json::Value;

use super::{FIELD_COUNT, Fact, Field, Flag, LineFact, Outcome, Stage, Terms, micros};
use crate::clock::Timestamp;
use crate::money::Money;
use crate::report::period::day_of;
use crate::rule::VerdictKind;
use crate::status::{CaseStatus, MoneyStatus};
use crate::ticket::{Ticket, TicketKind};
use crate::timeline::{Actor, Entry, NewEntry};

/// What people of the merchant do once when all goes well; a second time is work done again (D16).
const OPERATIONS: [&str; 12] = [
    "information_requested",
    "sent_for_correction",
    "agreed",
    "rejected",
    "return_requested",
    "tracking_added",
    "goods_received",
    "goods_inspected",
    "goods_sent_back",
    "settlement_agreed",
    "refund_failed",
    "refund_retried",
];
/// Work that is a repetition already when it happens once.
const AGAIN: [&str; 3] = ["sent_for_correction", "refund_failed", "refund_retried"];
/// Microseconds within which a refund request shall reach finance (Z42): 24 hours.
const TO_FINANCE: i64 = 24 * 3_600 * 1_000_000;
/// Form fields that may hold the batch of the goods, the first that does counts.
pub(in crate::report) const BATCH: [&str; 4] = ["batch", "batch_no", "批次", "批次号"];

/// An entry as far as it counts.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    at: Timestamp,
    actor: &'a Actor,
    kind: &'a str,
    data: &'a Value,
}

impl<'a> From<&'a Entry> for Event<'a> {
    fn from(entry: &'a Entry) -> Self {
        Self { at: entry.at, actor: &entry.actor, kind: &entry.kind, data: &entry.data }
    }
}

impl<'a> From<&'a NewEntry> for Event<'a> {
    fn from(entry: &'a NewEntry) -> Self {
        Self { at: entry.at, actor: &entry.actor, kind: &entry.kind, data: &entry.data }
    }
}

impl Fact {
    /// The fact of a ticket from its whole timeline. `refunded` is what was paid back, in whole.
    pub fn derive<'a>(ticket: &Ticket, timeline: impl IntoIterator<Item = Event<'a>>, refunded: Option<Money>, terms: &Terms) -> Self {
        let begun = Self {
            ticket: ticket.id,
            created_at: ticket.created_at,
            day: day_of(terms.zone, ticket.created_at),
            channel: String::new(),
            kind: String::new(),
            problem_type: String::new(),
            queue: String::new(),
            assignee: String::new(),
            case: CaseStatus::Submitted.as_str().to_owned(),
            outcome: String::new(),
            tier: String::new(),
            batch: String::new(),
            lines: Vec::new(),
            flags: 0,
            fields: [None; FIELD_COUNT],
            since: ticket.created_at,
            overdue_at: None,
            operations: 0,
        };
        begun.advance(ticket, timeline, refunded, terms)
    }

    /// The fact after more entries: `ticket` is as they left it.
    #[must_use]
    pub fn advance<'a>(
        mut self,
        ticket: &Ticket,
        entries: impl IntoIterator<Item = Event<'a>>,
        refunded: Option<Money>,
        terms: &Terms,
    ) -> Self {
        if self.field(Field::Contacts).is_none() {
            self.put(Field::Contacts, Some(1));
            self.put(Field::Transfers, Some(0));
        }
        for entry in entries {
            self.take(entry, ticket, terms);
        }
        self.settle(ticket, refunded, terms);
        self
    }

    fn take(&mut self, entry: Event<'_>, ticket: &Ticket, terms: &Terms) {
        let moved = entry.data.pointer("/moved/case");
        let to = moved.and_then(|moved| moved["to"].as_str()).and_then(|to| CaseStatus::from_str(to).ok());
        let name = entry.kind.strip_prefix("ticket.").unwrap_or(entry.kind);
        let by_person = matches!(entry.actor, Actor::User(_));
        match name {
            "accepted" => self.once(Field::AcceptTime, entry.at),
            "transferred" => self.add(Field::Transfers, 1),
            "message_added" if entry.data["author"] == "customer" => self.add(Field::Contacts, 1),
            "customer_answered" | "amended" => self.add(Field::Contacts, 1),
            "overdue" => self.overdue(entry.at),
            // A step of an escalation; those before the due time are reminders.
            "sla.fired" if is_due(entry) => self.overdue(entry.at),
            "refund_paid" | "refunded_externally" => self.once(Field::RefundTime, entry.at),
            "survey.answered" => self.answered(entry.data),
            _ => {}
        }
        if self.answers(name, entry, by_person, to) {
            self.once(Field::ResponseTime, entry.at);
        }
        self.operate(name, entry.actor);
        if let Some(to) = to {
            self.move_to(to, entry.at, ticket);
        }
        let late = match self.field(Field::ResponseTime) {
            Some(time) => time > terms.response_limit,
            None => micros(self.created_at, entry.at) > terms.response_limit,
        };
        self.set(Flag::LateResponse, late);
    }

    /// True when the customer has an answer by this: a person of the merchant said something to them, or the rules ended the wait.
    fn answers(&self, name: &str, entry: Event<'_>, by_person: bool, to: Option<CaseStatus>) -> bool {
        if self.field(Field::ResponseTime).is_some() {
            return false;
        }
        match name {
            "message_added" => by_person && entry.data["author"] == "agent" && entry.data["internal"] == false,
            "information_requested" | "sent_for_correction" | "agreed" | "rejected" => true,
            "decided" => to.is_some_and(|to| Stage::of(to) != Some(Stage::Review)),
            _ => false,
        }
    }

    fn operate(&mut self, name: &str, actor: &Actor) {
        let Some(place) = OPERATIONS.iter().position(|operation| *operation == name) else { return };
        if *actor == Actor::Customer {
            return;
        }
        let bit = 1_i64 << place;
        if self.operations & bit != 0 || AGAIN.contains(&name) {
            self.set(Flag::Repeated, true);
        }
        self.operations |= bit;
    }

    fn overdue(&mut self, at: Timestamp) {
        self.set(Flag::Overdue, true);
        self.overdue_at = Some(at);
    }

    fn answered(&mut self, data: &Value) {
        self.set(Flag::Surveyed, true);
        self.set(Flag::Satisfied, data["satisfied"] == true);
        let grade = |name: &str| data[name].as_i64().filter(|grade| (1..=5).contains(grade));
        self.put(Field::Score, grade("score"));
        self.put(Field::Speed, grade("speed"));
        // The bounds are those of the Net Promoter Score.
        let likely = data["recommend"].as_i64().filter(|likely| (0..=10).contains(likely));
        self.set(Flag::Rated, likely.is_some());
        self.set(Flag::Promoter, likely.is_some_and(|likely| likely >= 9));
        self.set(Flag::Detractor, likely.is_some_and(|likely| likely <= 6));
        self.set(Flag::BadReview, grade("score").is_some_and(|score| score <= 2));
    }

    /// Adds the time spent where the case stood, and notes its end or that it came back.
    fn move_to(&mut self, to: CaseStatus, at: Timestamp, ticket: &Ticket) {
        let from = CaseStatus::from_str(&self.case).unwrap_or(CaseStatus::Submitted);
        if let Some(stage) = Stage::of(from) {
            self.add(stage.field(), micros(self.since, at));
        }
        to.as_str().clone_into(&mut self.case);
        self.since = at;
        // The first time counts: what comes back to finance was in time or not.
        if Stage::of(to) == Some(Stage::Finance) && !self.is(Flag::ToFinance) {
            self.set(Flag::ToFinance, true);
            self.set(Flag::ToFinanceInTime, micros(self.created_at, at) <= TO_FINANCE);
        }
        let was_over = self.is(Flag::Ended);
        match end(to, ticket) {
            // Archiving changes nothing of how it ended.
            Some(_) if was_over && to == CaseStatus::Closed => {}
            Some(outcome) => {
                outcome.as_str().clone_into(&mut self.outcome);
                self.set(Flag::Ended, true);
                self.put(Field::ResolutionTime, Some(micros(self.created_at, at)));
            }
            None if was_over => {
                self.outcome.clear();
                self.set(Flag::Ended, false);
                self.set(Flag::Reopened, true);
                self.put(Field::ResolutionTime, None);
            }
            None => {}
        }
        if matches!(Stage::of(to), Some(Stage::Customer | Stage::Warehouse | Stage::Finance | Stage::Fulfilment))
            && to != CaseStatus::AwaitingCustomer
        {
            self.set(Flag::Approved, true);
        }
    }

    /// What the ticket says as it stands now.
    fn settle(&mut self, ticket: &Ticket, refunded: Option<Money>, terms: &Terms) {
        self.channel.clone_from(&ticket.channel);
        ticket.kind.as_str().clone_into(&mut self.kind);
        // Work for colleagues is about goods and a problem that its own ticket counts already.
        let theirs = !ticket.is_work();
        self.problem_type = ticket.problem_type.clone().filter(|_| theirs).unwrap_or_default();
        self.queue = ticket.queue.map(|id| id.to_string()).unwrap_or_default();
        self.assignee = ticket.assignee.map(|id| id.to_string()).unwrap_or_default();
        self.tier = tier(ticket);
        let batch = BATCH.iter().find_map(|name| ticket.fields.get(*name)?.as_str()).unwrap_or_default();
        batch.trim().clone_into(&mut self.batch);
        self.lines = if theirs { LineFact::of(ticket) } else { Vec::new() };
        let paid = refunded.filter(|sum| sum.currency() == terms.currency && sum.minor() != 0).map(Money::minor);
        self.put(Field::RefundedAmount, paid);
        let asked = ticket.lines.iter().map(|line| line.requested).filter(|sum| sum.currency() == terms.currency);
        let asked = asked.map(Money::minor).fold(0_i64, i64::saturating_add);
        self.put(Field::Requested, (ticket.kind.asks_money() && asked > 0).then_some(asked));
        let completed = matches!(self.outcome.as_str(), "refunded" | "exchanged" | "resent" | "repaired" | "answered");
        let contacts = self.field(Field::Contacts).unwrap_or(1);
        let is_quality = |word: &String| terms.quality.contains(word);
        let quality = self.lines.iter().any(|line| is_quality(&line.reason)) || is_quality(&self.problem_type);
        let asks_back = matches!(ticket.kind, TicketKind::ReturnRefund | TicketKind::RefundOnly | TicketKind::Exchange);
        let void = [Outcome::Merged, Outcome::Cancelled, Outcome::Expired].iter().any(|outcome| self.outcome == outcome.as_str());
        let flags = [
            (Flag::Accepted, self.field(Field::AcceptTime).is_some()),
            (Flag::Responded, self.field(Field::ResponseTime).is_some()),
            (Flag::Resolved, completed),
            (Flag::ResolvedAtOnce, completed && contacts == 1 && !self.is(Flag::Reopened)),
            (Flag::Refused, self.outcome == Outcome::Refused.as_str()),
            (Flag::Refunded, refunded.is_some_and(|sum| sum.minor() > 0) || self.field(Field::RefundTime).is_some()),
            (Flag::Returned, asks_back && !void),
            (Flag::Quality, quality),
            (Flag::Bounced, self.field(Field::Transfers).unwrap_or(0) >= 2),
            (Flag::Complete, complete(ticket)),
            (Flag::AutoApproved, self.tier == "auto"),
        ];
        for (flag, holds) in flags {
            self.set(flag, holds);
        }
    }
}

impl LineFact {
    /// The lines of a ticket, without repeats, in order.
    pub fn of(ticket: &Ticket) -> Vec<Self> {
        let line = |line: &crate::ticket::TicketLine| Self {
            sku: line.sku.clone(),
            category: line.category.clone().unwrap_or_default(),
            reason: line.reason.clone(),
        };
        ticket.lines.iter().map(line).collect::<BTreeSet<_>>().into_iter().collect()
    }
}

/// True when what the entry is about was due by then; an entry that names no moment is about the present.
fn is_due(entry: Event<'_>) -> bool {
    entry.data["due"].as_str().and_then(|due| due.parse::<Timestamp>().ok()).is_none_or(|due| due <= entry.at)
}

/// How a case ended that stands there; `None` while it goes on.
fn end(case: CaseStatus, ticket: &Ticket) -> Option<Outcome> {
    let as_asked = match ticket.kind {
        TicketKind::Exchange => Outcome::Exchanged,
        TicketKind::Resend => Outcome::Resent,
        TicketKind::Repair => Outcome::Repaired,
        TicketKind::Complaint | TicketKind::Inquiry => Outcome::Answered,
        TicketKind::ReturnRefund | TicketKind::RefundOnly | TicketKind::PriceProtect | TicketKind::FreightClaim => Outcome::Refunded,
    };
    Some(match case {
        CaseStatus::Completed => as_asked,
        // Archived without an end before it: by what became of the money.
        CaseStatus::Closed if matches!(ticket.axes.money, MoneyStatus::Refunded | MoneyStatus::RefundedExternally) => as_asked,
        CaseStatus::RefusedOnce | CaseStatus::RefusedFinal | CaseStatus::Closed => Outcome::Refused,
        CaseStatus::Cancelled => Outcome::Cancelled,
        CaseStatus::ClosedExpired => Outcome::Expired,
        CaseStatus::Merged => Outcome::Merged,
        _ => return None,
    })
}

/// Who had to agree (D3): the last role that was asked, `auto` when the rules allowed it alone, empty when no money is asked.
fn tier(ticket: &Ticket) -> String {
    match (&ticket.refund, ticket.approvals.last()) {
        (Some(_), Some(last)) => last.need.role.clone(),
        (Some(refund), None) if refund.verdict == VerdictKind::Approve => "auto".to_owned(),
        (Some(refund), None) => refund.role.clone().unwrap_or_default(),
        (None, _) => String::new(),
    }
}

/// All that is needed to work on it is there (U24): who, what about, which problem, in which words.
fn complete(ticket: &Ticket) -> bool {
    let about_goods = !matches!(ticket.kind, TicketKind::Complaint | TicketKind::Inquiry);
    let goods = !about_goods || (ticket.order.is_some() && !ticket.lines.is_empty());
    ticket.customer.is_some() && goods && ticket.problem_type.is_some() && !(ticket.subject.is_empty() && ticket.description.is_empty())
}
