//! There is stock, or there is none: said by the connector, or by a person where no connector is at work.

use redress_domain::Money;
use redress_domain::event::{Author, Event};
use redress_domain::fulfilment::{
    Consent, FulfilmentRules, MissingStock, Replacement, ReplacementKind, ReplacementState, Step, Wish, returned_credit,
};
use redress_domain::id::{ReplacementId, TenantId};
use redress_domain::timeline::Actor;
use redress_store::reservation;
use serde_json::json;

use super::Place;
use crate::workflow::turn::{Turn, withdraw};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Somebody has set the goods aside. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one whose stock a connector is asked for, one that does not
    /// wait for stock, no free sandbox, the database.
    pub async fn confirm_stock(&self, tenant: TenantId, by: Actor, at: Place) -> Result<Turn, Error> {
        let asked = self.is_asked_for(tenant, at.replacement).await?;
        self.with_replacement(tenant, by.clone(), at, move |turn, id| {
            refuse_connected(turn, id, asked)?;
            turn.change_replacement(id, |one| {
                one.stock.confirmed_by = Some(by);
                Ok(())
            })?;
            has_stock(turn, id, None)
        })
        .await
    }

    /// Somebody has found that the goods are not there. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// As [`Self::confirm_stock`], and one that has been settled.
    pub async fn deny_stock(&self, tenant: TenantId, by: Actor, at: Place) -> Result<Turn, Error> {
        self.with_replacement(tenant, by, at, move |turn, id| {
            let one = turn.replacement(id)?;
            let (held, waits) = (one.is_connected(), one.state == ReplacementState::Reserving);
            refuse_connected(turn, id, held && waits)?;
            // What the connector has set aside and nobody finds is let go.
            if held {
                turn.want_stock(id, Wish::Release)?;
            }
            has_no_stock(turn, id, Vec::new())
        })
        .await
    }

    async fn is_asked_for(&self, tenant: TenantId, id: ReplacementId) -> Result<bool, Error> {
        Ok(self.tenant(tenant).read(move |tx| Box::pin(async move { reservation::find(tx, id).await })).await?.is_some())
    }
}

/// What a connector says and what people say would contradict each other.
fn refuse_connected(turn: &Turn, id: ReplacementId, connected: bool) -> Result<(), Error> {
    if !connected {
        return Ok(());
    }
    let state = turn.replacement(id)?.state.to_string();
    let why = "the inventory connector is being asked for its stock: wait for the answer, or cancel it and propose it anew";
    Err(Error::NotNow { what: "replacement", id: id.to_string(), state, why })
}

/// The goods are set aside; a question whether the customer takes money is off the table.
pub(super) fn has_stock(turn: &mut Turn, id: ReplacementId, reference: Option<String>) -> Result<(), Error> {
    turn.change_replacement(id, |one| {
        withdraw(one.consent.as_mut());
        one.stock.reference = reference;
        one.stock.missing.clear();
        Ok(())
    })?;
    turn.step_replacement(id, Step::Reserve)
}

/// The goods are not there: the customer is asked whether they take money instead, once.
pub(super) fn has_no_stock(turn: &mut Turn, id: ReplacementId, missing: Vec<MissingStock>) -> Result<(), Error> {
    let waited = turn.replacement(id)?.state == ReplacementState::OutOfStock;
    turn.change_replacement(id, |one| {
        one.stock.missing = missing;
        one.stock.reference = None;
        Ok(())
    })?;
    if waited {
        return Ok(());
    }
    turn.step_replacement(id, Step::Miss)?;
    let (rules, one) = (FulfilmentRules::read(&turn.case().parameters), turn.replacement(id)?.clone());
    ask_for_consent(turn, &one, &rules.no_stock)
}

/// Asks the customer.
pub(super) fn ask_for_consent(turn: &mut Turn, one: &Replacement, script: &str) -> Result<(), Error> {
    let amount = worth(turn, one)?;
    let name =
        |line: &redress_domain::fulfilment::ReplacementLine| if line.title.is_empty() { line.sku.clone() } else { line.title.clone() };
    let goods = one.lines.iter().map(name).collect::<Vec<_>>().join("、");
    let text = script.replace("{goods}", &goods).replace("{amount}", &amount.to_string());
    turn.apply(Event::MessageAdded { author: Author::Agent, body: text.clone(), internal: false })?;
    turn.announce("replacement.refund_offered", json!({ "replacement": one.id, "amount": amount, "text": text }));
    let (now, hours) = (turn.now(), FulfilmentRules::read(&turn.case().parameters).answer_hours);
    turn.change_replacement(one.id, |one| {
        one.consent = Some(Consent::ask(amount, text, now, now.plus(chrono::Duration::hours(hours.into()))));
        Ok(())
    })
}

/// What the goods were worth that the customer would have money for.
fn worth(turn: &Turn, one: &Replacement) -> Result<Money, Error> {
    let currency = one.difference.currency();
    if one.kind == ReplacementKind::Exchange {
        return Ok(returned_credit(currency, &one.returned)?);
    }
    Ok(Money::sum(currency, wanted_back(turn, one)?.into_iter().map(|(_, amount)| amount))?)
}

/// What would be asked back, line by line.
pub(super) fn wanted_back(turn: &Turn, one: &Replacement) -> Result<Vec<(redress_domain::id::TicketLineId, Money)>, Error> {
    if one.kind == ReplacementKind::Exchange {
        return Ok(one.returned.iter().map(|line| (line.line, line.credit)).collect());
    }
    let currency = one.difference.currency();
    let paid = |line: &redress_domain::fulfilment::ReplacementLine| {
        let about = turn.ticket().lines.iter().find(|own| own.id == line.replaces);
        let held = turn.goods().zip(about).map_or(Ok(None), |(goods, about)| goods.pieces(about, line.quantity))?;
        Ok((line.replaces, held.map_or(Money::zero(currency), |held| held.worth)))
    };
    one.lines.iter().map(paid).collect()
}
