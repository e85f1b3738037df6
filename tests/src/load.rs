//! A load generator that costs little: plain keep-alive HTTP/1.1 over loopback, requests written from a template, answers
//! read no further than needed. It runs in a process of its own, so that the server's work is not measured with it.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// What to send. Every `{n}` in path, headers and body becomes a number that no other request has, every `{m}` in the body
/// that number modulo 5,000.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Plan {
    /// Address such as `127.0.0.1:8080`.
    pub address: String,
    /// Connections that ask at once, one request each.
    pub connections: u32,
    /// Requests before the clock starts, for all connections together.
    pub warm_up: u32,
    /// How long to ask, in milliseconds.
    pub millis: u64,
    /// Most requests to send in that time, for all connections together.
    pub most: u32,
    /// Method.
    pub method: String,
    /// Path with query.
    pub path: String,
    /// Header lines without line ends.
    pub headers: Vec<String>,
    /// Body.
    pub body: String,
    /// First value of `{n}`.
    pub first: u64,
    /// Status every answer must have.
    pub status: u16,
}

/// What came of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// Answers with the wanted status within the measured time.
    pub answers: u64,
    /// Answers with another status, and the first such answer.
    pub wrong: u64,
    /// The first wrong answer, whole.
    pub first_wrong: Option<String>,
    /// Measured seconds.
    pub seconds: f64,
    /// Answers per second.
    pub per_second: f64,
    /// Median time of an answer in microseconds.
    pub p50_us: u64,
    /// 99th percentile of the time of an answer in microseconds.
    pub p99_us: u64,
    /// Slowest answer in microseconds.
    pub max_us: u64,
    /// Value of `{n}` that a following plan may begin with.
    pub next: u64,
}

/// Runs a plan.
///
/// # Errors
/// When a connection cannot be made or breaks.
pub async fn run(plan: &Plan) -> Result<Report> {
    let connections = u64::from(plan.connections.max(1));
    let mut tasks = Vec::new();
    for lane in 0..connections {
        let plan = plan.clone();
        tasks.push(tokio::spawn(async move { lane_of(&plan, lane, connections).await }));
    }
    let (mut times, mut report) = (Vec::new(), Report::default());
    let (mut begun, mut ended) = (None::<Instant>, None::<Instant>);
    for task in tasks {
        let lane = task.await??;
        begun = Some(begun.map_or(lane.begun, |at| at.min(lane.begun)));
        ended = Some(ended.map_or(lane.ended, |at| at.max(lane.ended)));
        report.wrong += lane.wrong;
        report.first_wrong = report.first_wrong.or(lane.first_wrong);
        report.next = report.next.max(lane.next);
        times.extend(lane.times);
    }
    times.sort_unstable();
    let at = |share: f64| times.get(rank(times.len(), share)).copied().unwrap_or(0);
    report.answers = times.len() as u64;
    report.seconds = begun.zip(ended).map_or(0.0, |(begun, ended)| (ended - begun).as_secs_f64());
    #[expect(clippy::cast_precision_loss, reason = "a count of answers is far below 2^52")]
    let answers = times.len() as f64;
    report.per_second = if report.seconds > 0.0 { answers / report.seconds } else { 0.0 };
    (report.p50_us, report.p99_us, report.max_us) = (at(0.50), at(0.99), at(1.0));
    Ok(report)
}

/// Place of a percentile in a sorted list.
pub fn rank(count: usize, share: f64) -> usize {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts are small")]
    let place = (count as f64 * share) as usize;
    place.min(count.saturating_sub(1))
}

struct Lane {
    begun: Instant,
    ended: Instant,
    times: Vec<u64>,
    wrong: u64,
    first_wrong: Option<String>,
    next: u64,
}

async fn lane_of(plan: &Plan, lane: u64, lanes: u64) -> Result<Lane> {
    let mut wire = Wire::connect(plan).await?;
    let mut number = plan.first + lane;
    for _ in 0..u64::from(plan.warm_up) / lanes {
        wire.ask(number).await?;
        number += lanes;
    }
    // What does not divide is shared by the first lanes: all together send exactly as many as the plan says.
    let (share, rest) = (u64::from(plan.most) / lanes, u64::from(plan.most) % lanes);
    let most = (share + u64::from(lane < rest)).max(1);
    let begun = Instant::now();
    let limit = Duration::from_millis(plan.millis);
    let mut result = Lane { begun, ended: begun, times: Vec::with_capacity(4096), wrong: 0, first_wrong: None, next: number };
    for _ in 0..most {
        let asked = Instant::now();
        let status = wire.ask(number).await?;
        let took = asked.elapsed();
        number += lanes;
        if status == plan.status {
            result.times.push(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
        } else {
            result.wrong += 1;
            result.first_wrong.get_or_insert_with(|| wire.last_answer());
        }
        if begun.elapsed() >= limit {
            break;
        }
    }
    result.ended = Instant::now();
    result.next = number;
    Ok(result)
}

/// One connection and the parts of its request.
struct Wire {
    stream: TcpStream,
    head: String,
    path: Vec<String>,
    body: Vec<String>,
    out: Vec<u8>,
    buffer: Vec<u8>,
}

impl Wire {
    async fn connect(plan: &Plan) -> Result<Self> {
        let stream = TcpStream::connect(&plan.address).await.with_context(|| format!("no connection to {}", plan.address))?;
        stream.set_nodelay(true)?;
        let mut head = format!("host: {}\r\n", plan.address);
        for line in &plan.headers {
            head.push_str(line);
            head.push_str("\r\n");
        }
        let parts = |text: &str| text.split("{n}").map(str::to_owned).collect::<Vec<_>>();
        let path = parts(&format!("{} {} HTTP/1.1\r\n", plan.method, plan.path));
        Ok(Self { stream, head, path, body: parts(&plan.body), out: Vec::with_capacity(4096), buffer: Vec::with_capacity(16384) })
    }

    /// Sends one request and reads its answer; returns the status.
    async fn ask(&mut self, number: u64) -> Result<u16> {
        let body = self.body.join(&number.to_string()).replace("{m}", &(number % 5_000).to_string());
        let number = number.to_string();
        self.out.clear();
        self.out.extend_from_slice(self.path.join(&number).as_bytes());
        self.out.extend_from_slice(self.head.replace("{n}", &number).as_bytes());
        self.out.extend_from_slice(format!("content-length: {}\r\n\r\n", body.len()).as_bytes());
        self.out.extend_from_slice(body.as_bytes());
        self.stream.write_all(&self.out).await?;
        self.buffer.clear();
        let end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            ensure!(self.stream.read_buf(&mut self.buffer).await? > 0, "the server closed the connection");
        };
        let head = std::str::from_utf8(&self.buffer[..end]).context("the answer's head is not text")?;
        let status = head.get(9..12).and_then(|text| text.parse().ok()).context("the answer has no status")?;
        let length: usize = head
            .split("\r\n")
            .filter_map(|line| line.split_once(':'))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .context("the answer has no content-length")?
            .1
            .trim()
            .parse()?;
        while self.buffer.len() < end + length {
            ensure!(self.stream.read_buf(&mut self.buffer).await? > 0, "the answer broke off");
        }
        Ok(status)
    }

    fn last_answer(&self) -> String {
        String::from_utf8_lossy(&self.buffer).into_owned()
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}
