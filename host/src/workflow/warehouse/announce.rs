//! A parcel is announced: the customer, an agent or a channel gives its number.

use redress_domain::Event;
use redress_domain::id::{ParcelId, TenantId, TicketId};
use redress_domain::portal::{Beside, Deed, deeds};
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::kept::{Assigned, KnownParcel, OfferState, QueuedParcel, ScanOutcome};
use redress_domain::warehouse::offer::Choice;
use redress_domain::warehouse::parcel::{ExpectedParcel, Purpose, Registration, register};
use redress_domain::warehouse::tracking::TrackingNumber;
use redress_store::{parcel, unidentified};
use serde_json::json;

use super::Goods;
use crate::workflow::act::{check_version, not_now};
use crate::workflow::turn::{Facts, Keep, NUMBER_DAYS, Turn};
use crate::workflow::{Error, Workflow};

/// What is announced.
#[derive(Debug, Clone)]
pub struct Announcement {
    /// What the label says.
    pub number: TrackingNumber,
    /// Who carries it.
    pub carrier: Option<String>,
    /// Why it comes; left out, it is the missing part while one is awaited, else the return.
    pub purpose: Option<Purpose>,
    /// The parcel whose number was wrong: it is awaited no more.
    pub replaces: Option<ParcelId>,
    /// The same for who knows only the number of it, such as the customer.
    pub instead_of: Option<TrackingNumber>,
}

/// What became of it.
#[derive(Debug, Clone)]
pub enum Announced {
    /// It is awaited now.
    New(KnownParcel),
    /// It was announced before.
    Known(KnownParcel),
    /// It is awaited, and here: it had come before it was announced.
    Here(KnownParcel),
    /// Its number is another parcel's, for this reason; the ticket is an exception until somebody gives the right one.
    Rejected(String),
}

impl Workflow {
    /// Announces a parcel of a ticket. The result is ready to be written with [`Workflow::commit`]. The customer may do it while the
    /// request takes goods back (Z39), and what they announce is awaited like what an agent does (D4).
    ///
    /// # Errors
    /// An unknown ticket, a version other than `expected`, a case that awaits nothing, a parcel to replace that is not awaited,
    /// no free sandbox, the database.
    pub async fn announce_parcel(
        &self,
        tenant: TenantId,
        actor: Actor,
        id: TicketId,
        expected: Option<i64>,
        mut announcement: Announcement,
    ) -> Result<(Turn, Announced), Error> {
        let (facts, goods) = self.goods(tenant, id, actor).await?;
        check_version("ticket", id, expected, facts.case.ticket.version)?;
        if facts.actor == Actor::Customer && !deeds(&facts.case.ticket, Beside::default(), facts.now).contains(&Deed::Track) {
            return Err(not_now(&facts.case.ticket));
        }
        if let Some(number) = &announcement.instead_of {
            announcement.replaces = Some(awaited(&goods, number)?);
        }
        let (now, number) = (facts.now, announcement.number.clone());
        let since = now.plus(-chrono::Duration::days(NUMBER_DAYS));
        let (others, waiting) = self
            .tenant(tenant)
            .read(move |tx| {
                Box::pin(async move {
                    Ok::<_, Error>((parcel::by_number(tx, &number, since).await?, unidentified::waiting(tx, &number).await?))
                })
            })
            .await?;
        check_replaced(&goods, announcement.replaces)?;
        let known = self.known_parcel(&facts, &goods, &announcement);
        let arrived: Vec<ParcelId> = others.iter().filter(|other| other.arrived_at.is_some()).map(|other| other.parcel.id).collect();
        let kept = others.iter().filter(|other| Some(other.parcel.id) != announcement.replaces);
        let (announced, then) = match register(&known.parcel, &kept.map(|other| other.parcel.clone()).collect::<Vec<_>>(), &arrived) {
            Registration::Known(same) => {
                let same = others.into_iter().find(|other| other.parcel.id == same);
                (Announced::Known(same.ok_or_else(|| Error::not_found("parcel", id))?), Then::Nothing)
            }
            Registration::Taken { event, .. } => {
                let reason = match &event {
                    Event::TrackingRejected { reason } => reason.clone(),
                    other => other.kind().to_string(),
                };
                (Announced::Rejected(reason), Then::Reject(event))
            }
            Registration::New(event) => match waiting.filter(may_match) {
                Some(queued) => {
                    let here = KnownParcel { arrived_at: Some(now), scan: Some(queued.parcel.scan), ..known };
                    let complete = goods.complete_with(announcement.replaces);
                    (Announced::Here(here.clone()), Then::Here { event, parcel: here, complete })
                }
                None => (Announced::New(known.clone()), Then::Await { event, parcel: known }),
            },
        };
        let turn = self.think(facts, move |turn| follow(turn, then, announcement.replaces)).await?;
        Ok((turn, announced))
    }

