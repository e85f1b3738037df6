//! Tickets, their money and their timeline.

use std::collections::BTreeMap;

use redress_domain::Currency;

use redress_domain::fulfilment::{Received, ReplacementState};
use redress_domain::id::{CustomerId, OrderId, RefundInstructionId, SettlementId, TicketId};
use redress_domain::order::{Customer, Order};
use redress_domain::settlement::{EntryKind, Payer, RefundInstruction, RefundState, SettlementEntry};
use redress_domain::status::{CaseStatus, MoneyStatus};
use redress_domain::ticket::{LINKED_CHANNEL, Priority, Ticket, TicketKind};
use redress_domain::timeline::{Actor, Head, NewEntry, first_break};
use redress_store::ticket::Filter;
use redress_store::{Error, Page, TenantStore, customer, history, order, refund, replacement, settlement, ticket, timeline};
use serde_json::json;

use super::first;
use crate::backend::{Backend, read, write};
use crate::sample::{Sample, cny, next_id};

pub(super) async fn tickets(shop: &TenantStore, sample: &mut Sample) {
    let buyer = sample.customer("t-1");
    let bought = sample.order("t-1", Some(buyer.id));
    let mut one = sample.ticket("T-1", &buyer, &bought);
    let mut two = sample.ticket("T-2", &buyer, &bought);
    two.lines.clear();
    two.external_ref = None;
    let (a, b) = (one.clone(), two.clone());
    write!(shop, |tx| {
        ticket::insert(tx, &a).await?;
        ticket::insert(tx, &b).await
    })
    .unwrap();
    let id = one.id;
    assert_eq!(read!(shop, |tx| ticket::find(tx, id).await).unwrap(), Some(one.clone()));
    assert_eq!(read!(shop, |tx| ticket::find_by_number(tx, "T-2").await).unwrap(), Some(two.clone()));
    let since = two.updated_at;
    let told = read!(shop, |tx| ticket::changed(tx, since, 10).await).unwrap();
    assert!(told.contains(&ticket::Changed { id: two.id, number: "T-2".to_owned(), version: two.version }), "{told:?}");
    let later = since.plus(chrono::Duration::milliseconds(1));
    let told = read!(shop, |tx| ticket::changed(tx, later, 10).await).unwrap();
    assert!(told.iter().all(|one| one.id != two.id), "what changed before is not told: {told:?}");

    let mut twin = sample.ticket("T-3", &buyer, &bought);
    twin.external_ref.clone_from(&one.external_ref);
    let refused = write!(shop, |tx| ticket::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "ticket_external_ref" })), "{refused:?}");
    let twin = sample.ticket("T-1", &buyer, &bought);
    let refused = write!(shop, |tx| ticket::insert(tx, &twin).await);
    assert!(matches!(refused, Err(Error::NotUnique { .. })), "{refused:?}");

    one.version = 2;
    one.axes.case = CaseStatus::Completed;
    one.axes.money = MoneyStatus::Refunded;
    one.lines[0].quantity = 2;
    one.updated_at = sample.now();
    let changed = one.clone();
    write!(shop, |tx| ticket::update(tx, &changed, 1).await).unwrap();
    let changed = one.clone();
    let stale = write!(shop, |tx| ticket::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { what: "ticket", expected: 1, .. })), "{stale:?}");
    assert_eq!(read!(shop, |tx| ticket::find(tx, id).await).unwrap(), Some(one.clone()));

    let of_buyer = Filter { customer: Some(buyer.id), ..Filter::default() };
    let filter = of_buyer.clone();
    let (page, next) = read!(shop, |tx| ticket::list(tx, &filter, &first(1)).await).unwrap();
    assert_eq!(page, vec![two.clone()], "newest first");
    let filter = of_buyer.clone();
    let (page, next) = read!(shop, |tx| ticket::list(tx, &filter, &Page { after: next, limit: 1 }).await).unwrap();
    assert_eq!((page, next), (vec![one.clone()], None));
    let everything = Filter {
        kind: Some(TicketKind::ReturnRefund),
        case: Some(CaseStatus::Completed),
        goods: Some(one.axes.goods),
        money: Some(MoneyStatus::Refunded),
        dispute: Some(one.axes.dispute),
        open: Some(false),
        queue: None,
        assignee: None,
        customer: Some(buyer.id),
        order: Some(bought.id),
        priority: Some(Priority::High),
        problem_type: Some("size_mismatch".to_owned()),
        channel: Some("api".to_owned()),
        external_ref: Some("ref-T-1".to_owned()),
        number: Some("T-1".to_owned()),
        due_by: None,
        in_time: None,
    };
    let (page, _) = read!(shop, |tx| ticket::list(tx, &everything, &Page::default()).await).unwrap();
    assert_eq!(page, vec![one]);
}

