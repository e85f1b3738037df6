//! A mail server that takes mail over SMTP (RFC 5321), with STARTTLS (RFC 3207) and a login when it is told to, and misbehaves on
//! demand.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use mail_parser::{MessageParser, MimeHeaders as _};
use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncWrite, AsyncWriteExt as _, BufStream};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

/// Where in the dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Instead of the greeting.
    Greeting,
    /// After `EHLO`.
    Hello,
    /// After `MAIL FROM`.
    Mail,
    /// After `RCPT TO`.
    Recipient,
    /// After `DATA`.
    Data,
    /// After the last dot.
    End,
}

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Answers this, for example `451 4.3.0 later`; 421 also closes.
    Say(&'static str),
    /// Closes without a word.
    Close,
    /// Says nothing more.
    Hang,
    /// Answers as it should, so much later.
    Late(Duration),
    /// At the end: takes the mail and closes before it says so.
    LoseAnswer,
}

/// What a receiver reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// Name of the sender.
    pub sender: String,
    /// Address of the sender.
    pub from: String,
    /// Addresses that the mail says it is for.
    pub to: Vec<String>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Attached files, names and contents.
    pub files: Vec<(String, Vec<u8>)>,
}

/// One mail that was taken.
#[derive(Debug, Clone)]
pub struct Letter {
    /// Envelope sender.
    pub from: String,
    /// Envelope recipients.
    pub to: Vec<String>,
    /// The mail itself.
    pub bytes: Vec<u8>,
    /// Who logged in.
    pub user: Option<String>,
    /// It came over TLS.
    pub tls: bool,
}

impl Letter {
    /// The mail as its receiver reads it.
    ///
    /// # Errors
    /// When it is none, or names no sender.
    pub fn read(&self) -> Result<Contents> {
        let mail = MessageParser::default().parse(&self.bytes).context("the letter is no mail")?;
        let sender = mail.from().and_then(|from| from.first()).context("the mail names no sender")?;
        let files = mail.attachments().map(|part| (part.attachment_name().unwrap_or_default().to_owned(), part.contents().to_vec()));
        Ok(Contents {
            sender: sender.name().unwrap_or_default().to_owned(),
            from: sender.address().unwrap_or_default().to_owned(),
            to: mail.to().into_iter().flat_map(|to| to.iter()).filter_map(|one| one.address().map(str::to_owned)).collect(),
            subject: mail.subject().unwrap_or_default().to_owned(),
            text: mail.body_text(0).unwrap_or_default().into_owned(),
            files: files.collect(),
        })
    }

    /// A header of one line as it came.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = String::from_utf8_lossy(&self.bytes);
        head.lines().take_while(|line| !line.is_empty()).find_map(|line| Some(line.strip_prefix(name)?.strip_prefix(": ")?.to_owned()))
    }
}

#[derive(Debug, Default)]
struct State {
    faults: VecDeque<(Step, Fault)>,
    refused: BTreeMap<String, &'static str>,
    letters: Vec<Letter>,
    sessions: usize,
}

/// How to speak with it.
#[derive(Clone, Default)]
struct Terms {
    tls: Option<TlsAcceptor>,
    login: Option<(&'static str, &'static str)>,
}

/// A running server; it stops when it is dropped.
#[derive(Debug)]
pub struct Relay {
    /// Its TCP port on 127.0.0.1.
    pub port: u16,
    /// The certificate that it shows, in PEM, when it speaks TLS.
    pub certificate: Option<String>,
    state: Arc<Mutex<State>>,
    task: tokio::task::JoinHandle<()>,
}

impl Relay {
    /// Starts one on a free port that speaks without TLS and takes everything until told otherwise.
    ///
    /// # Errors
    /// When no port can be had.
    pub async fn start() -> Result<Self> {
        Self::start_with(Terms::default(), None).await
    }

