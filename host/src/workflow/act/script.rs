//! Macros and procedures at work on a ticket (D8): all acts of a macro or none, and every ticked step on the timeline.

use redress_domain::access::{Access, FieldAccess, masked};
use redress_domain::event::{Author, Event};
use redress_domain::id::{SopRunId, TenantId, TicketId, UserId};
use redress_domain::macros::{self, Macro, MacroAct, Rendered};
use redress_domain::sop::{Shown, Sop, SopRun, Ticked};
use redress_domain::timeline::Actor;
use redress_store::{sop_run, user};
use serde_json::json;

use super::{Doer, check_version, decide_if_submitted};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// How a step was done.
#[derive(Debug, Clone)]
pub struct Tick {
    /// Which step.
    pub step: String,
    /// How it ended.
    pub answer: String,
    /// In words.
    pub note: Option<String>,
    /// Files, by what they show.
    pub evidence: Vec<Shown>,
}

impl Workflow {
    /// The text of a macro on a ticket, as somebody may see it: what field rules hide has no value. Nothing changes.
    ///
    /// # Errors
    /// An unknown ticket, a text that cannot be read, the database.
    pub async fn preview_macro(
        &self,
        tenant: TenantId,
        doer: &Doer,
        id: TicketId,
        body: &str,
        fields: &FieldAccess,
    ) -> Result<Rendered, Error> {
        let agent = self.name_of(tenant, doer.user).await?;
        let facts = self.facts(tenant, id, Actor::User(doer.user)).await?;
        let value = |name: &str| {
            let value = macros::value(name, &facts.case, &agent, &facts.snapshot.tenant.name)?;
            match macros::access(name, fields) {
                Some(Access::Hidden) => None,
                Some(Access::Masked) => Some(masked(&value)),
                Some(Access::ReadOnly) | None => Some(value),
            }
        };
        Ok(macros::render(body, value)?)
    }

    /// Applies a macro: all of its acts, or none. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// A variable without a value, an act that the ticket does not take now, a queue or person that is not there; besides these what
    /// [`Workflow::act`] says.
    pub async fn apply_macro(&self, tenant: TenantId, doer: Doer, id: TicketId, expected: Option<i64>, used: Macro) -> Result<Turn, Error> {
        let agent = self.name_of(tenant, doer.user).await?;
        for act in &used.acts {
            if let MacroAct::Assign { assignee: Some(person), .. } = act {
                self.name_of(tenant, *person).await?;
            }
        }
        let facts = self.facts(tenant, id, Actor::User(doer.user)).await?;
        check_version("ticket", id, expected, facts.case.ticket.version)?;
        let rendered = macros::render(&used.body, |name| macros::value(name, &facts.case, &agent, &facts.snapshot.tenant.name))?;
        if !rendered.missing.is_empty() {
            let missing = rendered.missing.join(", ");
            let message = format!("macro '{}' needs {missing}, and the ticket has no such value: fill it in first", used.key);
            return Err(Error::invalid("missing_variable", "/body", message));
        }
        self.think(facts, move |turn| {
            turn.note("macro.applied", json!({ "macro": used.key, "version": used.version }));
            for act in used.acts {
                carry_out(turn, act, &rendered.text)?;
            }
            decide_if_submitted(turn)
        })
        .await
    }

    /// Begins a procedure for a ticket. The result is ready to be written with [`Workflow::commit`], together with the run.
    ///
    /// # Errors
    /// An unknown ticket, no free sandbox, the database.
    pub async fn start_sop(&self, tenant: TenantId, doer: &Doer, id: TicketId, sop: Sop) -> Result<(Turn, SopRun), Error> {
        let actor = Actor::User(doer.user);
        let facts = self.facts(tenant, id, actor.clone()).await?;
        let (now, first) = (facts.now, sop.procedure.steps.first().map(|step| step.key.clone()));
        let begun = json!({ "sop": sop.key, "version": sop.version });
        let turn = self
            .think(facts, move |turn| {
                turn.note("sop.started", begun);
                Ok(())
            })
            .await?;
        let run = SopRun {
            id: turn.id(SopRunId::generate),
            version: 1,
            ticket: id,
            sop: sop.key,
            procedure: sop.procedure,
            step: first,
            done: Vec::new(),
            started_by: actor,
            started_at: now,
            finished_at: None,
        };
        Ok((turn, run))
    }

    /// Ticks the next step of a procedure. The result is ready to be written with [`Workflow::commit`], together with the run, which is
    /// at its version less one in the database.
    ///
    /// # Errors
    /// An unknown run, a step out of order, evidence that is missing, no free sandbox, the database.
    pub async fn tick_sop(&self, tenant: TenantId, doer: &Doer, id: SopRunId, tick: Tick) -> Result<(Turn, SopRun), Error> {
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { sop_run::find(tx, id).await })).await?;
        let mut run = found.ok_or_else(|| Error::not_found("SOP run", id))?;
        let actor = Actor::User(doer.user);
        let facts = self.facts(tenant, run.ticket, actor.clone()).await?;
        let Tick { step, answer, note, evidence } = tick;
        let files: Vec<_> = evidence.iter().map(|shown| shown.attachment).collect();
        let data = json!({ "sop": run.sop, "run": run.id, "step": step, "answer": answer, "note": note, "evidence": evidence });
        run.tick(Ticked { step, answer, note, evidence, by: actor, at: facts.now })?;
        run.version += 1;
        let over = run.finished_at.is_some();
        let turn = self
            .think(facts, move |turn| {
                turn.note("sop.step_done", data.clone());
                turn.attach(&files, true);
                if over {
                    turn.note("sop.finished", json!({ "sop": data["sop"], "run": data["run"] }));
                }
                Ok(())
            })
            .await?;
        Ok((turn, run))
    }

    async fn name_of(&self, tenant: TenantId, id: UserId) -> Result<String, Error> {
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { user::find(tx, id).await })).await?;
        let missing = || Error::invalid("unknown_user", "/acts", format!("there is no user {id} who may work: name another"));
        found.filter(|user| !user.disabled).map(|user| user.name).ok_or_else(missing)
    }
}

fn carry_out(turn: &mut Turn, act: MacroAct, text: &str) -> Result<(), Error> {
    match act {
        MacroAct::Reply { internal } => turn.apply(Event::MessageAdded { author: Author::Agent, body: text.to_owned(), internal }),
        MacroAct::RequestInformation { fields } => turn.apply(Event::InformationRequested { message: text.to_owned(), fields }),
        MacroAct::SetPriority { priority } => {
            turn.set_priority(priority);
            Ok(())
        }
        MacroAct::AddTag { tag } => {
            turn.add_tag(tag);
            Ok(())
        }
        MacroAct::Assign { queue, assignee } => {
            let found = queue.as_deref().map(|key| {
                let missing = || Error::invalid("unknown_queue", "/acts", format!("there is no queue '{key}': create it or name another"));
                turn.snapshot().queue_by_key(key).map(|queue| queue.id).ok_or_else(missing)
            });
            let queue = found.transpose()?;
            turn.apply(Event::Transferred { queue, assignee, reason: None })
        }
    }
}
