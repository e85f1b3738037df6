//! Surveys: what customers were asked after the end, and what they said.

use redress_domain::Timestamp;
use redress_domain::id::{SurveyId, TicketId, UserId};
use redress_domain::survey::{Answer, Summary, Survey};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::page::{Cursor, Page, push_page};
use crate::sql::column::count;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, execute, fetch_built, fetch_one, fetch_optional, insert};

#[derive(sqlx::FromRow)]
struct SurveyRow {
    id: Uuid,
    ticket_id: Uuid,
    assignee_id: Option<Uuid>,
    sent_at: Stamp,
    expires_at: Stamp,
    answered_at: Option<Stamp>,
    satisfied: Option<bool>,
    score: Option<i64>,
    speed: Option<i64>,
    recommend: Option<i64>,
    comment: Option<String>,
}

impl SurveyRow {
    fn into_survey(self) -> Result<Survey> {
        let id = SurveyId::from_uuid(self.id);
        let answer = match (self.satisfied, self.score) {
            (Some(satisfied), Some(score)) => Some(Answer {
                satisfied,
                score: count(score, "survey", "score", id)?,
                speed: self.speed.map(|speed| count(speed, "survey", "speed", id)).transpose()?,
                recommend: self.recommend.map(|likely| count(likely, "survey", "recommend", id)).transpose()?,
                comment: self.comment,
            }),
            _ => None,
        };
        Ok(Survey {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            assignee: self.assignee_id.map(UserId::from_uuid),
            sent_at: self.sent_at.0,
            expires_at: self.expires_at.0,
            answered_at: self.answered_at.map(|at| at.0),
            answer,
        })
    }
}

/// Adds a survey that was sent. Gathered: the error may show only when the transaction commits.
///
/// # Errors
/// [`Error::NotUnique`] `survey_ticket` when the ticket had one before.
pub async fn insert(tx: &mut TenantTx, survey: &Survey) -> Result<()> {
    let tenant = tx.tenant;
    insert!(
        tx,
        "survey (tenant_id, id, ticket_id, assignee_id, sent_at, expires_at, answered_at, satisfied, score, speed, recommend, comment)",
        [survey],
        |values, s| {
            let answer = s.answer.as_ref();
            values.bind(tenant).bind(s.id.as_uuid()).bind(s.ticket.as_uuid()).bind(s.assignee.map(|id| id.as_uuid()));
            values.bind(Stamp(s.sent_at)).bind(Stamp(s.expires_at)).bind(s.answered_at.map(Stamp));
            values.bind(answer.map(|a| a.satisfied)).bind(answer.map(|a| i64::from(a.score)));
            values.bind(answer.and_then(|a| a.speed).map(i64::from)).bind(answer.and_then(|a| a.recommend).map(i64::from));
            values.bind(answer.and_then(|a| a.comment.clone()));
        }
    );
    Ok(())
}

/// Whether the ticket was asked about before.
pub async fn exists(tx: &mut TenantTx, ticket: TicketId) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM survey WHERE tenant_id = $1 AND ticket_id = $2";
    let (found,) = fetch_one!(tx, (i64,), sql, tx.tenant, ticket.as_uuid())?;
    Ok(found > 0)
}

/// The survey about a ticket.
pub async fn find_by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Option<Survey>> {
    let sql = "SELECT * FROM survey WHERE tenant_id = $1 AND ticket_id = $2";
    fetch_optional!(tx, SurveyRow, sql, tx.tenant, ticket.as_uuid())?.map(SurveyRow::into_survey).transpose()
}

/// Keeps what the customer says, when nobody has answered since `before` was read (its `answered_at`).
///
/// # Errors
/// [`Error::Stale`] when another answer came first.
pub async fn answer(tx: &mut TenantTx, survey: &Survey, before: Option<Timestamp>) -> Result<()> {
    let sql = "UPDATE survey SET answered_at = $3, satisfied = $4, score = $5, speed = $6, recommend = $7, comment = $8 \
               WHERE tenant_id = $1 AND id = $2 AND (answered_at IS NULL OR answered_at = $9)";
    let (answered, answer) = (survey.answered_at.map(Stamp), survey.answer.as_ref());
    let (satisfied, score) = (answer.map(|a| a.satisfied), answer.map(|a| i64::from(a.score)));
    let (speed, comment) = (answer.and_then(|a| a.speed).map(i64::from), answer.and_then(|a| a.comment.as_deref()));
    let recommend = answer.and_then(|a| a.recommend).map(i64::from);
    let id = survey.id.as_uuid();
    match execute!(tx, sql, tx.tenant, id, answered, satisfied, score, speed, recommend, comment, before.map(Stamp))? {
        0 => Err(Error::Stale { what: "survey", id: survey.id.to_string(), expected: 0 }),
        _ => Ok(()),
    }
}

