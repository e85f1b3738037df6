//! `redress tenant create|list`

use super::out;
use clap::Subcommand;
use redress_domain::Currency;
use redress_store::tenant;

use crate::accounts::{NewTenant, open_tenant};
use crate::app::{App, StartError};
use crate::problem::Problem;

/// What to do with tenants.
#[derive(Debug, Subcommand)]
pub(super) enum Tenant {
    /// Open a tenant with the built-in roles, a default queue and an owner; prints the owner's key.
    Create {
        /// Short name: lower-case letters, digits, hyphens.
        slug: String,
        /// Display name; the slug when left out.
        #[arg(long)]
        name: Option<String>,
        /// BCP 47 tag of its language.
        #[arg(long, default_value = "zh-CN")]
        locale: String,
        /// ISO 4217 code of its currency.
        #[arg(long, default_value = "CNY")]
        currency: Currency,
        /// Name of its plan among the settings.
        #[arg(long, default_value = "standard")]
        plan: String,
        /// Mail address of the owner.
        #[arg(long)]
        owner_email: Option<String>,
    },
    /// List tenants by slug.
    List,
}

impl Tenant {
    pub(super) async fn run(self, app: &App) -> Result<(), StartError> {
        match self {
            Self::Create { slug, name, locale, currency, plan, owner_email } => {
                let name = name.unwrap_or_else(|| slug.clone());
                let opened = open_tenant(app, NewTenant { slug, name, locale, currency, plan, owner_email }).await?;
                out::line(format_args!("tenant {} {}", opened.tenant.slug, opened.tenant.id));
                out::line(format_args!("owner  {} {}", opened.owner.email, opened.owner.id));
                out::line(format_args!("key    {}", opened.key.secret));
            }
            Self::List => {
                let tenants = app.store.read(|tx| Box::pin(async move { tenant::list(tx).await.map_err(Problem::from) })).await?;
                for tenant in tenants {
                    out::line(format_args!("{}  {}  {}", tenant.id, tenant.slug, tenant.name));
                }
            }
        }
        Ok(())
    }
}

/// The tenant with this slug.
pub(super) async fn by_slug(app: &App, slug: &str) -> Result<redress_domain::tenant::Tenant, StartError> {
    let wanted = slug.to_owned();
    let found = app.store.read(move |tx| Box::pin(async move { tenant::find_by_slug(tx, &wanted).await.map_err(Problem::from) })).await?;
    found.ok_or_else(|| StartError::from(Problem::not_found("tenant", slug)))
}
