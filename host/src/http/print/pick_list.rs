//! `POST /print/pick-list`

use axum::extract::State;
use axum::response::Response;
use redress_domain::paper::PaperKind;
use redress_print::Job;

use super::{pdf, style};
use crate::app::App;
use crate::http::openapi::Binary;
use crate::http::{Can, Json, Problem, WriteProblems, permit};
use crate::print::model::PickListOrder;
use crate::print::template;

/// Print a pick list (拣货单) as PDF.
///
/// The list comes with the request, as the warehouse's work lists give it. Nothing is stored.
#[utoipa::path(post, path = "/print/pick-list", tag = "print", request_body = PickListOrder,
    responses((status = 200, body = Binary, content_type = "application/pdf"), WriteProblems))]
pub async fn print_pick_list(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Json(order): Json<PickListOrder>,
) -> Result<Response, Problem> {
    let style = style(&caller.tenant, order.locale.as_deref(), order.time_zone.as_deref())
        .map_err(|problem| Problem::invalid("/time_zone", problem.detail()))?;
    let key = order.template.clone().unwrap_or_else(|| PaperKind::PickList.to_string());
    let wanted = key.clone();
    let found = caller.store.read(move |tx| Box::pin(async move { template::find(tx, &wanted).await.map_err(Problem::from) })).await?;
    let template = found.ok_or_else(|| Problem::not_found("print template", &key))?;
    if template.kind != PaperKind::PickList {
        return Err(Problem::invalid("/template", format!("{key} is a template for {}, not for pick lists", template.kind)));
    }
    let number = order.number.clone().unwrap_or_default();
    let data = order.data(&caller.tenant.name, app.clock.now(), style);
    pdf(&app, &Job::new(template.source, data, style.locale), &key, &number).await
}
