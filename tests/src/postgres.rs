//! A PostgreSQL cluster of one's own: made with `initdb` in a temporary folder, on a free port, stopped when dropped. Durable
//! like a real one (fsync stays on), so that what is measured on it means something.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use tempfile::TempDir;

/// How long a start or stop may take on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running cluster.
pub struct Cluster {
    server: Child,
    account: Account,
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl Cluster {
    /// Makes and starts a cluster.
    ///
    /// # Errors
    /// When PostgreSQL is not installed (the message names the package) or does not start (the message holds its log).
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let folder = tempfile::Builder::new().prefix("redress-postgres-").tempdir().context("a temporary folder for PostgreSQL")?;
        let account = Account::of_server()?;
        account.own(folder.path())?;
        let data = folder.path().join("data");
        let made = account
            .command(&programs.join("initdb"))
            .args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--pgdata"])
            .arg(&data)
            .current_dir(folder.path())
            .output()
            .context("initdb could not be run")?;
        ensure!(made.status.success(), "initdb failed: {}", String::from_utf8_lossy(&made.stderr));

        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|free| free.local_addr()).context("a free port")?.port();
        let server = serve(&account, &programs, folder.path(), port)?;
        let mut cluster = Self { server, account, programs, folder, port };
        cluster.wait_until_ready()?;
        Ok(cluster)
    }

    /// Ends it at once and cuts every connection, as a failed machine would; what was committed stays.
    ///
    /// # Errors
    /// When the process cannot be told or does not end.
    pub fn stop(&mut self) -> Result<()> {
        // SIGQUIT is PostgreSQL's immediate shutdown; its children end with it.
        self.end("-QUIT")
    }

    /// Starts it again with what it held, on the same port and socket.
    ///
    /// # Errors
    /// When it does not start (the message holds its log).
    pub fn start_again(&mut self) -> Result<()> {
        self.server = serve(&self.account, &self.programs, self.folder.path(), self.port)?;
        self.wait_until_ready()
    }

    fn end(&mut self, signal: &str) -> Result<()> {
        Command::new("kill").args([signal, &self.server.id().to_string()]).status().context("kill could not be run")?;
        let begin = Instant::now();
        while self.server.try_wait()?.is_none() {
            if begin.elapsed() > PATIENCE {
                let _ = self.server.kill();
                bail!("PostgreSQL did not end after kill {signal}");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let begin = Instant::now();
        loop {
            let ready = self.client("pg_isready").stdout(Stdio::null()).status().context("pg_isready could not be run")?;
            if ready.success() {
                return Ok(());
            }
            let ended = self.server.try_wait()?;
            if ended.is_some() || begin.elapsed() > PATIENCE {
                let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
                bail!("PostgreSQL did not start on port {}; its log says:\n{log}", self.port);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The port it listens on, on 127.0.0.1.
    pub const fn port(&self) -> u16 {
        self.port
    }

    /// Address of a database over the cluster's socket, as sqlx reads it.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@localhost:{}/{database}?host={}", self.port, self.folder.path().display())
    }

    /// Makes an empty database and answers its address.
    ///
    /// # Errors
    /// When there is one of this name.
    pub fn create_database(&self, name: &str) -> Result<String> {
        let made = self.client("createdb").arg(name).output().context("createdb could not be run")?;
        ensure!(made.status.success(), "createdb failed: {}", String::from_utf8_lossy(&made.stderr));
        Ok(self.url(name))
    }

    fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.arg("-h").arg(self.folder.path()).args(["-p", &self.port.to_string(), "-U", "postgres"]);
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // SIGINT is PostgreSQL's fast shutdown; std can only send SIGKILL, which would leave its children behind.
        if matches!(self.server.try_wait(), Ok(None)) {
            let _ = self.end("-INT");
            let _ = self.server.wait();
        }
    }
}

/// Runs a server over the cluster in `folder`.
fn serve(account: &Account, programs: &Path, folder: &Path, port: u16) -> Result<Child> {
    let log = fs::File::options().create(true).append(true).open(folder.join("log"))?;
    account
        .command(&programs.join("postgres"))
        .arg("-D")
        .arg(folder.join("data"))
        .args(["-p", &port.to_string(), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=on", "-c", "max_connections=200"])
        .arg("-c")
        .arg(format!("unix_socket_directories={}", folder.display()))
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .spawn()
        .context("postgres could not be run")
}

/// Where Debian keeps the newest server programs.
fn programs() -> Result<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, programs)| programs.join("initdb").exists() && programs.join("postgres").exists())
        .collect();
    found.sort();
    found
        .pop()
        .map(|(_, programs)| programs)
        .context("PostgreSQL is not installed under /usr/lib/postgresql: install the Debian package 'postgresql'")
}

/// Who runs the server: it refuses root, so root hands it to the account that Debian's package made.
enum Account {
    Ourselves,
    Postgres { user: u32, group: u32 },
}

impl Account {
    fn of_server() -> Result<Self> {
        if id(&["-u"])? != 0 {
            return Ok(Self::Ourselves);
        }
        let user = id(&["-u", "postgres"]).context("there is no account 'postgres': install the Debian package 'postgresql'")?;
        Ok(Self::Postgres { user, group: id(&["-g", "postgres"])? })
    }

    fn own(&self, folder: &Path) -> Result<()> {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
        if let Self::Postgres { user, group } = self {
            chown(folder, Some(*user), Some(*group)).context("the folder could not be given to PostgreSQL")?;
        }
        Ok(())
    }

    /// A command that becomes `program` (no process stays between, so that its pid is the server's).
    fn command(&self, program: &Path) -> Command {
        match self {
            Self::Ourselves => Command::new(program),
            Self::Postgres { user, group } => {
                let mut command = Command::new("setpriv");
                command.arg(format!("--reuid={user}")).arg(format!("--regid={group}")).arg("--clear-groups").arg(program);
                command
            }
        }
    }
}

fn id(arguments: &[&str]) -> Result<u32> {
    let output = Command::new("id").args(arguments).output().context("id could not be run")?;
    ensure!(output.status.success(), "id {} failed", arguments.join(" "));
    String::from_utf8_lossy(&output.stdout).trim().parse().context("id answered no number")
}
