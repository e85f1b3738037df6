//! A dry run: a rule is asked, nothing is stored.

use std::collections::BTreeMap;
use std::sync::Arc;

use redress_domain::id::{BindingId, DecisionId, PluginId, TenantId, TicketId};
use redress_domain::plugin::Plugin;
use redress_domain::rule::{CallContext, CaseFile, Hook, Question, RefundRequest, Risk, RuleEvent, Tick};
use redress_domain::usage::Purpose;
use redress_domain::{Money, MoneyError};
use redress_sandbox::{Allowance, Call, Rule};
use redress_store::plugin;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::rules::{self, Snapshot};
use crate::workflow::look::{self, Whole};
use crate::workflow::turn::seed;
use crate::workflow::violation::Violation;
use crate::workflow::{Error, Workflow};

/// Which rule is asked.
#[derive(Debug, Clone, Copy)]
pub enum Candidate {
    /// An uploaded plugin.
    Plugin(PluginId),
    /// A binding, with its configuration.
    Binding(BindingId),
    /// The first switched-on binding of the hook.
    First,
}

/// What a rule is to be asked.
#[derive(Debug, Clone)]
pub struct DryRun {
    /// The hook.
    pub hook: Hook,
    /// The rule.
    pub candidate: Candidate,
    /// Another configuration than the binding's.
    pub config: Option<Value>,
    /// A case as the caller describes it.
    pub case: Option<CaseFile>,
    /// A ticket whose case is taken.
    pub ticket: Option<TicketId>,
    /// What the hook is asked besides the case; made from the case when left out.
    pub input: Option<Value>,
}

/// The rule that is asked.
struct Chosen {
    plugin: PluginId,
    rule: Arc<Rule>,
    config: Arc<str>,
    allowance: Allowance,
}

impl Workflow {
    /// Asks a rule without storing anything.
    ///
    /// # Errors
    /// When rule, ticket or configuration are not there or do not fit; no free sandbox; the database.
    pub async fn evaluate(&self, tenant: TenantId, run: DryRun) -> Result<Call, Error> {
        let snapshot = self.rules.get(tenant).await?;
        let Chosen { plugin, rule, config, allowance } = self.candidate(&snapshot, &run).await?;
        let case = match (run.case, run.ticket) {
            (Some(case), _) => case,
            (None, Some(ticket)) => self.case_of(&snapshot, ticket).await?,
            (None, None) => return Err(Error::invalid("missing", "/case", "send a case, or the id of a ticket in 'ticket'")),
        };
        let question = self.question(&snapshot, run.hook, &case, run.input)?;
        let context = CallContext {
            decision_id: DecisionId::generate(&*self.clock, &mut self.entropy.clone()).to_string(),
            tenant: snapshot.tenant.slug.clone(),
            now: self.now(),
            seed: seed(&self.entropy),
            locale: snapshot.tenant.locale.clone(),
        };
        let (case, at) = (Arc::new(case), context.now);
        let mut call = self.rules.run(&snapshot, move || rule.call_within(allowance, &context, &config, &case, &question)).await?;
        snapshot.refuse_unknown_role(&mut call);
        self.rules.meter(tenant, plugin, Purpose::DryRun, at, &call);
        Ok(call)
    }

    async fn candidate(&self, snapshot: &Snapshot, run: &DryRun) -> Result<Chosen, Error> {
        let tenant = snapshot.tenant.id;
        let bound = match run.candidate {
            Candidate::Plugin(id) => {
                let found = self.tenant(tenant).read(move |tx| Box::pin(async move { plugin::find_usable(tx, id).await })).await?;
                let found = found.ok_or_else(|| Error::invalid("unknown_plugin", "/plugin", format!("there is no plugin {id} here")))?;
                let config = run.config.clone().unwrap_or_else(|| Value::Object(serde_json::Map::new()));
                let rule = self.loaded(&found).await?;
                fits(&found, &rule, run.hook, &config)?;
                return Ok(Chosen { plugin: found.id, rule, config: config.to_string().into(), allowance: snapshot.allowance(None) });
            }
            Candidate::Binding(id) => {
                let mut all = snapshot.bound(run.hook).iter().flat_map(|bound| std::iter::once(bound).chain(&bound.trials));
                all.find(|bound| bound.binding.id == id)
            }
            Candidate::First => snapshot.bound(run.hook).first(),
        };
        let missing = || Error::invalid("unknown_binding", "/binding", format!("no such binding is switched on for {}", run.hook));
        let bound = bound.ok_or_else(missing)?;
        let rule = self.loaded(&bound.plugin).await?;
        let config = match &run.config {
            Some(config) => {
                fits(&bound.plugin, &rule, run.hook, config)?;
                config.to_string().into()
            }
            None => Arc::clone(&bound.config),
        };
        let allowance = snapshot.allowance(bound.binding.grants.as_deref());
        Ok(Chosen { plugin: bound.plugin.id, rule, config, allowance })
    }

