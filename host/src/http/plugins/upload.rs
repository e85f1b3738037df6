//! `POST /plugins`

use axum::extract::{FromRequest, Request, State};
use axum::response::{IntoResponse, Response};
use redress_domain::Digest;
use redress_domain::id::{PluginId, SigningKeyId};
use redress_domain::plugin::Plugin;
use redress_sandbox::Admitted;
use redress_store::{Packed, TenantTx, plugin, signing_key};

use crate::app::App;
use crate::http::auth::Caller;
use crate::http::body;
use crate::http::openapi::{Binary, IdempotencyHeader};
use crate::http::{Answer, Can, Code, Idempotency, Problem, WriteProblems, permit};
use crate::rollout::signature;

/// Largest component in bytes: 24 MiB.
const MAX_COMPONENT: usize = 24 << 20;

/// The bytes of an uploaded component with the key of the request.
pub struct Upload {
    bytes: Vec<u8>,
    idempotency: Idempotency,
    signature: Option<String>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        body::require_type(&parts.headers, "application/wasm")?;
        let bytes = body::read(body, MAX_COMPONENT).await?;
        let idempotency = Idempotency::new(&parts, &bytes)?;
        let signature = parts.headers.get(signature::HEADER).map(|value| value.to_str().unwrap_or_default().to_owned());
        Ok(Self { bytes, idempotency, signature })
    }
}

/// Upload a plugin.
///
/// The bytes of a WebAssembly component, at most 24 MiB. It is checked and compiled before this answers; a component that may
/// not run is refused with every finding. The same bytes again answer 200 and the plugin that is there. A version is uploaded once:
/// other bytes need another version.
#[utoipa::path(post, path = "/plugins", tag = "plugins", params(IdempotencyHeader),
    request_body(content = Binary, content_type = "application/wasm"),
    responses((status = 200, body = Plugin), (status = 201, body = Plugin), WriteProblems))]
pub async fn upload_plugin(State(app): State<App>, caller: Can<permit::PluginWrite>, upload: Upload) -> Result<Response, Problem> {
    if let Some(answer) = upload.idempotency.replay(&caller).await? {
        return Ok(answer);
    }
    let digest = Digest::of(&upload.bytes);
    let found =
        caller.store.read(move |tx| Box::pin(async move { plugin::find_by_digest(tx, digest).await.map_err(Problem::from) })).await?;
    let new = if let Some(found) = found {
        // Known bytes were checked and compiled before.
        found
    } else {
        let signed_by = allowed(&app, &caller, digest, &upload).await?;
        plugin_of(&app, &caller, app.sandbox.admit(upload.bytes.clone()).await?, signed_by)
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

/// Checks signature and quotas before anything is compiled; answers who signed.
async fn allowed(app: &App, caller: &Caller, digest: Digest, upload: &Upload) -> Result<Option<SigningKeyId>, Problem> {
    let snapshot = app.rules.get(caller.tenant.id).await?;
    let yesterday = app.clock.now().plus(-chrono::Duration::hours(24));
    let (keys, (kept, lately)) = caller
        .store
        .read(move |tx| Box::pin(async move { Ok::<_, Problem>((signing_key::list(tx).await?, plugin::counts(tx, yesterday).await?)) }))
        .await?;
    let plan = &snapshot.plan;
    let over = |what: String| Err(Problem::new(Code::QuotaExceeded, format!("{what}; the plan '{}' allows no more", snapshot.tenant.plan)));
    if upload.bytes.len() as u64 > plan.plugin_bytes {
        return over(format!("the component has {} bytes, more than {}", upload.bytes.len(), plan.plugin_bytes));
    }
    if kept >= u64::from(plan.plugins) {
        return over(format!("{kept} plugin versions are kept: delete some that no binding uses"));
    }
    if lately >= u64::from(plan.uploads_per_day) {
        return over(format!("{lately} plugin versions were uploaded in the last 24 hours: go on tomorrow"));
    }
    signature::check(digest, upload.signature.as_deref(), &keys, snapshot.tenant.requires_signature)
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

fn plugin_of(app: &App, caller: &Caller, admitted: Admitted, signed_by: Option<SigningKeyId>) -> Plugin {
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
        signed_by,
        asks: admitted.asks,
    }
}
