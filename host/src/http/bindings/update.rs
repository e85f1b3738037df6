//! `PATCH /bindings/{id}`

use axum::extract::State;
use redress_domain::binding::{Binding, BindingMode, Guardrails, RevisionAction, Timetable};
use redress_domain::id::BindingId;
use redress_domain::plugin::{Capability, Plugin};
use redress_store::{TenantTx, binding, plugin};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use utoipa::ToSchema;

use super::create::FIRST_SHARE;
use super::view::BindingView;
use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::plugins::resolve::resolve;
use crate::http::{Answer, Can, ChangeProblems, IfMatch, Json, Path, Problem, permit};
use crate::rollout::{self, Note};

/// What to change of a binding; what is left out stays. The hook stays: bind the plugin anew for another one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::option_option, reason = "null takes a value away, a field that is left out keeps it")]
pub struct BindingChange {
    /// Name within the tenant.
    key: Option<String>,
    /// Id, `name@version`, or `name` for the latest upload.
    plugin: Option<String>,
    /// Configuration; replaces the present one as a whole.
    config: Option<Value>,
    /// Place among the bindings of the hook, low first.
    order: Option<i32>,
    /// What its answers do.
    mode: Option<BindingMode>,
    /// Share of the tickets that a canary or shadow is asked about, 1–100; 10 when a binding becomes a canary and this is left out.
    percent: Option<u8>,
    /// The active binding that a canary or shadow is tried against; null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<BindingId>)]
    replaces: Option<Option<BindingId>>,
    /// What takes it back by itself.
    guardrails: Option<Guardrails>,
    /// When it is asked, for the hook `schedule`.
    timetable: Option<Timetable>,
    /// What it may look up and ask for; null for everything that its plugin asks.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<Vec<Capability>>)]
    grants: Option<Option<Vec<Capability>>>,
    /// False to switch it off.
    enabled: Option<bool>,
    /// Why, for its history.
    reason: Option<String>,
    /// Accepts, in the caller's name and with this reason, that golden decisions end in another way.
    sign_off: Option<String>,
}

/// Tells null from a field that is left out.
pub(super) fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Change a binding.
///
/// It counts from the next decision on. Whatever is to decide from then on is first run over the golden decisions of the binding,
/// or of the one it is tried in the place of; one that would end in another way needs `sign_off`.
#[utoipa::path(patch, path = "/bindings/{id}", tag = "bindings", request_body = BindingChange,
    params(("id" = BindingId, Path), IfMatchHeader), responses((status = 200, body = BindingView), ChangeProblems))]
pub async fn update_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(id): Path<BindingId>,
    if_match: IfMatch,
    Json(change): Json<BindingChange>,
) -> Result<Answer<BindingView>, Problem> {
    let named = change.plugin.clone();
    let (present, plugin) = caller.store.read(move |tx| Box::pin(async move { look(tx, id, named).await })).await?;
    if_match.check("binding", id, present.version)?;
    let (reason, sign_off) = (change.reason.clone(), change.sign_off.clone());
    let changed = change.apply(&present, &plugin);
    let changes = rollout::admit(&app, &caller.tenant, &plugin, Some(&present), &changed).await?;
    rollout::gate(&changes, sign_off.as_deref())?;
    let note =
        Note { at: app.clock.now(), actor: caller.actor(), action: RevisionAction::Changed, reason: rollout::told(reason, sign_off) };
    let written = caller.store.write(move |tx| {
        Box::pin(async move {
            rollout::shape(tx, &changed, note.at).await?;
            rollout::change(tx, &present, changed, note).await
        })
    });
    let written = written.await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(BindingView::new(written, &plugin).answer())
}

impl BindingChange {
    fn apply(self, present: &Binding, plugin: &Plugin) -> Binding {
        let mode = self.mode.unwrap_or(present.mode);
        // Whatever becomes active is asked about everything and replaces nothing.
        let active = mode == BindingMode::Active;
        // A shadow sees everything; what begins to decide begins with a share.
        let begins = mode == BindingMode::Canary && present.mode != BindingMode::Canary;
        let percent = self.percent.unwrap_or(match () {
            () if active => 100,
            () if begins => FIRST_SHARE,
            () => present.percent,
        });
        let replaces = self.replaces.unwrap_or(if active { None } else { present.replaces });
        Binding {
            key: self.key.unwrap_or_else(|| present.key.clone()),
            plugin: plugin.id,
            config: self.config.unwrap_or_else(|| present.config.clone()),
            order: self.order.unwrap_or(present.order),
            mode,
            percent,
            replaces,
            guardrails: self.guardrails.unwrap_or_else(|| present.guardrails.clone()),
            timetable: self.timetable.or_else(|| present.timetable.clone()),
            grants: self.grants.unwrap_or_else(|| present.grants.clone()),
            enabled: self.enabled.unwrap_or(present.enabled),
            ..present.clone()
        }
    }
}

/// The binding and the plugin it has or shall have.
pub(super) async fn look(tx: &mut TenantTx, id: BindingId, named: Option<String>) -> Result<(Binding, Plugin), Problem> {
    let binding = binding::find(tx, id).await?.ok_or_else(|| Problem::not_found("binding", id))?;
    let plugin = match named {
        Some(named) => resolve(tx, "/plugin", &named).await?,
        None => plugin::find(tx, binding.plugin).await?.ok_or_else(|| Problem::not_found("plugin", binding.plugin))?,
    };
    Ok((binding, plugin))
}
