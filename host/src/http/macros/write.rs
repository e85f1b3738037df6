//! `POST /macros`, `PUT /macros/{key}`, `DELETE /macros/{key}`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use redress_domain::id::MacroId;
use redress_domain::macros::{Macro, MacroAct, check};
use redress_store::macros;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::{IdempotencyHeader, IfMatchHeader};
use crate::http::{Answer, Can, ChangeProblems, Command, IfMatch, Json, Path, Problem, WriteProblems, permit};
use crate::problem::check::{key, name, text_between};

/// Most acts of a macro.
const ACTS: usize = 10;

/// A macro to add.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewMacro {
    /// Key in addresses: 1 to 64 lower-case letters, digits, `_`, `-`, unique within the tenant.
    key: String,
    /// Display name, 1 to 100 characters.
    name: String,
    /// The text, 1 to 5,000 characters, as for a change.
    body: String,
    /// What applying it does, in order; at most 10. A reply, when left out.
    #[serde(default = "reply")]
    acts: Vec<MacroAct>,
}

/// What a macro says and does.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = MacroContent)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// Display name, 1 to 100 characters.
    name: String,
    /// The text, 1 to 5,000 characters; `{{customer.name}}` stands for a value. Variables: `customer.name`,
    /// `customer.member_level`, `order.number`, `ticket.number`, `ticket.subject`, `refund.amount`, `deduction.amount`,
    /// `agent.name`, `shop.name`, and `fields.` with the name of a form field.
    body: String,
    /// What applying it does, in order; at most 10. A reply, when left out.
    #[serde(default = "reply")]
    acts: Vec<MacroAct>,
}

fn reply() -> Vec<MacroAct> {
    vec![MacroAct::Reply { internal: false }]
}

impl Content {
    fn checked(self) -> Result<Self, Problem> {
        let body = text_between("/body", self.body, 1, 5_000)?;
        check(&body).map_err(|error| Problem::invalid("/body", error.to_string()))?;
        if self.acts.is_empty() || self.acts.len() > ACTS {
            return Err(Problem::invalid("/acts", format!("this takes 1 to {ACTS} acts and has {}", self.acts.len())));
        }
        for (at, act) in self.acts.iter().enumerate() {
            match act {
                MacroAct::AddTag { tag } => drop(name(&format!("/acts/{at}/tag"), tag.clone())?),
                MacroAct::Assign { queue: None, assignee: None } => {
                    return Err(Problem::invalid(format!("/acts/{at}"), "name a queue, a person, or both"));
                }
                _ => {}
            }
        }
        Ok(Self { name: name("/name", self.name)?, body, acts: self.acts })
    }
}

/// Add a macro.
#[utoipa::path(post, path = "/macros", tag = "macros", request_body = NewMacro, params(IdempotencyHeader),
    responses((status = 201, body = Macro), WriteProblems))]
pub async fn create_macro(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    command: Command<NewMacro>,
) -> Result<Response, Problem> {
    let NewMacro { key: given, name, body, acts } = command.body;
    let Content { name, body, acts } = Content { name, body, acts }.checked()?;
    let now = app.clock.now();
    let new = Macro { id: app.new_id(MacroId::generate), version: 1, key: key("/key", given)?, name, body, acts, updated_at: now };
    command
        .idempotency
        .once(&caller, now, move |tx| {
            Box::pin(async move {
                macros::insert(tx, &new).await?;
                Ok(Answer::created(new).version(1))
            })
        })
        .await
}

/// Replace what a macro says and does.
#[utoipa::path(put, path = "/macros/{key}", tag = "macros", request_body = Content, params(("key" = String, Path), IfMatchHeader),
    responses((status = 200, body = Macro), ChangeProblems))]
pub async fn update_macro(
    State(app): State<App>,
    caller: Can<permit::BindingWrite>,
    Path(key): Path<String>,
    if_match: IfMatch,
    Json(content): Json<Content>,
) -> Result<Answer<Macro>, Problem> {
    let Content { name, body, acts } = content.checked()?;
    let now = app.clock.now();
    let changed = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = macros::find_by_key(tx, &key).await?.ok_or_else(|| Problem::not_found("macro", &key))?;
                if_match.check("macro", &key, found.version)?;
                let expected = found.version;
                let changed = Macro { version: expected + 1, name, body, acts, updated_at: now, ..found };
                macros::update(tx, &changed, expected).await?;
                Ok::<_, Problem>(changed)
            })
        })
        .await?;
    let version = changed.version;
    Ok(Answer::ok(changed).version(version))
}

/// Delete a macro.
#[utoipa::path(delete, path = "/macros/{key}", tag = "macros", params(("key" = String, Path), IfMatchHeader),
    responses((status = 204), ChangeProblems))]
pub async fn delete_macro(caller: Can<permit::BindingWrite>, Path(key): Path<String>, if_match: IfMatch) -> Result<StatusCode, Problem> {
    caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let found = macros::find_by_key(tx, &key).await?.ok_or_else(|| Problem::not_found("macro", &key))?;
                if_match.check("macro", &key, found.version)?;
                Ok::<_, Problem>(macros::delete(tx, &key, found.version).await?)
            })
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
