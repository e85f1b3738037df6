//! The forms that come with the house do what the sources say.

use redress_forms::{Audience, Code, Facts, check, shipped};
use serde_json::{Value, json};

use crate::sample::{World, at, now, shipped as form, submit_with, told};

#[test]
fn z7_shipped_forms_have_nothing_wrong_with_them() {
    let found: Vec<_> = shipped().iter().map(|definition| (definition.key.clone(), check(definition))).collect();
    assert_eq!(found, [("service".to_owned(), vec![]), ("return".to_owned(), vec![]), ("problem".to_owned(), vec![])]);
}

fn labels(key: &str, internal: bool) -> Vec<String> {
    let form = form(key);
    form.definition().fields().filter(|field| field.internal == internal).map(|field| field.label.zh_cn.clone()).collect()
}

#[test]
fn z2_service_form_asks_what_the_source_lists() {
    let asked = labels("service", false);
    for label in ["客户名称", "手机号", "问题类型", "问题详细描述", "图片/附件", "紧急程度", "创建时间"] {
        assert!(asked.iter().any(|own| own == label), "{label} is missing from {asked:?}");
    }
    assert_eq!(labels("service", true), ["当前处理人", "优先级", "状态"]);
}

#[test]
fn z2_service_form_is_filled_and_taken() {
    let (world, form) = (World::new(), form("service"));
    let mut draft = Value::Object(form.fill(&world.facts(), now(), Audience::Agent));
    assert_eq!(
        draft,
        json!({
            "customer_name": "李雷", "phone": "13800138000", "urgency": "medium", "handler": world.person.to_string(),
            "created_at": "2026-10-07T08:00:00Z", "priority": "normal", "status": "waiting",
        })
    );
    let missing = told(submit_with(form, draft.clone(), &world.facts(), Audience::Agent));
    assert_eq!(missing, [at("/problem_type", Code::Required), at("/description", Code::Required)]);
    draft["problem_type"] = json!("installation");
    draft["description"] = json!("怎么安装？");
    assert_eq!(submit_with(form, draft.clone(), &world.facts(), Audience::Agent), Ok(draft.clone()));
    draft["problem_type"] = json!("other");
    assert_eq!(told(submit_with(form, draft, &world.facts(), Audience::Agent)), [at("/problem_type", Code::NotAnOption)]);
}

#[test]
fn z3_return_form_asks_what_the_source_lists() {
    let asked = labels("return", false);
    for label in ["订单号", "商品信息", "退货原因", "问题描述", "凭证图片", "凭证视频"] {
        assert!(asked.iter().any(|own| own == label), "{label} is missing from {asked:?}");
    }
    for label in ["审核人", "审核意见", "质检结果", "退款金额", "物流单号"] {
        assert!(labels("return", true).iter().any(|own| own == label), "{label} is not internal");
    }
}

/// Z4, L3, L4, U6, U7, U8: the order brings goods, amount and address; the customer brings history and member level.
#[test]
fn z4_order_number_brings_goods_amount_address_history_and_level() {
    let (world, form) = (World::new(), form("return"));
    let draft = Value::Object(form.fill(&world.facts(), now(), Audience::Agent));
    assert_eq!(
        draft,
        json!({
            "order_number": "TB-1001", "goods": [{ "line": "1" }, { "line": "2" }], "paid_amount": "288.00",
            "address": "杭州市西湖区文三路 1 号", "phone": "13800138000", "member_level": "vip",
            "history": "2026-08-01 · exchange · 尺码问题 · wrong_size · SKU-1",
        })
    );
    let seen_by_customer = form.fill(&world.facts(), now(), Audience::Customer);
    assert!(!seen_by_customer.contains_key("history"), "history is for agents");
}

fn complete(world: &World) -> Value {
    let mut answers = Value::Object(form("return").fill(&world.facts(), now(), Audience::Customer));
    answers["return_quantity"] = json!(1);
    answers["return_reason"] = json!("no_reason");
    answers
}

fn customer(world: &World, answers: Value) -> Result<Value, Vec<redress_forms::Violation>> {
    submit_with(form("return"), answers, &world.facts(), Audience::Customer)
}

