//! The tables of the fixtures, without a sandbox.

use std::collections::BTreeSet;

use redress_sdk::prelude::*;
use redress_sdk::serde_json::{self, Value as Json};
use redress_sdk::testing::{CaseBuilder, FakeHost, case, event, refund_request};
use redress_table::{Finding, Severity, Table, check};

use crate::DecisionTable;

const FIXTURES: [&str; 8] = [
    include_str!("../fixtures/d3-tiers.json"),
    include_str!("../fixtures/d5-automations.json"),
    include_str!("../fixtures/d6-repeat-claims.json"),
    include_str!("../fixtures/l30-parameter-types.json"),
    include_str!("../fixtures/l7-routing.json"),
    include_str!("../fixtures/z11-inspection-and-deductions.json"),
    include_str!("../fixtures/z20-timetables.json"),
    include_str!("../fixtures/z22-auto-approve.json"),
];

/// Every table that the fixtures accept.
fn tables() -> Vec<Table> {
    let fixtures = FIXTURES.iter().flat_map(|text| serde_json::from_str::<Vec<Json>>(text).unwrap());
    let accepted = fixtures.filter(|fixture| fixture["expect"]["outcome"] != "config_refused");
    accepted.map(|fixture| serde_json::from_value(fixture["config"].clone()).unwrap()).collect()
}

#[test]
fn no_row_of_the_worked_tables_is_out_of_reach() {
    for table in tables() {
        let told: Vec<Finding> = check(&table).into_iter().filter(|finding| finding.severity != Severity::Note).collect();
        assert_eq!(told, [], "{}", table.name);
    }
}

fn table(config: Json) -> Table {
    serde_json::from_value(config).unwrap()
}

fn automation(input: &str, kind: &str, cell: &str) -> Table {
    table(serde_json::json!({
        "name": "t", "hook": "automation", "hit": "collect", "currency": "CNY",
        "inputs": [{"expression": input, "type": kind}], "outputs": ["add_tags"],
        "rows": [{"id": "a", "when": [cell], "then": ["x"]}, {"id": "b", "when": ["-"], "then": ["y, z"]}]
    }))
}

#[test]
fn every_row_that_fires_leaves_one_line_for_the_coverage_count() {
    let host = FakeHost::new();
    let tags = DecisionTable::react(&host.call(automation("ticket.quantity", "integer", "1")), &case(), &event("ticket.created")).unwrap();
    assert_eq!(tags.len(), 3);
    let lines: Vec<_> = host.log().into_iter().map(|line| (line.level, line.message, line.fields)).collect();
    let line = |row: &str| (Level::Debug, "row".to_owned(), vec![("row".to_owned(), row.to_owned()), ("table".to_owned(), "t".to_owned())]);
    assert_eq!(lines, [line("a"), line("b")]);
}

#[test]
fn the_past_is_looked_up_only_when_the_table_asks_for_it() {
    let refused = || FakeHost::new().refuse_history(AccessError::Denied("history".into()));
    let react = |host: &FakeHost, table| DecisionTable::react(&host.call(table), &case(), &event("ticket.created"));
    assert!(react(&refused(), automation("ticket.quantity", "integer", "1")).is_ok());
    // A column that no row looks at costs nothing either.
    assert!(react(&refused(), automation("history.claims", "integer", "-")).is_ok());
    let error = react(&refused(), automation("history.claims", "integer", "> 1")).unwrap_err();
    assert!(matches!(&error, RuleError::InvalidInput(violations) if violations[0].message.contains("grant 'history'")), "{error:?}");
}

#[test]
fn a_table_is_asked_only_what_it_answers() {
    let host = FakeHost::new();
    let error =
        DecisionTable::evaluate(&host.call(automation("ticket.quantity", "integer", "1")), &case(), &refund_request(100)).unwrap_err();
    assert!(matches!(&error, RuleError::Config(violations) if violations[0].path == "/hook"), "{error:?}");
}

fn refund(currency: &str, minor: i64) -> RefundRequest {
    let amount = || Money::new(minor, currency);
    RefundRequest { requested: amount(), net: amount(), refunded_before: Money::zero(currency), risk: None }
}

/// The role that a table asks about a refund; none when it approves.
fn asked_of(table: &Table, request: &RefundRequest) -> Result<Option<String>, RuleError> {
    Ok(match DecisionTable::evaluate(&FakeHost::new().call(table.clone()), &case(), request)?.verdict {
        Verdict::NeedsApproval(need) => Some(need.role),
        verdict => {
            assert!(matches!(verdict, Verdict::Approve), "{verdict:?}");
            None
        }
    })
}

