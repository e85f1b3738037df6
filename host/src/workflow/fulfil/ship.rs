//! The difference is paid, the goods leave, and they arrive; or they are called off.

use redress_domain::Event;
use redress_domain::fulfilment::{FulfilmentRules, Paid, ReplacementState, Shipment, Step, paid_on_top};
use redress_domain::id::{ReplacementId, TenantId};
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;
use serde_json::json;

use super::Place;
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow};

/// What left.
#[derive(Debug, Clone, Default)]
pub struct Departure {
    /// Who carries it.
    pub carrier: Option<String>,
    /// Tracking number.
    pub number: Option<String>,
}

impl Workflow {
    /// The customer paid the difference under a reference of the bank's or gateway's. The result is ready to be written with
    /// [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one that owes no difference, no free sandbox, the database.
    pub async fn difference_paid(&self, tenant: TenantId, by: Actor, at: Place, reference: String) -> Result<Turn, Error> {
        self.with_replacement(tenant, by.clone(), at, move |turn, id| {
            turn.step_replacement(id, Step::Pay)?;
            let now = turn.now();
            turn.book_paid(paid_on_top(turn.replacement(id)?, &reference));
            let amount = turn.change_replacement(id, |one| {
                one.paid = Some(Paid { reference, by, at: now });
                Ok(one.difference)
            })?;
            turn.apply(Event::DifferencePaid { amount })
        })
        .await
    }

    /// The goods have left. When they leave before those they are for have come, a timer waits for these. The result is ready to
    /// be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one that may not leave, no free sandbox, the database.
    pub async fn ship_replacement(&self, tenant: TenantId, by: Actor, at: Place, departure: Departure) -> Result<Turn, Error> {
        self.with_replacement(tenant, by, at, move |turn, id| {
            let came = matches!(turn.ticket().axes.goods, GoodsStatus::Received | GoodsStatus::Inspected);
            turn.step_replacement(id, Step::Ship)?;
            let Departure { carrier, number } = departure;
            let (now, ticket) = (turn.now(), turn.ticket().id);
            turn.apply(Event::ReplacementShipped { number: number.clone() })?;
            let owing = turn.replacement(id)?.ship_first && !came;
            let days = FulfilmentRules::read(&turn.case().parameters).return_days;
            let within = chrono::Duration::days(days.into());
            turn.change_replacement(id, |one| {
                one.shipment = Some(Shipment { carrier, number, at: now, delivered_at: None });
                one.return_by = owing.then(|| now.plus(within));
                Ok(())
            })?;
            if owing {
                turn.start(TimerKind::GoodsOverdue, within);
            }
            turn.keep_goods(Keep::Left(ticket));
            Ok(())
        })
        .await
    }

    /// The customer has the goods. With the last ones the case ends, or settles what is still to be paid. The result is ready to
    /// be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one that is not on its way, no free sandbox, the database.
    pub async fn replacement_delivered(&self, tenant: TenantId, by: Actor, at: Place) -> Result<Turn, Error> {
        self.with_replacement(tenant, by, at, |turn, id| {
            turn.step_replacement(id, Step::Deliver)?;
            let now = turn.now();
            turn.change_replacement(id, |one| {
                if let Some(shipment) = &mut one.shipment {
                    shipment.delivered_at = Some(now);
                }
                Ok(())
            })?;
            arrived(turn, id)
        })
        .await
    }

    /// Calls a replacement off and lets its stock go. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one that has left or whose rest goes back, no free sandbox,
    /// the database.
    pub async fn cancel_replacement(&self, tenant: TenantId, by: Actor, at: Place, reason: String) -> Result<Turn, Error> {
        self.with_replacement(tenant, by, at, move |turn, id| {
            turn.call_off(id, &reason)?;
            // What has arrived may have waited for this one.
            let delivered = turn.replacements().any(|one| one.state == ReplacementState::Delivered);
            if delivered { arrived(turn, id) } else { Ok(()) }
        })
        .await
    }
}

/// The ticket has what it waited for, unless another replacement is still to come.
fn arrived(turn: &mut Turn, id: ReplacementId) -> Result<(), Error> {
    let axes = turn.ticket().axes;
    let others = turn.replacements().any(|one| one.id != id && one.state.is_open());
    let late = axes.case != CaseStatus::Fulfilling && axes.goods == GoodsStatus::ReplacementShipped;
    if (axes.case == CaseStatus::Fulfilling && !others) || late {
        return turn.apply(Event::ReplacementDelivered);
    }
    turn.announce("replacement.delivered", json!({ "replacement": id }));
    Ok(())
}
