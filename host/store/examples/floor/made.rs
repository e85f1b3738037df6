//! Tickets by the thousand, with everything that is written with them.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use redress_domain::clock::Clock;
use redress_domain::compare::Consequence;
use redress_domain::decision::{Decision, DecisionRole, Outcome};
use redress_domain::id::{ApiKeyId, CustomerId, DecisionId, Entropy, OrderId, OutboxId, PluginId, TenantId, TicketId, TicketLineId};
use redress_domain::order::{Customer, Order, OrderLine};
use redress_domain::outbox::{OutboxMessage, OutboxState};
use redress_domain::plugin::Plugin;
use redress_domain::report::fact::{Fact, Terms};
use redress_domain::rule::{Answer, CaseFile, Hook, Recipient, RefundDecision, Verdict};
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::tenant::Tenant;
use redress_domain::ticket::{Priority, Ticket, TicketKind, TicketLine};
use redress_domain::timeline::{Actor, Head, NewEntry};
use redress_domain::{Currency, Digest, Money, Timestamp};
use redress_store::Packed;
use redress_store::decision::Record;
use redress_store::idempotency::{self, Stored};
use serde_json::json;

/// All that one ticket writes.
pub(crate) struct WriteSet {
    pub(crate) customer: Customer,
    pub(crate) order: redress_store::order::Record,
    pub(crate) ticket: Ticket,
    pub(crate) entries: Vec<redress_domain::timeline::Entry>,
    pub(crate) blobs: Vec<Packed>,
    pub(crate) records: Vec<Record>,
    pub(crate) messages: Vec<OutboxMessage>,
    pub(crate) fact: Fact,
    pub(crate) answer: idempotency::Record,
}

/// Counts what was made: time and chance come from the count.
#[derive(Clone, Default)]
pub(crate) struct Made(Arc<AtomicU64>);

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

    pub(crate) fn tenant(&self) -> Tenant {
        Tenant {
            id: TenantId::generate(&self.clock(), &mut self.clone()),
            slug: "floor".to_owned(),
            name: "Floor".to_owned(),
            locale: "zh-CN".to_owned(),
            currency: Currency::CNY,
            plan: "standard".to_owned(),
            requires_signature: false,
            created_at: self.clock().now(),
        }
    }

    pub(crate) fn plugin(&self) -> Plugin {
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
            signed_by: None,
            asks: Vec::new(),
        }
    }

    #[expect(clippy::too_many_lines, reason = "a list of fields")]
    pub(crate) fn write_set(&self, rule: &Plugin) -> WriteSet {
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
            payments: Vec::new(),
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
            reopened_at: None,
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
        let entries: Vec<_> = ["ticket.created", "rules.decided", "ticket.approved"]
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
        let (order, answer) = (redress_store::order::Record::of(&order), idempotency::Record::of(name, answer));
        let terms = Terms::of(&BTreeMap::new(), Currency::CNY);
        let fact = Fact::derive(&ticket, entries.iter().map(Into::into), None, &terms);
        WriteSet { customer, order, ticket, entries, blobs, records, messages, fact, answer }
    }
}

fn decided(id: DecisionId, ticket: &Ticket, rule: &Plugin, hook: Hook, blobs: &[Packed], at: Timestamp) -> Decision {
    Decision {
        id,
        ticket: ticket.id,
        hook,
        binding: None,
        role: DecisionRole::Active,
        against: None,
        consequence: Consequence { label: "approve".to_owned(), amount: None },
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
