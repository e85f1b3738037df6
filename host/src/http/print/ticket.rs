//! `GET /tickets/{id}/print/{template}`, `GET /tickets/{id}/print-data`

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use redress_domain::id::TicketId;
use redress_domain::tenant::Tenant;
use redress_print::Job;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{pdf, style};
use crate::app::App;
use crate::http::auth::Caller;
use crate::http::openapi::Binary;
use crate::http::{Can, Code, Path, Problem, Query, ReadProblems, permit};
use crate::print::gather::Found;
use crate::print::model::{ShopPart, Style, TicketPaper};
use crate::print::template;

/// How to print.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PrintQuery {
    /// Language of the fixed words, for example `zh-CN`; the tenant's when left out.
    locale: Option<String>,
    /// Time zone of the moments, for example `Asia/Shanghai` or `+08:00`; Shanghai's on Chinese papers and UTC on others when left out.
    time_zone: Option<String>,
    /// Address that the customer may scan, http or https, printed as a QR code.
    link: Option<String>,
}

impl PrintQuery {
    fn checked(self, caller: &Caller) -> Result<(Style, Option<String>), Problem> {
        let style = style(&caller.tenant, self.locale.as_deref(), self.time_zone.as_deref())?;
        let fits = |link: &String| link.len() <= 500 && (link.starts_with("https://") || link.starts_with("http://"));
        if self.link.as_ref().is_some_and(|link| !fits(link)) {
            return Err(Problem::new(Code::InvalidQuery, "link takes an http or https address of at most 500 characters"));
        }
        Ok((style, self.link))
    }
}

/// Print a ticket as PDF.
///
/// `template` is the key of one of the tenant's own templates or of a shipped one: `service_report` (服务报告), `dispatch_order`
/// (派工单), `repair_confirmation` (维修确认单), `return_slip` (退货单).
#[utoipa::path(get, path = "/tickets/{id}/print/{template}", tag = "print",
    params(("id" = TicketId, Path), ("template" = String, Path, description = "Key of the template"), PrintQuery),
    responses((status = 200, body = Binary, content_type = "application/pdf"), ReadProblems,
        (status = 422, description = "`template_rejected`: the template cannot be printed with this ticket"),
        (status = 503, description = "`font_missing`")))]
pub async fn print_ticket(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path((id, key)): Path<(TicketId, String)>,
    Query(query): Query<PrintQuery>,
) -> Result<Response, Problem> {
    let (style, link) = query.checked(&caller)?;
    print(&app, &caller.tenant, id, &key, (style, link)).await
}

/// Prints a ticket with the template of this key.
pub(in crate::http) async fn print(
    app: &App,
    tenant: &Tenant,
    id: TicketId,
    key: &str,
    (style, link): (Style, Option<String>),
) -> Result<Response, Problem> {
    let wanted = key.to_owned();
    let (found, template) = app
        .store
        .tenant(tenant.id)
        .read(move |tx| {
            Box::pin(async move {
                let found = Found::read(tx, id).await?.ok_or_else(|| Problem::not_found("ticket", id))?;
                let template = template::find(tx, &wanted).await?.ok_or_else(|| Problem::not_found("print template", &wanted))?;
                Ok::<_, Problem>((found, template))
            })
        })
        .await?;
    if !template.kind.is_about_a_ticket() {
        return Err(Problem::new(Code::InvalidQuery, format!("{key} is not about a ticket: print it with POST /api/v1/print/pick-list")));
    }
    let shop = ShopPart::of(&*app.rules.get(tenant.id).await?);
    let paper = found.paper(shop, app.clock.now(), style, link);
    let data = serde_json::to_value(&paper).map_err(|error| Problem::internal(&error))?;
    pdf(app, &Job::new(template.source, data, style.locale), key, &paper.ticket.number).await
}

/// Get what a template finds in `data` for a ticket.
#[utoipa::path(get, path = "/tickets/{id}/print-data", tag = "print", params(("id" = TicketId, Path), PrintQuery),
    responses((status = 200, body = TicketPaper), ReadProblems))]
pub async fn get_print_data(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(id): Path<TicketId>,
    Query(query): Query<PrintQuery>,
) -> Result<Json<TicketPaper>, Problem> {
    let (style, link) = query.checked(&caller)?;
    let found = caller.store.read(move |tx| Box::pin(async move { Found::read(tx, id).await.map_err(Problem::from) })).await?;
    let found = found.ok_or_else(|| Problem::not_found("ticket", id))?;
    let shop = ShopPart::of(&*app.rules.get(caller.tenant.id).await?);
    Ok(Json(found.paper(shop, app.clock.now(), style, link)))
}
