//! A payment gateway, shaped like Stripe, like WeChat Pay and like the gateway of the SDKs' templates at once, over real HTTP. It keeps honest books and pays each key at
//! most once, as both really do; how it answers is another matter.

mod bank;
mod books;
mod fault;
mod message;
mod stripe;
mod wechat;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use anyhow::Result;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

pub use books::{Books, Refund};
pub use fault::{Fault, Faults};
pub use message::{Message, Platform, Says, Voice};

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// Body as it came.
    pub body: String,
}

/// What goes back: status and body.
pub(crate) type Answer = (u16, String);

struct State {
    books: Books,
    faults: Faults,
    requests: Vec<Request>,
}

/// A running gateway; it stops when it is dropped.
pub struct Gateway {
    /// Host and port, as a gateway's `hosts` name it.
    pub host: String,
    state: Arc<Mutex<State>>,
    task: tokio::task::JoinHandle<()>,
}

impl Gateway {
    /// Starts one on a free port.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(faults: Faults) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let host = listener.local_addr()?.to_string();
        let state = Arc::new(Mutex::new(State { books: Books::default(), faults, requests: Vec::new() }));
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    // A connection that breaks is what this is about.
                    let _ = serve(stream, &shared).await;
                });
            }
        });
        Ok(Self { host, state, task })
    }

    /// Where it is, for a configuration.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.host)
    }

    /// A payment came in.
    pub fn pay_in(&self, payment: &str, minor: i64) {
        lock(&self.state).books.paid_in.insert(payment.to_owned(), minor);
    }

    /// All refunds, by key.
    pub fn refunds(&self) -> BTreeMap<String, Refund> {
        lock(&self.state).books.refunds.clone()
    }

    /// A refund that was paid comes back: the customer's bank did not take it.
    pub fn fail(&self, key: &str) {
        if let Some(refund) = lock(&self.state).books.refunds.get_mut(key) {
            refund.failed = true;
        }
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.state).requests.clone()
    }

    /// Faults by chance from here on.
    pub fn draw(&self, seed: u64, percent: u64) {
        lock(&self.state).faults = Faults::drawn(seed, percent);
    }

    /// No more faults from here on.
    pub fn heal(&self) {
        lock(&self.state).faults = Faults::none();
    }

    /// What to do with the next requests, one each.
    pub fn then(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.state).faults.queue(faults);
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, state: &Mutex<State>) -> std::io::Result<()> {
    while let Some(request) = read(&mut stream).await? {
        let pays = request.method == "POST";
        let fault = {
            let mut state = lock(state);
            state.requests.push(request.clone());
            state.faults.next(pays)
        };
        let act = |fault| answer(&mut lock(state).books, &request, fault);
        match fault {
            Fault::None => reply(&mut stream, act(fault)).await?,
            Fault::RefuseConnection => return Ok(()),
            Fault::DropAfter => {
                act(fault);
                return Ok(());
            }
            Fault::HangAfter => {
                act(fault);
                tokio::time::sleep(Duration::from_mins(1)).await;
                return Ok(());
            }
            // The request was on its way for longer than anybody waited, and is carried out all the same.
            Fault::ArriveLate => {
                lock(state).books.late.push(request);
                return Ok(());
            }
            Fault::ErrorBefore => reply(&mut stream, (503, "{}".to_owned())).await?,
            Fault::ErrorAfter => {
                act(fault);
                reply(&mut stream, (500, r#"{"code":"SYSTEM_ERROR","message":"系统错误"}"#.to_owned())).await?;
            }
            Fault::Garbage => {
                act(fault);
                reply(&mut stream, (200, "<html>welcome to the hotel".to_owned())).await?;
            }
            Fault::NoHttp => {
                act(fault);
                stream.write_all(b"\x00\x01\x02 nothing like HTTP").await?;
                return Ok(());
            }
            Fault::Twice => {
                let once = act(fault);
                reply(&mut stream, once.clone()).await?;
                reply(&mut stream, once).await?;
            }
            Fault::RateLimit => reply(&mut stream, (429, r#"{"code":"FREQUENCY_LIMITED","message":"频率超限"}"#.to_owned())).await?,
            // Says no, and pays; says that there is none, and there is.
            Fault::Lie => {
                act(fault);
                reply(&mut stream, lie(&request)).await?;
            }
        }
    }
    Ok(())
}

fn answer(books: &mut Books, request: &Request, _fault: Fault) -> Answer {
    match request.target.get(..4) {
        Some("/v3/") => wechat::answer(books, request),
        Some("/ref") => bank::answer(books, request),
        _ => stripe::answer(books, request),
    }
}

fn lie(request: &Request) -> Answer {
    match request.target.get(..4) {
        Some("/v3/") => wechat::lie(request),
        Some("/ref") => bank::lie(request),
        _ => stripe::lie(request),
    }
}

impl Gateway {
    /// Carries out the requests that were late.
    pub fn arrive(&self) {
        let mut state = lock(&self.state);
        for request in std::mem::take(&mut state.books.late) {
            answer(&mut state.books, &request, Fault::None);
        }
    }
}

pub(crate) async fn read(stream: &mut TcpStream) -> std::io::Result<Option<Request>> {
    let mut bytes = Vec::new();
    let head = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let mut first = text.lines().next().unwrap_or_default().split(' ').map(str::to_owned);
    let (method, target) = (first.next().unwrap_or_default(), first.next().unwrap_or_default());
    let headers: BTreeMap<String, String> = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
    while bytes.len() < head + length {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Ok(None);
        }
    }
    let body = String::from_utf8_lossy(&bytes[head..head + length]).into_owned();
    Ok(Some(Request { method, target, headers, body }))
}

pub(crate) async fn reply(stream: &mut TcpStream, (status, body): Answer) -> std::io::Result<()> {
    let head = format!("HTTP/1.1 {status} X\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
