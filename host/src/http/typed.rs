//! What people type to find something: `?q=`.

use redress_domain::access::{FieldAccess, Resource};
use redress_store::customer::Begins;

use crate::problem::{Code, Problem};

/// The text without the blanks around it.
///
/// # Errors
/// 400 `invalid_query` when it has none or too many characters.
pub fn typed(q: Option<&str>) -> Result<Option<&str>, Problem> {
    let text = q.map(str::trim);
    if text.is_some_and(|text| !(1..=100).contains(&text.chars().count())) {
        return Err(Problem::new(Code::InvalidQuery, "q takes 1 to 100 characters: type more, or leave it out"));
    }
    Ok(text)
}

/// The text as the beginning of a customer's number or name. What the caller's roles hide or mask is not searched: what is found would tell it.
///
/// # Errors
/// As [`typed`].
pub fn begins(q: Option<&str>, access: &FieldAccess) -> Result<Option<Begins>, Problem> {
    let shows = |field| access.shows(Resource::Customers, &[field]);
    Ok(typed(q)?.map(|text| Begins { text: text.to_owned(), phone: shows("phone"), name: shows("name") }))
}
