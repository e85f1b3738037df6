//! Finance says what became of a refund instruction.

use redress_domain::event::Event;
use redress_domain::gateway::{CREDIT, MANUAL, is_ours};
use redress_domain::id::{RefundInstructionId, TenantId, UserId};
use redress_domain::machine::Moved;
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_domain::timeline::Actor;
use redress_store::refund;

use super::act::check_version;
use super::turn::Turn;
use super::{Error, Workflow};

/// What became of an instruction.
#[derive(Debug, Clone)]
pub enum Payment {
    /// The money arrived.
    Paid {
        /// The bank's or gateway's reference.
        reference: String,
    },
    /// It did not.
    Failed {
        /// Why.
        reason: String,
        /// Somebody looked at the gateway's own books.
        checked: bool,
    },
    /// It becomes credit with the shop.
    Credit,
    /// It failed before; a new instruction tries again.
    Retry {
        /// Over this tender instead of those it came over.
        tender: Option<String>,
    },
}

impl Workflow {
    /// Notes what became of an instruction. The result is ready to be written with [`Workflow::commit`]; the answer is the
    /// instruction that [`Turn::instructions_so_far`] shows with the returned id.
    ///
    /// # Errors
    /// An unknown instruction, a version other than `expected`, a state that does not allow it, no free sandbox, the database.
    pub async fn pay(
        &self,
        tenant: TenantId,
        by: UserId,
        id: RefundInstructionId,
        expected: Option<i64>,
        payment: Payment,
    ) -> Result<Turn, Error> {
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { refund::find(tx, id).await })).await?;
        let instruction = found.ok_or_else(|| Error::not_found("refund instruction", id))?;
        let facts = self.facts(tenant, instruction.ticket, Actor::User(by)).await?;
        // The ticket was read after the instruction: what counts is how the instruction stands there.
        let current = facts.instructions.iter().find(|current| current.id == id).cloned();
        let instruction = current.ok_or_else(|| Error::not_found("refund instruction", id))?;
        check_version("refund instruction", id, expected, instruction.version)?;
        self.think(facts, move |turn| apply(turn, &instruction, payment)).await
    }
}

fn apply(turn: &mut Turn, instruction: &RefundInstruction, payment: Payment) -> Result<(), Error> {
    let id = instruction.id;
    match payment {
        Payment::Paid { reference } => {
            allowed(instruction, &[RefundState::Pending, RefundState::Sent, RefundState::Unknown], "only what waits can be paid")?;
            turn.move_instruction(id, Moved::Paid { reference })?;
        }
        Payment::Failed { reason, checked } => {
            allowed(instruction, &[RefundState::Pending, RefundState::Sent, RefundState::Unknown], "only what waits can fail")?;
            if !checked && instruction.state != RefundState::Pending {
                let message = "the gateway has the request and may pay it yet, and what is tried again would be paid twice: look it up in the \
                               gateway's own books, and say so with true";
                return Err(Error::invalid("not_checked", "/checked_with_gateway", message));
            }
            turn.move_instruction(id, Moved::Failed { reason })?;
        }
        Payment::Credit => {
            allowed(instruction, &[RefundState::Pending], "only what waits and has not left can become credit")?;
            turn.pay_as_credit(instruction)?;
        }
        Payment::Retry { tender } => {
            allowed(instruction, &[RefundState::Failed], "only what failed can be tried again")?;
            let credit = match tender.as_deref() {
                None => false,
                Some(known) if is_ours(known) => {
                    turn.prefer_tender(MANUAL.to_owned());
                    known == CREDIT
                }
                Some(other) => {
                    let message =
                        format!("'{other}' cannot be chosen: name {MANUAL} or {CREDIT}, or leave it out to go back the way it came");
                    return Err(Error::invalid("unknown_tender", "/tender", message));
                }
            };
            turn.apply(Event::RefundRetried { amount: instruction.amount })?;
            if credit && let Some(issued) = turn.instructions_so_far().pop() {
                turn.pay_as_credit(&issued)?;
            }
        }
    }
    Ok(())
}

fn allowed(instruction: &RefundInstruction, states: &[RefundState], why: &'static str) -> Result<(), Error> {
    if states.contains(&instruction.state) {
        return Ok(());
    }
    Err(Error::NotNow { what: "refund instruction", id: instruction.id.to_string(), state: instruction.state.to_string(), why })
}
