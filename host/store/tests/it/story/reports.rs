//! Facts, reports, defects and the search.

use std::collections::BTreeMap;

use chrono::Duration;
use redress_domain::calendar::Zone;
use redress_domain::id::{ReportId, UserId};
use redress_domain::report::defect::Suspect;
use redress_domain::report::fact::{Dimension, Fact, Field, Terms};
use redress_domain::report::{Days, Grain, Repurchase, Schedule, shipped};
use redress_domain::{Currency, Timestamp};
use redress_store::report::Report;
use redress_store::ticket::Filter;
use redress_store::{Error, Page, TenantStore, customer, defect, explain, fact, order, report, ticket};
use serde_json::json;

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, next_id};

/// D19: who placed an order within 30 days after the end of a ticket.
async fn buys_again(shop: &TenantStore, sample: &mut Sample, days: Days, terms: &Terms) {
    let buyer = sample.customer("again-1");
    let asked = buyer.clone();
    let buyer = write!(shop, |tx| customer::upsert(tx, &asked).await).unwrap();
    let bought = sample.order("again-1", Some(buyer.id));
    let mut done = sample.ticket("F-3", &buyer, &bought);
    done.external_ref = None;
    let mut ended = Fact::derive(&done, [], None, terms);
    ended.fields[Field::ResolutionTime.place()] = Some(3_600_000_000);
    ended.day = days.first;
    let at = done.created_at.plus(Duration::hours(1));
    write!(shop, |tx| {
        ticket::insert(tx, &done).await?;
        fact::load(tx, &[ended]).await
    })
    .unwrap();
    let ask = |now| async move { read!(shop, |tx| report::repurchases(tx, days, None, now).await).unwrap() };
    let in_days = move |days| at.plus(Duration::days(days));
    assert!(ask(in_days(29)).await.is_empty(), "the 30 days are not over");
    assert_eq!(ask(in_days(30)).await, BTreeMap::from([(0, Repurchase { customers: 1, again: 0 })]));
    for (name, days, again) in [("again-0", 0, 0), ("again-2", 31, 0), ("again-3", 30, 1)] {
        let mut order = sample.order(name, Some(buyer.id));
        order.placed_at = Some(in_days(days));
        let placed = [order];
        write!(shop, |tx| order::upsert_many(tx, &placed).await).unwrap();
        assert_eq!(ask(in_days(60)).await[&0].again, again, "{name}");
    }
    let by_month = read!(shop, |tx| report::repurchases(tx, days, Some(Grain::Month), in_days(60)).await).unwrap();
    assert_eq!(by_month, BTreeMap::from([(Grain::Month.bucket(days.first), Repurchase { customers: 1, again: 1 })]));
}

