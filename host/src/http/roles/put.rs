//! `PUT /roles/{name}`

use axum::extract::State;
use redress_domain::access::FieldRule;
use redress_domain::role::{Permission, Role};
use redress_store::role;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::http::openapi::IfMatchHeader;
use crate::http::users::may_grant;
use crate::http::{Answer, Can, ChangeProblems, Code, IfMatch, Json, Path, Problem, permit};
use crate::problem::Fault;
use crate::problem::check::{key, text_between};

/// What a role allows.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleBody {
    /// Place in the approval ladder, low to high; left out when the role approves nothing.
    approval_rank: Option<i32>,
    /// What holders may do.
    permissions: Vec<Permission>,
    /// What it is for, at most 500 characters.
    #[serde(default)]
    description: String,
    /// What holders may not see or write of customers, orders, tickets and users.
    #[serde(default)]
    fields: Vec<FieldRule>,
}

/// Add or replace a role.
///
/// What a role loses, its holders lose at once.
#[utoipa::path(put, path = "/roles/{name}", tag = "roles", request_body = RoleBody, params(("name" = String, Path), IfMatchHeader),
    responses((status = 200, body = Role), ChangeProblems))]
pub async fn put_role(
    State(app): State<App>,
    caller: Can<permit::AdminWrite>,
    Path(name): Path<String>,
    if_match: IfMatch,
    Json(body): Json<RoleBody>,
) -> Result<Answer<Role>, Problem> {
    let mut permissions = body.permissions;
    permissions.sort_unstable();
    permissions.dedup();
    let role = Role {
        version: 1,
        name: key("/name", name)?,
        approval_rank: body.approval_rank,
        permissions,
        description: text_between("/description", body.description, 0, 500)?,
        fields: body.fields,
    };
    check_fields(&role)?;
    may_grant(&caller, std::slice::from_ref(&role), std::slice::from_ref(&role.name))?;
    let granter = caller.caller();
    let stored = caller
        .store
        .write(move |tx| {
            Box::pin(async move {
                // A role that is stronger than the caller cannot be weakened by them either.
                let roles = role::list(tx).await?;
                may_grant(&granter, &roles, std::slice::from_ref(&role.name))?;
                let present = roles.iter().find(|known| known.name == role.name).map(|known| known.version);
                if_match.check("role", &role.name, present.unwrap_or(0))?;
                let role = Role { version: present.unwrap_or(0) + 1, ..role };
                match present {
                    Some(_) => role::update(tx, &role).await?,
                    None => role::upsert(tx, std::slice::from_ref(&role)).await?,
                }
                Ok::<_, Problem>(role)
            })
        })
        .await?;
    app.keys.forget_tenant(caller.tenant.id);
    app.rules.invalidate(caller.tenant.id);
    let version = stored.version;
    Ok(Answer::ok(stored).version(version))
}

/// Field rules name fields that exist, each once; the owner has none.
fn check_fields(role: &Role) -> Result<(), Problem> {
    if role.name == Role::OWNER && !role.fields.is_empty() {
        return Err(Problem::invalid(
            "/fields",
            "the owner is never restricted, so that somebody can undo a restriction; leave fields out",
        ));
    }
    let mut faults = Vec::new();
    for (index, rule) in role.fields.iter().enumerate() {
        if let Err(error) = rule.check() {
            faults.push(Fault::at(format!("/fields/{index}/field"), error.to_string()));
        }
        if role.fields[..index].iter().any(|other| other.resource == rule.resource && other.field == rule.field) {
            faults.push(Fault::at(format!("/fields/{index}"), format!("{}.{} has a rule already", rule.resource, rule.field)));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    let detail = faults.iter().map(|fault| fault.message.as_str()).collect::<Vec<_>>().join("; ");
    Err(Problem::new(Code::Invalid, detail).with(faults))
}