pub(super) async fn money(shop: &TenantStore, sample: &mut Sample) {
    let mut buyer = sample.customer("m-1");
    let asked = buyer.clone();
    buyer = write!(shop, |tx| customer::upsert(tx, &asked).await).unwrap();
    let bought = sample.order("m-1", Some(buyer.id));
    let asked = [bought.clone()];
    write!(shop, |tx| order::upsert_many(tx, &asked).await).unwrap();
    let one = sample.ticket("M-1", &buyer, &bought);
    let mut two = sample.ticket("M-2", &buyer, &bought);
    two.axes.case = CaseStatus::Cancelled;
    let actor = Actor::User(next_id!(sample, redress_domain::id::UserId));
    let entry = |sample: &mut Sample, kind, minor| SettlementEntry {
        id: next_id!(sample, SettlementId),
        ticket: one.id,
        line: Some(one.lines[0].id),
        kind,
        payer: Payer::Merchant,
        amount: cny(minor),
        reason: "退货".to_owned(),
        actor: actor.clone(),
        at: sample.now(),
    };
    let entries = vec![entry(sample, EntryKind::Goods, 28_800), entry(sample, EntryKind::External, 100)];
    let at = sample.now();
    let instruction = |sample: &mut Sample, state, minor| RefundInstruction {
        id: next_id!(sample, RefundInstructionId),
        version: 1,
        ticket: one.id,
        tender: "manual".to_owned(),
        payment: None,
        amount: cny(minor),
        state,
        reference: None,
        failure: None,
        created_at: at,
        updated_at: at,
    };
    let mut paid = instruction(sample, RefundState::Pending, 5000);
    let failed = instruction(sample, RefundState::Failed, 9000);
    let (a, b, e, r) = (one.clone(), two.clone(), entries.clone(), vec![paid.clone(), failed.clone()]);
    write!(shop, |tx| {
        ticket::insert(tx, &a).await?;
        ticket::insert(tx, &b).await?;
        settlement::append(tx, &e).await?;
        refund::insert_many(tx, &r).await
    })
    .unwrap();
    let id = one.id;
    assert_eq!(read!(shop, |tx| settlement::list(tx, id).await).unwrap(), entries);
    assert_eq!(read!(shop, |tx| refund::by_ticket(tx, id).await).unwrap(), vec![paid.clone(), failed.clone()]);
    let order_id = bought.id;
    let refunded = read!(shop, |tx| ticket::refunded_on_order(tx, order_id, Currency::CNY).await).unwrap();
    assert_eq!(refunded, cny(5100), "promised and external; failed ones do not count");
    let dollars = "USD".parse().unwrap();
    assert!(read!(shop, |tx| ticket::refunded_on_order(tx, order_id, dollars).await).unwrap().is_zero());
    let claimed = read!(shop, |tx| ticket::requested_quantities(tx, order_id, None).await).unwrap();
    assert_eq!(
        claimed.into_iter().map(|((line, _), count)| (line, count)).collect::<Vec<_>>(),
        [("1".to_owned(), 1)],
        "the cancelled ticket claims nothing"
    );
    let others = read!(shop, |tx| ticket::requested_quantities(tx, order_id, Some(id)).await).unwrap();
    assert!(others.is_empty());
    came_in_exchange(shop, sample, &one, order_id).await;
    let credited = read!(shop, |tx| ticket::credited_lines(tx, order_id, None, Currency::CNY).await).unwrap();
    let sums = ticket::LineSums { credited: cny(28_900), on_top: cny(0) };
    assert_eq!(credited, BTreeMap::from([("1".to_owned(), sums)]), "goods and what was paid elsewhere for the line");
    assert!(read!(shop, |tx| refund::by_payment(tx, order_id, None, Currency::CNY).await).unwrap().is_empty(), "none names a payment");
    let others = read!(shop, |tx| ticket::credited_lines(tx, order_id, Some(id), Currency::CNY).await).unwrap();
    assert!(others.is_empty());

    // More entries than one command may bind values: a rule with many deductions on a ticket of many lines writes them.
    let many: Vec<SettlementEntry> = (0..7_000).map(|_| entry(sample, EntryKind::Compensation, 1)).collect();
    let booked = many.clone();
    write!(shop, |tx| settlement::append(tx, &booked).await).unwrap();
    assert_eq!(read!(shop, |tx| settlement::list(tx, id).await).unwrap().len(), entries.len() + many.len());

    paid.version = 2;
    paid.state = RefundState::Paid;
    paid.reference = Some("bank-1".to_owned());
    paid.updated_at = sample.now();
    let changed = paid.clone();
    write!(shop, |tx| refund::update(tx, &changed, 1).await).unwrap();
    let changed = paid.clone();
    let stale = write!(shop, |tx| refund::update(tx, &changed, 1).await);
    assert!(matches!(stale, Err(Error::Stale { .. })), "{stale:?}");
    let refund_id = paid.id;
    assert_eq!(read!(shop, |tx| refund::find(tx, refund_id).await).unwrap(), Some(paid.clone()));
    let filter = refund::Filter { state: Some(RefundState::Paid), ticket: Some(id) };
    assert_eq!(read!(shop, |tx| refund::list(tx, &filter, &first(5)).await).unwrap(), (vec![paid], None));

    history_of(shop, sample, (&buyer, &bought), two.id).await;
    beyond_a_case(shop, sample, buyer.id).await;
}

