//! The analysis against trying every case.

use std::collections::BTreeSet;

use proptest::prelude::*;
use redress_expression::Value;

use super::*;
use crate::cell;
use crate::facts::environment;

fn table(hit: &str, rows: &[[&str; 3]]) -> Table {
    let rows: Vec<_> =
        rows.iter().enumerate().map(|(at, when)| serde_json::json!({"id": format!("r{at}"), "when": when, "then": ["approve"]})).collect();
    let table = serde_json::json!({
        "name": "t", "hook": "refund-approval", "hit": hit, "currency": "CNY",
        "inputs": [
            {"label": "days", "expression": "ticket.quantity", "type": "integer"},
            {"label": "kind", "expression": "ticket.kind", "type": "text", "values": ["a", "b", "c"]},
            {"label": "tags", "expression": "ticket.tags", "type": "list"}
        ],
        "outputs": ["verdict"], "rows": rows
    });
    serde_json::from_value(table).unwrap()
}

fn messages(table: &Table) -> Vec<(Severity, String)> {
    findings(table, &environment(table)).into_iter().map(|finding| (finding.severity, finding.message)).collect()
}

#[test]
fn tiers_without_an_end_have_a_gap_where_people_would_look_for_it() {
    let mut tiers = table("first", &[["<= 5", "-", "-"], ["(5..10)", "-", "-"]]);
    tiers.inputs[0].kind = crate::InputType::Money;
    tiers.inputs[0].expression = "request.amount".into();
    let found = messages(&tiers);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Severity::Warning);
    assert!(found[0].1.starts_with("no row fits days >= 10.00: "), "{found:?}");
}

#[test]
fn neighbours_of_whole_numbers_leave_no_gap() {
    assert_eq!(messages(&table("unique", &[["<= 5", "-", "-"], [">= 6", "-", "-"]])), []);
    let found = messages(&table("unique", &[["<= 5", "-", "-"], [">= 5", "-", "-"]]));
    assert_eq!(found[0], (Severity::Error, "rows 'r0' and 'r1' both fit days 5: make them exclude each other".into()));
}

#[test]
fn rows_that_others_hide_together_are_told() {
    let found = messages(&table("first", &[["-", "a", "-"], ["-", "b, c", "x"], ["-", "not(a)", "not(x)"], ["> 3", "b", "-"]]));
    let hidden: Vec<_> = found.iter().filter(|(severity, _)| *severity == Severity::Warning).collect();
    assert_eq!(hidden.len(), 1, "{found:?}");
    assert!(hidden[0].1.starts_with("row 'r3' never counts"));
}

#[test]
fn an_unknown_fact_is_a_case_of_its_own() {
    let mut windows = table("first", &[["<= 7", "-", "-"], ["> 7", "-", "-"]]);
    windows.inputs[0].expression = "order.days_since_delivery".into();
    let found = messages(&windows);
    assert!(found.iter().any(|(_, message)| message.starts_with("no row fits days missing")), "{found:?}");
    windows.rows[1].when[0] = "missing".into();
    assert!(messages(&windows).iter().any(|(_, message)| message.starts_with("no row fits days > 7")));
}

#[test]
fn conditions_are_not_counted_on() {
    let mut one = table("unique", &[["-", "-", "-"], ["-", "-", "-"]]);
    one.rows[1].condition = "ticket.quantity > 3".into();
    let found = messages(&one);
    assert!(found.iter().any(|(severity, message)| *severity == Severity::Warning && message.contains("may both fit")), "{found:?}");
    assert!(found.iter().any(|(severity, message)| *severity == Severity::Note && message.contains("not looked into")), "{found:?}");
}

/// Three rows of a table that takes all: cells for days and kind, verdict, role and quorum.
fn asking(rows: &[[&str; 5]]) -> Vec<(Severity, String)> {
    let cells: Vec<[&str; 3]> = rows.iter().map(|row| [row[0], row[1], "-"]).collect();
    let mut table = table("collect", &cells);
    table.outputs = ["verdict", "role", "quorum"].map(str::to_owned).to_vec();
    for (row, texts) in table.rows.iter_mut().zip(rows) {
        row.then = texts[2..].iter().map(|text| (*text).to_owned()).collect();
    }
    let mut found = messages(&table);
    found.retain(|(_, message)| message.contains("different people"));
    let refused = collisions(&table, &environment(&table)).iter().any(|finding| finding.severity == Severity::Error);
    assert_eq!(refused, found.iter().any(|(severity, _)| *severity == Severity::Error));
    found
}

