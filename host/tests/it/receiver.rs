//! A place that webhooks go to, which misbehaves on demand.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use parking_lot::Mutex;
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What happens to the next delivery; afterwards all are answered with 204.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mood {
    /// Answers with a status.
    Answer(u16),
    /// Closes without a word.
    HangUp,
    /// Says nothing for half a second, then closes.
    Stall,
}

/// One delivery.
#[derive(Debug, Clone)]
pub(crate) struct Delivery {
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Delivery {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

#[derive(Default)]
struct State {
    moods: VecDeque<Mood>,
    deliveries: Vec<Delivery>,
}

/// A running receiver.
pub(crate) struct Receiver {
    pub(crate) url: String,
    state: Arc<Mutex<State>>,
}

impl Receiver {
    pub(crate) async fn start(moods: &[Mood]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State { moods: moods.iter().copied().collect(), deliveries: Vec::new() }));
        let shared = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Self { url, state }
    }

    /// Waits for so many deliveries.
    pub(crate) async fn wait(&self, count: usize) -> Vec<Delivery> {
        for _ in 0..400 {
            let deliveries = self.state.lock().deliveries.clone();
            if deliveries.len() >= count {
                return deliveries;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("only {} of {count} deliveries arrived", self.state.lock().deliveries.len());
    }
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    let head = loop {
        if stream.read_buf(&mut bytes).await? == 0 {
            return Ok(());
        }
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(&bytes[..head]).into_owned();
    let headers: BTreeMap<String, String> = text
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length: usize = headers["content-length"].parse().unwrap();
    while bytes.len() < head + length {
        stream.read_buf(&mut bytes).await?;
    }
    let mood = {
        let mut state = state.lock();
        state.deliveries.push(Delivery { headers, body: bytes[head..].to_vec() });
        state.moods.pop_front().unwrap_or(Mood::Answer(204))
    };
    match mood {
        Mood::Answer(status) => {
            stream.write_all(format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").as_bytes()).await
        }
        Mood::HangUp => Ok(()),
        Mood::Stall => {
            tokio::time::sleep(Duration::from_millis(500)).await;
            Ok(())
        }
    }
}
