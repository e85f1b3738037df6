//! Adds a user to a tenant.

use redress_domain::id::UserId;
use redress_domain::tenant::User;
use redress_store::{TenantTx, department, queue, role, user};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::problem::{Code, Fault, Problem, check};

/// A user to add.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    /// Mail address, unique within the tenant.
    #[schema(example = "ann@shop.example")]
    pub email: String,
    /// Display name, 1 to 100 characters.
    pub name: String,
    /// Names of roles.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Keys of queues.
    #[serde(default)]
    pub queues: Vec<String>,
    /// Skills, for routing.
    #[serde(default)]
    pub skills: Vec<String>,
    /// Names of departments (部门); workflows name operators by them.
    #[serde(default)]
    pub departments: Vec<String>,
    /// Who acts for them while they are away.
    #[serde(default)]
    pub deputy: Option<UserId>,
    /// Open tickets at most; 0 for no limit.
    #[serde(default)]
    pub capacity: u32,
    /// Mean rating in hundredths of a star, 0 to 500.
    pub rating: Option<u32>,
    /// Takes tickets now.
    #[serde(default = "yes")]
    pub available: bool,
}

const fn yes() -> bool {
    true
}

impl NewUser {
    /// A user with nothing but a name.
    pub fn named(email: String, name: &str) -> Self {
        Self {
            email,
            name: name.to_owned(),
            roles: Vec::new(),
            queues: Vec::new(),
            skills: Vec::new(),
            departments: Vec::new(),
            deputy: None,
            capacity: 0,
            rating: None,
            available: true,
        }
    }
}

/// Adds a user; roles and queues must exist.
///
/// # Errors
/// 422 for unknown roles and queues, 409 when the mail address is taken.
pub async fn add_user(app: &App, tx: &mut TenantTx, new: NewUser) -> Result<User, Problem> {
    let NewUser { email, name, roles, queues, skills, departments, deputy, capacity, rating, available } = new;
    if !email.split_once('@').is_some_and(|(who, host)| !who.is_empty() && !host.is_empty()) || email.len() > 254 {
        return Err(Problem::invalid("/email", "a mail address reads name@host and has at most 254 characters"));
    }
    check_references(tx, &roles, &queues).await?;
    check_deputy(tx, deputy, None).await?;
    check_departments(tx, &departments).await?;
    let user = User {
        id: app.new_id(UserId::generate),
        version: 1,
        email,
        name: check::name("/name", name)?,
        roles,
        queues,
        skills,
        departments: checked_departments(departments)?,
        deputy,
        capacity,
        rating: checked_rating(rating)?,
        available,
        disabled: false,
        created_at: app.clock.now(),
    };
    user::insert(tx, &user).await?;
    Ok(user)
}

/// Roles and queues that a user names must exist.
///
/// # Errors
/// 422 `unknown_reference` with every one that does not.
pub(crate) async fn check_references(tx: &mut TenantTx, roles: &[String], queues: &[String]) -> Result<(), Problem> {
    let mut faults = Vec::new();
    let known: Vec<String> = role::list(tx).await?.into_iter().map(|role| role.name).collect();
    for (index, name) in roles.iter().enumerate().filter(|(_, name)| !known.contains(name)) {
        faults.push(Fault::at(format!("/roles/{index}"), format!("there is no role {name}; there are {}", known.join(", "))));
    }
    if !queues.is_empty() {
        let known: Vec<String> = queue::list(tx).await?.into_iter().map(|queue| queue.key).collect();
        for (index, key) in queues.iter().enumerate().filter(|(_, key)| !known.contains(key)) {
            faults.push(Fault::at(format!("/queues/{index}"), format!("there is no queue {key}; there are {}", known.join(", "))));
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(Problem::new(Code::UnknownReference, "the user names roles or queues that do not exist").with(faults))
}

/// A rating within 0 to 5 stars.
pub(crate) fn checked_rating(rating: Option<u32>) -> Result<Option<u32>, Problem> {
    match rating {
        Some(hundredths) if hundredths > 500 => {
            Err(Problem::invalid("/rating", "a rating is given in hundredths of a star and lies between 0 and 500"))
        }
        fine => Ok(fine),
    }
}

/// Departments have names that people can read, each once.
pub(crate) fn checked_departments(departments: Vec<String>) -> Result<Vec<String>, Problem> {
    let mut kept = Vec::with_capacity(departments.len());
    for (index, department) in departments.into_iter().enumerate() {
        let department = check::name(&format!("/departments/{index}"), department)?;
        if !kept.contains(&department) {
            kept.push(department);
        }
    }
    Ok(kept)
}

/// Departments that a user names must exist (U12).
///
/// # Errors
/// 422 `unknown_reference` with every one that does not.
pub(crate) async fn check_departments(tx: &mut TenantTx, departments: &[String]) -> Result<(), Problem> {
    if departments.is_empty() {
        return Ok(());
    }
    let known: Vec<String> = department::list(tx).await?.into_iter().map(|department| department.name).collect();
    let strange = departments.iter().enumerate().filter(|(_, name)| !known.contains(name));
    let faults: Vec<Fault> = strange
        .map(|(index, name)| {
            Fault::at(format!("/departments/{index}"), format!("there is no department {name}; there are {}", known.join(", ")))
        })
        .collect();
    if faults.is_empty() {
        return Ok(());
    }
    Err(Problem::new(Code::UnknownReference, "the user names departments that do not exist").with(faults))
}

/// A deputy is another person who may act at all.
///
/// # Errors
/// 422 `unknown_reference` or `invalid`.
pub(crate) async fn check_deputy(tx: &mut TenantTx, deputy: Option<UserId>, of: Option<UserId>) -> Result<(), Problem> {
    let Some(id) = deputy else { return Ok(()) };
    if deputy == of {
        return Err(Problem::invalid("/deputy", "nobody is their own deputy: name another person, or null"));
    }
    match user::find(tx, id).await? {
        Some(user) if !user.disabled => Ok(()),
        _ => {
            let message = format!("there is no user {id} who may act: name another as deputy");
            Err(Problem::new(Code::UnknownReference, message.clone()).with(vec![Fault::at("/deputy", message)]))
        }
    }
}
