//! A customer as a shop sends it.

use redress_domain::id::CustomerId;
use redress_domain::order::Customer;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::Problem;
use crate::problem::check::{reference, text_between};

/// A customer as the shop knows it; what is left out stays as it was.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCustomer {
    /// The shop's own id, unique within the tenant.
    pub external_id: String,
    /// Display name.
    pub name: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// The shop's level, for example `vip`.
    pub member_level: Option<String>,
    /// Tags to set.
    #[serde(default)]
    pub tags: Vec<String>,
}

impl NewCustomer {
    /// Checks lengths and gives it an id, which counts only if the customer is new.
    ///
    /// # Errors
    /// 422 with a pointer that begins with `at`.
    pub(in crate::http) fn into_customer(self, app: &App, at: &str) -> Result<Customer, Problem> {
        let short = |field: &str, text: Option<String>| text.map(|text| text_between(&format!("{at}/{field}"), text, 0, 200)).transpose();
        if self.tags.len() > 50 || self.tags.iter().any(|tag| tag.chars().count() > 100) {
            return Err(Problem::invalid(format!("{at}/tags"), "a customer has at most 50 tags of at most 100 characters"));
        }
        Ok(Customer {
            id: app.new_id(CustomerId::generate),
            external_id: reference(&format!("{at}/external_id"), self.external_id)?,
            name: short("name", self.name)?,
            phone: short("phone", self.phone)?,
            email: short("email", self.email)?,
            member_level: short("member_level", self.member_level)?,
            tags: self.tags,
        })
    }
}