#[test]
fn z3_a_filled_return_is_taken_as_it_is() {
    let world = World::new();
    assert_eq!(customer(&world, complete(&world)), Ok(complete(&world)));
}

#[test]
fn z5_a_phone_number_has_eleven_digits() {
    let world = World::new();
    for wrong in ["1380013800", "138001380000", "1380013800a", "１３８００１３８０００", "138 0013 8000"] {
        let mut answers = complete(&world);
        answers["phone"] = json!(wrong);
        assert_eq!(told(customer(&world, answers)), [at("/phone", Code::WrongPhone)], "{wrong:?}");
    }
}

#[test]
fn z5_no_more_is_returned_than_was_bought() {
    let world = World::new();
    for (goods, quantity, fits) in [
        (json!([{ "line": "1" }]), 2, true),
        (json!([{ "line": "1" }]), 3, false),
        (json!([{ "line": "2" }]), 2, false),
        (json!([{ "line": "1" }, { "line": "2" }]), 3, true),
        (json!([{ "line": "1" }, { "line": "2" }]), 4, false),
    ] {
        let mut answers = complete(&world);
        answers["goods"] = goods;
        answers["return_quantity"] = json!(quantity);
        let result = customer(&world, answers.clone());
        if fits {
            assert_eq!(result, Ok(answers));
        } else {
            let violations = result.unwrap_err();
            assert_eq!((violations.len(), violations[0].code), (1, Code::CheckFailed));
            assert_eq!(violations[0].pointer, "/return_quantity");
            assert_eq!(violations[0].params["check"], "at_most_bought");
            assert_eq!(violations[0].params["message_zh_cn"], "退货数量不能超过原购买数量");
        }
    }
}

#[test]
fn z5_goods_of_another_order_are_refused() {
    let world = World::new();
    let mut answers = complete(&world);
    answers["goods"] = json!([{ "line": "1" }, { "line": "9" }, { "line": "1" }]);
    assert_eq!(told(customer(&world, answers)), [at("/goods/1/line", Code::NotAnOrderLine), at("/goods/2/line", Code::Repeated)]);
    let mut answers = complete(&world);
    answers["order_number"] = json!("TB-9999");
    assert_eq!(told(customer(&world, answers)), [at("/order_number", Code::OrderDiffers)]);
    let unknown = submit_with(form("return"), complete(&world), &Facts::default(), Audience::Customer);
    let told = told(unknown);
    assert!(told.contains(&at("/goods", Code::OrderUnknown)) && told.contains(&at("/paid_amount", Code::Locked)), "{told:?}");
}

#[test]
fn z6_quality_problems_need_words_and_pictures() {
    let world = World::new();
    let mut answers = complete(&world);
    answers["return_reason"] = json!("quality");
    let missing = told(customer(&world, answers.clone()));
    assert_eq!(missing, [at("/description", Code::Required), at("/photos", Code::Required)]);
    answers["description"] = json!("  ");
    assert_eq!(told(customer(&world, answers.clone())).len(), 2, "blank is no description");
    answers["description"] = json!("开线");
    answers["photos"] = json!([photo("image/jpeg", 200_000)]);
    assert_eq!(customer(&world, answers.clone()), Ok(answers));
}

#[test]
fn z6_other_reasons_hide_them_and_refuse_their_answers() {
    let world = World::new();
    let mut answers = complete(&world);
    answers["description"] = json!("开线");
    answers["photos"] = json!([]);
    assert_eq!(told(customer(&world, answers)), [at("/description", Code::NotShown)]);
}

fn photo(media_type: &str, bytes: u64) -> Value {
    json!({ "name": "1.jpg", "media_type": media_type, "bytes": bytes, "digest": format!("sha256:{:064}", bytes) })
}

