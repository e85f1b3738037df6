//! `redress serve`

use super::out;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt as _;
use clap::Args;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use crate::accounts::new_secret;
use crate::app::{App, Parts, StartError, database, entropy, printer, sandbox, signer, vault};
use crate::attachments::Attachments;
use crate::clock::{SharedEntropy, SystemClock};
use crate::config::Config;
use crate::demo::seed;
use crate::{http, telemetry, workers};

/// Flags of `redress serve`.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// TCP port; 0 lets the system choose.
    #[arg(long)]
    pub(super) port: Option<u16>,
    /// Serve the API only; another process delivers the outbox and fires timers.
    #[arg(long)]
    pub(super) no_worker: bool,
    /// Plant the demo shop, unless it is there, and write its address and keys to `--demo-file`.
    #[arg(long)]
    demo: bool,
    /// Where the demo shop's address and keys go.
    #[arg(long, default_value = "var/demo.json")]
    demo_file: PathBuf,
    /// Where the built stock plugins are.
    #[arg(long, default_value = "target/redress")]
    plugins_dir: PathBuf,
}

impl Serve {
    pub(super) async fn run(self, config: Config) -> Result<(), StartError> {
        telemetry::start_log(&config.log);
        let metrics = telemetry::start_metrics()?;
        let entropy = entropy();
        let operator_key = operator_key(&config, &entropy);
        let app = App::new(Parts {
            store: database(&config).await?,
            sandbox: sandbox(&config, &entropy)?,
            printer: printer(&config)?,
            signer: signer(&config, &entropy)?,
            vault: vault(&config, &entropy)?,
            courier: crate::notify::deliver::Courier::new(config.worker.timeout(), config.worker.private_webhooks)?,
            mailer: crate::notify::mail::Mailer::open(&config.mail)?,
            attachments: Attachments::open(&config.storage)?,
            config,
            clock: Arc::new(SystemClock),
            entropy,
            metrics: Some(metrics),
            operator_key,
        });
        crate::accounts::promise_to_all(&app).await?;
        let (listener, address) = listen(&app.config).await?;
        if self.demo {
            let base_url = format!("http://127.0.0.1:{}", address.port());
            let options = seed::Options { plugins: self.plugins_dir, file: self.demo_file, base_url };
            let file = seed::ensure(&app, &options).await?;
            print_demo(&file, &options);
        }
        if app.config.worker.enabled {
            workers::start(&app);
        }
        tracing::info!(%address, "redress listens on http://{address}");
        let stop = app.stop.clone();
        tokio::spawn(async move {
            stop_signal().await;
            tracing::info!("redress stops: requests and workers finish what they have begun");
            stop.cancel();
        });
        serve(&app, listener).await
    }
}

/// Tells whoever started the server where the demo shop is.
fn print_demo(file: &seed::DemoFile, options: &seed::Options) {
    out::line(format_args!("demo shop '{}': {}/?shop={}", file.tenant, file.base_url, file.tenant));
    out::line(format_args!(
        "  sign in as supervisor@demo.example (or admin, director, finance, warehouse, zhang …) with the password {}",
        file.password
    ));
    out::line(format_args!("  the API is described at {}/api/docs; keys for programs:", file.base_url));
    for (role, key) in &file.keys {
        out::line(format_args!("  {role:<14}{key}"));
    }
    out::line(format_args!("  (also in {})", options.file.display()));
}

/// Serves until `app.stop`, then waits for requests and workers, at most for the configured grace.
async fn serve(app: &App, listener: TcpListener) -> Result<(), StartError> {
    let listener = listener.tap_io(|stream| {
        // Answers are small and complete; waiting for more bytes only adds latency. An old kernel may refuse: no matter.
        let _ = stream.set_nodelay(true);
    });
    let grace = Duration::from_secs(app.config.server.shutdown_grace_s);
    // The operation log says from where a change came.
    let service = http::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let finished = async {
        let served = axum::serve(listener, service).with_graceful_shutdown(app.stop.clone().cancelled_owned()).await;
        app.tasks.close();
        app.tasks.wait().await;
        served
    };
    tokio::select! {
        served = finished => served.map_err(|source| StartError::Io { what: "serve".to_owned(), source }),
        () = async { app.stop.cancelled().await; tokio::time::sleep(grace).await } => {
            tracing::warn!("redress stops with work unfinished after {} s; leases give it to another worker", grace.as_secs());
            Ok(())
        }
    }
}

async fn listen(config: &Config) -> Result<(TcpListener, SocketAddr), StartError> {
    let address = SocketAddr::from((config.server.host, config.server.port));
    let failed = |source| StartError::Io { what: format!("listen on {address}"), source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    Ok((listener, address))
}

/// The configured operator's key, or a new one, which is printed because nobody else will ever say it.
fn operator_key(config: &Config, entropy: &SharedEntropy) -> String {
    if !config.server.operator_key.is_empty() {
        return config.server.operator_key.expose().to_owned();
    }
    let (key, _) = new_secret(entropy);
    out::line(format_args!("operator key of this start (set server.operator_key to keep one): {key}"));
    key
}

/// Waits for SIGINT or SIGTERM.
async fn stop_signal() {
    match (signal(SignalKind::interrupt()), signal(SignalKind::terminate())) {
        (Ok(mut interrupt), Ok(mut terminate)) => {
            tokio::select! { _ = interrupt.recv() => {}, _ = terminate.recv() => {} }
        }
        _ => std::future::pending().await,
    }
}
