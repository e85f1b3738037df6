//! Writing decisions.

use redress_domain::Digest;
use redress_domain::decision::Decision;
use redress_domain::id::{DecisionId, TicketId};
use uuid::Uuid;

use super::payload::encode;
use crate::blob;
use crate::error::Result;
use crate::sql::column::signed;
use crate::sql::pack::Packed;
use crate::sql::stamp::Stamp;
use crate::sql::{TenantTx, insert};

/// A decision ready to be stored. Made before the transaction begins, so that no writer waits for a compressor.
#[derive(Debug, Clone)]
pub struct Record {
    decision: DecisionId,
    ticket: TicketId,
    hook: &'static str,
    binding: Option<Uuid>,
    role: &'static str,
    against: Option<(Uuid, &'static str)>,
    label: String,
    amount: Option<(i64, String)>,
    seal: Option<Seal>,
    plugin: Uuid,
    engine_profile: String,
    at: Stamp,
    seed: i64,
    locale: String,
    digests: [[u8; 32]; 3],
    outcome: &'static str,
    payload: Vec<u8>,
    blobs: Vec<Packed>,
    fuel: u64,
    peak_memory: u64,
    duration_us: u64,
}

/// A decision's place among those of its ticket, from 1, and the seal that chains it to the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal {
    /// Its place.
    pub place: i64,
    /// [`Decision::seal`].
    pub digest: Digest,
}

impl Seal {
    /// The seal of the decision that follows `before`, the last one of the ticket.
    pub fn after(before: Option<&Self>, decision: &Decision) -> Self {
        Self { place: before.map_or(0, |seal| seal.place) + 1, digest: decision.seal(before.map(|seal| &seal.digest)) }
    }
}

impl Record {
    /// The same with its seal.
    #[must_use]
    pub fn sealed(self, seal: Seal) -> Self {
        Self { seal: Some(seal), ..self }
    }

    /// Compresses what the decision says. Its name, version and digest of the plugin are not stored but looked up by its id.
    pub fn of(decision: &Decision) -> Self {
        let mut blobs = Vec::new();
        let payload = encode(decision, &mut blobs);
        Self {
            decision: decision.id,
            ticket: decision.ticket,
            hook: decision.hook.as_str(),
            binding: decision.binding.map(|id| id.as_uuid()),
            role: decision.role.as_str(),
            against: decision.against.map(|against| (against.decision.as_uuid(), against.difference.as_str())),
            label: decision.consequence.label.clone(),
            amount: decision.consequence.amount.map(|amount| (amount.minor(), amount.currency().to_string())),
            seal: None,
            plugin: decision.plugin.as_uuid(),
            engine_profile: decision.engine_profile.clone(),
            at: Stamp(decision.at),
            // Two words in one column; the sign bit is just one more bit.
            seed: ((u64::from(decision.seed.0) << 32) | u64::from(decision.seed.1)).cast_signed(),
            locale: decision.locale.clone(),
            digests: [decision.case_digest, decision.question_digest, decision.config_digest].map(|digest| *digest.as_bytes()),
            outcome: decision.outcome.as_str(),
            payload,
            blobs,
            fuel: decision.fuel,
            peak_memory: decision.peak_memory,
            duration_us: decision.duration_us,
        }
    }

    /// Which decision it is.
    pub const fn decision(&self) -> DecisionId {
        self.decision
    }
}

/// Adds decisions. The blobs they refer to (case file, question, configuration) are put by the caller with
/// [`blob::put_many`]; long results of host calls are put here.
pub async fn insert_many(tx: &mut TenantTx, records: &[Record]) -> Result<()> {
    let tenant = tx.tenant;
    let blobs: Vec<Packed> = records.iter().flat_map(|record| record.blobs.iter().cloned()).collect();
    blob::put_many(tx, &blobs).await?;
    let counts = records
        .iter()
        .map(|r| Ok((signed(r.fuel, "fuel")?, signed(r.peak_memory, "peak memory")?, signed(r.duration_us, "duration")?)))
        .collect::<Result<Vec<_>>>()?;
    insert!(
        tx,
        "decision (tenant_id, id, ticket_id, hook, binding_id, plugin_id, engine_profile, at, seed, locale, case_digest, \
         question_digest, config_digest, outcome, payload, fuel, peak_memory, duration_us, role, against, difference, label, \
         amount_minor, currency, place, seal)",
        records.iter().zip(counts),
        |values, (r, (fuel, peak_memory, duration_us))| {
            values.bind(tenant).bind(r.decision.as_uuid()).bind(r.ticket.as_uuid()).bind(r.hook).bind(r.binding).bind(r.plugin);
            values.bind(&r.engine_profile).bind(r.at).bind(r.seed).bind(&r.locale);
            values.bind(&r.digests[0][..]).bind(&r.digests[1][..]).bind(&r.digests[2][..]);
            values.bind(r.outcome).bind(&r.payload[..]).bind(fuel).bind(peak_memory).bind(duration_us);
            values.bind(r.role).bind(r.against.map(|(id, _)| id)).bind(r.against.map(|(_, difference)| difference)).bind(&r.label);
            values.bind(r.amount.as_ref().map(|(minor, _)| *minor)).bind(r.amount.as_ref().map(|(_, currency)| currency.as_str()));
            values.bind(r.seal.map(|seal| seal.place)).bind(r.seal.map(|seal| seal.digest.as_bytes().to_vec()));
        }
    );
    Ok(())
}
