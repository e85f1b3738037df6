//! Where a customer sends the goods of a return that was allowed, and by when (domain.md §2).

use redress_domain::event::Event;
use redress_domain::status::{CaseStatus, GoodsStatus};
use redress_domain::timeline::Actor;
use redress_domain::warehouse::house::HouseRules;

use super::Turn;
use crate::workflow::Error;

impl Turn {
    /// Asks for the goods of a request that this turn has allowed: the customer is told the merchant's address, and the time for
    /// sending them begins. A drawn workflow does it itself where it does; without an address, an agent says one.
    ///
    /// # Errors
    /// What the ticket's table says; the turn must be thrown away then.
    pub(in crate::workflow) fn ask_for_goods(&mut self) -> Result<(), Error> {
        let ticket = self.ticket();
        let allowed = ticket.axes.case == CaseStatus::Approved && self.case_before != CaseStatus::Approved;
        let steered = self.hears() || self.walk.moved;
        if !allowed || steered || !ticket.kind.returns_goods() || ticket.axes.goods != GoodsStatus::WithCustomer {
            return Ok(());
        }
        let (rules, _) = HouseRules::read(&self.case().parameters);
        let Some(address) = rules.return_address else { return Ok(()) };
        // Whoever agreed has not written it.
        let own = std::mem::replace(&mut self.facts.actor, Actor::System);
        let applied = self.apply(Event::ReturnRequested { address });
        self.facts.actor = own;
        applied
    }
}
