//! Permissions as types, so that a handler's signature says what it needs.

use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use redress_domain::role::Permission;
use redress_store::audit::Trail;

use super::{Caller, authenticate};
use crate::app::App;
use crate::http::guard::Identified;
use crate::problem::Problem;

/// A type that stands for a permission.
pub trait Permit: Send + Sync + 'static {
    /// The permission; `None` when any valid key will do.
    const PERMISSION: Option<Permission>;
}

/// A caller who may do `P`.
pub struct Can<P>(Arc<Caller>, PhantomData<P>);

impl<P> Can<P> {
    /// The caller, shared.
    pub fn caller(&self) -> Arc<Caller> {
        Arc::clone(&self.0)
    }
}

impl<P> Deref for Can<P> {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

impl<P: Permit> FromRequestParts<App> for Can<P> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        // The guard has looked the key up; what has no guard around it looks itself.
        let found = match parts.extensions.get::<Identified>() {
            Some(Identified(found)) => found.clone(),
            None => authenticate(app, &parts.headers).await,
        };
        let caller = found.map_err(|unknown| unknown.problem)?;
        if let Some(permission) = P::PERMISSION {
            caller.require(permission)?;
        }
        Trail::of_tenant(caller.tenant.id);
        tracing::Span::current().record("tenant", caller.tenant.slug.as_str());
        Ok(Self(caller, PhantomData))
    }
}

/// Any valid key.
pub struct Anyone;

impl Permit for Anyone {
    const PERMISSION: Option<Permission> = None;
}

macro_rules! permits {
    ($($name:ident,)+) => {$(
        #[doc = concat!("[`Permission::", stringify!($name), "`]")]
        pub struct $name;

        impl Permit for $name {
            const PERMISSION: Option<Permission> = Some(Permission::$name);
        }
    )+};
}

permits! {
    TicketRead,
    TicketWrite,
    TicketApprove,
    WarehouseWrite,
    FinanceRead,
    FinanceWrite,
    OrderWrite,
    RuleRead,
    PluginWrite,
    BindingWrite,
    WorkflowWrite,
    AdminRead,
    AdminWrite,
    ReportRead,
    ReportWrite,
}
