//! A department stands where it can stand.

use redress_domain::id::{DepartmentId, UserId};
use redress_domain::tenant::Department;
use redress_store::{TenantTx, department, user};

use crate::problem::{Code, Fault, Problem};

/// The department that this one is part of exists and is not part of it in turn; who leads it may act. Until the
/// transaction ends nobody else moves a department.
///
/// # Errors
/// 422 `unknown_reference` or `invalid`.
pub(super) async fn place(tx: &mut TenantTx, id: DepartmentId, parent: Option<DepartmentId>, lead: Option<UserId>) -> Result<(), Problem> {
    department::lock(tx).await?;
    let all = department::list(tx).await?;
    let find = |id: DepartmentId| all.iter().find(|department: &&Department| department.id == id);
    if let Some(wanted) = parent {
        if wanted != id && find(wanted).is_none() {
            return Err(unknown("/parent", format!("there is no department {wanted} here")));
        }
        let mut above = Some(wanted);
        // A chain is no longer than there are departments, whatever stands in the database.
        for _ in 0..=all.len() {
            if above == Some(id) {
                return Err(Problem::invalid("/parent", "a department is not part of itself: name one that is not below it"));
            }
            above = above.and_then(find).and_then(|department| department.parent);
        }
    }
    if let Some(lead) = lead
        && user::find(tx, lead).await?.is_none_or(|user| user.disabled)
    {
        return Err(unknown("/lead", format!("there is no user {lead} who may act")));
    }
    Ok(())
}

fn unknown(pointer: &str, message: String) -> Problem {
    Problem::new(Code::UnknownReference, message.clone()).with(vec![Fault::at(pointer, message)])
}
