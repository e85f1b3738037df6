//! Work of a drawn workflow that waits for the customer (Z13): what they see of it, and how it gets done, by themselves or passed on.

use redress_domain::id::{TaskId, TenantId, TicketId, UserId};
use redress_domain::timeline::Actor;
use redress_flow::{Access, Button, Node, Party, Task, Text};
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{Running, TaskButton, TaskField};
use crate::workflow::act::{check_version, decide_if_submitted};
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// A button that is pressed for the customer's work.
#[derive(Debug, Clone)]
pub struct CustomerPress {
    /// Which work, where several wait; the oldest when left out.
    pub task: Option<TaskId>,
    /// The button's code.
    pub button: String,
    /// What was filled in.
    pub data: Map<String, Value>,
    /// In the customer's words.
    pub opinion: Option<String>,
    /// Who passes it on, when the customer told somebody.
    pub passed_on: Option<UserId>,
}

/// Work that waits for the customer, as they see it: nothing but the fields that its node names.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = PortalTask)]
pub struct CustomerTask {
    /// The task.
    pub id: TaskId,
    /// What is to be done, in all languages.
    pub name: Text,
    /// What can be pressed.
    pub buttons: Vec<TaskButton>,
    /// What can be seen and filled in.
    pub fields: Vec<TaskField>,
}

impl CustomerTask {
    /// The oldest work that waits for the customer.
    pub fn of(running: &Running) -> Option<Self> {
        let (task, node) = running.for_customer().next()?;
        let work = node.work.as_ref()?;
        let declared = &running.flow.definition().fields;
        let fields = work.fields.iter().filter(|(_, access)| **access != Access::Hidden).filter_map(|(key, access)| {
            let field = declared.get(key)?;
            let value = running.run.form.get(key).cloned();
            Some(TaskField { key: key.clone(), name: field.name.clone(), kind: field.kind, access: *access, value })
        });
        let buttons = work.buttons.iter().filter(|button| button.does.moves()).map(TaskButton::of);
        Some(Self { id: task.id, name: node.name.clone(), buttons: buttons.collect(), fields: fields.collect() })
    }
}

impl Running {
    /// Open work that the customer may do, oldest first.
    pub(in crate::workflow) fn for_customer(&self) -> impl Iterator<Item = (&Task, &Node)> {
        let open = self.run.tasks.iter().filter(|_| self.run.is_running());
        let theirs = open.filter(|task| task.holders().contains(&Party::Customer) && !task.has_voted(&Actor::Customer));
        theirs.filter_map(|task| Some((task, self.flow.node(&task.node)?)))
    }

    /// The customer's work with a button that meets a condition, and the button.
    pub(in crate::workflow) fn for_customer_with(&self, fits: impl Fn(&Node, &Button) -> bool) -> Option<(TaskId, &Node, &Button)> {
        self.for_customer().find_map(|(task, node)| {
            let button = node.work.as_ref()?.buttons.iter().find(|button| button.does.moves() && fits(node, button))?;
            Some((task.id, node, button))
        })
    }
}

impl Workflow {
    /// Presses a button for the customer of a ticket. A button that is a choice of the warehouse's open offer answers the offer, and
    /// the workflow with it. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, one at another version than `expected`, no work that waits for the customer, what the workflow or the
    /// ticket refuses, no free sandbox, the database.
    pub async fn press_for_customer(
        &self,
        tenant: TenantId,
        ticket: TicketId,
        expected: Option<i64>,
        press: CustomerPress,
    ) -> Result<Turn, Error> {
        if let Some(choice) = self.open_choice(tenant, ticket, &press.button).await? {
            let actor = press.passed_on.map_or(Actor::Customer, Actor::User);
            return self.answer_offer_at(tenant, actor, ticket, expected, choice).await;
        }
        let facts = self.facts(tenant, ticket, Actor::Customer).await?;
        check_version("ticket", ticket, expected, facts.case.ticket.version)?;
        self.think(facts, move |turn: &mut Turn| {
            turn.press_for_customer(press)?;
            decide_if_submitted(turn)
        })
        .await
    }
}
