//! What the checker accepts and refuses.

use super::{check, environment};
use crate::{Environment, Expression, Type};

#[test]
fn types_follow_from_the_parts() {
    for (text, kind) in [
        ("amount * 2 + money(\"0.50\") <= money(\"100\")", Type::Bool),
        ("amount / money(\"10\")", Type::Int),
        ("amount * 15 / 100", Type::Money),
        ("ticket.lines.map(line, line.quantity)", Type::list(Type::Int)),
        ("ticket.lines.filter(line, line.quantity > 1).size()", Type::Int),
        ("ticket.tags.exists(tag, tag.startsWith(\"V\"))", Type::Bool),
        ("now - ticket.age", Type::Timestamp),
        ("(now - timestamp(\"2026-10-01T00:00:00Z\")).getHours() > 24", Type::Bool),
        ("vip ? \"a\" : ticket.kind", Type::Text),
        ("has(ticket.days) ? ticket.days : 0", Type::Int),
        ("history.claims_within(180) >= 3", Type::Bool),
        ("attributes[\"source\"] + attributes.source", Type::Text),
        ("[] == ticket.tags", Type::Bool),
        ("double(ticket.lines.size()) * rate", Type::Double),
        ("ticket.kind.matches(\"^ex[a-z]+$\")", Type::Bool),
        ("{\"a\": 1}.map(key, key + \"!\")", Type::list(Type::Text)),
    ] {
        assert_eq!(check(text), Ok(kind), "{text}");
    }
}

#[test]
fn mistakes_are_told_in_the_words_of_the_author() {
    for (text, told) in [
        ("amont > 5", "column 1: there is no 'amont': did you mean 'amount'?"),
        ("tikcet.kind", "column 1: there is no 'tikcet': did you mean 'ticket'?"),
        ("ticket.knd == \"a\"", "column 1: there is no field 'knd': did you mean 'kind'?"),
        ("ticket.price", "column 1: there is no field 'price': there are kind, tags, lines, age, days"),
        ("amount > 50", "column 1: > does not fit an amount of money and a whole number: write amounts as money(\"50.00\")"),
        ("amount > money(50)", "column 10: money() takes one amount in quotation marks, as in money(\"50.00\")"),
        ("amount > money(\"50.005\")", "column 10: '50.005' has more than the 2 decimal places of the currency: round it"),
        ("rate + 1", "column 1: + does not fit a number with a fraction and a whole number: write double(…) or int(…) around one of them"),
        ("ticket.kind == 1", "column 1: == does not fit a text and a whole number: leave the quotation marks out of numbers"),
        ("now > \"2026-10-01\"", "column 1: > does not fit a moment and a text: write moments as timestamp(\"2026-10-07T08:00:00Z\")"),
        ("ticket.age > 30", "column 1: > does not fit a length of time and a whole number: write lengths of time as duration(\"30m\")"),
        ("\"a\" in ticket.kind", "column 8: in looks into lists: for a part of a text write text.contains(\"part\")"),
        ("ticket", "column 1: 'ticket' is a group of facts: select one of them, such as ticket.kind"),
        ("sise(ticket.tags)", "column 1: there is no function 'sise': did you mean 'size'?"),
        ("contains(ticket.kind, \"a\")", "column 1: there is no function 'contains': write it after a dot, as in value.contains(…)"),
        ("dyn(amount)", "column 1: there is no function 'dyn': types are known before it runs, so it is not needed"),
        ("ticket.kind.startWith(\"a\")", "column 13: startWith() cannot be used with a text: did you mean 'startsWith'?"),
        ("history.claims_within(\"180\")", "column 9: claims_within() takes a whole number"),
        ("history.claim_within(180)", "column 9: there is no method 'claim_within': did you mean 'claims_within'?"),
        ("vip && amount", "column 8: && needs true or false, and this is an amount of money"),
        ("vip ? 1 : \"a\"", "column 11: both sides of : must be of one type: this is a text, the one before a whole number"),
        ("[1, \"a\"]", "column 5: a list holds values of one type: this is a text, the one before a whole number"),
        ("ticket.kind.all(c, true)", "column 1: all() goes through a list, and this is a text"),
        ("ticket.tags.exists(now, true)", "column 1: exists() calls its item 'now', which is a name already: choose another one"),
        ("duration(\"3 weeks\")", "column 1: '3 weeks' cannot be read by duration(): write something like 90m or 1h30m"),
        ("ticket.kind.matches(\"(\")", "column 13: '(' is no regular expression: "),
        (
            "now.getHours(\"Asia/Shanghai\")",
            "column 14: 'Asia/Shanghai' is no offset from UTC: write \"UTC\" or an offset such as \"+08:00\" (names of places are not supported, their rules change)",
        ),
    ] {
        let found = check(text).expect_err(text);
        assert!(found[0].starts_with(told), "{text}: {found:?}");
    }
}

#[test]
fn every_mistake_is_told_at_once_in_the_order_of_the_text() {
    let found = check("amont > 1 || ticket.knd == \"a\" || ticket.age > 30").unwrap_err();
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found[0].starts_with("column 1:") && found[1].starts_with("column 14:") && found[2].starts_with("column 35:"), "{found:?}");
}

#[test]
fn the_result_must_be_of_the_type_that_is_needed() {
    let expression = Expression::parse("amount * 2").unwrap();
    assert!(expression.check_as(&environment(), &Type::Money).is_ok());
    let problems = expression.check_as(&environment(), &Type::Bool).unwrap_err();
    assert_eq!(problems[0].message, "the expression gives an amount of money, and true or false is needed");
}

#[test]
fn amounts_need_a_currency() {
    let expression = Expression::parse("money(\"1\") == money(\"1.5\")").unwrap();
    assert!(expression.check(&Environment::new(None)).unwrap_err()[0].message.contains("set the currency"));
    assert!(expression.check(&Environment::new(Some(0))).unwrap_err()[0].message.contains("whole amount"));
    assert!(expression.check(&Environment::new(Some(2))).is_ok());
}
