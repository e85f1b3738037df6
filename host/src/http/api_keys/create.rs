//! `POST /api-keys`

use axum::extract::State;
use axum::response::Response;
use redress_store::{role, user};
use serde::Serialize;
use utoipa::ToSchema;

use super::view::KeyView;
use crate::accounts::{NewKey, issue_key};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::users::may_grant;
use crate::http::{Answer, Can, Code, Command, Fault, Problem, WriteProblems, permit};

/// A key with its secret.
#[derive(Debug, Serialize, ToSchema)]
pub struct IssuedKeyView {
    /// The key.
    #[serde(flatten)]
    pub key: KeyView,
    /// `rdk_…`: shown this once and never kept; null when a repeated `Idempotency-Key` answers.
    pub secret: Option<String>,
}

/// Issue a key for a user.
///
/// The secret is in this answer only.
#[utoipa::path(post, path = "/api-keys", tag = "api-keys", request_body = NewKey, params(IdempotencyHeader),
    responses((status = 201, body = IssuedKeyView), WriteProblems))]
pub async fn create_api_key(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    command: Command<NewKey>,
) -> Result<Response, Problem> {
    let (new, worker, granter) = (command.body, app.clone(), caller.caller());
    command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                let user = user::find(tx, new.user).await?.ok_or_else(|| {
                    let message = format!("there is no user {} here", new.user);
                    Problem::new(Code::UnknownReference, message.clone()).with(vec![Fault::at("/user", message)])
                })?;
                may_grant(&granter, &role::list(tx).await?, &user.roles)?;
                let issued = issue_key(&worker, tx, new).await?;
                let shown = IssuedKeyView { key: issued.key.into(), secret: Some(issued.secret) };
                let kept = serde_json::to_value(IssuedKeyView { secret: None, key: shown.key.clone() });
                Ok(Answer::created(shown).keeping(kept.map_err(|error| Problem::internal(&error))?))
            })
        })
        .await
}
