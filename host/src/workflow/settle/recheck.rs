//! A message contradicts what is known of an instruction that is over: the gateway is asked whether it holds to it. The instruction
//! stays as it is, for money that has moved is not moved by an opinion; but when the gateway holds to it, finance looks.

use std::sync::Arc;

use redress_domain::gateway::{GatewayNotice, NoticeState, RefundWork, weigh};
use redress_domain::id::TenantId;
use redress_domain::rule::{GatewayOutcome, HttpRequest, HttpResponse, Purpose};
use redress_domain::settlement::RefundInstruction;
use redress_domain::timeline::Actor;
use serde_json::json;

use super::{learn, prepare};
use crate::workflow::turn::{Facts, GatewayRule, Turn};
use crate::workflow::{Error, Workflow};

/// Why nobody can be asked.
const GONE: &str = "its gateway was removed";

/// What to do next about a message that contradicts.
pub enum Rechecked {
    /// It contradicts no more.
    Over(NoticeState),
    /// A request; the turn must be committed before it leaves.
    Ask(Box<Turn>, HttpRequest),
    /// There is no request now; why.
    Stuck(String),
}

/// What the gateway holds to.
pub struct Verdict {
    /// What must be committed.
    pub turn: Turn,
    /// What came of the message; `None` when the gateway said nothing certain.
    pub state: Option<NoticeState>,
}

impl Workflow {
    /// Thinks out what to ask the gateway about a message. `check` says why a request may not leave.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn prepare_recheck(
        &self,
        tenant: TenantId,
        notice: &GatewayNotice,
        instruction: &RefundInstruction,
        by: Arc<GatewayRule>,
        check: impl Fn(&HttpRequest) -> Result<(), String> + Send + 'static,
    ) -> Result<Rechecked, Error> {
        let facts = self.facts(tenant, instruction.ticket, Actor::System).await?;
        let instruction = match stands(&facts, instruction, &notice.outcome) {
            Ok(instruction) => instruction,
            Err(state) => return Ok(Rechecked::Over(state)),
        };
        let thought = self.think_out(facts, move |turn| {
            let asked = prepare::request(turn, &by, &instruction, &work(&instruction), Purpose::Query);
            turn.touch();
            Ok(asked.and_then(|request| check(&request).map(|()| request)))
        });
        Ok(match thought.await? {
            (turn, Ok(request)) => Rechecked::Ask(Box::new(turn), request),
            (_, Err(why)) => Rechecked::Stuck(why),
        })
    }

    /// Takes in what the gateway answered; `Err` says why it did not. `last` says that nobody will ask again.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn judge_recheck(
        &self,
        tenant: TenantId,
        notice: GatewayNotice,
        instruction: &RefundInstruction,
        by: Arc<GatewayRule>,
        answer: Result<HttpResponse, String>,
        last: bool,
    ) -> Result<Verdict, Error> {
        let facts = self.facts(tenant, instruction.ticket, Actor::System).await?;
        let found = stands(&facts, instruction, &notice.outcome);
        let thought = self.think_out(facts, move |turn| {
            turn.touch();
            Ok(match found {
                Ok(instruction) => judge(turn, &by, &instruction, &notice, answer, last),
                Err(state) => Some(state),
            })
        });
        let (turn, state) = thought.await?;
        Ok(Verdict { turn, state })
    }
}

impl Workflow {
    /// Leaves a message to finance whose gateway is gone, so that nobody can be asked whether it holds to it.
    ///
    /// # Errors
    /// What the database says, or no free sandbox.
    pub async fn abandon_recheck(
        &self,
        tenant: TenantId,
        notice: GatewayNotice,
        instruction: &RefundInstruction,
    ) -> Result<Verdict, Error> {
        let facts = self.facts(tenant, instruction.ticket, Actor::System).await?;
        let found = stands(&facts, instruction, &notice.outcome);
        let thought = self.think_out(facts, move |turn| {
            turn.touch();
            Ok(match found {
                Ok(instruction) => conclude(turn, &instruction, &notice, &GatewayOutcome::Unknown { why: GONE.to_owned() }, true),
                Err(state) => Some(state),
            })
        });
        let (turn, state) = thought.await?;
        Ok(Verdict { turn, state })
    }
}

/// The instruction as it stands now, or what the message is worth by now.
fn stands(facts: &Facts, instruction: &RefundInstruction, outcome: &GatewayOutcome) -> Result<RefundInstruction, NoticeState> {
    let now = facts.instructions.iter().find(|one| one.id == instruction.id).unwrap_or(instruction).clone();
    match weigh(now.state, now.reference.as_deref(), outcome) {
        NoticeState::Contradicts => Ok(now),
        state => Err(state),
    }
}

/// What is known of an instruction that is over.
fn work(instruction: &RefundInstruction) -> RefundWork {
    let mut work = RefundWork::new(instruction.id, instruction.ticket, instruction.updated_at);
    work.reference.clone_from(&instruction.reference);
    work
}

fn judge(
    turn: &mut Turn,
    by: &GatewayRule,
    instruction: &RefundInstruction,
    notice: &GatewayNotice,
    answer: Result<HttpResponse, String>,
    last: bool,
) -> Option<NoticeState> {
    let said = answer.and_then(|answer| learn::means(turn, by, instruction, &work(instruction), Purpose::Query, answer));
    let said = said.unwrap_or_else(|why| GatewayOutcome::Unknown { why });
    conclude(turn, instruction, notice, &said, last)
}

/// What the message is worth by what the gateway said; `None` when it has to be asked again. What it holds to goes to finance, and
/// what nobody can say in the end.
fn conclude(
    turn: &mut Turn,
    instruction: &RefundInstruction,
    notice: &GatewayNotice,
    said: &GatewayOutcome,
    last: bool,
) -> Option<NoticeState> {
    let holds = match said {
        GatewayOutcome::Unknown { .. } if last => NoticeState::Escalated,
        GatewayOutcome::Unknown { .. } => return None,
        said => match weigh(instruction.state, instruction.reference.as_deref(), said) {
            NoticeState::Contradicts => NoticeState::Escalated,
            _ => NoticeState::Denied,
        },
    };
    let (tender, stands, reported) = (&instruction.tender, instruction.state, notice.outcome.name());
    turn.note(
        "refund.contradicted",
        json!({ "instruction": instruction.id, "notice": notice.id, "reported": notice.outcome, "asked": said, "holds": holds == NoticeState::Escalated }),
    );
    if holds == NoticeState::Escalated {
        let title = match said {
            GatewayOutcome::Unknown { why } => {
                format!(
                    "{} over {tender} is {stands} here, {tender} reports {reported} and cannot be asked ({why}): look there",
                    instruction.amount
                )
            }
            said => format!(
                "{} over {tender} is {stands} here and {} there: look at {tender} and set it right",
                instruction.amount,
                said.name()
            ),
        };
        turn.task_for_finance(title);
    }
    Some(holds)
}
