//! What answers are taken, and what is told about those that are not.

use redress_forms::{Audience, Code, Facts, Form};
use serde_json::{Value, json};

use crate::sample::{World, at, definition, form, now, one, options, submit, submit_with, told};

fn taken(form: &Form, answer: Value) -> Value {
    submit(form, json!({ "a": answer.clone() })).unwrap_or_else(|why| panic!("{answer}: {why:#?}"))["a"].clone()
}

fn refused(form: &Form, answer: Value, code: Code) {
    let result = submit(form, json!({ "a": answer.clone() }));
    assert_eq!(result.map_err(|why| why.iter().map(|violation| violation.code).collect::<Vec<_>>()), Err(vec![code]), "{answer}");
}

#[test]
fn z1_text() {
    let text = one(json!({ "type": "text", "min_length": 2, "max_length": 3, "pattern": "^[A-Z]" }));
    assert_eq!(taken(&text, json!("A中😀")), json!("A中😀"), "lengths count characters");
    assert_eq!(taken(&text, json!(" AB\n")), json!("AB"), "blanks of pasting are left out");
    refused(&text, json!("A"), Code::TooShort);
    refused(&text, json!("ABCD"), Code::TooLong);
    refused(&text, json!("aB"), Code::WrongPattern);
    refused(&text, json!("A\nB"), Code::Unprintable);
    refused(&text, json!("A\0"), Code::Unprintable);
    refused(&text, json!(12), Code::WrongType);
    let long = one(json!({ "type": "long_text" }));
    assert_eq!(taken(&long, json!("一\r\n\t二 ")), json!("一\r\n\t二 "));
    refused(&long, json!("一\0"), Code::Unprintable);
}

#[test]
fn z1_number() {
    let whole = one(json!({ "type": "number", "min": 1, "max": 10 }));
    assert_eq!(taken(&whole, json!(3.0)).to_string(), "3", "a whole number is kept in one way");
    refused(&whole, json!(0), Code::TooSmall);
    refused(&whole, json!(11), Code::TooLarge);
    refused(&whole, json!(1.5), Code::WrongType);
    refused(&whole, json!("3"), Code::WrongType);
    let wide = one(json!({ "type": "number" }));
    assert_eq!(taken(&wide, json!(9_007_199_254_740_991_i64)), json!(9_007_199_254_740_991_i64));
    refused(&wide, json!(9_007_199_254_740_992_i64), Code::TooLarge);
    refused(&wide, json!(1e300), Code::TooLarge);
    let weight = one(json!({ "type": "number", "decimals": 2 }));
    assert_eq!(taken(&weight, json!(0.29)), json!(0.29));
    refused(&weight, json!(0.295), Code::TooManyDecimals);
    refused(&weight, json!(1e-7), Code::TooManyDecimals);
}

#[test]
fn z1_money_is_exact() {
    let money = one(json!({ "type": "money", "min": 1, "max": 50_000 }));
    assert_eq!(taken(&money, json!("12.5")), json!("12.50"), "an amount is kept in one way");
    assert_eq!(taken(&money, json!(" 500 ")), json!("500.00"));
    refused(&money, json!("500.01"), Code::TooLarge);
    refused(&money, json!("0.00"), Code::TooSmall);
    refused(&money, json!("-1"), Code::TooSmall);
    refused(&money, json!("12.505"), Code::NotAnAmount);
    refused(&money, json!("1e3"), Code::NotAnAmount);
    refused(&money, json!("9999999999999999"), Code::NotAnAmount);
    refused(&money, json!(12.5), Code::WrongType);
}

