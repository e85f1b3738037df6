//! Reading decisions.

use std::collections::BTreeSet;

use redress_domain::compare::Consequence;
use redress_domain::decision::{Against, Decision};
use redress_domain::id::{BindingId, DecisionId, PluginId, TicketId};
use uuid::Uuid;

use super::payload::{Payload, decode};
use crate::blob;
use crate::error::{Error, Result};
use crate::sql::column::{count, digest, money, parse};
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, fetch_all};

/// Columns of a [`Row`]; the plugin's labels are joined in. `id` must stand alone for paging.
pub(super) const SELECT: &str = "SELECT * FROM (SELECT d.*, p.name AS plugin_name, p.version AS plugin_version, \
     p.digest AS plugin_digest FROM decision d JOIN plugin p ON p.tenant_id = d.tenant_id AND p.id = d.plugin_id) d WHERE tenant_id = ";

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Uuid,
    ticket_id: Uuid,
    hook: String,
    binding_id: Option<Uuid>,
    role: String,
    against: Option<Uuid>,
    difference: Option<String>,
    label: String,
    amount_minor: Option<i64>,
    currency: Option<String>,
    plugin_id: Uuid,
    plugin_name: String,
    plugin_version: String,
    plugin_digest: Vec<u8>,
    engine_profile: String,
    at: Stamp,
    seed: i64,
    locale: String,
    case_digest: Vec<u8>,
    question_digest: Vec<u8>,
    config_digest: Vec<u8>,
    outcome: String,
    payload: Vec<u8>,
    fuel: i64,
    peak_memory: i64,
    duration_us: i64,
}

impl Row {
    fn decode(self) -> Result<(Self, Payload)> {
        let payload = decode(&self.payload).ok_or_else(|| Error::corrupt("decision", "payload", DecisionId::from_uuid(self.id)))?;
        Ok((self, payload))
    }

    fn into_decision(self, mut payload: Payload, blobs: &std::collections::HashMap<redress_domain::Digest, Vec<u8>>) -> Result<Decision> {
        let id = DecisionId::from_uuid(self.id);
        let seed = self.seed.cast_unsigned();
        let word = |bits: u64| u32::try_from(bits & u64::from(u32::MAX)).unwrap_or(0);
        Ok(Decision {
            id,
            ticket: TicketId::from_uuid(self.ticket_id),
            hook: parse(&self.hook, "decision", "hook", id)?,
            binding: self.binding_id.map(BindingId::from_uuid),
            role: parse(&self.role, "decision", "role", id)?,
            against: match (self.against, self.difference) {
                (Some(other), Some(difference)) => {
                    Some(Against { decision: DecisionId::from_uuid(other), difference: parse(&difference, "decision", "difference", id)? })
                }
                _ => None,
            },
            consequence: Consequence {
                label: self.label,
                amount: match (self.amount_minor, self.currency) {
                    (Some(minor), Some(currency)) => Some(money(minor, &currency, "decision", "amount_minor", id)?),
                    _ => None,
                },
            },
            plugin: PluginId::from_uuid(self.plugin_id),
            plugin_name: self.plugin_name,
            plugin_version: self.plugin_version,
            plugin_digest: digest(&self.plugin_digest, "plugin", "digest", id)?,
            engine_profile: self.engine_profile,
            at: self.at.0,
            seed: (word(seed >> 32), word(seed)),
            locale: self.locale,
            case_digest: digest(&self.case_digest, "decision", "case_digest", id)?,
            question_digest: digest(&self.question_digest, "decision", "question_digest", id)?,
            config_digest: digest(&self.config_digest, "decision", "config_digest", id)?,
            outcome: parse(&self.outcome, "decision", "outcome", id)?,
            host_calls: payload.host_calls(blobs).ok_or_else(|| Error::corrupt("blob", "packed", id))?,
            answer: payload.answer,
            fault: payload.fault,
            log: payload.log,
            fuel: count(self.fuel, "decision", "fuel", id)?,
            peak_memory: count(self.peak_memory, "decision", "peak_memory", id)?,
            duration_us: count(self.duration_us, "decision", "duration_us", id)?,
        })
    }
}

/// Puts decisions together again; the blobs that all of them need come in one query.
pub(super) async fn restore(tx: &mut TenantTx, rows: Vec<Row>) -> Result<Vec<Decision>> {
    let rows = rows.into_iter().map(Row::decode).collect::<Result<Vec<_>>>()?;
    let mut needed = BTreeSet::new();
    for (_, payload) in &rows {
        payload.refers_to(&mut needed);
    }
    let blobs = blob::get_many(tx, &needed).await?;
    rows.into_iter().map(|(row, payload)| row.into_decision(payload, &blobs)).collect()
}

/// The decision with this id.
pub async fn find(tx: &mut TenantTx, id: DecisionId) -> Result<Option<Decision>> {
    let sql = "SELECT d.*, p.name AS plugin_name, p.version AS plugin_version, p.digest AS plugin_digest FROM decision d \
               JOIN plugin p ON p.tenant_id = d.tenant_id AND p.id = d.plugin_id WHERE d.tenant_id = $1 AND d.id = $2";
    let rows = fetch_all!(tx, Row, sql, tx.tenant, id.as_uuid())?;
    Ok(restore(tx, rows).await?.pop())
}

/// All decisions of a ticket, oldest first.
pub async fn list_by_ticket(tx: &mut TenantTx, ticket: TicketId) -> Result<Vec<Decision>> {
    let sql = "SELECT d.*, p.name AS plugin_name, p.version AS plugin_version, p.digest AS plugin_digest FROM decision d \
               JOIN plugin p ON p.tenant_id = d.tenant_id AND p.id = d.plugin_id \
               WHERE d.tenant_id = $1 AND d.ticket_id = $2 ORDER BY d.at, d.id";
    let rows = fetch_all!(tx, Row, sql, tx.tenant, ticket.as_uuid())?;
    restore(tx, rows).await
}
