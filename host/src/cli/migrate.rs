//! `redress migrate`

use super::out;
use crate::app::{StartError, database};
use crate::config::Config;

/// Brings the schema up to date.
pub(super) async fn run(mut config: Config) -> Result<(), StartError> {
    config.database.migrate = true;
    database(&config).await?;
    out::line("the schema is up to date");
    Ok(())
}
