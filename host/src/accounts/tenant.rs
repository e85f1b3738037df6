//! Opens a tenant: its roles, its default queue, its owner, and the owner's key.

use redress_domain::Currency;
use redress_domain::calendar::BusinessHours;
use redress_domain::id::{CalendarId, QueueId, SlaPolicyId, TenantId};
use redress_domain::role::Role;
use redress_domain::sla::{Selection, SlaPolicy, source};
use redress_domain::tenant::{Queue, Tenant, User};
use redress_store::audit::Trail;
use redress_store::{calendar, queue, role, sla_policy, tenant};
use serde::Deserialize;
use utoipa::ToSchema;

use super::key::{IssuedKey, NewKey, issue_key};
use super::user::{NewUser, add_user};
use crate::app::App;
use crate::problem::Problem;
use crate::problem::check::name;

/// A tenant to open.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTenant {
    /// Short name: 1 to 40 lower-case letters, digits and hyphens, unique in this installation.
    #[schema(example = "pet-shop")]
    pub slug: String,
    /// Display name, 1 to 100 characters.
    pub name: String,
    /// BCP 47 tag of its language; `zh-CN` when left out.
    #[serde(default = "default_locale")]
    pub locale: String,
    /// Currency of its limits; `CNY` when left out.
    #[serde(default = "default_currency")]
    pub currency: Currency,
    /// Name of its plan among the operator's settings; `standard` when left out.
    #[serde(default = "default_plan")]
    pub plan: String,
    /// Mail address of the first user, who owns the tenant; `owner@` and the slug when left out.
    pub owner_email: Option<String>,
}

/// Key of the queue whose lead is reminded after a day (U13), once there is one.
const LOGISTICS: &str = "logistics";

fn default_locale() -> String {
    "zh-CN".to_owned()
}

fn default_plan() -> String {
    "standard".to_owned()
}

const fn default_currency() -> Currency {
    Currency::CNY
}

/// What opening a tenant made.
pub struct OpenedTenant {
    /// The tenant.
    pub tenant: Tenant,
    /// Its owner.
    pub owner: User,
    /// The owner's key, with its secret.
    pub key: IssuedKey,
}

/// Opens a tenant with the built-in roles, a default queue, an owner and a key for them.
///
/// # Errors
/// 422 for names that are not allowed, 409 when the slug is taken.
pub async fn open_tenant(app: &App, new: NewTenant) -> Result<OpenedTenant, Problem> {
    let tenant = Tenant {
        id: app.new_id(TenantId::generate),
        slug: checked_slug(new.slug)?,
        name: name("/name", new.name)?,
        locale: locale(new.locale)?,
        currency: new.currency,
        plan: plan(app, new.plan)?,
        requires_signature: false,
        created_at: app.clock.now(),
    };
    let inserted = tenant.clone();
    let queue = Queue {
        id: app.new_id(QueueId::generate),
        version: 1,
        key: "default".to_owned(),
        name: "Default".to_owned(),
        is_default: true,
        lead: None,
    };
    let email = new.owner_email.unwrap_or_else(|| format!("owner@{}.invalid", tenant.slug));
    let owner = NewUser { roles: vec!["owner".to_owned()], ..NewUser::named(email, "Owner") };
    let (hours, policy) = first_promises(app);
    let app_ = app.clone();
    Trail::of_tenant(tenant.id);
    Trail::note(|entry| entry.resource_id = Some(tenant.id.to_string()));
    let (owner, key) = app
        .store
        .write(move |tx| {
            Box::pin(async move {
                tenant::insert(tx, &inserted).await?;
                let tx = tx.tenant(inserted.id);
                role::upsert(tx, &Role::built_in()).await?;
                queue::insert(tx, &queue).await?;
                calendar::insert(tx, &hours).await?;
                sla_policy::insert(tx, &policy).await?;
                let owner = add_user(&app_, tx, owner).await?;
                let key = issue_key(&app_, tx, NewKey { user: owner.id, name: "first key".to_owned(), scopes: None }).await?;
                Ok::<_, Problem>((owner, key))
            })
        })
        .await?;
    Ok(OpenedTenant { tenant, owner, key })
}

/// What a new tenant promises until it says otherwise: the promises of the sources, for every ticket (L19, U13, Z20, Z24, Z42).
fn first_promises(app: &App) -> (BusinessHours, SlaPolicy) {
    let hours = BusinessHours { id: app.new_id(CalendarId::generate), version: 1, calendar: source::office() };
    let policy = SlaPolicy {
        id: app.new_id(SlaPolicyId::generate),
        version: 1,
        order: 100,
        enabled: true,
        calendar: hours.id,
        applies_to: Selection::default(),
        policy: source::standard(LOGISTICS),
    };
    (hours, policy)
}

/// Gives tenants that never had a policy the one that new tenants begin with: they are older than service levels.
///
/// # Errors
/// The database.
pub async fn promise_to_all(app: &App) -> Result<(), redress_store::Error> {
    for tenant in app.store.read(|tx| Box::pin(async move { tenant::list(tx).await })).await? {
        let store = app.store.tenant(tenant.id);
        if store.read(|tx| Box::pin(async move { sla_policy::any_ever(tx).await })).await? {
            continue;
        }
        let (hours, policy) = first_promises(app);
        let planted = store.write(move |tx| {
            Box::pin(async move {
                calendar::insert(tx, &hours).await?;
                sla_policy::insert(tx, &policy).await
            })
        });
        match planted.await {
            // Another node starts at the same moment.
            Ok(()) | Err(redress_store::Error::NotUnique { .. }) => app.rules.invalidate(tenant.id),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Letters, digits and hyphens, as BCP 47 writes tags; whether the language exists is not ours to know.
fn locale(tag: String) -> Result<String, Problem> {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    if tag.len() <= 35 && tag.split('-').all(part) {
        return Ok(tag);
    }
    Err(Problem::invalid("/locale", "a locale is a BCP 47 tag such as zh-CN or en"))
}

fn checked_slug(slug: String) -> Result<String, Problem> {
    let fits = (1..=40).contains(&slug.len())
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !slug.starts_with('-');
    if fits { Ok(slug) } else { Err(Problem::invalid("/slug", "a slug has 1 to 40 lower-case letters, digits and hyphens")) }
}

/// A plan that the operator has.
fn plan(app: &App, named: String) -> Result<String, Problem> {
    if app.config.plans.contains_key(&named) {
        return Ok(named);
    }
    let known: Vec<&str> = app.config.plans.keys().map(String::as_str).collect();
    Err(Problem::invalid("/plan", format!("there is no plan '{named}'; this server has {}", known.join(", "))))
}
