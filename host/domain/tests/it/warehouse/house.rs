//! Settings of the merchant (L27), what belongs to an article, and the rows of the table for parcels nobody counted on.

use std::collections::BTreeMap;

use redress_domain::Event;
use redress_domain::id::{InspectionId, OrderId};
use redress_domain::order::{Order, OrderLine};
use redress_domain::parameter::ParameterValue;
use redress_domain::status::{CaseStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::TicketKind;
use redress_domain::timeline::Actor;
use redress_domain::warehouse::checklist::{Checklist, expected};
use redress_domain::warehouse::house::{ANSWER_HOURS, DAMAGE_REASONS, FALLBACK, HouseRules, PHOTO_REQUIRED, SCRIPT};
use redress_domain::warehouse::inspection::Disposition;
use redress_domain::warehouse::kept::{Finding, KeptInspection};
use redress_domain::warehouse::offer::Fallback;
use uuid::Uuid;

use super::sample::{filter, good, inspection, of};
use crate::sample::{now, ticket, usual, yuan};

fn text(value: &str) -> ParameterValue {
    ParameterValue::String(value.to_owned())
}

#[test]
fn l27_the_warehouse_reads_its_settings_from_parameters() {
    assert_eq!(HouseRules::read(&BTreeMap::new()), (HouseRules::default(), Vec::new()));
    let set = BTreeMap::from([
        (DAMAGE_REASONS.to_owned(), ParameterValue::Set(vec!["开胶".to_owned()])),
        (PHOTO_REQUIRED.to_owned(), ParameterValue::Boolean(true)),
        (SCRIPT.to_owned(), text("缺{{parts}}")),
        (ANSWER_HOURS.to_owned(), ParameterValue::Number("48".to_owned())),
        (FALLBACK.to_owned(), text("send_back")),
    ]);
    let (rules, wrong) = HouseRules::read(&set);
    assert_eq!((rules.damage_reasons, rules.photo_required, wrong), (vec!["开胶".to_owned()], true, Vec::new()));
    assert_eq!((rules.terms.script.text.as_str(), rules.terms.answer_hours, rules.fallback), ("缺{{parts}}", 48, Fallback::SendBack));

    // A setting that cannot be used is told and left out: a parcel does not wait for somebody to correct it.
    let odd = BTreeMap::from([
        (DAMAGE_REASONS.to_owned(), text("x")),
        (PHOTO_REQUIRED.to_owned(), text("yes")),
        (SCRIPT.to_owned(), ParameterValue::Boolean(true)),
        (ANSWER_HOURS.to_owned(), ParameterValue::Number("0".to_owned())),
        (FALLBACK.to_owned(), text("keep")),
        ("abuse_count".to_owned(), text("three")),
    ]);
    let (rules, wrong) = HouseRules::read(&odd);
    assert_eq!((rules, wrong.len()), (HouseRules::default(), 6));
}

#[test]
fn d4_what_should_come_is_what_was_bought_with_its_parts_and_serial_numbers() {
    let mut case = ticket(TicketKind::ReturnRefund, usual(CaseStatus::Received));
    case.lines.truncate(1);
    case.lines[0].sku = "FEEDER-1".to_owned();
    case.lines[0].order_line = Some("1".to_owned());
    case.lines[0].quantity = 2;
    let bought = OrderLine {
        external_id: "1".to_owned(),
        sku: "FEEDER-1".to_owned(),
        title: "自动喂食器".to_owned(),
        category: None,
        quantity: 3,
        unit_price: yuan(14_400),
    };
    let order = Order {
        id: OrderId::from_uuid(Uuid::from_u128(1)),
        external_id: "o".to_owned(),
        customer: None,
        placed_at: None,
        delivered_at: None,
        paid: yuan(43_200),
        lines: vec![bought],
        attributes: BTreeMap::from([("serials:1".to_owned(), "S-1, S-2,,".to_owned())]),
    };
    let lists = [Checklist { sku: "FEEDER-1".to_owned(), version: 1, parts: vec![filter()] }];
    let wanted = expected(&case, Some(&order), &lists, &HouseRules::default(), true);
    let line = &wanted.lines[0];
    assert_eq!((line.title.as_str(), line.quantity, line.parts[0].quantity), ("自动喂食器", 2, 2), "two units have two filter sets");
    assert_eq!((line.serials.as_slice(), line.damage_claimed), (["S-1".to_owned(), "S-2".to_owned()].as_slice(), false));
    case.problem_type = Some("damaged".to_owned());
    let wanted = expected(&case, None, &[], &HouseRules::default(), true);
    assert_eq!((wanted.lines[0].title.as_str(), wanted.lines[0].parts.len(), wanted.lines[0].damage_claimed), ("FEEDER-1", 0, true));
}

#[test]
fn where_units_go_follows_the_case() {
    let found = |finding| KeptInspection {
        id: InspectionId::from_uuid(Uuid::from_u128(1)),
        ticket: of(7),
        inspection: inspection(vec![good(1)]),
        expected: super::sample::expected(1),
        finding,
        problems: Vec::new(),
    };
    let goes = |finding, case| found(finding).moves(case).unwrap()[0].disposition;
    assert_eq!(goes(Finding::Hold, CaseStatus::InspectionHold), Disposition::Quarantine);
    assert_eq!(goes(Finding::Hold, CaseStatus::AwaitingReturn), Disposition::Quarantine, "the part is still to come");
    assert_eq!(goes(Finding::Hold, CaseStatus::Settling), Disposition::Restock, "the customer agreed to the deduction");
    assert_eq!(goes(Finding::Hold, CaseStatus::SendBack), Disposition::ReturnToCustomer);
    assert_eq!(goes(Finding::Ok, CaseStatus::Settling), Disposition::Restock);
}

/// domain.md §2: a parcel that comes is never refused for where its case stands, a merged one aside, and moves no money.
#[test]
fn a_parcel_is_received_wherever_its_case_stands() {
    for case in CaseStatus::ALL.iter().filter(|case| **case != CaseStatus::Merged) {
        for kind in [TicketKind::ReturnRefund, TicketKind::Exchange] {
            let before = ticket(kind, usual(*case));
            let event = Event::GoodsReceived { complete: true, note: None };
            let (after, effects) = before.clone().apply(event, &Actor::System, now()).unwrap_or_else(|error| panic!("{error}"));
            let stands =
                matches!(case, CaseStatus::Received | CaseStatus::InspectedOk | CaseStatus::InspectionHold | CaseStatus::Fulfilling);
            assert!(!stands || after.axes == before.axes, "{case} moves to {:?}", after.axes);
            let paid = [MoneyStatus::RefundPending, MoneyStatus::Refunding];
            assert!(!paid.contains(&after.axes.money) || after.axes.money == before.axes.money, "{case} pays");
            let money = |effect: &redress_domain::Effect| {
                matches!(effect, redress_domain::Effect::IssueRefund { .. } | redress_domain::Effect::ReleaseRefund)
            };
            assert!(!effects.iter().any(money), "{case} instructs");
        }
    }
    let at = |case| ticket(TicketKind::ReturnRefund, usual(case));
    let came = |case| {
        let event = Event::GoodsReceived { complete: true, note: None };
        at(case).apply(event, &Actor::System, now()).unwrap().0.axes
    };
    assert_eq!(came(CaseStatus::FirstReview).goods, GoodsStatus::Received, "sent before it was allowed");
    assert_eq!(came(CaseStatus::RefusedFinal).case, CaseStatus::SendBack, "refused for good: it goes back");
    let announced = Event::TrackingAdded { carrier: String::new(), number: "SF1".to_owned() };
    let further = at(CaseStatus::Received).apply(announced.clone(), &Actor::System, now()).unwrap().0.axes;
    assert_eq!((further.case, further.goods), (CaseStatus::PartiallyReceived, GoodsStatus::PartiallyReceived));
    let held = at(CaseStatus::InspectionHold).apply(announced, &Actor::System, now()).unwrap().0.axes;
    assert_eq!(held.case, CaseStatus::InspectionHold, "only an inspection or an answer ends a hold");
}