    async fn loaded(&self, plugin: &Plugin) -> Result<Arc<Rule>, Error> {
        rules::rule(&self.store, &self.sandbox, plugin.digest).await.map_err(|error| Error::Load(Box::new(error)))
    }

    async fn case_of(&self, snapshot: &Snapshot, ticket: TicketId) -> Result<CaseFile, Error> {
        let currency = snapshot.tenant.currency;
        let whole = self.tenant(snapshot.tenant.id).read(move |tx| Box::pin(look::whole(tx, ticket, currency))).await?;
        let Whole { ticket, customer, order, history, .. } = whole;
        Ok(CaseFile { ticket, customer, order, history, parameters: snapshot.parameters.clone() })
    }

    fn question(&self, snapshot: &Snapshot, hook: Hook, case: &CaseFile, input: Option<Value>) -> Result<Question, Error> {
        let input = input.filter(|input| !input.is_null());
        Ok(match (hook, input) {
            (Hook::FraudScoring, _) => Question::FraudScoring,
            (Hook::Routing, None) => Question::Routing(self.rules.desk(snapshot)),
            (Hook::Routing, Some(input)) => Question::Routing(Arc::new(parse(input)?)),
            (Hook::RefundApproval, None) => Question::RefundApproval(request(case, snapshot)?),
            (Hook::RefundApproval, Some(input)) => Question::RefundApproval(parse(input)?),
            (Hook::Notification, Some(input)) => Question::Notification(parse(input)?),
            (Hook::Notification, None) => Question::Notification(self.created()),
            (Hook::Automation, Some(input)) => Question::Automation(parse(input)?),
            (Hook::Automation, None) => Question::Automation(self.created()),
            (Hook::Schedule, Some(input)) => Question::Schedule(parse(input)?),
            (Hook::Settlement, Some(input)) => Question::Settlement(Box::new(parse(input)?)),
            (Hook::Settlement, None) => {
                let message = "say what the gateway's rule is asked, for example {\"ask\": \"query\", \"order\": {…}}";
                return Err(Error::invalid("invalid_input", "/input", message));
            }
            (Hook::Schedule, None) => Question::Schedule(Tick { due: self.now(), previous: None }),
        })
    }

    /// The event that rules are asked about when the caller names none.
    fn created(&self) -> RuleEvent {
        RuleEvent { name: "ticket.created".to_owned(), at: self.now(), actor: "system".to_owned(), details: BTreeMap::new() }
    }
}

fn parse<T: DeserializeOwned>(input: Value) -> Result<T, Error> {
    serde_json::from_value(input)
        .map_err(|error| Error::invalid("invalid_input", "/input", format!("the input does not fit the hook: {error}")))
}

/// The refund that the case asks for, as nobody had scored it.
fn request(case: &CaseFile, snapshot: &Snapshot) -> Result<RefundRequest, MoneyError> {
    let currency = case.order.as_ref().map_or(snapshot.tenant.currency, |order| order.paid.currency());
    let requested = Money::sum(currency, case.ticket.lines.iter().map(|line| line.requested))?;
    let risk = Some(case.ticket.risk.clone().unwrap_or(Risk { score: 0, signals: Vec::new() }));
    Ok(RefundRequest { requested, net: requested, refunded_before: Money::zero(currency), risk })
}

/// The plugin has the hook, and the configuration satisfies its schema.
fn fits(plugin: &Plugin, rule: &Rule, hook: Hook, config: &Value) -> Result<(), Error> {
    if !plugin.hooks.contains(&hook) {
        let message = format!("plugin {} {} does not export {hook}", plugin.name, plugin.version);
        return Err(Error::invalid("wrong_hook", "/plugin", message));
    }
    let found = rule.check_config(&plugin.config_schema, config);
    if found.is_empty() {
        return Ok(());
    }
    let violation = |one: redress_domain::rule::Violation| Violation::new("invalid_config", format!("/config{}", one.path), one.message);
    Err(Error::Invalid(found.into_iter().map(violation).collect()))
}
