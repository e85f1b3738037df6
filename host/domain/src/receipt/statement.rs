//! What a receipt states: every fact of a decision, long ones by their digest.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::canonical;
use super::key::KeyId;
use crate::clock::Timestamp;
use crate::compare::Consequence;
use crate::decision::{Against, Decision, DecisionRole, Outcome};
use crate::digest::Digest;
use crate::id::{BindingId, DecisionId, PluginId, TicketId};
use crate::rule::Hook;

/// Name and version of the form of receipts. Another form gets another name.
pub const FORMAT: &str = "redress-receipt/1";

/// The plugin of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StatedPlugin {
    /// Redress id.
    pub id: PluginId,
    /// Name.
    pub name: String,
    /// Version.
    pub version: String,
    /// SHA-256 of the component's bytes.
    pub digest: Digest,
}

/// Names of the contents that a decision was made from and of what it left behind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// SHA-256 of [`super::Material::case`].
    pub case: Digest,
    /// SHA-256 of [`super::Material::question`].
    pub question: Digest,
    /// SHA-256 of [`super::Material::config`].
    pub config: Digest,
    /// SHA-256 of the [`canonical`] JSON of `host_calls` in the record.
    pub host_calls: Digest,
    /// SHA-256 of the [`canonical`] JSON of `answer` in the record, which is null without one.
    pub answer: Digest,
    /// SHA-256 of the [`canonical`] JSON of `fault` in the record, which is null without one.
    pub fault: Digest,
    /// SHA-256 of the [`canonical`] JSON of `log` in the record.
    pub log: Digest,
}

/// A decision's place among those of its ticket, and the seals that chain it there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ReceiptLink))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Place among the decisions of the ticket, from 1.
    pub place: i64,
    /// Seal of the decision before it; null for the first.
    pub before: Option<Digest>,
    /// [`Decision::seal`].
    pub seal: Digest,
}

/// What is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// [`FORMAT`].
    pub format: String,
    /// The key that signs.
    pub key: KeyId,
    /// Slug of the tenant.
    pub tenant: String,
    /// The ticket.
    pub ticket: TicketId,
    /// The decision.
    pub decision: DecisionId,
    /// Place and seals.
    pub link: Link,
    /// Hook that was asked.
    pub hook: Hook,
    /// Binding that asked; null for a built-in rule.
    pub binding: Option<BindingId>,
    /// What the answer counted for.
    pub role: DecisionRole,
    /// What a shadow was compared with.
    pub against: Option<Against>,
    /// What follows from the answer.
    pub consequence: Consequence,
    /// The rule.
    pub plugin: StatedPlugin,
    /// Engine settings that fuel depends on.
    pub engine_profile: String,
    /// "Now" as the rule saw it.
    pub now: Timestamp,
    /// Randomness as the rule saw it.
    pub seed: (u32, u32),
    /// Language as the rule saw it.
    pub locale: String,
    /// Digests of what went in and what came out.
    pub contents: Contents,
    /// How the call ended.
    pub outcome: Outcome,
    /// Fuel used.
    pub fuel: u64,
    /// Largest linear memory in bytes.
    pub peak_memory: u64,
}

impl Statement {
    /// The statement about a decision of a tenant.
    pub fn of(decision: &Decision, tenant: String, link: Link, key: KeyId) -> Self {
        Self {
            format: FORMAT.to_owned(),
            key,
            tenant,
            ticket: decision.ticket,
            decision: decision.id,
            link,
            hook: decision.hook,
            binding: decision.binding,
            role: decision.role,
            against: decision.against,
            consequence: decision.consequence.clone(),
            plugin: StatedPlugin {
                id: decision.plugin,
                name: decision.plugin_name.clone(),
                version: decision.plugin_version.clone(),
                digest: decision.plugin_digest,
            },
            engine_profile: decision.engine_profile.clone(),
            now: decision.at,
            seed: decision.seed,
            locale: decision.locale.clone(),
            contents: Contents {
                case: decision.case_digest,
                question: decision.question_digest,
                config: decision.config_digest,
                host_calls: digest(&decision.host_calls),
                answer: digest(&decision.answer),
                fault: digest(&decision.fault),
                log: digest(&decision.log),
            },
            outcome: decision.outcome,
            fuel: decision.fuel,
            peak_memory: decision.peak_memory,
        }
    }

    /// The bytes that are signed: the statement's [`canonical`] JSON.
    pub fn signed_text(&self) -> String {
        canonical(&value(self))
    }
}

/// A value of ours as JSON; its maps have text keys, so it cannot fail.
pub(super) fn value<T: Serialize>(of: &T) -> Value {
    serde_json::to_value(of).expect("domain values have text keys only")
}

fn digest<T: Serialize>(of: &T) -> Digest {
    Digest::of(canonical(&value(of)).as_bytes())
}
