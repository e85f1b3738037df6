//! Who may agree to a refund.

use crate::decide::Limits;
use crate::id::UserId;
use crate::role::Role;
use crate::rule::ApprovalNeed;
use crate::ticket::{Approval, Ticket};

/// Why a person may not agree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ApprovalError {
    /// The person holds neither the role nor a higher one.
    #[error("this refund needs the agreement of a {role}: your roles ({held}) are below it; transfer the ticket to one")]
    Rank {
        /// The role that is needed.
        role: String,
        /// What the person holds.
        held: String,
    },
    /// The person has agreed to this need before; every need counts a person once.
    #[error("you have already agreed to this refund: another {role} must agree as well")]
    Twice {
        /// The role that is needed.
        role: String,
    },
}

/// True when somebody with the roles `held` may act for `need`: they hold the role itself, or one that stands higher on the
/// approval ladder of `roles`.
pub fn may_approve(held: &[String], need: &ApprovalNeed, roles: &[Role]) -> bool {
    if held.contains(&need.role) {
        return true;
    }
    let rank = |name: &str| roles.iter().find(|r| r.name == name).and_then(|r| r.approval_rank);
    match rank(&need.role) {
        Some(needed) => held.iter().filter_map(|name| rank(name)).any(|r| r >= needed),
        // A role beside the ladder (risk, finance) or one that was deleted: only those at the very top act for it.
        None => roles.iter().filter_map(|r| r.approval_rank).max().is_some_and(|top| held.iter().any(|name| rank(name) == Some(top))),
    }
}

/// Checks that a person may agree to what the ticket waits for next; `Ok` also when it waits for nobody in particular.
///
/// # Errors
/// [`ApprovalError::Rank`] when the roles are too low, [`ApprovalError::Twice`] when the person has agreed already.
pub fn check(ticket: &Ticket, user: UserId, held: &[String], roles: &[Role]) -> Result<(), ApprovalError> {
    let Some(next) = next_need(&ticket.approvals) else { return Ok(()) };
    if !may_approve(held, &next.need, roles) {
        return Err(ApprovalError::Rank { role: next.need.role.clone(), held: held.join(", ") });
    }
    if next.agreed.contains(&user) {
        return Err(ApprovalError::Twice { role: next.need.role.clone() });
    }
    Ok(())
}

/// The first agreement that is still to be had.
pub fn next_need(approvals: &[Approval]) -> Option<&Approval> {
    approvals.iter().find(|a| !a.is_met())
}

/// Counts how many may act for each role, for [`Limits::holders`]: users who hold the role itself.
pub fn count_holders<'a>(users: impl IntoIterator<Item = &'a [String]>) -> std::collections::BTreeMap<String, u32> {
    let mut holders = std::collections::BTreeMap::new();
    for role in users.into_iter().flatten() {
        *holders.entry(role.clone()).or_insert(0) += 1;
    }
    holders
}

impl Limits {
    /// The limits of a tenant from its roles and the roles of its enabled users.
    pub fn of<'a>(roles: Vec<Role>, users: impl IntoIterator<Item = &'a [String]>) -> Self {
        Self { roles, holders: count_holders(users), max_auto: None }
    }
}
