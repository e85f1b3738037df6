//! How odd the case looks.

use redress_expression::Value;
use redress_sdk::prelude::*;
use redress_table::{Fired, Table};

use super::texts;
use crate::words::Words;

/// One signal for each row; no row means nothing odd.
pub(crate) fn assess(call: &Call<Table>, fired: &[Fired<'_>]) -> Assessment {
    let words = Words::of(call);
    let signals = fired.iter().map(|hit| {
        let weight = match hit.answer("weight") {
            Some(Value::Int(weight)) => u32::try_from(*weight).unwrap_or(0),
            _ => 0,
        };
        let detail = hit.text("detail").map_or_else(|| words.row(hit), str::to_owned);
        Signal::new(hit.text("code").unwrap_or(&hit.row.id), weight, detail)
    });
    Assessment { tags: texts(fired, "tags"), ..Assessment::from_signals(signals.collect()) }
}
