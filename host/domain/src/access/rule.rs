//! Rules of roles, and what they come to for one person.

use serde::{Deserialize, Serialize};

use super::place;
use crate::role::Role;
use crate::status::names;

names! {
    /// A kind of thing whose fields may be restricted.
    Resource {
        /// People who bought.
        Customers = "customers",
        /// What was bought.
        Orders = "orders",
        /// After-sales cases.
        Tickets = "tickets",
        /// People of the tenant.
        Users = "users",
    }
}

names! {
    /// What is left of a field. Stricter ones come first; without a rule a field can be read and written.
    Access {
        /// Left out of every answer; writing it is refused.
        Hidden = "hidden",
        /// Shown in part, for example `138****0000`; writing it is refused, because a mask would come back as the value.
        Masked = "masked",
        /// Shown; writing it is refused.
        ReadOnly = "read_only",
    }
}

/// What holders of a role may do with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldRule {
    /// Kind of thing.
    pub resource: Resource,
    /// Field as the API names it; a dot leads into an object and `*` stands for every name in it: `phone`, `attributes.*`,
    /// `fields.id_card`.
    pub field: String,
    /// What is left of it.
    pub access: Access,
}

/// A rule that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{resource} have no field '{field}' that can be restricted; there are {}", known.join(", "))]
pub struct RuleError {
    resource: Resource,
    field: String,
    known: Vec<&'static str>,
}

impl FieldRule {
    /// Checks that the field exists and may be restricted.
    ///
    /// # Errors
    /// [`RuleError`] with the fields there are.
    pub fn check(&self) -> Result<(), RuleError> {
        let known = place::governed(self.resource);
        let parts: Vec<&str> = self.field.split('.').collect();
        let fits = |known: &&'static str| match known.strip_suffix(".*") {
            Some(head) => parts.len() == 2 && parts[0] == head && !parts[1].is_empty() || self.field == head,
            None => self.field == **known,
        };
        if known.iter().any(fits) {
            return Ok(());
        }
        Err(RuleError { resource: self.resource, field: self.field.clone(), known: known.to_vec() })
    }

    fn matches(&self, resource: Resource, path: &[&str]) -> bool {
        let mut own = self.field.split('.');
        let mut path = path.iter();
        self.resource == resource
            && loop {
                match (own.next(), path.next()) {
                    (None, _) => break true,
                    (Some(_), None) => break false,
                    (Some(own), Some(part)) if own != "*" && own != *part => break false,
                    _ => {}
                }
            }
    }

    fn is_exact(&self) -> bool {
        !self.field.ends_with('*')
    }
}

/// What one person may do with fields: the most that any of their roles allows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldAccess {
    rules: Vec<FieldRule>,
}

impl FieldAccess {
    /// What roles come to together. No role, no restriction: who may do nothing sees nothing anyway.
    pub fn of<'a>(roles: impl IntoIterator<Item = &'a Role>) -> Self {
        let roles: Vec<&Role> = roles.into_iter().collect();
        if roles.iter().any(|role| role.name == Role::OWNER || role.fields.is_empty()) {
            return Self::default();
        }
        let mut rules: Vec<FieldRule> = Vec::new();
        for rule in roles.iter().flat_map(|role| &role.fields) {
            let path: Vec<&str> = rule.field.split('.').collect();
            if rules.iter().any(|known| known.resource == rule.resource && known.field == rule.field) {
                continue;
            }
            let most = roles.iter().map(|role| best(&role.fields, rule.resource, &path)).reduce(more).flatten();
            if let Some(access) = most {
                rules.push(FieldRule { access, ..rule.clone() });
            }
        }
        Self { rules }
    }

    /// True when nothing is restricted.
    pub fn is_open(&self) -> bool {
        self.rules.is_empty()
    }

    /// What is left of a field; `None` for all of it.
    pub fn get(&self, resource: Resource, path: &[&str]) -> Option<Access> {
        best(&self.rules, resource, path)
    }

    /// True when a field is shown as it is.
    pub fn shows(&self, resource: Resource, path: &[&str]) -> bool {
        self.get(resource, path).is_none_or(|access| access == Access::ReadOnly)
    }

    /// The restrictions.
    pub fn rules(&self) -> &[FieldRule] {
        &self.rules
    }

    /// The first restriction that a role does not have at least as strictly: who is restricted hands out no more than they have.
    pub fn wider(&self, role: &Role) -> Option<&FieldRule> {
        self.rules.iter().find(|rule| {
            let path: Vec<&str> = rule.field.split('.').collect();
            role.name == Role::OWNER || best(&role.fields, rule.resource, &path).is_none_or(|access| access > rule.access)
        })
    }
}

/// The rule of a set that counts for a field: one that names it goes before one for all names.
fn best(rules: &[FieldRule], resource: Resource, path: &[&str]) -> Option<Access> {
    let matching = || rules.iter().filter(|rule| rule.matches(resource, path));
    matching().find(|rule| rule.is_exact()).or_else(|| matching().next()).map(|rule| rule.access)
}

/// The more permissive of two; no rule is the most.
fn more(one: Option<Access>, other: Option<Access>) -> Option<Access> {
    one.zip(other).map(|(one, other)| one.max(other))
}
