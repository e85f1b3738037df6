//! Reading and its limits.

use super::{check, evaluate};
use crate::{Expression, Limits};

#[test]
fn mistakes_of_spelling_are_told_with_their_place() {
    for (text, told) in [
        ("", "column 1: the expression is empty"),
        ("amount >", "column 9: the expression ends where a value, a name or an opening bracket is expected"),
        ("amount = 5", "column 8: a single = means nothing here: write == to compare"),
        ("vip & vip", "column 5: a single & means nothing here: write && for 'and'"),
        ("ticket.kind == “a”", "column 16: “ is a typographic quotation mark: write \" instead"),
        ("\"复购\" in ticket.tags）", "column 20: ） is a full-width sign: write the half-width one instead"),
        ("(1 + 2", "column 7: the expression ends where ')' is expected"),
        ("1 2", "column 3: 2 stands where the end of the expression is expected"),
        ("'abc", "column 1: the text does not end: close it with '"),
        ("9223372036854775808", "column 1: the whole number does not fit 64 bits"),
        ("[1, 2].map(x)", "column 8: map() takes a name and a condition, as in list.map(item, item > 1); here are 1 arguments"),
        ("has(ticket)", "column 5: has() asks for a field, as in has(order.delivered_at)"),
        ("amount >\n  if", "line 2, column 3: 'if' is a reserved word and cannot be a name"),
        ("a.?b", "column 2: optional selection .? is not supported: ask has(…) first"),
        ("Money{minor: 1}", "column 6: messages cannot be built here: use a map such as {\"name\": value}"),
    ] {
        assert_eq!(evaluate(text), Err(told.to_owned()), "{text}");
    }
}

#[test]
fn large_texts_are_refused_before_they_cost_anything() {
    let refused = |text: String| Expression::parse(&text).unwrap_err().message;
    assert!(refused("1+".repeat(1_500) + "1").contains("at most 2000"));
    assert!(refused("(".repeat(49) + "1" + &")".repeat(49)).contains("48 levels"));
    assert!(refused("1+".repeat(60) + "1").contains("48 levels"));
    assert!(refused("-".repeat(3) + &"[".repeat(60) + &"]".repeat(60)).contains("48 levels"));
    assert!(refused(format!("[{}1]", "1,".repeat(500))).contains("500 parts"));
    let wide = vec!["vip"; 250].join(" || ");
    assert!(Expression::parse(&wide).is_ok(), "a chain of alternatives is flat");
    let tight = Limits { nodes: 2, ..Limits::default() };
    assert!(Expression::parse_within("1 + 1", &tight).is_err());
}

#[test]
fn an_expression_says_what_it_looks_at() {
    let expression = Expression::parse("has(order.paid) && ticket.lines.exists(line, line.sku == param.sku)").unwrap();
    assert_eq!(expression.paths().into_iter().collect::<Vec<_>>(), ["line.sku", "order", "order.paid", "param.sku", "ticket.lines"]);
    assert_eq!(Expression::parse("request.amount").unwrap().as_path().map(|path| path.join(".")).as_deref(), Some("request.amount"));
    assert!(Expression::parse("request.amount + money(\"1\")").unwrap().as_path().is_none());
    assert!(check("amount").is_ok());
}
