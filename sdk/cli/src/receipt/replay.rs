//! Runs what a receipt carries again, in the sandbox that the server has too.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use redress_domain::Digest;
use redress_domain::decision::{Decision, Outcome};
use redress_domain::receipt::{Check, Material, Receipt};
use redress_domain::rule::CallContext;
use redress_sandbox::{AdmitError, LoadError, Recorded, Rule, Sandbox};

use crate::local::{block_on, sandbox};

/// A component and the sandbox it runs in.
pub(crate) struct Replayer {
    digest: Digest,
    rule: Arc<Rule>,
    _sandbox: Arc<Sandbox>,
    /// Compiled for this run only: native code is not left where others might change it.
    _cache: tempfile::TempDir,
}

impl Replayer {
    /// Loads a component as the server would.
    pub(crate) fn open(file: &Path) -> Result<Self> {
        let bytes = std::fs::read(file).with_context(|| format!("cannot read {}", file.display()))?;
        let cache = tempfile::tempdir().context("cannot make a folder for the compiled component")?;
        let sandbox = sandbox(cache.path())?;
        let digest = Digest::of(&bytes);
        let rule = block_on(async {
            match sandbox.admit(bytes.clone()).await {
                Ok(_) => Ok(sandbox.load(digest, || async move { Ok::<_, LoadError>(Some(bytes)) }).await?),
                Err(AdmitError::Rejected(findings)) => {
                    let told: Vec<String> = findings.iter().map(|finding| format!("  {}: {}", finding.code, finding.message)).collect();
                    bail!("{} is no plugin that can be run:\n{}", file.display(), told.join("\n"))
                }
                Err(error) => Err(error.into()),
            }
        })??;
        Ok(Self { digest, rule, _sandbox: sandbox, _cache: cache })
    }

    /// Is it the component that decided, and does it decide the same again?
    pub(crate) fn check(&self, receipt: &Receipt) -> Vec<Check> {
        let stated = &receipt.statement.plugin;
        if stated.digest != self.digest {
            let told =
                format!("this component is {}, but {} {} that decided was {}", self.digest, stated.name, stated.version, stated.digest);
            return vec![Check::new("plugin", false, told), Check::skipped("replay", "another component would prove nothing")];
        }
        vec![Check::new("plugin", true, format!("{} decided", self.digest)), self.replay(receipt)]
    }

    fn replay(&self, receipt: &Receipt) -> Check {
        let statement = &receipt.statement;
        let Some(material) = &receipt.material else {
            return Check::skipped("replay", "the receipt carries no material to run it on");
        };
        if !statement.outcome.is_deterministic() {
            return Check::skipped("replay", format!("it ended as {}, for reasons outside of the rule", statement.outcome));
        }
        let recorded = match recorded(receipt, material) {
            Ok(recorded) => recorded,
            Err(error) => return Check::new("replay", false, format!("the material cannot be read: {error}")),
        };
        let replay = self.rule.replay(&recorded);
        if replay.identical {
            return Check::new("replay", true, format!("the same answer with the same {} units of fuel", statement.fuel));
        }
        let mut told: Vec<String> = replay.divergences.into_iter().map(|divergence| divergence.detail).collect();
        if statement.engine_profile != Sandbox::profile() {
            told.push(format!(
                "it was made by {}, this program has {}: fuel may differ between engines",
                statement.engine_profile,
                Sandbox::profile()
            ));
        }
        Check::new("replay", false, told.join("; "))
    }
}

fn recorded(receipt: &Receipt, material: &Material) -> Result<Recorded, serde_json::Error> {
    let record: Decision = serde_json::from_str(&material.record)?;
    // The rule itself had answered; it was the host that did not take a role which the tenant does not have.
    let outcome = if record.outcome == Outcome::InvalidOutput && record.answer.is_some() { Outcome::Ok } else { record.outcome };
    Ok(Recorded {
        context: CallContext {
            decision_id: record.id.to_string(),
            tenant: receipt.statement.tenant.clone(),
            now: record.at,
            seed: record.seed,
            locale: record.locale,
        },
        config: material.config.clone(),
        case: Arc::new(serde_json::from_str(&material.case)?),
        question: serde_json::from_str(&material.question)?,
        outcome,
        answer: record.answer,
        host_calls: record.host_calls,
        fuel: record.fuel,
    })
}
