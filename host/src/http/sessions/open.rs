//! `POST /sessions`

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use chrono::Duration;
use redress_domain::Timestamp;
use redress_store::audit::Trail;
use redress_store::{password, tenant, user};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::accounts::{is_password, open_session as open};
use crate::app::App;
use crate::http::portal::Address;
use crate::http::{Code, Json, PortalProblems, Problem};

/// Attempts that one address, and that one person, has in a quarter of an hour.
const ATTEMPTS: u32 = 20;
const WINDOW: Duration = Duration::minutes(15);

/// Who signs in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// Short name of the shop.
    shop: String,
    /// Mail address of the user.
    email: String,
    /// Their password.
    password: String,
}

/// A session that was opened.
#[derive(Debug, Serialize, ToSchema)]
pub struct Session {
    /// `rdk_…`: goes into `Authorization: Bearer` like any key.
    key: String,
    /// When it ends by itself.
    expires_at: Option<Timestamp>,
}

/// Sign in with a password.
///
/// An unknown shop, an unknown address, a wrong password and a disabled user read the same. Twenty attempts are taken in a quarter of an
/// hour, from one address and for one person.
#[utoipa::path(post, path = "/sessions", tag = "sessions", request_body = SignIn, security(()),
    responses((status = 201, body = Session), PortalProblems))]
pub async fn open_session(State(app): State<App>, address: Address, Json(asked): Json<SignIn, { 4 << 10 }>) -> Result<Response, Problem> {
    let now = app.clock.now();
    app.limits.count("sign-in-address", &address.0.to_string(), ATTEMPTS, WINDOW, now)?;
    let who = format!("{}\n{}", asked.shop, asked.email.to_lowercase());
    app.limits.count("sign-in-person", &who, ATTEMPTS, WINDOW, now)?;
    let shop = asked.shop.clone();
    let tenant = app.store.read(move |tx| Box::pin(async move { tenant::find_by_slug(tx, &shop).await.map_err(Problem::from) })).await?;
    let Some(tenant) = tenant else {
        is_password(None, asked.password).await?;
        return Err(refused());
    };
    Trail::of_tenant(tenant.id);
    let store = app.store.tenant(tenant.id);
    let email = asked.email.trim().to_owned();
    let (person, hash) = store
        .read(move |tx| {
            Box::pin(async move {
                let person = user::list(tx).await?.into_iter().find(|user| user.email.eq_ignore_ascii_case(&email));
                let hash = match &person {
                    Some(person) => password::find(tx, person.id).await?,
                    None => None,
                };
                Ok::<_, Problem>((person.filter(|person| !person.disabled), hash))
            })
        })
        .await?;
    let right = is_password(hash, asked.password).await?;
    let Some(person) = person.filter(|_| right) else { return Err(refused()) };
    let worker = app.clone();
    let opened = store.write(move |tx| Box::pin(async move { open(&worker, tx, &person).await })).await?;
    let session = Session { key: opened.secret, expires_at: opened.key.expires_at };
    Ok((StatusCode::CREATED, axum::Json(session)).into_response())
}

fn refused() -> Problem {
    let detail = "shop, address and password do not belong together; check them, or ask an admin of the shop for a new password";
    Problem::new(Code::Unauthenticated, detail)
}
