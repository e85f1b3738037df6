//! The floor of create-ticket: its write set alone, through this crate's public functions, at 1, 8 and 32 writers on both
//! databases. `cargo run --release -p redress-store --example floor [seconds per row]`

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use redress_domain::clock::Clock;
use redress_domain::decision::{Decision, Outcome};
use redress_domain::id::{ApiKeyId, CustomerId, DecisionId, Entropy, OrderId, OutboxId, PluginId, TenantId, TicketId, TicketLineId};
use redress_domain::order::{Customer, Order, OrderLine};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::plugin::Plugin;
use redress_domain::rule::{Answer, CaseFile, Hook, Recipient, RefundDecision, Verdict};
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::tenant::Tenant;
use redress_domain::ticket::{Priority, Ticket, TicketKind, TicketLine};
use redress_domain::timeline::{Actor, Head, NewEntry};
use redress_domain::{Currency, Digest, Money, Timestamp};
use redress_store::decision::Record;
use redress_store::idempotency::Stored;
use redress_store::{
    Error, Packed, Store, TenantStore, blob, customer, decision, idempotency, order, outbox, plugin, tenant, ticket, timeline,
};
use redress_tests::postgres::Cluster;
use serde_json::json;

/// The same allocator as the server.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> Result<()> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let file = format!("sqlite:{}", folder.path().join("floor.db").display());
    runtime.block_on(measure("SQLite", &file, Duration::from_secs(seconds)))?;
    let cluster = Cluster::start()?;
    let server = cluster.create_database("floor")?;
    runtime.block_on(measure("PostgreSQL", &server, Duration::from_secs(seconds)))
}

#[expect(clippy::print_stdout, reason = "the table is the point")]
async fn measure(name: &str, url: &str, time: Duration) -> Result<()> {
    let store = Store::open(url).await?;
    store.migrate().await?;
    let made = Made::default();
    let shop = Tenant {
        id: TenantId::generate(&Ticking(made.0.clone()), &mut made.clone()),
        slug: "floor".to_owned(),
        name: "Floor".to_owned(),
        locale: "zh-CN".to_owned(),
        currency: Currency::CNY,
        created_at: Ticking(made.0.clone()).now(),
    };
    let rule = made.plugin();
    let (id, stored) = (shop.id, rule.clone());
    store
        .write::<_, Error>(move |tx| {
            Box::pin(async move {
                tenant::insert(tx, &shop).await?;
                plugin::insert(tx.tenant(id), &stored).await
            })
        })
        .await?;
    println!("{name:<12} {:>8} {:>12} {:>10} {:>10}", "writers", "commits/s", "p50 ms", "p99 ms");
    for writers in [1, 8, 32] {
        let mut tasks = Vec::new();
        let begin = Instant::now();
        for _ in 0..writers {
            tasks.push(tokio::spawn(write(store.tenant(id), made.clone(), rule.clone(), begin + time)));
        }
        let mut times = Vec::new();
        for task in tasks {
            times.extend(task.await??);
        }
        let took = begin.elapsed().as_secs_f64();
        times.sort();
        let at = |share: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an index")]
            let index = (times.len() as f64 * share) as usize;
            times.get(index.min(times.len().saturating_sub(1))).map_or(0.0, Duration::as_secs_f64) * 1000.0
        };
        #[expect(clippy::cast_precision_loss, reason = "a rate for people")]
        let rate = times.len() as f64 / took;
        println!("{:<12} {writers:>8} {rate:>12.0} {:>10.2} {:>10.2}", "", at(0.5), at(0.99));
    }
    Ok(())
}

