//! What follows a transition, as data.

use serde_json::json;

use super::context::Context;
use crate::clock::Timestamp;
use crate::effect::Effect;
use crate::event::Event;
use crate::ledger::{self, Draft, LedgerError};
use crate::settlement::{EntryKind, Payer};
use crate::ticket::{FOR_GOOD, Ticket};
use crate::timer::TimerKind;

/// One step of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Start a timer with its usual delay.
    Timer(TimerKind),
    /// Stop these timers.
    Stop(&'static [TimerKind]),
    /// Ask the notification rules about an event.
    Notify(&'static str),
    /// Book what was decided: goods per line, deductions.
    Book,
    /// Book a deduction that the customer agreed to.
    BookDeduction,
    /// Book the entries that the event carries.
    BookEvent,
    /// Book money that somebody else paid.
    BookExternal,
    /// Book money that came back.
    BookClawback,
    /// Instruct the decided amount, held until the goods are back or not.
    Issue {
        /// Hold it.
        held: bool,
    },
    /// Instruct the amount that the event carries.
    IssueEvent,
    /// Release held instructions.
    Release,
    /// Cancel instructions that were not paid.
    Cancel,
    /// Book the reversal of what will not be paid.
    Reverse,
    /// Forget the decision of this round, so that the rules are asked afresh.
    Forget,
    /// A new round begins: what was paid in earlier ones is no part of it.
    NewRound,
    /// Forget who has agreed.
    ForgetAgreements,
    /// Count a refusal.
    CountRefusal,
    /// Refused for good: the goods go back whatever the count.
    RefuseForGood,
    /// The customer takes money instead of goods: the ticket is of the kind that asks for it from here on.
    AskMoney,
}

impl Step {
    /// Changes the ticket beyond its axes.
    pub(super) fn change(self, ticket: &mut Ticket, now: Timestamp) {
        match self {
            Self::NewRound => ticket.reopened_at = Some(now),
            Self::Forget => {
                ticket.refund = None;
                ticket.approvals.clear();
                ticket.deductions.clear();
                ticket.refusals = 0;
            }
            Self::ForgetAgreements => {
                for approval in &mut ticket.approvals {
                    approval.agreed.clear();
                }
                let next = ticket.approvals.first().map(|a| a.need.role.clone());
                if let Some(refund) = &mut ticket.refund {
                    refund.role = next;
                }
            }
            Self::CountRefusal => ticket.refusals = ticket.refusals.saturating_add(1),
            Self::RefuseForGood => ticket.refusals = ticket.refusals.max(FOR_GOOD),
            Self::AskMoney => ticket.kind = ticket.kind.refunded(),
            _ => {}
        }
    }

    /// What the workflow must do for it. `context` shows the ticket before any step changed it.
    pub(super) fn effect(self, context: &Context<'_>) -> Result<Option<Effect>, LedgerError> {
        let ticket = context.ticket;
        Ok(match self {
            Self::Timer(kind) => Some(Effect::Timer { kind, after: kind.delay() }),
            Self::Stop(kinds) => Some(Effect::CancelTimers(kinds.to_vec())),
            Self::Notify(name) => Some(Effect::Notify { event: name.to_owned(), details: notice(context) }),
            Self::Book => Some(Effect::SettleGrant),
            Self::BookDeduction => match context.event {
                Event::DeductionAgreed { deductions } => {
                    let drafts: Result<Vec<_>, LedgerError> = deductions.iter().map(|one| ledger::deduct(ticket, one)).collect();
                    Some(Effect::Settle(drafts?.concat()))
                }
                _ => None,
            },
            Self::BookEvent => match context.event {
                Event::SettlementAgreed { entries, .. } if !entries.is_empty() => Some(Effect::Settle(entries.clone())),
                _ => None,
            },
            Self::BookExternal => match context.event {
                Event::RefundedExternally { amount, .. } => {
                    let reason = "paid outside Redress".to_owned();
                    let draft = Draft { line: None, kind: EntryKind::External, payer: Payer::Platform, amount: *amount, reason };
                    Some(Effect::Settle(vec![draft]))
                }
                _ => None,
            },
            Self::BookClawback => match context.event {
                Event::ClawbackCollected { amount } => Some(Effect::Settle(vec![ledger::clawback(*amount)?])),
                _ => None,
            },
            Self::Issue { held } => ticket.refund.as_ref().map(|r| Effect::IssueRefund { amount: r.amount, held }),
            Self::IssueEvent => match context.event {
                Event::SettlementAgreed { amount, .. } | Event::RefundRetried { amount } => {
                    Some(Effect::IssueRefund { amount: *amount, held: false })
                }
                _ => None,
            },
            Self::Release => Some(Effect::ReleaseRefund),
            Self::Cancel => Some(Effect::CancelRefunds),
            Self::Reverse => Some(Effect::ReverseUnpaid),
            Self::Forget | Self::NewRound | Self::ForgetAgreements | Self::CountRefusal | Self::RefuseForGood | Self::AskMoney => None,
        })
    }
}

/// Details of a notification: what the event says, and the refund when there is one.
fn notice(context: &Context<'_>) -> serde_json::Value {
    let mut details = match context.event.details() {
        serde_json::Value::Object(map) => map,
        _ => serde_json::Map::new(),
    };
    if let Some(refund) = &context.ticket.refund {
        details.entry("amount").or_insert_with(|| json!(refund.amount));
        details.entry("role").or_insert_with(|| json!(refund.role));
    }
    details.into()
}
