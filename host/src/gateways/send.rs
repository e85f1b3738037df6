//! Sends a gateway's request, guarded: only to hosts that the gateway lists, only over TLS, only to the public internet unless the
//! operator allows more, for a bounded time and answer.

use redress_domain::rule::{HeaderValue, HttpMethod, HttpRequest, HttpResponse};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue as Value};
use reqwest::{Method, Url};

use crate::notify::deliver::Courier;
use crate::workflow::turn::GatewayRule;

/// Largest answer, in bytes.
const MAX_ANSWER: usize = 64 << 10;
/// Headers that are the client's own business.
const OURS: [&str; 4] = ["host", "content-length", "transfer-encoding", "connection"];

/// A request that may be sent.
pub struct Allowed {
    method: Method,
    url: Url,
    headers: HeaderMap,
    body: String,
}

impl Allowed {
    /// A request of the server's own, for example to a tenant's inventory. Only over TLS, and only to the public internet, unless
    /// the operator allows more.
    ///
    /// # Errors
    /// Why it may not be sent, and what to change.
    pub fn own(courier: &Courier, method: Method, url: &str, headers: HeaderMap, body: String) -> Result<Self, String> {
        Ok(Self { method, url: address(courier, url)?, headers, body })
    }
}

/// An address that may be reached.
fn address(courier: &Courier, url: &str) -> Result<Url, String> {
    let url = Url::parse(url).map_err(|error| format!("{url} is no address: {error}"))?;
    if url.scheme() != "https" && !(courier.reaches_private() && url.scheme() == "http") {
        return Err(format!("{url} is not https: money and keys travel over TLS only"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err("the address holds a user or a password: use a header with a secret".to_owned());
    }
    courier.check(url.as_str()).map_err(|error| error.to_string())?;
    Ok(url)
}

/// Checks a request before anything is noted as sent, and fills in its secrets.
///
/// # Errors
/// Why it may not be sent, and what to change.
pub fn allowed(courier: &Courier, by: &GatewayRule, request: &HttpRequest) -> Result<Allowed, String> {
    let url = address(courier, &request.url)?;
    let host = url.host_str().unwrap_or_default();
    let named = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    if !by.gateway.hosts.contains(&named) {
        return Err(format!("{named} is not among the gateway's hosts ({}): add it there if it is right", by.gateway.hosts.join(", ")));
    }
    let mut headers = HeaderMap::new();
    for header in &request.headers {
        let text = match &header.value {
            HeaderValue::Text(text) => text.clone(),
            HeaderValue::Secret { before, secret } => {
                let filled = (by.header)(secret).ok_or_else(|| format!("the gateway has no secret '{secret}' that fits a header"))?;
                format!("{before}{filled}")
            }
        };
        let name = HeaderName::try_from(header.name.as_str()).map_err(|_| format!("{} is no name of a header", header.name))?;
        let mut value = Value::try_from(text).map_err(|_| format!("the header {name} holds what no header may"))?;
        value.set_sensitive(matches!(header.value, HeaderValue::Secret { .. }));
        if OURS.contains(&name.as_str()) {
            return Err(format!("the header {name} is the server's own business: leave it out"));
        }
        headers.append(name, value);
    }
    let method = match request.method {
        HttpMethod::Get => Method::GET,
        HttpMethod::Post => Method::POST,
    };
    Ok(Allowed { method, url, headers, body: request.body.clone() })
}

/// Sends it. What is no whole, readable answer in time is none.
///
/// # Errors
/// Why there is no answer; whether the request arrived, nobody knows.
pub async fn send(courier: &Courier, request: Allowed) -> Result<HttpResponse, String> {
    let Allowed { method, url, headers, body } = request;
    let request = courier.client().request(method, url).headers(headers);
    let request = if body.is_empty() { request } else { request.body(body) };
    let mut response = request.send().await.map_err(|error| format!("no answer: {}", crate::notify::deliver::chain(&error)))?;
    let status = response.status().as_u16();
    let text = |value: &Value| value.to_str().ok().map(str::to_owned);
    let headers = response.headers().iter().filter_map(|(name, value)| Some((name.as_str().to_owned(), text(value)?))).collect();
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| format!("half an answer: {}", crate::notify::deliver::chain(&error)))? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > MAX_ANSWER {
            return Err(format!("the answer is longer than {MAX_ANSWER} bytes"));
        }
    }
    let body = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).ok_or("the answer is no UTF-8 text")?;
    Ok(HttpResponse { status, headers, body })
}
