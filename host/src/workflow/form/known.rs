//! What is known of the order and the customer that a form is about.

use redress_domain::Currency;
use redress_domain::history::History;
use redress_domain::id::{TenantId, UserId};
use redress_domain::order::{Customer, Order};
use redress_forms::Facts;
use redress_store::{customer, history, order};

use crate::workflow::{Error, Workflow};

/// Whom and what a form is about, by the shop's own words.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The shop's order number.
    pub order: Option<String>,
    /// The shop's id of the customer; who bought the order when left out.
    pub customer: Option<String>,
}

/// What is known of it.
#[derive(Debug, Default)]
pub(super) struct Known {
    order: Option<Order>,
    customer: Option<Customer>,
    history: Option<History>,
}

impl Known {
    pub(super) fn facts(&self, person: Option<UserId>) -> Facts<'_> {
        Facts { ticket: None, order: self.order.as_ref(), customer: self.customer.as_ref(), history: self.history.as_ref(), person }
    }
}

impl Workflow {
    /// Reads it. An order or a customer that is not known leaves the form without their facts: the answers say so then.
    pub(super) async fn known(&self, tenant: TenantId, about: About, currency: Currency) -> Result<Known, Error> {
        let store = self.tenant(tenant);
        let read = store.read(move |tx| {
            Box::pin(async move {
                let order = match &about.order {
                    Some(number) => order::find_by_external_id(tx, number).await?,
                    None => None,
                };
                let customer = match (&about.customer, order.as_ref().and_then(|order| order.customer)) {
                    (Some(id), _) => customer::find_by_external_id(tx, id).await?,
                    (None, Some(buyer)) => customer::find(tx, buyer).await?,
                    (None, None) => None,
                };
                let currency = order.as_ref().map_or(currency, |order| order.paid.currency());
                let history = match &customer {
                    Some(customer) => Some(history::of_customer(tx, customer.id, None, currency).await?),
                    None => None,
                };
                Ok::<_, Error>(Known { order, customer, history })
            })
        });
        read.await
    }
}
