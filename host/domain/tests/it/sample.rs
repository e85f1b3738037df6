//! Tickets and events to test with.

use redress_domain::decide::{Combined, Failure, Limits};
use redress_domain::decision::Outcome;
use redress_domain::event::{Author, Correction, EventKind};
use redress_domain::id::{QueueId, RefundInstructionId, TicketId, TicketLineId, UserId};
use redress_domain::role::Role;
use redress_domain::rule::{ApprovalNeed, Deduction, Hook, Quorum, Risk, VerdictKind};
use redress_domain::settlement::RefundState;
use redress_domain::status::{Axes, CaseStatus, DisputeStatus, GoodsStatus, MoneyStatus};
use redress_domain::ticket::{Approval, LineAmount, Priority, Refund, Ticket, TicketKind, TicketLine};
use redress_domain::{Currency, Event, Money, Timestamp};
use uuid::Uuid;

/// The paid sum of every sample, in fen.
pub(crate) const PAID: i64 = 28_800;

pub(crate) fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::CNY).unwrap()
}

pub(crate) fn now() -> Timestamp {
    "2026-10-08T08:00:00Z".parse().unwrap()
}

pub(crate) fn user(n: u128) -> UserId {
    UserId::from_uuid(Uuid::from_u128(n))
}

pub(crate) fn line(n: u128) -> TicketLineId {
    TicketLineId::from_uuid(Uuid::from_u128(n))
}

pub(crate) fn instruction(n: u128) -> RefundInstructionId {
    RefundInstructionId::from_uuid(Uuid::from_u128(n))
}

pub(crate) fn limits() -> Limits {
    let staff: [&[&str]; 5] = [&["agent"], &["agent"], &["supervisor"], &["supervisor", "risk"], &["director"]];
    let staff: Vec<Vec<String>> = staff.iter().map(|roles| roles.iter().map(|r| (*r).to_owned()).collect()).collect();
    Limits::of(Role::built_in(), staff.iter().map(Vec::as_slice))
}

pub(crate) fn need(role: &str, required: u32, agreed: &[UserId]) -> Approval {
    let need = ApprovalNeed { role: role.to_owned(), quorum: Quorum::AtLeast(required), with_report: false };
    Approval { need, required, agreed: agreed.to_vec() }
}

pub(crate) fn refund(verdict: VerdictKind, amount: i64) -> Refund {
    let role = (verdict == VerdictKind::NeedsApproval).then(|| "supervisor".to_owned());
    Refund { verdict, role, amount: yuan(amount), explanation: String::new() }
}

/// A ticket of a kind with two lines that sum to [`PAID`], somewhere on the axes.
pub(crate) fn ticket(kind: TicketKind, axes: Axes) -> Ticket {
    let lines = [(1, PAID - 990), (2, 990)].map(|(n, requested)| TicketLine {
        id: line(n),
        order_line: Some(n.to_string()),
        sku: format!("SKU-{n}"),
        category: None,
        quantity: 1,
        reason: "unwanted".to_owned(),
        requested: yuan(requested),
    });
    let decided = kind.asks_money() && !matches!(axes.case, CaseStatus::Submitted);
    Ticket {
        id: TicketId::from_uuid(Uuid::from_u128(7)),
        number: "T-7".to_owned(),
        version: 0,
        kind,
        channel: "api".to_owned(),
        external_ref: None,
        subject: String::new(),
        description: String::new(),
        problem_type: None,
        customer: None,
        order: None,
        axes,
        queue: None,
        assignee: None,
        priority: Priority::Normal,
        tags: Vec::new(),
        risk: None,
        refund: decided.then(|| refund(VerdictKind::NeedsApproval, PAID)),
        approvals: if decided { vec![need("supervisor", 1, &[])] } else { Vec::new() },
        deductions: Vec::new(),
        refusals: 0,
        lines: lines.to_vec(),
        fields: serde_json::Map::new(),
        created_at: now(),
        updated_at: now(),
        reopened_at: None,
    }
}

/// The axes of a case as the ordinary course brings them about.
pub(crate) fn usual(case: CaseStatus) -> Axes {
    let goods = match case {
        CaseStatus::InTransit | CaseStatus::Exception => GoodsStatus::Returning,
        CaseStatus::PartiallyReceived => GoodsStatus::PartiallyReceived,
        CaseStatus::Received => GoodsStatus::Received,
        CaseStatus::InspectedOk | CaseStatus::InspectionHold | CaseStatus::SendBack => GoodsStatus::Inspected,
        _ => GoodsStatus::WithCustomer,
    };
    let money = match case {
        CaseStatus::Settling => MoneyStatus::RefundPending,
        CaseStatus::Completed | CaseStatus::Closed => MoneyStatus::Refunded,
        _ => MoneyStatus::None,
    };
    Axes { case, goods, money, dispute: DisputeStatus::None }
}

