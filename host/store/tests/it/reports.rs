//! Reports on both databases: figures worked out by hand, and what is kept against what is counted.

use std::collections::BTreeMap;

use redress_domain::calendar::Zone;
use redress_domain::report::fact::{Dimension, Fact, Field, Flag, Terms};
use redress_domain::report::{Days, Definition, Grain, Grid, Source, day_of, shipped};
use redress_domain::ticket::Ticket;
use redress_domain::{Currency, Timestamp};
use redress_store::{TenantStore, fact, order, report, ticket};
use sqlx::{Connection as _, SqliteConnection};

use crate::backend::{Backend, on_both, read, write};
use crate::sample::Sample;

on_both!(figures_are_those_of_a_hand_count, what_is_kept_is_what_is_counted, orders_are_counted_by_day);

const HOUR: i64 = 3_600_000_000;

/// One ticket of the hand count.
struct Case {
    at: &'static str,
    channel: &'static str,
    reasons: &'static [&'static str],
    category: &'static str,
    resolved: bool,
    hours: Option<i64>,
}

/// Six tickets around the turn of a quarter in Shanghai (16:00 UTC).
const CASES: [Case; 6] = [
    Case { at: "2026-09-15T03:00:00Z", channel: "taobao", reasons: &["damaged"], category: "milk", resolved: true, hours: Some(10) },
    Case {
        at: "2026-09-30T15:59:59.999999Z",
        channel: "taobao",
        reasons: &["unwanted"],
        category: "toys",
        resolved: true,
        hours: Some(20),
    },
    Case {
        at: "2026-09-30T16:00:00Z",
        channel: "douyin",
        reasons: &["damaged", "unwanted"],
        category: "milk",
        resolved: true,
        hours: Some(60),
    },
    Case { at: "2026-10-04T15:59:59Z", channel: "douyin", reasons: &["unwanted"], category: "toys", resolved: false, hours: Some(30) },
    Case { at: "2026-10-05T00:00:00Z", channel: "jd", reasons: &["damaged"], category: "milk", resolved: false, hours: None },
    Case {
        at: "2026-10-31T15:59:59Z",
        channel: "taobao",
        reasons: &["damaged", "damaged"],
        category: "milk",
        resolved: true,
        hours: Some(40),
    },
];

fn terms() -> Terms {
    Terms::of(&BTreeMap::new(), Currency::CNY)
}

fn make(sample: &mut Sample, number: usize, case: &Case) -> (Ticket, Fact) {
    let buyer = sample.customer(&format!("c-{number}"));
    let bought = sample.order(&format!("o-{number}"), Some(buyer.id));
    let mut made = sample.ticket(&format!("R-{number}"), &buyer, &bought);
    made.created_at = case.at.parse().unwrap();
    case.channel.clone_into(&mut made.channel);
    let line = made.lines[0].clone();
    made.lines = case
        .reasons
        .iter()
        .map(|reason| {
            let mut line = line.clone();
            (*reason).clone_into(&mut line.reason);
            line.category = Some(case.category.to_owned());
            line
        })
        .collect();
    let mut fact = Fact::derive(&made, [], None, &terms());
    if let Some(hours) = case.hours {
        fact.flags |= Flag::Ended.bit();
        fact.fields[Field::ResolutionTime.place()] = Some(hours * HOUR);
    }
    if case.resolved {
        fact.flags |= Flag::Resolved.bit();
        "refunded".clone_into(&mut fact.outcome);
    }
    (made, fact)
}

async fn seed(shop: &TenantStore, sample: &mut Sample) -> Vec<Fact> {
    let mut facts = Vec::new();
    for (number, case) in CASES.iter().enumerate() {
        let (made, fact) = make(sample, number, case);
        let counted = fact.clone();
        write!(shop, |tx| {
            ticket::insert(tx, &made).await?;
            fact::put(tx, &counted, None).await
        })
        .unwrap();
        facts.push(fact);
    }
    facts
}

fn definition(json: serde_json::Value) -> Definition {
    let mut whole = serde_json::json!({
        "name": "x", "dataset": "tickets", "window": {"last": 1, "unit": "month"}, "chart": "table",
        "measures": [{"key": "tickets", "label": "n", "kind": "count"}]
    });
    let serde_json::Value::Object(own) = json else { panic!("{json} is no object") };
    whole.as_object_mut().unwrap().extend(own);
    serde_json::from_value(whole).unwrap()
}

fn days(first: &str, last: &str) -> Days {
    Days::between(first.parse().unwrap(), last.parse().unwrap()).unwrap()
}