    fn known_parcel(&self, facts: &Facts, goods: &Goods, announcement: &Announcement) -> KnownParcel {
        let axes = facts.case.ticket.axes;
        let awaits_part = goods.offer.as_ref().is_some_and(|o| o.state == OfferState::Answered && o.choice == Some(Choice::Resend))
            && axes.goods == GoodsStatus::PartiallyReceived
            && axes.case == CaseStatus::AwaitingReturn;
        let purpose = announcement.purpose.unwrap_or(if awaits_part { Purpose::Parts } else { Purpose::Return });
        KnownParcel {
            parcel: ExpectedParcel {
                id: ParcelId::generate(&*self.clock, &mut self.entropy.clone()),
                ticket: facts.case.ticket.id,
                number: announcement.number.clone(),
                carrier: announcement.carrier.clone(),
                purpose,
                since: facts.now,
            },
            announced_by: facts.actor.clone(),
            arrived_at: None,
            scan: None,
            withdrawn_at: None,
        }
    }
}

/// What the announcement does to the ticket.
enum Then {
    Nothing,
    Reject(Event),
    Await { event: Event, parcel: KnownParcel },
    Here { event: Event, parcel: KnownParcel, complete: bool },
}

fn follow(turn: &mut Turn, then: Then, replaces: Option<ParcelId>) -> Result<(), Error> {
    if let (Some(old), false) = (replaces, matches!(then, Then::Nothing)) {
        let now = turn.now();
        turn.note("parcel.withdrawn", json!({ "parcel": old }));
        turn.keep_goods(Keep::Withdrawn(old, now));
    }
    match then {
        Then::Nothing => Ok(()),
        Then::Reject(event) => turn.apply(event),
        Then::Await { event, parcel } => {
            turn.apply(event)?;
            turn.keep_goods(Keep::Parcel(parcel));
            Ok(())
        }
        Then::Here { event, parcel, complete } => {
            turn.apply(event)?;
            turn.apply(Event::GoodsReceived { complete, note: None })?;
            let (now, actor) = (turn.now(), parcel.announced_by.clone());
            let to = Assigned { ticket: parcel.parcel.ticket, parcel: parcel.parcel.id, by: actor, at: now };
            let scan = parcel.scan;
            turn.keep_goods(Keep::Parcel(parcel));
            if let Some(scan) = scan {
                turn.keep_goods(Keep::Assigned(scan, to));
            }
            Ok(())
        }
    }
}

/// The parcel under a number that the ticket awaits.
fn awaited(goods: &Goods, number: &TrackingNumber) -> Result<ParcelId, Error> {
    let found = goods.parcels.iter().find(|known| known.is_awaited() && known.parcel.number == *number);
    let none =
        || Error::invalid("unknown_reference", "/replaces", format!("no parcel {number} is awaited: leave it out, or read it again"));
    found.map(|known| known.parcel.id).ok_or_else(none)
}

fn check_replaced(goods: &Goods, replaces: Option<ParcelId>) -> Result<(), Error> {
    let Some(old) = replaces else { return Ok(()) };
    if goods.parcels.iter().any(|parcel| parcel.parcel.id == old && parcel.is_awaited()) {
        return Ok(());
    }
    Err(Error::invalid("unknown_reference", "/replaces", format!("the ticket awaits no parcel {old}: name one that it awaits")))
}

/// Only the very number is matched without asking, and only when it was merely early.
fn may_match(queued: &QueuedParcel) -> bool {
    matches!(queued.outcome, ScanOutcome::Unexpected | ScanOutcome::NotNow)
}
