//! The second turn: what came back, and what follows.

use std::sync::Arc;

use redress_domain::gateway::{Next, RefundWork};
use redress_domain::id::TenantId;
use redress_domain::machine::Moved;
use redress_domain::rule::{GatewayAnswer, GatewayOutcome, GatewayQuestion, HttpResponse, Purpose};
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_domain::timeline::Actor;

use super::{Learnt, PATIENCE, order};
use crate::workflow::turn::{GatewayRule, Turn};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Takes in what came back from a gateway; `Err` says why nothing did.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn learn_refund(
        &self,
        tenant: TenantId,
        work: RefundWork,
        by: Arc<GatewayRule>,
        asked: Purpose,
        answer: Result<HttpResponse, String>,
    ) -> Result<Option<Learnt>, Error> {
        let facts = self.facts(tenant, work.ticket, Actor::System).await?;
        let found = facts.instructions.iter().find(|instruction| instruction.id == work.instruction).cloned();
        // Somebody else has settled it meanwhile: finance, or the answer to another look. That somebody took it for failed does not make
        // it so.
        let matters =
            |instruction: &RefundInstruction| matches!(instruction.state, RefundState::Sent | RefundState::Unknown | RefundState::Failed);
        let Some(instruction) = found.filter(matters) else { return Ok(None) };
        let thought = self.think_out(facts, move |turn| {
            if instruction.state == RefundState::Failed {
                return Ok(second_look(turn, &by, &instruction, work, asked, answer));
            }
            learn(turn, &by, &instruction, work, asked, answer)
        });
        let (turn, work) = thought.await?;
        Ok(Some(Learnt { turn, work }))
    }
}

/// Finance takes it for failed though the gateway had the request: the gateway is asked on, and when it says that it paid after all,
/// finance hears of it. Answers what is known then; `None` when nothing more is to be done.
fn second_look(
    turn: &mut Turn,
    by: &GatewayRule,
    instruction: &RefundInstruction,
    mut work: RefundWork,
    asked: Purpose,
    answer: Result<HttpResponse, String>,
) -> Option<RefundWork> {
    let outcome =
        answer.and_then(|answer| means(turn, by, instruction, &work, asked, answer)).unwrap_or_else(|why| GatewayOutcome::Unknown { why });
    turn.touch();
    let now = turn.now();
    match work.learn(asked, outcome, now, &PATIENCE) {
        Next::Paid { reference } => {
            let (amount, tender) = (instruction.amount, &instruction.tender);
            turn.task_for_finance(format!(
                "{amount} over {tender} is marked as failed here, and the gateway says that it paid it ({reference}): do not pay it again"
            ));
            None
        }
        Next::Ask => Some(work).filter(|work| work.looks <= PATIENCE.looks),
        Next::Failed { .. } | Next::SendAgain => None,
    }
}

fn learn(
    turn: &mut Turn,
    by: &GatewayRule,
    instruction: &RefundInstruction,
    mut work: RefundWork,
    asked: Purpose,
    answer: Result<HttpResponse, String>,
) -> Result<Option<RefundWork>, Error> {
    let outcome = match answer {
        Err(why) => GatewayOutcome::Unknown { why },
        Ok(answer) => means(turn, by, instruction, &work, asked, answer).unwrap_or_else(|why| GatewayOutcome::Unknown { why }),
    };
    let works_on_it = matches!(outcome, GatewayOutcome::Pending { .. });
    let now = turn.now();
    match work.learn(asked, outcome, now, &PATIENCE) {
        Next::Paid { reference } => {
            turn.move_instruction(instruction.id, Moved::Paid { reference })?;
            return Ok(None);
        }
        Next::Failed { reason } => {
            turn.task_for_finance(format!("{} over {} was not paid: {reason}", instruction.amount, instruction.tender));
            turn.move_instruction(instruction.id, Moved::Failed { reason })?;
            return Ok(None);
        }
        Next::Ask | Next::SendAgain if instruction.state == RefundState::Sent && !works_on_it => {
            turn.move_instruction(instruction.id, Moved::Unknown)?;
        }
        Next::Ask | Next::SendAgain => turn.touch(),
    }
    if work.tell(&PATIENCE) {
        let trouble = work.trouble.clone().unwrap_or_else(|| "the gateway still works on it".to_owned());
        turn.task_for_finance(format!("{} over {}: nobody knows whether it was paid: {trouble}", instruction.amount, instruction.tender));
    }
    Ok(Some(work))
}

pub(super) fn means(
    turn: &mut Turn,
    by: &GatewayRule,
    instruction: &RefundInstruction,
    work: &RefundWork,
    asked: Purpose,
    answer: HttpResponse,
) -> Result<GatewayOutcome, String> {
    let order = order(turn, instruction, work).ok_or("the order no longer lists the payment it goes back on")?;
    match turn.ask_gateway(by, GatewayQuestion::Response { order, asked, answer })? {
        GatewayAnswer::Outcome(outcome) => Ok(outcome),
        GatewayAnswer::Request(_) | GatewayAnswer::Notice(_) => Err("the gateway's rule answered another question".to_owned()),
    }
}
