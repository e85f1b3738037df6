//! `POST /plugins`

use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Response};
use redress_domain::Digest;
use redress_domain::id::PluginId;
use redress_domain::plugin::Plugin;
use redress_sandbox::Admitted;
use redress_store::{Packed, TenantTx, plugin};

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::body;
use crate::http::openapi::IdempotencyHeader;
use crate::http::{Answer, Can, Code, Idempotency, Problem, WriteProblems, permit};

/// Largest component in bytes: 24 MiB.
const MAX_COMPONENT: usize = 24 << 20;

/// The bytes of an uploaded component with the key of the request.
pub struct Upload {
    bytes: Vec<u8>,
    idempotency: Idempotency,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        body::require_type(&parts.headers, "application/wasm")?;
        let bytes = body::read(body, MAX_COMPONENT).await?;
        let idempotency = Idempotency::new(&parts, &bytes)?;
        Ok(Self { bytes, idempotency })
    }
}

/// Upload a plugin.
///
/// The bytes of a WebAssembly component, at most 24 MiB. It is checked and compiled before this answers; a component that may
/// not run is refused with every finding. The same bytes again answer 200 and the plugin that is there. A version is uploaded once:
/// other bytes need another version.
#[utoipa::path(post, path = "/plugins", tag = "plugins", params(IdempotencyHeader),
    request_body(content = Vec<u8>, content_type = "application/wasm"),
    responses((status = 200, body = Plugin), (status = 201, body = Plugin), WriteProblems))]
pub async fn upload_plugin(State(app): State<App>, caller: Can<permit::PluginWrite>, upload: Upload) -> Result<Response, Problem> {
    if let Some(answer) = upload.idempotency.replay(&caller).await? {
        return Ok(answer);
    }
    let digest = Digest::of(&upload.bytes);
    let found =
        caller.store.read(move |tx| Box::pin(async move { plugin::find_by_digest(tx, digest).await.map_err(Problem::from) })).await?;
    let new = match found {
        // Known bytes were checked and compiled before.
        Some(found) => found,
        None => plugin_of(&app, &caller, app.sandbox.admit(upload.bytes.clone()).await?),
    };
    // Packed here, because on SQLite everybody's writes wait while a transaction is open.
    let (packed, again) = (Packed::named(new.digest, &upload.bytes), new.clone());
    let stored = upload
        .idempotency
        .once(&caller, app.clock.now(), move |tx| {
            Box::pin(async move {
                if let Some(answer) = known(tx, &new).await? {
                    return Ok(answer);
                }
                plugin::bytes_put(tx, &packed).await?;
                plugin::insert(tx, &new).await?;
                Ok(Answer::created(new))
            })
        })
        .await;
    match stored {
        // Two uploads of one version met: when the other one had the same bytes, both were right.
        Err(problem) if problem.code() == Code::VersionTaken => {
            let known = caller.store.read(move |tx| Box::pin(async move { known(tx, &again).await })).await?;
            known.map(IntoResponse::into_response).ok_or(problem)
        }
        answered => answered,
    }
}

/// The plugin that is there already, when the bytes are the same.
async fn known(tx: &mut TenantTx, new: &Plugin) -> Result<Option<Answer<Plugin>>, Problem> {
    match plugin::find_by_name_version(tx, &new.name, &new.version).await? {
        None => Ok(None),
        Some(found) if found.digest == new.digest => Ok(Some(Answer::ok(found))),
        Some(found) => Err(Problem::new(
            Code::VersionTaken,
            format!("{} {} was uploaded with other bytes ({}); give these a new version", found.name, found.version, found.digest),
        )),
    }
}

fn plugin_of(app: &App, caller: &Caller, admitted: Admitted) -> Plugin {
    Plugin {
        id: app.new_id(PluginId::generate),
        digest: admitted.digest,
        name: admitted.info.name,
        version: admitted.info.version,
        description: admitted.info.description,
        sdk: admitted.info.sdk,
        hooks: admitted.hooks,
        config_schema: admitted.config_schema,
        size: admitted.size,
        uploaded_by: Some(caller.user.id),
        uploaded_at: app.clock.now(),
    }
}
