//! A merchant's inventory over real HTTP: it keeps honest books of its shelves, sets each key's goods aside at most once and
//! remembers what was released, as the protocol asks; how it answers is another matter.

mod books;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::net::{TcpListener, TcpStream};

pub use books::{Books, Reservation, State};

use crate::gateway::{Answer, Fault, Faults, Request, read, reply};

struct Shared {
    books: Books,
    faults: Faults,
    requests: Vec<Request>,
    /// Keys about which the last answer was a lie: one that always lies cannot be told from one that speaks the truth.
    lied: BTreeMap<String, bool>,
}

/// A running inventory; it stops when it is dropped.
pub struct Inventory {
    host: String,
    shared: Arc<Mutex<Shared>>,
    task: tokio::task::JoinHandle<()>,
}

impl Inventory {
    /// Starts one on a free port with so much on its shelves.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start(stock: &[(&str, u32)], faults: Faults) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let host = listener.local_addr()?.to_string();
        let books = Books::new(stock);
        let shared = Arc::new(Mutex::new(Shared { books, faults, requests: Vec::new(), lied: BTreeMap::new() }));
        let own = Arc::clone(&shared);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let own = Arc::clone(&own);
                tokio::spawn(async move {
                    // A connection that breaks is what this is about.
                    let _ = serve(stream, &own).await;
                });
            }
        });
        Ok(Self { host, shared, task })
    }

    /// Where it is, for a connector.
    pub fn base_url(&self) -> String {
        format!("http://{}/erp", self.host)
    }

    /// What it has really done.
    pub fn books(&self) -> Books {
        lock(&self.shared).books.clone()
    }

    /// Puts so much on a shelf.
    pub fn stock(&self, sku: &str, quantity: u32) {
        lock(&self.shared).books.put(sku, quantity);
    }

    /// All requests so far.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.shared).requests.clone()
    }

    /// What to do with the next requests, one each.
    pub fn then(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.shared).faults.queue(faults);
    }

    /// Faults by chance from here on.
    pub fn draw(&self, seed: u64, percent: u64) {
        lock(&self.shared).faults = Faults::drawn(seed, percent);
    }

    /// No more faults from here on.
    pub fn heal(&self) {
        lock(&self.shared).faults = Faults::none();
    }

    /// Carries out the requests that were late.
    pub fn arrive(&self) {
        let mut shared = lock(&self.shared);
        for request in std::mem::take(&mut shared.books.late) {
            act(&mut shared.books, &request);
        }
    }
}

impl Drop for Inventory {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, shared: &Mutex<Shared>) -> std::io::Result<()> {
    while let Some(request) = read(&mut stream).await? {
        let fault = {
            let mut shared = lock(shared);
            shared.requests.push(request.clone());
            let fault = shared.faults.next(request.method == "POST");
            let lied = shared.lied.entry(key(&request)).or_default();
            // Not twice in a row about the same thing.
            let fault = if fault == Fault::Lie && *lied { Fault::None } else { fault };
            *lied = fault == Fault::Lie;
            fault
        };
        let act = || act(&mut lock(shared).books, &request);
        match fault {
            Fault::None => reply(&mut stream, act()).await?,
            Fault::RefuseConnection => return Ok(()),
            Fault::DropAfter => {
                act();
                return Ok(());
            }
            Fault::HangAfter => {
                act();
                tokio::time::sleep(Duration::from_mins(1)).await;
                return Ok(());
            }
            Fault::ArriveLate => {
                lock(shared).books.late.push(request);
                return Ok(());
            }
            Fault::ErrorBefore => reply(&mut stream, (503, "{}".to_owned())).await?,
            Fault::ErrorAfter => {
                act();
                reply(&mut stream, (500, r#"{"error":"系统繁忙"}"#.to_owned())).await?;
            }
            Fault::Garbage => {
                act();
                reply(&mut stream, (200, "<html>welcome to the hotel".to_owned())).await?;
            }
            Fault::NoHttp => {
                act();
                stream.write_all(b"\x00\x01\x02 nothing like HTTP").await?;
                return Ok(());
            }
            Fault::Twice => {
                let once = act();
                reply(&mut stream, once.clone()).await?;
                reply(&mut stream, once).await?;
            }
            Fault::RateLimit => reply(&mut stream, (429, r#"{"error":"too many"}"#.to_owned())).await?,
            Fault::Lie => {
                let truth = act();
                reply(&mut stream, lie(&request, &truth)).await?;
            }
        }
    }
    Ok(())
}

/// The key that a request is about.
fn key(request: &Request) -> String {
    let named = request.target.strip_prefix("/erp/reservations/").map(|rest| rest.trim_end_matches("/release").to_owned());
    named.unwrap_or_else(|| request.headers.get("idempotency-key").cloned().unwrap_or_default())
}

fn act(books: &mut Books, request: &Request) -> Answer {
    let key = key(request);
    let found = match (request.method.as_str(), request.target.as_str()) {
        ("POST", "/erp/reservations") => {
            let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
            let line = |line: &Value| Some((line["sku"].as_str()?.to_owned(), u32::try_from(line["quantity"].as_u64()?).ok()?));
            let lines = body["lines"].as_array().map(|lines| lines.iter().filter_map(line).collect()).unwrap_or_default();
            Some(books.reserve(&key, lines))
        }
        ("POST", target) if target.ends_with("/release") => Some(books.release(&key)),
        ("GET", _) => books.look(&key),
        _ => None,
    };
    match found {
        Some(found) => (if found.state == State::OutOfStock { 409 } else { 200 }, body(&key, &found)),
        None => (404, r#"{"error":"no such reservation"}"#.to_owned()),
    }
}

fn body(key: &str, found: &Reservation) -> String {
    let missing: Vec<Value> = found.missing.iter().map(|(sku, available)| json!({"sku": sku, "available": available})).collect();
    json!({"key": key, "state": found.state.name(), "reference": found.reference, "missing": missing}).to_string()
}

/// The opposite of the truth.
fn lie(request: &Request, truth: &Answer) -> Answer {
    let key = key(request);
    let state = if truth.1.contains(r#""state":"reserved""#) { "out_of_stock" } else { "reserved" };
    (200, json!({"key": key, "state": state, "reference": "nothing", "missing": []}).to_string())
}

fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}
