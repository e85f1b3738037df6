//! Definitions: what is wrong with one, where its figures are read, and those that come with the house.

use redress_domain::calendar::Zone;
use redress_domain::report::fact::{Dimension, Flag};
use redress_domain::report::{
    Answer, Cell, Chart, Dataset, Days, Definition, Filter, Grain, Kind, Measure, Reader, Repurchase, Schedule, Sort, Source, Table,
    Window, shipped,
};
use redress_domain::{Currency, Timestamp};
use serde_json::json;

fn count() -> Measure {
    Measure {
        key: "tickets".into(),
        label: "工单数".into(),
        kind: Kind::Count,
        flag: None,
        less: None,
        of: None,
        field: None,
        percent: None,
    }
}

fn definition(dimensions: &[Dimension]) -> Definition {
    Definition {
        name: "试".into(),
        description: String::new(),
        dataset: Dataset::Tickets,
        measures: vec![count()],
        dimensions: dimensions.to_vec(),
        filters: Vec::new(),
        grain: None,
        window: Window { last: 1, unit: Grain::Month },
        sort: None,
        limit: None,
        chart: Chart::Table,
    }
}

#[test]
fn every_report_of_the_house_is_good_and_named_once() {
    let all = shipped();
    assert!(all.len() >= 25, "{}", all.len());
    for (index, shipped) in all.iter().enumerate() {
        assert_eq!(shipped.definition.check(), [], "{}", shipped.key);
        assert!(all[..index].iter().all(|other| other.key != shipped.key), "{} is there twice", shipped.key);
        let text = serde_json::to_string(&shipped.definition).unwrap();
        assert_eq!(serde_json::from_str::<Definition>(&text).unwrap(), shipped.definition);
    }
    // A dashboard of a million tickets must not read a million facts: all but the median read the kept sums.
    let today = 20_000;
    for shipped in &all {
        let days = shipped.definition.days(None, None, today).unwrap();
        assert!(matches!(shipped.definition.question(days).source, Source::Cells { .. }), "{} reads every fact", shipped.key);
    }
}

#[test]
fn z32_everything_wrong_with_a_definition_is_named_at_once() {
    let mut bad = definition(&[Dimension::Channel, Dimension::Channel]);
    bad.name = " ".into();
    bad.measures.push(count());
    bad.measures.push(Measure { key: "Bad Key".into(), label: String::new(), kind: Kind::Average, percent: Some(100), ..count() });
    bad.measures.push(Measure { key: "share".into(), kind: Kind::Share, ..count() });
    bad.measures.push(Measure { key: "rate".into(), kind: Kind::ReturnRate, ..count() });
    bad.filters =
        vec![Filter { dimension: Dimension::Sku, any_of: Vec::new() }, Filter { dimension: Dimension::Sku, any_of: vec!["x".into()] }];
    bad.window.last = 0;
    bad.sort = Some(Sort { by: "time".into(), descending: true });
    bad.limit = Some(0);
    let paths: Vec<String> = bad.check().into_iter().map(|finding| finding.path).collect();
    let wanted = [
        "/name",
        "/measures/1/key",
        "/measures/2/key",
        "/measures/2/label",
        "/measures/2/field",
        "/measures/2/percent",
        "/measures/2/percent",
        "/measures/3/flag",
        "/measures/4/kind",
        "/dimensions/1",
        "/filters/0/any_of",
        "/filters/1/dimension",
        "/window/last",
        "/sort/by",
        "/limit",
    ];
    assert_eq!(paths, wanted);
    assert!(serde_json::from_value::<Definition>(json!({"name": "x", "what": 1})).is_err(), "nothing unknown is taken");
}

