//! Plants the shop: tenant, queues, people, parameters, plugins, bindings, orders, and half a year of cases.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use redress_domain::Timestamp;
use redress_domain::id::{TenantId, UserId};
use redress_domain::tenant::{Tenant, User};
use redress_store::user;
use serde_json::{Value, json};

use super::super::{SEED, desk, generate, rule};
use super::SeedError;
use super::api::Api;
use super::life;
use crate::accounts::{NewKey, NewTenant, issue_key, open_tenant};

/// Characters of the demo password.
const PASSWORD: usize = 12;

/// Keys by the names of `demo.json`, and further ones by role.
pub(super) type Keys = BTreeMap<String, String>;

/// Plants what is missing; answers the tenant, and the keys and the password for the file.
pub(super) async fn plant(api: &Api, known: Option<Tenant>, plugins: &Path, now: Timestamp) -> Result<(TenantId, Keys, String), SeedError> {
    let demo = generate(&mut StdRng::seed_from_u64(SEED), now);
    // The shop opened before its first order.
    let opening = demo.orders.first().map_or(now, |order| order.placed_at).plus(-chrono::Duration::days(1));
    api.clock.go(opening);
    let (tenant, owner) = owner(api, known).await?;
    people(api, &owner).await?;
    let password = passwords(api, tenant, &owner).await?;
    rules(api, &owner, plugins).await?;
    let keys = keys(api, tenant).await?;

    let orders: Vec<_> = demo.orders.iter().collect();
    api.clock.go(now);
    api.send("POST", "/orders/bulk", &owner, &json!({ "orders": orders })).await?;
    for (number, case) in demo.cases.iter().enumerate() {
        api.clock.go(case.at);
        let body = serde_json::to_value(&case.body).unwrap_or_default();
        match api.send("POST", "/tickets", &keys["agent"], &body).await {
            Ok(ticket) => life::live(api, &keys, number, ticket, case.at, now).await?,
            // It was planted by a start that was cut short.
            Err(SeedError::Refused { status: 409, .. }) => {}
            Err(error) => return Err(error),
        }
    }
    api.clock.go(now);
    let shown: BTreeSet<&str> = desk::USERS.iter().filter_map(|user| user.key).collect();
    Ok((tenant, keys.into_iter().filter(|(name, _)| shown.contains(name.as_str())).collect(), password))
}

/// The tenant and a key of its owner.
async fn owner(api: &Api, known: Option<Tenant>) -> Result<(TenantId, String), SeedError> {
    let Some(tenant) = known else {
        let new = NewTenant {
            slug: desk::TENANT_SLUG.to_owned(),
            name: desk::TENANT_NAME.to_owned(),
            locale: desk::LOCALE.to_owned(),
            currency: redress_domain::Currency::CNY,
            plan: "standard".to_owned(),
            owner_email: Some("owner@demo.example".to_owned()),
        };
        let opened = open_tenant(&api.app, new).await?;
        return Ok((opened.tenant.id, opened.key.secret));
    };
    let users = users(api, tenant.id).await?;
    let owner = users.iter().find(|user| user.roles.iter().any(|role| role == "owner")).map(|user| user.id);
    let owner = owner.ok_or_else(|| crate::problem::Problem::not_found("owner of tenant", tenant.id))?;
    Ok((tenant.id, key(api, tenant.id, owner).await?))
}

async fn users(api: &Api, tenant: TenantId) -> Result<Vec<User>, SeedError> {
    Ok(api.app.store.tenant(tenant).read(|tx| Box::pin(async move { user::list(tx).await })).await?)
}

async fn people(api: &Api, owner: &str) -> Result<(), SeedError> {
    let queues = api.get("/queues", owner).await?;
    for queue in desk::QUEUES.iter().filter(|queue| !has(&queues, "key", queue.key)) {
        api.send("POST", "/queues", owner, &json!({"key": queue.key, "name": queue.name, "is_default": queue.is_default})).await?;
    }
    let users = api.get("/users", owner).await?;
    for user in desk::USERS.iter().filter(|user| !has(&users, "email", user.email)) {
        let body = json!({
            "email": user.email, "name": user.name, "roles": user.roles, "queues": user.queues, "skills": user.skills,
            "capacity": user.capacity, "rating": user.rating,
        });
        api.send("POST", "/users", owner, &body).await?;
    }
    Ok(())
}

/// One password for everybody of the shop, so that whoever tries it signs in as anyone.
async fn passwords(api: &Api, tenant: TenantId, owner: &str) -> Result<String, SeedError> {
    let password: String = hex::encode(api.app.entropy.secret()).chars().take(PASSWORD).collect();
    for user in users(api, tenant).await? {
        api.send("PUT", &format!("/users/{}/password", user.id), owner, &json!({ "password": password })).await?;
    }
    Ok(password)
}

async fn rules(api: &Api, owner: &str, plugins: &Path) -> Result<(), SeedError> {
    for parameter in rule::parameters() {
        let mut body = serde_json::to_value(&parameter).unwrap_or_default();
        let code = body.as_object_mut().and_then(|body| body.remove("code"));
        let path = format!("/parameters/{}", code.as_ref().and_then(Value::as_str).unwrap_or_default());
        api.send("PUT", &path, owner, &body).await?;
    }
    let bound = api.get("/bindings", owner).await?;
    for binding in rule::bindings().into_iter().filter(|binding| !has(&bound, "hook", binding.hook.as_str())) {
        let plugin = upload(api, owner, plugins, binding.plugin).await?;
        let body =
            json!({"hook": binding.hook, "plugin": plugin["id"], "config": binding.config, "order": binding.order, "mode": "active"});
        api.send("POST", "/bindings", owner, &body).await?;
    }
    // Ready for whoever wants to write a table.
    upload(api, owner, plugins, "decision-table").await?;
    Ok(())
}

/// Uploads a stock plugin; one that is there already stays.
async fn upload(api: &Api, owner: &str, plugins: &Path, name: &str) -> Result<Value, SeedError> {
    let path = plugins.join(format!("{name}.wasm"));
    let component = std::fs::read(&path).map_err(|source| SeedError::Plugin { path, source })?;
    api.call("POST", "/plugins", owner, "application/wasm", component).await
}

/// New keys for everybody who needs one: those of the file, and one of the director, who decides the dearest cases.
async fn keys(api: &Api, tenant: TenantId) -> Result<Keys, SeedError> {
    let mut keys = Keys::new();
    let users = users(api, tenant).await?;
    for demo in desk::USERS {
        let name = demo.key.or(demo.roles.first().copied().filter(|role| *role == "director"));
        let known = users.iter().find(|user| user.email == demo.email);
        if let (Some(name), Some(user)) = (name, known) {
            keys.insert(name.to_owned(), key(api, tenant, user.id).await?);
        }
    }
    Ok(keys)
}

async fn key(api: &Api, tenant: TenantId, user: UserId) -> Result<String, SeedError> {
    let app = api.app.clone();
    let new = NewKey { user, name: "demo".to_owned(), scopes: None };
    let issued = api.app.store.tenant(tenant).write(move |tx| Box::pin(async move { issue_key(&app, tx, new).await })).await?;
    Ok(issued.secret)
}

/// True when a list has an item with this value.
fn has(list: &Value, field: &str, value: &str) -> bool {
    list["items"].as_array().is_some_and(|items| items.iter().any(|item| item[field] == value))
}
