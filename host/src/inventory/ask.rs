//! One request to a connector, and what its answer means.

use redress_domain::fulfilment::{Purpose, ReplacementLine, ReservationWork, Said, StockAnswer, StockState, Wish};
use redress_domain::rule::HttpResponse;
use reqwest::Method;
use reqwest::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use serde_json::json;

use super::open::Open;
use crate::gateways::{Allowed, send};
use crate::notify::deliver::Courier;

/// The header under which the same request again is the same reservation.
const KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The address of a connector as it is kept: one that may be reached, without a slash at its end.
///
/// # Errors
/// What is wrong with it.
pub fn check(courier: &Courier, base_url: &str) -> Result<String, String> {
    let base = base_url.trim().trim_end_matches('/');
    if base.len() > 500 || base.contains(['?', '#']) {
        return Err("this takes an address of at most 500 bytes without a query".to_owned());
    }
    Allowed::own(courier, Method::GET, base, HeaderMap::new(), String::new())?;
    Ok(base.to_owned())
}

/// Asks. Whatever is no clear answer is [`Said::Unknown`].
pub async fn ask(courier: &Courier, by: &Open, work: &ReservationWork, purpose: Purpose, lines: &[ReplacementLine]) -> Said {
    let answered = match request(courier, by, work, purpose, lines) {
        Ok(request) => send(courier, request).await,
        Err(why) => Err(why),
    };
    match answered {
        Ok(answer) => means(&answer, work, purpose),
        Err(why) => Said::Unknown(why),
    }
}

fn request(courier: &Courier, by: &Open, work: &ReservationWork, purpose: Purpose, lines: &[ReplacementLine]) -> Result<Allowed, String> {
    let (base, key) = (&by.connector.base_url, &work.key);
    let mut headers = HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]);
    if let Some(token) = &by.token {
        let text = format!("Bearer {token}");
        let mut value = HeaderValue::try_from(text).map_err(|_| "the connector's secret holds what no header may".to_owned())?;
        value.set_sensitive(true);
        headers.insert(AUTHORIZATION, value);
    }
    if purpose == Purpose::Look {
        return Allowed::own(courier, Method::GET, &format!("{base}/reservations/{key}"), headers, String::new());
    }
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    let named = HeaderValue::try_from(key.as_str()).map_err(|_| "the key is no header".to_owned())?;
    headers.insert(KEY, named);
    let (url, body) = match work.wish {
        Wish::Release => (format!("{base}/reservations/{key}/release"), json!({ "key": key })),
        Wish::Reserve => {
            let lines: Vec<_> = lines.iter().map(|line| json!({ "sku": line.sku, "quantity": line.quantity })).collect();
            (format!("{base}/reservations"), json!({ "key": key, "ticket": work.ticket, "lines": lines }))
        }
    };
    Allowed::own(courier, Method::POST, &url, headers, body.to_string())
}

/// What an answer means. The status says little: systems answer 200, 201, 409 and more for the same thing; what counts is a body
/// about our key.
fn means(answer: &HttpResponse, work: &ReservationWork, purpose: Purpose) -> Said {
    match serde_json::from_str::<StockAnswer>(&answer.body) {
        Ok(stock) if stock.key == work.key && answer.status < 500 => match stock.state {
            StockState::Reserved => Said::Reserved(stock.reference),
            StockState::OutOfStock => Said::OutOfStock(stock.missing),
            StockState::Released => Said::Released,
        },
        Ok(stock) if stock.key != work.key => Said::Unknown(format!("it answered about '{}', not about '{}'", stock.key, work.key)),
        // Not knowing what was to be set aside says nothing: the address may be wrong.
        _ if answer.status == 404 && (purpose == Purpose::Look || work.wish == Wish::Release) => Said::Absent,
        _ => Said::Unknown(format!("it answered {} and nothing about the reservation", answer.status)),
    }
}
