//! The first turn: what is asked, noted before it leaves.

use std::sync::Arc;

use redress_domain::gateway::RefundWork;
use redress_domain::id::TenantId;
use redress_domain::machine::Moved;
use redress_domain::rule::{GatewayAnswer, GatewayQuestion, HttpRequest, Purpose};
use redress_domain::settlement::{RefundInstruction, RefundState};
use redress_domain::timeline::Actor;
use serde_json::json;

use super::{Asked, PATIENCE, Prepared, order};
use crate::workflow::turn::{GatewayRule, Turn};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Thinks out what to ask the gateway about an instruction. `check` says why a request may not leave. When nobody comes
    /// back with an answer, it is looked after at the end of `lease`.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn prepare_refund(
        &self,
        tenant: TenantId,
        work: RefundWork,
        by: Arc<GatewayRule>,
        lease: chrono::Duration,
        check: impl Fn(&HttpRequest) -> Result<(), String> + Send + 'static,
    ) -> Result<Prepared, Error> {
        let facts = self.facts(tenant, work.ticket, Actor::System).await?;
        let found = facts.instructions.iter().find(|instruction| instruction.id == work.instruction).cloned();
        let Some(instruction) = found else { return Ok(Prepared::Over) };
        let purpose = match instruction.state {
            RefundState::Pending => Purpose::Pay,
            RefundState::Sent | RefundState::Unknown if work.again => Purpose::Pay,
            RefundState::Sent | RefundState::Unknown => Purpose::Query,
            // Finance says so, and the gateway has had the request: it has the last word.
            RefundState::Failed if work.sends > 0 => Purpose::Query,
            RefundState::Held | RefundState::Paid | RefundState::Failed | RefundState::Cancelled => return Ok(Prepared::Over),
        };
        if purpose == Purpose::Pay && facts.case.ticket.axes.dispute.is_open() {
            // Money stands still until the dispute is ruled or withdrawn; nothing new is known by then.
            let mut work = work;
            work.trouble = Some("a dispute is open".to_owned());
            work.wait(facts.now, &PATIENCE);
            return Ok(Prepared::Stuck(Box::new(Turn::new(facts)), work));
        }
        let thought = self.think_out(facts, move |turn| ask(turn, &by, &instruction, work, purpose, lease, check));
        Ok(match thought.await? {
            (turn, (work, Some(request))) => Prepared::Ask(Box::new(Asked { turn, work, purpose, request })),
            (turn, (work, None)) => Prepared::Stuck(Box::new(turn), work),
        })
    }
}

fn ask(
    turn: &mut Turn,
    by: &GatewayRule,
    instruction: &RefundInstruction,
    mut work: RefundWork,
    purpose: Purpose,
    lease: chrono::Duration,
    check: impl Fn(&HttpRequest) -> Result<(), String>,
) -> Result<(RefundWork, Option<HttpRequest>), Error> {
    let now = turn.now();
    match request(turn, by, instruction, &work, purpose).and_then(|request| check(&request).map(|()| request)) {
        Ok(request) => {
            match (purpose, instruction.state) {
                (Purpose::Pay, RefundState::Pending) => {
                    work.sending(now, lease);
                    turn.move_instruction(instruction.id, Moved::Sent)?;
                }
                (Purpose::Pay, _) => {
                    work.sending(now, lease);
                    turn.note("refund.sent_again", json!({ "instruction": instruction.id, "attempt": work.sends }));
                    turn.touch();
                }
                // Sent, and nobody has come back to tell.
                (Purpose::Query, RefundState::Sent) if !work.known => turn.move_instruction(instruction.id, Moved::Unknown)?,
                (Purpose::Query, _) => turn.touch(),
            }
            work.due_at = now.plus(lease);
            Ok((work, Some(request)))
        }
        Err(why) => {
            work.trouble = Some(why.clone());
            work.wait(now, &PATIENCE);
            if work.tell(&PATIENCE) {
                turn.task_for_finance(format!("{} over {} does not leave: {why}", instruction.amount, instruction.tender));
            }
            turn.touch();
            Ok((work, None))
        }
    }
}

pub(super) fn request(
    turn: &mut Turn,
    by: &GatewayRule,
    instruction: &RefundInstruction,
    work: &RefundWork,
    purpose: Purpose,
) -> Result<HttpRequest, String> {
    let order = order(turn, instruction, work).ok_or("the order no longer lists the payment it goes back on")?;
    let question = match purpose {
        Purpose::Pay => GatewayQuestion::Request { order, attempt: work.sends + 1 },
        Purpose::Query => GatewayQuestion::Query { order },
    };
    match turn.ask_gateway(by, question)? {
        GatewayAnswer::Request(request) => Ok(request),
        GatewayAnswer::Outcome(_) | GatewayAnswer::Notice(_) => Err("the gateway's rule answered another question".to_owned()),
    }
}