pub(super) async fn facts(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let buyer = sample.customer("f-1");
    let bought = sample.order("f-1", Some(buyer.id));
    let terms = Terms::of(&BTreeMap::new(), Currency::CNY);
    let one = sample.ticket("F-1", &buyer, &bought);
    let two = sample.ticket("F-2", &buyer, &bought);
    let (a, b) = (Fact::derive(&one, [], None, &terms), Fact::derive(&two, [], None, &terms));
    let (first, counted) = (one.clone(), a.clone());
    write!(shop, |tx| {
        ticket::insert(tx, &first).await?;
        fact::put(tx, &counted, None).await
    })
    .unwrap();
    let stored = one.clone();
    assert_eq!(read!(shop, |tx| fact::find(tx, &stored).await).unwrap(), Some(a.clone()));
    assert!(read!(backend.store, |tx| fact::waiting(tx).await).unwrap().contains(&shop.tenant()));
    let days = Days { first: a.day, last: a.day };
    assert_eq!(read!(shop, |tx| fact::pending(tx, days).await).unwrap(), vec![(a.clone(), None)]);
    let (second, loaded) = (two.clone(), [b.clone()]);
    write!(shop, |tx| {
        ticket::insert(tx, &second).await?;
        fact::load(tx, &loaded).await
    })
    .unwrap();
    let question = shipped()[0].definition.question(days).in_total();
    let ask = || {
        let question = question.clone();
        async move { read!(shop, |tx| report::ask(tx, &question).await).unwrap().into_values().next().unwrap()[0] }
    };
    assert_eq!(ask().await, 2, "one is folded, one waits");
    assert_eq!(write!(shop, |tx| fact::fold(tx, 10).await).unwrap(), 1);
    assert_eq!(ask().await, 2);
    let question = question.clone();
    let ranks = read!(shop, |tx| report::ranks(tx, &question, Field::Contacts, 50).await).unwrap();
    assert_eq!(ranks.into_values().collect::<Vec<_>>(), [1]);

    // Orders of earlier chapters wait too.
    while write!(shop, |tx| fact::count_orders(tx, Zone::SHANGHAI, 100).await).unwrap() > 0 {}
    let year = Days::last(2, Grain::Quarter, a.day + 30);
    assert!(read!(shop, |tx| fact::orders(tx, Zone::SHANGHAI, year, None).await).unwrap()[&0] > 0);
    assert!(!read!(backend.store, |tx| fact::waiting(tx).await).unwrap().contains(&shop.tenant()));

    let both = [one.id, two.id];
    write!(shop, |tx| fact::postpone(tx, &both).await).unwrap();
    assert!(read!(backend.store, |tx| fact::postponed(tx).await).unwrap().contains(&shop.tenant()));
    assert_eq!(write!(shop, |tx| fact::take_postponed(tx, 10).await).unwrap(), both);
    assert_eq!(write!(shop, |tx| fact::take_postponed(tx, 10).await).unwrap(), []);
    // All afresh, slice by slice: until then reports show what was counted before.
    let placed = read!(shop, |tx| fact::orders(tx, Zone::SHANGHAI, year, None).await).unwrap();
    assert!(!write!(shop, |tx| fact::go_on(tx, 1).await).unwrap(), "nobody asked for it");
    write!(shop, |tx| fact::begin_again(tx).await).unwrap();
    assert_eq!(read!(backend.store, |tx| fact::recounting(tx).await).unwrap(), [shop.tenant()]);
    let mut slices = 1;
    while write!(shop, |tx| fact::go_on(tx, 1).await).unwrap() {
        slices += 1;
        assert_eq!(read!(shop, |tx| fact::orders(tx, Zone::SHANGHAI, year, None).await).unwrap(), placed);
        assert_eq!(write!(shop, |tx| fact::count_orders(tx, Zone::SHANGHAI, 100).await).unwrap(), 0, "none while they are forgotten");
    }
    assert!(slices > 4, "{slices}");
    assert_eq!(read!(backend.store, |tx| fact::recounting(tx).await).unwrap(), []);
    while write!(shop, |tx| fact::count_orders(tx, Zone::SHANGHAI, 100).await).unwrap() > 0 {}
    assert_eq!(read!(shop, |tx| fact::orders(tx, Zone::SHANGHAI, year, None).await).unwrap(), placed);
    let (stored, all) = (one.clone(), write!(shop, |tx| fact::take_postponed(tx, 1000).await).unwrap());
    assert!(all.contains(&one.id) && all.len() > 2, "every ticket of the tenant");
    let before = read!(shop, |tx| fact::find(tx, &stored).await).unwrap().expect("it is still counted");
    assert_eq!(ask().await, 2);

    // Its day moves: the sums lose it, and the ticket's version moves with it.
    let stored = one.clone();
    write!(shop, |tx| fact::remove(tx, &stored, &before).await).unwrap();
    assert_eq!(ask().await, 1);
    let (stored, id) = (one.clone(), one.id);
    assert_eq!(read!(shop, |tx| fact::find(tx, &stored).await).unwrap(), None);
    assert_eq!(read!(shop, |tx| ticket::find(tx, id).await).unwrap().map(|ticket| ticket.version), Some(one.version + 1));
    buys_again(shop, sample, days, &terms).await;
}