/// What a customer bought and asked for before.
async fn history_of(shop: &TenantStore, sample: &mut Sample, (buyer, bought): (&Customer, &Order), except: TicketId) {
    // What the platform opened for colleagues is nothing that the customer asked for.
    let mut work = sample.ticket("M-3", buyer, bought);
    (work.kind, work.channel) = (TicketKind::Inquiry, LINKED_CHANNEL.to_owned());
    write!(shop, |tx| ticket::insert(tx, &work).await).unwrap();

    let who = buyer.id;
    let past = read!(shop, |tx| history::of_customer(tx, who, Some(except), Currency::CNY).await).unwrap();
    assert_eq!(past.orders.len(), 1);
    assert_eq!((past.orders[0].external_id.as_str(), past.orders[0].lines), ("m-1", 2));
    assert_eq!(past.after_sales.len(), 1, "the ticket in question is left out");
    let earlier = &past.after_sales[0];
    assert_eq!((earlier.number.as_str(), earlier.refunded), ("M-1", cny(5100)));
    assert_eq!((earlier.reasons.as_slice(), earlier.skus.as_slice()), (&["unwanted".to_owned()][..], &["FEEDER-1".to_owned()][..]));
    assert_eq!((past.totals.orders, past.totals.after_sales), (1, 1));
    assert_eq!((past.totals.paid, past.totals.refunded), (cny(57_600), cny(5100)));
}

