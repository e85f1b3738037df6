//! What the inspection finds, and that no unit is lost (D4, D5, Z10).

use proptest::prelude::*;
use redress_domain::Event;
use redress_domain::warehouse::inspection::{
    Conclusion, Disposition, Grade, Hold, InspectedLine, InspectionError, MissingPart, Placement, ProblemKind, conclude, send_back,
    stock_moves,
};

use super::sample::{expected, good, inspection, restock, without_filter};
use crate::sample::line;

fn hold(found: InspectedLine, quantity: u32) -> Hold {
    match conclude(&inspection(vec![found]), &expected(quantity)).unwrap() {
        Conclusion::Hold(hold) => hold,
        other => panic!("{other:?} is no hold"),
    }
}

fn quarantine(quantity: u32) -> Placement {
    Placement { quantity, grade: Grade::D, disposition: Disposition::Quarantine }
}

#[test]
fn d4_goods_as_announced_release_the_money_and_go_to_the_shelf() {
    let Conclusion::Ok { event, moves } = conclude(&inspection(vec![good(2)]), &expected(2)).unwrap() else { panic!("a problem") };
    assert_eq!(event, Event::GoodsInspected { ok: true, note: None });
    assert_eq!((moves.len(), moves[0].quantity, moves[0].disposition), (1, 2, Disposition::Restock));
}

#[test]
fn d5_a_missing_part_holds_the_money_and_calls_the_risk_officer() {
    let hold = hold(without_filter(1), 1);
    assert_eq!((hold.problems[0].kind, hold.problems[0].detail.as_deref()), (ProblemKind::MissingPart, Some("FILTER-SET")));
    assert!(matches!(&hold.event, Event::GoodsInspected { ok: false, note: Some(note) } if note.contains("滤网组件")));
    assert_eq!(hold.alert.role, "risk");
    // Goods on hold are not sold: they may yet go back.
    assert!(hold.moves.iter().all(|m| m.disposition == Disposition::Quarantine));
}

#[test]
fn d5_every_problem_has_its_verdict() {
    let one = good(1);
    let table = [
        (InspectedLine { good: 0, damaged: 1, placements: vec![quarantine(1)], ..one.clone() }, ProblemKind::Damaged),
        (InspectedLine { good: 0, wrong: 1, placements: vec![quarantine(1)], ..one.clone() }, ProblemKind::WrongItem),
        (InspectedLine { good: 0, missing: 1, placements: vec![], ..one.clone() }, ProblemKind::EmptyBox),
        (InspectedLine { extra: 1, placements: vec![restock(2)], ..one.clone() }, ProblemKind::QuantityOver),
    ];
    for (found, kind) in table {
        let problems = hold(found, 1).problems;
        assert_eq!(problems.iter().map(|p| p.kind).collect::<Vec<_>>(), [kind]);
    }
    let short = hold(InspectedLine { missing: 1, ..one }, 2).problems;
    assert_eq!((short[0].kind, short[0].quantity), (ProblemKind::QuantityShort, 1));
}

#[test]
fn d5_a_strange_serial_number_is_held() {
    let mut wanted = expected(1);
    wanted.lines[0].serials = vec!["SN 001a".to_owned()];
    let read = |serial: &str| InspectedLine { serials: vec![serial.to_owned()], ..good(1) };
    assert!(matches!(conclude(&inspection(vec![read("sn001A")]), &wanted), Ok(Conclusion::Ok { .. })));
    let Ok(Conclusion::Hold(hold)) = conclude(&inspection(vec![read("SN002")]), &wanted) else { panic!("no hold") };
    assert_eq!(hold.problems[0].kind, ProblemKind::SerialMismatch);
}

#[test]
fn z10_damage_that_the_customer_reported_is_no_problem() {
    let mut wanted = expected(1);
    wanted.lines[0].damage_claimed = true;
    let found = InspectedLine { good: 0, damaged: 1, placements: vec![quarantine(1)], ..good(1) };
    assert!(matches!(conclude(&inspection(vec![found]), &wanted), Ok(Conclusion::Ok { .. })));
}

#[test]
fn z10_what_may_still_come_is_awaited() {
    let mut wanted = expected(2);
    wanted.all_here = false;
    let first = InspectedLine { good: 1, missing: 1, placements: vec![restock(1)], ..without_filter(2) };
    let answer = conclude(&inspection(vec![first.clone()]), &wanted).unwrap();
    assert!(matches!(answer, Conclusion::Waiting { missing } if missing.len() == 2));
    // What is wrong with what is here does not get better by waiting.
    let broken = InspectedLine { good: 0, damaged: 1, placements: vec![quarantine(1)], ..first };
    assert!(matches!(conclude(&inspection(vec![broken]), &wanted), Ok(Conclusion::Hold(_))));
}

