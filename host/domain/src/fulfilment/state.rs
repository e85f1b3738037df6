//! Where a replacement stands, and what can follow what.

use serde::{Deserialize, Serialize};

use super::Replacement;
use crate::clock::Timestamp;
use crate::id::ReplacementId;
use crate::status::names;

names! {
    /// Where a replacement stands.
    ReplacementState {
        /// Stock is being asked for: of the inventory connector, or of a person where there is none.
        Reserving = "reserving",
        /// There is no stock; the customer is asked whether they take money, and stock is looked for again.
        OutOfStock = "out_of_stock",
        /// The goods are to be mended.
        InRepair = "in_repair",
        /// They cannot be mended; the customer is asked whether they take money.
        NotRepairable = "not_repairable",
        /// The goods are set aside; the ones they are for have to come first.
        Reserved = "reserved",
        /// The customer owes a difference, and nothing leaves before it is paid.
        AwaitingPayment = "awaiting_payment",
        /// It may leave.
        Ready = "ready",
        /// It is on its way.
        Shipped = "shipped",
        /// The customer has it.
        Delivered = "delivered",
        /// It will not leave.
        Cancelled = "cancelled",
    }
}

names! {
    /// What happens to a replacement.
    Step as ReplacementStep {
        /// Its goods are set aside.
        Reserve = "reserve",
        /// There is no stock.
        Miss = "miss",
        /// It is mended.
        Repair = "repair",
        /// It cannot be mended.
        GiveUp = "give_up",
        /// It cannot be mended, and the customer wants it as it is.
        TakeBack = "take_back",
        /// Its price is settled, and the customer owes a difference.
        Charge = "charge",
        /// Its price is settled, and the customer owes nothing.
        Settle = "settle",
        /// The customer paid the difference.
        Pay = "pay",
        /// It left.
        Ship = "ship",
        /// It arrived.
        Deliver = "deliver",
        /// It is called off.
        Cancel = "cancel",
    }
}

/// The step does not follow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("replacement {id} is {state}: {why}")]
pub struct NotPossible {
    /// Which.
    pub id: ReplacementId,
    /// Where it stands.
    pub state: ReplacementState,
    /// What is possible instead.
    pub why: &'static str,
}

impl ReplacementState {
    /// Where a step leads; `None` when it does not follow.
    pub const fn after(self, step: Step) -> Option<Self> {
        Some(match (self, step) {
            (Self::Reserving | Self::OutOfStock, Step::Reserve)
            | (Self::InRepair, Step::Repair)
            | (Self::NotRepairable, Step::TakeBack) => Self::Reserved,
            (Self::Reserving | Self::Reserved, Step::Miss) => Self::OutOfStock,
            (Self::InRepair, Step::GiveUp) => Self::NotRepairable,
            (Self::Reserved, Step::Charge) => Self::AwaitingPayment,
            (Self::Reserved, Step::Settle) | (Self::AwaitingPayment, Step::Pay) => Self::Ready,
            (Self::Ready, Step::Ship) => Self::Shipped,
            (Self::Shipped, Step::Deliver) => Self::Delivered,
            (state, Step::Cancel) if state.can_be_cancelled() => Self::Cancelled,
            _ => return None,
        })
    }

    /// True until it has left.
    pub const fn can_be_cancelled(self) -> bool {
        !matches!(self, Self::Shipped | Self::Delivered | Self::Cancelled)
    }

    /// True while something is still to happen.
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Delivered | Self::Cancelled)
    }

    /// True when its price is on the ledger.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::AwaitingPayment | Self::Ready | Self::Shipped | Self::Delivered)
    }

    /// What is possible here, for who tried something else.
    const fn hint(self) -> &'static str {
        match self {
            Self::Reserving => "its stock is being asked for; it can be reserved, found out of stock, or cancelled",
            Self::OutOfStock => "the customer is asked whether they take money; it can be reserved when there is stock, or cancelled",
            Self::InRepair => "say that it is repaired or not repairable, or cancel it",
            Self::NotRepairable => "the customer is asked whether they take money; pass the answer on, or cancel it",
            Self::Reserved => "it waits for the goods it is for; take them in and inspect them, or cancel it",
            Self::AwaitingPayment => "the customer owes the difference; mark it paid, or cancel it",
            Self::Ready => "it may be shipped or cancelled",
            Self::Shipped => "it has left; mark it delivered",
            Self::Delivered => "the customer has it: open a new ticket for what follows",
            Self::Cancelled => "it was called off: propose another one",
        }
    }
}

impl Replacement {
    /// Takes a step.
    ///
    /// # Errors
    /// [`NotPossible`] when it does not follow; nothing has changed then.
    pub fn step(&mut self, step: Step, now: Timestamp) -> Result<(), NotPossible> {
        let to = self.state.after(step).ok_or(NotPossible { id: self.id, state: self.state, why: self.state.hint() })?;
        self.state = to;
        self.updated_at = now;
        Ok(())
    }
}
