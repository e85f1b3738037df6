//! Checks receipts, with nothing but the receipts themselves and perhaps a key.

use serde_json::Value;

use super::statement::{FORMAT, Statement, value};
use super::{KeyId, Material, Receipt, canonical};
use crate::decision::{Decision, seal_of};
use crate::digest::Digest;
use crate::public_key::PublicKey;

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// The receipt does not hold what the check needs.
    Skipped,
}

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was checked, in a word or two.
    pub what: &'static str,
    /// How it ended.
    pub verdict: Verdict,
    /// What was found, in a sentence.
    pub detail: String,
}

impl Check {
    /// A check that passes when `holds`.
    pub fn new(what: &'static str, holds: bool, detail: impl Into<String>) -> Self {
        Self { what, verdict: if holds { Verdict::Passed } else { Verdict::Failed }, detail: detail.into() }
    }

    /// A check that could not be made.
    pub fn skipped(what: &'static str, detail: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Skipped, detail: detail.into() }
    }
}

/// Checks one receipt: form, key, signature, and what its material holds. `raw` is the document that `receipt` was read from:
/// the signature is checked over what stands there.
pub fn verify(raw: &Value, receipt: &Receipt, key: Option<&PublicKey>) -> Vec<Check> {
    let statement = &receipt.statement;
    let mut checks = vec![form(statement), signer(receipt, key)];
    let mut signature = [0; 64];
    let signed = hex::decode_to_slice(&receipt.signature, &mut signature).is_ok()
        && receipt.public_key.verifies(canonical(&raw["statement"]).as_bytes(), &signature);
    let told = if signed { "the statement is what was signed" } else { "the statement or the signature was changed after signing" };
    checks.push(Check::new("signature", signed, told));
    if let Some(material) = &receipt.material {
        checks.extend(contents(statement, material));
    } else {
        let why = "the receipt carries no material; ask the server for it with ?include=material";
        checks.extend(["contents", "record", "seal"].map(|what| Check::skipped(what, why)));
    }
    checks
}

fn form(statement: &Statement) -> Check {
    let found = &statement.format;
    let told = if found == FORMAT { found.clone() } else { format!("it says '{found}', but this program reads {FORMAT}") };
    Check::new("form", found == FORMAT, told)
}

fn signer(receipt: &Receipt, key: Option<&PublicKey>) -> Check {
    let own = KeyId::of(receipt.public_key);
    if receipt.statement.key != own {
        let told = format!("the statement names {}, but the key beside it is {own}", receipt.statement.key);
        return Check::new("key", false, told);
    }
    match key {
        Some(key) if *key == receipt.public_key => Check::new("key", true, format!("signed by {own}, the key you named")),
        Some(key) => Check::new("key", false, format!("signed by {own}, not by {}, the key you named", KeyId::of(*key))),
        None => Check::skipped("key", format!("signed by {own}; name the key you trust with --key to know whose it is")),
    }
}

fn contents(statement: &Statement, material: &Material) -> Vec<Check> {
    let named = &statement.contents;
    let texts = [("case", &material.case, named.case), ("question", &material.question, named.question)];
    let mut checks: Vec<Check> = texts
        .into_iter()
        .chain([("config", &material.config, named.config)])
        .map(|(what, text, digest)| named_by(what, text, digest))
        .collect();
    checks.push(match serde_json::from_str::<Decision>(&material.record) {
        Ok(record) => facts(statement, &record),
        Err(error) => Check::new("record", false, format!("it cannot be read: {error}")),
    });
    let found = seal_of(statement.link.before.as_ref(), material.record.as_bytes());
    let told = if found == statement.link.seal {
        format!("{found} closes the record")
    } else {
        format!("the record gives {found}, but the statement says {}", statement.link.seal)
    };
    checks.push(Check::new("seal", found == statement.link.seal, told));
    checks
}

fn named_by(what: &'static str, text: &str, digest: Digest) -> Check {
    let found = Digest::of(text.as_bytes());
    let told = if found == digest { found.to_string() } else { format!("its text gives {found}, but the statement says {digest}") };
    Check::new(what, found == digest, told)
}

/// Every fact of the statement against the record.
fn facts(statement: &Statement, record: &Decision) -> Check {
    let expected = Statement::of(record, statement.tenant.clone(), statement.link, statement.key.clone());
    let (Value::Object(stated), Value::Object(expected)) = (value(statement), value(&expected)) else {
        return Check::new("record", false, "the statement is no object");
    };
    let differ: Vec<&str> = expected
        .iter()
        .filter(|(name, value)| *name != "format" && stated.get(*name) != Some(*value))
        .map(|(name, _)| name.as_str())
        .collect();
    let told = if differ.is_empty() {
        "every fact is in the record".to_owned()
    } else {
        format!("the record says otherwise about {}", differ.join(", "))
    };
    Check::new("record", differ.is_empty(), told)
}

/// Checks that receipts of a ticket follow one another without a gap, in the order given. One receipt alone proves nothing
/// about others.
pub fn chain(statements: &[Statement]) -> Vec<Check> {
    let first = statements.first().map(|first| {
        let link = first.link;
        let whole = link.place == 1;
        let fits = whole == link.before.is_none();
        let told = match (whole, fits) {
            (_, false) => format!("{} is number {} but names its predecessor as if it were not", first.decision, link.place),
            (true, true) => format!("begins with the ticket's first decision, {}", first.decision),
            (false, true) => {
                format!("begins with {}, number {} of its ticket; nothing is known of those before", first.decision, link.place)
            }
        };
        Check::new("chain", fits, told)
    });
    first.into_iter().chain(statements.windows(2).filter_map(|pair| follows(&pair[0], &pair[1]))).collect()
}

fn follows(before: &Statement, after: &Statement) -> Option<Check> {
    let (a, b) = (before.decision, after.decision);
    let told = if (before.ticket, &before.tenant) != (after.ticket, &after.tenant) {
        format!("{b} belongs to another ticket than {a}: check one ticket at a time")
    } else if after.link.place != before.link.place + 1 {
        format!("{b} is number {}, but {a} before it is number {}: one is missing or out of place", after.link.place, before.link.place)
    } else if after.link.before != Some(before.link.seal) {
        format!("{b} follows another seal than that of {a}: one of the two was replaced")
    } else {
        return None;
    };
    Some(Check::new("chain", false, told))
}
