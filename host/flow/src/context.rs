//! What the engine may ask of its caller. Everything that could differ from one call to the next comes in here.

use redress_domain::Timestamp;
use redress_domain::clock::Clock;
use redress_domain::id::{Entropy, TaskId, TimerId, UserId};
use redress_expression::Facts;

use crate::party::Party;

/// The present, as the caller sees it.
pub struct Context<'a> {
    /// Now.
    pub now: Timestamp,
    /// Where identifiers come from.
    pub ids: &'a mut dyn Ids,
    /// Facts of the ticket, its order, customer, history and parameters, by the names of the environment that the
    /// definition was compiled with. `form` and `outcome` are the engine's own.
    pub facts: &'a dyn Facts,
    /// Who is who.
    pub directory: &'a dyn Directory,
}

/// Where identifiers come from.
pub trait Ids {
    /// One for a task.
    fn task(&mut self) -> TaskId;
    /// One for a timer.
    fn timer(&mut self) -> TimerId;
}

/// Identifiers from a clock and randomness.
pub struct Generated<'a> {
    /// The clock.
    pub clock: &'a dyn Clock,
    /// The randomness.
    pub entropy: &'a mut dyn Entropy,
}

impl Ids for Generated<'_> {
    fn task(&mut self) -> TaskId {
        TaskId::generate(self.clock, self.entropy)
    }

    fn timer(&mut self) -> TimerId {
        TimerId::generate(self.clock, self.entropy)
    }
}

/// Who is who in the tenant, as it is now.
pub trait Directory {
    /// The people behind a party who can work at all, those on leave among them. Empty for the customer.
    fn members(&self, party: &Party) -> Vec<UserId>;

    /// True when a person is among a group's members.
    fn belongs(&self, user: UserId, party: &Party) -> bool {
        self.members(party).contains(&user)
    }

    /// True for a person who is on leave, disabled or gone.
    fn is_away(&self, user: UserId) -> bool;

    /// Who acts for a person while they are away.
    fn deputy(&self, user: UserId) -> Option<UserId>;
}