pub(super) async fn reports(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let at: Timestamp = sample.now();
    let schedule: Schedule =
        serde_json::from_value(json!({"cron": "@hourly", "zone": "UTC", "recipients": ["a@b.example"], "format": "csv"})).unwrap();
    let mut kept = Report {
        id: next_id!(sample, ReportId),
        version: 1,
        definition: shipped()[3].definition.clone(),
        schedule: Some(schedule),
        next_at: Some(at),
        created_by: next_id!(sample, UserId),
        created_at: at,
        updated_at: at,
    };
    let new = kept.clone();
    write!(shop, |tx| report::insert(tx, &new).await).unwrap();
    let id = kept.id;
    assert_eq!(read!(shop, |tx| report::find(tx, id).await).unwrap(), Some(kept.clone()));
    assert_eq!(read!(shop, |tx| report::list(tx, &first(5)).await).unwrap(), (vec![kept.clone()], None));
    kept.version = 2;
    let changed = kept.clone();
    write!(shop, |tx| report::update(tx, &changed, 1).await).unwrap();
    let changed = kept.clone();
    let stale = write!(shop, |tx| report::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "report", .. })), "{stale:?}");

    let later = at.plus(Duration::minutes(1));
    let claim = |now, until| async move { write!(backend.store, |tx| report::claim_due(tx, now, until, 5).await).unwrap() };
    assert_eq!(claim(at, later).await, vec![(shop.tenant(), kept.clone())]);
    assert_eq!(claim(at, later).await, vec![], "the claim holds");
    let far = at.plus(Duration::days(2));
    assert_eq!(claim(far, far.plus(Duration::minutes(1))).await, vec![(shop.tenant(), kept.clone())]);
    assert_eq!(claim(at, later).await, vec![(shop.tenant(), kept.clone())], "a lease far in the future does not count");
    let (due, next) = (kept.clone(), Some(at.plus(Duration::hours(1))));
    assert!(write!(shop, |tx| report::sent(tx, &due, next).await).unwrap());
    let due = kept.clone();
    assert!(!write!(shop, |tx| report::sent(tx, &due, next).await).unwrap(), "it goes out once");
    write!(shop, |tx| report::delete(tx, id).await).unwrap();
    let gone = write!(shop, |tx| report::delete(tx, id).await);
    assert!(matches!(gone, Err(Error::NotFound { what: "report", .. })), "{gone:?}");

    let board = read!(shop, |tx| report::board(tx, at, at).await).unwrap();
    assert!(board.open.iter().map(|(_, tickets)| tickets).sum::<i64>() > 0 && board.overdue_today == 0, "{board:?}");
    let texts = explain::recorded();
    // Other tests of this process ask too.
    let ours = texts.into_iter().find(|text| text.contains("queue_id") && text.contains("is_open")).expect("the board asked");
    let plan = read!(shop, |tx| explain::plan(tx, &ours).await).unwrap();
    assert!(plan.to_lowercase().contains("ticket"), "{plan}");

    let queues = read!(shop, |tx| report::names(tx, Dimension::Queue).await).unwrap();
    let people = read!(shop, |tx| report::names(tx, Dimension::Assignee).await).unwrap();
    assert!(!queues.is_empty() && people.values().any(|name| name == "王芳"), "{queues:?} {people:?}");
}

pub(super) async fn defects(shop: &TenantStore, sample: &mut Sample) {
    let buyer = sample.customer("def-1");
    let bought = sample.order("def-1", Some(buyer.id));
    let mut bad = sample.ticket("DEF-1", &buyer, &bought);
    bad.fields.insert("batch".to_owned(), json!("B-7"));
    "damaged".clone_into(&mut bad.lines[0].reason);
    let counted = Fact::derive(&bad, [], None, &Terms::of(&BTreeMap::new(), Currency::CNY));
    let days = Days { first: counted.day, last: counted.day };
    let stored = bad.clone();
    write!(shop, |tx| {
        ticket::insert(tx, &stored).await?;
        fact::put(tx, &counted, None).await
    })
    .unwrap();
    let claims = read!(shop, |tx| defect::claims(tx, days).await).unwrap();
    let ours = claims.iter().find(|claim| claim.batch == "B-7").unwrap();
    assert_eq!((ours.sku.as_str(), ours.tickets, ours.quality), ("FEEDER-1", 1, 1));
    let batch = Some("B-7".to_owned());
    let suspect = Suspect { sku: "FEEDER-1".to_owned(), batch, tickets: 1, quality: 1, share: 1.0, baseline: 0.1, probability: 0.1 };
    let found = suspect.clone();
    assert_eq!(read!(shop, |tx| defect::newest_ticket(tx, &found, days).await).unwrap(), Some(bad.id));
    let now = sample.now();
    for (again_after, told) in [(now, true), (now, false), (now.plus(Duration::seconds(1)), true)] {
        let suspect = suspect.clone();
        assert_eq!(write!(shop, |tx| defect::note(tx, &suspect, now, again_after).await).unwrap(), told);
    }
    assert_eq!(read!(shop, |tx| defect::noted(tx).await).unwrap(), [("FEEDER-1".to_owned(), "B-7".to_owned(), now)]);
}

