//! Money goes back over a gateway, in two turns with the network between them: the first notes what is about to be asked, and
//! commits before anything leaves; the second takes in what came back. Whoever dies between them leaves an instruction that is
//! `sent`, which the next one asks about and never sends again unasked.

mod hear;
mod learn;
mod prepare;
mod recheck;

use redress_domain::gateway::{Patience, RefundWork};
use redress_domain::rule::{HttpRequest, PaymentOrder, Purpose};
use redress_domain::settlement::RefundInstruction;

use super::turn::Turn;

pub use hear::{Heard, Message};
pub use recheck::{Rechecked, Verdict};

/// How patient Redress is with gateways.
pub const PATIENCE: Patience = Patience {
    settle: chrono::Duration::minutes(2),
    first_pause: chrono::Duration::seconds(5),
    longest_pause: chrono::Duration::hours(1),
    sends: 5,
    looks: 6,
};

/// What to do next about an instruction.
pub enum Prepared {
    /// Nothing: it is paid, failed or cancelled, or it waits for the goods.
    Over,
    /// A request; the turn must be committed before it leaves.
    Ask(Box<Asked>),
    /// There is no request now; the turn says why.
    Stuck(Box<Turn>, RefundWork),
}

/// A request to a gateway.
pub struct Asked {
    /// What must be committed first.
    pub turn: Turn,
    /// What is known of the instruction then.
    pub work: RefundWork,
    /// What is asked.
    pub purpose: Purpose,
    /// What to send.
    pub request: HttpRequest,
}

/// What was learnt about an instruction.
pub struct Learnt {
    /// What must be committed.
    pub turn: Turn,
    /// What is known of it now; `None` when nothing more is to be done.
    pub work: Option<RefundWork>,
}

/// An instruction as a gateway's rule sees it; `None` when nobody knows over which payment the money came.
fn order(turn: &Turn, instruction: &RefundInstruction, work: &RefundWork) -> Option<PaymentOrder> {
    let case = turn.case();
    let bought = case.order.as_ref()?;
    let payment = bought.payments.iter().find(|payment| Some(&payment.reference) == instruction.payment.as_ref())?;
    Some(PaymentOrder {
        id: instruction.id.to_string(),
        amount: instruction.amount,
        payment: payment.reference.clone(),
        paid: payment.amount,
        reference: work.reference.clone(),
        ticket: case.ticket.number.clone(),
        order: Some(bought.external_id.clone()),
        reason: case.ticket.lines.first().map(|line| line.reason.clone()).unwrap_or_default(),
        created_at: instruction.created_at,
    })
}
