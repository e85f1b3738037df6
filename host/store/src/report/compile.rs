//! One SQL text for both databases from a checked question. Only names of this file stand in the text; every value is bound.

use redress_domain::report::cell::SLICES;
use redress_domain::report::fact::{Dimension, Field};
use redress_domain::report::{Grain, Question, Source, Sum};

/// Where a dimension is read.
pub(super) fn column(question: &Question, dimension: Dimension) -> &'static str {
    if let Source::Cells { dimensions, .. } = question.source {
        return if dimensions.first() == Some(&dimension) { "f.a" } else { "f.b" };
    }
    match dimension {
        Dimension::Channel => "f.channel",
        Dimension::Kind => "f.kind",
        Dimension::ProblemType => "f.problem_type",
        Dimension::Queue => "f.queue",
        Dimension::Assignee => "f.assignee",
        Dimension::Case => "f.case_status",
        Dimension::Outcome => "f.outcome",
        Dimension::Tier => "f.tier",
        Dimension::Batch => "f.batch",
        Dimension::Category => "l.category",
        Dimension::Sku => "l.sku",
        Dimension::Reason => "l.reason",
    }
}

/// The column of `ticket_line` behind a dimension of lines, never empty.
pub(super) const fn line_column(dimension: Dimension) -> Option<&'static str> {
    match dimension {
        Dimension::Category => Some("COALESCE(category, '')"),
        Dimension::Sku => Some("sku"),
        Dimension::Reason => Some("reason"),
        _ => None,
    }
}

/// The bucket of a row: the same as [`Grain::bucket`]. Days and months are never negative here, so both databases divide alike.
pub(super) const fn bucket(grain: Option<Grain>) -> Option<&'static str> {
    match grain {
        None => None,
        Some(Grain::Day) => Some("f.day"),
        Some(Grain::Week) => Some("(f.day + 3) / 7"),
        Some(Grain::Month) => Some("f.month"),
        Some(Grain::Quarter) => Some("f.month / 3"),
    }
}

/// A sum over rows, as a whole number: PostgreSQL adds up to decimals by itself.
pub(super) fn sum(question: &Question, sum: Sum) -> String {
    match (question.source, sum) {
        (Source::Cells { .. }, sum) => {
            let column = match sum {
                Sum::Tickets => "tickets".to_owned(),
                Sum::Flag(flag) => format!("f_{flag}"),
                Sum::Total(field) => format!("s_{field}"),
                Sum::Known(field) => format!("k_{field}"),
            };
            format!("CAST(COALESCE(SUM(f.{column}), 0) AS BIGINT)")
        }
        (Source::Facts, Sum::Tickets) => "COUNT(*)".to_owned(),
        (Source::Facts, Sum::Flag(flag)) => {
            format!("CAST(COALESCE(SUM(CASE WHEN (f.flags & {}) <> 0 THEN 1 ELSE 0 END), 0) AS BIGINT)", flag.bit())
        }
        (Source::Facts, Sum::Total(field)) => format!("CAST(COALESCE(SUM(f.{field}), 0) AS BIGINT)"),
        (Source::Facts, Sum::Known(field)) => format!("COUNT(f.{field})"),
    }
}

/// The columns that stand in front: three texts and the bucket; and those of them that rows are grouped by.
pub(super) fn head(question: &Question) -> (String, Vec<&'static str>) {
    let mut grouped: Vec<&'static str> = question.keys.iter().map(|dimension| column(question, *dimension)).collect();
    let mut parts: Vec<String> = grouped.iter().map(|column| (*column).to_owned()).collect();
    parts.resize(KEYS, "CAST('' AS TEXT)".to_owned());
    let bucket = bucket(question.grain);
    parts.push(bucket.map_or_else(|| "CAST(0 AS BIGINT)".to_owned(), |bucket| format!("CAST({bucket} AS BIGINT)")));
    grouped.extend(bucket);
    (parts.join(", "), grouped)
}

/// Dimensions a question may have.
pub(super) const KEYS: usize = 3;

/// The lines beside the facts, when rows are told apart by them: a ticket counts once under each value.
pub(super) fn lines(question: &Question) -> Option<String> {
    if question.source != Source::Facts {
        return None;
    }
    let named = |dimension: &Dimension| line_column(*dimension).map(|column| format!("{column} AS {dimension}"));
    let columns: Vec<String> = question.keys.iter().filter_map(named).collect();
    (!columns.is_empty()).then(|| columns.join(", "))
}

/// The table, and its slice when it has some.
pub(super) fn table(question: &Question) -> (&'static str, Option<&'static str>) {
    match question.source {
        Source::Cells { slice, .. } => {
            debug_assert!(SLICES.iter().any(|(name, _)| *name == slice), "{slice} is kept");
            ("fact_day", Some(slice))
        }
        Source::Facts => ("ticket_fact", None),
    }
}

/// The column of a field in the facts.
pub(super) fn field(field: Field) -> String {
    format!("f.{field}")
}
