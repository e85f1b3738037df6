//! Where in JSON the governed things are: by the resource of a route, and by the names under which they are nested.

use super::rule::Resource;

/// The fields that rules may name; `.*` stands for every name below.
pub const fn governed(resource: Resource) -> &'static [&'static str] {
    match resource {
        Resource::Customers => &["name", "phone", "email", "member_level", "tags"],
        Resource::Orders => &["paid", "placed_at", "delivered_at", "attributes.*", "lines.unit_price"],
        Resource::Tickets => &[
            "subject",
            "description",
            "problem_type",
            "external_ref",
            "tags",
            "risk",
            "refund",
            "approvals",
            "deductions",
            "fields.*",
            "lines.reason",
            "lines.requested",
        ],
        Resource::Users => &["email", "skills", "queues", "departments", "deputy", "capacity", "rating"],
    }
}

/// Where a walk stands: in which thing, and on which of its fields.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub(super) resource: Option<Resource>,
    pub(super) path: Vec<String>,
}

impl Place {
    /// The body of a route, by the tag of its operation. What is about tickets without saying so counts as tickets: the more
    /// restrictive reading.
    pub fn of_route(tag: &str) -> Self {
        let resource = match tag {
            "customers" => Some(Resource::Customers),
            "orders" => Some(Resource::Orders),
            "users" => Some(Resource::Users),
            "tickets" | "decisions" | "tasks" | "outbox" | "hooks" | "jobs" | "warehouse" | "print" | "attachments" | "disputes"
            | "replacements" | "macros" | "sops" | "surveys" => Some(Resource::Tickets),
            _ => None,
        };
        Self { resource, path: Vec::new() }
    }

    /// The place below a name; `nested` when an object or a list stands there.
    pub(super) fn below(&self, name: &str, nested: bool) -> Self {
        if let Some(resource) = nested.then(|| nested_in(name)).flatten() {
            return Self { resource: Some(resource), path: Vec::new() };
        }
        // Answers of forms become the fields of tickets.
        if nested && name == "answers" {
            return Self { resource: Some(Resource::Tickets), path: vec!["fields".to_owned()] };
        }
        let Some(resource) = self.resource else { return self.clone() };
        // What leads to no governed field is transparent, so that a ticket within an envelope is still a ticket.
        let begins = |known: &&str| known.split('.').next() == Some(name);
        if self.path.is_empty() && !governed(resource).iter().any(begins) {
            return self.clone();
        }
        let mut path = self.path.clone();
        path.push(name.to_owned());
        Self { resource: Some(resource), path }
    }

    /// Every field that the value under a name may be: of the thing it stands in and, for what only customers have, of a
    /// customer wherever it stands.
    pub(super) fn fields<'a>(&'a self, below: &'a Self, name: &'a str) -> impl Iterator<Item = (Resource, Vec<&'a str>)> {
        let own = below.resource.filter(|_| !below.path.is_empty()).map(|resource| {
            let path: Vec<&str> = below.path.iter().map(String::as_str).collect();
            (resource, path)
        });
        let contact = match name {
            "phone" | "mobile" | "telephone" | "customer_phone" => Some("phone"),
            "email" | "mail" | "customer_email" => Some("email"),
            "customer_name" => Some("name"),
            "member_level" => Some("member_level"),
            _ => None,
        };
        let stands = |resource: Resource| self.resource == Some(resource);
        let contact = contact.filter(|_| !stands(Resource::Customers) && !stands(Resource::Users));
        own.into_iter().chain(contact.map(|field| (Resource::Customers, vec![field])))
    }
}

fn nested_in(name: &str) -> Option<Resource> {
    match name {
        "customer" | "customers" | "buyer" => Some(Resource::Customers),
        "order" | "orders" => Some(Resource::Orders),
        "ticket" | "tickets" => Some(Resource::Tickets),
        "user" | "users" | "owner" | "assignee" | "agent" | "agents" | "lead" => Some(Resource::Users),
        _ => None,
    }
}