/// One writer: makes a ticket, stores it, again.
async fn write(shop: TenantStore, made: Made, rule: Plugin, until: Instant) -> Result<Vec<Duration>> {
    let mut times = Vec::new();
    while Instant::now() < until {
        let set = made.write_set(&rule);
        let begin = Instant::now();
        shop.write::<_, Error>(move |tx| {
            Box::pin(async move {
                customer::upsert(tx, &set.customer).await?;
                order::upsert_many(tx, &set.orders).await?;
                ticket::insert(tx, &set.ticket).await?;
                timeline::append(tx, set.ticket.id, &set.entries).await?;
                blob::put_many(tx, &set.blobs).await?;
                decision::insert_many(tx, &set.records).await?;
                outbox::insert_many(tx, &set.messages).await?;
                idempotency::insert(tx, &set.key, &set.answer).await
            })
        })
        .await?;
        times.push(begin.elapsed());
    }
    Ok(times)
}

/// All that one ticket writes.
struct WriteSet {
    customer: Customer,
    orders: Vec<Order>,
    ticket: Ticket,
    entries: Vec<redress_domain::timeline::Entry>,
    blobs: Vec<Packed>,
    records: Vec<Record>,
    messages: Vec<OutboxMessage>,
    key: String,
    answer: Stored,
}

/// Counts what was made: time and chance come from the count.
#[derive(Clone, Default)]
struct Made(Arc<AtomicU64>);

struct Ticking(Arc<AtomicU64>);

impl Clock for Ticking {
    fn now(&self) -> Timestamp {
        let millis = i64::try_from(self.0.load(Ordering::Relaxed) / 16).unwrap_or(0);
        Timestamp::from_millis(1_790_000_000_000 + millis).expect("within the calendar")
    }
}

impl Entropy for Made {
    fn next_u64(&mut self) -> u64 {
        let n = self.0.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mixed = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 27)
    }
}

impl Made {
    fn clock(&self) -> Ticking {
        Ticking(self.0.clone())
    }

