//! What customers do themselves, through their links. It stands on the timeline as theirs.

use redress_domain::event::{Author, Event, EventKind};
use redress_domain::id::{AttachmentId, TenantId, TicketId};
use redress_domain::portal::{Beside, Deed, deeds};
use redress_domain::survey::Answer;
use redress_domain::ticket::Ticket;
use redress_domain::timeline::Actor;
use redress_store::survey;
use serde_json::json;

use super::decide_if_submitted;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// Role that looks at bad marks.
const SUPERVISOR: &str = "supervisor";

/// One thing that a customer does.
#[derive(Debug, Clone)]
pub enum CustomerDeed {
    /// Writes; answers, when the ticket waits for an answer.
    Message {
        /// The text.
        body: String,
        /// Values of the form that came with it.
        fields: serde_json::Map<String, serde_json::Value>,
    },
    /// Completes a refused request, which is decided again.
    Amend {
        /// What is new.
        body: String,
        /// Values of the form that came with it.
        fields: serde_json::Map<String, serde_json::Value>,
    },
    /// Sends files that were uploaded before.
    Attach(Vec<AttachmentId>),
    /// Withdraws.
    Cancel {
        /// Why.
        reason: Option<String>,
    },
}

impl CustomerDeed {
    fn allowed_by(&self, may: &[Deed]) -> bool {
        match self {
            Self::Message { .. } => may.contains(&Deed::Message) || may.contains(&Deed::Answer),
            Self::Amend { .. } => may.contains(&Deed::Amend),
            Self::Attach(_) => may.contains(&Deed::Upload),
            Self::Cancel { .. } => may.contains(&Deed::Cancel),
        }
    }

    fn apply(self, turn: &mut Turn) -> Result<(), Error> {
        match self {
            Self::Message { body, fields } => super::action::message(turn, Author::Customer, body, false, fields, None),
            Self::Amend { body, mut fields } => {
                let amended = turn.hand_in(EventKind::Amended, &body, &mut fields, None)?;
                turn.fill_in(fields)?;
                turn.apply(Event::MessageAdded { author: Author::Customer, body, internal: false })?;
                if amended { Ok(()) } else { turn.apply(Event::Amended) }
            }
            Self::Attach(files) => {
                turn.attach(&files, false);
                Ok(())
            }
            Self::Cancel { reason } => turn.apply(Event::Cancelled { reason }),
        }
    }
}

/// What a customer is told who asks for what cannot be done.
pub(in crate::workflow) fn not_now(ticket: &Ticket) -> Error {
    let (id, state) = (ticket.number.clone(), ticket.axes.case.to_string());
    Error::NotNow { what: "request", id, state, why: "`may` of its progress lists what is possible now" }
}

impl Workflow {
    /// Does something for the customer of a ticket. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a state that does not allow it, no free sandbox, the database.
    pub async fn act_as_customer(&self, tenant: TenantId, id: TicketId, mut deed: CustomerDeed) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, Actor::Customer).await?;
        if let CustomerDeed::Message { fields, .. } | CustomerDeed::Amend { fields, .. } = &mut deed {
            self.admit(&facts, fields).await?;
        }
        let now = facts.now;
        self.think(facts, move |turn| {
            let may = deeds(turn.ticket(), Beside { part_paid: turn.part_paid(), ..Beside::default() }, now);
            if !deed.allowed_by(&may) {
                return Err(not_now(turn.ticket()));
            }
            deed.apply(turn)?;
            decide_if_submitted(turn)
        })
        .await
    }

    /// Gives uploaded files to a ticket. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, no free sandbox, the database.
    pub async fn attach(
        &self,
        tenant: TenantId,
        actor: Actor,
        id: TicketId,
        files: Vec<AttachmentId>,
        internal: bool,
    ) -> Result<Turn, Error> {
        let facts = self.facts(tenant, id, actor).await?;
        self.think(facts, move |turn| {
            turn.attach(&files, internal);
            Ok(())
        })
        .await
    }

    /// Takes what a customer says about a finished ticket (U14), and tells the supervisor when it is bad. The result and the survey
    /// are ready to be written together, against the `answered_at` that is answered.
    ///
    /// # Errors
    /// No survey, one that ended, marks out of range, no free sandbox, the database.
    pub async fn answer_survey(
        &self,
        tenant: TenantId,
        id: TicketId,
        answer: Answer,
    ) -> Result<(Turn, redress_domain::survey::Survey, Option<redress_domain::Timestamp>), Error> {
        let found = self.tenant(tenant).read(move |tx| Box::pin(async move { survey::find_by_ticket(tx, id).await })).await?;
        let mut survey = found.ok_or_else(|| Error::not_found("survey of ticket", id))?;
        let (before, was_low) = (survey.answered_at, survey.answer.as_ref().is_some_and(|said| self.is_low(said)));
        let facts = self.facts(tenant, id, Actor::Customer).await?;
        survey.take(answer, facts.now)?;
        let said = survey.answer.clone();
        let low = said.as_ref().is_some_and(|said| self.is_low(said)) && !was_low;
        let (survey_id, assignee) = (survey.id, survey.assignee);
        let turn = self.think(facts, move |turn| {
            let said = json!({
                "survey": survey_id, "assignee": assignee,
                "satisfied": said.as_ref().map(|said| said.satisfied), "score": said.as_ref().map(|said| said.score),
                "speed": said.as_ref().and_then(|said| said.speed), "comment": said.as_ref().and_then(|said| said.comment.clone()),
                "recommend": said.as_ref().and_then(|said| said.recommend),
            });
            turn.note("survey.answered", said.clone());
            turn.announce("survey.answered", said);
            if low {
                let number = &turn.ticket().number;
                turn.put_task(format!("回访：服务单{number}的客户评价较低"), SUPERVISOR);
            }
            Ok(())
        });
        Ok((turn.await?, survey, before))
    }

    fn is_low(&self, said: &Answer) -> bool {
        said.score <= self.portal.low_score
    }
}
