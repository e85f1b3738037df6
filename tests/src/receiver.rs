//! A place that webhooks go to. It checks signatures as a careful merchant would, and it can misbehave on demand.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::Value;
use sha2::Sha256;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What the receiver does with the next delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behaviour {
    /// Answers with this status.
    Answer(u16),
    /// Reads the delivery and closes without a word.
    HangUp,
    /// Answers bytes that are not HTTP.
    Garbage,
    /// Sends the receiver elsewhere; a signed body must not follow.
    Redirect,
    /// Answers nothing for so long.
    Stall(Duration),
}

/// One delivery as it arrived.
#[derive(Debug, Clone)]
pub struct Delivery {
    /// Headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// Body as it came.
    pub body: Vec<u8>,
}

impl Delivery {
    /// The body as JSON.
    ///
    /// # Errors
    /// When it is none.
    pub fn json(&self) -> Result<Value> {
        serde_json::from_slice(&self.body).context("the delivery is not JSON")
    }

    /// Checks the signature as Standard Webhooks says: HMAC-SHA256 of `id.timestamp.body` under the key after `whsec_`.
    ///
    /// # Errors
    /// When a header is missing or no signature fits.
    pub fn verify(&self, secret: &str) -> Result<()> {
        let header = |name: &str| self.headers.get(name).with_context(|| format!("no header {name} in {:?}", self.headers));
        let key = STANDARD.decode(secret.strip_prefix("whsec_").context("the secret does not begin with whsec_")?)?;
        let mut mac = Hmac::<Sha256>::new_from_slice(&key)?;
        mac.update(format!("{}.{}.", header("webhook-id")?, header("webhook-timestamp")?).as_bytes());
        mac.update(&self.body);
        let expected = format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()));
        ensure!(header("webhook-signature")?.split(' ').any(|one| one == expected), "no signature fits the body");
        Ok(())
    }
}

#[derive(Debug, Default)]
struct State {
    behaviour: VecDeque<Behaviour>,
    deliveries: Vec<Delivery>,
}

/// A running receiver; it stops when it is dropped.
#[derive(Debug)]
pub struct Receiver {
    /// Address to register as a webhook.
    pub url: String,
    state: Arc<Mutex<State>>,
    task: tokio::task::JoinHandle<()>,
}

impl Receiver {
    /// Starts one on a free port. It answers 204 until told otherwise.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start() -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}/hook", listener.local_addr()?);
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = Arc::clone(&shared);
                tokio::spawn(async move {
                    let _ = serve(stream, &shared).await;
                });
            }
        });
        Ok(Self { url, state, task })
    }

    /// What to do with the next deliveries, one each; then 204 again.
    pub fn then(&self, behaviour: impl IntoIterator<Item = Behaviour>) {
        lock(&self.state).behaviour.extend(behaviour);
    }

    /// Everything that arrived so far.
    pub fn deliveries(&self) -> Vec<Delivery> {
        lock(&self.state).deliveries.clone()
    }

    /// Waits until so many deliveries arrived.
    ///
    /// # Errors
    /// When they do not arrive in time.
    pub async fn wait(&self, count: usize, within: Duration) -> Result<Vec<Delivery>> {
        self.wait_until(within, |deliveries| deliveries.len() >= count).await
    }

    /// Waits until what arrived satisfies a condition.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn wait_until(&self, within: Duration, enough: impl Fn(&[Delivery]) -> bool) -> Result<Vec<Delivery>> {
        let begun = Instant::now();
        loop {
            let deliveries = self.deliveries();
            if enough(&deliveries) {
                return Ok(deliveries);
            }
            if begun.elapsed() > within {
                bail!("within {within:?} only {} deliveries arrived", deliveries.len());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

async fn serve(mut stream: TcpStream, state: &Mutex<State>) -> Result<()> {
    let mut buffer = Vec::new();
    loop {
        let Some(delivery) = read(&mut stream, &mut buffer).await? else { return Ok(()) };
        let behaviour = {
            let mut state = lock(state);
            state.deliveries.push(delivery);
            state.behaviour.pop_front().unwrap_or(Behaviour::Answer(204))
        };
        let answer = match behaviour {
            Behaviour::Answer(204) => "HTTP/1.1 204 No Content\r\n\r\n".to_owned(),
            Behaviour::Answer(status) => format!("HTTP/1.1 {status} X\r\ncontent-length: 2\r\n\r\nno"),
            Behaviour::Redirect => "HTTP/1.1 307 X\r\nlocation: /elsewhere\r\ncontent-length: 0\r\n\r\n".to_owned(),
            Behaviour::Garbage => {
                stream.write_all(b"\x00\xffnot http\r\n\r\n").await?;
                return Ok(());
            }
            Behaviour::HangUp => return Ok(()),
            Behaviour::Stall(time) => {
                tokio::time::sleep(time).await;
                return Ok(());
            }
        };
        stream.write_all(answer.as_bytes()).await?;
    }
}

/// Reads one request with a content-length; `None` at the end of the connection.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<Option<Delivery>> {
    let head = loop {
        if let Some(end) = buffer.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(buffer).await? == 0 {
            return Ok(None);
        }
    };
    let text = String::from_utf8_lossy(&buffer[..head]).into_owned();
    let headers: BTreeMap<String, String> = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers.get("content-length").map_or(Ok(0), |text| text.parse())?;
    while buffer.len() < head + length {
        ensure!(stream.read_buf(buffer).await? > 0, "the delivery broke off");
    }
    let body = buffer[head..head + length].to_vec();
    buffer.drain(..head + length);
    Ok(Some(Delivery { headers, body }))
}
