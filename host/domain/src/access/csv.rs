//! The same for tables: a column is a field, by its name.

use serde_json::Value;

use super::mask::masked;
use super::place::Place;
use super::rule::{Access, FieldAccess};

/// Empties the hidden columns of a CSV text (RFC 4180) and masks the masked ones. A column is named `phone`, `customer.phone` or
/// `customer_phone`; the first row holds the names.
pub fn veil_csv(text: &str, place: &Place, access: &FieldAccess) -> String {
    let mut rows = rows(text).into_iter();
    let Some(head) = rows.next() else { return String::new() };
    let columns: Vec<Option<Access>> = head.iter().map(|name| column(name.trim_start_matches('\u{feff}'), place, access)).collect();
    let mut out = line(&head);
    for row in rows {
        let cells = row.into_iter().enumerate().map(|(at, cell)| match columns.get(at).copied().flatten() {
            Some(Access::Hidden) => String::new(),
            Some(Access::Masked) => masked(&cell),
            Some(Access::ReadOnly) | None => cell,
        });
        out.push_str(&line(&cells.collect::<Vec<_>>()));
    }
    out
}

/// What is left of a column: its name is read as a path, with a dot or the first underscore behind a thing's name.
fn column(name: &str, place: &Place, access: &FieldAccess) -> Option<Access> {
    let name = match name {
        "手机号" | "手机" | "电话" | "联系电话" => "phone".to_owned(),
        "邮箱" => "email".to_owned(),
        other => other.to_lowercase(),
    };
    let dotted = match name.split_once('_') {
        Some((thing @ ("customer" | "order" | "ticket" | "user"), field)) => format!("{thing}.{field}"),
        _ => name.clone(),
    };
    let nest =
        |path: &str| path.rsplit('.').fold(Value::Null, |inner, part| Value::Object([(part.to_owned(), inner)].into_iter().collect()));
    [name, dotted].iter().filter_map(|path| found(&nest(path), place, access)).min()
}

fn found(value: &Value, place: &Place, access: &FieldAccess) -> Option<Access> {
    let (name, child) = value.as_object()?.iter().next()?;
    let below = place.below(name, child.is_object());
    let own = place.fields(&below, name).filter_map(|(resource, path)| access.get(resource, &path)).min();
    own.or_else(|| found(child, &below, access))
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    rows
}

fn line(cells: &[String]) -> String {
    let quoted = |cell: &String| {
        if cell.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    format!("{}\r\n", cells.iter().map(quoted).collect::<Vec<_>>().join(","))
}