#[test]
fn one_table_has_tiers_for_several_currencies_and_no_amount_is_taken_for_one_of_another() {
    let currencies = tables().into_iter().find(|table| table.name == "多币种金额分层").unwrap();
    for (currency, minor, role) in [
        ("CNY", 5_000, None),
        ("CNY", 5_001, Some("supervisor")),
        ("JPY", 1_000, None),
        ("JPY", 1_001, Some("supervisor")),
        ("USD", 1, Some("director")),
    ] {
        assert_eq!(asked_of(&currencies, &refund(currency, minor)).unwrap().as_deref(), role, "{minor} {currency}");
    }
    // Without the column that tells currencies apart, and in two currencies at once, there is no answer.
    let mut blind = currencies.clone();
    blind.rows.iter_mut().for_each(|row| "-".clone_into(&mut row.when[0]));
    let mixed = RefundRequest { requested: Money::new(1, "CNY"), ..refund("JPY", 1) };
    for (table, request, wrong) in [(&blind, refund("JPY", 1), "amounts are in CNY here"), (&currencies, mixed, "two currencies")] {
        let error = asked_of(table, &request).unwrap_err();
        assert!(matches!(&error, RuleError::InvalidInput(violations) if violations[0].message.contains(wrong)), "{error:?}");
    }
}

#[test]
fn a_declared_amount_is_not_taken_for_one_of_another_currency() {
    let mut limited = automation("ticket.requested < param.limit", "boolean", "true");
    limited.parameters.insert("limit".to_owned(), redress_table::ParameterType::Money);
    let react = |table: &Table| {
        let host = FakeHost::new().parameter("limit", ParameterValue::Number("5000".into()));
        DecisionTable::react(&host.call(table.clone()), &CaseBuilder::new().build(), &event("ticket.created"))
    };
    assert_eq!(react(&limited).unwrap().len(), 3);
    limited.inputs[0].expression = "param.limit > param.limit".into();
    limited.inputs[0].currency = Some("USD".to_owned());
    let error = react(&limited).unwrap_err();
    assert!(
        matches!(&error, RuleError::InvalidInput(violations) if violations[0].message.contains("declared amounts are in CNY")),
        "{error:?}"
    );
}

#[test]
fn where_no_row_fits_tables_of_other_currencies_are_left_to_answer() {
    let mut dollars = automation("ticket.currency", "text", "USD");
    dollars.rows.truncate(1);
    let react =
        |case: &CaseFile| DecisionTable::react(&FakeHost::new().call(dollars.clone()), case, &event("ticket.created")).unwrap().len();
    let mut case = case();
    assert_eq!(react(&case), 0);
    case.ticket.lines.iter_mut().for_each(|line| "USD".clone_into(&mut line.requested.currency));
    assert_eq!(react(&case), 1);
    // Lines in two currencies have no currency together.
    let mut other = case.ticket.lines[0].clone();
    "EUR".clone_into(&mut other.requested.currency);
    case.ticket.lines.push(other);
    assert_eq!(react(&case), 0);
}

