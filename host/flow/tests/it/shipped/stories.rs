//! What the sources say of each workflow, told with a real ticket.

use redress_domain::Event as TicketEvent;
use redress_domain::status::{CaseStatus, MoneyStatus};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_flow::{Effect, Event, Party, Run};
use serde_json::{Map, json};

use super::case::{Case, staff};
use crate::walk::user;

/// L11–L17: customer, apparel agent, confirmed, warehouse reminded, in stock, finance and logistics, address sent.
#[test]
fn l11_the_low_code_flow_ends_with_the_return_address() {
    let mut case = Case::new("lowcode_returns", TicketKind::ReturnRefund, 200);
    assert_eq!(case.at(), ["assign"]);
    case.answer(json!({}));
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Department("服饰客服".to_owned())]);
    case.press("agent", staff(2), "agree", json!({}));
    assert_eq!(case.told(), ["check_stock"]);
    let stock = json!({"in_stock": true, "stock": 3, "return_address": "杭州市一号仓"});
    case.press("warehouse", staff(6), "submit", stock);
    assert_eq!((case.told(), case.at()), (vec!["stock_result"], vec!["finance", "logistics"]), "L14: the agent knows at once");
    case.press("finance", staff(8), "submit", json!({"discount": 500, "refundable": 19_500}));
    case.press("logistics", staff(7), "submit", json!({"reachable": true}));
    assert_eq!((case.outcome(), case.told()), ("address_sent", vec!["return_address"]));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::AwaitingReturn);
}

/// L17: no stale "in stock": without stock the agent agrees on something else.
#[test]
fn l17_without_stock_the_agent_is_asked() {
    let mut case = Case::new("lowcode_returns", TicketKind::Exchange, 200);
    case.answer(json!({}));
    case.press("agent", staff(2), "agree", json!({}));
    case.press("warehouse", staff(6), "submit", json!({"in_stock": true, "stock": 0, "return_address": "x"}));
    assert_eq!(case.at(), ["no_stock"]);
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(2))]);
}

/// Z9: simple tickets go to an agent, complex ones over a technical lead to an engineer; the customer confirms.
#[test]
fn z9_service_tickets_end_when_the_customer_confirms() {
    let mut case = Case::new("service", TicketKind::Complaint, 0);
    case.press("acceptance", staff(3), "simple", json!({"urgency": "高"}));
    case.press("agent", staff(1), "solved", json!({"solution": "重启"}));
    case.press("confirm", Actor::Customer, "unsolved", json!({}));
    case.press("acceptance", staff(3), "complex", json!({}));
    case.press("dispatch", staff(11), "submit", json!({"engineer": format!("person:{}", user(12))}));
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(12))]);
    case.press("engineer", staff(12), "parts", json!({"part": "滤网"}));
    case.press("spare_part", staff(6), "agree", json!({}));
    case.press("engineer", staff(12), "joint", json!({"solution": "更换滤网"}));
    case.press("joint_review", staff(12), "agree", json!({}));
    case.press("joint_review", staff(13), "agree", json!({}));
    case.press("confirm", Actor::Customer, "solved", json!({"score": 5}));
    assert_eq!(case.outcome(), "closed");
    assert_eq!(case.world.ticket.axes.case, CaseStatus::Closed, "Z21");
}

/// Z11: above 500 the supervisor first, below 500 on to the warehouse; 500 itself goes on (requirements, ambiguities).
#[test]
fn z11_the_amount_decides_who_agrees() {
    for (yuan, next) in [(499, "parcel"), (500, "parcel"), (501, "supervisor")] {
        let mut case = Case::new("returns", TicketKind::ReturnRefund, yuan);
        case.press("first_review", staff(1), "agree", json!({"return_address": "一号仓"}));
        assert_eq!(case.at(), [next], "{yuan}");
    }
}

