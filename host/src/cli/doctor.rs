//! `redress doctor`

use crate::app::{StartError, database, entropy, sandbox};
use crate::config::Config;

/// Tries everything the server needs and says what works; ends with the first thing that does not.
pub(super) async fn run(config: &Config) -> Result<(), StartError> {
    println!("settings  can be used");
    let store = database(config).await?;
    store.ping().await?;
    println!("database  answers, schema is up to date");
    sandbox(config, &entropy())?;
    println!("sandbox   starts ({})", redress_sandbox::Sandbox::profile());
    let address = (config.server.host, config.server.port);
    match tokio::net::TcpListener::bind(address).await {
        Ok(_) => println!("port      {} is free", config.server.port),
        Err(error) => println!("port      {} cannot be used: {error}", config.server.port),
    }
    Ok(())
}