#[test]
fn z1_choices() {
    let select = one(json!({ "type": "select", "options": options(&["x", "y"]) }));
    assert_eq!(taken(&select, json!("x")), json!("x"));
    refused(&select, json!("z"), Code::NotAnOption);
    let many = one(json!({ "type": "multi_select", "options": options(&["x", "y", "z"]), "min": 2, "max": 2 }));
    assert_eq!(taken(&many, json!(["z", "x"])), json!(["z", "x"]));
    refused(&many, json!(["x"]), Code::TooFew);
    refused(&many, json!(["x", "y", "z"]), Code::TooMany);
    refused(&many, json!(["x", "x"]), Code::Repeated);
    refused(&many, json!(["x", "w"]), Code::NotAnOption);
    refused(&many, json!("x"), Code::WrongType);
    let checkbox = one(json!({ "type": "checkbox" }));
    assert_eq!(taken(&checkbox, json!(false)), json!(false));
    refused(&checkbox, json!("true"), Code::WrongType);
}

#[test]
fn z1_dates_and_moments() {
    let date = one(json!({ "type": "date", "min": "2026-01-01", "max": "2026-12-31" }));
    assert_eq!(taken(&date, json!("2026-02-28")), json!("2026-02-28"));
    refused(&date, json!("2026-02-29"), Code::NotADate);
    refused(&date, json!("2026-2-28"), Code::NotADate);
    refused(&date, json!("2025-12-31"), Code::TooEarly);
    refused(&date, json!("2027-01-01"), Code::TooLate);
    let moment = one(json!({ "type": "date_time" }));
    assert_eq!(taken(&moment, json!("2026-10-07T16:00:00+08:00")), json!("2026-10-07T08:00:00Z"), "moments are kept in UTC");
    for wrong in ["2026-10-07", "2026-10-07 08:00:00Z", "2026-10-07T08:00:00", "2026-13-07T08:00:00Z", "0000-01-01T00:00:00Z", "now"] {
        refused(&moment, json!(wrong), Code::NotAMoment);
    }
}

/// Z1: 日期时间 (auto = now).
#[test]
fn z1_a_moment_may_be_now() {
    let form = one(json!({ "type": "date_time", "auto": "now" }));
    assert_eq!(submit(&form, json!({})), Ok(json!({ "a": now().to_string() })));
    assert_eq!(submit(&form, json!({ "a": null })), Ok(json!({ "a": now().to_string() })));
    assert_eq!(taken(&form, json!("2026-10-01T00:00:00Z")), json!("2026-10-01T00:00:00Z"), "what is answered stays");
    assert_eq!(Value::Object(form.fill(&Facts::default(), now(), Audience::Customer)), json!({ "a": now().to_string() }));
}

#[test]
fn z1_people_records_and_goods() {
    let person = one(json!({ "type": "person" }));
    assert_eq!(taken(&person, json!("usr_00000000000000000000000000000003")), json!("usr_00000000000000000000000000000003"));
    refused(&person, json!("小张"), Code::NotAPerson);
    let related = one(json!({ "type": "related", "resource": "ticket" }));
    assert_eq!(taken(&related, json!(" T-9 ")), json!("T-9"));
    let goods = one(json!({ "type": "order_lines" }));
    let world = World::new();
    let submit = |answer: Value| submit_with(&goods, json!({ "a": answer }), &world.facts(), Audience::Customer);
    let filled = Value::Object(goods.fill(&world.facts(), now(), Audience::Customer));
    assert_eq!(filled, json!({}), "goods are filled in only where that is asked for");
    let right = json!([{ "line": "1", "quantity": 2 }]);
    assert_eq!(submit(right.clone()), Ok(json!({ "a": right })));
    assert_eq!(told(submit(json!([{ "line": "1", "quantity": 3 }]))), [at("/a/0/quantity", Code::MoreThanBought)]);
    assert_eq!(told(submit(json!([{ "line": "1", "quantity": 0 }]))), [at("/a/0/quantity", Code::TooSmall)]);
    assert_eq!(told(submit(json!([{ "line": "1" }]))), [at("/a/0", Code::MissingProperty)]);
    assert_eq!(told(submit(json!([{ "line": "1", "quantity": 1, "price": 0 }]))), [at("/a/0", Code::UnknownProperty)]);
}

#[test]
fn nothing_but_an_object_is_answers() {
    let form = one(json!({ "type": "text" }));
    for wrong in [json!(null), json!([]), json!("a"), json!(1)] {
        assert_eq!(told(submit(&form, wrong)), [at("", Code::NotAnObject)]);
    }
    assert_eq!(submit(&form, json!({ "a": " " })), Ok(json!({})), "blank is no answer");
}

