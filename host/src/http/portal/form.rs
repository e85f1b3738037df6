//! `POST /portal/v1/{tenant}/form`

use axum::Json as Answered;
use axum::extract::State;
use redress_domain::ticket::TicketKind;
use redress_forms::{Audience, layout, schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::Address;
use super::order::{OrderClaim, prove};
use crate::app::App;
use crate::http::{Code, Json, Path, PortalProblems, Problem};
use crate::workflow::form::About;

/// Which form, and proof that the order is the customer's.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = PortalFormClaim)]
#[serde(deny_unknown_fields)]
pub struct FormClaim {
    /// The shop's order number.
    order: String,
    /// Telephone number that the shop has for the order.
    phone: String,
    /// What is asked for.
    kind: TicketKind,
}

/// A form as the customer fills it in.
#[derive(Debug, Serialize, ToSchema)]
pub struct CustomerForm {
    /// Its name.
    key: String,
    /// Its edition.
    edition: u32,
    /// JSON Schema 2020-12 of what customers answer; conditions between fields are expressions under `x-show-when`,
    /// `x-require-when` and `x-checks`.
    #[schema(value_type = Object)]
    schema: Value,
    /// Sections and fields in order, with labels in all languages.
    #[schema(value_type = Object)]
    layout: Value,
    /// What it begins with, by field.
    #[schema(value_type = Object)]
    answers: Map<String, Value>,
}

/// See the shop's form for a kind of request, filled in with what is known of the order (Z1, L3).
///
/// Order number and telephone number prove that the order is the customer's; they stand in the body, so that they are in no log of
/// addresses. 404 also where the shop has no form for the kind: the request is made without one then.
#[utoipa::path(post, path = "/{tenant}/form", tag = "portal", request_body = FormClaim, params(("tenant" = String, Path)), security(()),
    responses((status = 200, body = CustomerForm), PortalProblems))]
pub async fn get_customer_form(
    State(app): State<App>,
    Path(slug): Path<String>,
    address: Address,
    Json(claim): Json<FormClaim, { 4 << 10 }>,
) -> Result<Answered<CustomerForm>, Problem> {
    let FormClaim { order, phone, kind } = claim;
    let proven = prove(&app, address, &slug, &OrderClaim { order, phone }).await?;
    let snapshot = app.rules.get(proven.tenant.id).await?;
    let form = app.workflow.form_for_kind(&snapshot, kind).await?;
    let form = form.ok_or_else(|| {
        Problem::new(Code::NotFound, format!("the shop asks no form for requests of the kind {kind}: make the request without one"))
    })?;
    let definition = form.definition();
    let about = About { order: Some(proven.order.external_id), customer: None };
    let answers = app.workflow.fill_form(proven.tenant.id, &definition.key, None, about).await?;
    Ok(Answered(CustomerForm {
        key: definition.key.clone(),
        edition: definition.version,
        schema: schema(definition, Audience::Customer),
        layout: layout(definition, Audience::Customer),
        answers,
    }))
}
