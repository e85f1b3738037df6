//! The customer takes money instead of goods, or does not (`domain.md` §2: no stock → refund with consent).

use redress_domain::Event;
use redress_domain::fulfilment::{Choice, ConsentState, ReplacementState, Step};
use redress_domain::id::{ReplacementId, TenantId};
use redress_domain::ticket::LineAmount;
use redress_domain::timeline::Actor;
use redress_store::replacement;
use serde_json::json;

use super::Place;
use super::stock::wanted_back;
use crate::workflow::act::decide_if_submitted;
use crate::workflow::turn::Turn;
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Takes the customer's answer in, from the customer or passed on by somebody. With `refund` the ticket asks for the money of
    /// what it was about, and the rules decide about that as about any refund; with `wait` the goods are looked for again, and
    /// what cannot be mended goes back as it is. The same answer again changes nothing. The result is ready to be written with
    /// [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket or replacement, a version other than seen, one about which nothing was asked, another answer than one
    /// that was carried out, other goods of the ticket that are on their way, no free sandbox, the database.
    pub async fn answer_replacement(&self, tenant: TenantId, by: Actor, at: Place, choice: Choice) -> Result<Turn, Error> {
        // A ticket that has become a refund shows its replacements no more: what was answered is read beside it.
        let store = self.tenant(tenant);
        let found = store.read(move |tx| Box::pin(async move { replacement::find(tx, at.replacement).await })).await?;
        let answered = found.filter(|one| one.ticket == at.ticket).and_then(|one| one.consent).and_then(|asked| asked.choice());
        if answered == Some(choice) {
            let facts = self.facts(tenant, at.ticket, by).await?;
            return self.think(facts, |_| Ok(())).await;
        }
        self.with_replacement(tenant, by, at, move |turn, id| {
            let one = turn.replacement(id)?;
            let state = one.state;
            let refuse = |why| Err(Error::NotNow { what: "replacement", id: id.to_string(), state: state.to_string(), why });
            let asked = matches!(state, ReplacementState::OutOfStock | ReplacementState::NotRepairable);
            match one.consent.as_ref().map(|consent| consent.state) {
                _ if !asked => return refuse("the customer was asked nothing about it that is still open"),
                // Who waits may change their mind as long as nothing has come, and who let the time pass still has a choice.
                Some(ConsentState::Open | ConsentState::Wait | ConsentState::Expired) => {}
                _ => return refuse("the customer was asked nothing about it that is still open"),
            }
            let (by, now) = (turn.actor().clone(), turn.now());
            turn.note("replacement.answered", json!({ "replacement": id, "choice": choice }));
            turn.change_replacement(id, |one| {
                if let Some(consent) = &mut one.consent {
                    consent.answer(choice, by, now);
                }
                Ok(())
            })?;
            match choice {
                Choice::Refund => become_refund(turn, id),
                Choice::Wait if state == ReplacementState::NotRepairable => turn.step_replacement(id, Step::TakeBack),
                Choice::Wait => Ok(()),
            }
        })
        .await
    }
}

/// The ticket asks for money from here on: the rules and people decide about it with the tiers of any refund (D3).
fn become_refund(turn: &mut Turn, id: ReplacementId) -> Result<(), Error> {
    let others = turn.replacements().find(|one| one.id != id && one.state != ReplacementState::Cancelled);
    if let Some(other) = others {
        let (id, state) = (other.id.to_string(), other.state.to_string());
        let why = "other goods of the ticket leave for the customer: cancel them, or open a return ticket for what is not there";
        return Err(Error::NotNow { what: "replacement", id, state, why });
    }
    let one = turn.replacement(id)?.clone();
    let lines = wanted_back(turn, &one)?.into_iter().map(|(line, requested)| LineAmount { line, requested }).collect();
    turn.call_off(id, "the customer takes money instead")?;
    let reason = "there are no goods for the customer, who takes money instead".to_owned();
    turn.apply(Event::OutOfStock { reason: Some(reason.clone()) })?;
    turn.apply(Event::AmountChanged { lines, reason })?;
    decide_if_submitted(turn)
}