#[test]
fn z10_an_inspection_that_does_not_add_up_is_refused() {
    let error = |found: Vec<InspectedLine>| {
        let mut wanted = expected(2);
        wanted.photo_required = true;
        conclude(&inspection(found), &wanted).unwrap_err()
    };
    let two = good(2);
    assert!(matches!(error(vec![]), InspectionError::NotInspected(_)));
    assert!(matches!(error(vec![two.clone(), two.clone()]), InspectionError::Repeated(_)));
    assert!(matches!(error(vec![InspectedLine { line: line(9), ..two.clone() }]), InspectionError::UnknownLine(_)));
    assert!(matches!(error(vec![good(3)]), InspectionError::Unaccounted { counted: 3, expected: 2, .. }));
    let huge = InspectedLine { damaged: u32::MAX, missing: u32::MAX, ..two.clone() };
    assert!(matches!(error(vec![huge]), InspectionError::Unaccounted { .. }));
    assert!(matches!(error(vec![InspectedLine { placements: vec![restock(1)], ..two.clone() }]), InspectionError::Placed { .. }));
    let resold = InspectedLine { good: 1, damaged: 1, ..two.clone() };
    assert!(matches!(error(vec![resold.clone()]), InspectionError::Restocked { restocked: 2, good: 1, .. }));
    let unseen = InspectedLine { placements: vec![restock(1), quarantine(1)], ..resold };
    assert!(matches!(error(vec![unseen.clone()]), InspectionError::NoPhoto { kind: ProblemKind::Damaged, .. }));
    let part = |code: &str, quantity| InspectedLine { missing_parts: vec![MissingPart { code: code.to_owned(), quantity }], ..two.clone() };
    for wrong in [part("FILTER-SET", 0), part("FILTER-SET", 2), part("CABLE", 1)] {
        assert!(matches!(error(vec![wrong]), InspectionError::Part { .. }));
    }
    let mut wanted = expected(2);
    wanted.photo_required = true;
    let shown = InspectedLine { photos: vec!["crack.jpg".to_owned()], ..unseen };
    assert!(matches!(conclude(&inspection(vec![shown]), &wanted), Ok(Conclusion::Hold(_))));
}

/// Counts of one line that add up, with places that add up as well.
fn counted() -> impl Strategy<Value = (InspectedLine, u32)> {
    let places = prop::collection::vec(0u32..4, 4);
    (0u32..5, 0u32..5, 0u32..5, 0u32..5, 0u32..5, places).prop_map(|(good_units, damaged, missing, wrong, extra, weights)| {
        let elsewhere = damaged + wrong;
        let mut left = elsewhere;
        let mut placements = vec![restock(good_units + extra)];
        let others = [Disposition::Refurbish, Disposition::Donate, Disposition::Dispose, Disposition::Quarantine];
        for (disposition, weight) in others.into_iter().zip(weights) {
            let quantity = left.min(weight);
            left -= quantity;
            placements.push(Placement { quantity, grade: Grade::C, disposition });
        }
        placements.push(quarantine(left));
        let found = InspectedLine { good: good_units, damaged, missing, wrong, extra, placements, ..good(0) };
        (found, good_units + damaged + missing + wrong)
    })
}

proptest! {
    /// Every unit that is here moves exactly once, whatever the verdict, and every one that is not is a problem.
    #[test]
    fn d5_quantities_are_never_lost((found, quantity) in counted()) {
        let wanted = expected(quantity);
        let written = inspection(vec![found.clone()]);
        let sum = |moves: &[redress_domain::warehouse::inspection::StockMove]| moves.iter().map(|m| u64::from(m.quantity)).sum::<u64>();
        prop_assert_eq!(sum(&stock_moves(&written, &wanted).unwrap()), found.present());
        prop_assert_eq!(sum(&send_back(&written, &wanted).unwrap()), found.present());
        match conclude(&written, &wanted).unwrap() {
            Conclusion::Ok { moves, .. } => {
                prop_assert_eq!(sum(&moves), found.present());
                prop_assert_eq!(found.good, quantity);
                prop_assert_eq!(found.extra, 0);
            }
            Conclusion::Hold(hold) => {
                prop_assert_eq!(sum(&hold.moves), found.present());
                let bad: u32 = hold.problems.iter().map(|p| p.quantity).sum();
                prop_assert_eq!(bad, found.damaged + found.missing + found.wrong + found.extra);
                prop_assert_eq!(found.good + bad - found.extra, quantity);
            }
            Conclusion::Waiting { .. } => prop_assert!(false, "all parcels are here"),
        }
    }

    /// One unit more or less than was expected is never accepted silently.
    #[test]
    fn d5_a_wrong_sum_is_refused((found, quantity) in counted(), more in any::<bool>()) {
        prop_assume!(more || quantity > 0);
        let mut wanted = expected(quantity);
        wanted.lines[0].quantity = if more { quantity + 1 } else { quantity - 1 };
        let refused = matches!(conclude(&inspection(vec![found]), &wanted), Err(InspectionError::Unaccounted { .. }));
        prop_assert!(refused);
    }
}
