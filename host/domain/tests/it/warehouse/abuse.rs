//! Similar cases in the window (D6), with external parameters (L27).

use std::collections::BTreeMap;

use redress_domain::history::{AfterSaleSummary, History, Totals};
use redress_domain::parameter::ParameterValue;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::{Ticket, TicketKind};
use redress_domain::warehouse::abuse::{AbuseRule, COUNT_PARAMETER, Likeness, WINDOW_PARAMETER, look_up};

use crate::sample::{now, ticket, usual, yuan};

fn past(number: &str, days: i64) -> AfterSaleSummary {
    AfterSaleSummary {
        number: number.to_owned(),
        kind: TicketKind::ReturnRefund,
        problem_type: None,
        reasons: vec!["unwanted".to_owned()],
        skus: vec!["SKU-9".to_owned()],
        case: CaseStatus::Completed,
        created_at: now().plus(-chrono::Duration::days(days)),
        refunded: yuan(100),
    }
}

fn history(after_sales: Vec<AfterSaleSummary>) -> History {
    let totals = Totals { orders: 9, after_sales: 9, paid: yuan(1), refunded: yuan(0) };
    History { orders: Vec::new(), after_sales, totals }
}

fn held() -> Ticket {
    ticket(TicketKind::ReturnRefund, usual(CaseStatus::InspectionHold))
}

#[test]
fn d6_three_similar_cases_in_half_a_year_tag_the_ticket() {
    let found = look_up(&held(), &history(vec![past("T-1", 1), past("T-2", 90), past("T-3", 180)]), &AbuseRule::default(), now());
    assert_eq!((found.similar.len(), found.tag.as_deref()), (3, Some("潜在滥用权益")));
    assert_eq!(found.signal.map(|s| (s.code, s.weight)), Some(("repeat_claims".to_owned(), 60)));
}

#[test]
fn d6_what_does_not_count() {
    let mut early = past("T-3", 180);
    early.created_at = early.created_at.plus(-chrono::Duration::microseconds(1));
    let other = |n: &str| AfterSaleSummary { reasons: vec!["broken".to_owned()], ..past(n, 3) };
    let ended = |case| AfterSaleSummary { case, ..past("T-3", 3) };
    let table = [early, other("T-3"), ended(CaseStatus::Cancelled), ended(CaseStatus::Merged), past("T-7", 3), past("T-3", -1)];
    for third in table {
        let label = format!("{third:?}");
        let found = look_up(&held(), &history(vec![past("T-1", 1), past("T-2", 2), third]), &AbuseRule::default(), now());
        assert_eq!((found.similar.len(), found.tag, found.signal), (2, None, None), "{label}");
    }
}

#[test]
fn d6_likeness_is_a_setting() {
    let mut case = held();
    case.problem_type = Some("missing_part".to_owned());
    let like = |likeness, past: AfterSaleSummary| {
        let rule = AbuseRule { similar_by: vec![likeness], count: 1, ..AbuseRule::default() };
        look_up(&case, &history(vec![past]), &rule, now()).tag.is_some()
    };
    let none = AfterSaleSummary { reasons: Vec::new(), skus: Vec::new(), kind: TicketKind::Repair, ..past("T-1", 1) };
    for likeness in Likeness::ALL {
        assert!(!like(*likeness, none.clone()), "{likeness}");
    }
    assert!(like(Likeness::Sku, AfterSaleSummary { skus: vec!["SKU-2".to_owned()], ..none.clone() }));
    assert!(like(Likeness::Reason, AfterSaleSummary { reasons: vec!["unwanted".to_owned()], ..none.clone() }));
    assert!(like(Likeness::ProblemType, AfterSaleSummary { problem_type: Some("missing_part".to_owned()), ..none.clone() }));
    assert!(like(Likeness::Kind, AfterSaleSummary { kind: TicketKind::ReturnRefund, ..none }));
}

#[test]
fn d6_l27_window_and_count_come_from_external_parameters() {
    let number = |code: &str, text: &str| (code.to_owned(), ParameterValue::Number(text.to_owned()));
    let rule = AbuseRule::default().with(&BTreeMap::from([number(WINDOW_PARAMETER, "30"), number(COUNT_PARAMETER, "2")])).unwrap();
    let tagged = |days| look_up(&held(), &history(vec![past("T-1", 1), past("T-2", days)]), &rule, now()).tag.is_some();
    assert!(tagged(30) && !tagged(31));
    assert_eq!(AbuseRule::default().with(&BTreeMap::new()), Ok(AbuseRule::default()));
    for wrong in
        [number(COUNT_PARAMETER, "2.5"), number(COUNT_PARAMETER, "-1"), (COUNT_PARAMETER.to_owned(), ParameterValue::Boolean(true))]
    {
        assert_eq!(AbuseRule::default().with(&BTreeMap::from([wrong])).unwrap_err().code, COUNT_PARAMETER);
    }
    let off = AbuseRule { count: 0, ..AbuseRule::default() };
    assert_eq!(look_up(&held(), &history(vec![past("T-1", 1)]), &off, now()).tag, None);
}
