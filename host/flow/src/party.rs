//! Who: as a definition names them, and as they are when a run asks.

use std::fmt;
use std::str::FromStr;

use redress_domain::id::UserId;
use serde::{Deserialize, Serialize};

use crate::definition::NodeId;

/// Somebody named in a definition: by person, role, department, queue or expression (Z14), or by the part they play.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowWho))]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The customer of the ticket.
    Customer,
    /// Whoever holds the node's open task now; for notices and escalation only.
    Owner,
    /// One person.
    Person(UserId),
    /// Everybody with a role.
    Role(String),
    /// Everybody of a department.
    Department(String),
    /// Everybody who works a queue, by its name or id.
    Queue(String),
    /// The person who did an earlier node.
    DoerOf(NodeId),
    /// An expression that gives a text or a list of texts, each as [`Party`] prints it: `role:supervisor`.
    Expression(String),
}

/// Somebody who can act or be told, as the host knows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowParty))]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The customer of the ticket.
    Customer,
    /// One person.
    Person(UserId),
    /// Everybody with a role.
    Role(String),
    /// Everybody of a department.
    Department(String),
    /// Everybody who works a queue, by its name or id.
    Queue(String),
}

/// The text names nobody.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' names nobody: write customer, or person:, role:, department: or queue: with a name behind it")]
pub struct PartyError(String);

impl Party {
    /// True when several people may stand behind it, so that membership must be asked for.
    pub const fn is_group(&self) -> bool {
        matches!(self, Self::Role(_) | Self::Department(_) | Self::Queue(_))
    }
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customer => f.write_str("customer"),
            Self::Person(id) => write!(f, "person:{id}"),
            Self::Role(name) => write!(f, "role:{name}"),
            Self::Department(name) => write!(f, "department:{name}"),
            Self::Queue(name) => write!(f, "queue:{name}"),
        }
    }
}

impl FromStr for Party {
    type Err = PartyError;

    fn from_str(text: &str) -> Result<Self, PartyError> {
        let wrong = || PartyError(text.to_owned());
        if text == "customer" {
            return Ok(Self::Customer);
        }
        match text.split_once(':') {
            Some(("person", id)) => id.parse().map(Self::Person).map_err(|_| wrong()),
            Some((_, "")) | None => Err(wrong()),
            Some(("role", name)) => Ok(Self::Role(name.to_owned())),
            Some(("department", name)) => Ok(Self::Department(name.to_owned())),
            Some(("queue", name)) => Ok(Self::Queue(name.to_owned())),
            Some(_) => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_read_what_they_print() {
        for text in ["customer", "person:usr_00000000000000000000000000000007", "role:supervisor", "department:物流部", "queue:退换货"]
        {
            assert_eq!(text.parse::<Party>().unwrap().to_string(), text);
        }
        for wrong in ["", "supervisor", "role:", "person:7", "person:", "team:x", "Customer"] {
            assert!(wrong.parse::<Party>().is_err(), "{wrong}");
        }
    }
}
