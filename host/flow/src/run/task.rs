//! What people shall do, who may, and what they said.

use redress_domain::Timestamp;
use redress_domain::id::{TaskId, UserId};
use redress_domain::timeline::Actor;
use serde::{Deserialize, Serialize};

use crate::definition::NodeId;
use crate::party::Party;

/// Open work of one node (待办, Z15).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowTask))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Redress id.
    pub id: TaskId,
    /// The node.
    pub node: NodeId,
    /// The token that waits for it.
    pub token: u32,
    /// Since when.
    pub opened_at: Timestamp,
    /// One for each voice that is needed; most nodes need one.
    pub seats: Vec<Seat>,
    /// The seats are filled one after the other.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_order: bool,
    /// Who disagreed where others may still decide.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub against: Vec<Vote>,
}

/// One voice that a task needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowSeat))]
#[serde(deny_unknown_fields)]
pub struct Seat {
    /// Who may give it: any of these.
    pub candidates: Vec<Party>,
    /// Who has accepted it (接单); nobody else may give it then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<UserId>,
    /// In whose place, when its holder is away or has delegated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<UserId>,
    /// The voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vote: Option<Vote>,
}

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = WorkflowVote))]
#[serde(deny_unknown_fields)]
pub struct Vote {
    /// Who.
    pub by: Actor,
    /// The button they pressed.
    pub button: String,
    /// In their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opinion: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl Task {
    /// Everybody who has given a voice.
    pub fn votes(&self) -> impl Iterator<Item = &Vote> {
        self.seats.iter().filter_map(|seat| seat.vote.as_ref()).chain(&self.against)
    }

    /// True when this person has given a voice; each counts once.
    pub fn has_voted(&self, actor: &Actor) -> bool {
        self.votes().any(|vote| vote.by == *actor)
    }

    /// Places of the seats that may be filled now.
    pub(crate) fn open_seats(&self) -> impl Iterator<Item = usize> {
        let most = if self.in_order { 1 } else { usize::MAX };
        self.seats.iter().enumerate().filter(|(_, seat)| seat.vote.is_none()).map(|(at, _)| at).take(most)
    }

    /// Seats that still need a voice.
    pub fn missing(&self) -> usize {
        self.seats.iter().filter(|seat| seat.vote.is_none()).count()
    }

    /// Whoever holds it now: those who have accepted, and the candidates of open seats that nobody has accepted.
    pub fn holders(&self) -> Vec<Party> {
        let mut holders = Vec::new();
        for seat in self.open_seats().filter_map(|at| self.seats.get(at)) {
            match seat.assignee {
                Some(user) => holders.push(Party::Person(user)),
                None => holders.extend(seat.candidates.iter().cloned()),
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        holders.retain(|party| seen.insert(party.clone()));
        holders
    }

    /// True when an open seat has been accepted by nobody.
    pub fn is_unclaimed(&self) -> bool {
        self.open_seats().filter_map(|at| self.seats.get(at)).any(|seat| seat.assignee.is_none())
    }
}
