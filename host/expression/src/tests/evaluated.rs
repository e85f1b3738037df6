//! What expressions give.

use std::cell::RefCell;

use super::{evaluate, facts};
use crate::{Cause, Expression, Facts, Settings, Unavailable, Value};

#[test]
fn values_follow_from_the_facts() {
    for (text, value) in [
        ("amount == money(\"50.00\") && amount * 3 / 2 == money(\"75\")", Value::Bool(true)),
        ("ticket.lines.filter(line, line.quantity > 1).map(line, line.sku)", Value::texts(["B"])),
        ("ticket.tags.exists_one(tag, tag.size() == 2)", Value::Bool(true)),
        ("ticket.lines.all(line, has(line.category))", Value::Bool(false)),
        ("ticket.lines.map(line, line.quantity > 1, line.sku)[0]", "B".into()),
        ("ticket.age > duration(\"1h\") && ticket.age < duration(\"2h\")", Value::Bool(true)),
        ("string(now + duration(\"36h\"))", "2026-10-08T20:00:00Z".into()),
        ("now.getDayOfWeek(\"+08:00\") * 100 + now.getHours(\"+08:00\")", Value::Int(316)),
        ("has(ticket.days) ? ticket.days : -1", Value::Int(-1)),
        ("has(attributes.source) && !has(attributes.other)", Value::Bool(true)),
        ("attributes[\"source\"].upperAscii() + string(1 + 2 * 3 - 4 % 3)", "LIVE6".into()),
        ("1 == 1.0 && 1u == 1 && 2 in [1.0, 2.0]", Value::Bool(true)),
        ("--1 - -1", Value::Int(2)),
        ("-9223372036854775808", Value::Int(i64::MIN)),
        ("size(\"退货\") + \"ab\".size()", Value::Int(4)),
        ("\"13800000000\".matches(\"^[0-9]{11}$\")", Value::Bool(true)),
        ("r'a\\d' == 'a\\\\d' && '''a'b''' == \"a'b\"", Value::Bool(true)),
    ] {
        assert_eq!(evaluate(text), Ok(value), "{text}");
    }
}

#[test]
fn what_cannot_be_computed_is_an_error_with_its_place() {
    for (text, told) in [
        ("1 + 9223372036854775807", "column 1: the result of 1 + 9223372036854775807 is out of range"),
        ("amount / 0", "column 1: cannot divide by zero"),
        ("-9223372036854775808 / -1", "column 1: the result of -9223372036854775808 / -1 is out of range"),
        ("ticket.lines[2].sku", "column 1: there is no entry 2"),
        ("vip && ticket.days > 3", "column 8: ticket.days is not known here: guard it with has(ticket.days)"),
        ("int(\"12a\")", "column 1: '12a' cannot be read as a whole number"),
        ("now + duration(\"2000000h\") + duration(\"2000000h\") + now", "cannot"),
    ] {
        let found = evaluate(text).expect_err(text);
        assert!(found.starts_with(told) || (told == "cannot" && found.contains("cannot be used with")), "{text}: {found}");
    }
}

#[test]
fn an_operand_that_decides_outweighs_one_that_fails() {
    assert_eq!(evaluate("ticket.days > 3 || vip"), Ok(Value::Bool(true)));
    assert_eq!(evaluate("1 / 0 == 1 && !vip"), Ok(Value::Bool(false)));
    assert_eq!(evaluate("ticket.lines.exists(line, line.category == \"a\" || line.sku == \"B\")"), Ok(Value::Bool(true)));
    assert!(evaluate("1 / 0 == 1 && vip").is_err());
}

#[test]
fn long_evaluations_stop() {
    let list = format!("[{}]", ["0"; 60].join(","));
    let text = format!("{list}.all(a, {list}.all(b, {list}.all(c, {list}.all(d, a == d))))");
    let fault = Expression::parse(&text).unwrap().evaluate(&facts(), &Settings::default()).unwrap_err();
    assert_eq!(fault.cause, Cause::Steps(50_000));
    // Growth counts too: every round doubles the text.
    let doubling = (0..30).fold("[\"0123456789abcdef\"]".to_owned(), |text, round| format!("{text}.map(x{round}, x{round} + x{round})"));
    let fault = Expression::parse(&doubling).unwrap().evaluate(&facts(), &Settings::default()).unwrap_err();
    assert!(matches!(fault.cause, Cause::Steps(_)), "{fault}");
    // So do lists that share their items: compared or handed out, all of it is gone through.
    let nested = |rounds: usize| (0..rounds).fold("[1]".to_owned(), |text, _| format!("{text}.map(x, [x, x])"));
    for text in [nested(20), format!("{} == {}", nested(20), nested(20)), format!("[1] in {}", nested(20))] {
        let fault = Expression::parse(&text).unwrap().evaluate(&facts(), &Settings::default()).unwrap_err();
        assert!(matches!(fault.cause, Cause::Steps(_)), "{fault}");
    }
    // An operand that decides does not hide that the evaluation was cut short.
    assert!(Expression::parse(&format!("{doubling}.size() > 0 || true")).unwrap().evaluate(&facts(), &Settings::default()).is_err());
}

#[test]
fn only_what_is_mentioned_is_asked_for() {
    struct Asked(RefCell<Vec<String>>);
    impl Facts for Asked {
        fn value(&self, path: &[Box<str>]) -> Result<Value, Unavailable> {
            self.0.borrow_mut().push(path.join("."));
            match &*path[path.len() - 1] {
                "yes" => Ok(Value::Bool(true)),
                _ => Err(Unavailable::Failed("the host is away".into())),
            }
        }
        fn call(&self, path: &[Box<str>], method: &str, arguments: &[Value]) -> Result<Value, Unavailable> {
            self.0.borrow_mut().push(format!("{}.{method}({})", path.join("."), arguments[0]));
            Ok(Value::Int(3))
        }
    }
    let asked = Asked(RefCell::default());
    let run = |text: &str| Expression::parse(text).unwrap().evaluate(&asked, &Settings::default());
    assert_eq!(run("a.yes || b.dear"), Ok(Value::Bool(true)));
    assert_eq!(run("history.claims_within(180) >= 3"), Ok(Value::Bool(true)));
    assert_eq!(run("b.dear").unwrap_err().to_string(), "the host is away");
    assert_eq!(asked.0.into_inner(), ["a.yes", "history.claims_within(180)", "b.dear"]);
}
