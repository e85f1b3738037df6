//! Facts in, rows that fired and their answers out.

use redress_expression::{Expression, Facts, Fault, Settings, Type, Value};

use crate::cell;
use crate::model::{HitPolicy, Row, Table, digits};
use crate::output::{OutputType, expected, output_type, read};

/// A row that fired.
#[derive(Debug, Clone, PartialEq)]
pub struct Fired<'t> {
    /// The row.
    pub row: &'t Row,
    /// Its answers by column; empty cells are left out.
    pub answers: Vec<(&'t str, Value)>,
}

/// Why a table has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct TableFault {
    /// JSON Pointer into the table.
    pub path: String,
    /// What went wrong and what to do.
    pub message: String,
}

impl Fired<'_> {
    /// The answer in a column, if the cell was filled.
    pub fn answer(&self, column: &str) -> Option<&Value> {
        self.answers.iter().find(|(name, _)| *name == column).map(|(_, value)| value)
    }

    /// The answer in a column of texts or choices.
    pub fn text(&self, column: &str) -> Option<&str> {
        match self.answer(column)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The answers in a column of several texts; none when the cell is empty.
    pub fn texts(&self, column: &str) -> impl Iterator<Item = &str> {
        let items = match self.answer(column) {
            Some(Value::List(items)) => &items[..],
            _ => &[],
        };
        items.iter().filter_map(|item| if let Value::Text(text) = item { Some(&**text) } else { None })
    }
}

/// Runs a table. Rows are read only as far as they are needed, and a column's expression is evaluated when the first row
/// asks for it. `facts` gives the facts with amounts in a currency: the table's, or the own one of a column.
///
/// # Errors
/// A fact that could not be found out, two rows that fit a `unique` table, or a table that was not checked.
pub fn evaluate<'t, F: Facts>(table: &'t Table, facts: impl Fn(Option<&'t str>) -> F) -> Result<Vec<Fired<'t>>, TableFault> {
    let mut run = Run { table, facts, columns: vec![Column::Unasked; table.inputs.len()] };
    let mut hits: Vec<(usize, &Row)> = Vec::new();
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| row.enabled) {
        if !run.fits(at, row)? {
            continue;
        }
        match (table.hit, hits.first_mut()) {
            (HitPolicy::Unique, Some((_, before))) => {
                return Err(fault(
                    at,
                    "",
                    format!("rows '{}' and '{}' both fit, but the table allows one: make them exclude each other", before.id, row.id),
                ));
            }
            (HitPolicy::Priority, Some(best)) => {
                if row.priority > best.1.priority {
                    *best = (at, row);
                }
            }
            _ => hits.push((at, row)),
        }
        if table.hit == HitPolicy::First {
            break;
        }
    }
    hits.into_iter().map(|(at, row)| run.answers(at, row)).collect()
}

/// What is known of a column.
#[derive(Clone)]
enum Column {
    /// No row has asked yet.
    Unasked,
    /// Nothing is known of it.
    Missing,
    Known(Value),
}

struct Run<'t, M> {
    table: &'t Table,
    facts: M,
    columns: Vec<Column>,
}