async fn came_in_exchange(shop: &TenantStore, sample: &mut Sample, one: &Ticket, order_id: OrderId) {
    let mut came = super::exchange::replacement_of(sample, one.id);
    came.state = ReplacementState::Delivered;
    came.lines[0].replaces = one.lines[0].id;
    let arrived = came.clone();
    write!(shop, |tx| replacement::insert(tx, &arrived).await).unwrap();
    let received = Received { order_line: "1".to_owned(), sku: "FEEDER-2".to_owned(), quantity: 2, amount: cny(200), owed: false };
    let exchanged = read!(shop, |tx| replacement::exchanged(tx, order_id, None).await).unwrap();
    assert_eq!((exchanged.received, exchanged.given), (vec![received], BTreeMap::new()), "its ticket still asks for what it gives");
}

async fn beyond_a_case(shop: &TenantStore, sample: &mut Sample, who: CustomerId) {
    // Beyond what a case carries, the sums come from the database and must say the same.
    let many: Vec<_> = (0..205).map(|n| sample.order(&format!("past-{n}"), Some(who))).collect();
    write!(shop, |tx| order::upsert_many(tx, &many).await).unwrap();
    let past = read!(shop, |tx| history::of_customer(tx, who, None, Currency::CNY).await).unwrap();
    assert_eq!((past.orders.len(), past.totals.orders, past.totals.after_sales), (200, 206, 2));
    assert_eq!((past.totals.paid, past.totals.refunded), (cny(206 * 57_600), cny(5100)));
}

pub(super) async fn timeline(backend: &Backend, shop: &TenantStore, sample: &mut Sample) {
    let buyer = sample.customer("l-1");
    let bought = sample.order("l-1", None);
    let id = sample.ticket("L-1", &buyer, &bought).id;
    let new = |sample: &mut Sample, actor| NewEntry {
        at: sample.now(),
        actor,
        kind: "message.added".to_owned(),
        data: json!({"b": 1.50, "a": ["好", null], "body": "\u{1F600}"}),
    };
    let mut head = read!(shop, |tx| timeline::head(tx, id).await).unwrap();
    assert_eq!(head, Head::empty());
    let entries = vec![head.append(id, new(sample, Actor::Customer)), head.append(id, new(sample, Actor::System))];
    let written = entries.clone();
    write!(shop, |tx| timeline::append(tx, id, &written).await).unwrap();
    assert_eq!(read!(shop, |tx| timeline::head(tx, id).await).unwrap(), head);
    let agent = Actor::User(next_id!(sample, redress_domain::id::UserId));
    let more = vec![new(sample, agent)];
    let recorded = write!(shop, |tx| timeline::record(tx, id, more).await).unwrap();
    let all = read!(shop, |tx| timeline::list(tx, id, 0, 100).await).unwrap();
    assert_eq!(all, [entries.clone(), recorded.clone()].concat());
    assert_eq!(first_break(id, &all), None, "the chain survives the database");
    assert_eq!(read!(shop, |tx| timeline::list(tx, id, 2, 1).await).unwrap(), recorded);
    assert_eq!(read!(shop, |tx| timeline::latest(tx, id, 2).await).unwrap(), all[all.len() - 2..]);
    let late = entries.clone();
    let refused = write!(shop, |tx| timeline::append(tx, id, &late).await);
    assert!(matches!(refused, Err(Error::NotUnique { what: "timeline_place" })), "{refused:?}");

    for table in ["timeline", "settlement"] {
        for change in [format!("UPDATE {table} SET at = at"), format!("DELETE FROM {table}")] {
            let error = raw(&backend.url, &change).await.expect_err("the database refuses");
            assert!(error.to_string().contains("append-only"), "{change}: {error}");
        }
    }
}

/// What an intruder with a connection of his own would do.
async fn raw(url: &str, sql: &str) -> Result<(), sqlx::Error> {
    use sqlx::Connection as _;
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    if url.starts_with("sqlite") {
        let mut conn = sqlx::SqliteConnection::connect(url).await?;
        sqlx::query(sql).execute(&mut conn).await.map(drop)
    } else {
        let mut conn = sqlx::PgConnection::connect(url).await?;
        sqlx::query(sql).execute(&mut conn).await.map(drop)
    }
}
