//! Tables out and in again.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::model::{HitPolicy, Hook, Row};

fn tiers() -> Table {
    let table = json!({
        "name": "金额分层", "hook": "refund-approval", "currency": "CNY",
        "inputs": [
            {"label": "金额", "expression": "request.amount", "type": "money"},
            {"label": "类型", "expression": "ticket.kind", "type": "text"},
            {"label": "风险分", "expression": "request.risk_score", "type": "integer"}
        ],
        "outputs": ["verdict", "role", "report", "tags"],
        "rows": [
            {"id": "small", "when": ["<= 50", "return_refund, refund_only", "-"], "then": ["approve", "", "", ""], "note": "不超过50元"},
            {"id": "middle", "when": ["(50..500]", "not(exchange)", "< 60"], "then": ["needs_approval", "supervisor", "", "a, b"], "condition": "ticket.quantity > 1"},
            {"id": "large", "when": ["> 500.50", "-", "missing"], "then": ["needs_approval", "director", "true", ""]}
        ]
    });
    serde_json::from_value(table).unwrap()
}

#[test]
fn spreadsheets_get_every_row_and_give_it_back() {
    let table = tiers();
    let text = export_csv(&table);
    assert!(text.starts_with("\u{feff}id,enabled,priority,if: 金额,if: 类型,if: 风险分,condition,then: verdict"), "{text}");
    let back = import_csv(&table, &text).unwrap();
    assert_eq!((back.table, back.dropped), (table, Vec::<String>::new()));
}

#[test]
fn spreadsheets_may_use_semicolons_leave_columns_out_and_forget_ids() {
    let back = import_csv(&tiers(), "then: verdict;if: 金额;enabled\napprove;<= 50;是\nreject;> 50;no\n;;\n").unwrap();
    let rows = &back.table.rows;
    assert_eq!((rows.len(), rows[0].id.as_str(), rows[1].id.as_str(), rows[1].enabled), (2, "row-1", "row-2", false));
    assert_eq!(rows[0].when, ["<= 50", "", ""]);
    assert!(back.dropped.iter().any(|what| what.contains("then: role")), "{:?}", back.dropped);
}

#[test]
fn what_a_spreadsheet_spoils_is_told_with_its_line() {
    let told = |text: &str| import_csv(&tiers(), text).unwrap_err().to_string();
    assert!(told("id,if: Amount\na,<= 50\n").contains("line 1: the table has no column 'if: Amount'"));
    assert!(told("id,priority\na,1\nb,high\n").contains("line 3: 'high' in the column 'priority'"));
    assert!(told("id,enabled\na,maybe\n").contains("neither yes nor no"));
    assert!(told("id,id\na,b\n").contains("stands twice"));
    assert!(told("id\n").contains("no row"));
}

#[test]
fn formulas_are_made_harmless_for_spreadsheets() {
    let mut table = tiers();
    table.rows[0].then[1] = "=cmd".into();
    table.rows[0].note = "'quoted".into();
    let text = export_csv(&table);
    assert!(text.contains("'=cmd") && text.contains("''quoted"), "{text}");
    assert_eq!(import_csv(&table, &text).unwrap().table, table);
}

#[test]
fn jdm_gets_the_table_and_gives_it_back() {
    let table = tiers();
    let file = export_jdm(&table);
    assert_eq!(file.dropped, Vec::<String>::new());
    let mut options = JdmOptions::new(Hook::RefundApproval);
    options.currency = Some("CNY".into());
    let back = import_jdm(&file.content, &options).unwrap();
    assert_eq!(back.dropped, Vec::<String>::new());
    let same = |a: &Row, b: &Row| {
        let cells = |row: &Row| -> Vec<_> {
            row.when.iter().zip(&table.inputs).map(|(text, input)| crate::cell::read(text, input.kind, Some(2)).unwrap()).collect()
        };
        cells(a) == cells(b) && (&a.id, &a.then, &a.note) == (&b.id, &b.then, &b.note)
    };
    assert!(table.rows.iter().zip(&back.table.rows).all(|(a, b)| same(a, b)), "{:?}", back.table.rows);
    assert_eq!(back.table.rows[1].condition, "(ticket.quantity > 1)");
    assert_eq!((back.table.name, back.table.inputs, back.table.outputs), (table.name, table.inputs, table.outputs));
}