async fn ask(shop: &TenantStore, definition: &Definition, days: Days) -> Grid {
    let question = definition.question(days);
    read!(shop, |tx| report::ask(tx, &question).await).unwrap()
}

fn row(grid: &Grid, keys: &[&str], bucket: i64) -> Vec<i64> {
    let keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    grid.get(&(keys.clone(), bucket)).unwrap_or_else(|| panic!("no row {keys:?} {bucket} in {grid:?}")).clone()
}

/// More facts wait than a command binds values (32,766 on `SQLite`), as after an upgrade: reports answer, and folding gets through.
#[tokio::test]
async fn more_facts_wait_than_a_command_binds() {
    const COPIES: i64 = 33_100;
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "backlog").await;
    let (made, fact) = make(sample, 0, &CASES[0]);
    write!(shop, |tx| {
        ticket::insert(tx, &made).await?;
        fact::put(tx, &fact, None).await
    })
    .unwrap();
    let mut conn = SqliteConnection::connect(&backend.url).await.unwrap();
    let columns: Vec<(String,)> = sqlx::query_as("SELECT name FROM pragma_table_info('ticket_fact')").fetch_all(&mut conn).await.unwrap();
    let columns: Vec<String> = columns.into_iter().map(|(name,)| name).collect();
    let copied: Vec<&str> = columns.iter().map(|name| if name == "ticket_id" { "randomblob(16)" } else { name.as_str() }).collect();
    let copy = format!(
        "INSERT INTO ticket_fact ({}) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {COPIES}) \
         SELECT {} FROM ticket_fact, n",
        columns.join(", "),
        copied.join(", ")
    );
    sqlx::query(sqlx::AssertSqlSafe(copy)).execute(&mut conn).await.unwrap();
    let month = days("2026-09-01", "2026-09-30");
    let grid = ask(&shop, &definition(serde_json::json!({})), month).await;
    assert_eq!(row(&grid, &[], 0), [COPIES + 1]);
    assert_eq!(write!(shop, |tx| fact::fold(tx, 500).await).unwrap(), 500);
    assert_eq!(row(&ask(&shop, &definition(serde_json::json!({})), month).await, &[], 0), [COPIES + 1]);
}

/// L2: the newest tickets are found, however many older ones a text fits: here more than a search ever gave, with a later word.
#[tokio::test]
async fn the_search_gives_the_newest_first_however_many_there_are() {
    let backend = Backend::sqlite().await;
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "many").await;
    let buyer = sample.customer("c-many");
    let bought = sample.order("o-many", Some(buyer.id));
    let mut newest = sample.ticket("AS1", &buyer, &bought);
    "feeder".clone_into(&mut newest.subject);
    let stored = newest.clone();
    write!(shop, |tx| {
        redress_store::customer::insert(tx, &buyer).await?;
        order::upsert_many(tx, &[bought]).await?;
        ticket::insert(tx, &stored).await?;
        ticket::index_words(tx, &stored).await
    })
    .unwrap();
    let mut conn = SqliteConnection::connect(&backend.url).await.unwrap();
    let older = "INSERT INTO ticket_word (tenant_id, word, ticket_id) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) \
                 SELECT id, 'feet', unhex(printf('%032x', i)) FROM tenant, n";
    sqlx::query(older).execute(&mut conn).await.unwrap();
    let page = redress_store::Page { after: None, limit: 1 };
    let (found, _) =
        read!(shop, |tx| ticket::search(tx, "fee", ticket::Ways::ALL, &ticket::Filter::default(), &page, ticket::Effort::USUAL).await)
            .unwrap();
    assert_eq!(found.into_iter().map(|ticket| ticket.id).collect::<Vec<_>>(), [newest.id]);
}

