//! Things to store, as a busy shop has them. Time moves one second per thing, randomness is counted.

use std::collections::BTreeMap;

use redress_domain::binding::{Binding, BindingMode, Guardrails};
use redress_domain::clock::Clock;
use redress_domain::compare::Consequence;
use redress_domain::decision::{Decision, DecisionRole, HostCall, LogLine, Outcome};
use redress_domain::id::*;
use redress_domain::order::{Customer, Order, OrderLine};
use redress_domain::plugin::Plugin;
use redress_domain::rule::*;
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::tenant::{Queue, Tenant, User};
use redress_domain::ticket::{Approval, Priority, Refund, Ticket, TicketKind, TicketLine};
use redress_domain::{Currency, Digest, Money, Timestamp};
use serde_json::json;

/// Time and chance for tests.
pub(crate) struct Sample {
    now: Timestamp,
    drawn: u64,
}

struct At(Timestamp);

impl Clock for At {
    fn now(&self) -> Timestamp {
        self.0
    }
}

impl Entropy for Sample {
    fn next_u64(&mut self) -> u64 {
        self.drawn = self.drawn.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.drawn ^ (self.drawn >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 27)
    }
}

/// Generates the next identifier of any kind.
macro_rules! next_id {
    ($sample:expr, $kind:ty) => {{
        let clock = $sample.tick();
        <$kind>::generate(&clock, $sample)
    }};
}
pub(crate) use next_id;

/// So many fen.
pub(crate) fn cny(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).unwrap()
}

impl Sample {
    pub(crate) fn new() -> Self {
        Self { now: "2026-10-01T08:00:00.123456Z".parse().unwrap(), drawn: 0 }
    }

    /// The present moment, one second after the last.
    pub(crate) fn now(&mut self) -> Timestamp {
        self.now = self.now.plus(chrono::Duration::seconds(1));
        self.now
    }

    pub(crate) fn tick(&mut self) -> impl Clock + use<> {
        At(self.now())
    }

    pub(crate) fn tenant(&mut self, slug: &str) -> Tenant {
        Tenant {
            id: next_id!(self, TenantId),
            slug: slug.to_owned(),
            name: format!("Shop {slug}"),
            locale: "zh-CN".to_owned(),
            currency: Currency::CNY,
            plan: "standard".to_owned(),
            requires_signature: false,
            created_at: self.now(),
        }
    }

    pub(crate) fn user(&mut self, email: &str, roles: &[&str]) -> User {
        User {
            id: next_id!(self, UserId),
            version: 1,
            email: email.to_owned(),
            name: "王芳".to_owned(),
            roles: roles.iter().map(|&role| role.to_owned()).collect(),
            queues: vec!["returns".to_owned()],
            skills: vec!["refund".to_owned()],
            departments: vec!["质检部".to_owned()],
            deputy: None,
            capacity: 20,
            rating: Some(480),
            available: true,
            disabled: false,
            created_at: self.now(),
        }
    }

    pub(crate) fn queue(&mut self, key: &str, is_default: bool) -> Queue {
        Queue { id: next_id!(self, QueueId), version: 1, key: key.to_owned(), name: "退换货".to_owned(), is_default, lead: None }
    }

    pub(crate) fn customer(&mut self, external_id: &str) -> Customer {
        Customer {
            id: next_id!(self, CustomerId),
            external_id: external_id.to_owned(),
            name: Some("customer 42".to_owned()),
            phone: Some("13800000000".to_owned()),
            email: None,
            member_level: Some("vip".to_owned()),
            tags: vec!["潜在滥用权益".to_owned()],
        }
    }

    pub(crate) fn order(&mut self, external_id: &str, customer: Option<CustomerId>) -> Order {
        Order {
            id: next_id!(self, OrderId),
            external_id: external_id.to_owned(),
            customer,
            placed_at: Some(self.now()),
            delivered_at: None,
            paid: cny(57_600),
            lines: vec![line("1", "FEEDER-1", "自动喂食器"), line("2", "FILTER-9", "滤网组件")],
            payments: Vec::new(),
            attributes: BTreeMap::from([("warehouse".to_owned(), "SH-2".to_owned())]),
        }
    }

