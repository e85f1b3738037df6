//! `redress doctor`

use redress_print::Fonts;

use super::out;
use crate::app::{StartError, database, entropy, sandbox};
use crate::config::Config;
use crate::notify::mail::Mailer;

/// Tries everything the server needs and says what works; ends with the first thing that does not.
pub(super) async fn run(config: &Config) -> Result<(), StartError> {
    out::line("settings  can be used");
    let store = database(config).await?;
    store.ping().await?;
    out::line("database  answers, schema is up to date");
    sandbox(config, &entropy())?;
    out::line(format_args!("sandbox   starts ({})", redress_sandbox::Sandbox::profile()));
    match (Fonts { folder: config.print.fonts_dir.clone(), family: config.print.font_family.clone() }).find() {
        Ok(_) => out::line(format_args!("fonts     {} is there", config.print.font_family)),
        Err(error) => out::line(format_args!("fonts     {error}")),
    }
    match Mailer::open(&config.mail)? {
        None => out::line("mail      no server is set (mail.url): reports by mail will be dead letters"),
        Some(mailer) => match mailer.greet().await {
            Ok(()) => out::line("mail      the server lets us in"),
            Err(error) => out::line(format_args!("mail      {error}")),
        },
    }
    let address = (config.server.host, config.server.port);
    match tokio::net::TcpListener::bind(address).await {
        Ok(_) => out::line(format_args!("port      {} is free", config.server.port)),
        Err(error) => out::line(format_args!("port      {} cannot be used: {error}", config.server.port)),
    }
    Ok(())
}