impl<'t, F: Facts, M: Fn(Option<&'t str>) -> F> Run<'t, M> {
    fn fits(&mut self, at: usize, row: &Row) -> Result<bool, TableFault> {
        for (column, text) in row.when.iter().enumerate().take(self.table.inputs.len()) {
            let input = &self.table.inputs[column];
            let cell = cell::read(text, input.kind, self.table.digits_of(input))
                .map_err(|message| fault(at, &format!("/when/{column}"), message))?;
            if cell == cell::Cell::Anything {
                continue;
            }
            if !cell.fits(self.column(column)?) {
                return Ok(false);
            }
        }
        if row.condition.is_empty() {
            return Ok(true);
        }
        match self.value(&row.condition, self.table.currency.as_deref()) {
            Ok(value) => Ok(value == Some(Value::Bool(true))),
            Err(message) => Err(fault(at, "/condition", message)),
        }
    }

    fn column(&mut self, at: usize) -> Result<Option<&Value>, TableFault> {
        if matches!(self.columns[at], Column::Unasked) {
            let input = &self.table.inputs[at];
            let value = self.value(&input.expression, self.table.currency_of(input));
            let value = value.map_err(|message| TableFault { path: format!("/inputs/{at}/expression"), message })?;
            self.columns[at] = value.map_or(Column::Missing, Column::Known);
        }
        Ok(if let Column::Known(value) = &self.columns[at] { Some(value) } else { None })
    }

    /// The value of an expression; none when it needs a fact that is not known. A missing external parameter is no such
    /// fact: it is an omission of the merchant's, so it is an error.
    fn value(&self, text: &str, currency: Option<&'t str>) -> Result<Option<Value>, String> {
        let expression = Expression::parse(text).map_err(|problem| problem.show(text))?;
        let settings = Settings { money_digits: currency.map(digits), ..Settings::default() };
        match expression.evaluate(&(self.facts)(currency), &settings) {
            Ok(value) => Ok(Some(value)),
            Err(fault) if fault.is_missing() => parameter_of(&fault).map_or(Ok(None), Err),
            Err(fault) => Err(fault.show(text)),
        }
    }

    fn answers(&self, at: usize, row: &'t Row) -> Result<Fired<'t>, TableFault> {
        let (currency, digits) = (self.table.currency.as_deref(), self.table.money_digits());
        let mut answers = Vec::new();
        for (column, (name, text)) in self.table.outputs.iter().zip(&row.then).enumerate() {
            let wrong = |message: String| fault(at, &format!("/then/{column}"), message);
            let kind = output_type(self.table.hook, name).map_err(wrong)?;
            let text = text.trim();
            if text.is_empty() {
                continue;
            }
            let value = match text.strip_prefix('=') {
                None => read(text, kind, digits).map_err(wrong)?,
                Some(expression) => match self.value(expression, currency).map_err(wrong)? {
                    Some(value) => computed(value, kind, digits).map_err(wrong)?,
                    None => return Err(wrong(format!("'{}' needs a fact that is not known here: guard it with has()", expression.trim()))),
                },
            };
            answers.push((name.as_str(), value));
        }
        Ok(Fired { row, answers })
    }
}

/// A computed value must be one that could have been written.
fn computed(value: Value, kind: OutputType, digits: Option<u32>) -> Result<Value, String> {
    match (&value, kind) {
        (Value::Text(text), OutputType::Choice(_) | OutputType::Quorum) => read(text, kind, digits),
        (Value::Int(number), OutputType::Integer(..)) => read(&number.to_string(), kind, digits),
        (Value::Int(minor), OutputType::Money) if *minor < 0 => Err("the amount to keep back is negative".to_owned()),
        _ if fits(&value, &expected(kind)) => Ok(value),
        _ => Err(format!("the expression gives {value}, and {} is needed", expected(kind))),
    }
}

fn fits(value: &Value, kind: &Type) -> bool {
    match (value, kind) {
        (Value::List(items), Type::List(of)) => items.iter().all(|item| fits(item, of)),
        (Value::Text(_), Type::Text)
        | (Value::Bool(_), Type::Bool)
        | (Value::Int(_), Type::Int | Type::Money)
        | (Value::Duration(_), Type::Duration)
        | (_, Type::Any) => true,
        _ => false,
    }
}

fn parameter_of(fault: &Fault) -> Option<String> {
    let redress_expression::Cause::Missing(path) = &fault.cause else { return None };
    let code = path.strip_prefix("param.")?;
    Some(format!("the external parameter '{code}' is not set: add it under 流程规则 → 外部参数, or guard it with has(param.{code})"))
}