/// Which surveys are wanted: those that meet every condition given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Sent when this person had the ticket.
    pub assignee: Option<UserId>,
    /// Answered with at most this score.
    pub score_max: Option<u8>,
    /// Answered with at least this score.
    pub score_min: Option<u8>,
    /// Answered, or not yet.
    pub answered: Option<bool>,
    /// Sent at this moment or later.
    pub from: Option<Timestamp>,
    /// Sent before this moment.
    pub to: Option<Timestamp>,
}

/// Ends a query with the filter's conditions.
macro_rules! push_filter {
    ($query:ident, $filter:expr) => {
        if let Some(assignee) = $filter.assignee {
            $query.push(" AND assignee_id = ").push_bind(assignee.as_uuid());
        }
        if let Some(most) = $filter.score_max {
            $query.push(" AND score <= ").push_bind(i64::from(most));
        }
        if let Some(least) = $filter.score_min {
            $query.push(" AND score >= ").push_bind(i64::from(least));
        }
        if let Some(answered) = $filter.answered {
            $query.push(if answered { " AND answered_at IS NOT NULL" } else { " AND answered_at IS NULL" });
        }
        if let Some(from) = $filter.from {
            $query.push(" AND sent_at >= ").push_bind(Stamp(from));
        }
        if let Some(to) = $filter.to {
            $query.push(" AND sent_at < ").push_bind(Stamp(to));
        }
    };
}

/// A page of surveys, newest first.
pub async fn list(tx: &mut TenantTx, filter: &Filter, page: &Page) -> Result<(Vec<Survey>, Option<Cursor>)> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, SurveyRow, "SELECT * FROM survey WHERE tenant_id = ", |query| {
        query.push_bind(tenant);
        push_filter!(query, filter);
        push_page!(query, page);
    })?;
    let (rows, next) = page.cut(rows, |row| row.id);
    Ok((rows.into_iter().map(SurveyRow::into_survey).collect::<Result<_>>()?, next))
}

#[derive(sqlx::FromRow)]
struct SummaryRow {
    assignee_id: Option<Uuid>,
    sent: i64,
    answered: i64,
    satisfied: i64,
    score_sum: i64,
    speed_sum: i64,
    speed_count: i64,
}

/// What the customers of each agent said, most answers first.
pub async fn summary(tx: &mut TenantTx, filter: &Filter) -> Result<Vec<Summary>> {
    let tenant = tx.tenant;
    let start = "SELECT assignee_id, COUNT(*) AS sent, COUNT(answered_at) AS answered, \
                 CAST(SUM(CASE WHEN satisfied THEN 1 ELSE 0 END) AS BIGINT) AS satisfied, \
                 CAST(COALESCE(SUM(score), 0) AS BIGINT) AS score_sum, CAST(COALESCE(SUM(speed), 0) AS BIGINT) AS speed_sum, \
                 COUNT(speed) AS speed_count FROM survey WHERE tenant_id = ";
    let rows = fetch_built!(tx, SummaryRow, start, |query| {
        query.push_bind(tenant);
        push_filter!(query, filter);
        query.push(" GROUP BY assignee_id ORDER BY COUNT(answered_at) DESC, assignee_id");
    })?;
    let number = |value: i64, column| count(value, "survey", column, "a summary");
    rows.into_iter()
        .map(|row| {
            Ok(Summary {
                assignee: row.assignee_id.map(UserId::from_uuid),
                sent: number(row.sent, "id")?,
                answered: number(row.answered, "answered_at")?,
                satisfied: number(row.satisfied, "satisfied")?,
                score_sum: number(row.score_sum, "score")?,
                speed_sum: number(row.speed_sum, "speed")?,
                speed_count: number(row.speed_count, "speed")?,
            })
        })
        .collect()
}
