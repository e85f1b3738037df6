//! Other values worth trying: what other cases had in the same place, and what the configuration speaks of.

use std::collections::{BTreeMap, BTreeSet};

use redress_domain::id::TenantId;
use redress_domain::rule::Hook;
use redress_store::decision::Filter;
use redress_store::{Page, blob, decision};
use serde_json::Value;

use super::input::{escape, pattern};
use crate::app::App;
use crate::problem::Problem;

/// Decisions whose cases are looked at, the newest.
const CASES: u32 = 50;
/// Values of one place.
const VALUES: usize = 8;
/// Longest label.
const LONGEST: usize = 40;

/// Labels by place, and words of the configuration.
#[derive(Debug, Default)]
pub(super) struct Seen {
    places: BTreeMap<String, BTreeSet<String>>,
    configured: BTreeSet<String>,
}

impl Seen {
    /// What other cases had in a place.
    pub(super) fn of(&self, pattern: &str) -> impl Iterator<Item = &str> {
        self.places.get(pattern).into_iter().flatten().map(String::as_str).take(VALUES)
    }

    /// Words of the configuration; none for places that hold free text.
    pub(super) fn configured(&self, free: bool) -> impl Iterator<Item = &str> {
        self.configured.iter().map(String::as_str).take(if free { 0 } else { 2 * VALUES })
    }

    fn note(&mut self, pointer: &str, value: &Value) {
        match value {
            Value::String(text) if text.chars().count() <= LONGEST => {
                self.places.entry(pattern(pointer)).or_default().insert(text.clone());
            }
            Value::Array(items) => items.iter().for_each(|item| self.note(&format!("{pointer}/0"), item)),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| self.note(&format!("{pointer}/{}", escape(name)), value)),
            _ => {}
        }
    }

    fn speak(&mut self, config: &Value) {
        match config {
            Value::String(text) if text.chars().count() <= LONGEST => drop(self.configured.insert(text.clone())),
            Value::Array(items) => items.iter().for_each(|item| self.speak(item)),
            Value::Object(fields) => fields.values().for_each(|value| self.speak(value)),
            _ => {}
        }
    }
}

/// Reads the newest cases of a hook.
pub(super) async fn values(app: &App, tenant: TenantId, hook: Hook, config: &str) -> Result<Seen, Problem> {
    let filter = Filter { hook: Some(hook), ..Filter::default() };
    let page = Page { after: None, limit: CASES };
    let store = app.store.tenant(tenant);
    let cases = store.read(move |tx| {
        Box::pin(async move {
            let (decisions, _) = decision::list(tx, &filter, &page).await?;
            let names: BTreeSet<_> = decisions.iter().map(|decision| decision.case_digest).collect();
            Ok::<_, Problem>(blob::get_many(tx, &names).await?)
        })
    });
    let mut seen = Seen::default();
    for case in cases.await?.values() {
        seen.note("/case", &serde_json::from_slice(case).unwrap_or_default());
    }
    seen.speak(&serde_json::from_str(config).unwrap_or_default());
    Ok(seen)
}
