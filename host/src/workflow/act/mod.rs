//! People and time act on a ticket that exists.

mod action;
mod customer;
mod dispute;
mod escalate;
mod expire;
mod merge;
mod promise;
mod script;
mod tick;

use redress_domain::Money;
use redress_domain::id::{TenantId, TicketId, UserId};
use redress_domain::ledger;
use redress_domain::rule::CaseFile;
use redress_domain::settlement::EntryKind;
use redress_domain::status::CaseStatus;
use redress_domain::ticket::LINKED_CHANNEL;
use redress_domain::timeline::Actor;

pub use action::Action;
pub use customer::CustomerDeed;
pub(in crate::workflow) use customer::not_now;
pub use dispute::DisputeStep;
pub use escalate::Looked;
pub use merge::Merger;
pub use script::Tick;

use super::look::{self, Whole};
use super::submit::goods;
use super::turn::{Change, Facts, Turn};
use super::violation::Violations;
use super::{Error, Workflow};

/// Who acts.
#[derive(Debug, Clone)]
pub struct Doer {
    /// The person or program.
    pub user: UserId,
    /// Names of the roles held.
    pub roles: Vec<String>,
}

impl Workflow {
    /// Does something to a ticket. The result is ready to be written with [`Workflow::commit`].
    ///
    /// # Errors
    /// An unknown ticket, a version other than `expected`, a state or a role that does not allow it, no free sandbox, the
    /// database.
    pub async fn act(&self, tenant: TenantId, doer: Doer, id: TicketId, expected: Option<i64>, action: Action) -> Result<Turn, Error> {
        let mut action = self.resolve_names(tenant, action).await?;
        let actor = action.actor(&doer);
        let facts = self.facts(tenant, id, actor).await?;
        check_version("ticket", id, expected, facts.case.ticket.version)?;
        if let Action::Message { fields, .. } = &mut action {
            self.admit_from_shop(&facts, doer.user, fields).await?;
        }
        self.think(facts, move |turn| {
            action.apply(turn, &doer)?;
            decide_if_submitted(turn)
        })
        .await
    }

    /// Reads what a turn of an existing ticket begins with.
    ///
    /// # Errors
    /// An unknown ticket, or the database.
    pub(in crate::workflow) async fn facts(&self, tenant: TenantId, id: TicketId, actor: Actor) -> Result<Box<Facts>, Error> {
        let snapshot = self.rules.get(tenant).await?;
        let currency = snapshot.tenant.currency;
        let whole = self.tenant(tenant).read(move |tx| Box::pin(look::whole(tx, id, currency))).await?;
        let refunded_elsewhere = elsewhere(&whole)?;
        let Whole { ticket, customer, order, taken, history, ledger, instructions, replacements, sealed, level, run, counted, surveyed } =
            whole;
        let running = self.running(tenant, run).await?;
        // What the platform opened without a drawing goes on without one: it might open tickets of its own kind for ever.
        let undrawn = ticket.channel == LINKED_CHANNEL && running.is_none();
        let begins = if undrawn { None } else { self.begins(&snapshot, ticket.kind).await };
        Ok(Box::new(Facts {
            rules: self.rules.clone(),
            entropy: self.entropy.clone(),
            now: self.now(),
            actor,
            stored: Some(ticket.version),
            case: CaseFile { ticket, customer, order, history, parameters: snapshot.parameters.clone() },
            snapshot,
            customer: Change::None,
            order: Change::None,
            refunded_elsewhere,
            seen: taken,
            ledger,
            instructions,
            replacements,
            sealed,
            level,
            counted,
            surveyed,
            running,
            begins,
        }))
    }
}

/// A ticket that came back to `submitted` is decided at once, unless others have taken its goods meanwhile.
pub(in crate::workflow) fn decide_if_submitted(turn: &mut Turn) -> Result<(), Error> {
    if turn.ticket().axes.case != CaseStatus::Submitted {
        return Ok(());
    }
    let mut found = Violations::default();
    goods::check_still_there(turn.case(), turn.taken(), &mut found);
    found.finish().map_err(Error::Invalid)?;
    turn.decide()?;
    turn.begin_flow();
    Ok(())
}

/// Compares the version that the caller has seen with the one there is.
pub(in crate::workflow) fn check_version(
    what: &'static str,
    id: impl std::fmt::Display,
    expected: Option<i64>,
    found: i64,
) -> Result<(), Error> {
    match expected {
        Some(expected) if expected != found => Err(Error::Stale { what, id: id.to_string(), expected, found }),
        _ => Ok(()),
    }
}

/// What the order's other tickets have refunded or promised: all of it less this ticket's own part.
fn elsewhere(whole: &Whole) -> Result<Option<Money>, Error> {
    let Some(taken) = &whole.taken else { return Ok(None) };
    let currency = taken.refunded.currency();
    let outside = whole.ledger.iter().filter(|entry| matches!(entry.kind, EntryKind::External | EntryKind::Clawback));
    let own = ledger::committed(currency, &whole.instructions)?.checked_add(Money::sum(currency, outside.map(|entry| entry.amount))?)?;
    Ok(Some(taken.refunded.checked_sub(own)?))
}
