//! Rows as CSV, for spreadsheets. Columns are found by their headings, so they may be moved around in between.

use std::collections::BTreeMap;

use super::{ImportError, Imported};
use crate::model::{Row, Table};

/// Headings of what every row has; columns of conditions and answers follow them as `if: …` and `then: …`.
const ID: &str = "id";
const ENABLED: &str = "enabled";
const PRIORITY: &str = "priority";
const CONDITION: &str = "condition";
const NOTE: &str = "note";

/// The rows of a table as CSV with headings. It begins with a byte order mark, so that spreadsheets read it as UTF-8, and
/// cells that a spreadsheet would take for formulas begin with an apostrophe.
pub fn export_csv(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let (inputs, outputs) = (input_headings(table), output_headings(table));
    let mut headings = vec![ID.to_owned(), ENABLED.to_owned(), PRIORITY.to_owned()];
    headings.extend(inputs.into_iter().chain([CONDITION.to_owned()]).chain(outputs).chain([NOTE.to_owned()]));
    let mut lines = vec![headings];
    for row in &table.rows {
        let mut line = vec![row.id.clone(), if row.enabled { "yes" } else { "no" }.to_owned(), row.priority.to_string()];
        line.extend(row.when.iter().chain([&row.condition]).chain(&row.then).chain([&row.note]).cloned());
        lines.push(line);
    }
    for line in lines {
        // Writing into memory cannot fail.
        let _ = writer.write_record(line.iter().map(|cell| guarded(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{feff}{}", String::from_utf8_lossy(&bytes))
}

/// The table with the rows of a CSV text instead of its own. Commas, semicolons and tabs may separate cells.
///
/// # Errors
/// Headings that the table does not have, and cells that cannot be read, each with its line.
pub fn import_csv(table: &Table, text: &str) -> Result<Imported, ImportError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|sign| first.bytes().filter(|byte| byte == sign).count()).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(text.as_bytes());
    let headings = reader.headers().map_err(|error| ImportError::one(format!("line 1: {error}")))?.clone();
    let columns = columns(table, &headings)?;
    let mut rows: Vec<Row> = Vec::new();
    let mut problems = Vec::new();
    for (at, line) in reader.records().enumerate() {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                problems.push(format!("line {}: {error}", at + 2));
                continue;
            }
        };
        let number = line.position().map_or(at as u64 + 2, csv::Position::line);
        if line.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match row(table, &columns, &line) {
            Ok(row) => rows.push(row),
            Err(problem) => problems.push(format!("line {number}: {problem}")),
        }
    }
    if rows.is_empty() && problems.is_empty() {
        problems.push("there is no row below the headings".to_owned());
    }
    if !problems.is_empty() {
        return Err(ImportError { problems });
    }
    name_all(&mut rows);
    let absent = |heading: &String| !columns.contains_key(heading);
    let missing = input_headings(table).into_iter().chain(output_headings(table)).filter(absent);
    let dropped = missing.map(|heading| format!("there is no column '{heading}': its cells are left empty")).collect();
    Ok(Imported { table: Table { rows, ..table.clone() }, dropped })
}

fn input_headings(table: &Table) -> Vec<String> {
    let names = table.inputs.iter().map(|input| if input.label.trim().is_empty() { input.expression.trim() } else { input.label.trim() });
    numbered(names.map(|name| format!("if: {name}")))
}

fn output_headings(table: &Table) -> Vec<String> {
    numbered(table.outputs.iter().map(|name| format!("then: {name}")))
}

/// Headings that occur again get a number.
fn numbered(headings: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for heading in headings {
        let again = all.iter().filter(|own| **own == heading || own.starts_with(&format!("{heading} ("))).count();
        all.push(if again == 0 { heading } else { format!("{heading} ({})", again + 1) });
    }
    all
}

/// Where each known heading stands.
fn columns(table: &Table, headings: &csv::StringRecord) -> Result<BTreeMap<String, usize>, ImportError> {
    let mut known = vec![ID.to_owned(), ENABLED.to_owned(), PRIORITY.to_owned(), CONDITION.to_owned(), NOTE.to_owned()];
    known.extend(input_headings(table).into_iter().chain(output_headings(table)));
    let mut columns = BTreeMap::new();
    let mut problems = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let heading = bare(heading.trim());
        if heading.is_empty() {
            continue;
        }
        if !known.iter().any(|own| own == heading) {
            problems.push(format!("line 1: the table has no column '{heading}': there are {}", known.join(", ")));
        } else if columns.insert(heading.to_owned(), at).is_some() {
            problems.push(format!("line 1: the column '{heading}' stands twice"));
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(ImportError { problems }) }
}

fn row(table: &Table, columns: &BTreeMap<String, usize>, line: &csv::StringRecord) -> Result<Row, String> {
    let cell = |heading: &str| columns.get(heading).and_then(|at| line.get(*at)).map(bare).unwrap_or_default().to_owned();
    let enabled = match cell(ENABLED).trim().to_ascii_lowercase().as_str() {
        "" | "yes" | "true" | "1" | "是" => true,
        "no" | "false" | "0" | "否" => false,
        other => return Err(format!("'{other}' in the column 'enabled' is neither yes nor no")),
    };
    let priority = cell(PRIORITY);
    let priority = match priority.trim() {
        "" => 0,
        text => text.parse().map_err(|_| format!("'{text}' in the column 'priority' is no whole number"))?,
    };
    Ok(Row {
        id: cell(ID).trim().to_owned(),
        enabled,
        priority,
        when: input_headings(table).iter().map(|heading| cell(heading)).collect(),
        condition: cell(CONDITION),
        then: output_headings(table).iter().map(|heading| cell(heading)).collect(),
        note: cell(NOTE),
    })
}

/// Rows that came without an id get the next free one.
fn name_all(rows: &mut [Row]) {
    let mut taken: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    let mut number = 0;
    for row in rows.iter_mut().filter(|row| row.id.is_empty()) {
        while taken.contains(&format!("row-{number}")) || number == 0 {
            number += 1;
        }
        row.id = format!("row-{number}");
        taken.push(row.id.clone());
    }
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '@', '\t', '\r', '\'']) || (cell.starts_with('-') && cell.len() > 1);
    if formula { format!("'{cell}") } else { cell.to_owned() }
}

fn bare(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}
