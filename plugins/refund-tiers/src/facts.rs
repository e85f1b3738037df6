//! What a case says, in the form the rules ask for it.

use redress_sdk::prelude::*;

use crate::config::{AutoApprove, Config, DayStart, Inspection, RequiredFields, Text, Window};

const DAY_MS: i64 = 86_400_000;

/// The case at the moment of the call.
pub(crate) struct Facts<'a> {
    pub(crate) config: &'a Config,
    pub(crate) ticket: &'a Ticket,
    pub(crate) delivered_ms: Option<i64>,
    pub(crate) now_ms: i64,
    /// The amount that is tiered: the highest of requested and net, in minor units.
    pub(crate) amount: i64,
    pub(crate) currency: &'a str,
}

impl<'a> Facts<'a> {
    /// Reads the case; refuses amounts that no tier can judge.
    pub(crate) fn read(config: &'a Config, now_ms: i64, case: &'a CaseFile, request: &'a RefundRequest) -> Result<Self, RuleError> {
        let currency = request.requested.currency.as_str();
        let mut wrong = Vec::new();
        for (path, money) in [("/requested", &request.requested), ("/net", &request.net), ("/refunded_before", &request.refunded_before)] {
            if money.currency != currency {
                wrong.push(Violation::new(
                    format!("{path}/currency"),
                    format!("{} does not match {currency}: ask in one currency", money.currency),
                ));
            }
            if money.is_negative() {
                wrong.push(Violation::new(format!("{path}/minor"), format!("{money} is negative: ask for 0 or more")));
            }
        }
        if !wrong.is_empty() {
            return Err(RuleError::InvalidInput(wrong));
        }
        let before = if config.include_refunded_before { request.refunded_before.minor } else { 0 };
        let amount = request.requested.minor.max(request.net.minor).saturating_add(before);
        // A delivery in the future is a mistake in the shop's data: better unknown than "in time".
        let delivered_ms = case.order.as_ref().and_then(|order| order.delivered_at_ms).filter(|&at| at <= now_ms);
        Ok(Self { config, ticket: &case.ticket, delivered_ms, now_ms, amount, currency })
    }

    /// True or false when the delivery is known: the request comes within so many days of it, the last moment included.
    pub(crate) fn within(&self, days: u32) -> Option<bool> {
        let delivered = self.delivered_ms?;
        let start = match self.config.days_count_from {
            DayStart::Delivery => delivered,
            DayStart::NextMidnight => {
                let offset = i64::from(self.config.utc_offset_minutes) * 60_000;
                ((delivered + offset).div_euclid(DAY_MS) + 1) * DAY_MS - offset
            }
        };
        Some(self.now_ms <= start + i64::from(days) * DAY_MS)
    }

    /// The window has closed.
    pub(crate) fn is_late(&self, window: &Window) -> bool {
        self.kind_in(&window.kinds)
            && (window.reasons.is_empty() || self.ticket.lines.iter().any(|line| has(&window.reasons, &line.reason)))
            && self.within(window.days) == Some(false)
    }

    /// Z22 holds for every line.
    pub(crate) fn auto_approved(&self, rule: &AutoApprove) -> bool {
        self.kind_in(&rule.kinds)
            && !self.ticket.lines.is_empty()
            && self.ticket.lines.iter().all(|line| has(&rule.reasons, &line.reason))
            && self.within(rule.within_days) == Some(true)
            && (rule.field.is_empty() || self.field(&rule.field).as_deref() == Some("true"))
            && rule.max_amount.get(self.currency).is_none_or(|&max| self.amount <= max)
    }

    /// The threshold of an inspection rule that is for this case.
    pub(crate) fn inspected_below(&self, rule: &Inspection) -> Option<i64> {
        let category_fits = rule.categories.is_empty()
            || (!self.ticket.lines.is_empty()
                && self.ticket.lines.iter().all(|line| line.category.as_ref().is_some_and(|category| has(&rule.categories, category))));
        if self.kind_in(&rule.kinds) && category_fits { rule.below.get(self.currency).copied() } else { None }
    }

    /// Fields that must be filled and are not, each once, in the order of the configuration.
    pub(crate) fn missing_fields(&self) -> Vec<&'a str> {
        let mut missing: Vec<&str> = Vec::new();
        for rule in self.config.required_fields.iter().filter(|rule| self.requires(rule)) {
            for field in &*rule.fields {
                if !missing.contains(&&**field) && !self.is_filled(field) {
                    missing.push(field);
                }
            }
        }
        missing
    }

    fn requires(&self, rule: &RequiredFields) -> bool {
        let problem_fits = rule.problems.is_empty()
            || self.ticket.problem_type.as_ref().is_some_and(|label| has(&rule.problems, label))
            || self.ticket.lines.iter().any(|line| has(&rule.problems, &line.reason));
        let field_fits = rule.when_field.is_empty() || self.field(&rule.when_field).as_deref() == Some(&*rule.when_value);
        self.kind_in(&rule.kinds) && problem_fits && field_fits
    }

    fn is_filled(&self, name: &str) -> bool {
        let in_form = self.field(name).is_some_and(|text| !matches!(text.trim(), "" | "null" | "[]" | "{}"));
        in_form || (name == "description" && !self.ticket.description.trim().is_empty())
    }

    /// A form value: the text itself for a string, JSON text for everything else.
    fn field(&self, name: &str) -> Option<String> {
        self.ticket.field(name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    }

    fn kind_in(&self, kinds: &[TicketKind]) -> bool {
        kinds.is_empty() || kinds.contains(&self.ticket.kind)
    }
}

/// Labels come from many channels, so letter case does not matter.
fn has(list: &[Text], text: &str) -> bool {
    list.iter().any(|item| item.eq_ignore_ascii_case(text))
}
