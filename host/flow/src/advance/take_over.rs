//! A run that goes over to another version.

use redress_domain::timeline::Actor;
use serde_json::json;

use super::{Engine, Traveller};
use crate::compile::Flow;
use crate::context::Context;
use crate::effect::Effect;
use crate::migrate::{Fate, Migration};
use crate::refusal::Refusal;
use crate::run::{Run, Waiting};

/// Carries a migration out. The plan was made for this run and is possible.
pub(crate) fn take_over(flow: &Flow, mut run: Run, plan: &Migration, context: &mut Context<'_>) -> Result<(Run, Vec<Effect>), Refusal> {
    run.version = plan.to;
    run.form.retain(|name, _| !plan.fields_lost.contains(name));
    run.outcomes.retain(|node, _| !plan.nodes_gone.contains(node));
    let mut engine = Engine::new(flow, run, context);
    engine.record("flow.migrated", &Actor::System, json!({ "from": plan.from, "to": plan.to, "moves": plan.moves }));
    for step in plan.moves.iter().filter(|step| step.fate != Fate::Stays) {
        let Some(at) = engine.run.tokens.iter().position(|token| token.id == step.token) else { continue };
        let to = step.to.as_ref().and_then(|to| flow.at(to)).ok_or_else(|| Refusal::Corrupt { node: step.from.clone() })?;
        let token = engine.run.tokens.remove(at);
        engine.call_off(&token, &Actor::System);
        let traveller = Traveller { id: token.id, frames: token.frames, to };
        if matches!(token.waiting, Waiting::Task { apart: true, .. }) {
            // The run has gone on meanwhile: its work is opened anew, and sends nobody on.
            engine.open_task(traveller, flow.get(to).0, true);
        } else {
            engine.travellers.push_back(traveller);
        }
    }
    engine.close()
}