#[test]
fn unknown_fields_are_refused_with_a_suggestion() {
    let form = form(json!([{ "key": "return_reason", "control": { "type": "text" } }]));
    let violations = submit(&form, json!({ "return_raeson": "x", "a/b~": 1 })).unwrap_err();
    let pointers: Vec<_> = violations.iter().map(|violation| (violation.pointer.as_str(), violation.code)).collect();
    assert_eq!(pointers, [("/a~1b~0", Code::UnknownField), ("/return_raeson", Code::UnknownField)]);
    assert_eq!(violations[1].params["suggestion"], "return_reason");
    assert_eq!(violations[1].message, "the form has no field 'return_raeson': did you mean 'return_reason'?");
}

#[test]
fn all_violations_are_told_at_once_and_in_order() {
    let form = form(json!([
        { "key": "a", "control": { "type": "phone" } },
        { "key": "b", "control": { "type": "text" }, "required": true },
        { "key": "c", "control": { "type": "number", "max": 1 } },
    ]));
    let wrong = submit(&form, json!({ "c": 2, "a": "1", "z": 1 }));
    assert_eq!(told(wrong), [at("/a", Code::WrongPhone), at("/b", Code::Required), at("/c", Code::TooLarge), at("/z", Code::UnknownField)]);
    let flood: serde_json::Map<_, _> = (0..500).map(|n| (format!("x{n}"), json!(1))).collect();
    let told = submit(&form, Value::Object(flood)).unwrap_err();
    assert_eq!((told.len(), told[100].code, told[100].params["count"].clone()), (101, Code::More, json!(401)));
}

#[test]
fn z6_conditions_follow_each_other_whatever_their_order() {
    let shown = |by: &str| format!("field.{by} == 'yes'");
    let form = form(json!([
        { "key": "c", "control": { "type": "text" }, "show_when": shown("b"), "required": true },
        { "key": "b", "control": { "type": "text" }, "show_when": shown("a") },
        { "key": "a", "control": { "type": "text" } },
        { "key": "d", "control": { "type": "text" }, "require_when": "!has(field.b)" },
    ]));
    assert_eq!(told(submit(&form, json!({ "a": "yes", "b": "yes" }))), [at("/c", Code::Required)]);
    let all = json!({ "a": "yes", "b": "yes", "c": "x" });
    assert_eq!(submit(&form, all.clone()), Ok(all));
    assert_eq!(
        told(submit(&form, json!({ "a": "no", "b": "yes", "c": "x" }))),
        [at("/c", Code::NotShown), at("/b", Code::NotShown), at("/d", Code::Required)],
        "what is hidden is no answer to what depends on it"
    );
}

#[test]
fn one_mistake_is_told_once() {
    let definition = definition(
        json!([
            { "key": "n", "control": { "type": "number" } },
            { "key": "b", "control": { "type": "text" }, "show_when": "field.n > 3", "required": true },
            { "key": "c", "control": { "type": "text" }, "require_when": "field.n > 3" },
        ]),
        json!([{ "key": "small", "expression": "field.n < 10" }]),
    );
    let form = Form::prepare(definition).unwrap();
    let wrong = submit(&form, json!({ "n": "five", "b": "x" }));
    assert_eq!(told(wrong), [at("/n", Code::WrongType)], "nothing that depends on n is judged");
}

