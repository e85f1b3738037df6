//! People do the tasks of a workflow (Z13, Z14).

use redress_domain::id::{TaskId, TenantId, TicketId, UserId};
use redress_domain::task::Task;
use redress_domain::timeline::Actor;
use redress_flow::{Event, Party};
use redress_store::task;
use serde_json::{Map, Value};

use super::CustomerPress;
use crate::workflow::act::{check_version, decide_if_submitted};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// One thing that a person does with a task.
#[derive(Debug, Clone)]
pub enum TaskAction {
    /// Presses a button that submits, agrees or rejects.
    Press {
        /// The button's code.
        button: String,
        /// What was filled in.
        data: Map<String, Value>,
        /// In their words.
        opinion: Option<String>,
    },
    /// Presses a button of the customer's work for them, because they answered elsewhere, for example by telephone.
    PassOn {
        /// The button's code.
        button: String,
        /// What was filled in.
        data: Map<String, Value>,
        /// In the customer's words.
        opinion: Option<String>,
    },
    /// Accepts it (接单).
    Claim,
    /// Gives it back to all who may do it.
    Release,
    /// Gives it to another (转交).
    Transfer {
        /// To whom.
        to: Party,
        /// Why.
        opinion: Option<String>,
    },
    /// Lets another act in their place (委托).
    Delegate {
        /// Who acts.
        to: UserId,
        /// Why.
        opinion: Option<String>,
    },
}

impl TaskAction {
    fn event(self, task: TaskId, user: UserId) -> Event {
        let actor = Actor::User(user);
        match self {
            Self::Press { button, data, opinion } => Event::TaskDone { task, actor, button, data, opinion },
            Self::PassOn { button, data, opinion } => Event::TaskDone { task, actor: Actor::Customer, button, data, opinion },
            Self::Claim => Event::Claim { task, user },
            Self::Release => Event::Release { task, user },
            Self::Transfer { to, opinion } => Event::Transfer { task, actor, to, opinion },
            Self::Delegate { to, opinion } => Event::Delegate { task, user, to, opinion },
        }
    }
}

impl Workflow {
    /// Does something with a task of a workflow. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown task, one that belongs to no workflow, a ticket at another version than `expected`, what the workflow or the
    /// ticket refuses, no free sandbox, the database.
    pub async fn act_on_task(
        &self,
        tenant: TenantId,
        user: UserId,
        id: TaskId,
        expected: Option<i64>,
        action: TaskAction,
    ) -> Result<Turn, Error> {
        let task = self.task(tenant, id).await?;
        if task.node.is_none() {
            let state = "no task of a workflow".to_owned();
            return Err(Error::NotNow { what: "task", id: id.to_string(), state, why: "finish it with POST /tasks/{id}/done" });
        }
        if let TaskAction::PassOn { button, data, opinion } = action {
            let press = CustomerPress { task: Some(id), button, data, opinion, passed_on: Some(user) };
            return self.press_for_customer(tenant, task.ticket, expected, press).await;
        }
        self.advance(tenant, task.ticket, Actor::User(user), expected, action.event(id, user)).await
    }

    /// Takes the workflow of a ticket one event further for somebody who waits for the answer.
    ///
    /// # Errors
    /// As [`Self::act_on_task`].
    pub async fn advance(
        &self,
        tenant: TenantId,
        ticket: TicketId,
        actor: Actor,
        expected: Option<i64>,
        event: Event,
    ) -> Result<Turn, Error> {
        let facts = self.facts(tenant, ticket, actor).await?;
        check_version("ticket", ticket, expected, facts.case.ticket.version)?;
        self.think(facts, move |turn| {
            turn.advance(event)?;
            decide_if_submitted(turn)
        })
        .await
    }

    async fn task(&self, tenant: TenantId, id: TaskId) -> Result<Task, Error> {
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { task::find(tx, id).await })).await?;
        found.ok_or_else(|| Error::not_found("task", id))
    }
}