/// Z12: the product class decides which team inspects; valuables need two.
#[test]
fn z12_the_class_decides_who_inspects() {
    for (class, node) in [("普通商品", "inspect"), ("贵重品", "inspect_valuable"), ("生鲜品", "inspect_fresh")] {
        let mut case = Case::new("returns", TicketKind::ReturnRefund, 100);
        case.world.categories = vec![class.to_owned()];
        case.press("first_review", staff(1), "agree", json!({"return_address": "一号仓"}));
        case.apply(TicketEvent::GoodsReceived { complete: true, note: None }, &Actor::System);
        case.signal("scan");
        assert_eq!(case.at(), [node]);
    }
}

fn received(kind: TicketKind) -> Case {
    let mut case = Case::new("returns", kind, 600);
    case.press("first_review", staff(1), "agree", json!({"return_address": "一号仓"}));
    case.press("supervisor", staff(3), "back_to_review", json!({}));
    case.press("first_review", staff(1), "agree", json!({}));
    case.press("supervisor", staff(3), "agree", json!({}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::AwaitingReturn);
    case.apply(TicketEvent::GoodsReceived { complete: true, note: None }, &Actor::System);
    case.signal("scan");
    case
}

/// Z10, Z23: inspected, finance and the customer are told, finance pays.
#[test]
fn z10_a_return_ends_with_the_money() {
    let mut case = received(TicketKind::ReturnRefund);
    case.press("inspect", staff(6), "pass", json!({"inspection": "完好"}));
    assert_eq!(case.told(), ["inspection_passed_sms", "inspection_passed_mail"]);
    assert_eq!((case.world.ticket.axes.case, case.world.ticket.axes.money), (CaseStatus::Settling, MoneyStatus::RefundPending));
    case.signal("payment");
    assert_eq!(case.outcome(), "refunded");
}

/// Z10: an exchange ends with the replacement; goods that are not as they should be are talked about.
#[test]
fn z10_exchanges_and_goods_that_fail() {
    let mut case = received(TicketKind::Exchange);
    case.press("inspect", staff(6), "pass", json!({"inspection": "完好"}));
    case.press("reship", staff(6), "submit", json!({"tracking": "SF1"}));
    assert_eq!(case.outcome(), "replaced");

    let mut case = received(TicketKind::ReturnRefund);
    case.press("inspect", staff(6), "fail", json!({"inspection": "磨损"}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::InspectionHold);
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(1))]);
    case.press("negotiate", staff(1), "send_back", json!({}));
    assert_eq!((case.outcome(), case.world.ticket.axes.case), ("sent_back", CaseStatus::SendBack));
}

