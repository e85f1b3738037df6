//! `GET /portal/v1/ticket/slip`

use axum::extract::State;
use axum::response::Response;
use redress_domain::paper::PaperKind;
use redress_domain::portal::{Beside, Deed, Language, deeds};
use redress_store::ticket;
use serde::Deserialize;
use utoipa::IntoParams;

use super::Visitor;
use crate::app::App;
use crate::http::openapi::Binary;
use crate::http::print::style;
use crate::http::print::ticket::print;
use crate::http::{Code, PortalProblems, Problem, Query};

/// How to print.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SlipQuery {
    /// Time zone of the moments, for example `Asia/Shanghai`; that of the customer's language when left out.
    time_zone: Option<String>,
}

/// Print the return slip as PDF.
///
/// It goes into the parcel, so that the warehouse knows whose it is; it is there while the goods are awaited.
#[utoipa::path(get, path = "/ticket/slip", tag = "portal", params(SlipQuery),
    responses((status = 200, body = Binary, content_type = "application/pdf"), PortalProblems))]
pub async fn print_slip(State(app): State<App>, visitor: Visitor, Query(query): Query<SlipQuery>) -> Result<Response, Problem> {
    let id = visitor.link.ticket;
    let found = visitor.store.read(move |tx| Box::pin(async move { ticket::find(tx, id).await.map_err(Problem::from) })).await?;
    let found = found.ok_or_else(|| Problem::not_found("ticket", id))?;
    if !deeds(&found, Beside::default(), app.clock.now()).contains(&Deed::Track) {
        return Err(Problem::new(
            Code::NotAllowedNow,
            format!("request {} awaits no goods, so there is nothing to put a slip into", found.number),
        ));
    }
    let locale = if matches!(visitor.language, Language::Chinese) { "zh-CN" } else { "en" };
    let style = style(&visitor.tenant, Some(locale), query.time_zone.as_deref())?;
    print(&app, &visitor.tenant, id, PaperKind::ReturnSlip.as_str(), (style, None)).await
}