#[test]
fn z5_a_check_is_passed_over_without_its_fields_but_not_without_its_facts() {
    let definition = definition(
        json!([{ "key": "n", "control": { "type": "number" } }]),
        json!([
            { "key": "bought", "expression": "field.n <= order.quantity", "at": "n" },
            { "key": "guarded", "expression": "!has(order.paid) || field.n < 100" },
        ]),
    );
    let (form, world) = (Form::prepare(definition).unwrap(), World::new());
    assert_eq!(submit(&form, json!({})), Ok(json!({})));
    let unjudged = submit(&form, json!({ "n": 1 })).unwrap_err();
    assert_eq!((unjudged[0].code, unjudged[0].pointer.as_str()), (Code::CheckUnjudged, "/n"));
    assert!(unjudged[0].message.contains("order.quantity is not known here"), "{}", unjudged[0].message);
    let with_order = |n: i64| submit_with(&form, json!({ "n": n }), &world.facts(), Audience::Agent);
    assert_eq!(with_order(3), Ok(json!({ "n": 3 })));
    assert_eq!(told(with_order(4)), [at("/n", Code::CheckFailed)]);
    assert_eq!(told(with_order(100)), [at("/n", Code::CheckFailed), at("", Code::CheckFailed)]);
}

#[test]
fn a_condition_that_fails_says_which_and_why() {
    let definition = definition(
        json!([
            { "key": "n", "control": { "type": "number" } },
            { "key": "b", "control": { "type": "text" }, "show_when": "10 / field.n > 3" },
            { "key": "c", "control": { "type": "text" }, "require_when": "10 / field.n > 3" },
        ]),
        json!([{ "key": "d", "expression": "10 % field.n == 0" }]),
    );
    let form = Form::prepare(definition).unwrap();
    assert_eq!(submit(&form, json!({ "n": 20 })).map_err(|_| ()).err(), Some(()), "10 % 20 is not 0");
    assert_eq!(submit(&form, json!({ "n": 5 })), Ok(json!({ "n": 5 })));
    let faults = submit(&form, json!({ "n": 0 })).unwrap_err();
    assert!(faults.iter().all(|fault| fault.code == Code::ConditionFault), "{faults:#?}");
    assert_eq!(faults.iter().map(|fault| fault.pointer.as_str()).collect::<Vec<_>>(), ["/b", "/c", ""]);
    assert_eq!(faults[0].params["condition"], "show_when");
    assert_eq!(faults[0].params["expression"], "10 / field.n > 3");
    assert!(faults[0].message.contains("cannot divide by zero"), "{}", faults[0].message);
    assert_eq!(faults[2].params["check"], "d");
}

#[test]
fn u8_conditions_know_the_customer_the_order_and_the_ticket() {
    let world = World::new();
    for (condition, holds) in [
        ("customer.member_level == 'vip'", true),
        ("order.paid > money('288.00')", false),
        ("order.paid == money('288.00')", true),
        ("order.days_since_delivery <= 7", true),
        ("order.days_since_delivery == 5", true),
        ("'服装' in order.categories", true),
        ("order.lines.exists(l, l.quantity > 1 && l.unit_price == money('99'))", true),
        ("order.attributes['address'].contains('杭州')", true),
        ("history.claims >= 1", true),
        ("ticket.kind == 'return_refund'", true),
        ("ticket.priority == 'high'", false),
        ("audience == 'agent'", true),
        ("now > timestamp('2026-10-07T00:00:00Z')", true),
        ("has(order.delivered_at) && now - order.delivered_at < duration('200h')", true),
        ("has(customer.phone) && !has(ticket.number)", true),
    ] {
        let form = form(json!([{ "key": "a", "control": { "type": "text" }, "require_when": condition }]));
        let result = submit_with(&form, json!({}), &world.facts(), Audience::Agent);
        assert_eq!(result.is_err(), holds, "{condition}: {result:?}");
        assert!(submit_with(&form, json!({ "a": "x" }), &world.facts(), Audience::Agent).is_ok());
    }
}