    pub(crate) fn ticket(&mut self, number: &str, customer: &Customer, order: &Order) -> Ticket {
        let id = next_id!(self, TicketId);
        let created_at = self.now();
        Ticket {
            id,
            number: number.to_owned(),
            version: 1,
            kind: TicketKind::ReturnRefund,
            channel: "api".to_owned(),
            external_ref: Some(format!("ref-{number}")),
            subject: "太小了".to_owned(),
            description: "想退货,包装完好".to_owned(),
            problem_type: Some("size_mismatch".to_owned()),
            customer: Some(customer.id),
            order: Some(order.id),
            axes: Axes {
                case: CaseStatus::Approval,
                goods: GoodsStatus::WithCustomer,
                money: MoneyStatus::None,
                dispute: DisputeStatus::None,
            },
            queue: None,
            assignee: None,
            priority: Priority::High,
            tags: vec!["vip".to_owned()],
            risk: Some(Risk {
                score: 12,
                signals: vec![Signal { code: "new_customer".to_owned(), weight: 12, detail: "1 order".to_owned() }],
            }),
            refund: Some(Refund {
                verdict: VerdictKind::NeedsApproval,
                role: Some("supervisor".to_owned()),
                amount: cny(28_800),
                explanation: "288.00 lies between 50.00 and 500.00".to_owned(),
            }),
            approvals: vec![Approval {
                need: ApprovalNeed { role: "supervisor".to_owned(), quorum: Quorum::AtLeast(2), with_report: true },
                required: 2,
                agreed: vec![next_id!(self, UserId)],
            }],
            deductions: vec![Deduction { code: "part".to_owned(), amount: cny(3500), reason: "缺少滤网组件".to_owned(), line: None }],
            refusals: 1,
            lines: vec![TicketLine {
                id: next_id!(self, TicketLineId),
                order_line: Some("1".to_owned()),
                sku: "FEEDER-1".to_owned(),
                category: Some("pet_device".to_owned()),
                quantity: 1,
                reason: "unwanted".to_owned(),
                requested: cny(28_800),
            }],
            fields: json!({"包装": "完好", "n": 1}).as_object().unwrap().clone(),
            created_at,
            updated_at: created_at,
            reopened_at: None,
        }
    }

    pub(crate) fn plugin(&mut self, name: &str) -> Plugin {
        Plugin {
            id: next_id!(self, PluginId),
            digest: Digest::of(name.as_bytes()),
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            description: "Tiers by amount".to_owned(),
            sdk: "redress-sdk 0.1.0".to_owned(),
            hooks: vec![Hook::RefundApproval],
            config_schema: json!({"type": "object"}),
            size: 98_743,
            uploaded_by: None,
            uploaded_at: self.now(),
            signed_by: None,
            asks: vec![redress_domain::plugin::Capability::History],
        }
    }

    pub(crate) fn binding(&mut self, plugin: &Plugin) -> Binding {
        let id = next_id!(self, BindingId);
        Binding {
            id,
            key: format!("b{}", id.as_uuid().simple()),
            version: 1,
            hook: Hook::RefundApproval,
            plugin: plugin.id,
            config: json!({"tiers": [{"up_to": 5000, "verdict": "approve"}]}),
            order: -1,
            mode: BindingMode::Active,
            percent: 100,
            replaces: None,
            guardrails: Guardrails::default(),
            timetable: None,
            grants: None,
            fallback: None,
            enabled: true,
            updated_at: self.now(),
        }
    }

    pub(crate) fn decision(&mut self, ticket: TicketId, plugin: &Plugin) -> Decision {
        let at = self.now();
        Decision {
            id: next_id!(self, DecisionId),
            ticket,
            hook: Hook::RefundApproval,
            binding: Some(next_id!(self, BindingId)),
            role: DecisionRole::Active,
            against: None,
            consequence: Consequence { label: "needs_approval:supervisor".to_owned(), amount: Some(cny(28_800)) },
            plugin: plugin.id,
            plugin_name: plugin.name.clone(),
            plugin_version: plugin.version.clone(),
            plugin_digest: plugin.digest,
            engine_profile: "wasmtime-48.0.8/p1".to_owned(),
            at,
            seed: (u32::MAX, 7),
            locale: "zh-CN".to_owned(),
            case_digest: Digest::of(b"case"),
            question_digest: Digest::of(b"question"),
            config_digest: Digest::of(b"config"),
            outcome: Outcome::Ok,
            answer: Some(Answer::RefundApproval(RefundDecision {
                verdict: Verdict::NeedsApproval(ApprovalNeed { role: "supervisor".to_owned(), quorum: Quorum::Any, with_report: false }),
                deductions: vec![],
                explanation: "288.00 CNY lies in the tier from 50.00 to 500.00: a supervisor must agree".to_owned(),
                tags: vec!["tier-2".to_owned()],
            })),
            fault: None,
            host_calls: vec![
                HostCall {
                    function: "history/after-sales".to_owned(),
                    arguments: json!({"since": "2026-04-01T00:00:00Z", "limit": 200}),
                    result: json!([{"number": "T-7", "kind": "return_refund", "reasons": ["unwanted"], "skus": ["FEEDER-1"], "case": "completed",
                        "created_at": "2026-09-01T00:00:00Z", "refunded": {"minor": 100, "currency": "CNY"}}]),
                },
                HostCall { function: "parameters/get".to_owned(), arguments: json!({"code": "limit"}), result: json!(null) },
            ],
            log: vec![LogLine {
                level: "info".to_owned(),
                message: "tier".to_owned(),
                fields: vec![("amount".to_owned(), "28800".to_owned())],
            }],
            fuel: 25_575,
            peak_memory: 1_114_112,
            duration_us: 31,
        }
    }
}

fn line(external_id: &str, sku: &str, title: &str) -> OrderLine {
    OrderLine {
        external_id: external_id.to_owned(),
        sku: sku.to_owned(),
        title: title.to_owned(),
        category: Some("pet_device".to_owned()),
        quantity: 2,
        unit_price: cny(14_400),
    }
}