async fn figures_are_those_of_a_hand_count(backend: &Backend) {
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "figures").await;
    let other = backend.tenant(sample, "other").await;
    seed(&shop, sample).await;
    seed(&other, sample).await;
    let all = days("2026-09-01", "2026-10-31");
    let month = |text: &str| Grain::Month.bucket(days(text, text).first);

    // Once as they wait to be folded, once folded: the figures are the same at every moment.
    for folded in [false, true] {
        if folded {
            assert_eq!(write!(shop, |tx| fact::fold(tx, 4).await).unwrap(), 4);
            assert_eq!(write!(shop, |tx| fact::fold(tx, 4).await).unwrap(), 2);
            assert_eq!(write!(shop, |tx| fact::fold(tx, 4).await).unwrap(), 0);
        }
        // Z25: the turn of the month is that of Shanghai.
        let grid = ask(&shop, &definition(serde_json::json!({"grain": "month"})), all).await;
        assert_eq!((row(&grid, &[], month("2026-09-01")), row(&grid, &[], month("2026-10-01"))), (vec![2], vec![4]));
        let grid = ask(&shop, &definition(serde_json::json!({"grain": "quarter"})), all).await;
        assert_eq!(grid.into_values().collect::<Vec<_>>(), [vec![2], vec![4]]);
        let grid = ask(&shop, &definition(serde_json::json!({"grain": "week"})), days("2026-09-28", "2026-10-11")).await;
        assert_eq!(grid.into_values().collect::<Vec<_>>(), [vec![3], vec![1]], "Sunday 23:59:59 is the last of its week");
        // Z26: a ticket counts once under each of its reasons.
        let grid = ask(&shop, &definition(serde_json::json!({"dimensions": ["reason"]})), all).await;
        assert_eq!((row(&grid, &["damaged"], 0), row(&grid, &["unwanted"], 0)), (vec![4], vec![3]));
        // Z29 with Z26, and a filter: October's milk only.
        let wanted = definition(serde_json::json!({"dimensions": ["reason"], "filters": [{"dimension": "category", "any_of": ["milk"]}]}));
        let grid = ask(&shop, &wanted, days("2026-10-01", "2026-10-31")).await;
        assert_eq!((row(&grid, &["damaged"], 0), row(&grid, &["unwanted"], 0)), (vec![3], vec![1]));
        // Z27, Z31: means and shares are quotients of sums.
        let wanted = definition(serde_json::json!({"dimensions": ["channel"], "measures": [
            {"key": "t", "label": "t", "kind": "average", "field": "resolution_time"},
            {"key": "r", "label": "r", "kind": "share", "flag": "resolved", "of": "ended"}]}));
        let grid = ask(&shop, &wanted, all).await;
        assert_eq!(wanted.question(all).sums.len(), 5);
        assert_eq!(row(&grid, &["taobao"], 0), [3, 70 * HOUR, 3, 3, 3]);
        assert_eq!(row(&grid, &["douyin"], 0), [2, 90 * HOUR, 2, 1, 2]);
        assert_eq!(row(&grid, &["jd"], 0), [1, 0, 0, 0, 0]);
        // A pair that is not kept is counted from the facts.
        let wanted = definition(serde_json::json!({"dimensions": ["channel", "category", "reason"], "grain": "month"}));
        assert_eq!(wanted.question(all).source, Source::Facts);
        let grid = ask(&shop, &wanted, all).await;
        assert_eq!(row(&grid, &["douyin", "milk", "damaged"], month("2026-10-01")), [1]);
        assert_eq!(row(&grid, &["taobao", "milk", "damaged"], month("2026-10-01")), [1], "two damaged lines are one ticket");
        // The median by nearest rank: 10 20 30 40 60 hours.
        let question = definition(serde_json::json!({})).question(all);
        let ranks = |percent: u8| {
            let (shop, question) = (shop.clone(), question.clone());
            async move { read!(shop, |tx| report::ranks(tx, &question, Field::ResolutionTime, percent).await).unwrap() }
        };
        assert_eq!(ranks(50).await.into_values().collect::<Vec<_>>(), [30 * HOUR]);
        assert_eq!(ranks(90).await.into_values().collect::<Vec<_>>(), [60 * HOUR]);
        let by_reason = definition(serde_json::json!({"dimensions": ["reason"]})).question(all);
        let ranks = read!(shop, |tx| report::ranks(tx, &by_reason, Field::ResolutionTime, 50).await).unwrap();
        assert_eq!(ranks.get(&(vec!["damaged".to_owned()], 0)), Some(&(40 * HOUR)), "10 40 60");
    }
}