/// A combined decision for a kind.
pub(crate) fn decided(kind: TicketKind, verdict: VerdictKind) -> Event {
    let approvals = if verdict == VerdictKind::NeedsApproval { vec![need("supervisor", 1, &[])] } else { Vec::new() };
    let refund = kind.asks_money().then(|| refund(verdict, PAID));
    Event::Decided(Combined { risk: Some(Risk { score: 0, signals: Vec::new() }), refund, approvals, ..Combined::default() })
}

pub(crate) fn failure(hook: Hook) -> Failure {
    let message = "the rule used up its fuel".to_owned();
    Failure { hook, plugin: "sample".to_owned(), version: "1.0.0".to_owned(), outcome: Outcome::OutOfFuel, message }
}

pub(crate) fn deduction(minor: i64) -> Deduction {
    Deduction { code: "missing_part".to_owned(), amount: yuan(minor), reason: "滤网组件".to_owned(), line: None }
}

/// One event of every kind, and of every variant that a guard tells apart, with a label.
pub(crate) fn events(kind: TicketKind) -> Vec<(String, Event)> {
    let mut all = Vec::new();
    for event in EventKind::ALL {
        for (variant, event) in variants(*event, kind) {
            let name = event.kind();
            all.push((if variant.is_empty() { name.to_string() } else { format!("{name}({variant})") }, event));
        }
    }
    all
}

