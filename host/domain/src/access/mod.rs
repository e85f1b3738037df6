//! Field-level access (字段级别, Z36): which fields of customers, orders, tickets and users a role may not see or write.
//!
//! A role carries rules; who holds several roles has the most that any of them allows. The owner is never restricted. What is
//! answered and what is sent is walked as JSON ([`veil`], [`refused`]), because the same customer stands in lists, in tickets,
//! in the questions of rules and in messages.

mod csv;
mod mask;
mod place;
mod rule;
mod walk;

pub use csv::veil_csv;
pub use mask::{mask, masked};
pub use place::{Place, governed};
pub use rule::{Access, FieldAccess, FieldRule, Resource, RuleError};
pub use walk::{hides, of_answer, refused, veil};

#[cfg(test)]
mod tests;
