//! A real server: the built binary on a free port, with a folder of its own and one database.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::client::Client;
use crate::data;

/// The operator's key of every server the tests start.
pub const OPERATOR_KEY: &str = "rdk_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const START_WITHIN: Duration = Duration::from_mins(1);

/// How to start a server.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Database URL; a fresh SQLite file when absent.
    pub database: Option<String>,
    /// Further environment variables.
    pub env: Vec<(String, String)>,
}

impl Options {
    /// The same with one more environment variable.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A server on this database.
    pub fn on(database: &str) -> Self {
        Self { database: Some(database.to_owned()), env: Vec::new() }
    }
}

/// A running server. It ends when this is dropped; when the test fails, the end of its log is printed.
#[derive(Debug)]
pub struct Server {
    child: Child,
    port: u16,
    binary: PathBuf,
    options: Options,
    folder: tempfile::TempDir,
}

impl Server {
    /// Starts one and waits until it is ready.
    ///
    /// # Errors
    /// When the binary is missing or the server is not ready in time; the message shows the end of its log.
    pub async fn start(options: Options) -> Result<Self> {
        let binary = data::program("redress")?;
        let folder = tempfile::Builder::new().prefix("redress-").tempdir()?;
        // The port is free when it is asked for; nobody else takes ports at random here.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = spawn(&binary, folder.path(), port, &options)?;
        let mut server = Self { child, port, binary, options, folder };
        server.wait_ready().await?;
        Ok(server)
    }

    /// Starts one on SQLite.
    ///
    /// # Errors
    /// See [`Server::start`].
    pub async fn sqlite() -> Result<Self> {
        Self::start(Options::default()).await
    }

    /// Address, for example `http://127.0.0.1:40001`.
    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Port it listens on.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Process id.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Folder with its database, artefacts and log.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A client with the operator's key.
    ///
    /// # Errors
    /// When no HTTP client can be built.
    pub fn operator(&self) -> Result<Client> {
        Client::new(&self.base(), Some(OPERATOR_KEY))
    }

    /// Ends the process at once, as a power cut would (SIGKILL).
    ///
    /// # Errors
    /// When the process cannot be ended.
    pub fn kill(&mut self) -> Result<()> {
        self.child.kill()?;
        self.child.wait()?;
        Ok(())
    }

    /// Starts it again on the same port, folder and database.
    ///
    /// # Errors
    /// See [`Server::start`].
    pub async fn restart(&mut self) -> Result<()> {
        self.kill()?;
        self.child = spawn(&self.binary, self.folder.path(), self.port, &self.options)?;
        self.wait_ready().await
    }

    /// How the process ended, when it did without being asked.
    pub fn ended(&mut self) -> Option<std::process::ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// The last lines it logged.
    pub fn log_end(&self, lines: usize) -> String {
        let text = std::fs::read(self.folder.path().join("server.log")).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let all: Vec<&str> = text.lines().collect();
        all[all.len().saturating_sub(lines)..].join("\n")
    }

    async fn wait_ready(&mut self) -> Result<()> {
        let client = self.operator()?.without_key();
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                bail!("the server ended with {status} while it started:\n{}", self.log_end(40));
            }
            if client.get("//readyz").await.is_ok_and(|reply| reply.status == 200) {
                return Ok(());
            }
            if begun.elapsed() > START_WITHIN {
                bail!("the server was not ready within {START_WITHIN:?}:\n{}", self.log_end(40));
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let ended = self.ended().map_or_else(String::new, |status| format!(" (it ended by itself: {status})"));
            eprintln!("--- end of the server's log{ended} ---\n{}", self.log_end(60));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(binary: &Path, folder: &Path, port: u16, options: &Options) -> Result<Child> {
    let log = File::options().create(true).append(true).open(folder.join("server.log"))?;
    let database = options.database.clone().unwrap_or_else(|| format!("sqlite:{}", folder.join("redress.db").display()));
    Command::new(binary)
        .arg("serve")
        .current_dir(folder)
        .env("PORT", port.to_string())
        .env("REDRESS_DATABASE_URL", database)
        .env("REDRESS__SERVER__OPERATOR_KEY", OPERATOR_KEY)
        // The receivers of the tests are on this machine.
        .env("REDRESS__WORKER__PRIVATE_WEBHOOKS", "true")
        .envs(options.env.iter().map(|(name, value)| (name, value)))
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()
        .with_context(|| format!("{} does not start", binary.display()))
}
