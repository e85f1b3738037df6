//! Runs a recorded decision again.

use std::sync::Arc;

use redress_domain::Digest;
use redress_domain::decision::{Decision, Outcome};
use redress_domain::id::{DecisionId, TenantId};
use redress_domain::rule::{CaseFile, Question};
use redress_sandbox::{LoadError, Recorded, Replay};
use redress_store::{TenantTx, blob, decision};
use serde::de::DeserializeOwned;

use crate::rules;
use crate::workflow::{Error, Workflow};

/// A decision with what it was asked.
#[derive(Debug)]
pub struct Full {
    /// The record.
    pub decision: Decision,
    /// The case file.
    pub case: CaseFile,
    /// The question.
    pub question: Question,
    /// The configuration, as JSON text.
    pub config: String,
}

impl Workflow {
    /// A decision with the case, the question and the configuration it was made with.
    ///
    /// # Errors
    /// When there is no such decision in the tenant, or the database fails.
    pub async fn decision(&self, tenant: TenantId, id: DecisionId) -> Result<Full, Error> {
        self.tenant(tenant).read(move |tx| Box::pin(full(tx, id))).await
    }

    /// Runs a recorded decision again, from its recorded inputs and look-ups, with the same bytes.
    ///
    /// # Errors
    /// When there is no such decision, it ended for reasons outside of the rule, no sandbox is free, or the host fails.
    pub async fn replay(&self, tenant: TenantId, id: DecisionId) -> Result<Replay, Error> {
        let full = self.decision(tenant, id).await?;
        let outcome = full.decision.outcome;
        if !outcome.is_deterministic() {
            let why = "it ended for reasons outside of the rule, so that there is nothing to repeat";
            return Err(Error::NotNow { what: "decision", id: id.to_string(), state: outcome.to_string(), why });
        }
        let snapshot = self.rules.get(tenant).await?;
        let rule = match rules::rule(&self.store, &self.sandbox, full.decision.plugin_digest).await {
            Ok(rule) => rule,
            Err(LoadError::Infra(error)) => return Err(Error::Sandbox(error)),
            Err(error) => return Ok(Replay::missing_artefact(error.to_string())),
        };
        let recorded = recorded(full, snapshot.tenant.slug.clone());
        Ok(self.rules.run(&snapshot, move || rule.replay(&recorded)).await?)
    }
}

/// A decision with the case, the question and the configuration it was made with.
///
/// # Errors
/// When there is no such decision, or a part of it is gone or cannot be read.
pub async fn full(tx: &mut TenantTx, id: DecisionId) -> Result<Full, Error> {
    let decision = decision::find(tx, id).await?.ok_or_else(|| Error::not_found("decision", id))?;
    let case = json(&bytes(tx, decision.case_digest).await?, "case_digest", id)?;
    let question = json(&bytes(tx, decision.question_digest).await?, "question_digest", id)?;
    let config = bytes(tx, decision.config_digest).await?;
    let config = String::from_utf8(config).map_err(|_| corrupt("config_digest", id))?;
    Ok(Full { decision, case, question, config })
}

async fn bytes(tx: &mut TenantTx, digest: Digest) -> Result<Vec<u8>, Error> {
    blob::get(tx, digest).await?.ok_or_else(|| Error::not_found("recorded input", digest))
}

fn json<T: DeserializeOwned>(bytes: &[u8], column: &'static str, id: DecisionId) -> Result<T, Error> {
    serde_json::from_slice(bytes).map_err(|_| corrupt(column, id))
}

fn corrupt(column: &'static str, id: DecisionId) -> Error {
    Error::Store(redress_store::Error::Corrupt { table: "decision", column, id: id.to_string() })
}

/// All that a replay needs of a decision; `tenant` is the tenant's slug.
pub fn recorded(full: Full, tenant: String) -> Recorded {
    let Full { decision, case, question, config } = full;
    // The rule itself had answered; it was the host that did not take a role which the tenant does not have.
    let outcome = if decision.outcome == Outcome::InvalidOutput && decision.answer.is_some() { Outcome::Ok } else { decision.outcome };
    Recorded {
        context: decision.context(tenant),
        config,
        case: Arc::new(case),
        question,
        outcome,
        answer: decision.answer,
        host_calls: decision.host_calls,
        fuel: decision.fuel,
    }
}
