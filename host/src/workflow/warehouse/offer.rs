//! The customer chooses, or does not (D7).

use redress_domain::Event;
use redress_domain::id::{TenantId, TicketId};
use redress_domain::rule::NewTask;
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::timeline::Actor;
use redress_domain::timer::TimerKind;
use redress_domain::warehouse::house::HouseRules;
use redress_domain::warehouse::inspection::RISK_ROLE;
use redress_domain::warehouse::kept::{KeptOffer, OfferState};
use redress_domain::warehouse::offer::{Choice, Offer, OfferError, Taken, answer, unanswered};
use redress_domain::warehouse::parcel::Purpose;
use redress_store::offer;
use serde_json::json;

use super::inspect::assign;
use crate::workflow::act::check_version;
use crate::workflow::turn::{Keep, Turn};
use crate::workflow::{Error, Workflow};

impl Workflow {
    /// Takes the customer's choice, from the customer or passed on by somebody. The result is ready to be written with
    /// [`Workflow::commit`]. The same choice again changes nothing.
    ///
    /// # Errors
    /// An unknown ticket, no offer, [`OfferError::Expired`], [`Error::OfferAnswered`] with another choice, a case that has moved on,
    /// no free sandbox, the database.
    pub async fn answer_offer(&self, tenant: TenantId, actor: Actor, id: TicketId, choice: Choice) -> Result<Turn, Error> {
        self.answer_offer_at(tenant, actor, id, None, choice).await
    }

    /// [`Self::answer_offer`] of a ticket that must be at version `seen`.
    ///
    /// # Errors
    /// The same, and another version.
    pub async fn answer_offer_at(
        &self,
        tenant: TenantId,
        actor: Actor,
        id: TicketId,
        seen: Option<i64>,
        choice: Choice,
    ) -> Result<Turn, Error> {
        let (facts, goods) = self.goods(tenant, id, actor).await?;
        check_version("ticket", id, seen, facts.case.ticket.version)?;
        let made = goods.offer.ok_or_else(|| Error::not_found("offer to ticket", id))?;
        match (made.state, made.choice) {
            (OfferState::Answered, Some(chosen)) if chosen == choice => return self.think(facts, |_| Ok(())).await,
            (OfferState::Answered, Some(chosen)) => return Err(Error::OfferAnswered { ticket: id, chosen }),
            (OfferState::Expired, _) => return Err(OfferError::Expired(made.offer.expires_at).into()),
            (OfferState::Withdrawn, _) => {
                return Err(OfferError::MovedOn { ticket: id, case: facts.case.ticket.axes.case }.into());
            }
            (OfferState::Open | OfferState::Answered, _) => {}
        }
        self.think(facts, move |turn| {
            let events = match answer(&made.offer, choice, turn.ticket(), turn.now())? {
                Taken::Deducted { events, .. } | Taken::PartAwaited { events, .. } => events,
            };
            let (by, at) = (turn.actor().clone(), turn.now());
            turn.note("offer.answered", json!({ "offer": made.id, "choice": choice }));
            apply_all(turn, events)?;
            let answered =
                KeptOffer { state: OfferState::Answered, choice: Some(choice), answered_by: Some(by), answered_at: Some(at), ..made };
            turn.keep_goods(Keep::OfferEnded(answered));
            turn.choose(choice);
            Ok(())
        })
        .await
    }

    /// The choice that a word names, when an offer is open that it could answer.
    pub(in crate::workflow) async fn open_choice(&self, tenant: TenantId, id: TicketId, word: &str) -> Result<Option<Choice>, Error> {
        let Ok(choice) = word.parse::<Choice>() else { return Ok(None) };
        let last = self.tenant(tenant).read(move |tx| Box::pin(async move { offer::last(tx, id).await })).await?;
        Ok(last.filter(|offer| offer.state == OfferState::Open).map(|_| choice))
    }

    /// The time for an answer is over: the merchant's setting decides.
    ///
    /// # Errors
    /// [`Error::Refused`] when the ticket has moved on; no free sandbox; the database.
    pub(in crate::workflow) async fn offer_expired(&self, tenant: TenantId, id: TicketId) -> Result<Turn, Error> {
        let (facts, goods) = self.goods(tenant, id, Actor::System).await?;
        self.think(facts, move |turn| {
            if put_off(turn, TimerKind::OfferExpired) {
                return Ok(());
            }
            turn.apply(TimerKind::OfferExpired.event())?;
            let Some(open) = goods.offer.filter(|offer| offer.state == OfferState::Open) else { return Ok(()) };
            turn.keep_goods(Keep::OfferEnded(KeptOffer { state: OfferState::Expired, ..open.clone() }));
            fall_back(turn, &open.offer)
        })
        .await
    }

    /// The goods did not come in time. Where it was a missing part, the goods that are here wait no longer for it than the
    /// customer was told: the merchant's setting decides.
    ///
    /// # Errors
    /// [`Error::Refused`] when the ticket has moved on; no free sandbox; the database.
    pub(in crate::workflow) async fn return_expired(&self, tenant: TenantId, id: TicketId) -> Result<Turn, Error> {
        let (facts, goods) = self.goods(tenant, id, Actor::System).await?;
        self.think(facts, move |turn| {
            // A part of the goods is here, and the rest would now be settled without it.
            let axes = turn.ticket().axes;
            let promised = axes.case == CaseStatus::AwaitingReturn && axes.goods == GoodsStatus::PartiallyReceived;
            if promised && put_off(turn, TimerKind::ReturnExpired) {
                return Ok(());
            }
            turn.apply(TimerKind::ReturnExpired.event())?;
            if turn.ticket().axes.case != CaseStatus::InspectionHold {
                return Ok(());
            }
            let now = turn.now();
            for part in goods.parcels.iter().filter(|parcel| parcel.is_awaited() && parcel.parcel.purpose == Purpose::Parts) {
                turn.keep_goods(Keep::Withdrawn(part.parcel.id, now));
            }
            let promised = goods.offer.filter(|offer| offer.choice == Some(Choice::Resend));
            promised.map_or(Ok(()), |promised| fall_back(turn, &promised.offer))
        })
        .await
    }
}

/// What would fix the money waits while a dispute is open: it is looked at again in a day. True when it waits.
fn put_off(turn: &mut Turn, kind: TimerKind) -> bool {
    let waits = turn.ticket().axes.dispute.is_open();
    if waits {
        turn.start(kind, chrono::Duration::days(1));
        turn.touch();
    }
    waits
}

/// What happens without the customer: the setting, or a person where it is no way out.
fn fall_back(turn: &mut Turn, offer: &Offer) -> Result<(), Error> {
    let (rules, _) = HouseRules::read(&turn.case().parameters);
    turn.note("offer.unanswered", json!({ "fallback": rules.fallback }));
    match unanswered(offer, rules.fallback, turn.ticket()) {
        Ok(events) => apply_all(turn, events),
        Err(OfferError::NothingToKeep) => {
            let title = "Goods on hold, nobody answered the offer, and nothing can be kept back: decide".to_owned();
            assign(turn, NewTask { title, role: RISK_ROLE.to_owned(), within_seconds: None });
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// All or none: a turn that fails is thrown away.
fn apply_all(turn: &mut Turn, events: Vec<Event>) -> Result<(), Error> {
    events.into_iter().try_for_each(|event| turn.apply(event))
}
