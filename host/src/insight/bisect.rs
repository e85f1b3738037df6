//! Which version of a plugin decides otherwise: every version is asked what a past decision was asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::Timestamp;
use redress_domain::compare::{Consequence, Difference, consequence, difference};
use redress_domain::decision::{Decision, Outcome};
use redress_domain::id::{DecisionId, PluginId, TenantId};
use redress_domain::plugin::Plugin;
use redress_domain::rule::{Answer, CaseFile, Question};
use redress_domain::usage::Purpose;
use redress_sandbox::{LoadError, Rule};
use redress_store::plugin;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::repeatable;
use crate::app::App;
use crate::problem::Problem;
use crate::rules::{self, Snapshot};
use crate::workflow::decision::Full;

/// Up to so many versions, all are asked; of more, as many as it takes to find where the answer changes.
const ASK_ALL: usize = 16;

/// What one version says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VersionSaid {
    /// The plugin version.
    pub plugin: PluginId,
    /// Its version.
    pub version: String,
    /// When it was uploaded.
    pub uploaded_at: Timestamp,
    /// How its call ended.
    pub outcome: Outcome,
    /// What follows from its answer.
    pub consequence: Consequence,
    /// How that differs from the decision.
    pub difference: Difference,
    /// Why it has no answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<String>,
    #[serde(skip)]
    answer: Option<Answer>,
}

/// Where a plugin's versions part.
#[derive(Debug, Serialize, ToSchema)]
pub struct Bisection {
    /// The decision.
    pub decision: DecisionId,
    /// Name of the plugin.
    pub plugin: String,
    /// Versions there are.
    pub versions: usize,
    /// Those that were asked, oldest first: all of up to 16, else the ends and those that a binary search asks.
    pub asked: Vec<VersionSaid>,
    /// The first version from which something else follows than from the oldest. With more than 16 versions: a version that differs
    /// and follows one that does not; when they went back and forth, there are others.
    pub first_changed: Option<PluginId>,
    /// The first of those asked from which something else follows than from the decision.
    pub first_unlike_decision: Option<PluginId>,
}

/// Asks the versions of a plugin what a decision was asked: with its inputs, its moment and its randomness, and look-ups
/// answered from its case. `name` and `config` are the decision's own when left out. Nothing is stored.
///
/// # Errors
/// When decision or plugin are not there, the decision cannot be repeated, no sandbox is free, or the database fails.
pub async fn bisect(
    app: &App,
    tenant: TenantId,
    id: DecisionId,
    name: Option<String>,
    config: Option<Value>,
) -> Result<Bisection, Problem> {
    let full = app.workflow.decision(tenant, id).await?;
    repeatable(&full.decision, "it ended for reasons outside of the rule, so that no version explains it")?;
    let Full { decision, case, question, config: recorded } = full;
    let name = name.unwrap_or_else(|| decision.plugin_name.clone());
    let wanted = name.clone();
    let mut versions = app.store.tenant(tenant).read(move |tx| Box::pin(async move { plugin::versions(tx, &wanted).await })).await?;
    versions.retain(|plugin| plugin.hooks.contains(&decision.hook));
    if versions.is_empty() {
        return Err(Problem::invalid("/plugin", format!("no plugin '{name}' that answers {} was ever uploaded here", decision.hook)));
    }
    let config = config.map_or(recorded, |config| config.to_string());
    let snapshot = app.rules.get(tenant).await?;
    let asked = Asked { decision, case: Arc::new(case), question, config, snapshot };
    let said = ask(app, &asked, &versions).await?;
    let oldest = said.values().next().map(|oldest| (oldest.plugin, oldest.answer.clone(), oldest.outcome));
    let changes =
        |one: &&VersionSaid| oldest.as_ref().is_some_and(|(_, answer, _)| matters(difference(answer.as_ref(), one.answer.as_ref())));
    let first_changed = said.values().find(changes).map(|one| one.plugin);
    let first_unlike_decision = said.values().find(|one| matters(one.difference)).map(|one| one.plugin);
    let asked = said.into_values().collect();
    Ok(Bisection { decision: id, plugin: name, versions: versions.len(), asked, first_changed, first_unlike_decision })
}

struct Asked {
    decision: Decision,
    case: Arc<CaseFile>,
    question: Question,
    config: String,
    snapshot: Arc<Snapshot>,
}

/// Other words with the same outcome are no change.
fn matters(difference: Difference) -> bool {
    matches!(difference, Difference::Outcome | Difference::NewFault | Difference::FixedFault)
}

/// Asks all versions, or the ends and those between that it takes; by place.
async fn ask(app: &App, asked: &Asked, versions: &[Plugin]) -> Result<BTreeMap<usize, VersionSaid>, Problem> {
    let mut said = BTreeMap::new();
    if versions.len() <= ASK_ALL {
        for (place, plugin) in versions.iter().enumerate() {
            said.insert(place, ask_one(app, asked, plugin).await?);
        }
        return Ok(said);
    }
    let (mut same, mut other) = (0, versions.len() - 1);
    for place in [same, other] {
        said.insert(place, ask_one(app, asked, &versions[place]).await?);
    }
    let oldest = said[&0].answer.clone();
    let changed = |one: &VersionSaid| matters(difference(oldest.as_ref(), one.answer.as_ref()));
    if !changed(&said[&other]) {
        return Ok(said);
    }
    while other - same > 1 {
        let middle = same + (other - same) / 2;
        let found = ask_one(app, asked, &versions[middle]).await?;
        if changed(&found) {
            other = middle;
        } else {
            same = middle;
        }
        said.insert(middle, found);
    }
    Ok(said)
}

async fn ask_one(app: &App, asked: &Asked, plugin: &Plugin) -> Result<VersionSaid, Problem> {
    let view = |outcome: Outcome, answer: Option<Answer>, fault: Option<String>| VersionSaid {
        plugin: plugin.id,
        version: plugin.version.clone(),
        uploaded_at: plugin.uploaded_at,
        outcome,
        consequence: consequence(&asked.question, answer.as_ref()),
        difference: difference(asked.decision.usable(), answer.as_ref()),
        fault,
        answer,
    };
    let rule: Arc<Rule> = match rules::rule(&app.store, &app.sandbox, plugin.digest).await {
        Ok(rule) => rule,
        Err(LoadError::Infra(error)) => return Err(crate::workflow::Error::Sandbox(error).into()),
        Err(error) => return Ok(view(Outcome::Unavailable, None, Some(error.to_string()))),
    };
    let (snapshot, config) = (&asked.snapshot, asked.config.clone());
    let context = asked.decision.context(snapshot.tenant.slug.clone());
    let allowance = snapshot.allowance(None);
    let (case, question) = (Arc::clone(&asked.case), asked.question.clone());
    let mut call = app.rules.run(snapshot, move || rule.call_within(allowance, &context, &config, &case, &question)).await?;
    app.rules.meter(snapshot.tenant.id, plugin.id, Purpose::DryRun, app.clock.now(), &call);
    snapshot.refuse_unknown_role(&mut call);
    Ok(view(call.outcome, call.usable().cloned(), call.fault.map(|fault| fault.message)))
}
