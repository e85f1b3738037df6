//! What of a ticket is for its customer: the steps and messages among the timeline's entries, and what they may do now.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::asked::{fields_of, question};
use super::words::{Language, Words, state_words};
use crate::clock::Timestamp;
use crate::event::{Author, Event};
use crate::status::{CaseStatus, names};
use crate::ticket::Ticket;
use crate::timeline::{Actor, Entry};

names! {
    /// One thing that a customer may do.
    Deed {
        /// Write.
        Message = "message",
        /// Answer the question that the ticket waits for.
        Answer = "answer",
        /// Complete a refused request.
        Amend = "amend",
        /// Send files.
        Upload = "upload",
        /// Say how the goods were sent.
        Track = "track",
        /// Withdraw.
        Cancel = "cancel",
        /// Choose what the open offer offers.
        Choose = "choose",
        /// Do what the shop's workflow waits for: press a button of `task`.
        Press = "press",
    }
}

/// What stands beside a ticket and decides on what its customer may do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Beside {
    /// An offer is open to them.
    pub offered: bool,
    /// A part of the ticket's refund has been paid, which its axes show only when all of it is.
    pub part_paid: bool,
}

/// What a customer may do now. The table of transitions is asked, so that nothing is offered that it would refuse.
pub fn deeds(ticket: &Ticket, beside: Beside, now: Timestamp) -> Vec<Deed> {
    let takes = |event: Event| ticket.clone().apply_with(event, &Actor::Customer, now, beside.part_paid).is_ok();
    let case = ticket.axes.case;
    let mut deeds = Vec::new();
    match case {
        CaseStatus::Merged => return deeds,
        CaseStatus::AwaitingCustomer => deeds.push(Deed::Answer),
        CaseStatus::RefusedOnce => deeds.extend([Deed::Message, Deed::Amend]),
        _ => deeds.push(Deed::Message),
    }
    if beside.offered && case == CaseStatus::InspectionHold {
        deeds.push(Deed::Choose);
    }
    if case.is_open() {
        deeds.push(Deed::Upload);
    }
    if ticket.kind.returns_goods() && takes(Event::TrackingAdded { carrier: String::new(), number: String::new() }) {
        deeds.push(Deed::Track);
    }
    if takes(Event::Cancelled { reason: None }) {
        deeds.push(Deed::Cancel);
    }
    deeds
}

/// What one entry of the timeline tells a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Where the case came to.
    pub step: Option<Words>,
    /// What was written, and by whom.
    pub message: Option<(Author, String)>,
}

/// What an entry tells a customer; `None` for what is not theirs to know: internal notes, rules and their failures, and who decided.
pub fn told(entry: &Entry, language: Language) -> Option<Told> {
    let data = &entry.data;
    let text = |field: &str| data[field].as_str().filter(|text| !text.is_empty()).map(str::to_owned);
    let message = match entry.kind.as_str() {
        "ticket.message_added" if data["internal"] == Value::Bool(false) => {
            let author = if data["author"] == "customer" { Author::Customer } else { Author::Agent };
            text("body").map(|body| (author, body))
        }
        "ticket.customer_answered" => text("message").map(|body| (Author::Customer, body)),
        "ticket.information_requested" => text("message").map(|body| (Author::Agent, body)),
        "ticket.decided" => match fields_of(entry) {
            fields if fields.is_empty() => text("reject").map(|body| (Author::Agent, body)),
            fields => Some((Author::Agent, question(&fields, language))),
        },
        "ticket.return_requested" => text("address").map(|address| (Author::Agent, where_to(&address, language))),
        "ticket.rejected" => text("opinion").map(|body| (Author::Agent, body)),
        "ticket.sent_for_correction" if data["to"] == "customer" => text("opinion").map(|body| (Author::Agent, body)),
        _ => None,
    };
    let moved = data["moved"]["case"]["to"].as_str().and_then(|name| name.parse::<CaseStatus>().ok());
    let step = moved.map(|case| state_words(case, language));
    (step.is_some() || message.is_some()).then_some(Told { step, message })
}

/// Where the customer sends the goods that are awaited of them: what was said last.
pub fn awaited_at<'a>(ticket: &Ticket, entries: &'a [Entry]) -> Option<&'a str> {
    let waits = ticket.axes.case == CaseStatus::AwaitingReturn;
    entries.iter().rev().filter(|_| waits).find(|entry| entry.kind == "ticket.return_requested")?.data["address"].as_str()
}

/// Where the goods go.
fn where_to(address: &str, language: Language) -> String {
    match language {
        Language::Chinese => format!("请将商品寄至：{address}"),
        Language::English => format!("Please send the goods to: {address}"),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::digest::Digest;

    fn entry(kind: &str, data: Value) -> Entry {
        let at = "2026-10-05T08:00:00Z".parse().expect("a moment");
        Entry { seq: 1, at, actor: Actor::System, kind: kind.to_owned(), data, hash: Digest::of(b"") }
    }

    #[test]
    fn z39_a_customer_learns_steps_and_messages_and_nothing_else() {
        let told = |kind: &str, data| told(&entry(kind, data), Language::Chinese);
        let internal = json!({"author": "agent", "body": "疑似职业索赔", "internal": true});
        for (kind, data) in [
            ("ticket.message_added", internal),
            ("rule.failed", json!({"plugin": "fraud-history", "message": "trap"})),
            ("ticket.transferred", json!({"queue": "que_1", "reason": "太难缠"})),
            ("ticket.agreed", json!({"by": "usr_1", "opinion": "内部意见"})),
            ("ticket.sent_for_correction", json!({"to": "first_reviewer", "opinion": "再看看"})),
        ] {
            assert_eq!(told(kind, data), None, "{kind}");
        }
        let said = told(
            "ticket.rejected",
            json!({"by": "usr_1", "opinion": "已过七天", "moved": {"case": {"from": "approval", "to": "refused_once"}}}),
        );
        let said = said.expect("a refusal is told");
        assert_eq!(said.message, Some((Author::Agent, "已过七天".to_owned())));
        assert_eq!(said.step.map(|step| step.code), Some("refused_once"));
    }

    #[test]
    fn z39_every_state_has_words_in_both_languages() {
        for case in CaseStatus::ALL {
            let (chinese, english) = (state_words(*case, Language::Chinese), state_words(*case, Language::English));
            assert!(!chinese.text.is_ascii() && english.text.is_ascii(), "{case}");
        }
        assert_eq!(Language::of("fr-FR, zh-Hans;q=0.8"), Some(Language::Chinese));
        assert_eq!(Language::of("de"), None);
    }
}
