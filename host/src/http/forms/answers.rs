//! `GET /forms/{key}/schema`, `POST /forms/{key}/fill`, `POST /forms/{key}/answers`

use axum::Json as Answered;
use axum::extract::State;
use redress_domain::access::{FieldAccess, Resource};
use redress_forms::{Audience, Source, layout, schema};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::{Can, Json, Path, Problem, Query, ReadProblems, WriteProblems, permit};
use crate::workflow::form::About;

/// For whom.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct SchemaQuery {
    /// `customer` or `agent`; agents see fields that are theirs alone.
    #[param(inline)]
    audience: Option<Audience>,
}

/// A published form as browsers draw and check it.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormSchema {
    /// JSON Schema 2020-12; conditions between fields are expressions under `x-show-when`, `x-require-when` and `x-checks`.
    #[schema(value_type = Object)]
    schema: Value,
    /// Sections and fields in order, with labels in all languages.
    #[schema(value_type = Object)]
    layout: Value,
}

/// Get a published form as JSON Schema and layout.
#[utoipa::path(get, path = "/forms/{key}/schema", tag = "forms", params(("key" = String, Path), SchemaQuery),
    responses((status = 200, body = FormSchema), ReadProblems))]
pub async fn get_form_schema(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(key): Path<String>,
    Query(query): Query<SchemaQuery>,
) -> Result<Answered<FormSchema>, Problem> {
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let form = app.workflow.published(&snapshot, &key).await?;
    let audience = query.audience.unwrap_or(Audience::Agent);
    Ok(Answered(FormSchema { schema: schema(form.definition(), audience), layout: layout(form.definition(), audience) }))
}

/// Whom and what a form is about.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FormSubject {
    /// The shop's order number.
    order: Option<String>,
    /// The shop's id of the customer; who bought the order when left out.
    customer: Option<String>,
}

/// Answers by field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FormAnswers {
    /// Answers by field.
    #[schema(value_type = Object)]
    answers: Map<String, Value>,
}

/// See what a form begins with.
///
/// An order number brings goods, amount, address, history and member level (L3, L4, U6–U8).
#[utoipa::path(post, path = "/forms/{key}/fill", tag = "forms", request_body = FormSubject, params(("key" = String, Path)),
    responses((status = 200, body = FormAnswers), WriteProblems))]
pub async fn fill_form(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(key): Path<String>,
    Json(subject): Json<FormSubject>,
) -> Result<Answered<FormAnswers>, Problem> {
    let about = About { order: subject.order, customer: subject.customer };
    let mut answers = app.workflow.fill_form(caller.tenant.id, &key, Some(caller.user.id), about).await?;
    veil(&app, &caller, &key, &mut answers).await?;
    Ok(Answered(FormAnswers { answers }))
}

/// Takes facts out that the caller's roles hide or mask (Z36): a mask would come back as the answer.
async fn veil(app: &App, caller: &Caller, key: &str, answers: &mut Map<String, Value>) -> Result<(), Problem> {
    if caller.fields.is_open() {
        return Ok(());
    }
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let form = app.workflow.published(&snapshot, key).await?;
    answers.retain(|name, _| {
        let source = form.definition().field(name).and_then(|field| field.fill_from);
        source.is_none_or(|source| is_shown(source, &caller.fields))
    });
    Ok(())
}

/// True when the person may see the fact.
fn is_shown(source: Source, access: &FieldAccess) -> bool {
    let order = |path: &[&str]| access.shows(Resource::Orders, path);
    let customer = |name| access.shows(Resource::Customers, &[name]);
    let ticket = |path: &[&str]| access.shows(Resource::Tickets, path);
    match source {
        Source::OrderAmount => order(&["paid"]),
        Source::OrderAddress => order(&["attributes", "address"]),
        Source::OrderPlacedAt => order(&["placed_at"]),
        Source::CustomerName => customer("name"),
        Source::CustomerPhone => customer("phone"),
        Source::CustomerMemberLevel => customer("member_level"),
        // A line of it says what was wrong and why.
        Source::HistoryLatest => ticket(&["problem_type"]) && ticket(&["lines", "reason"]),
        Source::TicketDescription => ticket(&["description"]),
        Source::OrderNumber | Source::OrderLines | Source::OrderQuantity | Source::HistoryClaims | Source::Person => true,
    }
}

/// Answers to judge.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswersToJudge {
    /// Answers by field.
    #[schema(value_type = Object)]
    answers: Value,
    /// The shop's order number; the one that is answered when left out.
    #[serde(default)]
    order: Option<String>,
    /// The shop's id of the customer; who bought the order when left out.
    #[serde(default)]
    customer: Option<String>,
}

/// Judge answers without keeping them.
///
/// `POST /tickets` with `form` judges them the same way and keeps them.
#[utoipa::path(post, path = "/forms/{key}/answers", tag = "forms", request_body = AnswersToJudge, params(("key" = String, Path)),
    responses((status = 200, body = FormAnswers), WriteProblems))]
pub async fn judge_form(
    State(app): State<App>,
    caller: Can<permit::TicketRead>,
    Path(key): Path<String>,
    Json(body): Json<AnswersToJudge>,
) -> Result<Answered<FormAnswers>, Problem> {
    let about = About { order: body.order, customer: body.customer };
    let mut judged = app.workflow.judge_form(caller.tenant.id, &key, Some(caller.user.id), about, &body.answers).await?;
    veil(&app, &caller, &key, &mut judged.answers).await?;
    Ok(Answered(FormAnswers { answers: judged.answers }))
}
