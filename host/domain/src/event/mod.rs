//! Everything that can happen to a ticket: one variant for each event of the transition table (`domain.md` §2).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::status::names;

names! {
    /// Who wrote a message.
    Author {
        /// Somebody of the merchant.
        Agent = "agent",
        /// The customer.
        Customer = "customer",
    }
}

names! {
    /// To whom a ticket goes back for correction (驳回).
    Correction {
        /// The customer completes it.
        Customer = "customer",
        /// The first reviewer looks again.
        FirstReviewer = "first_reviewer",
    }
}

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$fdoc:meta])* $field:ident : $ty:ty,)+ })? $(($inner:ty))? = $text:literal;)+) => {
        /// Something that happened to a ticket.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[expect(clippy::large_enum_variant, reason = "events live one at a time on the stack; none is kept in bulk")]
        #[serde(tag = "event", content = "details", rename_all = "snake_case")]
        pub enum Event { $($(#[$doc])* $name $({ $($(#[$fdoc])* $field: $ty,)+ })? $(($inner))?,)+ }

        names! {
            /// The name of an event: what the transition table is keyed by and what the timeline shows.
            EventKind { $($(#[$doc])* $name = $text,)+ }
        }

        impl Event {
            /// Its name.
            pub const fn kind(&self) -> EventKind {
                match self { $(Self::$name { .. } => EventKind::$name,)+ }
            }
        }
    };
}

mod list;

pub use list::{Event, EventKind};

impl Event {
    /// What the timeline keeps of it.
    pub fn details(&self) -> Value {
        match self {
            Self::Decided(c) => {
                let mut details = json!({
                    "verdict": c.refund.as_ref().map(|r| r.verdict),
                    "role": c.refund.as_ref().and_then(|r| r.role.clone()),
                    "amount": c.refund.as_ref().map(|r| r.amount),
                    "score": c.risk.as_ref().map(|r| r.score),
                    "manual": c.manual,
                    "failures": c.failures,
                });
                // What the customer is asked for or told is theirs to read (U9).
                if !c.information.is_empty() {
                    details["information"] = json!(c.information);
                }
                if let Some(words) = &c.reject {
                    details["reject"] = json!(words);
                }
                details
            }
            _ => match serde_json::to_value(self) {
                Ok(Value::Object(mut map)) => map.remove("details").unwrap_or(Value::Object(serde_json::Map::new())),
                _ => Value::Null,
            },
        }
    }
}
