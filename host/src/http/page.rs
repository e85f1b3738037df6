//! Pages of lists: `?limit=&after=`.

use redress_store::{Cursor, Page};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::answer::List;
use crate::problem::{Code, Problem};

/// Rows of a page when the caller does not say.
const DEFAULT_LIMIT: u32 = 50;
/// Most rows of a page.
const MAX_LIMIT: u32 = 200;

/// The query of a list without filters.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Rows wanted, 1 to 200; 50 when left out.
    pub limit: Option<u32>,
    /// `next` of the page before.
    pub after: Option<String>,
}

impl PageQuery {
    /// The page that the store reads.
    ///
    /// # Errors
    /// 400 `invalid_query`.
    pub fn page(&self) -> Result<Page, Problem> {
        page(self.limit, self.after.as_deref())
    }
}

/// The page that the store reads, for lists that have filters too.
///
/// # Errors
/// 400 `invalid_query`.
pub fn page(limit: Option<u32>, after: Option<&str>) -> Result<Page, Problem> {
    let limit = limit.unwrap_or(DEFAULT_LIMIT);
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Problem::new(Code::InvalidQuery, format!("limit is {limit}; it lies between 1 and {MAX_LIMIT}")));
    }
    let after = after.map(str::parse::<Cursor>).transpose().map_err(|_| {
        Problem::new(Code::InvalidQuery, "after is not a cursor of this server; take it unchanged from next of the page before")
    })?;
    Ok(Page { after, limit })
}

/// A page as it is answered.
pub fn list<T: ToSchema>((items, next): (Vec<T>, Option<Cursor>)) -> axum::Json<List<T>> {
    axum::Json(List { items, next: next.map(|cursor| cursor.to_string()) })
}
