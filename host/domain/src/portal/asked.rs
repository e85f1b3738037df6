//! What the customer was asked for and has not answered yet (U9): by an agent, or by a rule.

use serde_json::Value;

use super::words::Language;
use crate::timeline::Entry;

/// The kinds of entries with which a question begins or is answered.
const TURNS: [&str; 5] =
    ["ticket.information_requested", "ticket.decided", "ticket.sent_for_correction", "ticket.customer_answered", "ticket.amended"];

/// Names of the fields that the last question asks for; none once it was answered. `entries` are the newest of the ticket, oldest
/// first.
pub fn asked(entries: &[Entry]) -> Vec<String> {
    let last = entries.iter().rev().find(|entry| TURNS.contains(&entry.kind.as_str()));
    last.map(fields_of).unwrap_or_default()
}

/// Names of the fields that an entry asks for.
pub(super) fn fields_of(entry: &Entry) -> Vec<String> {
    let names = match entry.kind.as_str() {
        "ticket.information_requested" | "ticket.sent_for_correction" => &entry.data["fields"],
        "ticket.decided" if entry.data["verdict"] == "need_information" => &entry.data["information"],
        _ => return Vec::new(),
    };
    names.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

/// The question of a rule, which asks for fields and says nothing else.
pub(super) fn question(fields: &[String], language: Language) -> String {
    let words: Vec<&str> = fields.iter().map(|field| field_words(field, language)).collect();
    match language {
        Language::Chinese => format!("请补充：{}", words.join("、")),
        Language::English => format!("Please send us: {}", words.join(", ")),
    }
}

/// Words for a field that no form names: those that the rules of the house ask for, else its name.
pub fn field_words(field: &str, language: Language) -> &str {
    let (chinese, english) = match field {
        "photo" => ("照片", "a photo"),
        "damage_position" => ("破损位置", "where it is damaged"),
        "description" => ("问题描述", "what is wrong"),
        "bank_card_number" => ("银行卡号", "the number of your bank card"),
        "refund_method" => ("退款方式", "how you want to be paid back"),
        "serial_number" => ("产品序列号", "the serial number"),
        _ => return field,
    };
    match language {
        Language::Chinese => chinese,
        Language::English => english,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::digest::Digest;
    use crate::event::Author;
    use crate::portal::told;
    use crate::timeline::Actor;

    fn entry(kind: &str, data: Value) -> Entry {
        let at = "2026-10-05T08:00:00Z".parse().expect("a moment");
        Entry { seq: 1, at, actor: Actor::System, kind: kind.to_owned(), data, hash: Digest::of(b"") }
    }

    #[test]
    fn u9_a_customer_is_told_what_a_rule_asks_until_they_answer() {
        let decided = entry("ticket.decided", json!({"verdict": "need_information", "information": ["photo", "iban"]}));
        assert_eq!(asked(std::slice::from_ref(&decided)), ["photo", "iban"]);
        let said = |language| told(&decided, language).and_then(|told| told.message);
        assert_eq!(said(Language::Chinese), Some((Author::Agent, "请补充：照片、iban".to_owned())));
        assert_eq!(said(Language::English), Some((Author::Agent, "Please send us: a photo, iban".to_owned())));
        let answered = entry("ticket.customer_answered", json!({"message": "here"}));
        assert_eq!(asked(&[decided.clone(), answered]), Vec::<String>::new());
        let again = entry("ticket.information_requested", json!({"message": "and?", "fields": ["size"]}));
        assert_eq!(asked(&[decided, again]), ["size"]);
        let agreed = entry("ticket.decided", json!({"verdict": "needs_approval", "explanation": "疑似职业索赔"}));
        assert_eq!(told(&agreed, Language::Chinese), None);
        let refused = entry("ticket.decided", json!({"verdict": "reject", "reject": "已超过七天"}));
        assert_eq!(told(&refused, Language::Chinese).and_then(|told| told.message), Some((Author::Agent, "已超过七天".to_owned())));
    }
}
