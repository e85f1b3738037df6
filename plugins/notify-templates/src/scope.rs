//! What variables stand for in one event.

use redress_sdk::prelude::*;
use redress_sdk::serde_json::Value;

use crate::config::Config;
use crate::template::{Piece, pieces};
use crate::words::Words;

/// A case and an event, in the language of the message.
pub(crate) struct Scope<'a> {
    pub(crate) config: &'a Config,
    pub(crate) case: &'a CaseFile,
    pub(crate) event: &'a Event,
    pub(crate) words: Words,
}

impl Scope<'_> {
    /// The template with its variables filled in. Values are not read as templates again.
    pub(crate) fn fill(&self, template: &str) -> String {
        pieces(template).into_iter().fold(String::with_capacity(template.len()), |mut text, piece| {
            match piece {
                Piece::Text(words) => text.push_str(words),
                Piece::Choice { variables, words } => match variables.into_iter().find_map(|name| self.value(name)) {
                    Some(value) => text.push_str(&value),
                    None => text.push_str(words),
                },
            }
            text
        })
    }

    /// As [`Scope::fill`], on one line: a subject with a line break could carry mail headers.
    pub(crate) fn fill_line(&self, template: &str) -> String {
        self.fill(template).split(char::is_control).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// The value of a variable; `None` when there is none or it is empty.
    fn value(&self, name: &str) -> Option<String> {
        let (ticket, customer, order) = (&self.case.ticket, self.case.customer.as_ref(), self.case.order.as_ref());
        let value = match name {
            "ticket.number" => ticket.number.clone(),
            "ticket.subject" => ticket.subject.clone(),
            "ticket.description" => ticket.description.clone(),
            "ticket.kind" => self.words.kind(ticket.kind).to_owned(),
            "ticket.channel" => ticket.channel.clone(),
            "ticket.problem_type" => ticket.problem_type.clone()?,
            "ticket.priority" => self.words.priority(ticket.priority).to_owned(),
            "ticket.status" => self.words.status(&ticket.case_status).to_owned(),
            "ticket.tags" => self.words.list(&ticket.tags),
            "customer.name" => customer?.name.clone()?,
            "customer.external_id" => customer?.external_id.clone(),
            "customer.member_level" => customer?.member_level.clone()?,
            "order.number" => order?.external_id.clone(),
            "order.paid" => self.words.money(&order?.paid),
            "refund.amount" => self.refund()?,
            "shop.name" => self.config.shop_name.clone(),
            "event.name" => self.event.name.clone(),
            "event.actor" => self.event.actor.clone(),
            "event.at" => moment(self.event.at_ms, self.config.utc_offset_minutes),
            _ => match name.split_once('.')? {
                // Only these hold names; in free text a word like "risk" must stay as it was written.
                ("event", detail @ ("role" | "fields")) => self.words.names(&self.event.detail(detail)?)?,
                ("event", detail) => self.words.json(&self.event.detail(detail)?)?,
                ("field", field) => self.words.json(&ticket.field(field)?)?,
                _ => return None,
            },
        };
        (!value.trim().is_empty()).then_some(value)
    }

    /// What the event says, else what the ticket asks for.
    fn refund(&self) -> Option<String> {
        if let Some(amount) = self.event.detail("amount").filter(Value::is_object) {
            return self.words.json(&amount);
        }
        let asked = self.case.ticket.requested(self.case.currency()?).ok()?;
        (!asked.is_zero()).then(|| self.words.money(&asked))
    }
}

/// Year, month, day, hour and minute in the shop's time, from the proleptic Gregorian calendar (Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms": days are counted in eras of 400 years that begin on 1 March).
fn moment(at_ms: i64, offset_minutes: i32) -> String {
    let minutes = at_ms.div_euclid(60_000).saturating_add(i64::from(offset_minutes));
    let (days, minute_of_day) = (minutes.div_euclid(1440) + 719_468, minutes.rem_euclid(1440));
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", minute_of_day / 60, minute_of_day % 60)
}