fn variants(event: EventKind, kind: TicketKind) -> Vec<(&'static str, Event)> {
    use EventKind as E;
    let text = || "because".to_owned();
    let some = || Some("because".to_owned());
    match event {
        E::Decided => {
            let mut all: Vec<(&'static str, Event)> = Vec::new();
            if kind.asks_money() {
                for verdict in VerdictKind::ALL {
                    all.push((verdict.as_str(), decided(kind, *verdict)));
                }
                let Event::Decided(mut manual) = decided(kind, VerdictKind::NeedsApproval) else { unreachable!() };
                manual.manual = true;
                manual.failures.push(failure(Hook::RefundApproval));
                all.push(("manual", Event::Decided(manual)));
                let Event::Decided(mut nothing) = decided(kind, VerdictKind::Approve) else { unreachable!() };
                nothing.refund = Some(refund(VerdictKind::Approve, 0));
                nothing.deductions.push(deduction(PAID));
                all.push(("approve nothing", Event::Decided(nothing)));
            } else {
                all.push(("", decided(kind, VerdictKind::Approve)));
            }
            all
        }
        E::Merged => vec![("", Event::Merged { into: TicketId::from_uuid(Uuid::from_u128(8)) })],
        E::Accepted => vec![("", Event::Accepted { by: user(1) })],
        E::Transferred => {
            vec![("", Event::Transferred { queue: Some(QueueId::from_uuid(Uuid::from_u128(9))), assignee: None, reason: some() })]
        }
        E::MessageAdded => vec![
            ("shown", Event::MessageAdded { author: Author::Agent, body: text(), internal: false }),
            ("internal", Event::MessageAdded { author: Author::Agent, body: text(), internal: true }),
        ],
        E::InformationRequested => vec![("", Event::InformationRequested { message: text(), fields: vec!["photo".to_owned()] })],
        E::CustomerAnswered => vec![("", Event::CustomerAnswered { message: text() })],
        E::SentForCorrection => vec![
            ("customer", Event::SentForCorrection { to: Correction::Customer, opinion: text() }),
            ("first reviewer", Event::SentForCorrection { to: Correction::FirstReviewer, opinion: text() }),
        ],
        E::Agreed => vec![("", Event::Agreed { by: user(1), opinion: None, amount: None })],
        E::Rejected => vec![("", Event::Rejected { by: user(1), opinion: text() })],
        E::Amended => vec![("", Event::Amended)],
        E::Cancelled => vec![("", Event::Cancelled { reason: None })],
        E::Reopened => vec![("", Event::Reopened { reason: None })],
        E::Closed => vec![("", Event::Closed)],
        E::Expired => vec![("", Event::Expired)],
        E::OfferExpired => vec![("", Event::OfferExpired)],
        E::RuleFailed => vec![("", Event::RuleFailed(failure(Hook::Notification)))],
        _ => goods_and_money(event),
    }
}

fn goods_and_money(event: EventKind) -> Vec<(&'static str, Event)> {
    use EventKind as E;
    let text = || "because".to_owned();
    let some = || Some("because".to_owned());
    let one = |event| vec![("", event)];
    match event {
        E::ReturnRequested => one(Event::ReturnRequested { address: text() }),
        E::TrackingAdded => one(Event::TrackingAdded { carrier: text(), number: text() }),
        E::TrackingRejected => one(Event::TrackingRejected { reason: text() }),
        E::DeliveryRefused => one(Event::DeliveryRefused),
        E::ParcelLost => one(Event::ParcelLost { reason: text() }),
        E::ParcelFound => one(Event::ParcelFound),
        E::GoodsReceived => vec![
            ("all", Event::GoodsReceived { complete: true, note: None }),
            ("some", Event::GoodsReceived { complete: false, note: None }),
        ],
        E::GoodsInspected => {
            vec![("ok", Event::GoodsInspected { ok: true, note: None }), ("problem", Event::GoodsInspected { ok: false, note: some() })]
        }
        E::DeductionAgreed => one(Event::DeductionAgreed { deductions: vec![Deduction { line: Some(line(1)), ..deduction(3_500) }] }),
        E::PartRequested => one(Event::PartRequested { part: text() }),
        E::AgreementFailed => one(Event::AgreementFailed { reason: text() }),
        E::GoodsSentBack => one(Event::GoodsSentBack { number: None }),
        E::ReplacementReserved => one(Event::ReplacementReserved),
        E::ReplacementShipped => one(Event::ReplacementShipped { number: None }),
        E::ReplacementDelivered => one(Event::ReplacementDelivered),
        E::GoodsOverdue => one(Event::GoodsOverdue),
        E::ConsentExpired => one(Event::ConsentExpired),
        E::OutOfStock => one(Event::OutOfStock { reason: None }),
        E::DifferenceDue => one(Event::DifferenceDue { amount: yuan(100) }),
        E::DifferencePaid => one(Event::DifferencePaid { amount: yuan(100) }),
        E::AmountChanged => {
            let lines = vec![LineAmount { line: line(1), requested: yuan(9_900) }];
            one(Event::AmountChanged { lines, reason: text() })
        }
        E::SettlementAgreed => vec![
            ("pays", Event::SettlementAgreed { entries: Vec::new(), amount: yuan(PAID) }),
            ("nothing", Event::SettlementAgreed { entries: Vec::new(), amount: yuan(0) }),
        ],
        E::RefundSent => one(Event::RefundSent { instruction: instruction(1) }),
        E::RefundShared => {
            let shared = |state, together| Event::RefundShared { instruction: instruction(1), state, together };
            vec![
                ("paid, others pending", shared(RefundState::Paid, MoneyStatus::RefundPending)),
                ("sent", shared(RefundState::Sent, MoneyStatus::Refunding)),
                ("unknown", shared(RefundState::Unknown, MoneyStatus::RefundUnknown)),
                ("failed", shared(RefundState::Failed, MoneyStatus::RefundFailed)),
            ]
        }
        E::RefundPaid => one(Event::RefundPaid { instruction: instruction(1), reference: some() }),
        E::RefundFailed => one(Event::RefundFailed { instruction: instruction(1), reason: text() }),
        E::RefundUnknown => one(Event::RefundUnknown { instruction: instruction(1) }),
        E::RefundRetried => one(Event::RefundRetried { amount: yuan(PAID) }),
        E::RefundedExternally => one(Event::RefundedExternally { amount: yuan(PAID), reference: None }),
        E::ClawbackStarted => one(Event::ClawbackStarted { amount: yuan(PAID), reason: text() }),
        E::ClawbackCollected => one(Event::ClawbackCollected { amount: yuan(PAID) }),
        E::ClawbackWaived => one(Event::ClawbackWaived { reason: text() }),
        E::DisputeOpened => one(Event::DisputeOpened { reference: None }),
        E::EvidenceSubmitted => one(Event::EvidenceSubmitted { note: text() }),
        E::DisputeRuled => {
            vec![("buyer", Event::DisputeRuled { for_buyer: true }), ("seller", Event::DisputeRuled { for_buyer: false })]
        }
        E::DisputeWithdrawn => one(Event::DisputeWithdrawn),
        _ => unreachable!("{event} is a front event"),
    }
}
