//! Cells as people write them.

use proptest::prelude::*;
use redress_expression::{Duration, Value};

use super::*;
use crate::model::InputType;

fn fits(text: &str, kind: InputType, value: impl Into<Value>) -> bool {
    read(text, kind, Some(2)).unwrap_or_else(|message| panic!("{text}: {message}")).fits(Some(&value.into()))
}

#[test]
fn amounts_are_compared_to_the_cent() {
    let money = |text, minor: i64| fits(text, InputType::Money, minor);
    assert!(money("<= 50", 5_000) && !money("<= 50", 5_001));
    assert!(money("(50..500]", 5_001) && money("(50..500]", 50_000) && !money("(50..500]", 5_000));
    assert!(money("[50.00..500)", 5_000) && !money("[50.00..500)", 50_000));
    assert!(money("]50..500]", 50_000) && !money("]50..500]", 5_000));
    assert!(money("> 1,250.50", 125_051) && !money("> 1,250.50", 125_050));
    assert!(money("1,250, 3", 125_000) && money("1,250, 3", 300));
    assert!(money("≤ 50".replace('≤', "<=").as_str(), 5_000));
}

#[test]
fn texts_need_no_quotation_marks() {
    let text = |cell, value: &str| fits(cell, InputType::Text, value);
    assert!(text("退换货，维修", "维修") && text("\"a, b\", c", "a, b") && text("a", "a") && !text("a", "A"));
    assert!(!text("not(a, b)", "b") && text("not(a、b)", "c") && !text("!= a", "a") && text("！= a", "b"));
    assert!(text("size too small", "size too small") && text("\"missing\"", "missing"));
}

#[test]
fn lists_fit_when_one_of_the_texts_is_in_them() {
    let list = |cell, tags: &[&str]| fits(cell, InputType::List, Value::texts(tags.iter().copied()));
    assert!(list("VIP, 复购", &["x", "复购"]) && !list("VIP", &[]) && list("not(VIP)", &[]) && !list("not(VIP)", &["VIP"]));
}

#[test]
fn everything_else_is_read_by_its_column() {
    assert!(fits("是", InputType::Boolean, true) && fits("no", InputType::Boolean, false));
    assert!(fits("1, 3, > 7", InputType::Integer, 8) && !fits("1, 3, > 7", InputType::Integer, 2));
    assert!(fits("<= 12.5", InputType::Number, Value::Double(12.5)) && fits("> 12.5", InputType::Number, 13));
    let hours = |text| fits(text, InputType::Duration, Value::Duration(Duration::parse("36h").unwrap()));
    assert!(hours("> 1d") && hours("1d12h") && !hours("< 36h") && hours("[30m..2d]"));
}

#[test]
fn what_is_not_known_fits_only_cells_that_say_so() {
    for (text, unknown) in [("-", true), ("", true), ("missing", true), ("not(missing)", false), ("not(1)", false), ("<= 1", false)] {
        assert_eq!(read(text, InputType::Integer, None).unwrap().fits(None), unknown, "{text}");
    }
    assert!(fits("not(missing)", InputType::Integer, 1) && !fits("missing", InputType::Integer, 1));
}

#[test]
fn slips_are_told_with_what_to_write_instead() {
    for (text, kind, part) in [
        ("<= 50.005", InputType::Money, "2 decimal places"),
        ("50元", InputType::Money, "leave the currency out"),
        ("\"50\"", InputType::Money, "leave the quotation marks out"),
        ("(500..50]", InputType::Money, "lower end is above"),
        ("(5..5]", InputType::Integer, "empty"),
        ("(5..6", InputType::Integer, "close it"),
        ("(5, 6]", InputType::Integer, "write a range as"),
        ("1.5", InputType::Integer, "no whole number"),
        ("1e9", InputType::Number, "no number"),
        ("> a", InputType::Text, "no order"),
        ("maybe", InputType::Boolean, "neither true nor false"),
        ("a b \"c\"", InputType::Text, "put commas"),
        ("a,", InputType::Text, "the cell ends"),
        ("not(a", InputType::Text, "not closed"),
        ("\"a", InputType::Text, "close it with"),
        ("!= a, b", InputType::Text, "not(a, b)"),
        ("3 weeks", InputType::Duration, "no length of time"),
    ] {
        let message = read(text, kind, Some(2)).expect_err(text);
        assert!(message.contains(part), "{text}: {message}");
    }
    assert!(read("1", InputType::Money, None).unwrap_err().contains("currency"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn no_text_whatever_makes_reading_a_cell_fail_badly(text in "[-<>=!(),.\\[\\]\"'\\\\a-b0-9 不，、（）“元 notmising]{0,14}") {
        use InputType::{Boolean, Duration, Integer, List, Money, Number, Text};
        for kind in [Boolean, Integer, Number, Money, Text, List, Duration] {
            if let Ok(cell) = read(&text, kind, Some(2)) {
                cell.fits(None);
                cell.fits(Some(&Value::Int(5)));
            }
        }
    }
}