#[test]
fn rows_that_count_together_must_not_ask_different_people() {
    let people = |role, quorum| ["> 5", "-", "needs_approval", role, quorum];
    let found = asking(&[["-", "-", "approve", "", ""], ["-", "a", "needs_approval", "supervisor", ""], people("director", "")]);
    let message = "rows 'r1' and 'r2' both fit days > 5 and kind a and ask different people: the table does not know which is stricter: \
                   make the rows exclude each other, or ask the same people in both";
    assert_eq!(found, [(Severity::Error, message.to_owned())]);
    assert_eq!(asking(&[["<= 5", "-", "needs_approval", "supervisor", ""], people("director", "")]), []);
    for (quorum, other, severity) in [
        ("all", "2", Some(Severity::Error)),
        ("all", "1", None),
        ("all", "", None),
        ("3", "2", None),
        ("= ticket.quantity > 2 ? \"all\" : \"2\"", "2", Some(Severity::Warning)),
    ] {
        let found = asking(&[people("director", quorum), people("director", other)]);
        assert_eq!(found.first().map(|(severity, _)| *severity), severity, "{quorum} and {other}: {found:?}");
    }
    // A refusal in the same case takes the matter from people's hands.
    let found = asking(&[people("supervisor", ""), people("director", ""), ["9", "-", "reject", "", ""]]);
    assert!(matches!(&found[..], [(Severity::Warning, message)] if message.contains("a person decides")), "{found:?}");
}

#[test]
fn many_warnings_hide_no_error() {
    let mut rows: Vec<[&str; 5]> = vec![["-", "-", "needs_approval", "= ticket.number", ""]; 4];
    rows.extend([["-", "-", "needs_approval", "a", ""], ["-", "-", "needs_approval", "b", ""]]);
    let found = asking(&rows);
    assert_eq!((found.len(), found[0].0), (MOST_TOLD + 1, Severity::Error), "{found:?}");
}

#[test]
fn the_largest_tables_are_still_looked_into() {
    let cells: Vec<String> = (0..500).map(|at| format!("({at}..{}]", at + 1)).collect();
    let rows: Vec<[&str; 3]> = cells.iter().map(|cell| [cell.as_str(), "-", "-"]).collect();
    let found = messages(&table("unique", &rows));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].1.starts_with("no row fits days 0, > 500: "), "{found:?}");
}

fn days() -> impl Strategy<Value = String> {
    let bound = 0..8_i64;
    prop_oneof![
        Just("-".to_owned()),
        bound.clone().prop_map(|n| format!("<= {n}")),
        bound.clone().prop_map(|n| format!("> {n}")),
        bound.clone().prop_map(|n| format!("{n}, {}", n + 2)),
        bound.clone().prop_map(|n| format!("not({n})")),
        (bound, 1..4_i64).prop_map(|(n, more)| format!("({n}..{}]", n + more)),
    ]
}

fn row() -> impl Strategy<Value = [String; 3]> {
    let kind = prop_oneof![Just("-"), Just("a"), Just("b, c"), Just("not(b)"), Just("c")];
    let tags = prop_oneof![Just("-"), Just("x"), Just("not(x)"), Just("x, y"), Just("not(x, y)")];
    (days(), kind, tags).prop_map(|(days, kind, tags)| [days, kind.to_owned(), tags.to_owned()])
}

/// Every case there is: beyond the bounds of the cells nothing changes.
fn cases() -> Vec<[Value; 3]> {
    let mut cases = Vec::new();
    for days in 0..13 {
        for kind in ["a", "b", "c"] {
            for tags in [&[][..], &["x"], &["y"], &["x", "y"], &["z"]] {
                cases.push([Value::Int(days), Value::text(kind), Value::texts(tags.iter().copied())]);
            }
        }
    }
    cases
}

fn fitting(table: &Table, case: &[Value; 3]) -> Vec<usize> {
    let fits = |row: &crate::Row| {
        row.when
            .iter()
            .zip(&table.inputs)
            .zip(case)
            .all(|((text, input), value)| cell::read(text, input.kind, Some(2)).unwrap().fits(Some(value)))
    };
    (0..table.rows.len()).filter(|at| fits(&table.rows[*at])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn agrees_with_trying_every_case(rows in prop::collection::vec(row(), 1..6)) {
        let rows: Vec<[&str; 3]> = rows.iter().map(|row| [row[0].as_str(), row[1].as_str(), row[2].as_str()]).collect();
        let (first, unique) = (table("first", &rows), table("unique", &rows));
        let tried: Vec<Vec<usize>> = cases().iter().map(|case| fitting(&first, case)).collect();
        let found = messages(&first);
        prop_assert_eq!(found.iter().any(|(_, message)| message.starts_with("no row fits")), tried.iter().any(Vec::is_empty), "{:?}", found);
        for at in 0..rows.len() {
            let reached = tried.iter().any(|fits| fits.first() == Some(&at));
            let told = found.iter().any(|(_, message)| message.starts_with(&format!("row 'r{at}' never counts")));
            prop_assert_eq!(told, !reached, "row {}: {:?}", at, found);
        }
        let mut overlaps: BTreeSet<(usize, usize)> = BTreeSet::new();
        for fits in &tried {
            for (place, lower) in fits.iter().enumerate() {
                overlaps.extend(fits[..place].iter().map(|upper| (*upper, *lower)));
            }
        }
        let grid = Grid::of(&unique, &environment(&unique), LARGEST).unwrap();
        let told: BTreeSet<_> = overlaps::pairs(&grid, |_, _| true).into_iter().map(|pair| (pair.upper, pair.lower)).collect();
        prop_assert_eq!(told, overlaps);
    }
}
