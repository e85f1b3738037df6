//! Which rules fit a case and what they say together.

use redress_sdk::prelude::*;

use crate::config::{Conditions, Config, Strategy};

/// What made a rule fit, for the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fit<'a> {
    Problem(&'a str),
    Reason(&'a str),
    Category(&'a str),
    Kind(TicketKind),
    MemberLevel(&'a str),
    Channel(&'a str),
    Tag(&'a str),
}

/// One rule that fits.
pub(crate) struct Hit<'a> {
    pub(crate) name: &'a str,
    pub(crate) fits: Vec<Fit<'a>>,
}

/// What all fitting rules say together.
#[derive(Default)]
pub(crate) struct Outcome<'a> {
    pub(crate) hits: Vec<Hit<'a>>,
    pub(crate) queue: Option<&'a Queue>,
    pub(crate) named: Option<&'a Agent>,
    pub(crate) priority: Option<Priority>,
    pub(crate) skills: Vec<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) strategy: Option<Strategy>,
    /// Queues and people that rules name and the desk does not have.
    pub(crate) unknown: Vec<&'a str>,
}

/// Walks the rules in order.
pub(crate) fn gather<'a>(config: &'a Config, case: &'a CaseFile, desk: &'a Desk) -> Outcome<'a> {
    let mut outcome = Outcome::default();
    for rule in &config.rules {
        let Some(fits) = fit(&rule.when, case) else { continue };
        outcome.hits.push(Hit { name: &rule.name, fits });
        if let Some(wanted) = rule.queue.as_deref() {
            let known = find_queue(desk, wanted);
            if known.is_none() {
                outcome.unknown.push(wanted);
            }
            outcome.queue = outcome.queue.or(known);
        }
        if let Some(wanted) = rule.assignee.as_deref() {
            let known = find_agent(desk, wanted);
            if known.is_none() {
                outcome.unknown.push(wanted);
            }
            outcome.named = outcome.named.or(known);
        }
        outcome.priority = outcome.priority.or(rule.priority);
        outcome.strategy = outcome.strategy.or(rule.strategy);
        add_new(&mut outcome.skills, &rule.skills);
        add_new(&mut outcome.tags, &rule.tags);
        if rule.stop {
            break;
        }
    }
    outcome
}

/// A queue by key, else by name.
pub(crate) fn find_queue<'a>(desk: &'a Desk, wanted: &str) -> Option<&'a Queue> {
    desk.queue(wanted).or_else(|| desk.queues.iter().find(|queue| queue.name == wanted))
}

/// A person by id, else by name; of several with one name the first who is free.
fn find_agent<'a>(desk: &'a Desk, wanted: &str) -> Option<&'a Agent> {
    let named = || desk.agents.iter().filter(|agent| agent.name == wanted);
    desk.agents.iter().find(|agent| agent.id == wanted).or_else(|| named().find(|agent| agent.has_room())).or_else(|| named().next())
}

/// Categories of the goods in question; of the whole order when the ticket names no goods.
pub(crate) fn categories(case: &CaseFile) -> Vec<&str> {
    if !case.ticket.lines.is_empty() {
        return case.categories();
    }
    case.order.iter().flat_map(|order| &order.lines).filter_map(|line| line.category.as_deref()).collect()
}

/// What fits, or `None` when one condition does not.
fn fit<'a>(when: &Conditions, case: &'a CaseFile) -> Option<Vec<Fit<'a>>> {
    let ticket = &case.ticket;
    let mut fits = Vec::new();
    any(&when.problem_types, ticket.problem_type.as_deref(), Fit::Problem, &mut fits)?;
    any(&when.reasons, ticket.lines.iter().map(|line| line.reason.as_str()), Fit::Reason, &mut fits)?;
    if !when.categories.is_empty() {
        any(&when.categories, categories(case), Fit::Category, &mut fits)?;
    }
    if !when.kinds.is_empty() {
        if !when.kinds.contains(&ticket.kind) {
            return None;
        }
        fits.push(Fit::Kind(ticket.kind));
    }
    any(&when.member_levels, case.member_level(), Fit::MemberLevel, &mut fits)?;
    any(&when.channels, Some(ticket.channel.as_str()), Fit::Channel, &mut fits)?;
    let tags = ticket.tags.iter().chain(case.customer.iter().flat_map(|customer| &customer.tags));
    any(&when.tags, tags.map(String::as_str), Fit::Tag, &mut fits)?;
    Some(fits)
}

/// No wish fits everything and says nothing; else the first value that fits is noted, and `None` means that none does.
fn any<'a>(
    wishes: &[String],
    values: impl IntoIterator<Item = &'a str>,
    note: fn(&'a str) -> Fit<'a>,
    fits: &mut Vec<Fit<'a>>,
) -> Option<()> {
    if wishes.is_empty() {
        return Some(());
    }
    let value = values.into_iter().find(|value| wishes.iter().any(|wish| wish.eq_ignore_ascii_case(value)))?;
    fits.push(note(value));
    Some(())
}

fn add_new(list: &mut Vec<String>, more: &[String]) {
    for item in more {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}
