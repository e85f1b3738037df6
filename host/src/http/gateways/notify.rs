//! `POST /hooks/gateways/{tenant}/{gateway}`

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use redress_domain::id::{GatewayId, TenantId};
use redress_store::tenant;

use crate::app::App;
use crate::gateways::{self, NotOpen};
use crate::http::body;
use crate::http::{Code, HookProblems, Path, Problem};
use crate::workflow::settle::{Heard, Message};

/// Largest message in bytes; the same as an answer's.
const MAX_MESSAGE: usize = 64 << 10;

/// Take in a message of a payment gateway.
///
/// Give this address to the gateway, for example as an endpoint for Stripe's `refund.updated` or as WeChat Pay's `notify_url`. The
/// gateway's plugin checks the signature. What the message is about is asked about at the gateway at once; only that answer counts, so a
/// message that comes twice, late or falsely pays nothing. 204 says that the message is kept, known already, or not about a refund.
#[utoipa::path(post, path = "/gateways/{tenant}/{gateway}", tag = "gateways", security(()),
    params(("tenant" = String, Path, description = "Slug of the tenant"), ("gateway" = GatewayId, Path)),
    request_body(content = String, description = "As the gateway sends it, at most 64 KiB of text"),
    responses((status = 204, description = "Taken in"), HookProblems))]
pub async fn hear_gateway(
    State(app): State<App>,
    Path((slug, gateway)): Path<(String, GatewayId)>,
    request: Request,
) -> Result<StatusCode, Problem> {
    let (parts, body) = request.into_parts();
    let bytes = body::read(body, MAX_MESSAGE).await?;
    let body = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    let body =
        body.ok_or_else(|| Problem::new(Code::InvalidBody, "the body is no text in UTF-8: send what the gateway sends, unchanged"))?;
    let none = || Problem::new(Code::NotFound, format!("tenant {slug} has no gateway {gateway}; its page shows the address to give away"));
    let tenant = find(&app, slug.clone()).await?.ok_or_else(none)?;
    let by = match gateways::open_any(&app, tenant, gateway).await {
        Ok(by) => by.ok_or_else(none)?,
        Err(NotOpen::Store(error)) => return Err(error.into()),
        Err(why) => return Err(not_ready(tenant, gateway, &why.to_string())),
    };
    let heard = app.workflow.hear(tenant, by, Message { headers: told(&parts.headers), body }).await?;
    let label = match &heard {
        Heard::Kept(state) => state.as_str(),
        Heard::Again => "again",
        Heard::Other => "other",
        Heard::Unsigned(_) => "unsigned",
        Heard::Unreadable(_) => "unreadable",
        Heard::NotNow(_) => "not_now",
    };
    metrics::counter!("redress_gateway_messages_total", "heard" => label).increment(1);
    match heard {
        Heard::Kept(_) | Heard::Again | Heard::Other => Ok(StatusCode::NO_CONTENT),
        Heard::Unsigned(why) => {
            tracing::warn!(tenant.id = %tenant, gateway.id = %gateway, why, "a message for gateway {gateway} is not signed as it should be");
            Err(Problem::new(Code::InvalidSignature, format!("{why}; compare the gateway's signing secret with the one stored here")))
        }
        Heard::Unreadable(why) => Err(Problem::new(Code::InvalidBody, why)),
        Heard::NotNow(why) => Err(not_ready(tenant, gateway, &why)),
    }
}

async fn find(app: &App, slug: String) -> Result<Option<TenantId>, Problem> {
    let found = app.store.read(move |tx| Box::pin(async move { tenant::find_by_slug(tx, &slug).await.map_err(Problem::from) })).await?;
    Ok(found.map(|tenant| tenant.id))
}

/// The reason is for the merchant, not for whoever finds the address.
fn not_ready(tenant: TenantId, gateway: GatewayId, why: &str) -> Problem {
    tracing::warn!(tenant.id = %tenant, gateway.id = %gateway, why, "a message for gateway {gateway} cannot be taken in now: {why}");
    Problem::new(Code::GatewayNotReady, "the gateway cannot take in messages now; nothing is kept of this one: send it again later")
}

/// Headers that are text. Keys of people and programs have no business with a gateway.
fn told(headers: &HeaderMap) -> Vec<(String, String)> {
    let ours = [header::AUTHORIZATION, header::COOKIE];
    let texts = headers.iter().filter(|(name, _)| !ours.contains(name));
    texts.filter_map(|(name, value)| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned()))).collect()
}
