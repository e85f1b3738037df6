//! The caller behind a bearer key.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use redress_domain::Digest;
use redress_domain::access::FieldAccess;
use redress_domain::id::{ApiKeyId, TenantId, UserId};
use redress_domain::role::{Permission, Role};
use redress_domain::tenant::{ApiKey, Tenant, User};
use redress_domain::timeline::Actor;
use redress_store::{TenantStore, api_key};

use crate::app::App;
use crate::problem::{Code, Problem};

/// A user of a tenant, and what their key lets them do.
#[derive(Clone)]
pub struct Caller {
    /// The merchant.
    pub tenant: Tenant,
    /// The person or program.
    pub user: User,
    /// The key that was used.
    pub key: ApiKeyId,
    /// The roles held.
    pub roles: Vec<Role>,
    /// What the roles allow, narrowed by the key's scopes.
    pub permissions: Vec<Permission>,
    /// What the roles leave of fields. Only roles that give the key something count, so that a narrower key sees no more than
    /// what it is for.
    pub fields: FieldAccess,
    /// The tenant's data.
    pub store: TenantStore,
}

impl Caller {
    fn new(app: &App, tenant: Tenant, user: User, key: &ApiKey, roles: Vec<Role>) -> Self {
        let mut permissions: Vec<Permission> = roles.iter().flat_map(|role| role.permissions.iter().copied()).collect();
        permissions.sort_unstable();
        permissions.dedup();
        // Only the operator's own key creates tenants, whatever a tenant writes into its roles.
        permissions.retain(|permission| {
            *permission != Permission::Operator && key.scopes.as_ref().is_none_or(|scopes| scopes.contains(permission))
        });
        let counts = |role: &&Role| role.permissions.iter().any(|permission| permissions.contains(permission));
        let fields = FieldAccess::of(roles.iter().filter(counts));
        let store = app.store.tenant(tenant.id);
        Self { tenant, user, key: key.id, roles, permissions, fields, store }
    }

    /// True when the caller may do this.
    pub fn may(&self, permission: Permission) -> bool {
        self.permissions.contains(&permission)
    }

    /// Refuses a caller who may do none of these.
    ///
    /// # Errors
    /// 403 `forbidden`.
    pub fn require_any(&self, permissions: &[Permission]) -> Result<(), Problem> {
        match permissions {
            [first, rest @ ..] if !rest.iter().any(|permission| self.may(*permission)) => self.require(*first),
            _ => Ok(()),
        }
    }

    /// Refuses a caller who may not do this.
    ///
    /// # Errors
    /// 403 `forbidden`.
    pub fn require(&self, permission: Permission) -> Result<(), Problem> {
        if self.may(permission) {
            return Ok(());
        }
        let roles = self.user.roles.join(", ");
        let detail = format!("this needs the permission {permission}; {} holds the roles {roles}, or the key is narrower", self.user.email);
        Err(Problem::new(Code::Forbidden, detail))
    }

    /// The caller as timelines name them.
    pub fn actor(&self) -> Actor {
        Actor::User(self.user.id)
    }
}

/// A key that lets nobody in.
#[derive(Debug, Clone)]
pub struct Unknown {
    /// What the caller is told.
    pub problem: Problem,
    /// Whose key it is, when it worked once: for the operation log.
    pub who: Option<(TenantId, UserId, ApiKeyId)>,
}

impl From<Problem> for Unknown {
    fn from(problem: Problem) -> Self {
        Self { problem, who: None }
    }
}

/// The caller of a request, by its `Authorization: Bearer rdk_…`.
///
/// # Errors
/// 401 `unauthenticated`.
pub async fn authenticate(app: &App, headers: &HeaderMap) -> Result<Arc<Caller>, Unknown> {
    let digest = Digest::of(bearer(headers)?.as_bytes());
    if let Some(caller) = app.keys.get(&digest, &*app.clock) {
        return Ok(caller);
    }
    let found =
        app.store.read(move |tx| Box::pin(async move { api_key::find_by_secret_digest(tx, digest).await.map_err(Problem::from) })).await?;
    let now = app.clock.now();
    let who = found.as_ref().map(|(tenant, user, key, _)| (tenant.id, user.id, key.id));
    let Some((tenant, user, key, roles)) = found.filter(|(_, user, key, _)| key.works(now) && !user.disabled) else {
        let problem = refused(
            "the key is unknown, revoked or over, or its user is disabled; sign in again, or ask an admin of the tenant for a new one",
        );
        return Err(Unknown { problem, who });
    };
    let caller = Arc::new(Caller::new(app, tenant, user, &key, roles));
    app.keys.put(digest, Arc::clone(&caller), &*app.clock);
    Ok(caller)
}

/// The bearer token of a request.
///
/// # Errors
/// 401 `unauthenticated`.
pub(in crate::http) fn bearer(headers: &HeaderMap) -> Result<&str, Problem> {
    let value = headers.get(header::AUTHORIZATION).ok_or_else(|| refused("send the header Authorization: Bearer rdk_…"))?;
    value
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .ok_or_else(|| refused("the header Authorization does not hold an API key; it reads Bearer rdk_…"))
}

/// 401 with what to do.
pub(in crate::http) fn refused(detail: &str) -> Problem {
    Problem::new(Code::Unauthenticated, detail)
}