    /// The same with STARTTLS, and with a login that must come first.
    ///
    /// # Errors
    /// When no port or no certificate can be had.
    pub async fn start_secure(user: &'static str, password: &'static str) -> Result<Self> {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()])?;
        let key = PrivatePkcs8KeyDer::from(made.signing_key.serialize_der());
        let config = ServerConfig::builder().with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key.into())?;
        let terms = Terms { tls: Some(TlsAcceptor::from(Arc::new(config))), login: Some((user, password)) };
        Self::start_with(terms, Some(made.cert.pem())).await
    }

    async fn start_with(terms: Terms, certificate: Option<String>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (shared, terms) = (Arc::clone(&shared), terms.clone());
                tokio::spawn(async move {
                    let _ = serve(stream, &shared, &terms).await;
                });
            }
        });
        Ok(Self { port, certificate, state, task })
    }

    /// What goes wrong next, one after the other; each is over once it happened.
    pub fn then(&self, faults: impl IntoIterator<Item = (Step, Fault)>) {
        lock(&self.state).faults.extend(faults);
    }

    /// Answers so to this recipient from now on; `None` to take them again.
    pub fn refuse(&self, recipient: &str, answer: Option<&'static str>) {
        let refused = &mut lock(&self.state).refused;
        match answer {
            Some(answer) => refused.insert(recipient.to_owned(), answer),
            None => refused.remove(recipient),
        };
    }

    /// Everything that was taken so far.
    pub fn letters(&self) -> Vec<Letter> {
        lock(&self.state).letters.clone()
    }

    /// How often somebody connected.
    pub fn sessions(&self) -> usize {
        lock(&self.state).sessions
    }

    /// Waits until so many letters were taken.
    ///
    /// # Errors
    /// When they do not come in time.
    pub async fn wait(&self, count: usize, within: Duration) -> Result<Vec<Letter>> {
        let begun = Instant::now();
        loop {
            let letters = self.letters();
            if letters.len() >= count {
                return Ok(letters);
            }
            if begun.elapsed() > within {
                bail!("within {within:?} only {} letters came", letters.len());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

async fn serve(stream: TcpStream, state: &Mutex<State>, terms: &Terms) -> Result<()> {
    lock(state).sessions += 1;
    let mut plain = Dialogue { stream: BufStream::new(stream), state, terms, tls: false };
    if plain.answer(Step::Greeting, "220 relay.example ESMTP").await? != Said::Yes {
        return Ok(());
    }
    if plain.talk().await? == Next::StartTls
        && let Some(acceptor) = &terms.tls
    {
        let secure = acceptor.accept(plain.stream.into_inner()).await?;
        Dialogue { stream: BufStream::new(secure), state, terms, tls: true }.talk().await?;
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Next {
    Over,
    StartTls,
}

/// What was said to a command.
#[derive(PartialEq, Eq)]
enum Said {
    Yes,
    No,
    Gone,
}

struct Dialogue<'a, S> {
    stream: BufStream<S>,
    state: &'a Mutex<State>,
    terms: &'a Terms,
    tls: bool,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Dialogue<'_, S> {
    async fn talk(&mut self) -> Result<Next> {
        let (mut from, mut to, mut user) = (String::new(), Vec::new(), None);
        while let Some(line) = self.line().await? {
            let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            let open = user.is_some() || self.terms.login.is_none();
            let said = match verb.as_str() {
                "EHLO" => self.hello().await?,
                "STARTTLS" if self.offers_tls() => {
                    self.say("220 2.0.0 go ahead").await?;
                    return Ok(Next::StartTls);
                }
                "AUTH" => {
                    user = self.login(&line);
                    self.say(if user.is_some() { "235 2.7.0 in" } else { "535 5.7.8 wrong user or password" }).await?
                }
                "MAIL" if open => {
                    (from, to) = (address(&line), Vec::new());
                    self.answer(Step::Mail, "250 2.1.0 ok").await?
                }
                "RCPT" if open => {
                    let who = address(&line);
                    let refused = lock(self.state).refused.get(&who).copied();
                    let said = match refused {
                        Some(answer) => self.say(answer).await?,
                        None => self.answer(Step::Recipient, "250 2.1.5 ok").await?,
                    };
                    to.extend(Some(who).filter(|_| said == Said::Yes));
                    said
                }
                "DATA" if !to.is_empty() => match self.answer(Step::Data, "354 end with a dot").await? {
                    Said::Yes => {
                        let bytes = self.mail().await?;
                        self.end(Letter { from: from.clone(), to: std::mem::take(&mut to), bytes, user: user.clone(), tls: self.tls })
                            .await?
                    }
                    said => said,
                },
                "QUIT" => {
                    self.say("221 2.0.0 bye").await?;
                    Said::Gone
                }
                _ => self.say("503 5.5.1 not now").await?,
            };
            if said == Said::Gone {
                break;
            }
        }
        Ok(Next::Over)
    }

    fn offers_tls(&self) -> bool {
        self.terms.tls.is_some() && !self.tls
    }

    async fn hello(&mut self) -> Result<Said> {
        let mut reply = "250-relay.example\r\n250-SIZE 10485760\r\n".to_owned();
        if self.offers_tls() {
            reply.push_str("250-STARTTLS\r\n");
        } else if self.terms.login.is_some() {
            reply.push_str("250-AUTH PLAIN LOGIN\r\n");
        }
        reply.push_str("250 ENHANCEDSTATUSCODES");
        self.answer(Step::Hello, &reply).await
    }

    /// Who logs in with `AUTH PLAIN` (RFC 4616); nobody without TLS.
    fn login(&self, line: &str) -> Option<String> {
        let (user, password) = self.terms.login.filter(|_| self.tls)?;
        let told = STANDARD.decode(line.strip_prefix("AUTH PLAIN ")?).ok()?;
        (told == format!("\0{user}\0{password}").as_bytes()).then(|| user.to_owned())
    }

    /// The mail up to the dot, without the stuffing.
    async fn mail(&mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let line = self.line().await?.context("the mail broke off")?;
            if line == "." {
                return Ok(bytes);
            }
            bytes.extend_from_slice(line.strip_prefix('.').unwrap_or(&line).as_bytes());
            bytes.extend_from_slice(b"\r\n");
        }
    }

    async fn end(&mut self, letter: Letter) -> Result<Said> {
        let fault = self.fault(Step::End);
        if matches!(fault, None | Some(Fault::Late(_) | Fault::LoseAnswer)) {
            lock(self.state).letters.push(letter);
        }
        self.carry_out(fault, "250 2.0.0 taken").await
    }

    async fn answer(&mut self, step: Step, reply: &str) -> Result<Said> {
        let fault = self.fault(step);
        self.carry_out(fault, reply).await
    }

    fn fault(&self, step: Step) -> Option<Fault> {
        let faults = &mut lock(self.state).faults;
        if faults.front().is_some_and(|(at, _)| *at == step) { faults.pop_front().map(|(_, fault)| fault) } else { None }
    }

    async fn carry_out(&mut self, fault: Option<Fault>, reply: &str) -> Result<Said> {
        match fault {
            None => self.say(reply).await,
            Some(Fault::Say(other)) => self.say(other).await,
            Some(Fault::Close | Fault::LoseAnswer) => Ok(Said::Gone),
            Some(Fault::Hang) => {
                while self.line().await?.is_some() {}
                Ok(Said::Gone)
            }
            Some(Fault::Late(time)) => {
                tokio::time::sleep(time).await;
                self.say(reply).await
            }
        }
    }

    async fn say(&mut self, reply: &str) -> Result<Said> {
        self.stream.write_all(reply.as_bytes()).await?;
        self.stream.write_all(b"\r\n").await?;
        self.stream.flush().await?;
        Ok(match reply.as_bytes().first() {
            Some(b'2' | b'3') => Said::Yes,
            _ if reply.starts_with("421") => Said::Gone,
            _ => Said::No,
        })
    }

    /// The next line without its end; `None` when the connection ended.
    async fn line(&mut self) -> Result<Option<String>> {
        let mut line = String::new();
        if self.stream.read_line(&mut line).await? == 0 {
            return Ok(None);
        }
        line.truncate(line.trim_end_matches(['\r', '\n']).len());
        Ok(Some(line))
    }
}

/// What stands in angle brackets.
fn address(line: &str) -> String {
    let inner = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inner.map_or(String::new(), |(address, _)| address.to_owned())
}
