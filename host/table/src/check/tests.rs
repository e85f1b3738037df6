//! Everything wrong is told at once, with its place.

use serde_json::{Value as Json, json};

use super::*;

fn table(change: impl FnOnce(&mut Json)) -> Table {
    let mut table = json!({
        "name": "t", "hook": "refund-approval", "hit": "first", "currency": "CNY",
        "parameters": {"limit": "money"}, "fields": {"photo": "list"},
        "inputs": [
            {"label": "amount", "expression": "request.amount", "type": "money"},
            {"label": "kind", "expression": "ticket.kind", "type": "text"}
        ],
        "outputs": ["verdict", "role", "message", "deduct", "deduct_reason"],
        "rows": [
            {"id": "a", "when": ["<= 50", "exchange"], "condition": "has(param.limit) && request.net < param.limit", "then": ["approve", "", "", "", ""]},
            {"id": "b", "when": ["-", "-"], "then": ["needs_approval", "supervisor", "", "", ""]}
        ]
    });
    change(&mut table);
    serde_json::from_value(table).unwrap()
}

/// Errors as `path: message`.
fn told(change: impl FnOnce(&mut Json)) -> Vec<String> {
    errors(&table(change)).into_iter().map(|finding| format!("{}: {}", finding.path, finding.message)).collect()
}

#[test]
fn a_table_without_mistakes_has_no_errors_and_tells_what_it_did_not_look_into() {
    assert_eq!(told(|_| {}), Vec::<String>::new());
    let found = check(&table(|_| {}));
    assert!(found.iter().all(|finding| finding.severity == Severity::Note), "{found:?}");
    assert!(found[0].message.contains("1 row(s) have conditions"), "{found:?}");
}

#[test]
fn one_mistake_one_message() {
    for (change, message) in [
        (("/name", json!(" ")), "/name: give the table a name"),
        (("/currency", json!("yuan")), "/currency: 'yuan' is not a currency code"),
        (
            ("/inputs/0/expression", json!("request.amont")),
            "/inputs/0/expression: column 1: there is no field 'amont': did you mean 'amount'?",
        ),
        (
            ("/inputs/0/expression", json!("ticket.quantity")),
            "/inputs/0/expression: the column's type needs an amount of money, and its expression gives a whole number",
        ),
        (
            ("/inputs/0/expression", json!("param.limits")),
            "/inputs/0/expression: column 1: there is no field 'limits': did you mean 'limit'?",
        ),
        (("/inputs/0/values", json!(["1"])), "/inputs/0/values: only a column of texts"),
        (("/outputs/1", json!("rol")), "/outputs/1: 'rol' is no column of refund-approval answers: did you mean 'role'?"),
        (("/outputs/2", json!("set.x")), "/outputs/2: 'set.x' is no column of refund-approval answers"),
        (("/rows/1/id", json!("a")), "/rows/1/id: another row has the id 'a' already"),
        (("/rows/1/when", json!(["-"])), "/rows/1/when: the row has 1 cells for 2 columns"),
        (("/rows/1/then", json!(["approve"])), "/rows/1/then: the row has 1 cells for 5 columns"),
        (("/rows/0/when/0", json!("<= 50.005")), "/rows/0/when/0: '50.005' has more than the 2 decimal places"),
        (("/rows/0/when/1", json!("exchang")), "/rows/0/when/1: 'exchang' is no value of this column: did you mean 'exchange'?"),
        (
            ("/rows/0/condition", json!("request.net")),
            "/rows/0/condition: the expression gives an amount of money, and true or false is needed",
        ),
        (("/rows/0/condition", json!("event.name == \"x\"")), "/rows/0/condition: column 1: there is no 'event'"),
        (("/rows/0/then/0", json!("aprove")), "/rows/0/then/0: 'aprove' is none of approve, needs_approval"),
        (("/rows/0/then/0", json!("")), "/rows/0/then: the row decides nothing"),
        (("/rows/0/then/0", json!("reject")), "/rows/0/then: reject must say what the customer reads: fill in the column 'message'"),
        (("/rows/1/then/1", json!("")), "/rows/1/then: needs_approval must say who has to agree: fill in the column 'role'"),
        (("/rows/0/then/3", json!("35")), "/rows/0/then: the customer must be told why"),
        (("/rows/0/then/1", json!("= request.net")), "/rows/0/then/1: the expression gives an amount of money, and a text is needed"),
        (("/rows", json!([])), "/rows: a table needs at least one row"),
    ] {
        let (path, value) = change;
        let found = told(|table| *table.pointer_mut(path).unwrap_or(&mut Json::Null) = value.clone());
        // A changed column may make cells of it wrong, too; the mistake itself is always told.
        if path == "/inputs/0/values" {
            let with_values = told(|table| table["inputs"][0]["values"] = value);
            assert!(with_values[0].starts_with(message), "{path}: {with_values:?}");
            continue;
        }
        assert!(found.first().is_some_and(|first| first.starts_with(message)), "{path}: {found:?}");
    }
}

