//! What is known besides the answers: the ticket, the order, the customer and their past.

mod names;
mod values;

use redress_domain::history::History;
use redress_domain::id::UserId;
use redress_domain::order::{Customer, Order};
use redress_domain::ticket::Ticket;

pub use names::environment;
pub(crate) use values::{Memory, View, minor, moment};

/// What is known besides the answers. What is not there is not known, and conditions about it do not hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts<'a> {
    /// The ticket, once there is one.
    pub ticket: Option<&'a Ticket>,
    /// The order that the answers are about. The host finds it by the order number that was answered.
    pub order: Option<&'a Order>,
    /// Who bought.
    pub customer: Option<&'a Customer>,
    /// The customer's past.
    pub history: Option<&'a History>,
    /// Who fills in the form, when it is an agent.
    pub person: Option<UserId>,
}