#[test]
fn z3_pictures_are_limited_in_number_size_and_type() {
    let world = World::new();
    let with = |photos: Value| {
        let mut answers = complete(&world);
        answers["return_reason"] = json!("quality");
        answers["description"] = json!("开线");
        answers["photos"] = photos;
        customer(&world, answers)
    };
    assert!(with((1..=9).map(|n| photo("image/png", n)).collect()).is_ok());
    assert_eq!(told(with((1..=10).map(|n| photo("image/png", n)).collect())), [at("/photos", Code::TooMany)]);
    assert_eq!(told(with(json!([photo("image/svg+xml", 5)]))), [at("/photos/0/media_type", Code::MediaTypeNotAccepted)]);
    assert_eq!(told(with(json!([photo("video/mp4", 5)]))), [at("/photos/0/media_type", Code::MediaTypeNotAccepted)]);
    assert_eq!(told(with(json!([photo("image/png", 5), photo("image/png", (10 << 20) + 1)]))), [at("/photos/1/bytes", Code::FileTooLarge)]);
    assert_eq!(told(with(json!([photo("image/png", 0)]))), [at("/photos/0/bytes", Code::FileEmpty)]);
    assert_eq!(told(with(json!([photo("image/png", 5), photo("image/png", 5)]))), [at("/photos", Code::Repeated)]);
    assert_eq!(told(with(json!([{ "name": "1.jpg", "media_type": "image/png", "bytes": 1 }]))), [at("/photos/0", Code::MissingProperty)]);
}

#[test]
fn z3_customers_cannot_answer_for_the_shop() {
    let world = World::new();
    let mut answers = complete(&world);
    answers["refund_amount"] = json!("288.00");
    answers["review_opinion"] = json!("");
    assert_eq!(told(customer(&world, answers.clone())), [at("/refund_amount", Code::InternalField)]);
    let agent = |answers: Value| submit_with(form("return"), answers, &world.facts(), Audience::Agent);
    assert!(agent(answers.clone()).is_ok());
    answers["refund_amount"] = json!("288.01");
    assert_eq!(told(agent(answers)), [at("/refund_amount", Code::CheckFailed)]);
}

#[test]
fn u6_u8_what_the_system_fills_in_cannot_be_changed() {
    let world = World::new();
    let mut answers = complete(&world);
    answers["paid_amount"] = json!("9999.00");
    answers["member_level"] = json!("svip");
    let violations = customer(&world, answers).unwrap_err();
    assert_eq!(violations.iter().map(|violation| violation.code).collect::<Vec<_>>(), [Code::Locked; 2]);
    assert_eq!(violations[0].params["expected"], "288.00");
    let mut left_out = complete(&world);
    left_out.as_object_mut().unwrap().remove("paid_amount");
    assert_eq!(customer(&world, left_out), Ok(complete(&world)), "what is left out is filled in");
}

#[test]
fn u9_damage_asks_for_its_place_and_whether_there_is_a_photo() {
    let form = form("problem");
    let submit = |answers| submit_with(form, answers, &Facts::default(), Audience::Customer);
    let missing = told(submit(json!({ "problem_label": "damaged" })));
    assert_eq!(missing, [at("/has_photo", Code::Required), at("/damage_position", Code::Required)]);
    let without = json!({ "problem_label": "damaged", "has_photo": false, "damage_position": "左上角" });
    assert_eq!(submit(without.clone()), Ok(without));
    let with = json!({ "problem_label": "damaged", "has_photo": true, "damage_position": "左上角" });
    assert_eq!(told(submit(with)), [at("/photos", Code::Required)]);
}

#[test]
fn u9_refund_makes_method_and_card_number_mandatory() {
    let form = form("problem");
    let submit = |answers| submit_with(form, answers, &Facts::default(), Audience::Customer);
    let missing = told(submit(json!({ "problem_label": "refund" })));
    assert_eq!(missing, [at("/refund_method", Code::Required), at("/bank_card_number", Code::Required)]);
    let wrong = json!({ "problem_label": "refund", "refund_method": "bank_card", "bank_card_number": "6222 0000" });
    assert_eq!(told(submit(wrong)), [at("/bank_card_number", Code::TooShort), at("/bank_card_number", Code::WrongPattern)]);
    let right = json!({ "problem_label": "refund", "refund_method": "bank_card", "bank_card_number": "6222021234567890123" });
    assert_eq!(submit(right.clone()), Ok(right));
    let both = json!({ "problem_label": "damaged", "has_photo": false, "damage_position": "x", "refund_method": "wallet" });
    assert_eq!(told(submit(both)), [at("/refund_method", Code::NotShown)]);
}
