//! `POST /users`

use axum::extract::State;
use axum::response::Response;
use redress_domain::tenant::User;
use redress_store::role;

use super::may_grant;
use crate::accounts::{NewUser, add_user};
use crate::app::App;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Command, Problem, WriteProblems, permit};

/// Add a user.
#[utoipa::path(post, path = "/users", tag = "users", request_body = NewUser, params(IdempotencyHeader),
    responses((status = 201, body = User), WriteProblems))]
pub async fn create_user(State(app): State<App>, caller: Can<permit::AdminWrite>, command: Command<NewUser>) -> Result<Response, Problem> {
    let (new, worker, granter) = (command.body, app.clone(), caller.caller());
    let answer = command
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                may_grant(&granter, &role::list(tx).await?, &new.roles)?;
                Ok(Answer::created(add_user(&worker, tx, new).await?).version(1))
            })
        })
        .await?;
    app.rules.invalidate(caller.tenant.id);
    Ok(answer)
}
