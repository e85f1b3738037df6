//! Comma-separated values (RFC 4180).

use redress_domain::report::{Cell, Table};

use super::text;

/// The table as CSV with a byte order mark, by which spreadsheets know UTF-8. The last line holds the totals when there are several rows.
///
/// # Errors
/// Never: it is written to memory.
pub fn csv(table: &Table) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(table.columns.iter().map(|column| guarded(column.label.clone())))?;
    for row in &table.rows {
        writer.write_record(record(table, row))?;
    }
    if table.rows.len() > 1 {
        writer.write_record(record(table, &table.totals))?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

fn record<'a>(table: &'a Table, row: &'a [Cell]) -> impl Iterator<Item = String> + 'a {
    row.iter().zip(&table.columns).map(|(cell, column)| match cell {
        Cell::Text(text) => guarded(text.clone()),
        _ => text(table, cell, column.unit),
    })
}

/// A text that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe in front (OWASP, CSV Injection).
/// Channels, reasons and codes come from outside.
fn guarded(text: String) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text,
    }
}
