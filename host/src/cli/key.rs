//! `redress key create`

use super::out;
use clap::Subcommand;
use redress_domain::role::Permission;
use redress_store::user;

use super::tenant::by_slug;
use crate::accounts::{NewKey, issue_key};
use crate::app::{App, StartError};
use crate::problem::Problem;

/// What to do with API keys.
#[derive(Debug, Subcommand)]
pub(super) enum Key {
    /// Issue a key for a user; the secret is printed this once.
    Create {
        /// Slug of the tenant.
        #[arg(long)]
        tenant: String,
        /// Mail address of the user.
        email: String,
        /// What the key is for.
        #[arg(long, default_value = "command line")]
        name: String,
        /// Narrow the key to this permission; repeat for more.
        #[arg(long = "scope")]
        scopes: Vec<Permission>,
    },
}

impl Key {
    pub(super) async fn run(self, app: &App) -> Result<(), StartError> {
        let Self::Create { tenant, email, name, scopes } = self;
        let tenant = by_slug(app, &tenant).await?;
        let worker = app.clone();
        let issued = app
            .store
            .tenant(tenant.id)
            .write(move |tx| {
                Box::pin(async move {
                    let user = user::list(tx).await?.into_iter().find(|user| user.email == email);
                    let user = user.ok_or_else(|| Problem::not_found("user with the mail address", &email))?;
                    let scopes = (!scopes.is_empty()).then_some(scopes);
                    issue_key(&worker, tx, NewKey { user: user.id, name, scopes }).await
                })
            })
            .await?;
        out::line(format_args!("key    {} {}", issued.secret, issued.key.id));
        Ok(())
    }
}
