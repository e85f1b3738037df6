//! Walks the table.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::context::Context;
use super::partly::with_part_paid;
use super::possible::told;
use super::row::Row;
use super::table::rows;
use crate::approval::next_need;
use crate::clock::Timestamp;
use crate::decide::merge_tags;
use crate::effect::Effect;
use crate::event::{Event, EventKind};
use crate::rule::Deduction;
use crate::status::Axes;
use crate::ticket::Ticket;
use crate::timeline::{Actor, NewEntry};

/// Why an event cannot happen to a ticket as it stands. The ticket is unchanged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a ticket in '{}' does not take '{event}': {why}", from.case)]
pub struct Refusal {
    /// Where the ticket stands.
    pub from: Axes,
    /// The event.
    pub event: &'static str,
    /// What is in the way, and what is possible instead.
    pub why: String,
}

impl Ticket {
    /// Applies an event: moves the axes by the transition table, takes in what the event says, and names what must follow.
    /// Bumps `version` and sets `updated_at`. The queue and the assignee of a [`Event::Decided`] are the caller's to set,
    /// because they need the desk; a ticket that comes back in `submitted` waits for the next [`Event::Decided`].
    ///
    /// # Errors
    /// A [`Refusal`] when no row of the table allows it.
    pub fn apply(self, event: Event, actor: &Actor, now: Timestamp) -> Result<(Self, Vec<Effect>), Refusal> {
        self.apply_with(event, actor, now, false)
    }

    /// The same, knowing whether an instruction of the ticket's refund has been paid, which its axes show only when all are.
    ///
    /// # Errors
    /// As [`Ticket::apply`], and a [`Refusal`] of what is only possible before money has left.
    #[expect(clippy::needless_pass_by_value, reason = "an event happens once: taking it says so")]
    pub fn apply_with(self, event: Event, actor: &Actor, now: Timestamp, paid: bool) -> Result<(Self, Vec<Effect>), Refusal> {
        let from = self.axes;
        let refuse = |why: String| Refusal { from, event: event.kind().as_str(), why };
        let candidates: Vec<&'static Row> = rows().filter(|r| r.event == event.kind() && r.from.contains(&from.case)).collect();
        if candidates.is_empty() {
            let done = already_agreed(&self, event.kind()).unwrap_or_default();
            return Err(refuse(format!("{done}{}", told(from.case))));
        }
        let mut ticket = self;
        take_in(&mut ticket, &event).map_err(&refuse)?;
        let context = Context { ticket: &ticket, event: &event, actor, now };
        let row = choose(&candidates, &context).map_err(&refuse)?;

        let to = if paid { with_part_paid(event.kind(), from, row.target(from))? } else { row.target(from) };
        let mut effects = vec![Effect::Timeline(entry(&context, from, to))];
        for step in row.then {
            effects.extend(step.effect(&context).map_err(|error| refuse(error.to_string()))?);
        }
        for step in row.then {
            step.change(&mut ticket, now);
        }
        ticket.axes = to;
        ticket.version += 1;
        ticket.updated_at = now;
        Ok((ticket, effects))
    }
}

/// The first row whose guards hold, or the complaint of the row that came furthest.
fn choose(candidates: &[&'static Row], context: &Context<'_>) -> Result<&'static Row, String> {
    let mut furthest: Option<(usize, String)> = None;
    for row in candidates {
        match row.when.iter().position(|guard| !guard.holds(context)) {
            None => return Ok(row),
            Some(at) if furthest.as_ref().is_none_or(|(best, _)| at >= *best) => {
                furthest = Some((at, row.when[at].complaint(context)));
            }
            Some(_) => {}
        }
    }
    Err(furthest.map_or_else(|| told(context.ticket.axes.case), |(_, why)| why))
}

/// What keeps anybody from agreeing, or refusing, once more.
fn already_agreed(ticket: &Ticket, event: EventKind) -> Option<String> {
    let people: BTreeSet<_> = ticket.approvals.iter().flat_map(|approval| &approval.agreed).collect();
    let met = !people.is_empty() && ticket.approvals.iter().all(crate::ticket::Approval::is_met);
    let judged = matches!(event, EventKind::Agreed | EventKind::Rejected) && met;
    judged.then(|| format!("everybody who had to has agreed already ({}); ", people.len()))
}

