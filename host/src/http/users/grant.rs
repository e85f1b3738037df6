//! Nobody hands out more than they have.

use redress_domain::role::{Permission, Role};

use crate::http::auth::Caller;
use crate::http::{Code, Problem};

/// Checks that the caller has every permission of the roles named.
///
/// # Errors
/// 403 `forbidden`.
pub(in crate::http) fn may_grant(caller: &Caller, roles: &[Role], names: &[String]) -> Result<(), Problem> {
    let handed = roles.iter().filter(|role| names.contains(&role.name));
    let missing: Vec<&str> =
        handed.flat_map(|role| &role.permissions).filter(|permission| !caller.may(**permission)).map(|p: &Permission| p.as_str()).collect();
    // Who approves as a higher rank than one's own is a right as well.
    let own = caller.roles.iter().filter_map(|role| role.approval_rank).max();
    let above = roles.iter().filter(|role| names.contains(&role.name)).find(|role| role.approval_rank > own);
    if let Some(role) = above {
        let detail = format!("nobody hands out more than they have; the role {} approves at a higher rank than the caller", role.name);
        return Err(Problem::new(Code::Forbidden, detail));
    }
    let shown = roles.iter().filter(|role| names.contains(&role.name)).find_map(|role| Some((role, caller.fields.wider(role)?)));
    if let Some((role, rule)) = shown {
        let detail = format!(
            "nobody hands out more than they have; the role {} leaves more of the field {} of {} than the caller has",
            role.name, rule.field, rule.resource
        );
        return Err(Problem::new(Code::Forbidden, detail));
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Problem::new(Code::Forbidden, format!("nobody hands out more than they have; the caller lacks {}", missing.join(", "))))
}
