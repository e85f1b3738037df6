//! Goods that came are mended, or cannot be.

use redress_domain::Money;
use redress_domain::fulfilment::{FulfilmentRules, Step, difference};
use redress_domain::id::TenantId;
use redress_domain::timeline::Actor;
use serde_json::json;

use super::Place;
use super::stock::ask_for_consent;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

/// What was done.
#[derive(Debug, Clone, Default)]
pub struct Repaired {
    /// What was mended, for the customer and the print of the repair (维修确认单).
    pub note: String,
    /// What the customer is charged for it in all; `None` keeps what was proposed.
    pub cost: Option<Money>,
}

impl Workflow {
    /// The goods are mended: they go back to the customer, when what it costs is paid. The result is ready to be written with
    /// [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one that is not in repair, a cost that is none, no free
    /// sandbox, the database.
    pub async fn repaired(&self, tenant: TenantId, by: Actor, at: Place, repaired: Repaired) -> Result<Turn, Error> {
        self.with_replacement(tenant, by, at, move |turn, id| {
            turn.step_replacement(id, Step::Repair)?;
            turn.change_replacement(id, |one| {
                if let Some(cost) = repaired.cost {
                    let currency = one.difference.currency();
                    if cost.currency() != currency {
                        return Err(Error::invalid("foreign_currency", "/cost", format!("the order is in {currency}: convert the cost")));
                    }
                    if cost.is_negative() {
                        return Err(Error::invalid("invalid", "/cost", "a cost is not negative"));
                    }
                    let weights: Vec<u64> = one.lines.iter().map(|line| line.quantity.into()).collect();
                    for (line, part) in one.lines.iter_mut().zip(cost.allocate(&weights)?) {
                        line.amount = part;
                        line.unit_price = part;
                    }
                    one.difference = difference(currency, &one.lines, &one.returned)?;
                }
                Ok(())
            })?;
            turn.note("replacement.repaired", json!({ "replacement": id, "note": repaired.note }));
            Ok(())
        })
        .await
    }

    /// The goods cannot be mended: the customer is asked whether they take money. The result is ready to be written with
    /// [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one that is not in repair, no free sandbox, the database.
    pub async fn not_repairable(&self, tenant: TenantId, by: Actor, at: Place, reason: String) -> Result<Turn, Error> {
        self.with_replacement(tenant, by, at, move |turn, id| {
            turn.step_replacement(id, Step::GiveUp)?;
            turn.note("replacement.not_repairable", json!({ "replacement": id, "reason": reason }));
            let (rules, one) = (FulfilmentRules::read(&turn.case().parameters), turn.replacement(id)?.clone());
            ask_for_consent(turn, &one, &rules.no_repair)
        })
        .await
    }
}