/// Takes in what the event says besides the axes.
fn take_in(ticket: &mut Ticket, event: &Event) -> Result<(), String> {
    match event {
        Event::Decided(combined) => {
            if ticket.kind.asks_money() != combined.refund.is_some() {
                return Err("refund rules are asked exactly for the kinds that ask money".to_owned());
            }
            ticket.risk.clone_from(&combined.risk);
            ticket.refund.clone_from(&combined.refund);
            ticket.approvals.clone_from(&combined.approvals);
            ticket.deductions.clone_from(&combined.deductions);
            merge_tags(&mut ticket.tags, combined.tags.clone());
            if let Some(priority) = combined.route.as_ref().and_then(|r| r.priority) {
                ticket.priority = priority;
            }
        }
        Event::Accepted { by } => ticket.assignee = Some(*by),
        Event::Transferred { queue, assignee, .. } => {
            if queue.is_none() && assignee.is_none() {
                return Err("name a queue or a person to transfer it to".to_owned());
            }
            ticket.queue = queue.or(ticket.queue);
            ticket.assignee = *assignee;
        }
        Event::Agreed { by, amount, .. } => {
            if let Some(amount) = amount {
                lower(ticket, *amount)?;
            }
            agree(ticket, *by)?;
        }
        Event::Rejected { opinion, .. } | Event::SentForCorrection { opinion, .. } if opinion.trim().is_empty() => {
            return Err("say why: an opinion is needed".to_owned());
        }
        Event::DeductionAgreed { deductions } => keep_back(ticket, deductions)?,
        Event::AmountChanged { lines, .. } => {
            if !ticket.kind.asks_money() {
                return Err(format!("a {} asks for no money", ticket.kind));
            }
            for other in lines {
                let line = ticket.lines.iter_mut().find(|line| line.id == other.line).ok_or("the ticket has no such line")?;
                if other.requested.is_negative() || other.requested.currency() != line.requested.currency() {
                    return Err("ask for zero or more, in the currency of the ticket".to_owned());
                }
                line.requested = other.requested;
            }
        }
        Event::SettlementAgreed { amount, .. } | Event::RefundRetried { amount } => {
            if amount.is_negative() {
                return Err("the amount to pay must not be negative".to_owned());
            }
            // What is tried again may be one part of it.
            if let (Event::SettlementAgreed { .. }, Some(refund)) = (event, &mut ticket.refund) {
                refund.amount = *amount;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Counts a person once for the next need.
fn agree(ticket: &mut Ticket, by: crate::id::UserId) -> Result<(), String> {
    if let Some(next) = ticket.approvals.iter_mut().find(|a| !a.is_met()) {
        if next.agreed.contains(&by) {
            return Err(format!("this person has already agreed: another {} must agree as well", next.need.role));
        }
        next.agreed.push(by);
    }
    let role = next_need(&ticket.approvals).map(|a| a.need.role.clone());
    if let Some(refund) = &mut ticket.refund {
        refund.role = role;
    }
    Ok(())
}

/// Lowers the refund by what the customer lets go, line by line.
fn keep_back(ticket: &mut Ticket, deductions: &[Deduction]) -> Result<(), String> {
    let refund = ticket.refund.as_mut().ok_or("no refund has been decided")?;
    if deductions.is_empty() {
        return Err("say what is kept back".to_owned());
    }
    for deduction in deductions {
        let rest = refund.amount.checked_sub(deduction.amount).map_err(|error| error.to_string())?;
        if rest.is_negative() || deduction.amount.minor() <= 0 {
            return Err("keep back more than nothing and at most what would be paid".to_owned());
        }
        refund.amount = rest;
        ticket.deductions.push(deduction.clone());
    }
    Ok(())
}

/// An approver may pay less than was asked, never more: a higher amount must go past the rules again.
fn lower(ticket: &mut Ticket, amount: crate::Money) -> Result<(), String> {
    let refund = ticket.refund.as_mut().ok_or("the ticket asks for no money, so no amount can be agreed")?;
    let difference = refund.amount.checked_sub(amount).map_err(|error| error.to_string())?;
    if difference.is_negative() || amount.is_negative() {
        return Err(format!("agree to between 0 and {}: a higher amount must be asked for and decided anew", refund.amount));
    }
    if !difference.is_zero() {
        refund.amount = amount;
        let reason = "agreed by a person".to_owned();
        ticket.deductions.push(Deduction { code: "agreed_amount".to_owned(), amount: difference, reason, line: None });
    }
    Ok(())
}

/// What the timeline calls an event ([`NewEntry::kind`]).
fn entry_kind(event: EventKind) -> String {
    format!("ticket.{event}")
}

/// The timeline entry: what the event says, and which axes moved.
fn entry(context: &Context<'_>, from: Axes, to: Axes) -> NewEntry {
    let mut data = match context.event.details() {
        Value::Object(map) => map,
        Value::Null => serde_json::Map::new(),
        other => serde_json::Map::from_iter([("details".to_owned(), other)]),
    };
    let mut moved = serde_json::Map::new();
    let mut note = |axis: &str, before: &str, after: &str| {
        if before != after {
            moved.insert(axis.to_owned(), json!({ "from": before, "to": after }));
        }
    };
    note("case", from.case.as_str(), to.case.as_str());
    note("goods", from.goods.as_str(), to.goods.as_str());
    note("money", from.money.as_str(), to.money.as_str());
    note("dispute", from.dispute.as_str(), to.dispute.as_str());
    if !moved.is_empty() {
        data.insert("moved".to_owned(), moved.into());
    }
    NewEntry { at: context.now, actor: context.actor.clone(), kind: entry_kind(context.event.kind()), data: data.into() }
}
