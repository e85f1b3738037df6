//! Masks: enough to recognise a value, not enough to use it.

use serde_json::Value;

/// Masks every text below a value. Numbers and truth values have no recognisable part, so they become null.
pub fn mask(value: &mut Value) {
    match value {
        Value::String(text) => *text = masked(text),
        Value::Array(items) => items.iter_mut().for_each(mask),
        Value::Object(map) => map.values_mut().for_each(mask),
        Value::Number(_) | Value::Bool(_) => *value = Value::Null,
        Value::Null => {}
    }
}

/// `13800130000` becomes `138****0000`, `ann@shop.example` becomes `a***@shop.example`, `王小明` becomes `王**`.
pub fn masked(text: &str) -> String {
    if let Some((who, host)) = text.split_once('@').filter(|(who, host)| !who.is_empty() && host.contains('.')) {
        return format!("{}***@{host}", who.chars().take(1).collect::<String>());
    }
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_number = digits >= 5 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')'));
    if is_number {
        return masked_number(text, digits);
    }
    text.chars().enumerate().map(|(at, letter)| if at == 0 && text.chars().nth(1).is_some() { letter } else { '*' }).collect()
}

/// The first three and last four digits of a long number, the last two of a short one.
fn masked_number(text: &str, digits: usize) -> String {
    let (first, last) = if digits >= 11 { (3, 4) } else { (0, 2) };
    let mut seen = 0;
    let digit = |letter: char| {
        if !letter.is_ascii_digit() {
            return letter;
        }
        seen += 1;
        if seen <= first || seen > digits - last { letter } else { '*' }
    };
    text.chars().map(digit).collect()
}
