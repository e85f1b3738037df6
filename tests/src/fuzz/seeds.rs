//! The seeds of the fuzz targets, made by our own code and kept in `tests/fuzz/corpus`.

use anyhow::Result;
use serde_json::json;

use super::wit_values::BASE;
use crate::hostile::{Core, Deed};
use crate::stowaway::Stowaway;

/// Expressions that use every part of the language.
const EXPRESSIONS: [&str; 24] = [
    "amount <= money(\"50.00\") && !(\"VIP\" in tags)",
    "count + 1 > 2 || count % 2 == 0",
    "level == \"vip\" ? amount / 2 : amount",
    "tags.exists(t, t.startsWith(\"V\"))",
    "tags.all(t, size(t) < 10)",
    "tags.filter(t, t != \"a\").map(t, t + \"!\")",
    "sums.map(s, sums.map(t, s + t)).size()",
    "sums.exists_one(s, s == money(\"0.03\"))",
    "has(level) && level.matches(\"^v.*p$\")",
    "{\"a\": 1, \"b\": 2}[\"a\"] == 1",
    "[1, 2, 3][0] + int(\"7\")",
    "duration(\"36h\") < duration(\"48h\")",
    "timestamp(\"2026-10-10T08:00:00Z\").getFullYear() == 2026",
    "timestamp(\"2026-10-10T08:00:00Z\") + duration(\"1h\") > timestamp(\"2026-10-10T08:00:00Z\")",
    "-count * 9223372036854775807",
    "1 / (count - 3)",
    "0x7f + 17u == 144u",
    "b\"\\xff\\000\" == bytes(\"a\")",
    "r\"\\d+\" + '''three ' quotes'''",
    "double(count) * share >= 0.75",
    "string(amount) + \"分\" + level.lowerAscii()",
    "type(count) == int && null == null",
    "open && [true, false][0] && !false",
    "((((((((count))))))))",
];

/// A seed: the target, the name of its file, its bytes.
pub type Seed = (&'static str, String, Vec<u8>);

/// All seeds.
///
/// # Errors
/// When a component does not assemble, which is a defect of the tests.
pub fn all() -> Result<Vec<Seed>> {
    let mut seeds = Vec::new();
    for (nth, text) in EXPRESSIONS.iter().enumerate() {
        seeds.push(("expression", format!("{nth:02}.cel"), text.as_bytes().to_vec()));
    }
    let stranger = wat::parse_str("(module (memory 1) (func (export \"a\") (param i64) unreachable))")?;
    let uploads = [
        ("refund.wasm", Deed::ForeignCurrency.component()?),
        ("fraud.wasm", Core::default().encode("fraud-scoring-rule")?),
        ("no-hook.wasm", Core::default().encode("base")?),
        ("stowaway.wasm", Stowaway::new(&stranger)?.component),
        ("module.wasm", stranger),
        ("import.wasm", wat::parse_str("(component (import \"wasi:cli/environment@0.2.0\" (instance)))")?),
        (
            "types.wasm",
            wat::parse_str("(component (type (variant (case \"a\" (list (tuple u8 string))) (case \"b\"))) (import \"f\" (func)))")?,
        ),
    ];
    seeds.extend(uploads.into_iter().map(|(name, bytes)| ("upload", name.to_owned(), bytes)));
    let values = [
        ("assessment", assessment()),
        ("decision", decision()),
        ("route", route()),
        ("error", [&[0], words(&[1, 3, BASE + 96, 3]).as_slice()].concat()),
        ("silence", vec![2; 33]),
    ];
    seeds.extend(values.into_iter().map(|(name, bytes)| ("wit_values", name.to_owned(), bytes)));
    seeds.extend(pairs().into_iter().map(|(name, pair)| ("wit_values", format!("{name}.json"), pair.to_string().into_bytes())));
    Ok(seeds)
}

/// Questions with answers, as JSON.
fn pairs() -> Vec<(&'static str, serde_json::Value)> {
    let money = |minor: i64| json!({"minor": minor, "currency": "CNY"});
    let request = json!({"requested": money(28_800), "net": money(28_800), "refunded_before": money(0), "risk": null});
    vec![
        (
            "refund",
            json!({"question": {"hook": "refund-approval", "input": request}, "answer": {"hook": "refund-approval", "output": {
                "verdict": "approve", "deductions": [{"code": "wear", "amount": money(100), "reason": "用过"}], "explanation": "ok", "tags": ["a"]
            }}}),
        ),
        (
            "fraud",
            json!({"question": {"hook": "fraud-scoring"}, "answer": {"hook": "fraud-scoring", "output": {
                "score": 12, "signals": [{"code": "repeat", "weight": 12, "detail": "again"}], "tags": []
            }}}),
        ),
        (
            "routing",
            json!({"question": {"hook": "routing", "input": {"queues": [{"key": "finance", "name": "Finance"}], "agents": [], "turn": 1}},
                "answer": {"hook": "routing", "output": {"queue": "finance", "assignee": null, "skills": [], "priority": "high", "tags": [], "reason": "x"}}}),
        ),
    ]
}

/// Score 12 with one signal and one tag. Texts lie 96 bytes into the memory.
fn assessment() -> Vec<u8> {
    let head = words(&[0, 12, BASE + 32, 1, BASE + 56, 1, 0, 0]);
    let lists = words(&[BASE + 96, 3, 12, BASE + 99, 4, 0, BASE + 96, 3]);
    image(0, &[head, lists])
}

/// Agreement of a role is needed, with one deduction and an explanation.
fn decision() -> Vec<u8> {
    let head = words(&[0, 1, BASE + 96, 3, 2, 2, 1, BASE + 56, 1, BASE + 99, 4, BASE + 88, 1, 0]);
    // Code, 100 minor units of a currency, reason.
    let deduction = words(&[BASE + 96, 3, 100, 0, BASE + 103, 3, 0, 0]);
    image(1, &[head, deduction, words(&[BASE + 96, 3])])
}

/// A queue, a priority and a reason.
fn route() -> Vec<u8> {
    let head = words(&[0, 1, 1, BASE + 106, 7, 0, 0, 0, 0, 0, 0x0101, 0, 0, BASE + 99, 4]);
    image(2, &[head])
}

/// The hook, the parts, and from byte 96 on the texts `XTS`, `text`, `CNY` and `finance`.
fn image(hook: u8, parts: &[Vec<u8>]) -> Vec<u8> {
    let mut memory = parts.concat();
    memory.resize(96, 0);
    memory.extend_from_slice(b"XTStextCNYfinance");
    [&[hook], memory.as_slice()].concat()
}

/// Little-endian words.
fn words(words: &[u32]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}