/// What a table says that takes all of these rows: verdict, role and quorum.
fn together(rows: &[[&str; 3]]) -> Result<Verdict, String> {
    let row = |(at, [verdict, role, quorum]): (usize, &[&str; 3])| serde_json::json!({"id": format!("r{at}"), "when": [], "then": [verdict, role, quorum, "x", "sorry"]});
    let rows: Vec<Json> = rows.iter().enumerate().map(row).collect();
    let all = table(serde_json::json!({
        "name": "t", "hook": "refund-approval", "hit": "collect", "inputs": [],
        "outputs": ["verdict", "role", "quorum", "ask_for", "message"], "rows": rows
    }));
    match DecisionTable::evaluate(&FakeHost::new().call(all), &case(), &refund_request(100)) {
        Ok(decision) => Ok(decision.verdict),
        Err(RuleError::InvalidInput(violations)) => Err(violations[0].message.clone()),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn of_several_rows_the_strictest_verdict_counts_whatever_their_order() {
    let quorum = |rows: &[[&str; 3]]| match together(rows) {
        Ok(Verdict::NeedsApproval(need)) => Ok(need.quorum),
        Ok(other) => panic!("{other:?}"),
        Err(message) => Err(message),
    };
    let need = |quorum| ["needs_approval", "director", quorum];
    for (a, b, both) in
        [("any", "all", Quorum::All), ("2", "3", Quorum::AtLeast(3)), ("", "2", Quorum::AtLeast(2)), ("1", "all", Quorum::All)]
    {
        for rows in [[need(a), need(b)], [need(b), need(a)]] {
            assert_eq!(quorum(&rows).unwrap(), both, "{a} and {b}");
        }
    }
    // Ranks of roles, and how many all of a role are, are the host's knowledge: nothing is guessed.
    let supervisor = ["needs_approval", "supervisor", ""];
    for rows in [[supervisor, need("")], [need(""), supervisor]] {
        let message = quorum(&rows).unwrap_err();
        assert!(message.starts_with("rows 'r0' and 'r1' of table 't' ask different people"), "{message}");
    }
    let message = quorum(&[need(""), need("2"), need("all")]).unwrap_err();
    assert!(message.starts_with("rows 'r1' and 'r2' of table 't' ask different people, 2 'director' and all 'director'"), "{message}");
    // Where nobody is asked in the end, it does not matter who would have been.
    assert!(matches!(together(&[supervisor, need(""), ["reject", "", ""]]), Ok(Verdict::Reject(_))));
    assert!(matches!(together(&[supervisor, ["need_information", "", ""], need("")]), Ok(Verdict::NeedInformation(_))));
}

#[test]
fn every_fact_of_the_catalogue_has_a_value_or_is_unknown() {
    let case = CaseBuilder::new().field("photo", &serde_json::json!(["a.jpg"])).build();
    let mut seen = BTreeSet::new();
    for hook in redress_table::Hook::ALL {
        let config = table(serde_json::json!({
            "name": "t", "hook": hook, "currency": "CNY", "fields": {"photo": "list"}, "parameters": {"limit": "integer"},
            "inputs": [], "outputs": [], "rows": []
        }));
        let environment = redress_table::environment(&config);
        let host = FakeHost::new().parameter("limit", ParameterValue::Number("5".into()));
        let call = host.call(config);
        let (desk, request, event) = (redress_sdk::testing::desk(), refund_request(100), event("x"));
        let tick = Tick { due_ms: call.now_ms(), previous_ms: None };
        let asked = match hook {
            redress_table::Hook::Routing => crate::facts::Asked::Routing(&desk),
            redress_table::Hook::FraudScoring => crate::facts::Asked::Nothing,
            redress_table::Hook::RefundApproval => crate::facts::Asked::Refund(&request),
            redress_table::Hook::Automation => crate::facts::Asked::Event(&event),
            redress_table::Hook::Schedule => crate::facts::Asked::Tick(&tick),
        };
        let facts = crate::facts::CaseFacts::new(&call, &case, &asked, Some("CNY"));
        for group in &environment.names.fields {
            let redress_expression::Type::Record(record) = &group.kind else { continue };
            let names = record.fields.iter().map(|field| format!("{}.{}", group.name, field.name));
            for text in names.chain(record.methods.iter().map(|method| format!("{}.{}(30)", group.name, method.name))) {
                let expression = redress_expression::Expression::parse(&text).unwrap();
                let kind = expression.check(&environment).unwrap_or_else(|problems| panic!("{text}: {problems:?}"));
                match expression.evaluate(&facts, &redress_expression::Settings::with_money(2)) {
                    Ok(value) => assert!(is_of(&value, &kind), "{text} gives {value}, the catalogue says {kind}"),
                    Err(fault) => assert!(fault.is_missing(), "{text}: {fault}"),
                }
                seen.insert(text);
            }
        }
    }
    assert!(seen.len() >= 57, "{}", seen.len());
}

fn is_of(value: &redress_expression::Value, kind: &redress_expression::Type) -> bool {
    use redress_expression::{Type, Value};
    match (value, kind) {
        (Value::List(items), Type::List(of)) => items.iter().all(|item| is_of(item, of)),
        (Value::Map(entries), Type::Map(of)) => entries.values().all(|item| is_of(item, of)),
        (Value::Map(entries), Type::Record(record)) => record.fields.iter().all(|field| {
            let entry = entries.get(&redress_expression::Key::Text((&*field.name).into()));
            entry.map_or(field.optional, |entry| is_of(entry, &field.kind))
        }),
        _ => matches!(
            (value, kind),
            (Value::Text(_), Type::Text)
                | (Value::Int(_), Type::Int | Type::Money)
                | (Value::Bool(_), Type::Bool)
                | (Value::Timestamp(_), Type::Timestamp)
                | (Value::Duration(_), Type::Duration)
        ),
    }
}

const README: &str = include_str!("../README.md");

#[test]
fn the_tables_of_the_readme_work() {
    let blocks: Vec<&str> = README.split("```json\n").skip(1).filter_map(|block| block.split("```").next()).collect();
    assert_eq!(blocks.len(), 2);
    for block in blocks {
        let found: Vec<Finding> =
            check(&serde_json::from_str(block).unwrap()).into_iter().filter(|told| told.severity != Severity::Note).collect();
        assert_eq!(found, [], "{block}");
    }
}

#[test]
fn the_readme_names_every_fact_and_every_column() {
    for hook in redress_table::Hook::ALL {
        for output in redress_table::outputs(hook) {
            assert!(README.contains(&format!("`{}`", output.name)), "{}", output.name);
        }
        let empty = serde_json::json!({"name": "t", "hook": hook, "currency": "CNY", "inputs": [], "outputs": [], "rows": []});
        for group in redress_table::environment(&table(empty)).names.fields {
            let redress_expression::Type::Record(record) = &group.kind else { continue };
            let names = record.fields.iter().map(|field| field.name.to_string());
            for name in names.chain(record.methods.iter().map(|method| format!("{}(", method.name))) {
                assert!(README.contains(&format!(".{name}")), "{}.{name}", group.name);
            }
        }
    }
}
