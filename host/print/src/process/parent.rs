//! The server's side of a printing: feeds the typesetter, waits, and kills it when it takes too long.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::{OnceCell, Semaphore};

use super::{Note, Order, REFUSED};
use crate::fonts::{Face, FontError, Fonts};
use crate::job::{Finding, Job, Printed, Severity};

/// What one paper may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Processor seconds.
    pub cpu_seconds: u64,
    /// Bytes of address space.
    pub memory_bytes: u64,
    /// Time on the clock, waiting for the processor included.
    pub wall: Duration,
    /// Bytes of the paper.
    pub paper_bytes: usize,
    /// Papers in work at once; more wait.
    pub at_once: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { cpu_seconds: 20, memory_bytes: 1 << 30, wall: Duration::from_secs(60), paper_bytes: 16 << 20, at_once: 2 }
    }
}

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// The template is at fault.
    #[error("the template cannot be printed: {}", said(.0))]
    Template(Vec<Finding>),
    /// The server has no font.
    #[error(transparent)]
    Font(#[from] FontError),
    /// The process did not start or was lost.
    #[error("the typesetter {program} cannot be used: {source}")]
    Lost {
        /// What was started.
        program: PathBuf,
        /// Why it failed.
        source: std::io::Error,
    },
    /// The process ended in a way that says nothing about the template.
    #[error("the typesetter failed: {0}")]
    Failed(String),
}

fn said(findings: &[Finding]) -> String {
    let one = |finding: &Finding| match finding.line {
        Some(line) => format!("line {line}: {}", finding.message),
        None => finding.message.clone(),
    };
    findings.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Prints papers, each in a process of its own. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Printer(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    program: PathBuf,
    arguments: Vec<OsString>,
    fonts: Fonts,
    limits: Limits,
    places: Semaphore,
    faces: OnceCell<Vec<Face>>,
}

impl Printer {
    /// A printer whose papers are typeset by `command`: program and leading arguments of a process that calls
    /// [`crate::print_child`].
    pub fn new(command: (PathBuf, Vec<OsString>), fonts: Fonts, limits: Limits) -> Self {
        let (program, arguments) = command;
        let places = Semaphore::new(limits.at_once.max(1));
        Self(Arc::new(Inner { program, arguments, fonts, limits, places, faces: OnceCell::new() }))
    }

    /// Prints one paper.
    ///
    /// # Errors
    /// [`PrintError::Template`] when the template is wrong or takes too much; everything else is about the server.
    pub async fn print(&self, job: &Job) -> Result<Printed, PrintError> {
        let faces = self.faces().await?;
        let order = Order { job: job.clone(), faces, family: self.0.fonts.family.clone() };
        let order = serde_json::to_vec(&order).map_err(|error| PrintError::Failed(error.to_string()))?;
        // Never closed, so there is always a place in the end.
        let _place = self.0.places.acquire().await;
        self.0.run(&order).await
    }

    /// The faces, looked for until they are found: a font that is installed later is found without a new start.
    async fn faces(&self) -> Result<Vec<Face>, PrintError> {
        let search = || async {
            let fonts = self.0.fonts.clone();
            let found = tokio::task::spawn_blocking(move || fonts.find()).await;
            found.map_err(|error| PrintError::Failed(error.to_string()))?.map_err(PrintError::Font)
        };
        self.0.faces.get_or_try_init(search).await.cloned()
    }
}

impl Inner {
    async fn run(&self, order: &[u8]) -> Result<Printed, PrintError> {
        let lost = |source| PrintError::Lost { program: self.program.clone(), source };
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .arg(self.limits.cpu_seconds.to_string())
            .arg(self.limits.memory_bytes.to_string())
            .env_clear()
            // The typesetter would take every core.
            .env("RAYON_NUM_THREADS", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(lost)?;
        let mut stdin = child.stdin.take().expect("stdin is piped above");
        let stdout = child.stdout.take().expect("stdout is piped above");
        let stderr = child.stderr.take().expect("stderr is piped above");

        let most = self.limits.paper_bytes;
        let work = async {
            let feed = async {
                // A typesetter that gave up early closes the pipe; its exit code says why.
                let _ = stdin.write_all(order).await;
                drop(stdin);
            };
            let mut paper = Vec::new();
            let mut complaint = Vec::new();
            let mut stdout = stdout.take(most as u64 + 1);
            let mut stderr = stderr.take(16 << 10);
            let ((), read, told) = tokio::join!(feed, stdout.read_to_end(&mut paper), stderr.read_to_end(&mut complaint));
            read.and(told).map_err(lost)?;
            // Beyond the size limit nobody reads on, and the child would wait for ever.
            if paper.len() > most {
                child.start_kill().map_err(lost)?;
            }
            let status = child.wait().await.map_err(lost)?;
            Ok::<_, PrintError>((status, paper, String::from_utf8_lossy(&complaint).trim().to_owned()))
        };
        // On time-out the child is dropped with the future, which kills it.
        let Ok(done) = tokio::time::timeout(self.limits.wall, work).await else {
            return Err(too_much(&format!("the paper takes longer than {} s", self.limits.wall.as_secs())));
        };
        let (status, paper, complaint) = done?;
        if paper.len() > most {
            return Err(too_much(&format!("the paper is larger than {most} bytes")));
        }
        self.read(status, &paper, &complaint)
    }

    fn read(&self, status: ExitStatus, paper: &[u8], complaint: &str) -> Result<Printed, PrintError> {
        let garbled = |error: serde_json::Error| PrintError::Failed(format!("its answer cannot be read: {error}"));
        match status.code() {
            Some(0) => {
                let end = paper.iter().position(|byte| *byte == b'\n').unwrap_or(0);
                let Note { pages, warnings } = serde_json::from_slice(&paper[..end]).map_err(garbled)?;
                Ok(Printed { pdf: paper[end + 1..].to_vec(), pages, warnings })
            }
            Some(code) if code == i32::from(REFUSED) => Err(PrintError::Template(serde_json::from_slice(paper).map_err(garbled)?)),
            // A signal after start: the limits on memory and processor time end a typesetter this way.
            None => Err(too_much(&format!(
                "the paper took more than {} bytes of memory or {} s of processor time",
                self.limits.memory_bytes, self.limits.cpu_seconds
            ))),
            _ => Err(PrintError::Failed(format!("{status}: {complaint}"))),
        }
    }
}

/// The template wants more than a paper may use.
fn too_much(what: &str) -> PrintError {
    let message = format!("{what}: look for a loop without end, or print fewer lines");
    PrintError::Template(vec![Finding { severity: Severity::Error, message, line: None, column: None }])
}