fn fault(row: usize, rest: &str, message: impl Into<String>) -> TableFault {
    TableFault { path: format!("/rows/{row}{rest}"), message: message.into() }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    fn table(hit: &str, rows: &serde_json::Value) -> Table {
        let table = json!({
            "name": "t", "hook": "refund-approval", "hit": hit, "currency": "CNY", "parameters": {"limit": "money"},
            "inputs": [{"expression": "request.amount", "type": "money"}, {"expression": "history.claims", "type": "integer"}],
            "outputs": ["verdict", "deduct", "message"], "rows": rows
        });
        serde_json::from_value(table).unwrap()
    }

    /// An amount of 100.00; nothing is known of the history.
    struct OneHundred;

    impl Facts for OneHundred {
        fn value(&self, path: &[Box<str>]) -> Result<Value, redress_expression::Unavailable> {
            match &*path[0] {
                "request" => Ok(Value::Int(10_000)),
                _ => Err(redress_expression::Unavailable::Missing),
            }
        }
    }

    fn fired(hit: &str, rows: &serde_json::Value) -> Result<Vec<String>, TableFault> {
        let table = table(hit, rows);
        Ok(evaluate(&table, |_| OneHundred)?.into_iter().map(|hit| hit.row.id.clone()).collect())
    }

    fn row(id: &str, amount: &str, claims: &str, priority: i32) -> serde_json::Value {
        json!({"id": id, "when": [amount, claims], "then": ["approve", "", ""], "priority": priority})
    }

    #[test]
    fn the_hit_policy_says_which_rows_count() {
        let rows = json!([row("low", "< 100", "-", 9), row("a", "<= 100", "-", 1), row("b", "-", "-", 3), row("c", "> 50", "-", 3)]);
        for (hit, ids) in [("first", &["a"][..]), ("collect", &["a", "b", "c"]), ("priority", &["b"])] {
            assert_eq!(fired(hit, &rows).unwrap(), ids, "{hit}");
        }
        let fault = fired("unique", &rows).unwrap_err();
        assert_eq!((fault.path.as_str(), fault.message.contains("'a' and 'b'")), ("/rows/2", true));
    }

    #[test]
    fn a_column_is_asked_in_its_own_currency() {
        let mut table = table("first", &json!([row("a", "<= 5,000", "-", 0), row("b", "-", "-", 0)]));
        table.inputs[0].currency = Some("JPY".to_owned());
        table.rows[0].condition = "request.amount <= money(\"50\")".to_owned();
        let asked = std::cell::RefCell::new(Vec::new());
        let fired = evaluate(&table, |currency| {
            asked.borrow_mut().push(currency);
            BTreeMap::from([("request.amount".to_owned(), Value::Int(5_000))])
        });
        assert_eq!(fired.unwrap()[0].row.id, "a");
        assert_eq!(*asked.borrow(), [Some("JPY"), Some("CNY")]);
    }

    #[test]
    fn what_is_not_known_fits_only_cells_that_say_so() {
        let rows =
            json!([row("some", "-", "> 0", 0), row("none", "-", "not(3)", 0), row("unknown", "-", "missing", 0), row("any", "-", "-", 0)]);
        assert_eq!(fired("collect", &rows).unwrap(), ["unknown", "any"]);
    }

    #[test]
    fn a_condition_that_needs_an_unknown_fact_does_not_hold_but_a_parameter_must_be_there() {
        let mut rows = json!([row("a", "-", "-", 0), row("b", "-", "-", 0)]);
        rows[0]["condition"] = json!("history.claims > 1");
        assert_eq!(fired("first", &rows).unwrap(), ["b"]);
        rows[0]["condition"] = json!("request.amount > param.limit");
        let fault = fired("first", &rows).unwrap_err();
        assert!(fault.path == "/rows/0/condition" && fault.message.contains("external parameter 'limit' is not set"), "{fault:?}");
        rows[0]["condition"] = json!("has(param.limit) && request.amount > param.limit");
        assert_eq!(fired("first", &rows).unwrap(), ["b"]);
    }

    #[test]
    fn answers_may_be_computed_within_what_could_be_written() {
        let run = |deduct: &str| {
            let mut rows = json!([row("a", "-", "-", 0)]);
            rows[0]["then"][1] = json!(deduct);
            let table = table("first", &rows);
            evaluate(&table, |_| OneHundred).map(|fired| fired[0].answer("deduct").cloned())
        };
        assert_eq!(run("35.50").unwrap(), Some(Value::Int(3_550)));
        assert_eq!(run("= request.amount * 15 / 100").unwrap(), Some(Value::Int(1_500)));
        assert_eq!(run("").unwrap(), None);
        assert!(run("= -request.amount").unwrap_err().message.contains("negative"));
        assert!(run("= history.paid").unwrap_err().message.contains("guard it with has()"));
        assert_eq!(run("= request.amount / 0").unwrap_err().path, "/rows/0/then/1");
    }

    #[test]
    fn facts_by_name_will_do() {
        let facts = BTreeMap::from([("request.amount".to_owned(), Value::Int(1))]);
        let table = table("first", &json!([row("a", "0.01", "-", 0)]));
        assert_eq!(evaluate(&table, |_| &facts).unwrap()[0].texts("message").count(), 0);
    }
}
