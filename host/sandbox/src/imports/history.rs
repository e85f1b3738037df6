//! `redress:rules/history`: the customer's past, read once per event by the server and handed in with the case.

use redress_domain::history::{AfterSaleSummary, History, MAX_ROWS, OrderSummary, Totals};
use redress_domain::rule::CaseFile;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use wasmtime::StoreContextMut;
use wasmtime::component::Linker;

use super::look_up;
use crate::bindings::redress::rules::history as wit;
use crate::convert::history as convert;
use crate::state::CallState;

/// A look-up's result as the transcript keeps it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reply<T> {
    Ok(T),
    Error(AccessError),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AccessError {
    Denied(String),
    NoCustomer,
}

impl<T> Reply<T> {
    fn into_wit<W>(self, convert: impl FnOnce(T) -> W) -> Result<W, wit::AccessError> {
        match self {
            Self::Ok(value) => Ok(convert(value)),
            Self::Error(AccessError::Denied(why)) => Err(wit::AccessError::Denied(why)),
            Self::Error(AccessError::NoCustomer) => Err(wit::AccessError::NoCustomer),
        }
    }
}

type Rows<T> = Result<(Result<Vec<T>, wit::AccessError>,), wasmtime::Error>;

pub(super) fn add(linker: &mut Linker<CallState>) -> wasmtime::Result<()> {
    let mut instance = linker.instance("redress:rules/history@1.0.0")?;
    instance.func_wrap("orders", |store: StoreContextMut<'_, CallState>, (query,): (wit::Query,)| orders(store, query))?;
    instance.func_wrap("after-sales", |store: StoreContextMut<'_, CallState>, (query,): (wit::Query,)| after_sales(store, query))?;
    instance.func_wrap("totals", |store: StoreContextMut<'_, CallState>, (): ()| totals(store))
}

fn orders(mut store: StoreContextMut<'_, CallState>, query: wit::Query) -> Rows<wit::OrderSummary> {
    // An order without a date is kept: nobody knows that it is older.
    let recent = |row: &&OrderSummary| query.since_ms.is_none_or(|since| row.placed_at.is_none_or(|at| at.as_millis() >= since));
    let allowed = store.data().allowance.history;
    let reply: Reply<Vec<OrderSummary>> = look_up(
        &mut store,
        "history/orders",
        || arguments(query),
        rows,
        |case| past(allowed, case, |history| history.orders.iter().filter(recent).take(limit(query)).cloned().collect()),
    )?;
    Ok((reply.into_wit(|rows| rows.into_iter().map(convert::order).collect()),))
}

fn after_sales(mut store: StoreContextMut<'_, CallState>, query: wit::Query) -> Rows<wit::AfterSaleSummary> {
    let recent = |row: &&AfterSaleSummary| query.since_ms.is_none_or(|since| row.created_at.as_millis() >= since);
    let allowed = store.data().allowance.history;
    let reply: Reply<Vec<AfterSaleSummary>> = look_up(
        &mut store,
        "history/after-sales",
        || arguments(query),
        rows,
        |case| past(allowed, case, |history| history.after_sales.iter().filter(recent).take(limit(query)).cloned().collect()),
    )?;
    Ok((reply.into_wit(|rows| rows.into_iter().map(convert::after_sale).collect()),))
}

fn totals(mut store: StoreContextMut<'_, CallState>) -> Result<(Result<wit::Sums, wit::AccessError>,), wasmtime::Error> {
    let allowed = store.data().allowance.history;
    let reply: Reply<Totals> =
        look_up(&mut store, "history/totals", || json!({}), |_| 1, |case| past(allowed, case, |history| history.totals.clone()))?;
    Ok((reply.into_wit(|sums| convert::totals(&sums)),))
}

fn past<T>(allowed: bool, case: Option<&CaseFile>, read: impl FnOnce(&History) -> T) -> Reply<T> {
    if !allowed {
        return Reply::Error(AccessError::Denied("the binding does not grant history to this plugin".to_owned()));
    }
    match case.and_then(|case| case.history.as_ref()) {
        Some(history) => Reply::Ok(read(history)),
        None => Reply::Error(AccessError::NoCustomer),
    }
}

fn rows<T>(reply: &Reply<Vec<T>>) -> usize {
    match reply {
        Reply::Ok(rows) => rows.len(),
        Reply::Error(_) => 0,
    }
}

fn limit(query: wit::Query) -> usize {
    usize::try_from(query.limit).unwrap_or(MAX_ROWS).min(MAX_ROWS)
}

fn arguments(query: wit::Query) -> Value {
    json!({ "since_ms": query.since_ms, "limit": query.limit })
}