/// Z13: 驳回 to the customer, who corrects it; the rules decide anew, and the same reviewer sees it again.
#[test]
fn z13_a_return_goes_back_to_the_customer() {
    let mut case = Case::new("returns", TicketKind::Exchange, 100);
    case.press("first_review", staff(2), "back_to_customer", json!({}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::AwaitingCustomer);
    case.press("customer", Actor::Customer, "submit", json!({"problem": "开线", "evidence": ["1.jpg"]}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::Submitted);
    assert_eq!(case.flow.standings(&case.run)[0].holders, [Party::Person(user(2))]);
}

fn tier(yuan: i64, similar: i64) -> Case {
    let mut case = Case::new("refund_hub", TicketKind::ReturnRefund, yuan);
    case.world.similar = similar;
    case.answer(json!({"score": 10}));
    case
}

/// D3: up to 50 the rules decide, up to 500 the team lead, above that the director with a report.
#[test]
fn d3_tiers_by_amount() {
    for (yuan, node) in [(50, "rules"), (51, "lead"), (500, "lead"), (501, "director")] {
        let case = tier(yuan, 0);
        assert_eq!(case.at(), [node], "{yuan}");
        assert_eq!(case.told().contains(&"purchase_report"), node == "director");
    }
    let mut small = tier(50, 0);
    small.answer(json!({"verdict": "approve"}));
    assert_eq!(small.at(), ["parcel"]);
    let mut unsure = tier(50, 0);
    unsure.answer(json!({"verdict": "needs_approval"}));
    assert_eq!(unsure.at(), ["lead"]);
}

/// D6: three similar requests within half a year are tagged and told; both numbers are parameters.
#[test]
fn d6_possible_abuse_is_tagged() {
    let tagged = |case: &Case| case.effects.contains(&Effect::AddTag { tag: "潜在滥用权益".to_owned() });
    assert!(!tagged(&tier(30, 2)));
    let case = tier(30, 3);
    assert!(tagged(&case) && case.told().contains(&"possible_abuse"));
    assert_eq!(case.at(), ["lead"], "no automatic approval then");
    let mut lenient = Case::new("refund_hub", TicketKind::ReturnRefund, 30);
    lenient.world.similar = 3;
    lenient.world.parameters.insert("abuse_count".to_owned(), 5);
    lenient.answer(json!({}));
    assert!(!tagged(&lenient));
}

fn inspected(button: &str) -> Case {
    let mut case = tier(300, 0);
    case.press("lead", staff(3), "agree", json!({}));
    assert_eq!(case.world.ticket.axes.case, CaseStatus::Approved);
    case.apply(TicketEvent::GoodsReceived { complete: true, note: None }, &Actor::System);
    case.signal("scan");
    let missing = json!({"inspection": "配件缺失", "missing_part": "滤网组件", "part_fee": 3_500});
    case.press("inspect", staff(6), button, if button == "missing" { missing } else { json!({"inspection": "完好"}) });
    case
}

/// D4: a scan that matches and goods that are complete release the refund at once.
#[test]
fn d4_complete_goods_release_the_refund() {
    let mut case = inspected("complete");
    assert_eq!((case.at(), case.world.ticket.axes.money), (vec!["payment"], MoneyStatus::RefundPending));
    case.signal("payment");
    assert_eq!(case.outcome(), "refunded");
}

/// D5, D7: a missing part pauses the refund, the risk officer is asked at once, and the customer chooses.
#[test]
fn d5_d7_a_missing_part_pauses_the_refund() {
    let case = inspected("missing");
    assert_eq!(case.world.ticket.axes.case, CaseStatus::InspectionHold);
    assert!(case.effects.iter().any(|effect| matches!(effect, Effect::Emit { name, .. } if name == "refund_paused")));
    assert_eq!((case.at(), case.told()), (vec!["alert", "choice", "chosen"], vec!["missing_part_script"]));

    let mut resend = case.clone();
    resend.press("choice", Actor::Customer, "resend", json!({}));
    assert_eq!((resend.at(), resend.world.ticket.axes.case), (vec!["alert", "parcel"], CaseStatus::AwaitingReturn));

    let mut deduct = case;
    deduct.press("choice", Actor::Customer, "deduct", json!({}));
    assert_eq!(deduct.at(), ["alert", "deducted"]);
    deduct.signal("deduction_booked");
    assert_eq!(deduct.at(), ["alert", "risk_done"]);
    deduct.press("alert", staff(9), "seen", json!({}));
    deduct.signal("payment");
    assert_eq!(deduct.outcome(), "refunded");
}

/// U10: the type of the problem decides the team; what has no type is an agent's.
#[test]
fn u10_the_type_of_the_problem_decides_the_team() {
    for (problem, at) in [
        (Some("商品破损"), vec!["claims", "freight_claim"]),
        (Some("物流异常"), vec!["logistics"]),
        (Some("退款问题"), vec!["refunds"]),
        (Some("尺寸不符"), vec!["agent"]),
        (None, vec!["agent"]),
    ] {
        let mut case = Case::new("problem_types", TicketKind::Complaint, 0);
        case.world.ticket.problem_type = problem.map(str::to_owned);
        case.run = Run::new(case.flow.definition());
        case.send(Event::Begin { actor: Actor::Customer, form: Map::new() }).unwrap();
        assert_eq!(case.at(), at, "{problem:?}");
    }
}