#[test]
fn jdm_files_of_others_are_read_with_names_put_right() {
    let file = json!({"contentType": "application/vnd.gorules.decision", "edges": [], "nodes": [
        {"id": "i", "type": "inputNode", "name": "Request"},
        {"id": "f", "type": "functionNode", "name": "helper"},
        {"id": "t", "type": "decisionTableNode", "name": "Refunds", "content": {
            "hitPolicy": "collect", "passThrough": true,
            "inputs": [{"id": "a", "name": "Total", "field": "cart.total"}, {"id": "k", "name": "Kind", "field": "ticket.kind"}, {"id": "c", "name": "Any"}],
            "outputs": [{"id": "v", "name": "Verdict", "field": "decision"}, {"id": "x", "name": "Fee", "field": "fee"}],
            "rules": [
                {"_id": "1", "a": ">= 10 and < 20", "k": "in [\"exchange\", 'repair']", "c": "ticket.quantity > 2", "v": "'approve'", "x": "1 + 1"},
                {"_id": "2", "_description": "rest", "a": "", "k": "not in [\"repair\"]", "v": "\"reject\""}
            ]
        }}
    ]});
    let mut options = JdmOptions::new(Hook::RefundApproval);
    options.currency = Some("CNY".into());
    options.names = [("cart.total", "request.amount"), ("decision", "verdict")].map(|(a, b)| (a.to_owned(), b.to_owned())).into();
    let read = import_jdm(&file, &options).unwrap();
    let rows = &read.table.rows;
    assert_eq!(rows[0].when, ["[10..20)", "\"exchange\", 'repair'"]);
    assert_eq!(
        (rows[0].condition.as_str(), rows[1].note.as_str(), &rows[1].then[..]),
        ("(ticket.quantity > 2)", "rest", &["reject".to_owned()][..])
    );
    assert_eq!((read.table.hit, read.table.outputs.len()), (HitPolicy::Collect, 1));
    assert_eq!(read.dropped.len(), 3, "{:?}", read.dropped);

    for (policy, told) in [(json!("first"), 3), (json!(null), 3), (json!("unique"), 4)] {
        let mut other = file.clone();
        other["nodes"][2]["content"]["hitPolicy"] = policy.clone();
        let read = import_jdm(&other, &options).unwrap();
        assert_eq!((read.table.hit, read.dropped.len()), (HitPolicy::First, told), "{policy}: {:?}", read.dropped);
        let named = "the hit policy \"unique\": the topmost row that fits counts instead";
        assert_eq!(read.dropped.iter().any(|what| what == named), told == 4, "{:?}", read.dropped);
    }

    let mut wrong = file.clone();
    wrong["nodes"][2]["content"]["rules"][0]["a"] = json!("sum($) > 3");
    assert_eq!(import_jdm(&wrong, &options).unwrap_err().to_string(), "row 1, column 'Total': the cell sum($) > 3 has no counterpart here");
    assert!(import_jdm(&json!({}), &options).unwrap_err().to_string().contains("no decision table"));
    options.node = Some("Other".into());
    assert!(import_jdm(&file, &options).unwrap_err().to_string().contains("there are Refunds"));
}

#[test]
fn what_jdm_cannot_say_is_named() {
    let mut table = tiers();
    table.hit = HitPolicy::Priority;
    table.rows[0].enabled = false;
    table.rows[2].priority = 5;
    table.inputs[1] = crate::Input {
        label: "标签".into(),
        expression: "ticket.tags".into(),
        kind: crate::InputType::List,
        currency: None,
        values: Vec::new(),
    };
    table.rows[1].when[1] = "VIP".into();
    table.inputs[0].currency = Some("JPY".into());
    table.rows[2].when[0] = "> 500".into();
    let file = export_jdm(&table);
    assert_eq!(file.dropped.len(), 4, "{:?}", file.dropped);
    assert_eq!(file.content["nodes"][1]["content"]["rules"][0]["_id"], "large");
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ -~]{0,12}", "[\\p{Han}，;\t\"'=@+-]{0,6}", "(?s)[a-z\n,\"]{0,6}"]
}

proptest! {
    #[test]
    fn csv_keeps_whatever_stands_in_cells(texts in prop::collection::vec(any_text(), 9), enabled: bool, priority: i32) {
        let mut table = tiers();
        table.rows.truncate(1);
        let row = &mut table.rows[0];
        (row.enabled, row.priority) = (enabled, priority);
        row.when = texts[..3].to_vec();
        row.then = texts[3..7].to_vec();
        (row.condition, row.note) = (texts[7].clone(), texts[8].clone());
        prop_assert_eq!(import_csv(&table, &export_csv(&table)).unwrap().table, table);
    }
}
