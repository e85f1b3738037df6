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

/// A type that stands for permissions.
pub trait Permit: Send + Sync + 'static {
    /// One of these is enough; none when any valid key will do.
    const ONE_OF: &'static [Permission];
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
        caller.require_any(P::ONE_OF)?;
        Trail::of_tenant(caller.tenant.id);
        tracing::Span::current().record("tenant", caller.tenant.slug.as_str());
        Ok(Self(caller, PhantomData))
    }
}

macro_rules! permits {
    ($($(#[$doc:meta])* $name:ident: [$($permission:ident),*],)+) => {$(
        $(#[$doc])*
        #[doc = concat!("One of: ", stringify!($($permission),*))]
        pub struct $name;

        impl Permit for $name {
            const ONE_OF: &'static [Permission] = &[$(Permission::$permission),*];
        }
    )+};
}

permits! {
    /// Any valid key.
    Anyone: [],
    TicketRead: [TicketRead],
    TicketWrite: [TicketWrite],
    TicketApprove: [TicketApprove],
    WarehouseWrite: [WarehouseWrite],
    FinanceRead: [FinanceRead],
    FinanceWrite: [FinanceWrite],
    OrderWrite: [OrderWrite],
    RuleRead: [RuleRead],
    PluginWrite: [PluginWrite],
    BindingWrite: [BindingWrite],
    WorkflowWrite: [WorkflowWrite],
    AdminRead: [AdminRead],
    AdminWrite: [AdminWrite],
    ReportRead: [ReportRead],
    ReportWrite: [ReportWrite],
    /// Who changes what rules read.
    ParameterWrite: [ParameterWrite, BindingWrite],
    /// Who may send files: agents, and the warehouse with its photos.
    FileWrite: [TicketWrite, WarehouseWrite],
    /// Who says what is on the shelf.
    StockWrite: [TicketWrite, WarehouseWrite],
}
