//! All routes.

use axum::Router;
use axum::http::{Method, Uri};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa::OpenApi as _;
use utoipa_axum::router::OpenApiRouter;

use super::guard::{self, Guard};
use super::openapi::{self, Document, opened};
use super::{
    api_keys, attachments, audit, bindings, calendars, configuration, console, customers, decisions, departments, disputes, events, forms,
    gateways, health, hooks, inventory_connector, jobs, macros, me, metrics, observe, orders, outbox, parameters, plugins, portal, print,
    print_templates, queues, receipt_keys, recurring_jobs, refund_instructions, replacements, reports, roles, secrets, sessions,
    signing_keys, sla_policies, sops, surveys, tables, tasks, tenants, tickets, usage, users, warehouse, webhooks, workflows,
};
use crate::app::App;
use crate::problem::{Code, Problem};

/// The routes under `/api/v1` with their documentation; one that is not documented cannot be here.
fn api() -> OpenApiRouter<App> {
    let resources = OpenApiRouter::new()
        .merge(me::router())
        .merge(sessions::router())
        .merge(tenants::router())
        .merge(users::router())
        .merge(roles::router())
        .merge(departments::router())
        .merge(audit::router())
        .merge(api_keys::router())
        .merge(queues::router())
        .merge(calendars::router())
        .merge(sla_policies::router())
        .merge(recurring_jobs::router())
        .merge(customers::router())
        .merge(orders::router())
        .merge(parameters::router())
        .merge(plugins::router())
        .merge(bindings::router())
        .merge(tickets::router())
        .merge(events::router())
        .merge(attachments::router())
        .merge(portal::links())
        .merge(surveys::router())
        .merge(macros::router())
        .merge(sops::router())
        .merge(disputes::router())
        .merge(decisions::router())
        .merge(receipt_keys::router())
        .merge(hooks::router())
        .merge(print::router())
        .merge(print_templates::router())
        .merge(jobs::router())
        .merge(usage::router())
        .merge(signing_keys::router())
        .merge(configuration::router())
        .merge(tables::router())
        .merge(forms::router())
        .merge(workflows::router())
        .merge(tasks::router())
        .merge(refund_instructions::router())
        .merge(warehouse::router())
        .merge(replacements::router())
        .merge(inventory_connector::router())
        .merge(gateways::router())
        .merge(secrets::router())
        .merge(reports::router())
        .merge(webhooks::router())
        .merge(outbox::router());
    OpenApiRouter::with_openapi(Document::openapi())
        .nest("/api/v1", resources)
        .nest("/portal/v1", portal::router())
        .nest("/hooks", gateways::hooks())
}

/// The OpenAPI document.
pub fn document() -> utoipa::openapi::OpenApi {
    opened(api().into_openapi())
}

/// The whole service.
pub fn router(app: App) -> Router {
    let (routes, document) = api().split_for_parts();
    let document = opened(document);
    routes
        .merge(openapi::routes(&document))
        .route("/healthz", get(health::live))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics::render))
        .fallback(console::serve)
        .method_not_allowed_fallback(wrong_method)
        .layer(from_fn_with_state(Guard::new(app.clone(), &document), guard::guard))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), observe::observe))
        .with_state(app)
}

pub(super) fn unknown(uri: &Uri) -> Problem {
    Problem::new(Code::NotFound, format!("there is nothing at {}; {} lists what there is", uri.path(), openapi::DOCUMENT))
}

async fn wrong_method(method: Method, uri: Uri) -> Problem {
    Problem::new(Code::MethodNotAllowed, format!("{} does not take {method}; the header allow lists what it takes", uri.path()))
}

/// A panic is a defect: it is logged by the hook of the process, and the caller gets a problem instead of a closed connection.
#[expect(clippy::needless_pass_by_value, reason = "the layer hands it over")]
fn panicked(panic: Box<dyn std::any::Any + Send>) -> axum::response::Response {
    use axum::response::IntoResponse as _;
    let said = panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    tracing::error!(panic = said.unwrap_or_default(), "request failed: a handler panicked");
    Problem::new(Code::Internal, "the server failed; give the operator the x-request-id of this answer").into_response()
}
