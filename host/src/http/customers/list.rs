//! `GET /customers`, `GET /customers/{id}`

use axum::Json;
use redress_domain::id::CustomerId;
use redress_domain::order::Customer;
use redress_store::customer;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::page::{list, page};
use crate::http::typed::begins;
use crate::http::{Can, List, Path, Problem, Query, ReadProblems, permit};

/// Which customers.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct CustomerQuery {
    /// Only the one with this external id.
    external_id: Option<String>,
    /// What people type: the beginning of a customer's own number, telephone number or name. What the
    /// caller's roles hide is not searched; of each of these the first 500 are looked at. 1 to 100 characters.
    q: Option<String>,
    /// Rows wanted, 1 to 200; 50 when left out.
    limit: Option<u32>,
    /// `next` of the page before.
    after: Option<String>,
}

/// List customers, newest first.
#[utoipa::path(get, path = "/customers", tag = "customers", params(CustomerQuery),
    responses((status = 200, body = List<Customer>), ReadProblems))]
pub async fn list_customers(caller: Can<permit::TicketRead>, Query(query): Query<CustomerQuery>) -> Result<Json<List<Customer>>, Problem> {
    let page = page(query.limit, query.after.as_deref())?;
    let begins = begins(query.q.as_deref(), &caller.fields)?;
    let rows = caller
        .store
        .read(move |tx| {
            Box::pin(async move {
                match query.external_id {
                    Some(external_id) => {
                        Ok::<_, Problem>((customer::find_by_external_id(tx, &external_id).await?.into_iter().collect(), None))
                    }
                    None => Ok(customer::list(tx, begins.as_ref(), &page).await?),
                }
            })
        })
        .await?;
    Ok(list(rows))
}

/// Get a customer.
#[utoipa::path(get, path = "/customers/{id}", tag = "customers", params(("id" = CustomerId, Path)),
    responses((status = 200, body = Customer), ReadProblems))]
pub async fn get_customer(caller: Can<permit::TicketRead>, Path(id): Path<CustomerId>) -> Result<Json<Customer>, Problem> {
    let found = caller.store.read(move |tx| Box::pin(async move { customer::find(tx, id).await.map_err(Problem::from) })).await?;
    found.map(Json).ok_or_else(|| Problem::not_found("customer", id))
}