#[test]
fn a_question_is_read_from_the_smallest_slice_that_answers_it() {
    let days = Days { first: 0, last: 10 };
    let slice = |definition: &Definition| match definition.question(days).source {
        Source::Cells { slice, .. } => slice,
        Source::Facts => "facts",
    };
    assert_eq!(slice(&definition(&[])), "all");
    assert_eq!(slice(&definition(&[Dimension::Reason])), "reason");
    assert_eq!(slice(&definition(&[Dimension::Reason, Dimension::Category])), "category_reason", "in any order");
    assert_eq!(slice(&definition(&[Dimension::Channel, Dimension::Queue])), "facts", "this pair is not kept");
    let filter = |dimension, values: &[&str]| Filter { dimension, any_of: values.iter().map(|value| (*value).to_owned()).collect() };
    let mut one = definition(&[Dimension::Reason]);
    one.filters = vec![filter(Dimension::Category, &["shoes"])];
    assert_eq!(slice(&one), "category_reason");
    one.filters = vec![filter(Dimension::Category, &["shoes", "hats"])];
    assert_eq!(slice(&one), "facts", "a ticket about shoes and hats would count twice");
    one.filters = vec![filter(Dimension::Reason, &["a", "b"])];
    assert_eq!(slice(&one), "reason", "a filter on a key only leaves rows out");
}

fn net_score() -> Measure {
    let (flag, less, of) = (Some(Flag::Promoter), Some(Flag::Detractor), Some(Flag::Rated));
    Measure { key: "nps".into(), kind: Kind::NetScore, flag, less, of, ..count() }
}

/// Z25, D17, D19: shares, the Net Promoter Score and who bought again.
#[test]
fn figures_are_rounded_once_and_empty_where_there_is_nothing_to_divide_by() {
    let mut wanted = definition(&[]);
    wanted.measures = vec![
        Measure { key: "share".into(), kind: Kind::Share, flag: Some(Flag::Resolved), of: Some(Flag::Ended), ..count() },
        Measure { key: "rate".into(), kind: Kind::ReturnRate, ..count() },
        count(),
        net_score(),
        Measure { key: "again".into(), kind: Kind::RepurchaseRate, ..count() },
    ];
    wanted.grain = Some(Grain::Month);
    let days = Days::between("2026-09-30".parse().unwrap(), "2026-10-02".parse().unwrap()).unwrap();
    let question = wanted.question(days);
    let names = |_: Dimension, _: &str| None;
    let reader = Reader { zone: Zone::SHANGHAI, currency: Currency::CNY, chinese: true, names: &names };
    let october = Grain::Month.bucket(days.last);
    // Sums in the order of the question: tickets, resolved, ended, returned, promoter, detractor, rated.
    let mut answer = Answer { total: vec![3, 2, 3, 1, 1, 2, 3], ..Answer::default() };
    answer.grid.insert((Vec::new(), october), vec![3, 2, 3, 1, 1, 2, 3]);
    answer.orders.insert(october, 300);
    answer.repurchases.insert(october, Repurchase { customers: 3, again: 1 });
    answer.total_repurchase = Repurchase { customers: 2, again: 1 };
    let table = Table::assemble(&wanted, &question, answer, &reader);
    let nothing = vec![Cell::Text("2026-09".into()), Cell::Empty, Cell::Empty, Cell::Whole(0), Cell::Empty, Cell::Empty];
    let some =
        vec![Cell::Text("2026-10".into()), Cell::Real(0.6667), Cell::Real(0.0033), Cell::Whole(3), Cell::Real(-33.3), Cell::Real(0.3333)];
    assert_eq!(table.rows, [nothing, some], "every month has a row");
    assert_eq!(table.totals, [Cell::Empty, Cell::Real(0.6667), Cell::Real(0.0033), Cell::Whole(3), Cell::Real(-33.3), Cell::Real(0.5)]);
    let keys: Vec<&str> = table.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys, ["time", "share", "rate", "tickets", "nps", "again"]);
}

#[test]
fn a_schedule_names_its_next_moment_and_what_is_wrong_with_it() {
    let text = json!({"cron": "0 9 * * MON", "zone": "Asia/Shanghai", "recipients": ["boss@shop.example"], "format": "xlsx"});
    let schedule: Schedule = serde_json::from_value(text).unwrap();
    let after: Timestamp = "2026-10-05T01:00:00Z".parse().unwrap();
    assert_eq!(schedule.due(after), Some("2026-10-12T01:00:00Z".parse().unwrap()), "Monday 9:00 in Shanghai has just been");
    assert_eq!(schedule.check(), []);
    let wrong = Schedule { recipients: vec!["nobody".into(), "a@b.c\r\nBcc: x@y.z".into()], ..schedule };
    assert_eq!(wrong.check().iter().map(|finding| finding.path.as_str()).collect::<Vec<_>>(), ["/recipients/0", "/recipients/1"]);
}
