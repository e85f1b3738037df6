//! The commands of `redress`; one file each.

mod config;
mod doctor;
mod key;
mod migrate;
mod openapi;
mod out;
mod serve;
mod tenant;
mod user;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::app::{App, Parts, StartError, database, entropy, printer, sandbox, signer, vault};
use crate::clock::SystemClock;
use crate::config::{Config, Overrides, load};

/// Name of the hidden command that compiles one component in a process of its own.
pub const COMPILE_COMMAND: &str = "compile-component";

/// Name of the hidden command that typesets one paper in a process of its own.
pub const PRINT_COMMAND: &str = "print-paper";

/// After-sales for online shops, decided by rules that you upload.
#[derive(Debug, Parser)]
#[command(name = "redress", version, propagate_version = true)]
struct Cli {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    command: Command,
}

/// Flags of every command.
#[derive(Debug, Args)]
struct Settings {
    /// File with settings (TOML); `redress config dump` shows all of them.
    #[arg(long, global = true, value_name = "FILE", env = "REDRESS_CONFIG")]
    config: Option<PathBuf>,
    /// Database: sqlite:PATH or postgres://…
    #[arg(long, global = true, value_name = "URL")]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run the API and the workers.
    Serve(serve::Serve),
    /// Bring the database's schema up to date.
    Migrate,
    /// Print the OpenAPI document.
    Openapi,
    /// Manage tenants.
    #[command(subcommand)]
    Tenant(tenant::Tenant),
    /// Manage users.
    #[command(subcommand)]
    User(user::User),
    /// Manage API keys.
    #[command(subcommand)]
    Key(key::Key),
    /// Check or show the settings.
    #[command(subcommand)]
    Config(config::ConfigCommand),
    /// Check that database, sandbox and folders work.
    Doctor,
}

/// Runs the command line of the process.
pub fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    // No runtime, no settings: these processes compile untrusted bytes and typeset untrusted templates under resource limits.
    match arguments.next() {
        Some(first) if first == COMPILE_COMMAND => return redress_sandbox::compile_child(arguments),
        Some(first) if first == PRINT_COMMAND => return redress_print::print_child(arguments),
        _ => {}
    }
    let cli = Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("redress: cannot start threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("redress: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<(), StartError> {
    let mut overrides = Overrides { file: cli.settings.config, database_url: cli.settings.database_url, ..Overrides::default() };
    if let Command::Serve(serve) = &cli.command {
        overrides.port = serve.port;
        overrides.no_worker = serve.no_worker;
    }
    match cli.command {
        Command::Openapi => {
            openapi::run();
            Ok(())
        }
        Command::Config(command) => {
            command.run(&load(&overrides)?);
            Ok(())
        }
        Command::Serve(serve) => serve.run(load(&overrides)?).await,
        Command::Migrate => migrate::run(load(&overrides)?).await,
        Command::Doctor => doctor::run(&load(&overrides)?).await,
        Command::Tenant(command) => command.run(&offline(load(&overrides)?).await?).await,
        Command::User(command) => command.run(&offline(load(&overrides)?).await?).await,
        Command::Key(command) => command.run(&offline(load(&overrides)?).await?).await,
    }
}

/// The services for a command that works on the database directly, without a server.
async fn offline(config: Config) -> Result<App, StartError> {
    let entropy = entropy();
    Ok(App::new(Parts {
        store: database(&config).await?,
        sandbox: sandbox(&config, &entropy)?,
        printer: printer(&config)?,
        signer: signer(&config, &entropy)?,
        vault: vault(&config, &entropy)?,
        courier: crate::notify::deliver::Courier::new(config.worker.timeout(), config.worker.private_webhooks)?,
        mailer: crate::notify::mail::Mailer::open(&config.mail)?,
        attachments: crate::attachments::Attachments::open(&config.storage)?,
        config,
        clock: std::sync::Arc::new(SystemClock),
        operator_key: hex::encode(entropy.secret()),
        entropy,
        metrics: None,
    }))
}
