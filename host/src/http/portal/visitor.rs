//! Who comes: a customer by the token of their link, and the address they come from.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::ops::Deref;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use redress_domain::id::UserId;
use redress_domain::portal::{Language, LinkScope, PortalLink};
use redress_domain::tenant::Tenant;
use redress_domain::{Digest, Timestamp};
use redress_store::audit::Trail;
use redress_store::{TenantStore, portal_link};

use crate::accounts::LINK_PREFIX;
use crate::app::App;
use crate::http::auth::{bearer, refused};
use crate::http::once::Sender;
use crate::problem::Problem;

/// One minute.
const MINUTE: chrono::Duration = chrono::Duration::minutes(1);

/// A customer with a link that works, whatever it opens. Only the survey takes it as it is.
pub struct Respondent {
    /// The merchant.
    pub tenant: Tenant,
    /// The link.
    pub link: PortalLink,
    /// The tenant's data; handlers look at nothing but the link's ticket.
    pub store: TenantStore,
    /// The language they read.
    pub language: Language,
}

/// A customer whose link opens the whole ticket.
pub struct Visitor(Respondent);

impl Deref for Visitor {
    type Target = Respondent;

    fn deref(&self) -> &Respondent {
        &self.0
    }
}

impl Sender for Respondent {
    const REPEATS: bool = true;

    fn store(&self) -> &TenantStore {
        &self.store
    }

    /// Customers are no users: whoever holds the link is who comes, and no user has a link's id.
    fn user(&self) -> UserId {
        UserId::from_uuid(self.link.id.as_uuid())
    }
}

impl Sender for Visitor {
    const REPEATS: bool = true;

    fn store(&self) -> &TenantStore {
        self.0.store()
    }

    fn user(&self) -> UserId {
        self.0.user()
    }
}

impl FromRequestParts<App> for Respondent {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let Address(address) = Address::from_request_parts(parts, app).await?;
        let now = app.clock.now();
        // Before the look-up, so that guessing costs the guesser and not the database.
        app.limits.count("address", &address.to_string(), app.config.portal.address_per_minute, MINUTE, now)?;
        let token = bearer(&parts.headers).map_err(|_| unknown())?;
        if !token.starts_with(LINK_PREFIX) {
            return Err(unknown());
        }
        let digest = Digest::of(token.as_bytes());
        let found = app
            .store
            .read(move |tx| Box::pin(async move { portal_link::find_by_token_digest(tx, digest).await.map_err(Problem::from) }))
            .await?;
        let (tenant, link) = found.filter(|(_, link)| link.works(now)).ok_or_else(unknown)?;
        Trail::of_tenant(tenant.id);
        app.limits.count("link", &link.id.to_string(), app.config.portal.link_per_minute, MINUTE, now)?;
        tracing::Span::current().record("tenant", tenant.slug.as_str());
        let language = language(parts, &tenant);
        Ok(Self { store: app.store.tenant(tenant.id), tenant, link, language })
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let visitor = Respondent::from_request_parts(parts, app).await?;
        match visitor.link.scope {
            LinkScope::Ticket => Ok(Self(visitor)),
            LinkScope::Survey => Err(unknown()),
        }
    }
}

/// One answer for a token that never was, has expired, was revoked, or opens something else.
fn unknown() -> Problem {
    refused("the link does not work, or no longer does: ask the shop for a new one and send its token as Authorization: Bearer rpl_…")
}

/// The customer's language: what they prefer, else the shop's.
pub(super) fn language(parts: &Parts, tenant: &Tenant) -> Language {
    let preferred = parts.headers.get(axum::http::header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).and_then(Language::of);
    preferred.or_else(|| Language::of(&tenant.locale)).unwrap_or(Language::English)
}

/// The network address of the caller; unspecified where the server has no sockets.
#[derive(Debug, Clone, Copy)]
pub struct Address(pub IpAddr);

impl FromRequestParts<App> for Address {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |info| info.0.ip());
        if !app.config.portal.behind_proxy {
            return Ok(Self(peer));
        }
        // Our proxy wrote the last one; those before it are what the caller claims.
        let last = parts.headers.get_all("x-forwarded-for").iter().next_back().and_then(|value| value.to_str().ok());
        Ok(Self(last.and_then(|list| list.rsplit(',').next()?.trim().parse().ok()).unwrap_or(peer)))
    }
}

/// Counts a look for an order, by address and by order: before it is looked for, so that guesses that come side by side count too.
///
/// # Errors
/// 429 `too_many_requests`.
pub(super) fn count_lookup(app: &App, address: Address, tenant: &str, order: &str, now: Timestamp) -> Result<(), Problem> {
    let portal = &app.config.portal;
    let (most, hour) = (portal.lookups_per_hour, chrono::Duration::hours(1));
    app.limits.count("address", &address.0.to_string(), portal.address_per_minute, MINUTE, now)?;
    app.limits.count("lookup", &address.0.to_string(), most, hour, now)?;
    app.limits.count("order", &order_of(tenant, order), most, hour, now)
}

/// A look that found its order was no guess: who has both numbers may ask as often as their address may.
pub(super) fn forgive_lookup(app: &App, address: Address, tenant: &str, order: &str) {
    app.limits.forgive("lookup", &address.0.to_string());
    app.limits.forgive("order", &order_of(tenant, order));
}

fn order_of(tenant: &str, order: &str) -> String {
    format!("{tenant}\n{order}")
}