#[test]
fn expressions_see_every_kind_of_answer() {
    let world = World::new();
    let file = json!({ "name": "a.png", "media_type": "image/png", "bytes": 7, "digest": format!("sha256:{:064}", 1) });
    for (control, answer, condition) in [
        (json!({ "type": "number", "decimals": 2 }), json!(1.5), "field.a > 1.4"),
        (json!({ "type": "number" }), json!(3), "field.a * 2 == 6"),
        (json!({ "type": "money" }), json!("12.50"), "field.a == money('12.5')"),
        (json!({ "type": "checkbox" }), json!(true), "field.a"),
        (json!({ "type": "multi_select", "options": options(&["x", "y"]) }), json!(["x"]), "'x' in field.a && !('y' in field.a)"),
        (json!({ "type": "date" }), json!("2026-10-07"), "field.a < '2026-10-08'"),
        (json!({ "type": "date_time" }), json!("2026-10-07T16:00:00+08:00"), "field.a == now"),
        (json!({ "type": "image" }), json!([file]), "size(field.a) == 1 && field.a[0].bytes == 7 && field.a[0].name.endsWith('.png')"),
        (json!({ "type": "phone" }), json!("13800138000"), "field.a.startsWith('138')"),
        (
            json!({ "type": "order_lines" }),
            json!([{ "line": "1", "quantity": 1 }, { "line": "2", "quantity": 1 }]),
            "field.a.quantity == 2 && field.a.bought == 3 && field.a.amount == money('189') && field.a.lines[0].sku == 'SKU-1'",
        ),
    ] {
        let form =
            form(json!([{ "key": "a", "control": control }, { "key": "b", "control": { "type": "text" }, "require_when": condition }]));
        let submit = |answers: Value| submit_with(&form, answers, &world.facts(), Audience::Agent);
        assert_eq!(submit(json!({})), Ok(json!({})), "{condition}: what is not answered makes no condition hold");
        assert_eq!(told(submit(json!({ "a": answer }))), [at("/b", Code::Required)], "{condition}");
    }
}

#[test]
fn amounts_of_another_currency_are_not_compared() {
    let mut world = World::new();
    world.order.paid = redress_domain::money::Money::new(100, "USD".parse().unwrap()).unwrap();
    let form = form(json!([{ "key": "a", "control": { "type": "text" }, "require_when": "order.paid > money('1')" }]));
    let fault = submit_with(&form, json!({}), &world.facts(), Audience::Agent).unwrap_err();
    assert_eq!(fault[0].code, Code::ConditionFault);
    assert!(fault[0].message.contains("in USD, and the form is in CNY"), "{}", fault[0].message);
}

/// L3, U6–U8: facts that the field would refuse are not filled in.
#[test]
fn l3_only_what_fits_is_filled_in() {
    let mut world = World::new();
    let form = form(json!([
        { "key": "phone", "control": { "type": "phone" }, "fill_from": "customer.phone" },
        { "key": "level", "control": { "type": "select", "options": options(&["vip", "basic"]) }, "fill_from": "customer.member_level", "default": "basic" },
        { "key": "goods", "control": { "type": "order_lines" }, "fill_from": "order.lines" },
        { "key": "bought", "control": { "type": "number" }, "fill_from": "order.quantity", "locked": true },
        { "key": "claims", "control": { "type": "number" }, "fill_from": "history.claims" },
        { "key": "placed", "control": { "type": "date_time" }, "fill_from": "order.placed_at" },
        { "key": "vip_only", "control": { "type": "text" }, "default": "礼品", "show_when": "field.level == 'vip'" },
    ]));
    let fill = |world: &World| Value::Object(form.fill(&world.facts(), now(), Audience::Customer));
    assert_eq!(
        fill(&world),
        json!({
            "phone": "13800138000", "level": "vip", "bought": 3, "claims": 1, "placed": "2026-10-01T00:00:00Z", "vip_only": "礼品",
            "goods": [{ "line": "1", "quantity": 2 }, { "line": "2", "quantity": 1 }],
        })
    );
    for written in ["13800138000", "+86 138-0013-8000", "0086 13800138000", "(86) 138 0013 8000"] {
        world.customer.phone = Some(written.to_owned());
        assert_eq!(fill(&world)["phone"], "13800138000", "{written}");
    }
    world.customer.phone = Some("0571-8888".to_owned());
    world.customer.member_level = Some("platinum".to_owned());
    let draft = fill(&world);
    assert_eq!((draft.get("phone"), &draft["level"], draft.get("vip_only")), (None, &json!("basic"), None));
}
