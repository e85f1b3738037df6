//! Runs Redress against inputs that nobody here wrote: real orders and returns, and a written policy with its cases. The
//! inputs are read in place (`REDRESS_DATA`, or `shared/data` beside the project) and never kept.
//!
//! Ends with a line `N passed, N failed`, and with exit code 1 when something failed.

mod checks;
mod retail;
mod schema;
mod strangers;
mod tau2;
mod time;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use checks::Checks;
use redress_tests::data;
use redress_tests::server::{Options, Server};

fn main() -> Result<ExitCode> {
    // The sandbox compiles in a process of its own: this one in another role.
    if std::env::args_os().nth(1).is_some_and(|role| role == "compile-component") {
        return Ok(redress_sandbox::compile_child(std::env::args_os().skip(2)));
    }
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(run())
}

async fn run() -> Result<ExitCode> {
    let outside = data::outside()?;
    let options =
        Options { database: std::env::var("REDRESS_CONFORMANCE_DATABASE").ok(), ..Options::default() }.with("REDRESS__LOG__FILTER", "warn");
    let mut server = Server::start(options).await?;
    let mut checks = Checks::default();
    for (name, run) in [("aftersales-tau2-retail", true), ("orders-online-retail", false)] {
        println!("== {name}");
        let begun = Instant::now();
        let result = if run {
            tau2::run(&server, &outside.join(name), &mut checks).await
        } else {
            retail::run(&server, &outside.join(name), &mut checks).await
        };
        if let Err(error) = result {
            checks.failed(name, &format!("{error:#}"));
            println!("   the server ended: {:?}; the end of its log:\n{}", server.ended(), server.log_end(20));
        }
        println!("   took {:.1} s\n", begun.elapsed().as_secs_f64());
    }
    time::run(&outside, &mut checks);
    schema::run(&outside, &mut checks);
    println!("== wasm");
    let begun = Instant::now();
    let modules = outside.join("conformance/wasm/smith-modules");
    if !modules.is_dir() {
        println!("   skipped: there are no modules at {}", modules.display());
    } else if let Err(error) = strangers::run(&modules, &mut checks).await {
        checks.failed("wasm", &format!("{error:#}"));
    }
    println!("   took {:.1} s\n", begun.elapsed().as_secs_f64());
    Ok(checks.finish())
}
