//! `redress user create`

use super::out;
use clap::Subcommand;

use super::tenant::by_slug;
use crate::accounts::{NewUser, add_user};
use crate::app::{App, StartError};

/// What to do with users.
#[derive(Debug, Subcommand)]
pub(super) enum User {
    /// Add a user to a tenant.
    Create {
        /// Slug of the tenant.
        #[arg(long)]
        tenant: String,
        /// Mail address, unique within the tenant.
        email: String,
        /// Display name; the mail address when left out.
        #[arg(long)]
        name: Option<String>,
        /// Role; repeat for more.
        #[arg(long = "role")]
        roles: Vec<String>,
    },
}

impl User {
    pub(super) async fn run(self, app: &App) -> Result<(), StartError> {
        let Self::Create { tenant, email, name, roles } = self;
        let tenant = by_slug(app, &tenant).await?;
        let name = name.unwrap_or_else(|| email.clone());
        let new = NewUser { roles, ..NewUser::named(email, &name) };
        let worker = app.clone();
        let user = app.store.tenant(tenant.id).write(move |tx| Box::pin(async move { add_user(&worker, tx, new).await })).await?;
        out::line(format_args!("user   {} {}", user.email, user.id));
        Ok(())
    }
}
