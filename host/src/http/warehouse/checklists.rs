//! `GET /checklists`, `GET /checklists/{sku}`, `PUT /checklists/{sku}`

use std::collections::BTreeSet;

use axum::Json;
use redress_domain::warehouse::checklist::Checklist;
use redress_domain::warehouse::inspection::Part;
use redress_store::checklist;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::http::openapi::IfMatchHeader;
use crate::http::{Answer, Can, ChangeProblems, Code, IfMatch, Json as Body, List, Path, Problem, Query, ReadProblems, permit};
use crate::problem::check::{key, name, reference};

/// Most parts of an article.
const PARTS: usize = 200;

/// Which part of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ChecklistQuery {
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before: the article that was read last.
    after: Option<String>,
}

/// What belongs to an article.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewChecklist {
    /// Parts of one unit, each with the price of replacing it.
    parts: Vec<Part>,
}

/// List checklists by article.
#[utoipa::path(get, path = "/checklists", tag = "warehouse", params(ChecklistQuery),
    responses((status = 200, body = List<Checklist>), ReadProblems))]
pub async fn list_checklists(
    caller: Can<permit::TicketRead>,
    Query(query): Query<ChecklistQuery>,
) -> Result<Json<List<Checklist>>, Problem> {
    let limit = query.limit.unwrap_or(50);
    if !(1..=200).contains(&limit) {
        return Err(Problem::new(Code::InvalidQuery, format!("limit is {limit}; it lies between 1 and 200")));
    }
    let after = query.after.unwrap_or_default();
    let mut items = caller.store.read(move |tx| Box::pin(async move { checklist::list(tx, &after, limit + 1).await })).await?;
    let more = items.len() > limit as usize;
    items.truncate(limit as usize);
    let next = items.last().filter(|_| more).map(|last| last.sku.clone());
    Ok(Json(List { items, next }))
}

/// Get the checklist of an article.
#[utoipa::path(get, path = "/checklists/{sku}", tag = "warehouse", params(("sku" = String, Path)),
    responses((status = 200, body = Checklist), ReadProblems))]
pub async fn get_checklist(caller: Can<permit::TicketRead>, Path(sku): Path<String>) -> Result<Answer<Checklist>, Problem> {
    let wanted = sku.clone();
    let found = caller.store.read(move |tx| Box::pin(async move { checklist::find(tx, &wanted).await })).await?;
    let list = found.ok_or_else(|| Problem::not_found("checklist for", sku))?;
    let version = list.version;
    Ok(Answer::ok(list).version(version))
}

/// Write the checklist of an article.
///
/// The next inspection looks for these parts; inspections that were made keep what they looked for.
#[utoipa::path(put, path = "/checklists/{sku}", tag = "warehouse", request_body = NewChecklist,
    params(("sku" = String, Path), IfMatchHeader), responses((status = 200, body = Checklist), ChangeProblems))]
pub async fn put_checklist(
    caller: Can<permit::OrderWrite>,
    Path(sku): Path<String>,
    if_match: IfMatch,
    Body(new): Body<NewChecklist>,
) -> Result<Answer<Checklist>, Problem> {
    let sku = reference("/sku", sku)?;
    let parts = checked(new.parts)?;
    let list = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                let before = checklist::find(tx, &sku).await?.map_or(0, |list| list.version);
                if_match.check("checklist", &sku, before)?;
                let list = Checklist { sku, version: before + 1, parts };
                checklist::put(tx, &list).await?;
                Ok::<_, Problem>(list)
            })
        })
        .await?;
    let version = list.version;
    Ok(Answer::ok(list).version(version))
}

fn checked(parts: Vec<Part>) -> Result<Vec<Part>, Problem> {
    if parts.len() > PARTS {
        return Err(Problem::invalid("/parts", format!("this takes at most {PARTS} parts and has {}", parts.len())));
    }
    let mut seen = BTreeSet::new();
    let part = |(at, part): (usize, Part)| {
        let place = |field: &str| format!("/parts/{at}/{field}");
        let code = key(&place("code"), part.code)?;
        if !seen.insert(code.clone()) {
            return Err(Problem::invalid(place("code"), format!("the part '{code}' is named twice")));
        }
        if part.quantity == 0 || part.quantity > 10_000 {
            return Err(Problem::invalid(place("quantity"), "a unit has 1 to 10000 of a part"));
        }
        if part.price.is_negative() {
            return Err(Problem::invalid(place("price"), "a price is not negative"));
        }
        Ok(Part { code, name: name(&place("name"), part.name)?, ..part })
    };
    parts.into_iter().enumerate().map(part).collect()
}
