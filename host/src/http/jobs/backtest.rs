//! `POST /backtests`, `GET /backtests`

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use redress_domain::id::{BindingId, JobId};
use redress_domain::job::{Job, JobKind};
use redress_domain::role::Permission;
use redress_domain::rule::Hook;
use redress_store::{binding, job, plugin};
use serde::Deserialize;
use serde_json::Value;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::page::list;
use crate::http::plugins::resolve::resolve;
use crate::http::{Answer, Can, Command, List, PageQuery, Problem, Query, ReadProblems, WriteProblems, permit};
use crate::jobs::{self, BacktestSpec, Past};
use crate::rollout;

/// A candidate, and the past it is run over.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBacktest {
    /// The hook; the binding's when left out.
    hook: Option<Hook>,
    /// Id, `name@version`, or `name` for the latest upload; the binding's when left out.
    plugin: Option<String>,
    /// Configuration; the binding's when left out.
    config: Option<Value>,
    /// Binding that the candidate comes from.
    binding: Option<BindingId>,
    /// Which past decisions; all of the hook when left out.
    #[serde(default)]
    past: Past,
}

/// Run a candidate over past decisions.
///
/// Name a plugin and a configuration, or a binding of which either may be replaced. The job runs in the background; follow it
/// at `/jobs/{id}/events`. Nothing that it decides has any effect.
#[utoipa::path(post, path = "/backtests", tag = "jobs", request_body = NewBacktest, params(IdempotencyHeader),
    responses((status = 202, body = Job), WriteProblems))]
pub async fn start_backtest(
    State(app): State<App>,
    caller: Can<permit::RuleRead>,
    command: Command<NewBacktest>,
) -> Result<Response, Problem> {
    caller.require_any(&[Permission::BindingWrite, Permission::PluginWrite])?;
    let NewBacktest { hook, plugin: named, config, binding: based, past } = command.body;
    let (found, base) = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                let base = match based {
                    Some(id) => Some(
                        binding::find(tx, id)
                            .await?
                            .ok_or_else(|| Problem::invalid("/binding", format!("there is no binding {id} here")))?,
                    ),
                    None => None,
                };
                let plugin = match (&named, &base) {
                    (Some(named), _) => resolve(tx, "/plugin", named).await?,
                    (None, Some(base)) => plugin::find(tx, base.plugin).await?.ok_or_else(|| Problem::not_found("plugin", base.plugin))?,
                    (None, None) => return Err(Problem::invalid("/plugin", "name a plugin, or a binding to start from")),
                };
                Ok((plugin, base))
            })
        })
        .await?;
    let hook = hook.or(base.as_ref().map(|base| base.hook)).ok_or_else(|| Problem::invalid("/hook", "name the hook"))?;
    let grants = base.as_ref().and_then(|base| base.grants.clone());
    let config = config.or(base.map(|base| base.config)).unwrap_or_else(|| Value::Object(serde_json::Map::new()));
    rollout::hook(&found, hook)?;
    rollout::config(&app, caller.tenant.id, &found, &config).await?;
    let spec = BacktestSpec { hook, plugin: found.id, config, grants, past };
    let (id, now, actor) = (app.new_id(JobId::generate), app.clock.now(), caller.actor());
    let answer = command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                let job = jobs::start(tx, id, JobKind::Backtest, &spec, actor, now).await?;
                Ok(Answer { status: axum::http::StatusCode::ACCEPTED, ..Answer::ok(job) })
            })
        })
        .await?;
    app.wake.jobs();
    Ok(answer)
}

/// List backtests, newest first.
#[utoipa::path(get, path = "/backtests", tag = "jobs", params(PageQuery), responses((status = 200, body = List<Job>), ReadProblems))]
pub async fn list_backtests(caller: Can<permit::RuleRead>, Query(query): Query<PageQuery>) -> Result<Response, Problem> {
    let page = query.page()?;
    let found = caller.store.read(move |tx| Box::pin(async move { job::list(tx, JobKind::Backtest, &page).await })).await?;
    Ok(list(found).into_response())
}
