//! `POST /bindings`

use axum::extract::State;
use axum::response::Response;
use redress_domain::binding::{Binding, BindingMode, Guardrails, RevisionAction, Timetable};
use redress_domain::id::BindingId;
use redress_domain::plugin::Capability;
use redress_domain::rule::Hook;
use redress_store::{TenantTx, binding};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::update::given;
use super::view::BindingView;
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::plugins::resolve::resolve;
use crate::http::{Can, Command, Problem, WriteProblems, permit};
use crate::rollout::{self, Note};

/// Distance between two orders, so that a third fits in.
pub(super) const STEP: i32 = 10;

/// A plugin to put to work.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(clippy::option_option, reason = "null is for none, a field that is left out for the only one there is")]
pub struct NewBinding {
    /// Name within the tenant; the plugin's name, with a number when that is taken, when left out.
    #[schema(example = "refund-tiers")]
    key: Option<String>,
    /// Hook at which it is asked.
    hook: Hook,
    /// Id, `name@version`, or `name` for the latest upload.
    #[schema(example = "refund-tiers@1.0.0")]
    plugin: String,
    /// Configuration that satisfies the plugin's schema; `{}` when left out.
    #[serde(default = "nothing")]
    config: Value,
    /// Place among the bindings of the hook, low first; after the last one when left out.
    order: Option<i32>,
    /// What its answers do.
    #[serde(default = "active")]
    mode: BindingMode,
    /// Share of the tickets that a canary or shadow is asked about, 1–100; 10 for a canary when left out, else 100.
    percent: Option<u8>,
    /// The active binding that a canary or shadow is tried against; the only one of the hook when left out, null for none.
    #[serde(default, deserialize_with = "given")]
    #[schema(value_type = Option<BindingId>)]
    replaces: Option<Option<BindingId>>,
    /// What takes it back by itself.
    #[serde(default)]
    guardrails: Guardrails,
    /// When it is asked, for the hook `schedule`.
    timetable: Option<Timetable>,
    /// What it may look up and ask for; everything that its plugin asks when left out.
    grants: Option<Vec<Capability>>,
    /// False to bind it switched off.
    #[serde(default = "yes")]
    enabled: bool,
    /// Why, for its history.
    reason: Option<String>,
    /// Accepts, in the caller's name and with this reason, that golden decisions of what it replaces end in another way.
    sign_off: Option<String>,
}

fn nothing() -> Value {
    Value::Object(Map::new())
}

const fn active() -> BindingMode {
    BindingMode::Active
}

const fn yes() -> bool {
    true
}

/// Put a plugin to work.
///
/// Its answers count from the next decision on.
#[utoipa::path(post, path = "/bindings", tag = "bindings", request_body = NewBinding, params(IdempotencyHeader),
    responses((status = 201, body = BindingView), WriteProblems))]
pub async fn create_binding(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<NewBinding>,
) -> Result<Response, Problem> {
    let NewBinding {
        key,
        hook,
        plugin: named,
        config,
        order,
        mode,
        percent,
        replaces,
        guardrails,
        timetable,
        grants,
        enabled,
        reason,
        sign_off,
    } = command.body;
    let (plugin, only) = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                let plugin = resolve(tx, "/plugin", &named).await?;
                let bound = binding::list(tx, Some(hook)).await?;
                let mut active = bound.iter().filter(|bound| bound.mode == BindingMode::Active && bound.enabled);
                let only = active.next().filter(|_| active.next().is_none()).map(|only| only.id);
                Ok::<_, Problem>((plugin, only))
            })
        })
        .await?;
    let (id, now, actor) = (app.new_id(BindingId::generate), app.clock.now(), caller.actor());
    let wanted = Binding {
        id,
        key: key.clone().unwrap_or_default(),
        version: 1,
        hook,
        plugin: plugin.id,
        config,
        order: order.unwrap_or_default(),
        mode,
        percent: percent.unwrap_or(if mode == BindingMode::Canary { FIRST_SHARE } else { 100 }),
        replaces: replaces.unwrap_or(only.filter(|_| mode != BindingMode::Active)),
        guardrails,
        timetable,
        grants,
        fallback: None,
        enabled,
        updated_at: now,
    };
    let changes = rollout::admit(&app, &caller.tenant, &plugin, None, &wanted).await?;
    rollout::gate(&changes, sign_off.as_deref())?;
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let mut new = wanted;
                if order.is_none() {
                    new.order = after_last(&binding::list(tx, Some(hook)).await?);
                }
                if key.is_none() {
                    new.key = free_key(tx, &plugin.name).await?;
                }
                rollout::shape(tx, &new, now).await?;
                let note = Note { at: now, actor, action: RevisionAction::Created, reason: rollout::told(reason, sign_off) };
                rollout::create(tx, &new, note).await?;
                let mut answer = BindingView::new(new, &plugin).answer();
                answer.status = axum::http::StatusCode::CREATED;
                Ok(answer)
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}

/// Share of a canary when nobody says.
pub(super) const FIRST_SHARE: u8 = 10;

/// The plugin's name, or with the first number that is free.
pub(in crate::http) async fn free_key(tx: &mut TenantTx, name: &str) -> Result<String, Problem> {
    let mut key = name.to_owned();
    let mut number = 2;
    while binding::find_by_key(tx, &key).await?.is_some() {
        key = format!("{name}-{number}");
        number += 1;
    }
    Ok(key)
}

fn after_last(bindings: &[Binding]) -> i32 {
    bindings.iter().map(|binding| binding.order).max().map_or(STEP, |last| last.saturating_add(STEP))
}
