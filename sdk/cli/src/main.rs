//! `redress-plugin`: everything an author does with a plugin, from `new` to `publish`. Rules run in the server's own sandbox,
//! so what passes here passes there.

mod command;
mod fixture;
mod guest;
mod local;
mod receipt;
mod scaffold;
mod server;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Make, build, check, test, measure and publish Redress plugins.
#[derive(Parser)]
#[command(name = "redress-plugin", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a plugin from a template: a working rule with unit tests and fixtures.
    New(command::new::Args),
    /// Compile plugins to components in target/redress/.
    Build(guest::Args),
    /// Build, then examine the component as the server does on upload.
    Check(guest::Args),
    /// Build, then run the fixtures in the sandbox and compare the answers.
    Test(command::test::Args),
    /// Build, then ask the rule one question and show all it did.
    Run(command::run::Args),
    /// Build, then measure calls: time, fuel, memory, and room below the limits.
    Bench(command::bench::Args),
    /// Build, check, and upload to a server; --bind puts it to work.
    Publish(command::publish::Args),
    /// Fetch decisions of a server as fixtures, without what tells who the customers are.
    Pull(command::pull::Args),
    /// Keep bindings and parameters as a file: export, plan, apply.
    Rules(command::rules::Args),
    /// Check receipts of decisions, without a server.
    Verify(command::verify::Args),
}

fn main() -> ExitCode {
    // The sandbox starts this very program to compile components in a process that can be killed.
    let mut args = std::env::args_os().skip(1);
    if args.next().is_some_and(|first| first == local::COMPILE_COMMAND) {
        return redress_sandbox::compile_child(args);
    }
    let done = match Cli::parse().command {
        Command::New(args) => command::new::run(&args),
        Command::Build(args) => command::build::run(&args),
        Command::Check(args) => command::check::run(&args),
        Command::Test(args) => command::test::run(&args),
        Command::Run(args) => command::run::run(&args),
        Command::Bench(args) => command::bench::run(&args),
        Command::Publish(args) => command::publish::run(&args),
        Command::Pull(args) => command::pull::run(&args),
        Command::Rules(args) => command::rules::run(&args),
        Command::Verify(args) => command::verify::run(&args),
    };
    done.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}
