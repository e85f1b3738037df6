//! Facts of the customer. Without a customer all of them are unknown.

use redress_expression::{Unavailable, Value};

use super::{CaseFacts, Fact, known};

impl CaseFacts<'_> {
    pub(super) fn customer(&self, name: &str) -> Fact {
        let customer = self.case.customer.as_ref().ok_or(Unavailable::Missing)?;
        match name {
            "member_level" => known(customer.member_level.as_deref()),
            "tags" => Ok(Value::texts(customer.tags.iter().map(String::as_str))),
            "number" => Ok(customer.external_id.as_str().into()),
            _ => Err(Unavailable::Unknown),
        }
    }
}
