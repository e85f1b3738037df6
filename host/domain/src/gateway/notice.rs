//! What a gateway reports by itself, and what that is worth. A message is never believed alone: it says when to look, and what the
//! gateway answers when it is asked says what happened. So a message that lies, comes twice, late or early moves no money.

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::id::{GatewayId, GatewayNoticeId, RefundInstructionId};
use crate::rule::GatewayOutcome;
use crate::settlement::RefundState;
use crate::status::names;

names! {
    /// What came of a message.
    NoticeState {
        /// The instruction is on its way: the gateway is asked about it at once.
        Looked = "looked",
        /// It says what is known already, or nothing certain.
        Known = "known",
        /// The tenant has no such instruction over this gateway.
        Unknown = "unknown",
        /// It contradicts what is known: the gateway will be asked.
        Contradicts = "contradicts",
        /// The gateway was asked and does not hold to it.
        Denied = "denied",
        /// The gateway holds to it, or cannot be asked: finance has a task.
        Escalated = "escalated",
    }
}

/// A message of a gateway, as it came, with what its plugin read in it. Only messages with a valid signature are kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct GatewayNotice {
    /// Redress id.
    pub id: GatewayNoticeId,
    /// Gateway it came to.
    pub gateway: GatewayId,
    /// Name of the instruction that it is about, in the gateway's words; see `state` for whether there is one.
    pub said: String,
    /// The instruction that it is about, when the tenant has it.
    pub instruction: Option<RefundInstructionId>,
    /// What became of it, by the message.
    pub outcome: GatewayOutcome,
    /// What came of the message.
    pub state: NoticeState,
    /// Headers as they came, names in lower case; without `authorization` and `cookie`.
    pub headers: Vec<(String, String)>,
    /// The body as it came.
    pub body: String,
    /// When it came.
    pub received_at: Timestamp,
    /// How often the gateway was asked because of it without a clear answer.
    pub looks: u32,
}

/// What a gateway's account of an instruction is worth while the instruction stands so. Of what is over, only the opposite
/// contradicts: what is under way changes, and messages overtake each other.
pub fn weigh(stands: RefundState, reference: Option<&str>, outcome: &GatewayOutcome) -> NoticeState {
    match (stands, outcome) {
        (RefundState::Held | RefundState::Pending | RefundState::Sent | RefundState::Unknown, _) => NoticeState::Looked,
        // One key, two refunds.
        (RefundState::Paid, GatewayOutcome::Paid { reference: said }) if reference.is_some_and(|ours| ours != said) => {
            NoticeState::Contradicts
        }
        (RefundState::Paid, GatewayOutcome::Failed { .. } | GatewayOutcome::Absent)
        | (RefundState::Failed | RefundState::Cancelled, GatewayOutcome::Paid { .. } | GatewayOutcome::Pending { .. }) => {
            NoticeState::Contradicts
        }
        (RefundState::Paid | RefundState::Failed | RefundState::Cancelled, _) => NoticeState::Known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcomes() -> [GatewayOutcome; 5] {
        [
            GatewayOutcome::Paid { reference: "re_1".to_owned() },
            GatewayOutcome::Pending { reference: None },
            GatewayOutcome::Failed { reason: "余额不足".to_owned(), retryable: false },
            GatewayOutcome::Absent,
            GatewayOutcome::Unknown { why: "?".to_owned() },
        ]
    }

    #[test]
    fn what_is_under_way_is_looked_at_whatever_a_message_says() {
        for stands in [RefundState::Held, RefundState::Pending, RefundState::Sent, RefundState::Unknown] {
            for outcome in outcomes() {
                assert_eq!(weigh(stands, None, &outcome), NoticeState::Looked, "{stands} {outcome:?}");
            }
        }
    }

    #[test]
    fn of_what_is_over_only_the_opposite_contradicts() {
        use NoticeState::{Contradicts, Known};
        let table = [
            (RefundState::Paid, [Known, Known, Contradicts, Contradicts, Known]),
            (RefundState::Failed, [Contradicts, Contradicts, Known, Known, Known]),
            (RefundState::Cancelled, [Contradicts, Contradicts, Known, Known, Known]),
        ];
        for (stands, row) in table {
            for (outcome, expected) in outcomes().into_iter().zip(row) {
                assert_eq!(weigh(stands, Some("re_1"), &outcome), expected, "{stands} {outcome:?}");
            }
        }
        let twice = GatewayOutcome::Paid { reference: "re_2".to_owned() };
        assert_eq!(weigh(RefundState::Paid, Some("re_1"), &twice), Contradicts, "one key, two refunds");
        assert_eq!(weigh(RefundState::Paid, None, &twice), Known, "paid by hand, without a reference");
    }
}