/// L2: what people type finds tickets by number, order, customer and words.
pub(super) async fn search(shop: &TenantStore, sample: &mut Sample) {
    let mut buyer = sample.customer("finder-77");
    buyer.name = Some("欧阳修".to_owned());
    buyer.phone = Some("13912345678".to_owned());
    let bought = sample.order("SO-998877", Some(buyer.id));
    let mut wanted = sample.ticket("AS900001", &buyer, &bought);
    "智能喂食器 Feeder 无法连接网络".clone_into(&mut wanted.subject);
    let mut other = sample.ticket("AS900002", &buyer, &bought);
    (other.customer, other.order, other.external_ref) = (None, None, None);
    "网络不能连接".clone_into(&mut other.subject);
    let (person, order, tickets) = (buyer.clone(), bought.clone(), [wanted.clone(), other.clone()]);
    write!(shop, |tx| {
        customer::insert(tx, &person).await?;
        redress_store::order::upsert_many(tx, &[order]).await?;
        for ticket in &tickets {
            ticket::insert(tx, ticket).await?;
            // A second time changes nothing.
            ticket::index_words(tx, ticket).await?;
        }
        Ok(())
    })
    .unwrap();
    let find = |text: &'static str, filter: Filter, page: Page| async move {
        let mut answers = Vec::new();
        // The newest are walked, all of them or one, or all that is found is sorted.
        for (many, newest) in [(1, 1), (1, 100), (100, 1)] {
            let (effort, filter) = (ticket::Effort { many, newest }, filter.clone());
            let (found, next) = read!(shop, |tx| ticket::search(tx, text, ticket::Ways::ALL, &filter, &page, effort).await).unwrap();
            answers.push((found.into_iter().map(|ticket| ticket.number).collect::<Vec<_>>(), next));
        }
        assert!(answers.windows(2).all(|pair| pair[0] == pair[1]), "{text}: {answers:?}");
        answers.swap_remove(0)
    };
    let numbers = |text| async move { find(text, Filter::default(), Page::default()).await.0 };
    for text in
        ["as900001", "ref-AS900001", "SO-9988", "finder-7", "139123", "欧阳", " 喂食器 ", "feeder", "fee", "feeder 网络", "无法连接网络"]
    {
        assert_eq!(numbers(text).await, ["AS900001"], "{text}");
    }
    assert_eq!(numbers("网络").await, ["AS900002", "AS900001"], "newest first");
    assert_eq!(numbers("网").await, ["AS900002", "AS900001"], "one letter begins a pair");
    assert_eq!(numbers("AS90000").await, ["AS900002", "AS900001"]);
    for text in ["feeders", "连网", "网络 打印机", "1391234567890", "%", "' OR 1=1 --"] {
        assert_eq!(numbers(text).await, Vec::<String>::new(), "{text}");
    }
    let (page, next) = find("网络", Filter::default(), first(1)).await;
    assert_eq!(page, ["AS900002"]);
    assert_eq!(find("网络", Filter::default(), Page { after: next, limit: 1 }).await, (vec!["AS900001".to_owned()], None));
    let of_buyer = Filter { customer: Some(buyer.id), ..Filter::default() };
    assert_eq!(find("网络", of_buyer, Page::default()).await.0, ["AS900001"], "filters hold too");

    // Z36: a way that is closed finds nothing.
    let none = ticket::Ways { external_ref: false, phone: false, name: false, subject: false };
    for (text, count) in [("139123", 0), ("欧阳", 0), ("feeder", 0), ("ref-AS900001", 0), ("AS900001", 1), ("SO-9988", 1)] {
        let (found, _) =
            read!(shop, |tx| ticket::search(tx, text, none, &Filter::default(), &Page::default(), ticket::Effort::USUAL).await).unwrap();
        assert_eq!(found.len(), count, "{text}");
    }
}
