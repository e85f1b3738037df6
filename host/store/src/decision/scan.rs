//! Past decisions in bulk, for backtests and replays: rows leave the database packed, and are opened on the threads that use
//! them.

use redress_domain::Timestamp;
use redress_domain::compare::Consequence;
use redress_domain::decision::Outcome;
use redress_domain::id::{BindingId, DecisionId, PluginId, TicketId};
use redress_domain::rule::{Answer, CaseFile, Hook, Question};
use uuid::Uuid;

use super::payload::decode_answer;
use crate::error::{Error, Result};
use crate::sql::column::{money, parse};
use crate::sql::pack::unpack;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_built};

/// Which past decisions: those of one hook that counted and meet every condition given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The hook.
    pub hook: Hook,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub to: Option<Timestamp>,
    /// Made by this binding.
    pub binding: Option<BindingId>,
    /// Answered by this plugin version.
    pub plugin: Option<PluginId>,
    /// Ended so.
    pub outcome: Option<Outcome>,
    /// What followed, for example `approve`.
    pub label: Option<String>,
}

/// A past decision as it lies in the database.
#[derive(sqlx::FromRow)]
pub struct Past {
    id: Uuid,
    ticket_id: Uuid,
    at: Stamp,
    seed: i64,
    locale: String,
    outcome: String,
    label: String,
    amount_minor: Option<i64>,
    currency: Option<String>,
    payload: Vec<u8>,
    case_packed: Vec<u8>,
    question_packed: Vec<u8>,
}

/// A past decision, opened.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Which.
    pub id: DecisionId,
    /// The ticket it was made for.
    pub ticket: TicketId,
    /// "Now" as the rule saw it.
    pub at: Timestamp,
    /// Randomness as the rule saw it.
    pub seed: (u32, u32),
    /// Language as the rule saw it.
    pub locale: String,
    /// How it ended.
    pub outcome: Outcome,
    /// What followed.
    pub consequence: Consequence,
    /// The answer.
    pub answer: Option<Answer>,
    /// The case.
    pub case: CaseFile,
    /// The question.
    pub question: Question,
}

impl Past {
    /// Which.
    pub fn id(&self) -> DecisionId {
        DecisionId::from_uuid(self.id)
    }

    /// Unpacks and reads it.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when a part cannot be read.
    pub fn open(self) -> Result<Opened> {
        let id = self.id();
        let case = unpack(&self.case_packed).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let question = unpack(&self.question_packed).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let answer = decode_answer(&self.payload).ok_or_else(|| Error::corrupt("decision", "payload", id))?.answer;
        let seed = self.seed.cast_unsigned();
        let word = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0);
        Ok(Opened {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            at: self.at.0,
            seed: (word(seed >> 32), word(seed)),
            locale: self.locale,
            outcome: parse(&self.outcome, "decision", "outcome", id)?,
            consequence: Consequence {
                label: self.label,
                amount: match (self.amount_minor, &self.currency) {
                    (Some(minor), Some(currency)) => Some(money(minor, currency, "decision", "amount_minor", id)?),
                    _ => None,
                },
            },
            answer,
            case: case.ok_or_else(|| Error::corrupt("decision", "case_digest", id))?,
            question: question.ok_or_else(|| Error::corrupt("decision", "question_digest", id))?,
        })
    }
}

/// Ends the condition of a query over decisions `d`.
macro_rules! push_range {
    ($query:ident, $range:expr) => {
        $query.push(" AND d.hook = ").push_bind($range.hook.as_str()).push(" AND d.role IN ('active', 'canary')");
        if let Some(from) = $range.from {
            $query.push(" AND d.id >= ").push_bind(lower_bound(from));
        }
        if let Some(to) = $range.to {
            $query.push(" AND d.id < ").push_bind(lower_bound(to));
        }
        if let Some(binding) = $range.binding {
            $query.push(" AND d.binding_id = ").push_bind(binding.as_uuid());
        }
        if let Some(plugin) = $range.plugin {
            $query.push(" AND d.plugin_id = ").push_bind(plugin.as_uuid());
        }
        if let Some(outcome) = $range.outcome {
            $query.push(" AND d.outcome = ").push_bind(outcome.as_str());
        }
        if let Some(label) = &$range.label {
            $query.push(" AND d.label = ").push_bind(label.clone());
        }
    };
}

/// How many decisions are in a range.
pub async fn count_past(tx: &mut TenantTx, range: &Range) -> Result<u64> {
    let tenant = tx.tenant;
    let rows = fetch_built!(tx, (i64,), "SELECT COUNT(*) FROM decision d WHERE d.tenant_id = ", |query| {
        query.push_bind(tenant);
        push_range!(query, range);
    })?;
    Ok(rows.first().map_or(0, |(count,)| u64::try_from(*count).unwrap_or(0)))
}

/// The next decisions of a range, oldest first, behind `after`.
pub async fn scan(tx: &mut TenantTx, range: &Range, after: Option<DecisionId>, limit: u32) -> Result<Vec<Past>> {
    let tenant = tx.tenant;
    let start = "SELECT d.id, d.ticket_id, d.at, d.seed, d.locale, d.outcome, d.label, d.amount_minor, d.currency, d.payload, \
                 c.packed AS case_packed, q.packed AS question_packed FROM decision d \
                 JOIN blob c ON c.tenant_id = d.tenant_id AND c.digest = d.case_digest \
                 JOIN blob q ON q.tenant_id = d.tenant_id AND q.digest = d.question_digest WHERE d.tenant_id = ";
    fetch_built!(tx, Past, start, |query| {
        query.push_bind(tenant);
        push_range!(query, range);
        if let Some(after) = after {
            query.push(" AND d.id > ").push_bind(after.as_uuid());
        }
        query.push(" ORDER BY d.id LIMIT ").push_bind(i64::from(limit));
    })
}

/// The smallest identifier of a moment: identifiers begin with their millisecond, so that a range of time is a range of them.
pub(super) fn lower_bound(at: Timestamp) -> Uuid {
    let millis = u128::try_from(at.as_millis().max(0)).unwrap_or(0);
    Uuid::from_u128(millis << 80)
}