    fn plugin(&self) -> Plugin {
        Plugin {
            id: PluginId::generate(&self.clock(), &mut self.clone()),
            digest: Digest::of(b"rule"),
            name: "refund-tiers".to_owned(),
            version: "1.0.0".to_owned(),
            description: String::new(),
            sdk: String::new(),
            hooks: vec![Hook::RefundApproval],
            config_schema: json!({}),
            size: 1,
            uploaded_by: None,
            uploaded_at: self.clock().now(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a list of fields")]
    fn write_set(&self, rule: &Plugin) -> WriteSet {
        let (clock, entropy) = (self.clock(), &mut self.clone());
        let now = clock.now();
        // Serves as a number that is never given twice.
        let name = ApiKeyId::generate(&clock, entropy).as_uuid().simple().to_string();
        let paid = Money::new(28_800, Currency::CNY).expect("within range");
        let customer = Customer {
            id: CustomerId::generate(&clock, entropy),
            external_id: format!("c-{}", entropy.next_u64() % 5000),
            name: Some("customer 42".to_owned()),
            phone: Some("13800000000".to_owned()),
            email: None,
            member_level: Some("vip".to_owned()),
            tags: vec![],
        };
        let order = Order {
            id: OrderId::generate(&clock, entropy),
            external_id: name.clone(),
            customer: Some(customer.id),
            placed_at: Some(now),
            delivered_at: Some(now),
            paid,
            lines: vec![OrderLine {
                external_id: "1".to_owned(),
                sku: "FEEDER-1".to_owned(),
                title: "自动喂食器".to_owned(),
                category: Some("pet_device".to_owned()),
                quantity: 1,
                unit_price: paid,
            }],
            attributes: BTreeMap::new(),
        };
        let ticket = Ticket {
            id: TicketId::generate(&clock, entropy),
            number: name.clone(),
            version: 1,
            kind: TicketKind::ReturnRefund,
            channel: "api".to_owned(),
            external_ref: Some(name.clone()),
            subject: "太小了".to_owned(),
            description: "想退货".to_owned(),
            problem_type: Some("size_mismatch".to_owned()),
            customer: Some(customer.id),
            order: Some(order.id),
            axes: Axes {
                case: CaseStatus::Approved,
                goods: GoodsStatus::WithCustomer,
                money: MoneyStatus::None,
                dispute: DisputeStatus::None,
            },
            queue: None,
            assignee: None,
            priority: Priority::Normal,
            tags: vec![],
            risk: None,
            refund: None,
            approvals: vec![],
            deductions: vec![],
            refusals: 0,
            lines: vec![TicketLine {
                id: TicketLineId::generate(&clock, entropy),
                order_line: Some("1".to_owned()),
                sku: "FEEDER-1".to_owned(),
                category: Some("pet_device".to_owned()),
                quantity: 1,
                reason: "unwanted".to_owned(),
                requested: paid,
            }],
            fields: serde_json::Map::new(),
            created_at: now,
            updated_at: now,
        };
        let case = CaseFile {
            ticket: ticket.clone(),
            customer: Some(customer.clone()),
            order: Some(order.clone()),
            history: None,
            parameters: BTreeMap::new(),
        };
        let blobs: Vec<Packed> = [
            serde_json::to_vec(&case).expect("a case file serializes"),
            format!("{{\"requested\":\"{name}\"}}").into_bytes(),
            format!("{{\"desk\":\"{}\"}}", entropy.next_u64() % 100).into_bytes(),
            b"{\"tiers\":[]}".to_vec(),
        ]
        .iter()
        .map(|bytes| Packed::of(bytes))
        .collect();
        let records = [Hook::FraudScoring, Hook::Routing, Hook::RefundApproval]
            .map(|hook| Record::of(&decided(DecisionId::generate(&clock, entropy), &ticket, rule, hook, &blobs, now)))
            .into();
        let mut head = Head::empty();
        let entries = ["ticket.created", "rules.decided", "ticket.approved"]
            .map(|kind| NewEntry { at: now, actor: Actor::System, kind: kind.to_owned(), data: json!({"channel": "api"}) })
            .map(|entry| head.append(ticket.id, entry))
            .into();
        let messages = vec![OutboxMessage {
            id: OutboxId::generate(&clock, entropy),
            ticket: Some(ticket.id),
            event: "ticket.created".to_owned(),
            channel: "webhook".to_owned(),
            recipient: Recipient::System,
            webhook: None,
            payload: json!({"type": "ticket.created", "data": {"ticket": {"id": ticket.id, "number": ticket.number}}}),
            state: OutboxState::Pending,
            attempts: 0,
            next_attempt_at: now,
            last_error: None,
            created_at: now,
            delivered_at: None,
        }];
        let body = serde_json::to_vec(&ticket).expect("a ticket serializes");
        let answer = Stored { request_digest: Digest::of(name.as_bytes()), status: 201, body, created_at: now };
        WriteSet { customer, orders: vec![order], ticket, entries, blobs, records, messages, key: name, answer }
    }
}

fn decided(id: DecisionId, ticket: &Ticket, rule: &Plugin, hook: Hook, blobs: &[Packed], at: Timestamp) -> Decision {
    Decision {
        id,
        ticket: ticket.id,
        hook,
        binding: None,
        plugin: rule.id,
        plugin_name: rule.name.clone(),
        plugin_version: rule.version.clone(),
        plugin_digest: rule.digest,
        engine_profile: "wasmtime-48.0.8/p1".to_owned(),
        at,
        seed: (1, 2),
        locale: "zh-CN".to_owned(),
        case_digest: blobs[0].digest(),
        question_digest: blobs[1].digest(),
        config_digest: blobs[3].digest(),
        outcome: Outcome::Ok,
        answer: Some(Answer::RefundApproval(RefundDecision {
            verdict: Verdict::Approve,
            deductions: vec![],
            explanation: "288.00 CNY lies in the first tier".to_owned(),
            tags: vec![],
        })),
        fault: None,
        host_calls: vec![],
        log: vec![],
        fuel: 25_575,
        peak_memory: 1_114_112,
        duration_us: 31,
    }
}