/// Every report of the house, and many questions beside: what the kept sums answer is what counting all facts answers, after any
/// sequence of changes and foldings.
async fn what_is_kept_is_what_is_counted(backend: &Backend) {
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "kept").await;
    let facts = seed(&shop, sample).await;
    let all = days("2026-01-01", "2026-12-31");
    compare(&shop, all).await;
    write!(shop, |tx| fact::fold(tx, 100).await).unwrap();
    compare(&shop, all).await;
    let mut now = facts.clone();
    for (round, place) in [0_usize, 0, 3, 5, 3].into_iter().enumerate() {
        let before = now[place].clone();
        let mut after = before.clone();
        after.flags ^= Flag::Overdue.bit() | Flag::Refunded.bit();
        after.channel = format!("channel-{round}");
        after.fields[Field::RefundedAmount.place()] = Some(100 * i64::try_from(round).unwrap() + 1);
        now[place] = after.clone();
        write!(shop, |tx| fact::put(tx, &after, Some(&before)).await).unwrap();
        compare(&shop, all).await;
        if round % 2 == 1 {
            write!(shop, |tx| fact::fold(tx, 1).await).unwrap();
            compare(&shop, all).await;
        }
    }
    while write!(shop, |tx| fact::fold(tx, 2).await).unwrap() > 0 {}
    compare(&shop, all).await;
    let total = definition(serde_json::json!({"measures": [{"key": "m", "label": "m", "kind": "sum", "field": "refunded_amount"}]}));
    // The last values: round 1 of the first, 3 of the last, 4 of the fourth.
    assert_eq!(ask(&shop, &total, all).await.into_values().next(), Some(vec![6, 101 + 301 + 401, 3]));
}

async fn compare(shop: &TenantStore, days: Days) {
    let mut definitions: Vec<Definition> = shipped().into_iter().map(|shipped| shipped.definition).collect();
    for dimension in Dimension::ALL {
        let by = |filters: serde_json::Value| {
            definition(serde_json::json!({"dimensions": [dimension.as_str()], "filters": filters, "grain": "week"}))
        };
        definitions.push(by(serde_json::json!([])));
        definitions.push(by(serde_json::json!([{"dimension": "category", "any_of": ["milk"]}])));
    }
    for wanted in definitions {
        let question = wanted.question(days);
        let counted = question.from_facts();
        let (kept, counted) = read!(shop, |tx| Ok((report::ask(tx, &question).await?, report::ask(tx, &counted).await?))).unwrap();
        // A cell that everybody has left holds zeros; a fact that is nowhere has no row.
        let kept: Grid = kept.into_iter().filter(|(_, numbers)| numbers.iter().any(|number| *number != 0)).collect();
        let counted: Grid = counted.into_iter().filter(|(_, numbers)| numbers.iter().any(|number| *number != 0)).collect();
        assert_eq!(kept, counted, "{} {:?} {:?}", wanted.name, wanted.dimensions, wanted.filters);
    }
}

/// Z25: orders by day, through changes of the day on which they were placed.
async fn orders_are_counted_by_day(backend: &Backend) {
    let sample = &mut Sample::new();
    let shop = backend.tenant(sample, "orders").await;
    let at = |text: &str| text.parse::<Timestamp>().unwrap();
    let mut orders: Vec<_> = (0..5).map(|n| sample.order(&format!("o-{n}"), None)).collect();
    for (order, text) in
        orders.iter_mut().zip(["2026-09-30T15:59:59Z", "2026-09-30T16:00:00Z", "2026-10-02T00:00:00Z", "2026-10-02T01:00:00Z"])
    {
        order.placed_at = Some(at(text));
    }
    orders[4].placed_at = None;
    let stored = orders.clone();
    write!(shop, |tx| order::upsert_many(tx, &stored).await).unwrap();
    let all = days("2026-09-01", "2026-10-31");
    let by_month = |expected: [i64; 2]| {
        let shop = shop.clone();
        async move {
            let found = read!(shop, |tx| fact::orders(tx, Zone::SHANGHAI, all, Some(Grain::Month)).await).unwrap();
            assert_eq!(found.into_values().collect::<Vec<_>>(), expected);
        }
    };
    by_month([1, 3]).await;
    assert_eq!(write!(shop, |tx| fact::count_orders(tx, Zone::SHANGHAI, 3).await).unwrap(), 3);
    by_month([1, 3]).await;
    orders[2].placed_at = Some(at("2026-09-02T00:00:00Z"));
    let moved = [orders[2].clone()];
    write!(shop, |tx| order::upsert_many(tx, &moved).await).unwrap();
    by_month([2, 2]).await;
    while write!(shop, |tx| fact::count_orders(tx, Zone::SHANGHAI, 100).await).unwrap() > 0 {}
    by_month([2, 2]).await;
    let total = read!(shop, |tx| fact::orders(tx, Zone::SHANGHAI, all, None).await).unwrap();
    assert_eq!(total, BTreeMap::from([(0, 4)]));
    assert_eq!(day_of(Zone::SHANGHAI, at("2026-09-30T16:00:00Z")), days("2026-10-01", "2026-10-01").first);
}