#[test]
fn every_mistake_is_told_at_once() {
    let found = told(|table| {
        table["name"] = json!("");
        table["inputs"][0]["expression"] = json!("request.amont > 1 || tikcet.kind == 1");
        table["rows"][0]["when"] = json!([">", "x y \"z\""]);
        table["rows"][1]["then"][0] = json!("no");
    });
    assert!(found.len() >= 6, "{found:?}");
}

#[test]
fn amounts_need_a_currency() {
    let found = told(|table| {
        table["currency"] = Json::Null;
        table["rows"][0]["condition"] = json!("");
    });
    let paths: Vec<&str> = found.iter().map(|told| told.split(": ").next().unwrap()).collect();
    assert_eq!(paths, ["/parameters/limit", "/inputs/0/expression", "/currency", "/rows/0/when/0"], "{found:?}");
}

#[test]
fn a_column_may_have_its_own_currency_but_declared_amounts_are_in_that_of_the_table() {
    let told = |expression: &str, currency: &str, cell: &str| {
        told(|table| {
            table["inputs"][0] = json!({"expression": expression, "type": "money", "currency": currency});
            table["rows"][0]["when"][0] = json!(cell);
        })
    };
    assert_eq!(told("request.amount", "JPY", "<= 5,000"), Vec::<String>::new());
    assert!(told("request.amount", "JPY", "<= 0.50")[0].starts_with("/rows/0/when/0: '0.50' has a fraction, and the currency has none"));
    assert!(told("request.amount - money(\"0.50\")", "JPY", "-")[0].starts_with("/inputs/0/expression: "));
    assert!(told("request.amount", "yen", "-")[0].starts_with("/inputs/0/currency: 'yen' is not a currency code"));
    assert!(told("request.amount - param.limit", "JPY", "-")[0].contains("'param.limit' is an amount in the table's currency"));
    assert_eq!(told("request.amount - param.limit", "CNY", "-"), Vec::<String>::new());
}

#[test]
fn large_tables_are_refused() {
    let row = |at: usize| json!({"id": format!("r{at}"), "when": ["-", "-"], "then": ["approve", "", "", "", ""]});
    let found = told(|table| table["rows"] = (0..501).map(row).collect());
    assert_eq!(found, ["/rows: there are 501 rows; at most 500 are allowed"]);
    let row = |at: usize| json!({"id": format!("r{at}"), "when": [">", "-"], "then": ["approve", "", "", "", ""]});
    let found = told(|table| table["rows"] = (0..300).map(row).collect());
    assert_eq!((found.len(), found[50].as_str()), (51, ": there are 250 more findings: correct these first"));
    let found = told(|table| table["rows"][0]["note"] = json!("x".repeat(1_001)));
    assert_eq!(found, ["/rows/0/note: the text has 1001 characters; at most 1000 are allowed: shorten it"]);
    let found = told(|table| table["rows"][0]["condition"] = json!(format!("true{}", " || true".repeat(400))));
    assert!(found[0].contains("split it up"), "{found:?}");
}

#[test]
fn the_schema_says_what_every_setting_means() {
    let schema = serde_json::to_value(schemars::schema_for!(Table)).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values();
    for part in [&schema].into_iter().chain(definitions) {
        for (name, property) in part["properties"].as_object().into_iter().flatten() {
            assert!(property["description"].is_string() || property["$ref"].is_string(), "{name} has no description");
        }
    }
}

#[test]
fn every_column_of_answers_is_described() {
    for hook in crate::Hook::ALL {
        let outputs = crate::outputs(hook);
        assert!(outputs.iter().all(|output| !output.meaning.is_empty()), "{hook:?}");
        for field in &environment(&Table { hook, ..table(|_| {}) }).names.fields {
            assert!(!field.meaning.is_empty(), "{}", field.name);
        }
    }
}
